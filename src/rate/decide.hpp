// Points to stars: gates, total, band, caps, minima, outcome, under one choice of readings.
#pragma once

#include <optional>
#include <vector>

#include "rate/assess.hpp"

namespace ocop::rate {

// One minimum as it was found. `met` is for the stars that are sure, `can_be_met` for those that are possible.
struct MinimumFound {
    Truth binds = Truth::yes;  // its condition; `no` where it does not stand in this print or belongs to another case
    bool relevant = true;      // false: another case was chosen everywhere, or it stands in the other print only
    bool met = false;
    bool can_be_met = false;
    int sheets_met = 0;
};

struct GateFound {
    Truth met = Truth::no;
    std::vector<Truth> by_sheet;  // where gates are met by sheets
};

// What the marks and facts of one run say, before any star is chosen. Totals are combined, not yet rounded.
struct Found {
    std::vector<GateFound> gates;
    std::vector<MinimumFound> minima;  // empty where a stop gate holds
    int stop_leaf = program::none;     // where a true stop gate ended the assessment
    Figure low, high;                  // of the total; equal where everything is known
    Figure low_if_stopped;             // at most `low`: a stop that may yet hold leaves fewer points
    bool missing = false;              // some mark is
    bool faults = false;

    void clear();  // keeps its room
};

// What follows for the stars. Of an undecided card only the range counts.
struct Conclusion {
    Outcome outcome = Outcome::undecided;
    Figure total;                      // after rounding; of a stopped or rejected card what was assessed
    int band = 0;                      // star
    int ceiling = 0;
    int stars = 0;                     // 0: none
    Figure total_low, total_high;
    int stars_low = 0, stars_high = 0;
    bool can_be_rated = false, can_be_stopped = false, can_be_rejected = false;
    bool exact = false;                // each bound is attained by some completion of the card
};

// Decides gates and minima. `full` holds the marks assessed without any stop; `stopped` is filled in where a stop gate
// holds, and then it is what counts.
Found find_out(const program::Program& program, const card::Card& card, std::span<const int> choices, const Ways& ways,
               const Assessment& full, Assessment& stopped);
// The same into room that was used before.
void find_out(const program::Program& program, const card::Card& card, std::span<const int> choices, const Ways& ways,
              const Assessment& full, Assessment& stopped, Found& out);

// Chooses the outcome and the stars.
Conclusion conclude(const program::Program& program, const Ways& ways, const Found& found);

// The combined figure of the leaves [first, end): their sure low or high points.
Figure combined_low(const program::Program& program, const Assessment& assessment, int first_leaf, int end_leaf);
Figure combined_high(const program::Program& program, const Assessment& assessment, int first_leaf, int end_leaf);
bool all_known(const Assessment& assessment, int first_leaf, int end_leaf);

// The star whose band holds the total.
int band_of(const program::Program& program, const Figure& total);

}  // namespace ocop::rate
