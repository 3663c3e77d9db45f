// The sure range takes every condition that is not known either way on its own, so it can be wider than what completed cards give.
// Completing the card shows what is attained: first the outermost completions, which nearly always settle it, then, where that is
// not too many, every combination of the marks that conditions ask for. With those known the other marks are free of each other,
// and least and best of them give the bounds.
#include <algorithm>
#include <array>
#include <limits>

#include "rate/completions.hpp"
#include "rate/rate.hpp"

namespace ocop::rate {
namespace {

using card::Mark;
using program::Program;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

struct Gap {
    int leaf = 0;
    int sheet = 0;
};

class Narrowing {
public:
    Narrowing(const Program& program, const card::Card& card, Conclusion& out, std::size_t combinations)
        : program_(program), choices_(program.rules->readings.size(), 0), ways_(decode(program, choices_)), out_(out), most_(combinations),
          from_facts_(card.sheets.empty()), card_(with_sheet(program, card)) {
        Assessment full;
        assess(program, card, choices_, ways_, leaves(), full);
        for (int leaf = 0; leaf < leaves(); ++leaf)
            for (int sheet = 0; sheet < full.sheets; ++sheet)
                if (full.at(leaf, sheet).state == Cell::State::missing) gaps_.push_back({leaf, sheet});
    }

    bool run() {
        find_facts();
        if (gaps_.empty() && facts_.empty()) return complete_;
        if (outermost()) return true;
        std::vector<Gap> tried = gaps_;
        if (!count(tried)) {
            std::erase_if(tried, [&](const Gap& gap) { return !matters(gap.leaf); });
            if (!count(tried)) return false;
        }
        std::optional<Conclusion> all;
        bool exact = true;
        each_fact(0, [&] { exact = each_combination(tried, all) && exact; });
        take(*all, exact);
        return complete_;
    }

private:
    // A fact that is not known, and that several conditions ask for: each by itself may go either way, but it has one value.
    struct Fact {
        std::size_t slot = 0;
        std::vector<base::Value> values;
    };

    struct Tried {
        Conclusion conclusion;
        bool free_gaps = false;  // nothing is undecided but marks that no condition asks for
    };

    void find_facts() {
        if (from_facts_) return;  // there a fact settles marks too
        for (std::size_t slot = model::slot_declared; slot < card_.facts.size(); ++slot) {
            if (card_.facts[slot].known() || program_.fact_readers[slot] < 2) continue;
            Fact fact{slot, closed_values(program_.rules->facts[slot].type)};
            if (fact.values.empty()) complete_ = false;
            else facts_.push_back(std::move(fact));
        }
    }

    template <class Try>
    void each_fact(std::size_t from, Try attempt) {
        if (from == facts_.size()) return attempt();
        for (const base::Value& value : facts_[from].values) {
            card_.facts[facts_[from].slot] = value;
            each_fact(from + 1, attempt);
        }
        card_.facts[facts_[from].slot] = {};
    }

    int leaves() const { return static_cast<int>(program_.leaves.size()); }
    Mark& mark(const Gap& gap) { return card_.sheets[index(gap.sheet)].marks[index(gap.leaf)]; }
    bool several_cases(int leaf) const { return program_.leaves[index(leaf)].end_case - program_.leaves[index(leaf)].first_case > 1; }
    bool matters(int leaf) const { return program_.leaves[index(leaf)].read || several_cases(leaf); }

    Tried conclude_now() {
        Assessment full, stopped;
        assess(program_, card_, choices_, ways_, leaves(), full);
        const Found found = find_out(program_, card_, choices_, ways_, full, stopped);
        Tried out{conclude(program_, ways_, found), ways_.next_star};
        for (const GateFound& each : found.gates) out.free_gaps = out.free_gaps && each.met != Truth::unknown;
        for (const MinimumFound& each : found.minima) out.free_gaps = out.free_gaps && each.binds != Truth::unknown;
        for (int leaf = 0; leaf < leaves(); ++leaf)
            for (int sheet = 0; sheet < full.sheets; ++sheet) {
                const Cell& cell = full.at(leaf, sheet);
                out.free_gaps = out.free_gaps && cell.state != Cell::State::unsure && cell.applies != Truth::unknown &&
                                (cell.state != Cell::State::missing || !matters(leaf));
            }
        return out;
    }

    void fill(const std::vector<Gap>& gaps, bool best, bool best_where_it_matters) {
        for (const Gap& gap : gaps) {
            const bool high = matters(gap.leaf) ? best_where_it_matters : best;
            mark(gap) = high ? best_mark(program_, gap.leaf, ways_.column()) : least_mark(program_, gap.leaf, ways_.column());
        }
    }
    void empty(const std::vector<Gap>& gaps) {
        for (const Gap& gap : gaps) mark(gap) = Mark{};
    }

