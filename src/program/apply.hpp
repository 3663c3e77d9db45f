// Arithmetic and the built-in functions, on values.
#pragma once

#include <vector>

#include "base/value.hpp"
#include "model/functions.hpp"

namespace ocop::program {

// A value, or why there is none although the operands were known.
struct Arithmetic {
    enum class Fault { none, division_by_zero, too_large };
    base::Value value;
    Fault fault = Fault::none;
};

Arithmetic add_values(const base::Value& a, const base::Value& b);  // numbers and texts
Arithmetic subtract_values(const base::Value& a, const base::Value& b);
Arithmetic multiply_values(const base::Value& a, const base::Value& b);
Arithmetic divide_values(const base::Value& a, const base::Value& b);

// Arguments in the order of the parameters, without those left out at the end.
Arithmetic call_function(model::FunctionId function, const std::vector<base::Value>& arguments);

}  // namespace ocop::program
