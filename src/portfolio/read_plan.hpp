// A file of a plan against the product groups that there are.
#pragma once

#include <ocop/plan.hpp>

#include <span>

#include "base/diagnostics.hpp"

namespace ocop::portfolio {

// Nothing, and an error, where something is wrong in it.
std::optional<Plan> read_plan(const base::SourcePtr& source, std::span<const std::string> groups, base::Report& report);

}  // namespace ocop::portfolio
