// A card with one thing on it, read and bound as any card is.
#pragma once

#include <optional>
#include <string>

#include "card/card.hpp"

namespace ocop::portfolio {

// `rest`: what follows the card's id, as `,"level":"commune"}`. Nothing where there is any error.
std::optional<card::Card> card_with(const program::Program& program, const std::string& rest);

// A value that the general reader would take as one scalar or list: what may be put between others without becoming part of them.
bool is_one_value(std::string_view token);

}  // namespace ocop::portfolio
