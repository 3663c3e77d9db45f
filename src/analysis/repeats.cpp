// A form entered twice: two rule sets that ask for the same in the same words.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/review.hpp"

namespace ocop::analysis {
namespace {

// What is meant to be the same extends the other.
bool extends(const Subject& one, const Subject& other) {
    return std::ranges::any_of(one.document.sources, [&](const base::SourcePtr& source) { return source->name() == other.rules->file; });
}

}  // namespace

std::string form_of(const model::RuleSet& rules) {
    std::string out;
    for (const model::Node& node : rules.nodes) {
        out += fmt::format("{}|{}|{}\n", node.id, node.title.vi, node.max ? node.max->text() : "");
        if (node.score) out += fmt::format("[{}..{}]\n", node.score->low.text(), node.score->high.text());
        for (const model::Case& each : node.cases)
            for (const model::Option& option : each.options) {
                out += fmt::format("{}.{}|{}|{}", each.id, option.id, option.points.text(), option.title.vi);
                for (const model::Minimum& minimum : option.minima) out += fmt::format("|{}", minimum.star);
                out += "\n";
            }
    }
    return out;
}

void review_repeats(const Subject& subject, const Neighbours& neighbours, base::Report& report) {
    const auto [first, last] = neighbours.forms.equal_range(form_of(*subject.rules));
    for (auto each = first; each != last; ++each) {
        const Subject& other = *each->second;
        if (other.rules->id == subject.rules->id || extends(subject, other) || extends(other, subject)) continue;
        report.warning("rule-set-repeated", place_of(subject.document.root, "rule_set"),
                       Text{{}, fmt::format("`{}` has the same form as `{}`, word by word and point by point", subject.rules->id, other.rules->id)},
                       Text{{}, "one of them may have been entered in the other's place; hold both against their source. What is meant to be the same extends the other"});
        return;
    }
}

}  // namespace ocop::analysis
