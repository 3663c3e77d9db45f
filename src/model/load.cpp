// Reads a rule set, and a council's rules on top of one.
#include "model/load.hpp"

#include "base/digest.hpp"
#include "model/reader.hpp"
#include "syntax/canonical.hpp"

namespace ocop::model {

std::shared_ptr<RuleSet> check_rule_set(const syntax::Document& document, base::Report& report) {
    auto rules = std::make_shared<RuleSet>();
    Reader(*rules, report).read(document);
    if (report.has_errors()) return nullptr;
    rules->digest = base::sha256(syntax::canonical(document.root));
    return rules;
}

std::shared_ptr<const RuleSet> with_council(const RuleSet& rules, const syntax::Document& council, base::Report& report) {
    auto changed = std::make_shared<RuleSet>(rules);
    Reader(*changed, report).read_council_file(council);
    if (report.has_errors()) return nullptr;
    changed->basis = rules.basis;
    changed->council.digest = base::sha256(syntax::canonical(council.root));
    return changed;
}

const Node* RuleSet::find(std::string_view id) const {
    for (const Node& node : nodes)
        if (node.id == id) return &node;
    return nullptr;
}

std::vector<std::string> RuleSet::missing_on(const std::optional<base::Date>& assessed_on) const {
    return lacks_on(assessed_on) ? incomplete : std::vector<std::string>();
}

bool RuleSet::lacks_on(const std::optional<base::Date>& assessed_on) const {
    return !incomplete.empty() && !(incomplete_from && assessed_on && *assessed_on < *incomplete_from);
}

int RuleSet::find_reading(std::string_view name) const {
    for (std::size_t i = 0; i < readings.size(); ++i)
        if (readings[i].name == name) return static_cast<int>(i);
    return -1;
}

}  // namespace ocop::model
