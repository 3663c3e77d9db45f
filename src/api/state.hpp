// What the public handles hold.
#pragma once

#include <memory>
#include <mutex>

#include <ocop/rule_set.hpp>
#include <ocop/scorecard.hpp>

#include "batch/plan.hpp"
#include "card/card.hpp"
#include "card/written.hpp"
#include "program/program.hpp"
#include "syntax/library.hpp"

namespace ocop {

struct RuleSet::State {
    explicit State(std::shared_ptr<const program::Program> from) : program(std::move(from)) {}

    std::shared_ptr<const program::Program> program;

    // Made when the first card is read: rule sets that are only listed or shown need none.
    const std::shared_ptr<const batch::Plan>& plan() const {
        std::call_once(planned_, [this] { plan_ = batch::plan_of(program); });
        return plan_;
    }

private:
    mutable std::once_flag planned_;
    mutable std::shared_ptr<const batch::Plan> plan_;
};

struct Library::State {
    syntax::Library library;
};

struct WrittenCard::State {
    card::Written written;
};

struct Scorecard::State {
    State(card::Card from, std::shared_ptr<const batch::Plan> by) : card(std::move(from)), plan(std::move(by)), prepared(batch::prepare(*plan, card)) {}

    card::Card card;
    std::shared_ptr<const batch::Plan> plan;  // of the rule set it was read against
    batch::Prepared prepared;
};

}  // namespace ocop
