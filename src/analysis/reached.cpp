// Options, gates, minima, bands, cases and both branches of every condition, ticked off as cards are rated.
#include "analysis/reached.hpp"

#include <fmt/format.h>

#include "analysis/expectation.hpp"

namespace ocop::analysis {
namespace {

using Kind = Coverage::Kind;
using program::Leaf;
using program::none;
using program::Program;

std::size_t index(int i) { return static_cast<std::size_t>(i); }
constexpr std::size_t no_item = static_cast<std::size_t>(-1);

const std::string& id_of(const Program& program, const Leaf& leaf) { return program.rules->nodes[index(leaf.node)].id; }

}  // namespace

std::size_t Reached::put(Kind kind, std::string name, int star) {
    coverage_.items.push_back({kind, std::move(name), star, false});
    return coverage_.items.size() - 1;
}

Reached::Reached(const Program& program) {
    coverage_.rule_set = program.rules->id;
    list_options(program);
    for (const model::Gate& gate : program.rules->gates) gates_.push_back(put(Kind::gate, gate.id));
    for (const program::MinimumEntry& each : program.minima)
        minima_.push_back(each.stands[0] ? put(Kind::minimum, minimum_name(program, each), each.star) : no_item);
    for (const program::BandEntry& band : program.bands) bands_.push_back(put(Kind::band, std::to_string(band.star), band.star));
    for (const Leaf& leaf : program.leaves) {
        const model::Node& node = program.rules->nodes[index(leaf.node)];
        for (const model::Case& each : node.cases) cases_.push_back(node.several_cases() ? put(Kind::case_, node.id + " " + each.id) : no_item);
    }
    list_conditions(program);
}

void Reached::list_options(const Program& program) {
    for (const Leaf& leaf : program.leaves)
        for (int i = leaf.first_choice; i < leaf.end_choice; ++i)
            options_.push_back(put(Kind::option, id_of(program, leaf) + " " + program.option_name(program.choices[index(i)], leaf)));
}

void Reached::ask(const Program& program, int code, bool of_sheet, const std::string& what, const std::string& text) {
    if (code == none || program.code[index(code)].instructions.size() < 2) {
        // A fact alone is a condition too; a lone constant has no branches.
        if (code == none || program.code[index(code)].instructions.front().op == program::Op::constant) return;
    }
    const std::size_t first = put(Kind::branch, fmt::format("{} true: {}", what, text));
    put(Kind::branch, fmt::format("{} false: {}", what, text));
    conditions_.push_back({code, of_sheet, first});
}

void Reached::list_conditions(const Program& program) {
    const model::RuleSet& rules = *program.rules;
    std::size_t next_minimum = 0;
    for (const Leaf& leaf : program.leaves) {
        const model::Node& node = rules.nodes[index(leaf.node)];
        if (node.applies && leaf.first_applies < leaf.end_applies) ask(program, program.applies[index(leaf.first_applies)], true, node.id + " applies", node.applies->text);
        for (std::size_t k = 0; k < node.cases.size(); ++k) {
            const program::CaseEntry& entry = program.cases[index(leaf.first_case) + k];
            if (node.cases[k].when) ask(program, entry.when, true, node.id + " " + node.cases[k].id, node.cases[k].when->text);
            for (int i = entry.first_choice; i < entry.end_choice; ++i) {
                const program::Choice& choice = program.choices[index(i)];
                const model::Option& option = program.option(choice, leaf);
                if (option.when) ask(program, choice.when, true, node.id + " " + program.option_name(choice, leaf), option.when->text);
            }
        }
        for (; next_minimum < index(leaf.end_minimum); ++next_minimum) {
            const program::MinimumEntry& minimum = program.minima[next_minimum];
            const model::Option& option = program.option(program.choices[index(minimum.choice)], leaf);
            for (const model::Minimum& each : option.minima)
                if (each.when && each.star == minimum.star)
                    ask(program, minimum.when, false, fmt::format("{} {} minimum for {}", node.id, option.id, minimum.star), each.when->text);
        }
    }
    for (std::size_t i = 0; i < rules.gates.size(); ++i) ask(program, program.gates[i].when, false, "gate " + rules.gates[i].id, rules.gates[i].when->text);
}

void Reached::add(const Program& program, const card::Card& card, const rate::Result& result) {
    add_cells(program, card, result);
    for (std::size_t i = 0; i < result.found.gates.size(); ++i)
        if (result.found.gates[i].met == rate::Truth::yes) mark(gates_[i]);
    if (result.conclusion.outcome == ocop::Outcome::rated) {
        for (std::size_t i = 0; i < result.found.minima.size(); ++i) {
            const rate::MinimumFound& found = result.found.minima[i];
            if (minima_[i] != no_item && found.relevant && found.binds == rate::Truth::yes && !found.met) mark(minima_[i]);
        }
        for (std::size_t i = 0; i < program.bands.size(); ++i)
            if (program.bands[i].star == result.conclusion.band) mark(bands_[i]);
    }
    add_conditions(program, card, result);
}

// What counts on a sheet; marks after a stop, or where the criterion does not apply, do not.
void Reached::add_cells(const Program& program, const card::Card& card, const rate::Result& result) {
    for (int leaf = 0; leaf < static_cast<int>(program.leaves.size()); ++leaf)
        for (int sheet = 0; sheet < result.counted.sheets; ++sheet) {
            const rate::Cell& cell = result.counted.at(leaf, sheet);
            if (cell.state != rate::Cell::State::counted) continue;
            if (cell.choice != none) mark(options_[index(cell.choice)]);
            else if (!card.sheets.empty())
                for (int each : card.sheets[index(sheet)].marks[index(leaf)].ticked) mark(options_[index(each)]);
            if (cell.case_index < 0) continue;
            const std::size_t item = cases_[index(program.leaves[index(leaf)].first_case + cell.case_index)];
            if (item != no_item) mark(item);
        }
}

void Reached::add_conditions(const Program& program, const card::Card& card, const rate::Result& result) {
    const auto look = [&](const Asked& condition, const program::Figures& figures) {
        bool faults = false;
        const rate::Truth truth = rate::truth(program, condition.code, {card.facts, &figures, result.choices}, faults);
        if (truth != rate::Truth::unknown) mark(condition.item + (truth == rate::Truth::yes ? 0 : 1));
    };
    const rate::CombinedFigures combined(program, result.counted);
    for (const Asked& condition : conditions_) {
        if (!condition.of_sheet) look(condition, combined);
        else
            for (int sheet = 0; sheet < result.counted.sheets; ++sheet) look(condition, rate::SheetFigures(program, result.counted, card, sheet));
    }
}

}  // namespace ocop::analysis
