// Gates and minima of one run: what holds, what does not, what is not known.
#include "rate/decide.hpp"

#include <algorithm>
#include <array>

#include "rate/minima.hpp"

namespace ocop::rate {
namespace {

using model::Effect;
using program::GateEntry;
using program::none;
using program::Program;
using program::Scaled;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

template <class Points>
Figure combined_of(const Program& program, const Assessment& assessment, int first_leaf, int end_leaf, Points points) {
    const model::Combine how = program.rules->council.combine;
    if (adds_up(how, assessment.sheets)) {
        Scaled sum = 0;
        for (int cell = first_leaf * assessment.sheets; cell < end_leaf * assessment.sheets; ++cell) sum += points(assessment.cells[index(cell)]);
        return {sum, assessment.sheets};
    }
    std::array<Scaled, 16> few{};  // most councils
    std::vector<Scaled> many(index(assessment.sheets) > few.size() ? index(assessment.sheets) : 0);
    const std::span<Scaled> sums = many.empty() ? std::span<Scaled>(few).first(index(assessment.sheets)) : std::span<Scaled>(many);
    for (int leaf = first_leaf; leaf < end_leaf; ++leaf)
        for (int sheet = 0; sheet < assessment.sheets; ++sheet) sums[index(sheet)] += points(assessment.at(leaf, sheet));
    return combine(how, sums);
}

class Run {
public:
    Run(const Program& program, const card::Card& card, std::span<const int> choices, const Ways& ways, const Assessment& full,
        Assessment& stopped, Found& out)
        : program_(program), card_(card), choices_(choices), ways_(ways), full_(full), stopped_(stopped),
          leaves_(static_cast<int>(program.leaves.size())), found_(out) {}

    void find() {
        found_.clear();
        find_gates();
        const Assessment& counted = found_.stop_leaf == none ? full_ : stopped_;
        const int end = found_.stop_leaf == none ? leaves_ : found_.stop_leaf;
        for (int leaf = 0; leaf < end && !found_.missing; ++leaf)
            for (int sheet = 0; sheet < counted.sheets; ++sheet)
                found_.missing = found_.missing || counted.at(leaf, sheet).state == Cell::State::missing;
        found_.low = combined_low(program_, counted, 0, end);
        found_.high = combined_high(program_, counted, 0, end);
        find_possible_stops(end);
        if (found_.stop_leaf == none) find_minima(program_, card_, choices_, ways_, full_, found_.faults, found_.minima);
    }

private:
    // Stop gates are decided on all marks, the others on those that count after a stop.
    void find_gates() {
        found_.gates.resize(program_.gates.size());
        decide_gates(full_, [](Effect effect) { return effect == Effect::stop; });
        for (std::size_t i = 0; i < program_.gates.size(); ++i) {
            const GateEntry& gate = program_.gates[i];
            if (gate.effect != Effect::stop || found_.gates[i].met != Truth::yes) continue;
            found_.stop_leaf = found_.stop_leaf == none ? gate.end_leaf : std::min(found_.stop_leaf, gate.end_leaf);
        }
        if (found_.stop_leaf != none) assess(program_, card_, choices_, ways_, found_.stop_leaf, stopped_);
        decide_gates(found_.stop_leaf == none ? full_ : stopped_, [](Effect effect) { return effect != Effect::stop; });
    }

    template <class Wanted>
    void decide_gates(const Assessment& assessment, Wanted wanted) {
        for (std::size_t i = 0; i < program_.gates.size(); ++i)
            if (wanted(program_.gates[i].effect)) decide(program_.gates[i], assessment, found_.gates[i]);
    }

    void decide(const GateEntry& gate, const Assessment& assessment, GateFound& found) {
        if (ways_.gates_met_by == program::MetBy::combined) {
            const CombinedFigures figures(program_, assessment);
            found.met = truth(program_, gate.when, {card_.facts, &figures, choices_}, found_.faults);
            return;
        }
        int yes = 0, unknown = 0;
        Truth one = Truth::unknown;
        for (int sheet = 0; sheet < assessment.sheets; ++sheet) {
            const SheetFigures figures(program_, assessment, card_, sheet);
            // What asks for facts only has the same answer on every sheet.
            if (sheet == 0 || !program_.by_facts[index(gate.when)]) one = truth(program_, gate.when, {card_.facts, &figures, choices_}, found_.faults);
            yes += one == Truth::yes ? 1 : 0;
            unknown += one == Truth::unknown ? 1 : 0;
            found.by_sheet.push_back(one);
        }
        const auto enough = [&](int sheets) {
            return ways_.gates_met_by == program::MetBy::any ? sheets > 0 : sheets * 2 > assessment.sheets;
        };
        found.met = enough(yes) ? Truth::yes : (enough(yes + unknown) ? Truth::unknown : Truth::no);
    }

    // A stop that may yet hold leaves fewer points.
    void find_possible_stops(int end) {
        found_.low_if_stopped = found_.low;
        for (std::size_t i = 0; i < program_.gates.size(); ++i) {
            const GateEntry& gate = program_.gates[i];
            if (gate.effect != Effect::stop || found_.gates[i].met != Truth::unknown || gate.end_leaf >= end) continue;
            Assessment cut;
            assess(program_, card_, choices_, ways_, gate.end_leaf, cut);
            const Figure low = combined_low(program_, cut, 0, gate.end_leaf);
            if (compare(low, found_.low_if_stopped) < 0) found_.low_if_stopped = low;
        }
    }

    const Program& program_;
    const card::Card& card_;
    std::span<const int> choices_;
    const Ways& ways_;
    const Assessment& full_;
    Assessment& stopped_;
    int leaves_;
    Found& found_;
};

}  // namespace

void Found::clear() {
    for (GateFound& gate : gates) gate.by_sheet.clear();
    minima.clear();
    stop_leaf = none;
    missing = faults = false;
}

Figure combined_low(const Program& program, const Assessment& assessment, int first_leaf, int end_leaf) {
    return combined_of(program, assessment, first_leaf, end_leaf, [](const Cell& cell) { return cell.low; });
}

Figure combined_high(const Program& program, const Assessment& assessment, int first_leaf, int end_leaf) {
    return combined_of(program, assessment, first_leaf, end_leaf, [](const Cell& cell) { return cell.high; });
}

bool all_known(const Assessment& assessment, int first_leaf, int end_leaf) {
    for (int leaf = first_leaf; leaf < end_leaf; ++leaf)
        for (int sheet = 0; sheet < assessment.sheets; ++sheet)
            if (!assessment.at(leaf, sheet).known()) return false;
    return true;
}

Found find_out(const Program& program, const card::Card& card, std::span<const int> choices, const Ways& ways, const Assessment& full,
               Assessment& stopped) {
    Found found;
    find_out(program, card, choices, ways, full, stopped, found);
    return found;
}

void find_out(const Program& program, const card::Card& card, std::span<const int> choices, const Ways& ways, const Assessment& full,
              Assessment& stopped, Found& out) {
    Run(program, card, choices, ways, full, stopped, out).find();
}

}  // namespace ocop::rate
