// Random scorecards of one rule set as a portfolio has them: lines of NDJSON with a head, evidence and a council, some of it left out.
#pragma once

#include <string>

#include "../rate/subjects.hpp"
#include "reference/random_cards.hpp"

namespace ocop::test {

class RandomLines {
public:
    // `of` must outlive it. A card has 1 to `most_sheets` sheets; one in five lacks marks and facts.
    RandomLines(const Subject& of, std::size_t most_sheets, unsigned seed);
    std::string next();

private:
    std::size_t below(std::size_t n) { return random_() % n; }

    const Subject& of_;
    std::size_t most_sheets_;
    reference::RandomCards cards_;
    std::mt19937 random_;
};

}  // namespace ocop::test
