// The rating under the readings chosen, then once more for every alternative that can make a difference.
#include "rate/rate.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "rate/completions.hpp"
#include "rate/minima.hpp"

namespace ocop::rate {
namespace {

using program::none;
using program::Program;

class Rater {
public:
    Rater(const Program& program, const card::Card& card, Result& result, Room& room)
        : program_(program), card_(card), result_(result), room_(room), full_(result.counted) {}

    void rate() {
        result_.alternatives.clear();
        result_.choices.assign(program_.rules->readings.size(), 0);
        result_.ways = decode(program_, result_.choices);
        assess(program_, card_, result_.choices, result_.ways, leaves(), full_);
        find_out(program_, card_, result_.choices, result_.ways, full_, room_.stopped, result_.found);
        result_.conclusion = conclude(program_, result_.ways, result_.found);
        if (result_.conclusion.outcome == Outcome::undecided) narrow(program_, card_, result_.conclusion);
        for (std::size_t i = 0; i < program_.rules->readings.size(); ++i)
            for (std::size_t k = 0; k < program_.rules->readings[i].also.size(); ++k)
                try_alternative(static_cast<int>(i), static_cast<int>(k) + 1);
        result_.found.faults = result_.found.faults || full_.faults;
        if (result_.found.stop_leaf != none) std::swap(result_.counted, room_.stopped);
    }

private:
    int leaves() const { return static_cast<int>(program_.leaves.size()); }

    void try_alternative(int reading, int choice) {
        const Conclusion& chosen = result_.conclusion;
        const Conclusion other = matters(reading) ? conclude_with(reading, choice) : chosen;
        Alternative found{reading, choice, other.outcome, other.stars, other.total, false};
        found.changes = other.outcome != chosen.outcome || (other.outcome == Outcome::rated && other.stars != chosen.stars);
        result_.alternatives.push_back(found);
    }

    // Whether it is worth trying: one sheet is its own majority, and not every form has misprints.
    bool matters(int reading) const {
        switch (reading) {
            case model::reading_minima_met_by:
            case model::reading_gates_met_by: return full_.sheets > 1;
            case model::reading_errata: return program_.misprinted || program_.reading_used[model::reading_errata];
            default: return reading < model::reading_count || program_.reading_used[static_cast<std::size_t>(reading)];
        }
    }

    Conclusion conclude_with(int reading, int choice) {
        room_.choices = result_.choices;
        room_.choices[static_cast<std::size_t>(reading)] = choice;
        const Ways ways = decode(program_, room_.choices);
        const bool stars_only = reading == model::reading_rounding || reading == model::reading_minima_cumulate ||
                                reading == model::reading_minima_missed;
        // A condition may ask even for these.
        if (stars_only && !program_.reading_used[static_cast<std::size_t>(reading)]) return conclude(program_, ways, result_.found);
        // Nothing but the minima is another then.
        if (reading == model::reading_minima_met_by && !program_.reading_used[static_cast<std::size_t>(reading)]) return conclude_with_minima(ways);
        const bool points_too = reading >= model::reading_errata || program_.reading_used[static_cast<std::size_t>(reading)];
        if (points_too) assess(program_, card_, room_.choices, ways, leaves(), room_.other);
        find_out(program_, card_, room_.choices, ways, points_too ? room_.other : full_, room_.other_stopped, room_.other_found);
        return conclude(program_, ways, room_.other_found);
    }

    Conclusion conclude_with_minima(const Ways& ways) {
        room_.other_found = result_.found;
        if (result_.found.stop_leaf == none)
            find_minima(program_, card_, room_.choices, ways, full_, room_.other_found.faults, room_.other_found.minima);
        return conclude(program_, ways, room_.other_found);
    }

