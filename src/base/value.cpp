// Comparing and printing values.
#include "base/value.hpp"

#include <fmt/format.h>

namespace ocop::base {
namespace {

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) out += fmt::format("\\u{:04x}", static_cast<int>(c));
                else out += c;
        }
    }
    return out + "\"";
}

Answer equal_lists(const List& a, const List& b) {
    if (a.size() != b.size()) return false;
    Answer all = true;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!a[i].known() && !b[i].known()) continue;
        const Answer one = equal(a[i], b[i]);
        if (one == false) return false;
        if (!one) all = std::nullopt;
    }
    return all;
}

Answer equal_ranges(const Range& a, const Range& b) {
    if (a.low_open != b.low_open || a.high_open != b.high_open) return false;
    const Answer low = equal(a.low, b.low), high = equal(a.high, b.high);
    if (low == false || high == false) return false;
    return low && high ? Answer(true) : std::nullopt;
}

std::string range_text(const Range& range, std::string_view unit) {
    return fmt::format("{}{}..{}{}", range.low_open ? '(' : '[', text(range.low, unit), text(range.high, unit), range.high_open ? ')' : ']');
}

template <class Print>
std::string list_text(const List& list, Print print) {
    std::string out = "[";
    for (const Value& each : list) out += (out.size() > 1 ? ", " : "") + print(each);
    return out + "]";
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
    if (!year || !month || !day || *year < 1 || *month < 1 || *month > 12 || *day < 1 || *day > days_in(*year, *month)) return std::nullopt;
    return Date{*year, *month, *day};
}

std::string Date::text() const { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }

std::optional<std::strong_ordering> compare(const Value& a, const Value& b) {
    if (const auto *x = a.get_if<Number>(), *y = b.get_if<Number>(); x != nullptr && y != nullptr) return *x <=> *y;
    if (const auto *x = a.get_if<std::string>(), *y = b.get_if<std::string>(); x != nullptr && y != nullptr) return x->compare(*y) <=> 0;
    if (const auto *x = a.get_if<Date>(), *y = b.get_if<Date>(); x != nullptr && y != nullptr) return *x <=> *y;
    return std::nullopt;
}

Answer equal(const Value& a, const Value& b) {
    if (!a.known() || !b.known()) return std::nullopt;
    if (a.held.index() != b.held.index()) return false;
    if (const bool *x = a.get_if<bool>(), *y = b.get_if<bool>(); x != nullptr) return *x == *y;
    if (a.list() != nullptr) return equal_lists(*a.list(), *b.list());
    if (a.range() != nullptr) return equal_ranges(*a.range(), *b.range());
    return *compare(a, b) == 0;
}

std::string text(const Value& value, std::string_view unit) {
    if (const bool* held = value.get_if<bool>()) return *held ? "true" : "false";
    if (const auto* held = value.get_if<Number>()) return held->text() + std::string(unit);
    if (const auto* held = value.get_if<std::string>()) return quoted(*held);
    if (const auto* held = value.get_if<Date>()) return held->text();
    if (value.list() != nullptr) return list_text(*value.list(), [&](const Value& each) { return text(each, unit); });
    if (value.range() != nullptr) return range_text(*value.range(), unit);
    return "null";
}

std::string json(const Value& value, std::string_view unit) {
    if (const auto* held = value.get_if<Number>()) return unit.empty() ? held->decimal() : quoted(held->decimal() + std::string(unit));
    if (const auto* held = value.get_if<Date>()) return quoted(held->text());
    if (value.list() != nullptr) return list_text(*value.list(), [&](const Value& each) { return json(each, unit); });
    if (value.range() != nullptr) return quoted(range_text(*value.range(), unit));
    return text(value, unit);
}

}  // namespace ocop::base
