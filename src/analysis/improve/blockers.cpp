// Gates that hold whatever the marks are, minima that nothing meets, and the most points that can be had.
#include "analysis/improve/blockers.hpp"

#include <algorithm>

#include "analysis/improve/effects.hpp"
#include "analysis/improve/reads.hpp"

namespace ocop::analysis::improve {
namespace {

using program::none;
using program::Scaled;
using rate::Truth;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class Finder {
public:
    explicit Finder(const Problem& problem) : problem_(problem), program_(problem.program), rules_(*problem.program.rules), attempt_(problem.program, problem.card) {}

    std::vector<Blocker> find() {
        if (problem_.goals.empty()) {
            Blocker above;
            above.kind = Blocker::Kind::above_highest;
            above.star = program_.stars.back();
            return {above};
        }
        effects_ = open_effects(problem_, attempt_);
        clear_all(problem_, attempt_);
        attempt_.rate();
        gates();
        minima();
        if (out_.empty()) points();
        if (out_.empty()) out_.emplace_back();
        return std::move(out_);
    }

private:
    // ---- gates ----

    void gates() {
        for (std::size_t i = 0; i < program_.gates.size(); ++i) {
            const program::GateEntry& gate = program_.gates[i];
            const Truth met = attempt_.found().gates[i].met;
            if (met == Truth::no || (met == Truth::unknown && may_change(gate.when))) continue;
            if (gate.effect == model::Effect::cap && gate.stars >= problem_.target) continue;
            add_gate(i, met);
        }
    }

    // Reads a mark that may change.
    bool may_change(int code) const {
        const std::vector<bool> read = leaves_behind(program_, code);
        for (std::size_t leaf = 0; leaf < read.size(); ++leaf)
            if (read[leaf] && !problem_.fixed(static_cast<int>(leaf))) return true;
        return false;
    }

    void add_gate(std::size_t number, Truth met) {
        const model::Gate& gate = rules_.gates[number];
        Blocker out;
        out.kind = Blocker::Kind::gate;
        out.id = gate.id;
        out.title = gate.title;
        out.star = gate.stars;
        out.effect = static_cast<TrailGate::Effect>(gate.effect);
        if (met == Truth::yes) out.holds = true;
        if (met == Truth::unknown) out.unknown = unknown_facts(program_.gates[number].when);
        out.condition = gate.when->text;
        out.cite = gate.cite;
        out_.push_back(std::move(out));
    }

    std::vector<TrailFact> unknown_facts(int code) const {
        std::vector<TrailFact> out;
        for (int slot : program::asked(program_.code[index(code)]).facts) {
            if (problem_.card.facts[index(slot)].known()) continue;
            const model::Fact& fact = rules_.facts[index(slot)];
            out.push_back({fact.name, fact.title, "null", false});
        }
        return out;
    }

    // ---- minima ----

    // Whether some candidate of the criterion leaves the goal open.
    bool open(int leaf, std::size_t goal) const {
        return std::any_of(effects_[index(leaf)].begin(), effects_[index(leaf)].end(), [&](const Effect& each) { return (each.goals & (Goals{1} << goal)) != 0; });
    }

    // They say something only if no goal gets past them; then those of the lowest are told.
    void minima() {
        const int leaves = static_cast<int>(program_.leaves.size());
        for (std::size_t goal = 0; goal < problem_.goals.size(); ++goal) {
            bool blocked = false;
            for (int leaf = 0; leaf < leaves; ++leaf) blocked = blocked || !open(leaf, goal);
            if (!blocked) return;
        }
        for (int leaf = 0; leaf < leaves; ++leaf)
            if (!open(leaf, 0)) add_minimum(leaf);
    }

    // The least of the minima that even the best mark misses; where points are not what is lacking, the least of all.
    const program::MinimumEntry& missed(const program::Leaf& leaf, const Number& most) const {
        std::vector<const program::MinimumEntry*> needed;
        for (int i = leaf.first_minimum; i < leaf.end_minimum; ++i)
            if (problem_.needs(0, program_.minima[index(i)])) needed.push_back(&program_.minima[index(i)]);
        std::stable_sort(needed.begin(), needed.end(), [&](const auto* a, const auto* b) { return points_of(*a) < points_of(*b); });
        const auto above = std::find_if(needed.begin(), needed.end(), [&](const auto* each) { return points_of(*each) > most; });
        return above == needed.end() ? *needed.front() : **above;  // the criterion stands in the way, so one is needed
    }

    Number points_of(const program::MinimumEntry& minimum) const {
        return program_.number(program_.choices[index(minimum.choice)].points[problem_.ways.column()]);
    }

    void add_minimum(int number) {
        const program::Leaf& leaf = program_.leaves[index(number)];
        const model::Node& node = rules_.nodes[index(leaf.node)];
        Blocker out;
        out.kind = Blocker::Kind::minimum;
        out.id = node.id;
        out.title = node.title;
        out.most = best(number);
        const program::MinimumEntry& minimum = missed(leaf, *out.most);
        out.star = minimum.star;
        out.needed = points_of(minimum);
        out.cite = program_.option(program_.choices[index(minimum.choice)], leaf).cite;
        const rate::Cell& cell = attempt_.marks().at(number, 0);
        out.reason = cell.applies == Truth::no     ? Blocker::Reason::does_not_apply
                     : problem_.fixed(number)      ? Blocker::Reason::cannot_change
                     : cell.applies == Truth::unknown ? Blocker::Reason::not_known
                                                      : Blocker::Reason::too_few_points;
        if (cell.applies == Truth::unknown)
            for (int i = leaf.first_applies; i < leaf.end_applies; ++i)
                for (TrailFact& fact : unknown_facts(program_.applies[index(i)])) out.unknown.push_back(std::move(fact));
        out_.push_back(std::move(out));
    }

    // The most combined points of one criterion.
    Number best(int leaf) const {
        rate::Figure most;
        for (const Effect& each : effects_[index(leaf)]) {
            std::vector<Scaled> points = each.points;
            const rate::Figure figure = rate::combine(rules_.council.combine, points);
            if (rate::compare(figure, most) > 0) most = figure;
        }
        return program_.number(most.numerator, most.denominator);
    }

    // ---- points ----

    // The total if every criterion had on each sheet the most that it can have there.
    rate::Figure most() const {
        std::vector<Scaled> sums(index(problem_.sheets()), 0);
        for (const auto& leaf : effects_)
            for (std::size_t sheet = 0; sheet < sums.size(); ++sheet) {
                Scaled best = 0;
                for (const Effect& each : leaf) best = std::max(best, each.points[sheet]);
                sums[sheet] += best;
            }
        return rate::combine(rules_.council.combine, sums);
    }

    void points() {
        rate::Figure total = most();
        if (problem_.ways.rounding_places >= 0) total = rate::half_up(total, program_.scale, problem_.ways.rounding_places);
        if (rate::band_of(program_, total) >= problem_.target) return;
        Blocker out;
        out.kind = Blocker::Kind::points;
        out.star = problem_.target;
        out.most = program_.number(total.numerator, total.denominator);
        for (const model::Band& band : rules_.bands) {
            if (band.star != problem_.target) continue;
            out.needed = band.low;
            out.cite = band.cite;
        }
        out_.push_back(std::move(out));
    }

    const Problem& problem_;
    const program::Program& program_;
    const model::RuleSet& rules_;
    Attempt attempt_;
    std::vector<std::vector<Effect>> effects_;
    std::vector<Blocker> out_;
};

}  // namespace

std::vector<Blocker> blockers(const Problem& problem) { return Finder(problem).find(); }

}  // namespace ocop::analysis::improve
