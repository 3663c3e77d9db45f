// The stars worked out once more from a rating's JSON alone: no rule set, no evaluator, only what the trail says. What a
// reader with a pocket calculator does.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace reference {

// Everything in which the rating's own figures differ from those worked out from its trail: points of sections, parts and
// sheets, the combined figures, total, band, ceiling, minima, outcome, stars. Empty: the trail proves the stars.
// `rating` is the object that `ocop rate --format json` prints for one card.
std::vector<std::string> disagreements(const nlohmann::json& rating);

}  // namespace reference
