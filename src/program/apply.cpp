// The built-in functions. A not-known argument makes the result not known, except for all, any, count and list contains.
#include "program/apply.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ocop::program {
namespace {

using base::Answer;
using base::List;
using base::Value;
using Is = model::FunctionId;

Arithmetic result(std::optional<Number> number) {
    if (!number) return {{}, Arithmetic::Fault::too_large};
    return {*number};
}

bool all_known(const std::vector<Value>& values) {
    return std::all_of(values.begin(), values.end(), [](const Value& each) { return each.known(); });
}

// A list given as such, or as several values.
const List& elements(const std::vector<Value>& arguments) {
    if (arguments.size() == 1 && arguments[0].list() != nullptr) return *arguments[0].list();
    return arguments;
}

// All or any of booleans, by Kleene; `stop` is the value that decides at once.
Value quantified(const List& values, bool stop) {
    bool unknown = false;
    for (const Value& each : values) {
        const bool* held = each.get_if<bool>();
        if (held != nullptr && *held == stop) return stop;
        unknown = unknown || held == nullptr;
    }
    return unknown ? Value() : Value(!stop);
}

Value extreme(const List& values, bool greatest) {
    if (values.empty() || !all_known(values)) return {};
    const Value* best = &values.front();
    for (const Value& each : values) {
        const auto order = base::compare(each, *best);
        if (!order) return {};
        if (greatest ? *order > 0 : *order < 0) best = &each;
    }
    return *best;
}

std::optional<std::vector<Number>> numbers(const List& values) {
    std::vector<Number> out;
    for (const Value& each : values) {
        const auto* number = each.get_if<Number>();
        if (number == nullptr) return std::nullopt;
        out.push_back(*number);
    }
    if (out.empty()) return std::nullopt;
    return out;
}

std::optional<Number> summed(const std::vector<Number>& values) {
    std::optional<Number> sum = Number(0);
    for (const Number& each : values)
        if (sum) sum = add(*sum, each);
    return sum;
}

Arithmetic mean(const std::vector<Number>& values) {
    const auto sum = summed(values);
    return result(sum ? divide(*sum, Number(static_cast<std::int64_t>(values.size()))) : std::nullopt);
}

Arithmetic aggregate(Is function, const List& list) {
    auto values = numbers(list);
    if (!values) return {};
    if (function == Is::sum) return result(summed(*values));
    if (function == Is::mean) return mean(*values);
    std::sort(values->begin(), values->end());
    const std::size_t middle = values->size() / 2;
    if (values->size() % 2 == 1) return {(*values)[middle]};
    return mean({(*values)[middle - 1], (*values)[middle]});
}

// The whole part of a scale, a position or a length, as FEEL's own tests have it.
std::optional<std::int64_t> whole_part(const Value& value) {
    const auto* number = value.get_if<Number>();
    const auto whole = number == nullptr ? std::nullopt : number->round(0, Number::Rounding::down);
    return whole ? whole->whole() : std::nullopt;
}

std::optional<int> places(const std::vector<Value>& arguments) {
    if (arguments.size() < 2) return 0;
    const auto whole = whole_part(arguments[1]);
    if (!whole || *whole < -6111 || *whole > 6176) return std::nullopt;
    return static_cast<int>(*whole);
}

Arithmetic rounded(const std::vector<Value>& arguments, Number::Rounding how) {
    const auto* number = arguments[0].get_if<Number>();
    const auto scale = places(arguments);
    if (number == nullptr || !scale) return {};
    return result(number->round(*scale, how));
}

Arithmetic modulo(const Value& a, const Value& b) {
    const auto *dividend = a.get_if<Number>(), *divisor = b.get_if<Number>();
    if (dividend == nullptr || divisor == nullptr) return {};
    if (divisor->sign() == 0) return {{}, Arithmetic::Fault::division_by_zero};
    const auto quotient = divide(*dividend, *divisor);
    const auto whole = quotient ? quotient->round(0, Number::Rounding::floor) : std::nullopt;
    const auto part = whole ? multiply(*whole, *divisor) : std::nullopt;
    return result(part ? subtract(*dividend, *part) : std::nullopt);
}

Value list_contains(const Value& list, const Value& wanted) {
    if (list.list() == nullptr) return {};
    bool unknown = false;
    for (const Value& each : *list.list()) {
        if (!each.known() && !wanted.known()) return true;
        const Answer same = base::equal(each, wanted);
        if (same == true) return true;
        unknown = unknown || (!same && wanted.known());
    }
    return unknown ? Value() : Value(false);
}

// Byte offsets of the characters of a text, and its end.
std::vector<std::size_t> character_starts(const std::string& text) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
    starts.push_back(text.size());
    return starts;
}

