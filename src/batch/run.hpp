// All cards of one call: blocks shared out among threads.
#pragma once

#include "batch/block.hpp"

namespace ocop::batch {

// Throws std::invalid_argument where the columns do not fit.
void rate(const Plan& plan, const Columns& columns, const Cards& cards, const Results& results, int threads, const Loops& loops);

void check(const Plan& plan, const Cards& cards);

}  // namespace ocop::batch
