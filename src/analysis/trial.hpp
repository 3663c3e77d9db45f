// Conditions tried with every combination of the values that make a difference to them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/critical_values.hpp"

namespace ocop::analysis {

// One combination, and which of the conditions are true then.
struct Tried {
    std::vector<std::size_t> values;  // for each operand the place in its list of values
    std::vector<bool> holds;
};

// Operands count as independent of each other: a superset of what can happen.
struct Trial {
    std::vector<Operand> operands;
    std::vector<std::vector<base::Value>> values;  // of each operand
    std::vector<Tried> tried;                      // the last operand's values change fastest

    const base::Value& value(const Tried& one, std::size_t operand) const { return values[operand][one.values[operand]]; }
};

// Nothing comes back where no claim can be made: a condition does more than compare with constants, or there are too many
// combinations.
std::optional<Trial> try_all(const model::RuleSet& rules, const std::vector<const model::Checked*>& conditions, Reader reader);

}  // namespace ocop::analysis
