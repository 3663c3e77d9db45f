// The rule set of the benchmarks, the numbers of its form for the hand-written side, and random marks on it.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <ocop/ocop.hpp>

#include "hand_written.hpp"

namespace workload {

// Says why on standard error and ends the program.
[[noreturn]] void give_up(const std::string& why);

// 26-2026/food/fresh-produce.
ocop::RuleSet fresh_produce();

// The numbers of the form, taken from the compiled rule set; the code that uses them is hand-written.
hand_written::Form form_of(const ocop::RuleSet& rules);

using Random = std::mt19937;

// One sheet. Good products are as common as poor ones.
hand_written::Card random_card(const hand_written::Form& form, Random& random);

// The sheets of a council: members see the same product, and one mark in eight a step higher or lower.
std::vector<hand_written::Card> random_council(const hand_written::Form& form, std::size_t sheets, Random& random);

}  // namespace workload
