// The trail put together from its pieces.
#include "trail/build.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <ocop/version.hpp>

#include "base/digest.hpp"
#include "trail/steps.hpp"

namespace ocop::trail {
namespace {

std::string text(const std::optional<base::Date>& date) { return date ? date->text() : std::string(); }

const char* word(model::Combine how) {
    switch (how) {
        case model::Combine::mean: return "mean";
        case model::Combine::median: return "median";
        case model::Combine::trimmed_mean: return "trimmed mean";
    }
    return "";
}

Trail::RuleSetPart rule_set(const model::RuleSet& rules, const card::Card& card) {
    Trail::RuleSetPart part;
    part.id = rules.id;
    part.title = rules.title;
    part.basis = rules.basis;
    part.in_force_from = text(rules.in_force.from);
    part.in_force_until = text(rules.in_force.until);
    part.new_dossiers_until = text(rules.in_force.new_dossiers_until);
    part.incomplete = rules.missing_on(card.assessed_on);
    part.notes = rules.notes;
    part.digest = rules.digest;
    part.file = rules.file;
    return part;
}

Trail::CouncilPart council(const model::Council& rules, const card::Card& card) {
    return {rules.id, word(rules.combine), rules.quorum, rules.spread, card.members, rules.cite, rules.digest};
}

// What it is and whose stands first, then where from the nearest on; other keys as given.
std::size_t place_of(const std::string& key) {
    constexpr std::array<std::string_view, 5> order = {"name", "maker", "commune", "district", "province"};
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), key) - order.begin());
}

Trail::CardPart card_part(const model::RuleSet& rules, const card::Card& card) {
    Trail::CardPart part;
    part.id = card.id;
    part.product = card.product;
    std::stable_sort(part.product.begin(), part.product.end(), [](const auto& a, const auto& b) { return place_of(a.first) < place_of(b.first); });
    if (card.level) part.level = name(*card.level);
    part.filed_on = text(card.filed_on);
    part.assessed_on = text(card.assessed_on);
    for (std::size_t i = 0; i < rules.evidence.size(); ++i)
        if (card.evidence[i]) part.evidence.push_back(rules.evidence[i].id);
    part.digest = base::sha256(card.canonical);
    part.written = card.canonical;
    return part;
}

std::vector<TrailSheet> sheets(const Rated& c) {
    std::vector<TrailSheet> out;
    for (int sheet = 0; sheet < c.result.counted.sheets; ++sheet)
        out.push_back({c.assessor(sheet), c.figure(0, static_cast<int>(c.program.leaves.size()), sheet)});
    return out;
}

// The gate whose stop came first.
std::optional<std::string> stopped_after(const Rated& c) {
    if (c.result.found.stop_leaf == program::none) return std::nullopt;
    for (std::size_t i = 0; i < c.program.gates.size(); ++i) {
        const program::GateEntry& gate = c.program.gates[i];
        if (gate.effect != model::Effect::stop || gate.end_leaf != c.result.found.stop_leaf) continue;
        if (c.result.found.gates[i].met != rate::Truth::yes) continue;
        const int after = c.rules().gates[i].after;
        return after < 0 ? std::string() : c.rules().nodes[static_cast<std::size_t>(after)].id;
    }
    return std::nullopt;
}

}  // namespace

Range range(const program::Program& program, const rate::Conclusion& conclusion) {
    Range range;
    range.total_low = program.number(conclusion.total_low.numerator, conclusion.total_low.denominator);
    range.total_high = program.number(conclusion.total_high.numerator, conclusion.total_high.denominator);
    range.exact = conclusion.exact;
    range.stars_low = conclusion.stars_low;
    range.stars_high = conclusion.stars_high;
    if (conclusion.can_be_rated) range.outcomes.push_back(Outcome::rated);
    if (conclusion.can_be_stopped) range.outcomes.push_back(Outcome::stopped);
    if (conclusion.can_be_rejected) range.outcomes.push_back(Outcome::rejected);
    return range;
}

Summary summarize(const program::Program& program, const card::Card& card, const rate::Result& result) {
    const Rated c{program, card, result};
    const rate::Conclusion& conclusion = result.conclusion;
    Summary summary;
    summary.scorecard = card.id;
    summary.rule_set = program.rules->id;
    summary.outcome = conclusion.outcome;
    if (conclusion.outcome == Outcome::rated) {
        summary.stars = conclusion.stars;
        summary.band = conclusion.band;
    }
    if (conclusion.outcome == Outcome::undecided) {
        summary.range = range(program, conclusion);
    } else {
        summary.total = program.number(conclusion.total.numerator, conclusion.total.denominator);
    }
    for (std::size_t i = 0; i < program.nodes.size(); ++i)
        if (program.nodes[i].parent < 0)
            summary.parts.emplace_back(program.rules->nodes[i].id, c.figure(program.nodes[i].first_leaf, program.nodes[i].end_leaf));
    summary.blocked_by = rate::blocked_by(program, result);
    summary.recognition = rate::recognise(program, card, conclusion);
    summary.findings = findings(program, card, result);
    return summary;
}

Trail build(const program::Program& program, const card::Card& card, const rate::Result& result) {
    const Rated c{program, card, result};
    Trail trail;
    trail.summary = summarize(program, card, result);
    trail.engine = std::string("ocop ") + version();
    trail.rule_set = rule_set(*program.rules, card);
    trail.council = council(program.rules->council, card);
    trail.card = card_part(*program.rules, card);
    trail.facts = facts(c);
    trail.sheets = sheets(c);
    trail.nodes = nodes(c);
    trail.gates = gates(c);
    trail.stopped_after = stopped_after(c);
    trail.bands = bands(c);
    trail.total_before_rounding = c.figure(0, static_cast<int>(program.leaves.size()));
    if (result.conclusion.outcome == Outcome::rated) trail.ceiling = result.conclusion.ceiling;
    trail.minima = minima(c);
    trail.to_next_band = to_next_band(c);
    trail.readings = readings(c);
    return trail;
}

}  // namespace ocop::trail
