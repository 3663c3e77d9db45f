// A trail as people read it: the sections one after the other.
#include <ocop/report.hpp>

#include "report/sections.hpp"

namespace ocop::report {

std::string citation(const Citation& cite, const Trail& trail) {
    if (cite.decision.empty() || cite.decision == trail.rule_set.basis.decision) return cite.place;
    return cite.place.empty() ? cite.decision : cite.decision + ", " + cite.place;
}

std::string condition(const TrailCondition& condition, const Words& words) {
    std::string operands;
    for (const TrailCondition::Operand& each : condition.operands) {
        const std::string value = each.value == "null" ? words(Label::not_known) : each.value;
        operands += (operands.empty() ? "" : ", ") + each.text + " = " + value;
    }
    return condition.text + ": " + words.yes_no(condition.value) + (operands.empty() ? "" : " (" + operands + ")");
}

std::string text(const Trail& trail, const Style& style) {
    const Words words(style.language);
    Page page(style);
    const Report report{trail, words, page};
    verdict(report);
    ahead(report);
    if (style.brief) return page.take();
    for (const auto section : {findings, points_by_part, sheets, points_by_criterion, steps, minima, gates, readings, facts, provenance})
        section(report);
    return page.take();
}

}  // namespace ocop::report
