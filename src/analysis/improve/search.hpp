// The cheapest way among those that are allowed, and the proof that there is none cheaper.
#pragma once

#include <optional>

#include "analysis/improve/bound.hpp"
#include "analysis/improve/ground.hpp"

namespace ocop::analysis::improve {

// A way: for every leaf which of its candidates it takes.
struct Found {
    std::vector<int> picks;
    Value value;
};

// Which candidates of each leaf may be taken.
using Allowed = std::vector<std::vector<bool>>;

struct Searched {
    std::optional<Found> way;
    bool finished = true;       // false: the budget ran out, and a way that was found after that may not be the cheapest
    std::int64_t at_least = 0;  // where it ran out: what every way that is allowed costs at least
};

// `budget`: up to which Ground::steps may be counted.
Searched search(Ground& ground, const Allowed& allowed, std::int64_t budget);

}  // namespace ocop::analysis::improve
