// What decided the stars: gates, minima, bands, readings.
#include "trail/build.hpp"
#include "trail/steps.hpp"

namespace ocop::trail {
namespace {

using program::none;
using rate::Truth;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

std::optional<bool> known(Truth truth) {
    if (truth == Truth::unknown) return std::nullopt;
    return truth == Truth::yes;
}

}  // namespace

TrailCondition explain(const Rated& c, const model::Condition& condition, int code, const program::Figures& figures) {
    program::Recorder recorder;
    const program::Inputs inputs{c.card.facts, &figures, c.result.choices};
    const base::Value value = program::evaluate(c.program.code[index(code)], inputs, &recorder, nullptr);
    TrailCondition out;
    out.text = condition.text;
    if (const bool* held = value.get_if<bool>()) out.value = *held;
    for (const auto& operand : recorder.operands) out.operands.push_back({operand.text, operand.value_text});
    out.origin = condition.origin;
    return out;
}

std::vector<TrailGate> gates(const Rated& c) {
    std::vector<TrailGate> out;
    const rate::CombinedFigures combined(c.program, c.result.counted);
    for (std::size_t i = 0; i < c.program.gates.size(); ++i) {
        const model::Gate& from = c.rules().gates[i];
        const rate::GateFound& found = c.result.found.gates[i];
        TrailGate to;
        to.id = from.id;
        to.title = from.title;
        to.effect = rate::effect(from.effect);
        to.stars = from.stars;
        if (from.after >= 0) to.after = c.rules().nodes[index(from.after)].id;
        to.met = known(found.met);
        to.condition = explain(c, *from.when, c.program.gates[i].when, combined);
        for (int sheet = 0; sheet < static_cast<int>(found.by_sheet.size()); ++sheet)
            to.by_sheet.push_back(explain(c, *from.when, c.program.gates[i].when,
                                          rate::SheetFigures(c.program, c.result.counted, c.card, sheet)));
        to.cite = from.cite;
        to.origin = from.origin;
        out.push_back(std::move(to));
    }
    return out;
}

std::vector<TrailMinimum> minima(const Rated& c) {
    std::vector<TrailMinimum> out;
    const std::size_t column = c.result.ways.column();
    const rate::CombinedFigures combined(c.program, c.result.counted);
    for (std::size_t i = 0; i < c.result.found.minima.size(); ++i) {
        const rate::MinimumFound& found = c.result.found.minima[i];
        if (!found.relevant) continue;
        const program::MinimumEntry& entry = c.program.minima[i];
        const program::Leaf& leaf = c.program.leaves[index(entry.leaf)];
        const program::Choice& choice = c.program.choices[index(entry.choice)];
        const model::Option& option = c.program.option(choice, leaf);
        const model::Minimum& from = minimum_of(c.program, static_cast<int>(i));
        TrailMinimum to;
        to.node = c.rules().nodes[index(leaf.node)].id;
        to.star = entry.star;
        to.option = c.program.option_name(choice, leaf);
        to.title = option.title;
        to.required = c.program.number(choice.points[column]);
        to.actual = c.figure(entry.leaf, entry.leaf + 1);
        to.binds = known(found.binds);
        if (found.met == found.can_be_met) to.met = found.met;
        to.sheets_met = found.sheets_met;
        if (from.when) to.when = explain(c, *from.when, entry.when, combined);
        to.cite = from.cite;
        to.origin = from.origin;
        out.push_back(std::move(to));
    }
    return out;
}

std::vector<TrailBand> bands(const Rated& c) {
    std::vector<TrailBand> out;
    for (const model::Band& band : c.rules().bands)
        out.push_back({band.star, band.text, band.low, band.high, band.low_open, band.high_open, band.printed, band.cite});
    return out;
}

std::optional<Number> to_next_band(const Rated& c) {
    if (c.result.conclusion.outcome != Outcome::rated) return std::nullopt;
    const rate::Figure& total = c.result.conclusion.total;
    for (const program::BandEntry& band : c.program.bands)
        if (band.star > c.result.conclusion.band)
            return c.program.number(band.low * total.denominator - total.numerator, total.denominator);
    return std::nullopt;
}

std::vector<TrailReading> readings(const Rated& c) {
    std::vector<TrailReading> out;
    for (const model::Reading& reading : c.rules().readings) out.push_back({reading.name, reading.title, reading.chosen, {}, reading.cite});
    for (const rate::Alternative& other : c.result.alternatives) {
        TrailReading::Alternative to;
        to.value = rate::word(c.rules().readings[index(other.reading)], other.choice);
        to.outcome = other.outcome;
        if (other.outcome == Outcome::rated) to.stars = other.stars;
        if (other.outcome != Outcome::undecided) to.total = c.program.number(other.total.numerator, other.total.denominator);
        to.changes = other.changes;
        out[index(other.reading)].alternatives.push_back(std::move(to));
    }
    return out;
}

std::vector<TrailFact> facts(const Rated& c) {
    std::vector<TrailFact> out;
    for (std::size_t slot = model::slot_declared; slot < c.rules().facts.size(); ++slot) {
        const model::Fact& fact = c.rules().facts[slot];
        out.push_back({fact.name, fact.title, base::text(c.card.facts[slot], fact.type.unit()), static_cast<bool>(c.card.assumed[slot])});
    }
    return out;
}

}  // namespace ocop::trail
