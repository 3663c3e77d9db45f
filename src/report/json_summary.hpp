// The result line as a JSON object; `json.cpp` adds the trail to it.
#pragma once

#include "report/json_values.hpp"

namespace ocop::report {

Json summary_json(const Summary& summary);

}  // namespace ocop::report
