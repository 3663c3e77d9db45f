// RuleSet::rate and Rating: the stars at once, the summary and the trail when they are asked for.
#include <mutex>
#include <stdexcept>

#include <ocop/rating.hpp>
#include <ocop/records.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/scorecard.hpp>

#include "analysis/examine.hpp"
#include "api/state.hpp"
#include "batch/decide.hpp"
#include "trail/build.hpp"

namespace ocop {

// Keeps what it was made from, so that all else can be worked out later.
struct Rating::State {
    State(std::shared_ptr<const program::Program> by, std::shared_ptr<const Scorecard::State> of) : program(std::move(by)), card(std::move(of)) {
        const batch::Prepared& prepared = card->prepared;
        // Under a council's own rules a card answers otherwise than it was prepared for.
        if (!prepared.quick || card->plan->program != program) return;
        decided = batch::decide(*card->plan, {prepared.sheets, prepared.codes.data(), prepared.answers.data()}, batch::working(), verdict);
    }

    const Summary& whole() const {
        std::call_once(summed_up_, [this] { summary_.emplace(trail::summarize(*program, card->card, rate::rate(*program, card->card))); });
        return *summary_;
    }

    std::shared_ptr<const program::Program> program;
    std::shared_ptr<const Scorecard::State> card;
    bool decided = false;  // `verdict` holds
    batch::Verdict verdict;

private:
    mutable std::once_flag summed_up_;
    mutable std::optional<Summary> summary_;
};

const Summary& Rating::summary() const { return state_->whole(); }

Outcome Rating::outcome() const { return state_->decided ? state_->verdict.outcome : summary().outcome; }

std::optional<int> Rating::stars() const {
    if (!state_->decided) return summary().stars;
    return state_->verdict.outcome == Outcome::rated ? std::optional<int>(state_->verdict.stars) : std::nullopt;
}

std::optional<Number> Rating::total() const {
    if (!state_->decided) return summary().total;
    return state_->program->number(state_->verdict.total.numerator, state_->verdict.total.denominator);
}

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

void Rating::records(Records& into) const {
    // What rating needs on the way, kept for this thread's next card.
    thread_local rate::Result result;
    thread_local rate::Room room;
    const program::Program& program = *state_->program;
    rate::rate(program, state_->card->card, result, room);
    rate::record(program, state_->card->card, result, room, into);
}

Records Rating::records() const {
    Records made;
    records(made);
    return made;
}

Rating RuleSet::rate(const Scorecard& card) const {
    const auto& program = state_->program;
    const program::Program& own = *card.state().plan->program;
    // Another council's rules leave the form as it is, so marks and facts stay where they are.
    if (&own != program.get() && own.rules->digest != program->rules->digest)
        throw std::invalid_argument("the scorecard was read against another rule set");
    return Rating(std::make_shared<const Rating::State>(program, card.shared_state()));
}

}  // namespace ocop
