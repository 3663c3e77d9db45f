// The ways to the goal, cheapest first, and the proof that there are no cheaper ones.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "analysis/improve/bound.hpp"

namespace ocop::analysis::improve {

// A way: for every leaf which of its candidates it takes.
struct Found {
    std::vector<int> picks;
    Value value;
};

struct Searched {
    std::vector<Found> ways;      // in order
    bool more = false;            // another costs as much as the last
    bool finished = true;         // false: the budget ran out
    bool sure = true;             // false: the only way is one that was found after that, and may not be the cheapest
    std::int64_t at_least = 0;    // where it ran out: no way that is not listed costs less
};

// `top` ways, none of which contains another.
Searched search(const Problem& problem, int top, std::int64_t budget);

}  // namespace ocop::analysis::improve
