// The criteria sorted into those that conditions read and the rest; the stars that are as good as the one asked for.
#include "analysis/improve/problem.hpp"

#include "analysis/improve/standing.hpp"

namespace ocop::analysis::improve {
namespace {

// A star needs all the minima of those below it, unless they stand for themselves or a missed one costs all stars.
std::vector<int> goals_of(const program::Program& program, const rate::Ways& ways, int target) {
    std::vector<int> out;
    for (int star : program.stars)
        if (star >= target) out.push_back(star);
    if (ways.cumulative && ways.next_star && !out.empty()) out.erase(out.begin() + 1, out.end());
    return out;
}

}  // namespace

Problem::Problem(const program::Program& of, const card::Card& given, const Costs& costs, int star)
    : program(of), card(standing(of, given)), choices(improve::choices(of, card, costs)), target(star) {
    Attempt now(program, card);
    now.assess();
    ways = now.ways();
    goals = goals_of(program, ways, target);
    for (int leaf = 0; leaf < static_cast<int>(program.leaves.size()); ++leaf) {
        (program.leaves[static_cast<std::size_t>(leaf)].read ? heads : tails).push_back(leaf);
        before.push_back(rate::combined_low(program, now.marks(), leaf, leaf + 1));
    }
}

}  // namespace ocop::analysis::improve
