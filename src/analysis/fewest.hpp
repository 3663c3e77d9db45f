// The smallest set that satisfies a question which, satisfied once, stays so when the set grows.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace ocop::analysis {

// What any set that satisfies must add up to: at least `needed`, of what each element can give at most. Sound bounds only.
struct Demand {
    std::int64_t needed = 0;
    std::vector<std::int64_t> gains;  // one an element, 0 or more
};

struct Smallest {
    std::vector<bool> kept;
    bool fewest = false;  // proven within the budget; else no element can go
};

struct Wanted {
    std::size_t elements = 0;
    std::function<bool(const std::vector<bool>&)> satisfies;  // must hold for all elements together
    std::vector<Demand> demands;
    std::vector<bool> one_of;  // a guess, which is checked: without all of these no set satisfies; may be empty
};

// Beyond once for each element, `satisfies` is asked at most about `budget` times.
Smallest smallest(Wanted wanted, std::size_t budget);

}  // namespace ocop::analysis
