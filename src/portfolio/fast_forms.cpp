// Names of rule sets and councils to what is remembered of them.
#include "portfolio/fast_forms.hpp"

#include "portfolio/fast_text.hpp"

namespace ocop::portfolio {
namespace {

constexpr std::size_t forms_remembered = 200;

}  // namespace

Form* Forms::get(std::string_view rule_set, std::string_view council) {
    if (!is_normal(rule_set) || !is_normal(council)) return nullptr;
    const std::pair<std::string, std::string> names{rule_set, council};
    if (const auto found = forms_.find(names); found != forms_.end()) return found->second.get();
    if (forms_.size() >= forms_remembered) return nullptr;
    const Rule& rule = rules_.get(names.first, names.second);
    // A card names a rule set by its id and by nothing else.
    if (rule.program == nullptr || rule.program->rules->id != rule_set) return nullptr;
    return forms_.emplace(names, std::make_unique<Form>(rule, *how_, results_)).first->second.get();
}

}  // namespace ocop::portfolio
