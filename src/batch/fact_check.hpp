// Facts that no card can have: outside their domain, no value of theirs, an unknown level or paper, dates in the wrong order.
#pragma once

#include "batch/facts.hpp"

namespace ocop::batch {

bool facts_allowed(const program::Program& program, const Facts& facts, std::size_t card);

// Whether any column can hold what is not allowed at all; if not, no card needs to be looked at.
bool facts_need_check(const program::Program& program, const Facts& facts);

}  // namespace ocop::batch
