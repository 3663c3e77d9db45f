// Combined figures: exact fractions of scaled points.
#pragma once

#include <span>

#include "program/program.hpp"

namespace ocop::rate {

// numerator / denominator, in units of 1 / Program::scale points. The denominator is above 0, not necessarily lowest.
struct Figure {
    program::Scaled numerator = 0;
    std::int64_t denominator = 1;
};

// One value a sheet to the council's figure. Sorts `values` where that is needed; they are not empty.
Figure combine(model::Combine how, std::span<program::Scaled> values);
// Whether only their sum counts.
inline bool adds_up(model::Combine how, int sheets) { return how == model::Combine::mean || sheets == 1; }

// < 0, 0, > 0; by cross-multiplication.
int compare(const Figure& figure, program::Scaled whole);
int compare(const Figure& a, const Figure& b);

// Rounded half-up to `places` decimals of a point.
Figure half_up(const Figure& figure, program::Scaled scale, int places);

}  // namespace ocop::rate
