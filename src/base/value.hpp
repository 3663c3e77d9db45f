// Values of conditions: what a fact, a literal or an evaluation can be.
#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <ocop/number.hpp>

namespace ocop::base {

// A day of the Gregorian calendar, years 1 to 9999.
struct Date {
    int year = 1;
    int month = 1;
    int day = 1;

    static std::optional<Date> parse(std::string_view text);  // "2026-05-22", an existing day
    std::string text() const;
    auto operator<=>(const Date&) const = default;
};

struct Value;
struct Range;
using List = std::vector<Value>;

// One value; `std::monostate` is "not known". Units are part of the static type, not of the value.
// Lists and ranges are shared and immutable.
struct Value {
    using Held = std::variant<std::monostate, bool, Number, std::string, Date, std::shared_ptr<const List>,
                              std::shared_ptr<const Range>>;
    Held held;

    Value() = default;
    template <class T>
        requires(!std::is_same_v<std::remove_cvref_t<T>, Value> && std::is_constructible_v<Held, T &&>)
    Value(T&& value) : held(std::forward<T>(value)) {}

    bool known() const { return held.index() != 0; }
    template <class T>
    const T* get_if() const {
        return std::get_if<T>(&held);
    }
    const List* list() const {
        const auto* shared = get_if<std::shared_ptr<const List>>();
        return shared == nullptr ? nullptr : shared->get();
    }
    const Range* range() const {
        const auto* shared = get_if<std::shared_ptr<const Range>>();
        return shared == nullptr ? nullptr : shared->get();
    }
};

// Ends of a range; an end may be a value that is not known.
struct Range {
    Value low;
    Value high;
    bool low_open = false;
    bool high_open = false;
};

// Yes, no, or nothing: not known.
using Answer = std::optional<bool>;

// Numbers, texts (by code point) and dates; nothing for anything else or where one is not known.
std::optional<std::strong_ordering> compare(const Value& a, const Value& b);
// Values of different kinds are unequal. Inside lists two values that are not known count as equal.
Answer equal(const Value& a, const Value& b);

// As a person writes it: 50%, "chè", 2026-05-22, [1, 2], null.
std::string text(const Value& value, std::string_view unit = {});
// As JSON: numbers exact where they end, else 34 digits; with a unit, dates and ranges as strings.
std::string json(const Value& value, std::string_view unit = {});

}  // namespace ocop::base
