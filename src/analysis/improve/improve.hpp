// A card and the stars to reach: what to change.
#pragma once

#include <ocop/improve.hpp>

#include "card/card.hpp"
#include "program/program.hpp"

namespace ocop::analysis::improve {

Improvement improve(const program::Program& program, const card::Card& card, const ImproveOptions& options);

}  // namespace ocop::analysis::improve
