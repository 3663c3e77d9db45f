// Several ways, the cheapest first, none of which contains another.
#pragma once

#include "analysis/improve/search.hpp"

namespace ocop::analysis::improve {

struct Ways {
    std::vector<Found> ways;
    bool more = false;          // another costs as much as the last
    bool finished = true;       // false: the budget ran out
    bool sure = true;           // false: the only way was found after that, and may not be the cheapest
    std::int64_t at_least = 0;  // where it ran out: what every way that is not listed costs at least
};

Ways find_ways(const Problem& problem, int top, std::int64_t budget);

}  // namespace ocop::analysis::improve
