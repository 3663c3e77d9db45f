// What rating did, joined with the model: the summary at once, the trail when asked for.
#pragma once

#include "rate/rate.hpp"

namespace ocop::trail {

Summary summarize(const program::Program& program, const card::Card& card, const rate::Result& result);

// Rates the card again and notes every step. Deterministic.
Trail build(const program::Program& program, const card::Card& card);

}  // namespace ocop::trail
