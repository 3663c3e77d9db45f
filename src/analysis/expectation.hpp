// What a test expects, against what came out.
#pragma once

#include <vector>

#include <ocop/rule_test.hpp>

#include "card/card.hpp"
#include "program/program.hpp"
#include "rate/rate.hpp"
#include "yaml/tree.hpp"

namespace ocop::analysis {

// One rated card, and its result line.
struct Verdict {
    const program::Program& program;
    const rate::Result& result;
    const Summary& summary;
};

// Says what is wrong with the expectations themselves: a star that is not there, a total as text, an unknown gate. Nothing is
// rated for it.
void check_expectations(const yaml::Node& expect, const program::Program& program, base::Report& report);

// What did not come true, in the order written.
std::vector<Surprise> compare(const yaml::Node& expect, const Verdict& outcome);

// Expected or not: the card was refused.
std::vector<Surprise> compare_refused(const yaml::Node& expect, const Diagnostics& refused);

// "3.5 for 4"
std::string minimum_name(const program::Program& program, const program::MinimumEntry& minimum);

}  // namespace ocop::analysis
