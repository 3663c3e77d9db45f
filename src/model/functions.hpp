// The built-in functions: one table that the checker, the evaluator and the documentation read.
#pragma once

#include <array>
#include <string_view>

namespace ocop::model {

enum class FunctionId {
    abs, floor, ceiling, decimal, round_half_up, round_half_down, round_up, round_down, modulo,
    min, max, sum, mean, median, count, all, any, list_contains,
    contains, starts_with, ends_with, string_length, upper_case, lower_case, substring, is, date, not_,
    points, option, reading,
};

struct Function {
    FunctionId id;
    std::string_view name;
    std::string_view parameters;  // separated by ", "; a trailing "?" is optional; "list…" takes a list or several values
    std::string_view meaning;
};

inline constexpr std::array<Function, 31> functions = {{
    {FunctionId::abs, "abs", "n", "the number without its sign"},
    {FunctionId::floor, "floor", "n, scale?", "the largest number of that many decimals (0) not above n"},
    {FunctionId::ceiling, "ceiling", "n, scale?", "the smallest number of that many decimals (0) not below n"},
    {FunctionId::decimal, "decimal", "n, scale", "n rounded half-even to scale decimals"},
    {FunctionId::round_half_up, "round half up", "n, scale", "rounded, halves away from zero"},
    {FunctionId::round_half_down, "round half down", "n, scale", "rounded, halves towards zero"},
    {FunctionId::round_up, "round up", "n, scale", "rounded away from zero"},
    {FunctionId::round_down, "round down", "n, scale", "rounded towards zero"},
    {FunctionId::modulo, "modulo", "dividend, divisor", "the rest of a division, with the divisor's sign"},
    {FunctionId::min, "min", "list…", "the least of numbers, texts or dates"},
    {FunctionId::max, "max", "list…", "the greatest of numbers, texts or dates"},
    {FunctionId::sum, "sum", "list…", "the sum of numbers"},
    {FunctionId::mean, "mean", "list…", "the mean of numbers"},
    {FunctionId::median, "median", "list…", "the middle number; of an even count the mean of the middle two"},
    {FunctionId::count, "count", "list", "how many a list has, not known ones included"},
    {FunctionId::all, "all", "list…", "whether all are true"},
    {FunctionId::any, "any", "list…", "whether any is true"},
    {FunctionId::list_contains, "list contains", "list, element", "whether a list has that element"},
    {FunctionId::contains, "contains", "string, match", "whether a text contains another"},
    {FunctionId::starts_with, "starts with", "string, match", "whether a text begins with another"},
    {FunctionId::ends_with, "ends with", "string, match", "whether a text ends with another"},
    {FunctionId::string_length, "string length", "string", "how many characters a text has"},
    {FunctionId::upper_case, "upper case", "string", "the text in capitals"},
    {FunctionId::lower_case, "lower case", "string", "the text in small letters"},
    {FunctionId::substring, "substring", "string, start position, length?", "part of a text; the first character is 1, the last -1"},
    {FunctionId::is, "is", "value1, value2", "whether two values are of one kind and equal"},
    {FunctionId::date, "date", "from", "the day of a text such as \"2026-05-22\""},
    {FunctionId::not_, "not", "negand", "true for false, false for true"},
    {FunctionId::points, "points", "id", "the points of a criterion, section or part"},
    {FunctionId::option, "option", "id", "the option marked at a criterion"},
    {FunctionId::reading, "reading", "name", "how a reading is taken in this run"},
}};

const Function* find_function(std::string_view name);

}  // namespace ocop::model
