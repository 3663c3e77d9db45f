// A card with some marks changed, rated by the evaluator that rates every card.
#pragma once

#include "card/card.hpp"
#include "rate/decide.hpp"

namespace ocop::analysis::improve {

// Starts as the card it is given. Not thread-safe; one a search.
class Attempt {
public:
    Attempt(const program::Program& program, const card::Card& card);

    void keep(int leaf);                         // the marks that the card has
    void put(int leaf, const card::Mark& mark);  // on every sheet
    void clear(int leaf);                        // not assessed yet

    // Points of every mark, as if nothing stopped the assessment.
    void assess();
    // The same, and what follows.
    void rate();

    const rate::Assessment& marks() const { return marks_; }
    const rate::Found& found() const { return found_; }
    const rate::Conclusion& conclusion() const { return conclusion_; }
    std::vector<rate::MinimumFound> minima() const;
    const rate::Ways& ways() const { return ways_; }
    const card::Card& card() const { return card_; }

private:
    const program::Program& program_;
    const card::Card& original_;
    card::Card card_;
    rate::Choices readings_;
    rate::Ways ways_;
    rate::Assessment marks_, stopped_;
    rate::Found found_;
    rate::Conclusion conclusion_;
};

}  // namespace ocop::analysis::improve
