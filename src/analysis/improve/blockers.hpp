// Why there is no way: what alone keeps the goal away.
#pragma once

#include <ocop/improve.hpp>

#include "analysis/improve/problem.hpp"

namespace ocop::analysis::improve {

// Of a problem that has no way. Each blocker but the last kind holds whatever marks are given.
std::vector<Blocker> blockers(const Problem& problem);

}  // namespace ocop::analysis::improve
