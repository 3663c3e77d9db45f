// A second evaluator of rule sets: slow, obvious, and sharing no code with src/. It reads the rule set from the JSON that
// `ocop show --format json` prints, so that it sees what a user of that JSON sees.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "reference/card.hpp"
#include "reference/fraction.hpp"

namespace reference {

struct Answer {
    std::string outcome;  // "rated", "undecided", "stopped", "rejected"
    std::optional<int> stars;
    std::optional<Fraction> total;
    bool operator==(const Answer&) const = default;
};

// Reads what it knows: options, cases, free points, `choose: any`, minima with a condition or without, gates, `applies`, bands,
// the three combinations, and the readings rounding, minima_met_by, minima_cumulate and minima_missed as the rule set chose them.
// Gates are met by combined figures; misprints are corrected. Throws std::invalid_argument for what it does not know.
Answer rate(const nlohmann::json& rule_set, const Card& card);

}  // namespace reference
