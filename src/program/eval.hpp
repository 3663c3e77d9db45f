// One condition on its own, with facts given by name: what `ocop eval` does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/value.hpp"
#include "program/evaluate.hpp"

namespace ocop::program {

using NamedFacts = std::vector<std::pair<std::string, base::Value>>;

struct Evaluated {
    base::Value value;
    std::string unit;  // of the number, or of the numbers in it
    Faults faults;     // why the value is not known, if that is why
};

// Parses, checks, compiles and evaluates. A fact that is not known has a name and may be used wherever any type may.
std::optional<Evaluated> evaluate_text(std::string_view condition, const NamedFacts& facts, base::Report& report);

// The value as JSON; a warning says why it is not known where something went wrong on the way.
std::optional<std::string> eval_json(std::string_view condition, const NamedFacts& facts, base::Report& report);

}  // namespace ocop::program
