// One table a goal and lane: for each position and each sum of points so far, the least that is still to be paid.
#include "analysis/improve/bound.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace ocop::analysis::improve {
namespace {

using program::Scaled;

constexpr std::size_t most_lanes = 16;
constexpr std::size_t most_values = 500'000;
constexpr Value no_way{impossible, 0, 0};

// What a lane gets of an effect: all sheets, one, or the best of many.
Scaled part(const Effect& effect, std::size_t lane, std::size_t lanes, bool additive) {
    if (additive) return std::accumulate(effect.points.begin(), effect.points.end(), Scaled{0});
    return lanes == 1 ? *std::max_element(effect.points.begin(), effect.points.end()) : effect.points[lane];
}

Scaled most(const std::vector<Effect>& effects, std::size_t lane, std::size_t lanes, bool additive) {
    Scaled out = 0;
    for (const Effect& each : effects) out = std::max(out, part(each, lane, lanes, additive));
    return out;
}

// Every mark counts a multiple of this.
Scaled common_unit(const Problem& problem) {
    Scaled unit = 0;
    for (const program::Choice& each : problem.program.choices)
        for (Scaled points : each.points) unit = std::gcd(unit, points);
    for (const program::Leaf& leaf : problem.program.leaves)
        if (leaf.any) unit = std::gcd(unit, std::gcd(leaf.cap[0], leaf.cap[1]));
    for (const auto& leaf : problem.choices.leaves)
        for (const Candidate& each : leaf) unit = std::gcd(unit, each.mark.points);
    for (const card::Sheet& sheet : problem.card.sheets)
        for (const card::Mark& mark : sheet.marks) unit = std::gcd(unit, mark.points);
    for (const program::Leaf& leaf : problem.program.leaves)
        if (leaf.free) unit = std::gcd(unit, std::gcd(leaf.best[0], leaf.best[1]));
    return std::max<Scaled>(unit, 1);
}

}  // namespace

std::size_t Bound::lanes(const Problem& problem) {
    const auto sheets = static_cast<std::size_t>(problem.sheets());
    return problem.additive() || sheets > most_lanes ? 1 : sheets;
}

Bound::Bound(const Problem& problem, const std::vector<const std::vector<Effect>*>& effects, int ceiling, bool sure) : problem_(problem), together_(1) {
    layout_.positions = effects.size();
    layout_.lanes = lanes(problem);
    const auto sheets = static_cast<std::size_t>(problem.sheets());
    if (layout_.lanes > 1) together_ = problem.program.rules->council.combine == model::Combine::median ? (sheets + 1) / 2 : 2;
    lay_out();
    for (std::size_t goal = 0; goal < problem.goals.size(); ++goal)
        for (std::size_t lane = 0; lane < layout_.lanes; ++lane) fill(effects, goal, lane, ceiling, sure);
}

// So many states that no sum of points lies outside, but not more than there is room for.
void Bound::lay_out() {
    Scaled highest = 0;
    for (const program::Leaf& leaf : problem_.program.leaves) highest += std::max(leaf.best[0], leaf.best[1]);
    if (problem_.additive()) highest *= problem_.sheets();
    layout_.unit = common_unit(problem_);
    const std::size_t leaves = problem_.program.leaves.size();
    const std::size_t room = most_values / ((layout_.positions + 1) * layout_.lanes * problem_.goals.size());
    const auto needed = [&] { return static_cast<std::size_t>(highest / layout_.unit) + 1; };
    while (needed() > std::max<std::size_t>(room, 2)) {
        layout_.unit *= 2;
        layout_.coarse = true;
    }
    layout_.states = needed() + (layout_.coarse ? leaves + 1 : 0);
    values_.assign(problem_.goals.size() * layout_.lanes * (layout_.positions + 1) * layout_.states, no_way);
}

bool Bound::accepts(std::size_t goal, Scaled points, int ceiling, bool sure) const {
    const int star = problem_.goals[goal];
    if (ceiling < star) return false;
    rate::Figure total{points, problem_.additive() ? problem_.sheets() : 1};
    if (problem_.ways.rounding_places >= 0) total = rate::half_up(total, problem_.program.scale, problem_.ways.rounding_places);
    const int band = rate::band_of(problem_.program, total);
    const bool exact = sure && problem_.additive() && !layout_.coarse && !problem_.ways.next_star;
    return exact ? std::min(band, ceiling) == star : band >= star;
}

void Bound::fill(const std::vector<const std::vector<Effect>*>& effects, std::size_t goal, std::size_t lane, int ceiling, bool sure) {
    const bool additive = problem_.additive();
    for (const auto* candidates : effects)  // no way at all: nothing to work out
        if (std::none_of(candidates->begin(), candidates->end(), [&](const Effect& each) { return each.possible && (each.goals & (Goals{1} << goal)) != 0; })) return;
    Value* end = &values_[table(goal, lane, layout_.positions)];
    for (std::size_t state = 0; state < layout_.states; ++state)
        if (accepts(goal, static_cast<Scaled>(state) * layout_.unit, ceiling, sure)) end[state] = {};
    std::size_t reach = layout_.states;  // states below can be there before this position
    for (std::size_t position = layout_.positions; position-- > 0;) {
        const std::vector<Effect>& candidates = *effects[position];
        reach -= std::min(reach - 1, units(most(candidates, lane, layout_.lanes, additive)));
        const Value* next = &values_[table(goal, lane, position + 1)];
        Value* here = &values_[table(goal, lane, position)];
        for (const Effect& each : candidates) {
            if (!each.possible || (each.goals & (Goals{1} << goal)) == 0) continue;
            const std::size_t step = units(part(each, lane, layout_.lanes, additive));
            for (std::size_t state = 0; state < reach; ++state) {
                const Value& then = next[std::min(state + step, layout_.states - 1)];
                if (then.cost == impossible) continue;
                const Value value = each.value + then;
                if (value < here[state]) here[state] = value;
            }
        }
    }
}

Value Bound::least(std::size_t position, std::span<const Scaled> points, Goals goals) const {
    Value best = no_way;
    std::array<Value, most_lanes> lanes;
    for (std::size_t goal = 0; goal < problem_.goals.size(); ++goal) {
        if ((goals & (Goals{1} << goal)) == 0) continue;
        for (std::size_t lane = 0; lane < layout_.lanes; ++lane)
            lanes[lane] = values_[table(goal, lane, position) + std::min(units(points[lane]), layout_.states - 1)];
        if (layout_.lanes > 1) std::sort(lanes.begin(), lanes.begin() + static_cast<std::ptrdiff_t>(layout_.lanes));
        best = std::min(best, lanes[together_ - 1]);
    }
    return best;
}

void Bound::add(const Problem& problem, const Effect& effect, std::span<Scaled> points) {
    for (std::size_t lane = 0; lane < points.size(); ++lane) points[lane] += part(effect, lane, points.size(), problem.additive());
}

}  // namespace ocop::analysis::improve
