// A test's facts and marks to a scorecard.
#pragma once

#include <optional>

#include "analysis/test_file.hpp"
#include "card/card.hpp"
#include "program/program.hpp"

namespace ocop::analysis {

// The card, or what is wrong with it, at its places in the test file. `refused` gets what the scorecard itself was refused
// for, which a test may expect; `report` what is wrong with the test.
std::optional<card::Card> test_card(const TestFile& file, const WrittenTest& test, const program::Program& program, base::Report& refused,
                                    base::Report& report);

}  // namespace ocop::analysis
