// The few conditions that the reference understands: facts, `not`, `and`, `or`, comparisons with a literal, points("5.1").
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "reference/fraction.hpp"

namespace reference {

// Where a condition's names get their values. Nothing: not known.
struct Lookup {
    std::function<std::optional<bool>(const std::string&)> boolean;
    std::function<std::optional<std::string>(const std::string&)> text;
    std::function<std::optional<Fraction>(const std::string&)> number;
    std::function<std::optional<Fraction>(const std::string&)> points;
    std::function<std::optional<std::string>(const std::string&)> reading;
};

// Kleene's answer; throws std::invalid_argument for a condition it does not understand.
std::optional<bool> ask(const std::string& condition, const Lookup& lookup);

}  // namespace reference