    // Whether the four outermost completions attain the sure bounds.
    bool outermost() {
        std::optional<Conclusion> attained;
        for (const auto& [best, best_where_it_matters] : {std::pair(false, false), {true, true}, {false, true}, {true, false}}) {
            fill(gaps_, best, best_where_it_matters);
            const Conclusion one = conclude_now().conclusion;
            if (one.outcome == Outcome::undecided) break;
            join(attained, one);
        }
        empty(gaps_);
        out_.exact = attained && same_bounds(*attained, out_);
        return out_.exact;
    }

    static bool same_bounds(const Conclusion& a, const Conclusion& b) {
        return compare(a.total_low, b.total_low) == 0 && compare(a.total_high, b.total_high) == 0 && a.can_be_rated == b.can_be_rated &&
               a.can_be_stopped == b.can_be_stopped && a.can_be_rejected == b.can_be_rejected &&
               (!a.can_be_rated || (a.stars_low == b.stars_low && a.stars_high == b.stars_high));
    }

    // What either allows.
    static void join(std::optional<Conclusion>& all, const Conclusion& one) {
        if (!all) {
            all = one;
            return;
        }
        if (compare(one.total_low, all->total_low) < 0) all->total_low = one.total_low;
        if (compare(one.total_high, all->total_high) > 0) all->total_high = one.total_high;
        if (one.can_be_rated) {
            all->stars_low = all->can_be_rated ? std::min(all->stars_low, one.stars_low) : one.stars_low;
            all->stars_high = all->can_be_rated ? std::max(all->stars_high, one.stars_high) : one.stars_high;
        }
        all->can_be_rated = all->can_be_rated || one.can_be_rated;
        all->can_be_stopped = all->can_be_stopped || one.can_be_stopped;
        all->can_be_rejected = all->can_be_rejected || one.can_be_rejected;
    }

    // The marks to be tried; false where their combinations are too many.
    bool count(const std::vector<Gap>& gaps) {
        marks_.clear();
        std::size_t room = std::min(most_, variations(program_, card_) / 3);
        for (const Fact& fact : facts_) room /= fact.values.size();
        for (const Gap& gap : gaps) {
            auto marks = possible_marks(program_, gap.leaf, ways_.column(), true, room);
            if (!marks || marks->empty()) return false;
            room /= marks->size();
            marks_.push_back(std::move(*marks));
        }
        return room > 0;
    }

    // Whether each bound is attained.
    bool each_combination(const std::vector<Gap>& gaps, std::optional<Conclusion>& all) {
        std::vector<Gap> others;
        for (const Gap& gap : gaps_)
            if (std::none_of(gaps.begin(), gaps.end(), [&](const Gap& each) { return each.leaf == gap.leaf && each.sheet == gap.sheet; })) others.push_back(gap);
        bool exact = true;
        std::vector<std::size_t> at(gaps.size(), 0);
        for (std::size_t moved = 0; moved <= gaps.size();) {
            for (std::size_t i = 0; i < gaps.size(); ++i) mark(gaps[i]) = marks_[i][at[i]];
            exact = one_combination(others, all) && exact;
            for (moved = 0; moved < gaps.size() && ++at[moved] == marks_[moved].size(); ++moved) at[moved] = 0;
            if (moved == gaps.size()) break;
        }
        empty(gaps);
        return exact;
    }

    // Joins what this combination allows; whether each of its bounds is attained.
    bool one_combination(const std::vector<Gap>& others, std::optional<Conclusion>& all) {
        const Tried tried = conclude_now();
        if (tried.conclusion.outcome != Outcome::undecided || !tried.free_gaps) {
            join(all, tried.conclusion);
            return tried.conclusion.outcome != Outcome::undecided;
        }
        bool decided = true;
        for (const bool best : {false, true}) {
            fill(others, best, best);
            const Conclusion one = conclude_now().conclusion;
            decided = decided && one.outcome != Outcome::undecided;
            join(all, one);
        }
        empty(others);
        return decided;
    }

    void take(const Conclusion& all, bool exact) {
        out_.total_low = all.total_low;
        out_.total_high = all.total_high;
        out_.stars_low = all.stars_low;
        out_.stars_high = all.stars_high;
        out_.can_be_rated = all.can_be_rated;
        out_.can_be_stopped = all.can_be_stopped;
        out_.can_be_rejected = all.can_be_rejected;
        out_.exact = exact;
    }

    const Program& program_;
    Choices choices_;
    Ways ways_;
    Conclusion& out_;
    std::size_t most_;
    bool from_facts_;
    card::Card card_;
    std::vector<Fact> facts_;
    bool complete_ = true;  // no fact was left to go either way in several conditions
    std::vector<Gap> gaps_;
    std::vector<std::vector<Mark>> marks_;
};

}  // namespace

bool narrow(const Program& program, const card::Card& card, Conclusion& conclusion, std::size_t combinations) {
    return Narrowing(program, card, conclusion, combinations).run();
}

}  // namespace ocop::rate
