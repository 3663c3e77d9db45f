// A card as written against one rule set: every mark, fact and id found, or said to be wrong.
#pragma once

#include <optional>

#include "base/diagnostics.hpp"
#include "card/card.hpp"
#include "card/written.hpp"

namespace ocop::card {

// All that is wrong with the card is reported; nothing comes back if anything was.
std::optional<Card> bind(const Written& written, const program::Program& program, base::Report& report);

// One mark alone, written as in a cell of a CSV file ("c", "2", "operator.b", "a+c"); nothing where no card could have it.
std::optional<Mark> bind_mark(const program::Program& program, int leaf, std::string_view text);
// The value of one fact alone, a scalar written as in JSON (`quoted`: a text); nothing where no card could state it.
std::optional<base::Value> bind_fact(const program::Program& program, int slot, std::string_view text, bool quoted);
// A mark as it can be written there.
std::string written_mark(const program::Program& program, int leaf, const Mark& mark);

}  // namespace ocop::card
