// A rule set's JSON as the flat list of criteria that the reference walks and that random cards are drawn from.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "reference/fraction.hpp"

namespace reference {

struct Minimum {
    int star = 0;
    std::string when;  // empty: always
};

struct Option {
    std::string id;
    Fraction points;
    std::vector<Minimum> minima;
};

struct Case {
    std::string id;  // empty where a criterion has plain options
    std::string when;
    std::vector<Option> options;
};

struct Criterion {
    std::string id;
    std::vector<std::string> above;    // ids of its sections and its part, from the part down
    std::vector<std::string> applies;  // its own condition and those of the sections above it
    std::vector<Case> cases;
    bool any = false;    // several options may be ticked
    bool score = false;  // free points
    Fraction max;
    std::string score_range, step;  // of free points: "[0..5]", "0.5" or empty

    bool below(const std::string& item) const;  // is, or stands under, that item
};

std::vector<Criterion> criteria(const nlohmann::json& rule_set);

// A value that carries points: a JSON whole number, or a text with a decimal or a fraction.
Fraction points_of(const nlohmann::json& value);
// A text, or the `text` of an object that has one; empty where there is none.
std::string condition_of(const nlohmann::json& holder, const char* key);

}  // namespace reference
