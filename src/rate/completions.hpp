// What may stand where a mark is missing, and the sure range of an undecided card made as narrow as that allows.
#pragma once

#include <optional>
#include <vector>

#include "rate/decide.hpp"

namespace ocop::rate {

// Every mark that a card can have for a criterion. `points_only`: of marks that count alike one is enough. Nothing where there are
// more than `most`.
std::optional<std::vector<card::Mark>> possible_marks(const program::Program& program, int leaf, std::size_t column, bool points_only, std::size_t most);

// The mark 0, as a card's "0" is read; where points are free, the fewest.
card::Mark zero_mark(const program::Program& program, int leaf);
// The marks that give least and most, as points are printed or corrected.
card::Mark least_mark(const program::Program& program, int leaf, std::size_t column);
card::Mark best_mark(const program::Program& program, int leaf, std::size_t column);

// A card that has facts only, with one sheet that says what the facts do; other cards as they are.
card::Card with_sheet(const program::Program& program, const card::Card& card);

inline constexpr std::size_t most_combinations = 4'096;

// Bounds that some completion attains, where trying at most `combinations` of marks, and of facts that several
// conditions ask for, can tell them; each other condition that is not known goes either way on its own. False where they cannot, or where
// `base::limits::variation_steps` do not allow it: the bounds are still sure then.
// Readings are as chosen, and `conclusion` is what follows so far.
bool narrow(const program::Program& program, const card::Card& card, Conclusion& conclusion, std::size_t combinations = most_combinations);

// The values that a fact can have, where they are a closed set: true and false, or words. Else none.
std::vector<base::Value> closed_values(const model::Type& type);
// The option without points of one case, as "0" on a card is read; `none` where there is no such option.
int zero_option(const program::Program& program, int of_case);

}  // namespace ocop::rate
