// A condition's tree back to text.
#pragma once

#include <string>

#include "syntax/condition.hpp"

namespace ocop::syntax {

// Text that parses to the same tree (places and brackets apart).
std::string print(const Condition& condition);

// Whether two trees say the same, places apart.
bool same(const Condition& a, const Condition& b);

}  // namespace ocop::syntax
