// The first thing a reader sees: the stars, whose they are, and why.
#include "base/text.hpp"
#include "report/outlook.hpp"
#include "report/sections.hpp"
#include "report/sentences.hpp"

namespace ocop::report {
namespace {

constexpr int most_drawn = 10;

Tone tone(const Summary& summary) {
    if (summary.outcome == Outcome::rated) return summary.stars.value_or(0) > 0 ? Tone::good : Tone::bad;
    return summary.outcome == Outcome::undecided ? Tone::notice : Tone::bad;
}

std::string headline(const Report& r) {
    const Summary& summary = r.trail.summary;
    if (summary.outcome != Outcome::rated) return base::upper(r.words.outcome(summary.outcome));
    return r.words.stars(summary.stars.value_or(0)) + (summary.total ? " · " + r.words.points(*summary.total) : "");
}

std::string product(const Trail& trail, bool name) {
    std::string out;
    for (const auto& [key, value] : trail.card.product)
        if (!value.empty() && (key == "name") == name) out += (out.empty() ? "" : " · ") + value;
    return out;
}

std::string row_in_words(const Report& r, int most) {
    const int stars = r.trail.summary.stars.value_or(0);
    return r.words.language() == Language::vi ? std::to_string(stars) + " trên " + r.words.stars(most) : std::to_string(stars) + " of " + r.words.stars(most);
}

Lead lead(const Report& r) {
    const Summary& summary = r.trail.summary;
    Lead out;
    out.kind = r.words(Label::result);
    out.title = product(r.trail, true);
    out.by = product(r.trail, false);
    const int most = most_stars(r.trail);
    if (summary.outcome == Outcome::rated && most <= most_drawn) out.stars = Lead::Stars{summary.stars.value_or(0), most, row_in_words(r, most)};
    out.result = headline(r);
    out.tone = tone(summary);
    out.of = {r.words(Label::scorecard) + " " + summary.scorecard, r.words(Label::rule_set) + " " + summary.rule_set + " (" + r.words(r.trail.rule_set.title) + ")"};
    return out;
}

}  // namespace

void verdict(const Report& r) {
    r.document.lead(lead(r));
    r.document.space();
    for (const std::string& sentence : verdict_sentences(r.trail, r.words)) r.document.paragraph(sentence);
    for (const TrailGate* gate : deciding_gates(r.trail)) {
        r.document.paragraph(condition(gate->condition, r.words), Tone::faint, 2);
        if (const std::string cite = citation(gate->cite, r.trail); !cite.empty()) r.document.paragraph(cite, Tone::faint, 2);
    }
}

}  // namespace ocop::report
