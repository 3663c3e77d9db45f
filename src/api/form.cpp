// Blank scorecards.
#include <ocop/form.hpp>

#include "api/state.hpp"
#include "card/form.hpp"

namespace ocop {

std::string blank_form(const RuleSet& rules, FormFormat format, Language language, const std::string& assessor) {
    const program::Program& program = *rules.state().program;
    return format == FormFormat::csv ? card::csv_form(program, assessor) : card::yaml_form(program, language, assessor);
}

}  // namespace ocop
