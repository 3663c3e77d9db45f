// Gates, readings, facts and findings: what was asked, what the answer was, and what another reading would give.
#include <fmt/format.h>

#include "report/sections.hpp"

namespace ocop::report {
namespace {

std::string effect(const Report& r, const TrailGate& gate) {
    std::string out = r.words.effect(gate.effect);
    if (gate.effect == TrailGate::Effect::cap) out += " (≤ " + r.words.stars(gate.stars) + ")";
    if (gate.effect != TrailGate::Effect::stop) return out;
    return out + " " + (gate.after.empty() ? r.words(Label::before_all) : r.words(Label::after) + " " + gate.after);
}

void gate(const Report& r, const TrailGate& gate) {
    const char* mark = gate.met == true ? "✗" : (gate.met ? "✓" : "?");
    const Tone tone = gate.met == true ? Tone::bad : (gate.met ? Tone::plain : Tone::notice);
    const Label answer = gate.met == true ? Label::works : (gate.met ? Label::works_not : Label::not_known);
    const std::string what = gate.met == true ? " — " + effect(r, gate) : " (" + r.words(Label::if_it_held) + ": " + effect(r, gate) + ")";
    r.document.item(mark, r.words(gate.title) + ": " + r.words(answer) + what, tone);
    if (gate.by_sheet.empty()) r.document.paragraph(condition(gate.condition, r.words), Tone::faint, 2);
    int sheet = 0;
    for (const TrailCondition& each : gate.by_sheet)
        r.document.paragraph(fmt::format("{} {}: {}", r.words(Label::sheet), ++sheet, condition(each, r.words)), Tone::faint, 2);
    if (const std::string cite = citation(gate.cite, r.trail); !cite.empty()) r.document.paragraph(cite, Tone::faint, 2);
}

void reading(const Report& r, const TrailReading& reading) {
    r.document.item("•", fmt::format("{}: {}", r.words.reading(reading), r.words.choice(reading.name, reading.chosen)));
    if (const std::string cite = citation(reading.cite, r.trail); !cite.empty()) r.document.paragraph(cite, Tone::faint, 2);
    for (const TrailReading::Alternative& other : reading.alternatives)
        r.document.item("→", fmt::format("{}: {} — {}", r.words.choice(reading.name, other.value), result(other.outcome, other.stars, r.words),
                                     r.words(other.changes ? Label::changed : Label::unchanged)),
                    other.changes ? Tone::notice : Tone::plain, 2);
}

void findings_that(const Report& r, bool (*wanted)(const Finding&)) {
    bool first = true;
    for (const Finding& each : r.trail.summary.findings) {
        if (!wanted(each)) continue;
        if (first) r.document.heading(r.words(Label::findings));
        first = false;
        const std::string text = r.words(each.text);
        r.document.item("!", text.empty() ? std::string(name(each.kind)) + " " + each.node : text, Tone::notice);
    }
}

}  // namespace

void gates(const Report& r) {
    if (r.trail.gates.empty()) return;
    r.document.heading(r.words(Label::gates));
    for (const TrailGate& each : r.trail.gates) gate(r, each);
}

void readings(const Report& r) {
    if (r.trail.readings.empty()) return;
    r.document.heading(r.words(Label::readings));
    for (const TrailReading& each : r.trail.readings) reading(r, each);
}

void facts(const Report& r) {
    if (r.trail.facts.empty()) return;
    r.document.heading(r.words(Label::facts));
    Table table({{Table::Align::left, false}, {Table::Align::left, true}}, r.words(Label::facts));
    for (const TrailFact& each : r.trail.facts) {
        const bool known = each.value != "null";
        std::string text = r.words.value(each.value) + (each.assumed ? " (" + r.words(Label::assumed) + ")" : "");
        if (const std::string title = r.words(each.title); !title.empty()) text += " — " + title;
        table.row({{each.name, Tone::plain}, {text, known ? Tone::plain : Tone::faint}});
    }
    r.document.table(table);
}

void findings(const Report& r) { findings_that(r, [](const Finding&) { return true; }); }

void doubts_of_rule_set(const Report& r) {
    findings_that(r, [](const Finding& each) { return each.kind == Finding::Kind::incomplete_rule_set || each.kind == Finding::Kind::not_in_force; });
}

}  // namespace ocop::report