Value substring(const std::vector<Value>& arguments) {
    const auto* text = arguments[0].get_if<std::string>();
    const auto start = whole_part(arguments[1]);
    if (text == nullptr || !start || *start == 0) return {};
    const auto starts = character_starts(*text);
    const auto size = static_cast<std::int64_t>(starts.size()) - 1;
    if (*start > size || *start < -size) return {};
    const std::int64_t from = *start > 0 ? *start - 1 : size + *start;
    std::int64_t to = size;
    if (arguments.size() > 2) {
        const auto length = whole_part(arguments[2]);
        if (!length || *length < 1) return {};
        to = from + std::min(*length, size - from);
    }
    return text->substr(starts[static_cast<std::size_t>(from)], starts[static_cast<std::size_t>(to)] - starts[static_cast<std::size_t>(from)]);
}

Value of_texts(Is function, const std::vector<Value>& arguments) {
    const auto* text = arguments[0].get_if<std::string>();
    const auto* match = arguments.size() > 1 ? arguments[1].get_if<std::string>() : text;
    if (text == nullptr || match == nullptr) return {};
    switch (function) {
        case Is::contains: return text->find(*match) != std::string::npos;
        case Is::starts_with: return text->rfind(*match, 0) == 0;
        case Is::ends_with: return text->size() >= match->size() && text->compare(text->size() - match->size(), match->size(), *match) == 0;
        case Is::string_length: return Number(static_cast<std::int64_t>(character_starts(*text).size()) - 1);
        case Is::upper_case: return base::upper(*text);
        default: return base::lower(*text);
    }
}

Value day(const Value& from) {
    if (from.get_if<base::Date>() != nullptr) return from;
    const auto* text = from.get_if<std::string>();
    const auto date = text == nullptr ? std::nullopt : base::Date::parse(*text);
    return date ? Value(*date) : Value();
}

Value negation(const Value& a) {
    const bool* held = a.get_if<bool>();
    return held == nullptr ? Value() : Value(!*held);
}

template <class Operation>
Arithmetic with_numbers(const Value& a, const Value& b, Operation operation) {
    const auto *x = a.get_if<Number>(), *y = b.get_if<Number>();
    if (x == nullptr || y == nullptr) return {};
    return result(operation(*x, *y));
}

}  // namespace

Arithmetic add_values(const Value& a, const Value& b) {
    const auto *x = a.get_if<std::string>(), *y = b.get_if<std::string>();
    if (x == nullptr || y == nullptr) return with_numbers(a, b, [](const Number& n, const Number& m) { return add(n, m); });
    if (x->size() + y->size() > base::limits::file_bytes) return {{}, Arithmetic::Fault::too_large};
    return {*x + *y};
}

Arithmetic subtract_values(const Value& a, const Value& b) {
    return with_numbers(a, b, [](const Number& n, const Number& m) { return subtract(n, m); });
}

Arithmetic multiply_values(const Value& a, const Value& b) {
    return with_numbers(a, b, [](const Number& n, const Number& m) { return multiply(n, m); });
}

Arithmetic divide_values(const Value& a, const Value& b) {
    if (const auto* divisor = b.get_if<Number>(); divisor != nullptr && divisor->sign() == 0 && a.known())
        return {{}, Arithmetic::Fault::division_by_zero};
    return with_numbers(a, b, [](const Number& n, const Number& m) { return divide(n, m); });
}

Arithmetic call_function(Is function, const std::vector<Value>& arguments) {
    switch (function) {
        case Is::abs: {
            const auto* number = arguments[0].get_if<Number>();
            if (number == nullptr) return {};
            return number->sign() < 0 ? subtract_values(Number(0), *number) : Arithmetic{*number};
        }
        case Is::floor: return rounded(arguments, Number::Rounding::floor);
        case Is::ceiling: return rounded(arguments, Number::Rounding::ceiling);
        case Is::decimal: return rounded(arguments, Number::Rounding::half_even);
        case Is::round_half_up: return rounded(arguments, Number::Rounding::half_up);
        case Is::round_half_down: return rounded(arguments, Number::Rounding::half_down);
        case Is::round_up: return rounded(arguments, Number::Rounding::up);
        case Is::round_down: return rounded(arguments, Number::Rounding::down);
        case Is::modulo: return modulo(arguments[0], arguments[1]);
        case Is::min: return {extreme(elements(arguments), false)};
        case Is::max: return {extreme(elements(arguments), true)};
        case Is::sum:
        case Is::mean:
        case Is::median: return aggregate(function, elements(arguments));
        case Is::count: return {arguments[0].list() == nullptr ? Value() : Value(Number(static_cast<std::int64_t>(arguments[0].list()->size())))};
        case Is::all: return {quantified(elements(arguments), false)};
        case Is::any: return {quantified(elements(arguments), true)};
        case Is::list_contains: return {list_contains(arguments[0], arguments[1])};
        case Is::contains:
        case Is::starts_with:
        case Is::ends_with:
        case Is::string_length:
        case Is::upper_case:
        case Is::lower_case: return {of_texts(function, arguments)};
        case Is::substring: return {substring(arguments)};
        case Is::is: {
            const Answer same = base::equal(arguments[0], arguments[1]);
            return {same ? Value(*same) : Value()};
        }
        case Is::date: return {day(arguments[0])};
        case Is::not_: return {negation(arguments[0])};
        case Is::points:
        case Is::option:
        case Is::reading: break;  // instructions of their own
    }
    return {};
}

}  // namespace ocop::program
