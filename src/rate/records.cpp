// What rating found, written down as numbers: form, sheets, conditions, and what decided the stars.
#include <algorithm>
#include <array>

#include "rate/answers.hpp"

namespace ocop::rate {
namespace {

using program::Leaf;
using program::none;
using program::Program;
using program::Scaled;
using Condition = Records::Condition;
using State = Cell::State;

std::size_t index(int i) { return static_cast<std::size_t>(i); }
int size_of(const auto& list) { return static_cast<int>(list.size()); }

Records::Answer answer(Truth truth) { return static_cast<Records::Answer>(truth); }
Records::Figure figure(const Figure& from) { return {from.numerator, from.denominator}; }

Records::Ways ways(const Ways& from, model::Combine combine) {
    return {static_cast<Records::Ways::Combine>(combine), static_cast<Records::Ways::MetBy>(from.minima_met_by),
            static_cast<Records::Ways::MetBy>(from.gates_met_by), static_cast<std::int8_t>(from.rounding_places), from.cumulative, from.next_star,
            from.print == model::Print::printed};
}

class Writer {
public:
    Writer(const Program& program, const card::Card& card, const Result& result, Answers& answers, Records& out)
        : program_(program), card_(card), result_(result), counted_(result.counted), conclusion_(result.conclusion), answers_(answers), out_(out) {}

    void write() {
        out_.scale = program_.scale;
        out_.sheets = counted_.sheets;
        out_.from_facts = counted_.from_facts;
        out_.ways = ways(result_.ways, program_.rules->council.combine);
        out_.conditions.clear();
        out_.options.clear();
        out_.evidence_missing.clear();
        facts();
        marks();
        sums();
        gates();
        minima();
        conclusion();
        alternatives();
        blockers(program_, result_, out_.blocked_by);
        find(program_, card_, result_, answers_, out_.findings);
    }

private:
    bool rated() const { return conclusion_.outcome == Outcome::rated; }

    void facts() {
        out_.facts.clear();
        for (std::size_t slot = model::slot_declared; slot < card_.facts.size(); ++slot) out_.facts.push_back({card_.facts[slot].known(), card_.assumed[slot]});
    }

    // ---- marks ----

    void marks() {
        out_.marks.resize(counted_.cells.size());
        for (int number = 0; number < size_of(program_.leaves); ++number)
            for (int sheet = 0; sheet < counted_.sheets; ++sheet) mark(number, sheet, out_.marks[index(number * counted_.sheets + sheet)]);
    }

    void mark(int number, int sheet, Records::Mark& to) {
        const Leaf& leaf = program_.leaves[index(number)];
        const Cell& cell = counted_.at(number, sheet);
        // An unsure mark counts at its least, where anything is counted at all.
        const bool counts = cell.known() || (cell.state == State::unsure && conclusion_.outcome != Outcome::undecided);
        to.applies = answer(cell.applies);
        to.case_ = cell.case_index == Cell::any_case || leaf.free ? none : leaf.first_case + cell.case_index;
        to.points = counts ? cell.low : Records::no_points;
        to.low = cell.low;
        to.high = cell.high;
        to.options = options(number, sheet, cell);
        to.state = state(cell, to.options.first == to.options.end && !leaf.free && cell.low == 0);
        to.conditions = conditions(leaf, sheet, cell);
        to.evidence_missing = evidence(leaf, to, cell);
    }

    static TrailMark::State state(const Cell& cell, bool nothing_ticked) {
        switch (cell.state) {
            case State::missing: return TrailMark::State::missing;
            case State::not_applicable: return TrailMark::State::not_applicable;
            case State::unsure: return TrailMark::State::unsure;
            case State::ignored: return TrailMark::State::ignored;
            case State::counted: break;
        }
        return nothing_ticked ? TrailMark::State::none : TrailMark::State::marked;
    }

    // An ignored or inapplicable mark is still named; it gives nothing.
    Records::Part options(int number, int sheet, const Cell& cell) {
        const Records::Index first = size_of(out_.options);
        if (cell.choice != none) {
            out_.options.push_back(cell.choice);
        } else if (!counted_.from_facts) {
            const card::Mark& given = card_.sheets[index(sheet)].marks[index(number)];
            if (given.kind == card::Mark::Kind::choice) out_.options.push_back(given.choice);
            else out_.options.insert(out_.options.end(), given.ticked.begin(), given.ticked.end());
        }
        return {first, size_of(out_.options)};
    }

    void note(Condition::Kind kind, int of, int code, int sheet) { out_.conditions.push_back({kind, answer(answers_.ask(code, sheet)), of, sheet}); }

