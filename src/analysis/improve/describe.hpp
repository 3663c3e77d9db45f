// A way that was found, in the words of the form.
#pragma once

#include "analysis/improve/search.hpp"

namespace ocop::analysis::improve {

// `given`: the card before its missing marks were taken as 0; null where it has no sheets.
Way describe(const Problem& problem, const Found& found, const card::Card& given);

}  // namespace ocop::analysis::improve
