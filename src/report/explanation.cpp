// The sections one after the other, and the three forms they are given out in.
#include "report/explanation.hpp"

#include <ocop/report.hpp>

#include "report/render.hpp"
#include "report/sections.hpp"

namespace ocop::report {

std::string citation(const Citation& cite, const Trail& trail) {
    if (cite.decision.empty() || cite.decision == trail.rule_set.basis.decision) return cite.place;
    return cite.place.empty() ? cite.decision : cite.decision + ", " + cite.place;
}

std::string condition(const TrailCondition& condition, const Words& words) {
    std::string operands;
    for (const TrailCondition::Operand& each : condition.operands)
        operands += (operands.empty() ? "" : ", ") + each.text + " = " + words.value(each.value);
    return condition.text + ": " + words.yes_no(condition.value) + (operands.empty() ? "" : " (" + operands + ")");
}

std::string result(Outcome outcome, std::optional<int> stars, const Words& words) {
    return outcome == Outcome::rated && stars ? words.stars(*stars) : words.outcome(outcome);
}

Document explanation(const Trail& trail, const Words& words, bool brief) {
    Document document;
    const Report report{trail, words, document};
    verdict(report);
    if (brief) {
        ahead(report);
        doubts_of_rule_set(report);
        return document;
    }
    for (const auto section : {bands, ahead, question, reasons, findings, points_by_part, points_by_criterion, council, steps, minima, gates, readings, facts, provenance})
        section(report);
    return document;
}

std::string text(const Trail& trail, const Style& style) { return as_text(explanation(trail, Words(style.language), style.brief), style); }

std::string markdown(const Trail& trail, const Style& style) { return as_markdown(explanation(trail, Words(style.language), style.brief)); }

std::string html(const Trail& trail, const Style& style) { return html(std::span(&trail, 1), style); }

std::string html(std::span<const Trail> trails, const Style& style) {
    const Words words(style.language);
    std::vector<Document> documents;
    for (const Trail& each : trails) documents.push_back(explanation(each, words, style.brief));
    return as_html(documents, style.language);
}

}  // namespace ocop::report
