// What is asked: a card as it stands, what may change in it, and the stars to reach.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

#include "analysis/improve/attempt.hpp"
#include "analysis/improve/choices.hpp"

namespace ocop::analysis::improve {

// What changes cost: first the effort, then how many there are, then the points they add.
struct Value {
    std::int64_t cost = 0, changes = 0, added = 0;
    auto operator<=>(const Value&) const = default;
    Value operator+(const Value& other) const { return {cost + other.cost, changes + other.changes, added + other.added}; }
};
inline constexpr std::int64_t impossible = std::numeric_limits<std::int64_t>::max() / 4;

// Sets of goals, as bits.
using Goals = std::uint32_t;

struct Problem {
    Problem(const program::Program& program, const card::Card& card, const Costs& costs, int target);

    const program::Program& program;
    card::Card card;                    // as it stands
    Choices choices;
    rate::Ways ways;
    int target;
    std::vector<int> goals;             // stars any of which will do, lowest first
    std::vector<int> heads;             // criteria that conditions read; all conditions are known once these are
    std::vector<int> tails;             // the others; what they are changes their own points only
    std::vector<rate::Figure> before;   // combined points of each criterion as the card stands

    int sheets() const { return static_cast<int>(card.sheets.size()); }
    bool fixed(int leaf) const { return choices.leaves[static_cast<std::size_t>(leaf)].size() == 1; }
    Goals all_goals() const { return (Goals{1} << goals.size()) - 1; }
    // The council's total is the sum of the criteria's combined points.
    bool additive() const { return program.rules->council.combine == model::Combine::mean || sheets() <= 2; }
    // Whether the goal needs that minimum.
    bool needs(std::size_t goal, const program::MinimumEntry& minimum) const {
        return ways.cumulative ? minimum.star <= goals[goal] : minimum.star == goals[goal];
    }
};

}  // namespace ocop::analysis::improve
