// The same random cards for every benchmark, and the form's tables for the hand-written side.
#pragma once

#include <vector>

#include <ocop/ocop.hpp>

#include "form.hpp"
#include "hand_written.hpp"

namespace workload {

struct Workload {
    ocop::RuleSet rules;
    hand_written::Form form;
    std::vector<hand_written::Card> cards;                    // option indices
    std::vector<ocop::Scorecard> scorecards;                  // the same cards for the engine
};

// 26-2026/food/fresh-produce with `count` cards from a fixed seed. Ends the program with a message if the rule set does not
// load or the two sides disagree on any card's stars.
Workload make(std::size_t count);

}  // namespace workload
