// A scorecard in plain words, for the reference evaluator and for writing cards out.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace reference {

struct Sheet {
    std::string assessor;
    // Criterion to option ids ("c", "operator.b"), to free points ("2.5"), or to "0". A criterion left out has no mark yet.
    std::map<std::string, std::vector<std::string>> marks;
};

struct Card {
    std::string id;
    std::string rule_set;
    std::map<std::string, nlohmann::json> facts;  // booleans, strings, whole numbers; a fact left out is not known
    std::vector<Sheet> sheets;
};

// The card as the project reads it.
std::string to_json(const Card& card);
std::string to_yaml(const Card& card);

}  // namespace reference
