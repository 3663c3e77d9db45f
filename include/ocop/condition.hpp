// One condition on its own: what `when` and `applies` are written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>

namespace ocop {

// The value of a condition as JSON ("null" when it is not known), or what is wrong with it.
struct Evaluated {
    std::optional<std::string> json;
    Diagnostics diagnostics;
};

// `facts_json`: a JSON object of the names the condition may use; null means not known. Never throws.
OCOP_API Evaluated evaluate(std::string_view condition, std::string_view facts_json = "{}");

}  // namespace ocop