    const Program& program_;
    const card::Card& card_;
    Result& result_;
    Room& room_;
    Assessment& full_;  // what counts, unless a stop holds
};

// The lowest scaled total of a star's band.
program::Scaled band_low(const Program& program, int star) {
    for (const program::BandEntry& band : program.bands)
        if (band.star == star) return band.low;
    return 0;
}

}  // namespace

TrailGate::Effect effect(model::Effect effect) {
    switch (effect) {
        case model::Effect::reject: return TrailGate::Effect::reject;
        case model::Effect::stop: return TrailGate::Effect::stop;
        case model::Effect::cap: return TrailGate::Effect::cap;
    }
    return TrailGate::Effect::reject;
}

int next_star(const Program& program, const Ways& ways, Outcome outcome, int stars, int ceiling) {
    if (outcome != Outcome::rated) return 0;
    if (stars == 0 && !ways.next_star) return ceiling;
    for (int star : program.stars)
        if (star > stars) return star;
    return 0;
}

void rate(const Program& program, const card::Card& card, Result& out, Room& room) { Rater(program, card, out, room).rate(); }

Result rate(const Program& program, const card::Card& card) {
    Result result;
    Room room;
    rate(program, card, result, room);
    return result;
}

Conclusion conclusion(const Program& program, const card::Card& card) {
    const Choices choices(program.rules->readings.size(), 0);
    const Ways ways = decode(program, choices);
    Assessment full, stopped;
    assess(program, card, choices, ways, static_cast<int>(program.leaves.size()), full);
    return conclude(program, ways, find_out(program, card, choices, ways, full, stopped));
}

std::size_t variations(const Program& program, const card::Card& card) {
    std::size_t longest = 1;
    for (const base::Value& fact : card.facts)
        if (fact.list() != nullptr) longest = std::max(longest, fact.list()->size());
    const std::size_t sheets = std::max<std::size_t>(1, card.sheets.size());
    std::size_t steps = program.leaves.size() * sheets;
    for (const program::Code& code : program.code)
        steps += sheets * (code.variables == 0 ? code.instructions.size() : std::min(base::limits::evaluation_steps, code.instructions.size() * longest));
    return base::limits::variation_steps / std::max<std::size_t>(1, steps);
}

std::vector<int> blocking_minima(const Program& program, const Result& result) {
    std::vector<Records::Blocker> all;
    blockers(program, result, all);
    std::vector<int> out;
    for (const Records::Blocker& each : all)
        if (each.kind == Records::Blocker::Kind::minimum) out.push_back(each.of);
    return out;
}

void blockers(const Program& program, const Result& result, std::vector<Records::Blocker>& out) {
    using Kind = Records::Blocker::Kind;
    out.clear();
    const Conclusion& conclusion = result.conclusion;
    const int target = next_star(program, result.ways, conclusion.outcome, conclusion.stars, conclusion.ceiling);
    if (target == 0) return;
    const auto minimum_of = [&](int i) -> const program::MinimumEntry& { return program.minima[static_cast<std::size_t>(i)]; };
    for (int i = 0; i < static_cast<int>(program.minima.size()); ++i) {
        const program::MinimumEntry& minimum = minimum_of(i);
        const MinimumFound& found = result.found.minima[static_cast<std::size_t>(i)];
        const bool needed = result.ways.cumulative ? minimum.star <= target : minimum.star == target;
        if (!needed || found.binds == Truth::no || found.met) continue;
        const bool said = !out.empty() && minimum_of(out.back().of).leaf == minimum.leaf && minimum_of(out.back().of).star == minimum.star;
        if (!said) out.push_back({Kind::minimum, i, minimum.star, {}});
    }
    const Figure& total = conclusion.total;
    if (conclusion.band < target)
        out.push_back({Kind::points, none, target, {band_low(program, target) * total.denominator - total.numerator, total.denominator}});
    for (std::size_t i = 0; i < program.gates.size(); ++i) {
        const program::GateEntry& gate = program.gates[i];
        if (gate.effect == model::Effect::cap && gate.stars < target && result.found.gates[i].met != Truth::no)
            out.push_back({Kind::cap, static_cast<int>(i), target, {}});
    }
}

std::vector<std::string> blocked_by(const Program& program, const Result& result) {
    std::vector<Records::Blocker> all;
    blockers(program, result, all);
    const model::RuleSet& rules = *program.rules;
    const auto text = [&](const Records::Blocker& each) {
        const auto of = static_cast<std::size_t>(each.of);
        switch (each.kind) {
            case Records::Blocker::Kind::minimum: {
                const auto leaf = static_cast<std::size_t>(program.minima[of].leaf);
                return "minimum " + rules.nodes[static_cast<std::size_t>(program.leaves[leaf].node)].id + " for " + std::to_string(each.star);
            }
            case Records::Blocker::Kind::points:
                return "points " + program.number(each.points.numerator, each.points.denominator).text() + " for " + std::to_string(each.star);
            case Records::Blocker::Kind::cap: break;
        }
        return "cap " + rules.gates[of].id;
    };
    std::vector<std::string> out;
    for (const Records::Blocker& each : all) out.push_back(text(each));
    return out;
}

std::optional<Records::Recognition> recognised(const Program& program, const card::Card& card, const Conclusion& conclusion) {
    if (conclusion.outcome != Outcome::rated) return std::nullopt;
    const auto& entries = program.rules->recognition;
    int valid = none;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (card.assessed_on ? entries[i].from <= *card.assessed_on : entries.size() == 1) valid = static_cast<int>(i);
    if (valid == none) return std::nullopt;
    for (const auto& [star, authority] : entries[static_cast<std::size_t>(valid)].stars) {
        if (star != conclusion.stars) continue;
        using Standing = Recognition::Standing;
        Standing standing = !card.level             ? Standing::unknown
                            : *card.level == authority ? Standing::final
                            : *card.level < authority  ? Standing::proposal
                                                       : Standing::adoptable;
        // A rating of facts alone, without a council's marks, is never the last word.
        if (standing == Standing::final && card.sheets.empty()) standing = Standing::proposal;
        return Records::Recognition{valid, authority, standing};
    }
    return std::nullopt;
}

std::optional<Recognition> recognise(const Program& program, const card::Card& card, const Conclusion& conclusion) {
    const auto found = recognised(program, card, conclusion);
    if (!found) return std::nullopt;
    const model::RecognitionEntry& valid = program.rules->recognition[static_cast<std::size_t>(found->entry)];
    Recognition out;
    out.authority = found->authority;
    out.certificate = valid.certificate;
    out.cite = valid.cite;
    out.standing = found->standing;
    if (card.level) out.final = out.standing == Recognition::Standing::final;
    return out;
}

}  // namespace ocop::rate
