// The stars worked out once more from records alone: marks are added up, combined, rounded, and gates and minima applied. Only arithmetic
// that shares nothing with the library's.
#pragma once

#include <string>
#include <vector>

#include <ocop/records.hpp>

namespace ocop::test {

// Everything in which the figures told differ from those worked out. Empty: the records prove the stars.
std::vector<std::string> disagreements(const Records& records, const Legend& legend);

}  // namespace ocop::test
