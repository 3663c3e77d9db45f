// What the criteria that are still open must cost at least.
#pragma once

#include <span>

#include "analysis/improve/effects.hpp"

namespace ocop::analysis::improve {

// Every criterion on its own: the cheapest marks whose points add up to a goal. Where the council's total is a sum of its
// criteria that is exact; of a median or a trimmed mean, so many sheets must get there each for itself.
class Bound {
public:
    // `effects`: by position, in the order in which criteria are decided. `ceiling`: the stars that caps leave. `sure`: the
    // effects are what they will be, so that a goal can be missed by too many points as well.
    Bound(const Problem& problem, const std::vector<const std::vector<Effect>*>& effects, int ceiling, bool sure);

    // For the positions from `position` on, after `points`, for the cheapest of `goals`; cost `impossible` where there is no way.
    Value least(std::size_t position, std::span<const program::Scaled> points, Goals goals) const;

    std::size_t size() const { return values_.size(); }

    // How sheets are added up: one lane of all sheets, or a lane a sheet.
    static std::size_t lanes(const Problem& problem);
    static void add(const Problem& problem, const Effect& effect, std::span<program::Scaled> points);

private:
    struct Layout {
        std::size_t positions = 0, lanes = 1, states = 1;
        program::Scaled unit = 1;
        bool coarse = false;  // points are rounded up to units
    };
    void lay_out();
    bool accepts(std::size_t goal, program::Scaled points, int ceiling, bool sure) const;
    void fill(const std::vector<const std::vector<Effect>*>& effects, std::size_t goal, std::size_t lane, int ceiling, bool sure);
    std::size_t units(program::Scaled points) const { return static_cast<std::size_t>((points + layout_.unit - 1) / layout_.unit); }
    std::size_t table(std::size_t goal, std::size_t lane, std::size_t position) const {
        return ((goal * layout_.lanes + lane) * (layout_.positions + 1) + position) * layout_.states;
    }

    const Problem& problem_;
    Layout layout_;
    std::size_t together_;  // so many lanes must reach the goal
    std::vector<Value> values_;
};

}  // namespace ocop::analysis::improve
