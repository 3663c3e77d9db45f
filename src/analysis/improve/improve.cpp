// Rates the card, searches, and tells the result in public terms.
#include "analysis/improve/improve.hpp"

#include <algorithm>

#include "analysis/improve/blockers.hpp"
#include "analysis/improve/describe.hpp"
#include "analysis/improve/ways.hpp"
#include "rate/completions.hpp"
#include "rate/rate.hpp"

namespace ocop::analysis::improve {
namespace {

using program::Program;


// The card as it is, or nothing decided: a card without sheets is rated by its facts.
rate::Conclusion rated(const Program& program, const card::Card& card) {
    Attempt attempt(program, card);
    attempt.rate();
    return attempt.conclusion();
}

int star_above(const Program& program, int stars) {
    for (int star : program.stars)
        if (star > stars) return star;
    return program.stars.back();
}

// One star more than now, with missing marks taken as 0.
int next_star(const Program& program, const card::Card& card, const rate::Conclusion& now) {
    if (now.outcome == Outcome::rated) return star_above(program, now.stars);
    const rate::Conclusion stands = rated(program, Problem(program, card, {}, program.stars.front()).card);
    return star_above(program, stands.outcome == Outcome::rated ? stands.stars : 0);
}

Improvement head(const Program& program, const card::Card& card, const rate::Conclusion& now) {
    Improvement out;
    out.scorecard = card.id;
    out.rule_set = program.rules->id;
    out.rule_set_title = program.rules->title;
    out.product = card.product;
    out.decision = program.rules->basis.decision;
    for (const card::Sheet& sheet : card.sheets) out.sheets.push_back(sheet.assessor);
    out.from_facts = card.sheets.empty();
    if (out.from_facts) out.sheets.emplace_back();
    out.outcome = now.outcome;
    if (now.outcome == Outcome::rated) out.stars = now.stars;
    if (now.outcome != Outcome::undecided) out.total = program.number(now.total.numerator, now.total.denominator);
    return out;
}

void look_for_ways(const Program& program, const card::Card& card, const ImproveOptions& options, Improvement& out) {
    const Problem problem(program, card, options.costs, out.to);
    Ways found;
    if (!problem.goals.empty()) found = find_ways(problem, std::max(options.top, 1), options.budget);
    const card::Card given = rate::with_sheet(program, card);
    for (const Found& each : found.ways) out.ways.push_back(describe(problem, each, given));
    out.more = found.more;
    if (!found.ways.empty()) {
        out.answer = Improvement::Answer::ways;
        out.proven = found.sure && problem.choices.complete;
    } else if (found.finished) {
        out.answer = Improvement::Answer::cannot;
        out.proven = problem.choices.complete || problem.goals.empty();
        out.blockers = blockers(problem);
    } else {
        out.answer = Improvement::Answer::not_found;
        out.proven = false;
    }
    if (!found.finished && !out.proven) out.at_least = *Number::fraction(found.at_least, problem.choices.unit);
}

}  // namespace

Improvement improve(const Program& program, const card::Card& card, const ImproveOptions& options) {
    const rate::Conclusion now = rated(program, card);
    Improvement out = head(program, card, now);
    out.to = options.to ? *options.to : next_star(program, card, now);
    if (out.stars && *out.stars >= out.to) {
        out.answer = Improvement::Answer::already;
        return out;
    }
    look_for_ways(program, card, options, out);
    return out;
}

}  // namespace ocop::analysis::improve
