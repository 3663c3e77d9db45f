// The rule sets that random cards are drawn for: three small ones in which everything meets everything, and shipped ones.
#pragma once

#include <string>

#include <nlohmann/json.hpp>
#include <ocop/ocop.hpp>

#include "reference/card.hpp"

namespace ocop::test {

struct Subject {
    RuleSet rules;
    nlohmann::json shown;  // report::show_json
};

// "plain", "council", "story", or the id of a shipped rule set. Throws LoadError.
Subject subject(const std::string& name);

// The card read from its JSON; throws LoadError.
Scorecard read(const reference::Card& card, const Subject& subject);

}  // namespace ocop::test
