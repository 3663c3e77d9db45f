// The ways to a star as people read them, or why there is none.
#include <ocop/report.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "report/improvement_sentences.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

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

void changes(const Way& way, const Improvement& found, const Words& words, Page& page) {
    Table table({{Align::left, false}, {Align::left, true}, {Align::right, false}, {Align::right, false}, {Align::right, false}});
    const bool vi = words.language() == Language::vi;
    table.row({{words(Label::id), Tone::faint}, {words(Label::content), Tone::faint}, {vi ? "nay" : "now", Tone::faint}, {vi ? "sẽ là" : "then", Tone::faint},
               {vi ? "chi phí" : "cost", Tone::faint}});
    for (const Change& each : way.changes) add(each, found, words, table);
    page.table(table);
}

void show(const Way& way, std::size_t number, const Improvement& found, const Words& words, Page& page) {
    page.heading(way_title(way, found.ways.size() > 1 ? number + 1 : 0, words));
    if (!way.changes.empty()) changes(way, found, words, page);
    page.blank();
    page.paragraph(result(way, words), Tone::strong);
    for (const Way::FilledIn& each : way.filled_in) page.item("?", filled_in(each, words), Tone::notice);
}

void show(const Blocker& blocker, const Improvement& found, const Words& words, Page& page) {
    std::string text = sentence(blocker, found, words);
    if (const std::string cite = citation(blocker.cite, found.decision); !cite.empty()) text += " [" + cite + "]";
    page.item("✗", text);
}

}  // namespace

std::string text(const Improvement& found, const Style& style) {
    const Words words(style.language);
    Page page(style);
    page.heading(improvement_title(found, words));
    page.paragraph(words(Label::scorecard) + " " + found.scorecard + " · " + words(Label::rule_set) + " " + found.rule_set + " (" + words(found.rule_set_title) + ")", Tone::faint);
    page.blank();
    for (const std::string& each : improvement_sentences(found, words)) page.paragraph(each);
    for (const Blocker& each : found.blockers) show(each, found, words, page);
    for (std::size_t i = 0; i < found.ways.size(); ++i) show(found.ways[i], i, found, words, page);
    return page.take();
}

}  // namespace ocop::report