    Records::Part conditions(const Leaf& leaf, int sheet, const Cell& cell) {
        const Records::Index first = size_of(out_.conditions);
        int next = leaf.first_applies;
        for (int up = leaf.node; next < leaf.end_applies; up = program_.nodes[index(up)].parent)
            if (program_.rules->nodes[index(up)].applies) note(Condition::Kind::applies, up, program_.applies[index(next++)], sheet);
        if (!leaf.free) {
            const int shown = leaf.first_case + std::max<int>(0, cell.case_index);
            const program::CaseEntry& entry = program_.cases[index(shown)];
            if (entry.when != none) note(Condition::Kind::case_, shown, entry.when, sheet);
            for (int i = entry.first_choice; leaf.has_when && i < entry.end_choice; ++i)
                if (const int when = program_.choices[index(i)].when; when != none) note(Condition::Kind::option, i, when, sheet);
        }
        return {first, size_of(out_.conditions)};
    }

    Records::Part evidence(const Leaf& leaf, const Records::Mark& mark, const Cell& cell) {
        const Records::Index first = size_of(out_.evidence_missing);
        if (leaf.has_evidence) {
            for (const Records::Index choice : Records::part(out_.options, mark.options)) {
                const program::Choice& entry = program_.choices[index(choice)];
                if (mark.state == TrailMark::State::marked && entry.points[0] > 0) require(program_.option(entry, leaf).remarks->evidence);
            }
            if (cell.state == State::counted && cell.high > 0) require(program_.rules->nodes[index(leaf.node)].remarks->evidence);
        }
        return {first, size_of(out_.evidence_missing)};
    }
    void require(const std::vector<int>& ids) {
        for (int id : ids)
            if (!card_.evidence[index(id)]) out_.evidence_missing.push_back(id);
    }

    // ---- sums ----

    // Sheet by sheet from the criteria up; then combined. What is not sure makes no difference to a rated card.
    void sums() {
        const auto sheets = index(counted_.sheets);
        out_.by_sheet.assign(program_.nodes.size() * sheets, 0);
        out_.sheet_totals.assign(sheets, 0);
        out_.nodes.resize(program_.nodes.size());
        for (int i = size_of(program_.nodes) - 1; i >= 0; --i) {
            const program::NodeEntry& node = program_.nodes[index(i)];
            Records::Points* row = &out_.by_sheet[index(i) * sheets];
            Records::Points* above = node.parent == none ? out_.sheet_totals.data() : &out_.by_sheet[index(node.parent) * sheets];
            for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
                if (node.leaf != none) row[sheet] = counted_.at(node.leaf, static_cast<int>(sheet)).low;
                above[sheet] += row[sheet];
            }
            out_.nodes[index(i)] = combined({row, sheets});
        }
        out_.total_before_rounding = combined(out_.sheet_totals);
        if (!rated()) hide();
    }

    Records::Figure combined(std::span<const Records::Points> row) {
        const model::Combine how = program_.rules->council.combine;
        if (adds_up(how, counted_.sheets)) {
            Scaled sum = 0;
            for (Scaled each : row) sum += each;
            return {sum, counted_.sheets};
        }
        std::array<Scaled, 16> few{};  // most councils
        std::vector<Scaled> many(row.size() > few.size() ? row.size() : 0);
        const std::span<Scaled> values = many.empty() ? std::span<Scaled>(few).first(row.size()) : std::span<Scaled>(many);
        std::copy(row.begin(), row.end(), values.begin());
        return figure(combine(how, values));
    }

    // Where something is missing there is no figure, except that a stopped or rejected dossier shows what was assessed.
    void hide() {
        const int sheets = counted_.sheets;
        for (int i = 0; i < size_of(program_.nodes); ++i) {
            const program::NodeEntry& node = program_.nodes[index(i)];
            for (int sheet = 0; sheet < sheets; ++sheet)
                if (!shown(node.first_leaf, node.end_leaf, sheet, sheet + 1)) out_.by_sheet[index(i * sheets + sheet)] = Records::no_points;
            if (!shown(node.first_leaf, node.end_leaf, 0, sheets)) out_.nodes[index(i)] = {};
        }
        const int leaves = size_of(program_.leaves);
        for (int sheet = 0; sheet < sheets; ++sheet)
            if (!shown(0, leaves, sheet, sheet + 1)) out_.sheet_totals[index(sheet)] = Records::no_points;
        if (!shown(0, leaves, 0, sheets)) out_.total_before_rounding = {};
    }

    bool shown(int first_leaf, int end_leaf, int first_sheet, int end_sheet) const {
        bool any = false, all = true;
        for (int leaf = first_leaf; leaf < end_leaf; ++leaf)
            for (int sheet = first_sheet; sheet < end_sheet; ++sheet) {
                const Cell& cell = counted_.at(leaf, sheet);
                any = any || (cell.state != State::missing && cell.state != State::ignored);
                all = all && cell.known();
            }
        return all || (conclusion_.outcome != Outcome::undecided && any);
    }

