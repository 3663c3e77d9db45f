// The merged rule set as a person reads it, and as data.
#pragma once

#include <string>

#include <ocop/report.hpp>

#include "model/rule_set.hpp"

namespace ocop::report {

std::string show(const model::RuleSet& rules, const Style& style);

// One object, indented by two blanks: `parts` → `items` → `options`, `cases` (each with `options`) or `score`. Points are
// exact texts; what a node does not have is left out. Points and minima are those under the reading of misprints chosen.
std::string show_json(const model::RuleSet& rules);

// "number", "list of string"
std::string type_name(const model::Type& type);

}  // namespace ocop::report
