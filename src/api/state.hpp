// What the public handles hold.
#pragma once

#include <memory>

#include <ocop/rule_set.hpp>
#include <ocop/scorecard.hpp>

#include "card/card.hpp"
#include "card/written.hpp"
#include "program/program.hpp"
#include "syntax/library.hpp"

namespace ocop {

struct RuleSet::State {
    std::shared_ptr<const program::Program> program;
};

struct Library::State {
    syntax::Library library;
};

struct WrittenCard::State {
    card::Written written;
};

struct Scorecard::State {
    card::Card card;
    std::shared_ptr<const program::Program> program;
};

}  // namespace ocop
