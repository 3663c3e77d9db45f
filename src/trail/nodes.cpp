// The form as it was filled in: every node with its points, every mark with its reason.
#include <algorithm>

#include "trail/steps.hpp"

namespace ocop::trail {
namespace {

using program::Leaf;
using program::none;
using rate::Cell;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

TrailMark::State state(const Cell& cell, bool nothing_ticked) {
    switch (cell.state) {
        case Cell::State::missing: return TrailMark::State::missing;
        case Cell::State::not_applicable: return TrailMark::State::not_applicable;
        case Cell::State::unsure: return TrailMark::State::unsure;
        case Cell::State::ignored: return TrailMark::State::ignored;
        case Cell::State::counted: break;
    }
    return nothing_ticked ? TrailMark::State::none : TrailMark::State::marked;
}

class Marker {
public:
    Marker(const Rated& c, int number) : c_(c), number_(number), leaf_(c.program.leaves[index(number)]),
                                        node_(c.rules().nodes[index(leaf_.node)]) {}

    TrailMark mark(int sheet) const {
        const Cell& cell = c_.result.counted.at(number_, sheet);
        const card::Mark* given = c_.result.counted.from_facts ? nullptr : &c_.card.sheets[index(sheet)].marks[index(number_)];
        const std::vector<int> chosen = choices(cell, given);
        TrailMark mark;
        mark.from_facts = given == nullptr;
        mark.state = state(cell, chosen.empty() && !leaf_.free && cell.low == 0);
        // An unsure mark counts at its least, where anything is counted at all.
        const bool counts = cell.state == Cell::State::unsure && c_.result.conclusion.outcome != Outcome::undecided;
        if (cell.known() || counts) mark.points = c_.program.number(cell.low);
        if (given != nullptr) mark.note = given->note;
        for (int choice : chosen) name(choice, mark);
        for (int id : node_.remarks->evidence) require(id, cell, mark);
        explain_conditions(sheet, cell, mark);
        mark.reason = reason(c_, mark);
        return mark;
    }

private:
    // An ignored or inapplicable mark is still named; it gives nothing.
    std::vector<int> choices(const Cell& cell, const card::Mark* given) const {
        if (cell.choice != none) return {cell.choice};
        if (given == nullptr) return {};
        if (given->kind == card::Mark::Kind::choice) return {given->choice};
        return given->ticked;
    }

    void name(int choice, TrailMark& mark) const {
        const program::Choice& entry = c_.program.choices[index(choice)];
        const model::Option& option = c_.program.option(entry, leaf_);
        mark.options.push_back(c_.program.option_name(entry, leaf_));
        mark.title.vi += (mark.title.vi.empty() ? "" : "; ") + option.title.vi;
        mark.title.en += (mark.title.en.empty() ? "" : "; ") + option.title.en;
        mark.cite = option.cite;
        if (mark.state == TrailMark::State::marked && entry.points[0] > 0)
            for (int id : option.remarks->evidence) require(id, mark);
    }

    void require(int id, const Cell& cell, TrailMark& mark) const {
        if (cell.state == Cell::State::counted && cell.high > 0) require(id, mark);
    }
    void require(int id, TrailMark& mark) const {
        if (!c_.card.evidence[index(id)]) mark.evidence_missing.push_back(c_.rules().evidence[index(id)].id);
    }

    void explain_conditions(int sheet, const Cell& cell, TrailMark& mark) const {
        const rate::SheetFigures figures(c_.program, c_.result.counted, c_.card, sheet);
        int next = leaf_.first_applies;
        for (int up = leaf_.node; up >= 0 && next < leaf_.end_applies; up = c_.rules().nodes[index(up)].parent) {
            const auto& applies = c_.rules().nodes[index(up)].applies;
            if (!applies) continue;
            TrailCondition found = explain(c_, *applies, c_.program.applies[index(next)], figures);
            ++next;
            // Of several, the one that decides: the first that is not true.
            if (!mark.applies || mark.applies->value == true) mark.applies = std::move(found);
        }
        if (leaf_.free) return;
        const int shown = std::max<int>(0, cell.case_index);
        const program::CaseEntry& entry = c_.program.cases[index(leaf_.first_case + shown)];
        const model::Case& current = node_.cases[index(shown)];
        if (current.when) mark.when = explain(c_, *current.when, entry.when, figures);
        for (std::size_t i = 0; i < current.options.size(); ++i) {
            const int when = c_.program.choices[index(entry.first_choice) + i].when;
            if (when != none) mark.option_when.push_back(explain(c_, *current.options[i].when, when, figures));
        }
    }

    const Rated& c_;
    int number_;
    const Leaf& leaf_;
    const model::Node& node_;
};

TrailNode node(const Rated& c, int number) {
    const model::Node& from = c.rules().nodes[index(number)];
    const program::NodeEntry& entry = c.program.nodes[index(number)];
    TrailNode to;
    to.kind = from.kind;
    to.id = from.id;
    to.title = from.title;
    to.parent = from.parent;
    to.depth = from.depth;
    to.max = from.max ? *from.max : from.best;
    to.points = c.figure(entry.first_leaf, entry.end_leaf);
    for (int sheet = 0; sheet < c.result.counted.sheets; ++sheet)
        to.by_sheet.push_back(c.figure(entry.first_leaf, entry.end_leaf, sheet));
    if (entry.leaf != none) {
        const Marker marker(c, entry.leaf);
        for (int sheet = 0; sheet < c.result.counted.sheets; ++sheet) to.marks.push_back(marker.mark(sheet));
    }
    to.notes = from.remarks->notes;
    to.erratum = from.remarks->erratum;
    to.cite = from.cite;
    to.origin = from.origin;
    return to;
}

}  // namespace

bool Rated::shown(int first_leaf, int end_leaf, int first_sheet, int end_sheet) const {
    // What is not sure makes no difference to a rated card; its least points stand there.
    if (result.conclusion.outcome == Outcome::rated) return true;
    const bool partial = result.conclusion.outcome == Outcome::stopped || result.conclusion.outcome == Outcome::rejected;
    bool any = false, all = true;
    for (int leaf = first_leaf; leaf < end_leaf; ++leaf)
        for (int sheet = first_sheet; sheet < end_sheet; ++sheet) {
            const Cell& cell = result.counted.at(leaf, sheet);
            any = any || (cell.state != Cell::State::missing && cell.state != Cell::State::ignored);
            all = all && cell.known();
        }
    return all || (partial && any);
}

std::optional<Number> Rated::figure(int first_leaf, int end_leaf) const {
    if (!shown(first_leaf, end_leaf, 0, result.counted.sheets)) return std::nullopt;
    const rate::Figure figure = rate::combined_low(program, result.counted, first_leaf, end_leaf);
    return program.number(figure.numerator, figure.denominator);
}

std::optional<Number> Rated::figure(int first_leaf, int end_leaf, int sheet) const {
    if (!shown(first_leaf, end_leaf, sheet, sheet + 1)) return std::nullopt;
    program::Scaled sum = 0;
    for (int leaf = first_leaf; leaf < end_leaf; ++leaf) sum += result.counted.at(leaf, sheet).low;
    return program.number(sum);
}

std::string Rated::assessor(int sheet) const { return card.sheets.empty() ? std::string() : card.sheets[index(sheet)].assessor; }

std::vector<TrailNode> nodes(const Rated& c) {
    std::vector<TrailNode> out;
    for (int i = 0; i < static_cast<int>(c.program.nodes.size()); ++i) out.push_back(node(c, i));
    return out;
}

}  // namespace ocop::trail
