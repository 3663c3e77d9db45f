// Why these stars: the card with all but some facts and marks taken away is asked for its sure range. A set forces the stars if nothing
// else can come out; it blocks the next star if nothing higher can.
#include <algorithm>

#include "analysis/examine.hpp"
#include "analysis/fewest.hpp"
#include "analysis/subset.hpp"
#include "rate/completions.hpp"
#include "rate/minima.hpp"
#include "trail/steps.hpp"

namespace ocop::analysis {
namespace {

using program::none;
using program::Program;
using program::Scaled;
using rate::Cell;
using rate::Conclusion;
using Set = std::vector<bool>;

constexpr std::size_t most_tries = 5'000;       // of sets, for one question
constexpr std::size_t most_changing = 3;        // facts stated against what the rule set assumes
constexpr std::size_t few_combinations = 64;    // of marks that depend on each other, for one set

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class Reasons {
public:
    Reasons(const Program& program, const card::Card& card, const rate::Result& result, bool by_sheet)
        : program_(program), card_(card), result_(result), here_(result.conclusion), all_(reasons_of(program, card, by_sheet)), subset_(program, card, all_) {
        out_.by_sheet = by_sheet;
        for (std::size_t i = 0; i < all_.size(); ++i) (against_assumption(program, card, all_[i]) ? changing_ : narrowing_).push_back(i);
        depends_ = depends();
        budget_ = std::min(most_tries, rate::variations(program, card) / (depends_ ? 4 : 1));
    }

    TrailReasons find() {
        // Too much to vary even once for each element: then nothing is claimed.
        if (here_.outcome == Outcome::undecided || budget_ < all_.size() * 2) return std::move(out_);
        used_.assign(all_.size(), false);
        out_.forces = set([this](const Conclusion& c) { return forced(c); }, {floor(), height()}, blockers());
        if (here_.outcome == Outcome::rated && here_.stars < program_.stars.back())
            out_.blocks = set([this](const Conclusion& c) { return blocked(c); }, {height()}, {});
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (!used_[i]) out_.irrelevant.push_back(element(all_[i]));
        return std::move(out_);
    }

private:
    // Nothing but this outcome and these stars can come out.
    bool forced(const Conclusion& c) const {
        switch (here_.outcome) {
            case Outcome::rejected: return c.can_be_rejected && !c.can_be_stopped && !c.can_be_rated;
            case Outcome::stopped: return c.can_be_stopped && !c.can_be_rejected && !c.can_be_rated;
            case Outcome::rated:
                return c.can_be_rated && !c.can_be_stopped && !c.can_be_rejected && c.stars_low == here_.stars && c.stars_high == here_.stars;
            case Outcome::undecided: break;
        }
        return false;
    }
    bool blocked(const Conclusion& c) const { return !c.can_be_rated || c.stars_high <= here_.stars; }

    template <class Predicate>
    TrailReasons::Set set(Predicate predicate, const std::vector<Demand>& demands, const std::vector<bool>& one_of) {
        certain_ = true;
        Smallest found{Set(all_.size(), true), changing_.size() <= most_changing};
        // Facts that change when taken away are tried in every way; the others only narrow.
        const std::size_t ways = found.fewest ? std::size_t{1} << changing_.size() : 1;
        for (std::size_t way = 0; way < ways; ++way) {
            Set fixed(all_.size(), false);
            for (std::size_t i = 0; i < changing_.size(); ++i) fixed[changing_[i]] = (way >> i & 1U) == 0;
            // What the marks add up to is known of the card as it is only.
            search(predicate, way == 0 ? demands : std::vector<Demand>(), one_of, fixed, found);
        }
        if (!certain_ || !found.fewest) shrink(found.kept, predicate);
        TrailReasons::Set to;
        const auto size = std::count(found.kept.begin(), found.kept.end(), true);
        to.fewest = (found.fewest && certain_) || size <= 1;  // nothing is less than one that cannot go
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (!found.kept[i]) continue;
            used_[i] = true;
            to.elements.push_back(element(all_[i]));
        }
        return to;
    }

