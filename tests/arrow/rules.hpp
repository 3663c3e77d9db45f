// A rule set with facts of every type, and record batches brought to it.
#pragma once

#include <ocop/ocop.hpp>

#include "made.hpp"

namespace ocop::test {

const Batch& small_batch();
const char* small_rules();  // as YAML

// What is said of a record batch, a line each, in English: errors, and warnings where there are no errors. Checks that everything was released once.
std::string said(RecordBatch& from, const Batch& batch = small_batch());

// Outcome, stars and total of each row: "rated 3 9".
std::vector<std::string> results(RecordBatch& from, const Batch& batch = small_batch());

}  // namespace ocop::test
