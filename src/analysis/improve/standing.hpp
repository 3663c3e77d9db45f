// A card as it stands before anything is bettered: with sheets, and with no mark missing.
#pragma once

#include "card/card.hpp"
#include "program/program.hpp"

namespace ocop::analysis::improve {

// A card without sheets gets one that says what the facts say; what they do not settle is missing.
card::Card with_sheets(const program::Program& program, const card::Card& card);

// The same, and what is missing becomes 0; where points are free, the fewest.
card::Card standing(const program::Program& program, const card::Card& card);

}  // namespace ocop::analysis::improve
