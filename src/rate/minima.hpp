// Which minima bind, and which of them are met.
#pragma once

#include "rate/decide.hpp"

namespace ocop::rate {

void find_minima(const program::Program& program, const card::Card& card, std::span<const int> choices, const Ways& ways,
                 const Assessment& assessment, bool& faults, std::vector<MinimumFound>& out);

// Whether all the minima that a star needs are met: surely, or possibly.
bool minima_allow(const program::Program& program, const Ways& ways, const std::vector<MinimumFound>& found, int star, bool possibly);

}  // namespace ocop::rate
