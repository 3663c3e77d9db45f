// A condition to what it compares with which constants, where that is all it does.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <vector>

#include "base/value.hpp"
#include "model/check_condition.hpp"

namespace ocop::analysis {

// One thing that a condition reads.
struct Operand {
    enum class Kind { fact, points, option, total, reading };

    Kind kind = Kind::fact;
    int index = 0;  // slot, item or reading
    auto operator<=>(const Operand&) const = default;
};

// What each operand is compared with, by no order and with repetitions.
using Comparisons = std::map<Operand, std::vector<base::Value>>;

// Nothing comes back where the condition does more than to compare single operands with constants and to join such comparisons
// (sums of facts, functions, `some`, the order of texts), so that the constants do not tell all its turning points.
std::optional<Comparisons> comparisons(const model::Checked& checked);

void add(Comparisons& to, const Comparisons& more);

}  // namespace ocop::analysis
