// The first thing a reader sees: the stars, whose they are, and why.
#include "base/text.hpp"
#include "report/outlook.hpp"
#include "report/sections.hpp"
#include "report/sentences.hpp"

namespace ocop::report {
namespace {

Tone tone(const Summary& summary) {
    if (summary.outcome == Outcome::rated) return summary.stars.value_or(0) > 0 ? Tone::good : Tone::bad;
    return summary.outcome == Outcome::undecided ? Tone::notice : Tone::bad;
}

std::string headline(const Report& r) {
    const Summary& summary = r.trail.summary;
    if (summary.outcome != Outcome::rated) return base::upper(r.words.outcome(summary.outcome));
    const int stars = summary.stars.value_or(0), most = most_stars(r.trail);
    const std::string row = most <= 10 ? r.words.star_row(stars, most) + "  " : "";
    return row + r.words.stars(stars) + (summary.total ? " · " + r.words.points(*summary.total) : "");
}

std::string maker(const Trail& trail) {
    std::string out;
    for (const auto& [key, value] : trail.card.product)
        if (!value.empty()) out += (out.empty() ? "" : " · ") + value;
    return out;
}

}  // namespace

void verdict(const Report& r) {
    r.page.heading(r.words(Label::result));
    r.page.paragraph(headline(r), tone(r.trail.summary));
    if (const std::string product = maker(r.trail); !product.empty()) r.page.paragraph(product, Tone::strong);
    r.page.paragraph(r.words(Label::scorecard) + " " + r.trail.summary.scorecard + " · " + r.words(Label::rule_set) + " " +
                         r.trail.summary.rule_set + " (" + r.words(r.trail.rule_set.title) + ")",
                     Tone::faint);
    r.page.blank();
    for (const std::string& sentence : verdict_sentences(r.trail, r.words)) r.page.paragraph(sentence);
    for (const TrailGate* gate : deciding_gates(r.trail)) {
        r.page.paragraph(condition(gate->condition, r.words), Tone::faint, 2);
        if (const std::string cite = citation(gate->cite, r.trail); !cite.empty()) r.page.paragraph(cite, Tone::faint, 2);
    }
}

}  // namespace ocop::report
