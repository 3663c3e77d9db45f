// A card as written against one rule set: every mark, fact and id found, or said to be wrong.
#pragma once

#include <optional>

#include "base/diagnostics.hpp"
#include "card/card.hpp"
#include "card/written.hpp"

namespace ocop::card {

// All that is wrong with the card is reported; nothing comes back if anything was.
std::optional<Card> bind(const Written& written, const program::Program& program, base::Report& report);

}  // namespace ocop::card