    template <class Predicate>
    void search(Predicate predicate, const std::vector<Demand>& demands, const std::vector<bool>& one_of, const Set& fixed, Smallest& best) {
        const auto whole = [&](const Set& kept) {
            Set all = fixed;
            for (std::size_t i = 0; i < narrowing_.size(); ++i) all[narrowing_[i]] = kept[i];
            return all;
        };
        const auto satisfies = [&](const Set& kept) {
            subset_.keep(whole(kept));
            return holds(predicate);
        };
        if (!satisfies(Set(narrowing_.size(), true))) return;
        Wanted wanted{narrowing_.size(), satisfies, {}, {}};
        for (const Demand& each : demands)
            if (each.needed > 0) wanted.demands.push_back({each.needed, of_narrowing(each.gains)});
        if (!one_of.empty()) wanted.one_of = of_narrowing(one_of);
        const Smallest found = smallest(std::move(wanted), budget_);
        best.fewest = best.fewest && found.fewest;
        const Set kept = whole(found.kept);
        if (std::count(kept.begin(), kept.end(), true) < std::count(best.kept.begin(), best.kept.end(), true)) best.kept = kept;
    }
    template <class T>
    std::vector<T> of_narrowing(const std::vector<T>& values) const {
        std::vector<T> out;
        for (std::size_t each : narrowing_) out.push_back(values[each]);
        return out;
    }

    // A last time with as many combinations as a rating itself tries, so that no element can go for certain.
    template <class Predicate>
    void shrink(Set& kept, Predicate predicate) {
        combinations_ = rate::most_combinations;
        for (bool again = true; again;) {
            again = false;
            for (std::size_t i = kept.size(); i-- > 0;) {
                if (!kept[i]) continue;
                kept[i] = false;
                subset_.keep(kept);
                if (!holds(predicate)) kept[i] = true;
                else again = !changing_.empty();
            }
        }
        combinations_ = few_combinations;
    }

    // Where marks depend on each other, completing the card may show more than the sure range does.
    template <class Predicate>
    bool holds(Predicate predicate) {
        Conclusion c = rate::conclusion(program_, subset_.card());
        if (predicate(c) || c.outcome != Outcome::undecided || !depends_) return predicate(c);
        certain_ = rate::narrow(program_, subset_.card(), c, combinations_) && certain_;
        return predicate(c);
    }
    bool depends() const {
        bool any = !result_.ways.next_star;
        for (std::size_t slot = model::slot_declared; slot < program_.fact_readers.size(); ++slot) any = any || program_.fact_readers[slot] > 1;
        for (const program::Leaf& leaf : program_.leaves) any = any || leaf.read || leaf.free || leaf.end_case - leaf.first_case > 1;
        return any;
    }

    // ---- what sets must add up to; for a mean, which adds up ----

    int leaves() const { return static_cast<int>(program_.leaves.size()); }
    bool adds_up() const {
        return here_.outcome == Outcome::rated && result_.ways.next_star && program_.rules->council.combine == model::Combine::mean && result_.ways.rounding_places < 0 && !card_.sheets.empty();
    }
    std::int64_t sheets() const { return result_.counted.sheets; }

    template <class Gain>
    std::vector<std::int64_t> gains(Gain gain) const {
        std::vector<std::int64_t> out;
        for (const Reason& each : all_) {
            std::int64_t sum = 0;
            for (int sheet = 0; each.leaf != none && sheet < result_.counted.sheets; ++sheet)
                if (each.sheet == none || each.sheet == sheet) sum += gain(each.leaf, result_.counted.at(each.leaf, sheet));
            out.push_back(sum);
        }
        return out;
    }

    Scaled band_low(int star) const {
        for (const program::BandEntry& band : program_.bands)
            if (band.star == star) return band.low;
        return 0;
    }

    // The total must reach the band of these stars.
    Demand floor() const {
        if (!adds_up()) return {};
        return {band_low(here_.stars) * sheets(), gains([](int, const Cell& cell) { return cell.low; })};
    }

