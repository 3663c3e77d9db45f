// RuleSet::rate and Rating: a summary now, the trail on demand.
#include <stdexcept>

#include <ocop/rating.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/scorecard.hpp>

#include "analysis/examine.hpp"
#include "api/state.hpp"
#include "trail/build.hpp"

namespace ocop {

// Keeps what it was made from, so that the trail can be worked out later.
struct Rating::State {
    std::shared_ptr<const program::Program> program;
    std::shared_ptr<const Scorecard::State> card;
    Summary summary;
};

const Summary& Rating::summary() const { return state_->summary; }

Trail Rating::trail(Depth depth) const {
    const program::Program& program = *state_->program;
    const card::Card& card = state_->card->card;
    const rate::Result result = rate::rate(program, card);
    Trail trail = trail::build(program, card, result);
    if (depth == Depth::plain) return trail;
    trail.agreement = analysis::agreement(program, card, result);
    trail.question = analysis::question(program, card, result);
    trail.reasons = analysis::reasons(program, card, result, depth == Depth::by_sheet);
    return trail;
}

Rating RuleSet::rate(const Scorecard& card) const {
    const auto& program = state_->program;
    // Another council's rules leave the form as it is, so marks and facts stay where they are.
    if (card.state().program != program && card.state().program->rules->digest != program->rules->digest)
        throw std::invalid_argument("the scorecard was read against another rule set");
    auto state = std::make_shared<Rating::State>();
    state->program = program;
    state->card = card.shared_state();
    state->summary = trail::summarize(*program, card.state().card, rate::rate(*program, card.state().card));
    return Rating(std::move(state));
}

}  // namespace ocop
