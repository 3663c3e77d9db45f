// An operand and the constants it is compared with to the few values that stand for all that it can have.
#pragma once

#include <optional>
#include <vector>

#include "analysis/comparisons.hpp"
#include "model/rule_set.hpp"

namespace ocop::analysis {

// Whose figures a condition reads: those of one sheet, or those combined from all.
enum class Reader { sheet, council };

// Between two neighbours no comparison with a constant changes. In ascending order where they are numbers or days.
// Only values inside the fact's domain; of figures at least those that can be (a superset). Nothing comes back where
// the values cannot be told, as with a domain that calls functions.
std::optional<std::vector<base::Value>> critical_values(const model::RuleSet& rules, const Operand& operand, const std::vector<base::Value>& constants,
                                                        Reader reader);

// The numbers among them, ascending and each once.
std::vector<Number> sorted_numbers(const std::vector<base::Value>& values);
// Each of them, what lies between two, and what lies beyond the outermost; nothing where a number grows too large to go on with.
std::optional<std::vector<base::Value>> with_neighbours(const std::vector<Number>& constants);

}  // namespace ocop::analysis
