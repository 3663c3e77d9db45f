// A file of costs against the rule set whose criteria it names.
#pragma once

#include <ocop/improve.hpp>

#include "base/diagnostics.hpp"
#include "program/program.hpp"

namespace ocop::analysis::improve {

// Nothing, and an error, where something is wrong in it.
std::optional<Costs> read_costs(const base::SourcePtr& source, const program::Program& program, base::Report& report);

}  // namespace ocop::analysis::improve
