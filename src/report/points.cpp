// The points: totals by part and section first, then criterion by criterion with the option, the reason and the place.
#include <fmt/format.h>

#include "report/outlook.hpp"
#include "report/sections.hpp"

namespace ocop::report {
namespace {

using Align = Table::Align;
using State = TrailMark::State;

constexpr std::size_t most_in_a_column = 7;  // sheets

std::string max_of(const Report& r, const TrailNode& node) { return node.max ? r.words.number(*node.max) : std::string(); }

bool council(const Report& r) { return r.trail.sheets.size() > 1; }

std::string by_sheet(const Report& r, const TrailNode& node) {
    std::string out;
    for (const auto& points : node.by_sheet) out += (out.empty() ? "" : " ") + (points ? r.words.number(*points) : std::string("–"));
    return out;
}

// Marks that say the same, and the sheets they stand on.
struct Group {
    const TrailMark* mark = nullptr;
    std::vector<std::string> sheets;  // "1", "2"
};

bool alike(const TrailMark& a, const TrailMark& b) {
    return a.state == b.state && a.points == b.points && a.options == b.options && a.reason == b.reason && a.note == b.note &&
           a.evidence_missing == b.evidence_missing;
}

std::vector<Group> grouped(const TrailNode& node) {
    std::vector<Group> out;
    for (std::size_t i = 0; i < node.marks.size(); ++i) {
        auto* found = static_cast<Group*>(nullptr);
        for (Group& each : out)
            if (alike(*each.mark, node.marks[i])) found = &each;
        if (found == nullptr) found = &out.emplace_back(Group{&node.marks[i], {}});
        found->sheets.push_back(std::to_string(i + 1));
    }
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& each : words) out += (out.empty() ? "" : ", ") + each;
    return out;
}

// "phiếu 1, 2: chọn mức c: Trong xã từ 75%; ghi chú: …"
std::string mark_line(const Report& r, const Group& group, bool alone) {
    const TrailMark& mark = *group.mark;
    std::string line = alone ? "" : r.words(Label::sheet) + " " + joined(group.sheets) + ": ";
    const std::string reason = r.words(mark.reason), title = r.words(mark.title);
    const bool counts = mark.state == State::marked || mark.state == State::none || mark.state == State::unsure;
    line += reason;
    if (counts && !title.empty()) line += (reason.empty() ? "" : " — ") + title;
    if (!counts && !mark.options.empty()) line += " (" + r.words(Label::marked) + ": " + joined(mark.options) + ")";
    if (!mark.note.empty()) line += "; " + r.words(Label::note) + ": “" + mark.note + "”";
    if (!mark.evidence_missing.empty()) line += "; " + r.words(Label::evidence_missing) + ": " + joined(mark.evidence_missing);
    return line;
}

Tone tone(const TrailMark& mark) {
    if (!mark.evidence_missing.empty()) return Tone::notice;
    switch (mark.state) {
        case State::missing:
        case State::unsure: return Tone::notice;
        case State::ignored:
        case State::not_applicable: return Tone::faint;
        case State::marked:
        case State::none: break;
    }
    return Tone::plain;
}

// Conditions that say more than the reason does: the case's, what makes a criterion inapplicable, the option that facts imply.
void conditions(const Report& r, const TrailMark& mark, Table& table) {
    const auto tell = [&](Label label, const TrailCondition& each) { table.below(r.words(label) + " " + condition(each, r.words), Tone::faint); };
    if (mark.applies && mark.applies->value != true && !mark.applies->operands.empty()) tell(Label::applies, *mark.applies);
    if (mark.when && mark.state != State::not_applicable && mark.state != State::ignored) tell(Label::case_of, *mark.when);
    if (!mark.from_facts) return;
    for (const TrailCondition& each : mark.option_when)
        if (each.value == true || !each.value) tell(Label::when, each);
}

void criterion(const Report& r, const TrailNode& node, bool sheets_column, Table& table) {
    const bool missing = !node.points.has_value();
    std::vector<Cell> cells = {{node.id, Tone::plain}, {r.words(node.title), Tone::plain},
                               {r.words.number(node.points), missing ? Tone::notice : Tone::strong}, {max_of(r, node), Tone::plain}};
    if (sheets_column) cells.push_back({by_sheet(r, node), Tone::plain});
    table.row(std::move(cells));
    if (council(r) && !sheets_column) table.below(r.words(Label::by_sheet) + ": " + by_sheet(r, node));
    const std::vector<Group> groups = grouped(node);
    for (const Group& each : groups) {
        table.below(mark_line(r, each, groups.size() == 1), tone(*each.mark));
        conditions(r, *each.mark, table);
    }
    if (const std::string erratum = r.words(node.erratum); !erratum.empty())
        table.below(r.words(Label::misprint) + ": " + erratum, Tone::notice);
    const bool own = !node.marks.empty() && node.marks.front().cite != Citation{};
    table.below(citation(own ? node.marks.front().cite : node.cite, r.trail), Tone::faint);
}

void section(const Report& r, const TrailNode& node, bool sheets_column, Table& table) {
    std::vector<Cell> cells = {{node.id, Tone::strong}, {r.words(node.title), Tone::strong}, {}, {}};
    if (sheets_column) cells.push_back({});
    table.row(std::move(cells));
}

std::vector<Cell> head(const Report& r) {
    return {{r.words(Label::id), Tone::faint}, {r.words(Label::content), Tone::faint}, {r.words(Label::points), Tone::faint},
            {r.words(Label::maximum), Tone::faint}};
}

}  // namespace

