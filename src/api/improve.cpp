// Ways to more stars, and what they may cost.
#include <ocop/improve.hpp>

#include <stdexcept>

#include "analysis/improve/improve.hpp"
#include "analysis/improve/read_costs.hpp"
#include "api/state.hpp"

namespace ocop {
namespace {

void require_valid(const std::optional<Number>& cost) {
    if (cost && (cost->sign() < 0 || *cost > Number(1'000'000) || cost->round(6, Number::Rounding::down) != *cost))
        throw std::invalid_argument("a cost is below 0, above 1,000,000 or has more than 6 decimals: " + cost->text());
}

}  // namespace

const Costs& Costs::Loaded::value() const {
    if (!costs) throw LoadError(diagnostics);
    return *costs;
}

Costs::Loaded Costs::from_text(std::string_view yaml, const RuleSet& rules, std::string name) {
    base::Report report;
    Loaded out;
    out.costs = analysis::improve::read_costs(std::make_shared<const base::Source>(std::move(name), std::string(yaml)), *rules.state().program, report);
    out.diagnostics = report.take();
    return out;
}

Improvement improve(const RuleSet& rules, const Scorecard& card, const ImproveOptions& options) {
    const auto& program = rules.state().program;
    if (card.state().plan->program != program && card.state().plan->program->rules->digest != program->rules->digest)
        throw std::invalid_argument("the scorecard was read against another rule set");
    for (const auto& [id, effort] : options.costs.items) {
        require_valid(effort.cost);
        for (const auto& [option, cost] : effort.options) require_valid(cost);
    }
    return analysis::improve::improve(*program, card.state().card, options);
}

const char* name(Change::Why why) {
    switch (why) {
        case Change::Why::minimum: return "minimum";
        case Change::Why::points: return "points";
        case Change::Why::condition: return "condition";
    }
    return "";
}

const char* name(Blocker::Kind kind) {
    switch (kind) {
        case Blocker::Kind::above_highest: return "above-highest";
        case Blocker::Kind::gate: return "gate";
        case Blocker::Kind::minimum: return "minimum";
        case Blocker::Kind::points: return "points";
        case Blocker::Kind::together: return "together";
    }
    return "";
}

const char* name(Blocker::Reason reason) {
    switch (reason) {
        case Blocker::Reason::none: return "";
        case Blocker::Reason::cannot_change: return "cannot-change";
        case Blocker::Reason::does_not_apply: return "does-not-apply";
        case Blocker::Reason::not_known: return "not-known";
        case Blocker::Reason::too_few_points: return "too-few-points";
    }
    return "";
}

const char* name(Improvement::Answer answer) {
    switch (answer) {
        case Improvement::Answer::already: return "already";
        case Improvement::Answer::ways: return "ways";
        case Improvement::Answer::cannot: return "cannot";
        case Improvement::Answer::not_found: return "not-found";
    }
    return "";
}

}  // namespace ocop
