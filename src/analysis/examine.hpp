// Questions about one rating that take more than rating it once: the card is varied and rated again.
#pragma once

#include "rate/rate.hpp"

namespace ocop::analysis {

// Nothing for a single sheet.
std::optional<TrailAgreement> agreement(const program::Program& program, const card::Card& card, const rate::Result& result);

// Nothing unless undecided, or where nothing that can be asked for is missing.
std::optional<TrailQuestion> question(const program::Program& program, const card::Card& card, const rate::Result& result);

TrailReasons reasons(const program::Program& program, const card::Card& card, const rate::Result& result, bool by_sheet);

}  // namespace ocop::analysis
