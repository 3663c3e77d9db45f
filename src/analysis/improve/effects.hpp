// What a candidate does: the points it gives on each sheet, and the goals whose minima it leaves open.
#pragma once

#include "analysis/improve/problem.hpp"

namespace ocop::analysis::improve {

struct Effect {
    std::vector<program::Scaled> points;  // by sheet; the most, where not all is known
    Goals goals = 0;
    Value value;                          // the least, where not all is known
    bool possible = true;                 // false: what it gives can never be known for certain
};

// Of the mark that a criterion has in an attempt. `sure`: everything that conditions read is marked there.
Effect effect(const Problem& problem, const Attempt& attempt, const std::vector<rate::MinimumFound>& minima, int leaf, const Candidate& candidate,
              bool sure);

// Of every candidate of every leaf, with all that conditions read left open, save what cannot change.
std::vector<std::vector<Effect>> open_effects(const Problem& problem, Attempt& attempt);
// Of every candidate of the tails, once the heads are marked.
std::vector<std::vector<Effect>> sure_effects(const Problem& problem, Attempt& attempt);

// Clears all marks that may change.
void clear_all(const Problem& problem, Attempt& attempt);
void put(const Candidate& candidate, int leaf, Attempt& attempt);

}  // namespace ocop::analysis::improve