    // … and must stay below the next one, where nothing but points keeps it there.
    Demand height() const {
        if (!adds_up()) return {};
        int next = 0;
        for (int star : program_.stars)
            if (next == 0 && star > here_.stars && rate::minima_allow(program_, result_.ways, result_.found.minima, star, true) && !capped_below(star)) next = star;
        if (next == 0) return {};
        const std::size_t column = result_.ways.column();
        const auto lost = [&](int leaf, const Cell& cell) { return program_.leaves[index(leaf)].best[column] - cell.high; };
        std::int64_t most = 0;
        for (const program::Leaf& leaf : program_.leaves) most += leaf.best[column] * sheets();
        Demand out{most - band_low(next) * sheets(), gains(lost)};
        for (int leaf = 0; leaf < leaves(); ++leaf) add_causes(leaf, lost, out.gains);
        return out;
    }

    // Points are also lost where a criterion does not apply, through what its condition asks for.
    template <class Lost>
    void add_causes(int leaf, Lost lost, std::vector<std::int64_t>& gains) const {
        std::int64_t all = 0;
        for (int sheet = 0; sheet < result_.counted.sheets; ++sheet) all += lost(leaf, result_.counted.at(leaf, sheet));
        const program::Leaf& form = program_.leaves[index(leaf)];
        for (std::size_t i = 0; i < all_.size(); ++i) {
            bool cause = false;
            for (int k = form.first_applies; k < form.end_applies; ++k) cause = cause || asks(program_.code[index(program_.applies[index(k)])], all_[i]);
            if (cause && all_[i].leaf != leaf) gains[i] += all;
        }
    }
    bool asks(const program::Code& code, const Reason& reason) const {
        const program::Asked wanted = program::asked(code);
        if (reason.slot != none) return std::find(wanted.facts.begin(), wanted.facts.end(), reason.slot) != wanted.facts.end();
        return wanted.total || std::any_of(wanted.items.begin(), wanted.items.end(), [&](int item) {
            const program::NodeEntry& node = program_.nodes[index(item)];
            return reason.leaf >= node.first_leaf && reason.leaf < node.end_leaf;
        });
    }
    bool capped_below(int star) const {
        for (std::size_t i = 0; i < program_.gates.size(); ++i)
            if (program_.gates[i].effect == model::Effect::cap && program_.gates[i].stars < star && result_.found.gates[i].met == rate::Truth::yes) return true;
        return false;
    }

    // What keeps higher stars away by itself.
    std::vector<bool> blockers() {
        std::vector<bool> out(all_.size(), false);
        if (here_.outcome != Outcome::rated || here_.stars >= program_.stars.back()) return out;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            Set alone(all_.size(), false);
            for (std::size_t k = 0; k < all_.size(); ++k) alone[k] = k == i || all_[k].slot != none;
            subset_.keep(alone);
            out[i] = all_[i].slot == none && holds([this](const Conclusion& c) { return blocked(c); });
        }
        return out;
    }

    // ---- in words ----

    TrailReasons::Element element(const Reason& reason) const {
        const model::RuleSet& rules = *program_.rules;
        if (reason.slot != none) {
            const model::Fact& fact = rules.facts[index(reason.slot)];
            return {TrailReasons::Element::Kind::fact, fact.name, -1, fact.title, base::text(card_.facts[index(reason.slot)], fact.type.unit())};
        }
        const trail::Rated c{program_, card_, result_};
        const model::Node& node = rules.nodes[index(program_.leaves[index(reason.leaf)].node)];
        const bool mark = reason.sheet != none;
        const auto points = mark ? c.figure(reason.leaf, reason.leaf + 1, reason.sheet) : c.figure(reason.leaf, reason.leaf + 1);
        return {mark ? TrailReasons::Element::Kind::mark : TrailReasons::Element::Kind::criterion, node.id, mark ? reason.sheet : -1, node.title,
                points ? points->text() : "null"};
    }

    const Program& program_;
    const card::Card& card_;
    const rate::Result& result_;
    const Conclusion& here_;
    std::vector<Reason> all_;
    std::vector<std::size_t> changing_, narrowing_;  // of `all_`
    Subset subset_;
    bool depends_ = false;  // marks on each other
    bool certain_ = true;   // no set was left at its sure range because there were too many combinations
    std::size_t budget_ = 0;
    std::size_t combinations_ = few_combinations;
    Set used_;
    TrailReasons out_;
};

}  // namespace

TrailReasons reasons(const Program& program, const card::Card& card, const rate::Result& result, bool by_sheet) {
    return Reasons(program, card, result, by_sheet).find();
}

}  // namespace ocop::analysis
