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

bool several_sheets(const Report& r) { return r.trail.sheets.size() > 1; }

bool sheets_fit(const Report& r) { return r.trail.sheets.size() <= most_in_a_column; }

const char* legend(Language language) {
    if (language == Language::vi)
        return "Cột “Tối thiểu”: số ★ là hạng sao mà yêu cầu tối thiểu của tiêu chí được đặt ra; ✓ đạt, ✗ chưa đạt, – không bắt buộc với hồ sơ này, ? chưa biết.";
    return "Column “Minimum”: as many ★ as the star that a minimum of the criterion is set for; ✓ met, ✗ missed, – waived for this dossier, ? not known.";
}

std::string by_sheet(const Report& r, const TrailNode& node) {
    std::string out;
    for (const auto& points : node.by_sheet) out += (out.empty() ? "" : " ") + (points ? r.words.number(*points) : std::string("–"));
    return out;
}

// Marks that say the same, and the sheets they stand on.
struct Group {
    const TrailMark* mark = nullptr;
    std::vector<int> sheets;  // 1, 2
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
        found->sheets.push_back(static_cast<int>(i) + 1);
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
    std::string line = alone ? "" : r.words.sheets(group.sheets) + ": ";
    const std::string reason = r.words(mark.reason), title = r.words(mark.title);
    const bool counts = mark.state == State::marked || mark.state == State::none || mark.state == State::unsure;
    line += reason;
    if (mark.state == State::marked && mark.options.empty() && mark.points) line += ": " + r.words.points(*mark.points);
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

// "★★★ ✓": a minimum for 3 stars, met.
std::string minimum_mark(const TrailMinimum& minimum) {
    std::string out;
    if (minimum.star <= 5) {
        for (int i = 0; i < minimum.star; ++i) out += "★";
    } else {
        out = std::to_string(minimum.star) + "★";
    }
    const char* state = minimum.binds == false ? "–" : minimum.met == true ? "✓" : !minimum.met || !minimum.binds ? "?" : "✗";
    return out + "\u00a0" + state;
}

std::string minimum_marks(const Trail& trail, const std::string& id) {
    std::string out;
    for (const TrailMinimum& each : trail.minima)
        if (each.node == id) out += (out.empty() ? "" : " ") + minimum_mark(each);
    return out;
}

void criterion(const Report& r, const TrailNode& node, Table& table) {
    const bool missing = !node.points.has_value();
    table.row({{node.id}, {r.words(node.title)}, {minimum_marks(r.trail, node.id)}, {r.words.number(node.points), missing ? Tone::notice : Tone::strong},
               {max_of(r, node)}, {by_sheet(r, node)}});
    if (several_sheets(r) && !sheets_fit(r)) table.below(r.words(Label::by_sheet) + ": " + by_sheet(r, node), Tone::plain, Medium::lines);
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

void section(const Report& r, const TrailNode& node, Table& table) {
    const bool part = node.parent < 0;
    table.row({{node.id, Tone::strong}, {r.words(node.title), Tone::strong}, {}, {r.words.number(node.points), Tone::strong}, {max_of(r, node), Tone::strong}, {}},
              part ? Table::Rank::part : Table::Rank::section);
}

// The total, of an undecided card the range it is sure to lie in.
std::string total_text(const Report& r) {
    const Summary& summary = r.trail.summary;
    if (summary.total || r.trail.total_before_rounding || !summary.range) return r.words.number(summary.total ? summary.total : r.trail.total_before_rounding);
    return r.words.rounded(summary.range->total_low) + " – " + r.words.rounded(summary.range->total_high);
}

// Of 100, for a bar.
std::optional<Number> share(const std::optional<Number>& points, const std::optional<Number>& max) {
    if (!points || !max || max->sign() <= 0) return std::nullopt;
    const auto of_one = divide(*points, *max);
    return of_one ? multiply(*of_one, Number(100)) : std::nullopt;
}

}  // namespace

void points_by_part(const Report& r) {
    if (r.trail.nodes.empty()) return;
    r.document.heading(r.words(Label::points_by_part));
    Bars bars{Table({{Align::left}, {Align::left, true}, {Align::right}, {Align::right}}, r.words(Label::points_by_part)), {}, r.words(Label::share)};
    bars.table.head = {r.words(Label::id), r.words(Label::content), r.words(Label::points), r.words(Label::maximum)};
    for (const TrailNode& node : r.trail.nodes) {
        const bool part = node.parent < 0;
        if (node.kind == TrailNode::Kind::criterion && node.depth > 1) continue;
        const Tone tone = part ? Tone::strong : Tone::plain;
        bars.table.row({{node.id, tone}, {r.words(node.title), tone}, {r.words.number(node.points), tone}, {max_of(r, node), tone}}, part ? Table::Rank::part : Table::Rank::entry);
        bars.shares.push_back(share(node.points, node.max));
    }
    const auto max = total_max(r.trail);
    const auto& total = r.trail.summary.total ? r.trail.summary.total : r.trail.total_before_rounding;
    bars.table.row({{}, {r.words(Label::total), Tone::strong}, {total_text(r), Tone::strong}, {max ? r.words.number(*max) : std::string(), Tone::strong}}, Table::Rank::sum);
    bars.shares.push_back(share(total, max));
    r.document.bars(std::move(bars));
}

void points_by_criterion(const Report& r) {
    if (r.trail.nodes.empty()) return;
    r.document.heading(r.words(Label::points_by_criterion));
    const Medium sheets = several_sheets(r) && sheets_fit(r) ? Medium::lines : Medium::none;
    Table table({{Align::left}, {Align::left, true}, {Align::left, false, r.trail.minima.empty() ? Medium::none : Medium::any, true}, {Align::right}, {Align::right}, {Align::left, false, sheets}},
                r.words(Label::points_by_criterion));
    table.head = {r.words(Label::id), r.words(Label::content), r.words(Label::minimum), r.words(Label::points), r.words(Label::maximum), r.words(Label::by_sheet)};
    for (const TrailNode& node : r.trail.nodes) {
        if (node.kind == TrailNode::Kind::criterion) criterion(r, node, table);
        else section(r, node, table);
    }
    r.document.table(std::move(table));
    if (!r.trail.minima.empty()) r.document.paragraph(legend(r.words.language()), Tone::faint, 0, Medium::pages);
}

}  // namespace ocop::report
