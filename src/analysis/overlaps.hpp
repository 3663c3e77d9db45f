// Facts that two `when` of one list fit, and facts that none fits.
#pragma once

#include "analysis/when_lists.hpp"

namespace ocop::analysis {

void review_overlaps_and_gaps(const model::RuleSet& rules, const WhenList& list, base::Report& report);

}  // namespace ocop::analysis
