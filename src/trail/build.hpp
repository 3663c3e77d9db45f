// What rating did, joined with the model: the summary at once, the trail when asked for.
#pragma once

#include "rate/rate.hpp"

namespace ocop::trail {

Summary summarize(const program::Program& program, const card::Card& card, const rate::Result& result);

// Every step of that result. Deterministic.
Trail build(const program::Program& program, const card::Card& card, const rate::Result& result);

// What a person should look at, each with its sentence.
std::vector<Finding> findings(const program::Program& program, const card::Card& card, const rate::Result& result);

// What an option says of one of the compiled minima.
const model::Minimum& minimum_of(const program::Program& program, int minimum);

// What an undecided card can still become.
Range range(const program::Program& program, const rate::Conclusion& conclusion);

}  // namespace ocop::trail
