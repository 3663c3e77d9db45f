// Which way each reading is taken in one run.
#pragma once

#include <span>
#include <vector>

#include "program/program.hpp"

namespace ocop::rate {

// An index into Reading::choices() for each reading of the rule set; 0 is the one chosen.
using Choices = std::vector<int>;

// The engine's readings, decoded.
struct Ways {
    int rounding_places = -1;  // -1: none
    program::MetBy minima_met_by = program::MetBy::combined;
    program::MetBy gates_met_by = program::MetBy::combined;
    bool cumulative = true;
    bool next_star = true;
    model::Print print = model::Print::corrected;

    std::size_t column() const { return static_cast<std::size_t>(print); }
};

const std::string& word(const model::Reading& reading, int choice);
Ways decode(const program::Program& program, std::span<const int> choices);

}  // namespace ocop::rate
