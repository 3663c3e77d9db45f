// Which makers are told apart where there are more than a tally has room for: always the same ones, whatever the order they came in.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <ocop/portfolio.hpp>

namespace ocop::portfolio {

// A number that depends on the name alone, the same on every machine, and follows no order of names. The lowest are kept.
std::uint64_t rank(std::string_view maker);

// Keeps the makers of the lowest rank and adds the others up. A maker that is not among the lowest of all is not among the lowest
// of a part that has all its lower ones, so it does not matter when the others are taken out.
template <class Map>
void keep_most(Map& makers, OfMaker& others) {
    if (makers.size() <= Tally::makers_most) return;
    std::vector<std::pair<std::uint64_t, typename Map::iterator>> ranked;
    ranked.reserve(makers.size());
    for (auto each = makers.begin(); each != makers.end(); ++each) ranked.emplace_back(rank(each->first), each);
    const auto lower = [](const auto& a, const auto& b) { return a.first != b.first ? a.first < b.first : a.second->first < b.second->first; };
    const auto kept = ranked.begin() + static_cast<std::ptrdiff_t>(Tally::makers_most);
    std::nth_element(ranked.begin(), kept, ranked.end(), lower);
    for (auto each = kept; each != ranked.end(); ++each) {
        others += each->second->second;
        makers.erase(each->second);
    }
}

}  // namespace ocop::portfolio
