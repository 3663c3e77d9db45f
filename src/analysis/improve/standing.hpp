// A card as it stands before anything is bettered: with sheets, and with no mark missing.
#pragma once

#include "card/card.hpp"
#include "program/program.hpp"

namespace ocop::analysis::improve {

// A card without sheets gets one that says what the facts say. What is missing becomes 0; where points are free, the fewest.
card::Card standing(const program::Program& program, const card::Card& card);

}  // namespace ocop::analysis::improve
