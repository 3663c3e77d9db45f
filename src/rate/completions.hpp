// What may stand where a mark is missing, and the sure range of an undecided card made as narrow as that allows.
#pragma once

#include <optional>
#include <vector>

#include "rate/decide.hpp"

namespace ocop::rate {

// Every mark that a card can have for a criterion. `points_only`: of marks that count alike one is enough. Nothing where there are
// more than `most`.
std::optional<std::vector<card::Mark>> possible_marks(const program::Program& program, int leaf, std::size_t column, bool points_only, std::size_t most);

// The mark that gives least, and the one that gives most.
card::Mark least_mark(const program::Program& program, int leaf);
card::Mark best_mark(const program::Program& program, int leaf, std::size_t column);

// A card that has facts only, with one sheet that says what the facts do; other cards as they are.
card::Card with_sheet(const program::Program& program, const card::Card& card, const Assessment& assessment);

// Bounds that some completion attains, where that can be told within `base::limits::variation_steps`. Facts that are not known stay so.
void narrow(const program::Program& program, const card::Card& card, std::span<const int> choices, const Ways& ways, const Assessment& full,
            Conclusion& conclusion);

}  // namespace ocop::rate
