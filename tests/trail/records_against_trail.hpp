// Records held against the trail of the same card, figure by figure.
#pragma once

#include <string>
#include <vector>

#include <ocop/records.hpp>

namespace ocop::test {

// What they tell differently. Titles, reasons and operands are the trail's alone.
std::vector<std::string> differences(const Records& records, const Legend& legend, const Trail& trail);

}  // namespace ocop::test
