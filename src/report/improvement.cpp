// The ways to a star as people read them, or why there is none.
#include <ocop/report.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "report/improvement_sentences.hpp"
#include "report/render.hpp"

namespace ocop::report {
namespace {

using Align = Table::Align;

// Marks of all sheets, once where they are the same.
std::string marks(const std::vector<std::string>& now, const Words& words) {
    std::vector<std::string> named;
    for (const std::string& each : now) named.push_back(mark_name(each, words));
    const bool same = std::all_of(named.begin(), named.end(), [&](const std::string& each) { return each == named.front(); });
    if (same && !named.empty()) return named.front();
    std::string out;
    for (const std::string& each : named) out += (out.empty() ? "" : ", ") + each;
    return out;
}

void add(const Change& change, const Improvement& found, const Words& words, Table& table) {
    table.row({{change.criterion, Tone::strong}, {words(change.title), Tone::plain}, {words.number(change.before), Tone::plain}, {words.number(change.after), Tone::good},
               {words.number(change.cost), Tone::plain}});
    std::string mark = marks(change.now, words) + " → " + mark_name(change.to, words);
    if (const std::string title = words(change.to_title); !title.empty()) mark += ": " + title;
    table.below(mark);
    table.below(reason(change, words), Tone::good);
    if (!change.when.empty()) table.below(condition_to_meet(change, words), Tone::notice);
    if (!change.evidence.empty()) table.below(evidence_to_get(change, words), Tone::notice);
    const std::string cite = citation(change.cite, found.decision);
    if (!cite.empty()) table.below(cite, Tone::faint);
}

void changes(const Way& way, const Improvement& found, const Words& words, Document& document) {
    const bool vi = words.language() == Language::vi;
    Table table({{Align::left}, {Align::left, true}, {Align::right}, {Align::right}, {Align::right}}, vi ? "Cần thay đổi" : "What to change");
    table.head = {words(Label::id), words(Label::content), vi ? "nay" : "now", vi ? "sẽ là" : "then", vi ? "chi phí" : "cost"};
    for (const Change& each : way.changes) add(each, found, words, table);
    document.table(std::move(table));
}

void show(const Way& way, std::size_t number, const Improvement& found, const Words& words, Document& document) {
    document.heading(way_title(way, found.ways.size() > 1 ? number + 1 : 0, words));
    if (!way.changes.empty()) changes(way, found, words, document);
    document.space();
    document.paragraph(result(way, words), Tone::strong);
    for (const Way::FilledIn& each : way.filled_in) document.item("?", filled_in(each, words), Tone::notice);
}

void show(const Blocker& blocker, const Improvement& found, const Words& words, Document& document) {
    std::string text = sentence(blocker, found, words);
    if (const std::string cite = citation(blocker.cite, found.decision); !cite.empty()) text += " [" + cite + "]";
    document.item("✗", text);
}

Lead lead(const Improvement& found, const Words& words) {
    Lead out;
    out.kind = improvement_title(found, words);
    for (const auto& [key, value] : found.product) {
        if (value.empty()) continue;
        if (key == "name") out.title = value;
        else out.by += (out.by.empty() ? "" : " · ") + value;
    }
    out.result = short_answer(found, words);
    const bool yes = found.answer == Improvement::Answer::already || found.answer == Improvement::Answer::ways;
    out.tone = yes ? Tone::good : Tone::bad;
    out.of = {words(Label::scorecard) + " " + found.scorecard, words(Label::rule_set) + " " + found.rule_set + " (" + words(found.rule_set_title) + ")"};
    return out;
}

Document way_ahead(const Improvement& found, const Words& words) {
    Document document;
    document.lead(lead(found, words));
    document.space();
    for (const std::string& each : improvement_sentences(found, words)) document.paragraph(each);
    for (const Blocker& each : found.blockers) show(each, found, words, document);
    for (std::size_t i = 0; i < found.ways.size(); ++i) show(found.ways[i], i, found, words, document);
    return document;
}

}  // namespace

std::string text(const Improvement& found, const Style& style) { return as_text(way_ahead(found, Words(style.language)), style); }

std::string markdown(const Improvement& found, const Style& style) { return as_markdown(way_ahead(found, Words(style.language))); }

std::string html(const Improvement& found, const Style& style) {
    const Document document = way_ahead(found, Words(style.language));
    return as_html(std::span(&document, 1), style.language);
}

}  // namespace ocop::report
