// What rating did, joined with the model: the summary at once, the trail when asked for.
#pragma once

#include "rate/rate.hpp"

namespace ocop::trail {

Summary summarize(const program::Program& program, const card::Card& card, const rate::Result& result);

// Every step of that result. Deterministic.
Trail build(const program::Program& program, const card::Card& card, const rate::Result& result);

// What an undecided card can still become.
Range range(const program::Program& program, const rate::Conclusion& conclusion);

}  // namespace ocop::trail
