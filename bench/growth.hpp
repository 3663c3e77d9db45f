// Made-up rule sets and scorecards of any size, to see how cost grows with criteria, conditions and sheets.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <ocop/ocop.hpp>

namespace growth {

struct Size {
    std::size_t criteria = 32;    // each with four options, 0 to 3 points
    std::size_t conditions = 0;   // of five kinds in turn, see growth.cpp
    std::size_t sheets = 1;
};

// The rule set as YAML text.
std::string yaml(const Size& size);

// The rule set read. Ends the program with its faults if there are any.
ocop::RuleSet rules(const Size& size);

// Random scorecards of it from a fixed seed, with all facts given and no dossier rejected.
std::vector<ocop::Scorecard> cards(const ocop::RuleSet& rules, const Size& size, std::size_t count);

}  // namespace growth
