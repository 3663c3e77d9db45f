// The rating under the readings chosen, then once more for every alternative that can make a difference.
#include "rate/rate.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "rate/completions.hpp"

namespace ocop::rate {
namespace {

using program::none;
using program::Program;

class Rater {
public:
    Rater(const Program& program, const card::Card& card) : program_(program), card_(card) {}

    Result rate() {
        result_.choices.assign(program_.rules->readings.size(), 0);
        result_.ways = decode(program_, result_.choices);
        assess(program_, card_, result_.choices, result_.ways, leaves(), full_);
        Assessment stopped;
        result_.found = find_out(program_, card_, result_.choices, result_.ways, full_, stopped);
        result_.conclusion = conclude(program_, result_.ways, result_.found);
        if (result_.conclusion.outcome == Outcome::undecided) narrow(program_, card_, result_.conclusion);
        for (std::size_t i = 0; i < program_.rules->readings.size(); ++i)
            for (std::size_t k = 0; k < program_.rules->readings[i].also.size(); ++k)
                try_alternative(static_cast<int>(i), static_cast<int>(k) + 1);
        result_.found.faults = result_.found.faults || full_.faults;
        result_.counted = result_.found.stop_leaf == none ? std::move(full_) : std::move(stopped);
        return std::move(result_);
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
        Choices choices = result_.choices;
        choices[static_cast<std::size_t>(reading)] = choice;
        const Ways ways = decode(program_, choices);
        const bool stars_only = reading == model::reading_rounding || reading == model::reading_minima_cumulate ||
                                reading == model::reading_minima_missed;
        // A condition may ask even for these.
        if (stars_only && !program_.reading_used[static_cast<std::size_t>(reading)]) return conclude(program_, ways, result_.found);
        Assessment full, stopped;
        const bool points_too = reading >= model::reading_errata || program_.reading_used[static_cast<std::size_t>(reading)];
        if (points_too) assess(program_, card_, choices, ways, leaves(), full);
        return conclude(program_, ways, find_out(program_, card_, choices, ways, points_too ? full : full_, stopped));
    }

    const Program& program_;
    const card::Card& card_;
    Assessment full_;
    Result result_;
};

// The lowest scaled total of a star's band.
program::Scaled band_low(const Program& program, int star) {
    for (const program::BandEntry& band : program.bands)
        if (band.star == star) return band.low;
    return 0;
}

int next_star(const Program& program, int stars) {
    for (int star : program.stars)
        if (star > stars) return star;
    return 0;
}

// The stars that would be one more; 0: not rated, or at the top. Without any star, meeting the minima of the ceiling gives the ceiling.
int aim(const Program& program, const Result& result) {
    const Conclusion& conclusion = result.conclusion;
    if (conclusion.outcome != Outcome::rated) return 0;
    return conclusion.stars == 0 && !result.ways.next_star ? conclusion.ceiling : next_star(program, conclusion.stars);
}

}  // namespace

Result rate(const Program& program, const card::Card& card) { return Rater(program, card).rate(); }

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
    std::vector<int> out;
    const int target = aim(program, result);
    for (std::size_t i = 0; target > 0 && i < program.minima.size(); ++i) {
        const program::MinimumEntry& minimum = program.minima[i];
        const MinimumFound& found = result.found.minima[i];
        const bool needed = result.ways.cumulative ? minimum.star <= target : minimum.star == target;
        if (!needed || found.binds == Truth::no || found.met) continue;
        const auto said = [&](int other) { return program.minima[static_cast<std::size_t>(other)].leaf == minimum.leaf && program.minima[static_cast<std::size_t>(other)].star == minimum.star; };
        if (out.empty() || !said(out.back())) out.push_back(static_cast<int>(i));
    }
    return out;
}

std::vector<std::string> blocked_by(const Program& program, const Result& result) {
    const Conclusion& conclusion = result.conclusion;
    std::vector<std::string> out;
    const int target = aim(program, result);
    if (target == 0) return out;
    const model::RuleSet& rules = *program.rules;
    for (const int i : blocking_minima(program, result)) {
        const program::MinimumEntry& minimum = program.minima[static_cast<std::size_t>(i)];
        const auto node = static_cast<std::size_t>(program.leaves[static_cast<std::size_t>(minimum.leaf)].node);
        out.push_back("minimum " + rules.nodes[node].id + " for " + std::to_string(minimum.star));
    }
    const program::Scaled low = band_low(program, target);
    if (conclusion.band < target) {
        const Figure& total = conclusion.total;
        const Number distance = program.number(low * total.denominator - total.numerator, total.denominator);
        out.push_back("points " + distance.text() + " for " + std::to_string(target));
    }
    for (std::size_t i = 0; i < program.gates.size(); ++i) {
        const program::GateEntry& gate = program.gates[i];
        if (gate.effect == model::Effect::cap && gate.stars < target && result.found.gates[i].met != Truth::no)
            out.push_back("cap " + rules.gates[i].id);
    }
    return out;
}

std::optional<Recognition> recognise(const Program& program, const card::Card& card, const Conclusion& conclusion) {
    if (conclusion.outcome != Outcome::rated) return std::nullopt;
    const auto& entries = program.rules->recognition;
    const model::RecognitionEntry* valid = nullptr;
    for (const auto& entry : entries)
        if (card.assessed_on ? entry.from <= *card.assessed_on : entries.size() == 1) valid = &entry;
    if (valid == nullptr) return std::nullopt;
    for (const auto& [star, authority] : valid->stars) {
        if (star != conclusion.stars) continue;
        Recognition found;
        found.authority = authority;
        found.certificate = valid->certificate;
        found.cite = valid->cite;
        using Standing = Recognition::Standing;
        found.standing = !card.level             ? Standing::unknown
                         : *card.level == authority ? Standing::final
                         : *card.level < authority  ? Standing::proposal
                                                    : Standing::adoptable;
        // A rating of facts alone, without a council's marks, is never the last word.
        if (found.standing == Standing::final && card.sheets.empty()) found.standing = Standing::proposal;
        if (card.level) found.final = found.standing == Standing::final;
        return found;
    }
    return std::nullopt;
}

}  // namespace ocop::rate
