// Blank scorecards to fill in.
#pragma once

#include <string>

#include <ocop/export.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/text.hpp>

namespace ocop {

enum class FormFormat { yaml, csv };

// A blank scorecard of a rule set. YAML has the options as comments; CSV is wide, a column a criterion, one row a sheet.
// `assessor` names the sheet; empty for the first of a council.
OCOP_API std::string blank_form(const RuleSet& rules, FormFormat format, Language language, const std::string& assessor = {});

}  // namespace ocop
