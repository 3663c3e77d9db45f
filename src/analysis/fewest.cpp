// Branch and bound. An element without which even all others do not satisfy is in every answer. Of the rest, a set is worth looking at
// only if it can still be smaller than the best so far.
#include "analysis/fewest.hpp"

#include <algorithm>

namespace ocop::analysis {
namespace {

using Set = std::vector<bool>;

std::size_t size_of(const Set& set) { return static_cast<std::size_t>(std::count(set.begin(), set.end(), true)); }

class Search {
public:
    Search(Wanted wanted, std::size_t budget) : wanted_(std::move(wanted)), budget_(budget + wanted_.elements) {
        wanted_.one_of.resize(wanted_.elements, false);
        std::erase_if(wanted_.demands, [](const Demand& each) { return each.needed <= 0; });
        if (wanted_.demands.size() == 2) add_sum();
    }

    Smallest run() {
        const Set all(wanted_.elements, true);
        Set needed(wanted_.elements, false);
        for (std::size_t i = 0; i < wanted_.elements; ++i) {
            Set without = all;
            without[i] = false;
            needed[i] = !asked(without);
        }
        if (asked(needed)) return {needed, true};
        for (std::size_t i = 0; i < wanted_.elements; ++i)
            if (!needed[i]) free_.push_back(i);
        std::stable_sort(free_.begin(), free_.end(), [&](std::size_t a, std::size_t b) { return worth(a) > worth(b); });
        check_one_of(needed);
        best_ = shrunk(greedy(needed));
        branch(needed, all, 0);
        if (!proven_) best_ = shrunk(best_);
        return {best_, proven_};
    }

private:
    bool asked(const Set& set) {
        ++spent_;
        return wanted_.satisfies(set);
    }

    // Two demands together: both at once may ask for more elements than either alone.
    void add_sum() {
        std::vector<Demand>& all = wanted_.demands;
        Demand sum{all[0].needed + all[1].needed, all[0].gains};
        for (std::size_t i = 0; i < wanted_.elements; ++i) sum.gains[i] += all[1].gains[i];
        all.push_back(std::move(sum));
    }

    std::int64_t worth(std::size_t element) const {
        std::int64_t all = 0;
        for (const Demand& each : wanted_.demands) all += each.gains[element];
        return all;
    }

    void check_one_of(const Set& needed) {
        Set without(wanted_.elements, true);
        bool guessed = false;
        for (std::size_t i = 0; i < wanted_.elements; ++i) {
            without[i] = !wanted_.one_of[i];
            guessed = guessed || (wanted_.one_of[i] && needed[i]);
        }
        if (guessed || asked(without)) wanted_.one_of.assign(wanted_.elements, false);
    }
    bool lacks_one_of(const Set& set) const {
        bool any = false;
        for (std::size_t i = 0; i < wanted_.elements; ++i) {
            if (wanted_.one_of[i] && set[i]) return false;
            any = any || wanted_.one_of[i];
        }
        return any;
    }

    Set greedy(Set set) {
        if (lacks_one_of(set)) set[*std::find_if(free_.begin(), free_.end(), [&](std::size_t i) { return wanted_.one_of[i]; })] = true;
        for (std::size_t each : free_) {
            if (asked(set)) break;
            set[each] = true;
        }
        return set;
    }

    // None of its elements can go.
    Set shrunk(Set set) {
        for (auto each = free_.rbegin(); each != free_.rend(); ++each) {
            if (!set[*each]) continue;
            set[*each] = false;
            if (!asked(set)) set[*each] = true;
        }
        return set;
    }

    // How many of the free elements from `next` on must be added at least.
    std::size_t lacking(const Set& chosen, std::size_t next) const {
        const bool one_of = lacks_one_of(chosen);
        std::size_t most = 1;  // `chosen` alone does not satisfy
        for (const Demand& demand : wanted_.demands) most = std::max(most, lacking(demand, chosen, next, one_of));
        return most;
    }

    // The fewest elements that give what is demanded, one of them from `one_of` if that is wanted.
    std::size_t lacking(const Demand& demand, const Set& chosen, std::size_t next, bool one_of) const {
        std::int64_t left = demand.needed, best_of = -1;
        for (std::size_t i = 0; i < wanted_.elements; ++i)
            if (chosen[i]) left -= demand.gains[i];
        std::vector<std::int64_t> gains;
        for (std::size_t i = next; i < free_.size(); ++i) {
            gains.push_back(demand.gains[free_[i]]);
            if (wanted_.one_of[free_[i]]) best_of = std::max(best_of, gains.back());
        }
        if (one_of && best_of < 0) return wanted_.elements + 1;
        std::sort(gains.begin(), gains.end(), std::greater<>());
        if (one_of) {  // it comes first, whatever it gives
            gains.erase(std::find(gains.begin(), gains.end(), best_of));
            left -= best_of;
        }
        std::size_t count = 0;
        for (; left > 0 && count < gains.size(); ++count) left -= gains[count];
        return left > 0 ? wanted_.elements + 1 : count + (one_of ? 1 : 0);
    }

    // `chosen`: in the set; `rest`: in it, or still open.
    void branch(const Set& chosen, const Set& rest, std::size_t next) {
        if (size_of(chosen) >= size_of(best_)) return;
        if (spent_ >= budget_) {
            proven_ = false;
            return;
        }
        if (asked(chosen)) {
            best_ = chosen;
            return;
        }
        if (next == free_.size() || size_of(chosen) + lacking(chosen, next) >= size_of(best_)) return;
        Set with = chosen, without = rest;
        with[free_[next]] = true;
        without[free_[next]] = false;
        branch(with, rest, next + 1);
        if (asked(without)) branch(chosen, without, next + 1);
    }

    Wanted wanted_;
    std::size_t budget_;
    std::size_t spent_ = 0;
    std::vector<std::size_t> free_;  // most useful first
    Set best_;
    bool proven_ = true;
};

}  // namespace

Smallest smallest(Wanted wanted, std::size_t budget) { return Search(std::move(wanted), budget).run(); }

}  // namespace ocop::analysis
