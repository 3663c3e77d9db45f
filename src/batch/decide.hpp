// One card to its stars in one pass over its marks. For cards about which everything is known; all others take the general way,
// which is rate::rate, and gives the same.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "batch/plan.hpp"
#include "rate/figure.hpp"

namespace ocop::batch {

// One card, by the plan. Views only.
struct Row {
    int sheets = 1;
    const std::uint8_t* codes = nullptr;    // [leaf * sheets + sheet]
    const std::uint8_t* answers = nullptr;  // by code; Answer
};

// What the pass found, to be used again for the next card: nothing is allocated once it has grown.
struct Working {
    // What is not reached. A minimum that does not bind is no obstacle.
    struct Missed {
        std::uint32_t stars = 0;            // that have such a minimum, by index into Program::stars
        std::vector<std::uint64_t> minima;  // a bit each, as Program::minima
    };
    std::vector<program::Scaled> points;   // [leaf * sheets + sheet]
    std::vector<std::int16_t> cases;       // likewise: the case that counts; not filled in for plain criteria, nor is `applies`
    std::vector<std::uint8_t> applies;     // likewise
    std::vector<program::Scaled> sums;     // by leaf
    std::vector<std::uint8_t> gates;       // Answers, as Program::gates
    program::Scaled total = 0;             // of all sheets
    std::array<Missed, 3> missed;          // by program::MetBy: combined, majority, each; of one sheet the first says all
    int sheets = 0;
    int cap = 0;                           // the lowest true cap; past the highest star: none
    bool rejected = false;

    const Missed& by(program::MetBy how) const { return missed[sheets == 1 ? 0 : static_cast<std::size_t>(how)]; }
    program::Scaled sum(int first_leaf, int end_leaf, int sheet) const;
};

// Only what is sure: rated, or rejected.
struct Verdict {
    Outcome outcome = Outcome::undecided;
    int stars = 0, band = 0, ceiling = 0;
    rate::Figure total;  // after rounding
};

// False where the general way has to be taken: something is missing or not known, the assessment stops, a condition asks for what
// columns do not have, or the council does not take means. Codes that do not exist count as missing.
bool decide(const Plan& plan, const Row& row, Working& working, Verdict& verdict);

// The minima that are missed and asked for by this star, in the order of the form; of those of one criterion for one star the first.
template <class Act>
void each_obstacle(const Plan& plan, const Working& working, int star, Act act);

// The highest star at or below the ceiling whose minima are met; 0: none.
int stars(const Plan& plan, const Working& working, const rate::Ways& ways, int ceiling);

// What follows from the same marks under other ways to read the decree; not for other prints and rule sets' own readings.
Verdict conclude(const Plan& plan, const Working& working, const rate::Ways& ways);

// Room for the cards that one thread decides.
Working& working();

template <class Act>
void each_obstacle(const Plan& plan, const Working& working, int star, Act act) {
    const Working::Missed& missed = working.by(plan.ways.minima_met_by);
    if (missed.stars == 0) return;
    const program::MinimumEntry* last = nullptr;
    for (std::size_t word = 0; word < missed.minima.size(); ++word)
        for (std::uint64_t left = missed.minima[word]; left != 0; left &= left - 1) {
            const auto number = 64 * word + static_cast<std::size_t>(std::countr_zero(left));
            const program::MinimumEntry& minimum = plan.program->minima[number];
            if (plan.ways.cumulative ? minimum.star > star : minimum.star != star) continue;
            if (last == nullptr || last->leaf != minimum.leaf || last->star != minimum.star) act(static_cast<int>(number));
            last = &minimum;
        }
}

}  // namespace ocop::batch
