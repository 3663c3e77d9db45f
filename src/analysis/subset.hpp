// A card of which only some facts and marks are known: what a set of reasons leaves of it.
#pragma once

#include <vector>

#include "rate/rate.hpp"

namespace ocop::analysis {

// A fact, a criterion's marks, or one mark. What is not in the set is taken from the card: a mark is missing then, a fact is what the
// rule set takes for a missing one, or not known.
struct Reason {
    int slot = program::none;   // of a fact
    int leaf = program::none;   // of marks
    int sheet = program::none;  // of one mark; else all sheets
};

// The facts that are stated, in the order of the rule set, then the marks in form order.
std::vector<Reason> reasons_of(const program::Program& program, const card::Card& card, bool by_sheet);

// A fact that turns into another one when it is taken away, since the rule set assumes otherwise: it narrows nothing, it changes.
bool against_assumption(const program::Program& program, const card::Card& card, const Reason& reason);

class Subset {
public:
    Subset(const program::Program& program, const card::Card& card, const std::vector<Reason>& all);

    // Leaves of the card just what is in `kept`, one entry a reason.
    void keep(const std::vector<bool>& kept);
    const card::Card& card() const { return card_; }

private:
    void put(const Reason& reason, bool kept);

    const program::Program& program_;
    const card::Card& whole_;
    const std::vector<Reason>& all_;
    card::Card card_;
    std::vector<bool> kept_;
};

}  // namespace ocop::analysis
