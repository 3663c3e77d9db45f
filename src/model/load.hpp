// The merged tree of a rule set to the checked rule set. The only way in.
#pragma once

#include <memory>

#include "base/diagnostics.hpp"
#include "model/rule_set.hpp"
#include "syntax/document.hpp"

namespace ocop::model {

// Every fault of the rule set is reported, each at its place; nothing comes back if there was any, here or in the report
// before.
std::shared_ptr<RuleSet> check_rule_set(const syntax::Document& document, base::Report& report);

// A council's own rules (`council:`, `readings:`, `basis:`) in place of those of `rules`. Its readings replace those of the
// same name; the others stay.
std::shared_ptr<const RuleSet> with_council(const RuleSet& rules, const syntax::Document& council, base::Report& report);

// Lets go of what only loading and compiling need. Conditions keep their text; `checked` is gone.
void trim(RuleSet& rules);

}  // namespace ocop::model
