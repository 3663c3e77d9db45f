// One card to its stars in one pass over its marks. For cards about which everything is known; all others take the general way,
// which is rate::rate, and gives the same.
#pragma once

#include <array>
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
    struct Minimum {
        bool binds = false;   // it stands, concerns the card's case, and its condition holds
        bool met = false;     // by the combined points
        int sheets = 0;       // that reach it, or that it does not concern
    };
    std::vector<program::Scaled> points;   // [leaf * sheets + sheet]
    std::vector<std::int16_t> cases;       // likewise: the case that counts; not filled in for plain criteria, nor is `applies`
    std::vector<std::uint8_t> applies;     // likewise
    std::vector<program::Scaled> sums;     // by leaf
    std::vector<Minimum> minima;           // as Plan::minima
    std::vector<std::uint8_t> gates;       // Answers, as Program::gates
    program::Scaled total = 0;             // of all sheets
    std::array<std::uint32_t, 3> missed{};  // stars of which a minimum is missed, by program::MetBy: combined, majority, each
    int sheets = 0;
    int cap = 0;                           // the lowest true cap; past the highest star: none
    bool rejected = false;

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

// Whether a minimum is no obstacle.
bool met(const Working::Minimum& minimum, const rate::Ways& ways, int sheets);

// What follows from the same marks under other ways to read the decree; not for other prints and rule sets' own readings.
Verdict conclude(const Plan& plan, const Working& working, const rate::Ways& ways);

// Room for the cards that one thread decides.
Working& working();

}  // namespace ocop::batch
