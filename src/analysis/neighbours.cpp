// Puts rule sets where comparisons find them.
#include "analysis/neighbours.hpp"

namespace ocop::analysis {

std::string alike(const model::RuleSet& rules, const model::Node& node) {
    return rules.basis.decision + "\n" + node.title.vi + "\n" + (node.max ? node.max->text() : "best " + node.best.text());
}

void Neighbours::add(const Subject& subject) {
    all.push_back(&subject);
    forms.emplace(form_of(*subject.rules), &subject);
    for (const model::Node& node : subject.rules->nodes)
        if (node.cases.size() == 1 && !node.choose_any) criteria.emplace(alike(*subject.rules, node), Criterion{&subject, &node});
}

}  // namespace ocop::analysis
