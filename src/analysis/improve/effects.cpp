// The evaluator asked about one candidate after the other; criteria that nothing reads are asked about all at once.
#include "analysis/improve/effects.hpp"

#include <algorithm>

namespace ocop::analysis::improve {
namespace {

using rate::Cell;
using rate::Truth;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// Whether the minima of another case may turn out to be the ones that count.
bool case_open(const Problem& problem, const rate::Assessment& marks, int leaf) {
    const program::Leaf& of = problem.program.leaves[index(leaf)];
    bool open = false;
    for (int sheet = 0; sheet < problem.sheets(); ++sheet) open = open || marks.at(leaf, sheet).case_index == Cell::any_case;
    return open && of.end_case - of.first_case > 1;
}

// `sure`: all conditions are known as well as they will ever be, so what is not known counts as in a rating.
Goals goals_left(const Problem& problem, const rate::Assessment& marks, const std::vector<rate::MinimumFound>& minima, int leaf, bool sure) {
    if (!sure && case_open(problem, marks, leaf)) return problem.all_goals();
    Goals left = problem.all_goals();
    const program::Leaf& of = problem.program.leaves[index(leaf)];
    for (int i = of.first_minimum; i < of.end_minimum; ++i) {
        const rate::MinimumFound& found = minima[index(i)];
        const bool missed = sure ? found.binds != Truth::no && !found.met : found.binds == Truth::yes && !found.can_be_met;
        for (std::size_t goal = 0; missed && goal < problem.goals.size(); ++goal)
            if (problem.needs(goal, problem.program.minima[index(i)])) left &= ~(Goals{1} << goal);
    }
    return left;
}

// The points that a change adds to its criterion; both figures have the same denominator.
std::int64_t added(const Problem& problem, const rate::Assessment& marks, int leaf) {
    const rate::Figure after = rate::combined_low(problem.program, marks, leaf, leaf + 1);
    return std::max<std::int64_t>(0, after.numerator - problem.before[index(leaf)].numerator);
}

std::vector<std::vector<Effect>> effects_of(const Problem& problem, Attempt& attempt, const std::vector<int>& leaves, bool sure) {
    std::vector<std::vector<Effect>> out(problem.choices.leaves.size());
    std::size_t most = 0;
    for (int leaf : leaves) most = std::max(most, problem.choices.leaves[index(leaf)].size());
    for (std::size_t turn = 0; turn < most; ++turn) {
        for (int leaf : leaves) {
            const auto& candidates = problem.choices.leaves[index(leaf)];
            put(candidates[std::min(turn, candidates.size() - 1)], leaf, attempt);
        }
        attempt.assess();
        const auto minima = attempt.minima();
        for (int leaf : leaves) {
            const auto& candidates = problem.choices.leaves[index(leaf)];
            if (turn < candidates.size()) out[index(leaf)].push_back(effect(problem, attempt, minima, leaf, candidates[turn], sure));
        }
    }
    return out;
}

}  // namespace

Effect effect(const Problem& problem, const Attempt& attempt, const std::vector<rate::MinimumFound>& minima, int leaf, const Candidate& candidate,
              bool sure) {
    Effect out;
    const rate::Assessment& marks = attempt.marks();
    // Points that are not known leave a total that is not known, save where it is rounded or other sheets decide it.
    const bool counts_exactly = problem.additive() && problem.ways.rounding_places < 0;
    for (int sheet = 0; sheet < problem.sheets(); ++sheet) {
        const Cell& cell = marks.at(leaf, sheet);
        out.possible = out.possible && (!sure || cell.low == cell.high || !counts_exactly);
        out.points.push_back(cell.high);
    }
    out.goals = goals_left(problem, marks, minima, leaf, sure);
    if (!candidate.keeps) out.value = {candidate.cost, 1, added(problem, marks, leaf)};
    return out;
}

std::vector<std::vector<Effect>> open_effects(const Problem& problem, Attempt& attempt) {
    clear_all(problem, attempt);
    auto out = effects_of(problem, attempt, problem.tails, false);
    for (int leaf : problem.heads) {
        clear_all(problem, attempt);
        out[index(leaf)] = std::move(effects_of(problem, attempt, {leaf}, false)[index(leaf)]);
    }
    return out;
}

std::vector<std::vector<Effect>> sure_effects(const Problem& problem, Attempt& attempt) { return effects_of(problem, attempt, problem.tails, true); }

void clear_all(const Problem& problem, Attempt& attempt) {
    for (int leaf = 0; leaf < static_cast<int>(problem.choices.leaves.size()); ++leaf) problem.fixed(leaf) ? attempt.keep(leaf) : attempt.clear(leaf);
}

void put(const Candidate& candidate, int leaf, Attempt& attempt) { candidate.keeps ? attempt.keep(leaf) : attempt.put(leaf, candidate.mark); }

}  // namespace ocop::analysis::improve
