// Lets go of what only loading and compiling need: parsed conditions with the source files behind them, and spare room in lists.
#include "model/load.hpp"

namespace ocop::model {
namespace {

void trim(ConditionPtr& condition) {
    if (condition != nullptr) condition = std::make_shared<const Condition>(Condition{nullptr, condition->text, condition->origin});
}

void trim(Case& of) {
    trim(of.when);
    of.options.shrink_to_fit();
    for (Option& option : of.options) {
        trim(option.when);
        option.minima.shrink_to_fit();
        for (Minimum& minimum : option.minima) trim(minimum.when);
    }
}

}  // namespace

void trim(RuleSet& rules) {
    for (Fact& fact : rules.facts) trim(fact.domain);
    for (Gate& gate : rules.gates) trim(gate.when);
    rules.facts.shrink_to_fit();
    rules.nodes.shrink_to_fit();
    for (Node& node : rules.nodes) {
        trim(node.applies);
        node.cases.shrink_to_fit();
        for (Case& each : node.cases) trim(each);
    }
}

}  // namespace ocop::model
