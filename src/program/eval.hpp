// One condition on its own, with facts given by name: what `ocop eval` does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/value.hpp"

namespace ocop::program {

// The value as JSON. A fact that is not known has a name and may be used wherever any type may.
std::optional<std::string> eval_json(std::string_view condition, const std::vector<std::pair<std::string, base::Value>>& facts,
                                     base::Report& report);

}  // namespace ocop::program
