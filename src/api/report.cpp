// The reports that need a handle: a rating's trail, a rule set's model.
#include <ocop/report.hpp>

#include "api/state.hpp"
#include "report/show.hpp"

namespace ocop::report {

std::string text(const Rating& rating, const Style& style) { return text(rating.trail(style.brief ? Depth::plain : Depth::by_criterion), style); }

std::string text(const Rating& rating, Language language) {
    Style style;
    style.language = language;
    return text(rating, style);
}

std::string show(const RuleSet& rules, const Style& style) { return show(*rules.state().program->rules, style); }

std::string show_json(const RuleSet& rules) { return show_json(*rules.state().program->rules); }

}  // namespace ocop::report