void points_by_part(const Report& r) {
    if (r.trail.nodes.empty()) return;
    r.page.heading(r.words(Label::points_by_part));
    Table table({{Align::left, false}, {Align::left, true}, {Align::right, false}, {Align::right, false}});
    table.row(head(r));
    for (const TrailNode& node : r.trail.nodes) {
        const bool part = node.parent < 0;
        if (node.kind == TrailNode::Kind::criterion && node.depth > 1) continue;
        const Tone tone = part ? Tone::strong : Tone::plain;
        table.row({{node.id, tone}, {r.words(node.title), tone}, {r.words.number(node.points), tone}, {max_of(r, node), tone}});
    }
    const auto max = total_max(r.trail);
    const auto& total = r.trail.summary.total ? r.trail.summary.total : r.trail.total_before_rounding;
    table.row({{"", Tone::plain}, {r.words(Label::total), Tone::strong}, {r.words.number(total), Tone::strong},
               {max ? r.words.number(*max) : std::string(), Tone::strong}});
    r.page.table(table);
}

void points_by_criterion(const Report& r) {
    if (r.trail.nodes.empty()) return;
    r.page.heading(r.words(Label::points_by_criterion));
    const bool sheets_column = council(r) && r.trail.sheets.size() <= most_in_a_column;
    std::vector<Table::Column> columns = {{Align::left, false}, {Align::left, true}, {Align::right, false}, {Align::right, false}};
    if (sheets_column) columns.push_back({Align::left, false});
    Table table(std::move(columns));
    std::vector<Cell> cells = head(r);
    if (sheets_column) cells.push_back({r.words(Label::by_sheet), Tone::faint});
    table.row(std::move(cells));
    for (const TrailNode& node : r.trail.nodes) {
        if (node.kind == TrailNode::Kind::criterion) criterion(r, node, sheets_column, table);
        else section(r, node, sheets_column, table);
    }
    r.page.table(table);
}

void sheets(const Report& r) {
    if (!council(r)) return;
    r.page.heading(r.words(Label::sheets));
    Table table({{Align::right, false}, {Align::left, true}, {Align::right, false}});
    int number = 0;
    for (const TrailSheet& each : r.trail.sheets)
        table.row({{std::to_string(++number), Tone::plain}, {each.assessor, Tone::plain}, {r.words.number(each.total), Tone::strong}});
    r.page.table(table);
}

}  // namespace ocop::report