    // ---- what decided ----

    void gates() {
        out_.gates.resize(program_.gates.size());
        out_.stop_gate = none;
        out_.end_criterion = result_.found.stop_leaf == none ? size_of(program_.leaves) : result_.found.stop_leaf;
        for (int i = 0; i < size_of(program_.gates); ++i) {
            const program::GateEntry& gate = program_.gates[index(i)];
            const GateFound& found = result_.found.gates[index(i)];
            const bool first_stop = gate.effect == model::Effect::stop && gate.end_leaf == result_.found.stop_leaf && found.met == Truth::yes;
            if (first_stop && out_.stop_gate == none) out_.stop_gate = i;
            out_.gates[index(i)] = {effect(gate.effect), answer(found.met), gate.stars, gate.effect == model::Effect::stop ? gate.end_leaf : 0, conditions(i, gate, found)};
        }
    }

    Records::Part conditions(int number, const program::GateEntry& gate, const GateFound& found) {
        const Records::Index first = size_of(out_.conditions);
        // After a stop fewer marks count than those that it was decided on.
        const bool decided = result_.ways.gates_met_by == program::MetBy::combined && result_.found.stop_leaf == none;
        out_.conditions.push_back({Condition::Kind::gate, answer(decided ? found.met : answers_.ask(gate.when)), number, none});
        for (int sheet = 0; sheet < size_of(found.by_sheet); ++sheet) note(Condition::Kind::gate, number, gate.when, sheet);
        return {first, size_of(out_.conditions)};
    }

    void minima() {
        out_.minima.clear();
        for (int i = 0; i < size_of(result_.found.minima); ++i)
            if (result_.found.minima[index(i)].relevant) minimum(i);
    }

    void minimum(int number) {
        const program::MinimumEntry& entry = program_.minima[index(number)];
        const MinimumFound& found = result_.found.minima[index(number)];
        Records::Minimum to;
        to.minimum = number;
        to.criterion = entry.leaf;
        to.star = entry.star;
        to.required = program_.choices[index(entry.choice)].points[result_.ways.column()];
        to.actual = out_.nodes[index(program_.leaves[index(entry.leaf)].node)];
        to.binds = answer(found.binds);
        if (found.met == found.can_be_met) to.met = found.met ? Records::Answer::yes : Records::Answer::no;
        to.sheets_met = found.sheets_met;
        if (entry.when != none) {
            to.condition = size_of(out_.conditions);
            out_.conditions.push_back({Condition::Kind::minimum, answer(found.binds), number, none});
        }
        out_.minima.push_back(to);
    }

    void conclusion() {
        out_.outcome = conclusion_.outcome;
        out_.stars = rated() ? conclusion_.stars : none;
        out_.band = rated() ? conclusion_.band : none;
        out_.ceiling = rated() ? conclusion_.ceiling : none;
        out_.total = conclusion_.outcome == Outcome::undecided ? Records::Figure{} : figure(conclusion_.total);
        out_.range = range();
        out_.recognition = recognised(program_, card_, conclusion_);
        bands();
    }

    std::optional<Records::Range> range() const {
        if (conclusion_.outcome != Outcome::undecided) return std::nullopt;
        return Records::Range{figure(conclusion_.total_low), figure(conclusion_.total_high), conclusion_.stars_low, conclusion_.stars_high, conclusion_.can_be_rated,
                              conclusion_.can_be_stopped, conclusion_.can_be_rejected, conclusion_.exact};
    }

    void bands() {
        out_.bands.clear();
        out_.to_next_band = {};
        const Figure& total = conclusion_.total;
        for (const program::BandEntry& band : program_.bands) {
            out_.bands.push_back({band.star, band.low, band.low_open, band.star == out_.band});
            if (rated() && band.star > out_.band && !out_.to_next_band) out_.to_next_band = {band.low * total.denominator - total.numerator, total.denominator};
        }
    }

    void alternatives() {
        out_.alternatives.clear();
        for (const Alternative& each : result_.alternatives)
            out_.alternatives.push_back({each.reading, each.choice, each.outcome, each.outcome == Outcome::rated ? each.stars : none,
                                         each.outcome == Outcome::undecided ? Records::Figure{} : figure(each.total), each.changes});
    }

    const Program& program_;
    const card::Card& card_;
    const Result& result_;
    const Assessment& counted_;
    const Conclusion& conclusion_;
    Answers& answers_;
    Records& out_;
};

}  // namespace

void record(const Program& program, const card::Card& card, const Result& result, Room& room, Records& into) {
    Answers answers(program, card, result, room.answers);
    Writer(program, card, result, answers, into).write();
}

}  // namespace ocop::rate
