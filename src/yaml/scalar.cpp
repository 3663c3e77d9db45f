// Texts of a tree as values.
#include "yaml/scalar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"

namespace ocop::yaml {
namespace {

constexpr std::size_t most_shown = 60;

std::string shown(std::string_view text) {
    if (text.size() <= most_shown) return std::string(text);
    std::size_t end = most_shown - 4;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + "…";
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits with at most one point, a digit before it and after it: what people write for an amount.
bool is_decimal(std::string_view text) {
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return false;
    return std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.'; }) &&
           std::ranges::count(text, '.') <= 1;
}

bool is_boolean(const Scalar& value) { return !value.quoted && (value.text == "true" || value.text == "false"); }

std::string no_help() { return {}; }

std::string boolean_help(const Scalar& value) {
    if (value.text == "true" || value.text == "false") return "remove the quotes";
    for (const std::string_view word : {"yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE", "y", "Y", "1"})
        if (value.text == word) return "write `true`";
    for (const std::string_view word : {"no", "No", "NO", "off", "Off", "OFF", "False", "FALSE", "n", "N", "0"})
        if (value.text == word) return "write `false`";
    return no_help();
}

// `4,50` for 4.50, `.5` for 0.5, `50%` for 50, a number in quotes.
std::string number_help(const Scalar& value) {
    std::string text(value.text);
    if (is_decimal(text)) return value.quoted ? "remove the quotes" : no_help();
    if (std::ranges::count(text, ',') == 1) {
        std::ranges::replace(text, ',', '.');
        if (is_decimal(text)) return fmt::format("write `{}`", text);
    }
    if (text.starts_with('.') && is_decimal("0" + text)) return fmt::format("write `0{}`", text);
    if (text.ends_with('%') && is_decimal(std::string_view(text).substr(0, text.size() - 1)))
        return fmt::format("write `{}`", text.substr(0, text.size() - 1));
    return no_help();
}

void wrong_type(const Scalar& value, std::string_view name, std::string_view wanted, std::string help,
                base::Report& report) {
    report.error("wrong-type", value.place(), fmt::format("`{}` must be {}, found {}", name, wanted, described(value)),
                 std::move(help));
}

// Number::parse also reads fractions and `.5`, which are not for authors; and it knows no plus sign.
std::optional<Number> decimal(const Scalar& value) {
    if (value.kind != Node::Kind::scalar || value.quoted || !is_decimal(value.text)) return std::nullopt;
    return Number::parse(value.text.substr(value.text.starts_with('+') ? 1 : 0));
}

bool too_long(const Scalar& value, std::string_view name, base::Report& report) {
    if (value.kind != Node::Kind::scalar || value.quoted || value.text.size() <= base::limits::number_digits ||
        !is_decimal(value.text))
        return false;
    report.error("out-of-range", value.place(),
                 fmt::format("`{}` has {} characters, more than the {} allowed in a number", name, value.text.size(),
                             base::limits::number_digits));
    return true;
}

}  // namespace

std::string described(const Scalar& value) {
    switch (value.kind) {
        case Node::Kind::null:
            return "nothing";
        case Node::Kind::list:
            return "a list";
        case Node::Kind::map:
            return "a map";
        case Node::Kind::scalar:
            break;
    }
    if (value.text.empty()) return "an empty text";
    const char* what = value.quoted             ? "the text"
                       : is_boolean(value)      ? "the boolean"
                       : is_decimal(value.text) ? "the number"
                                                : "the text";
    return fmt::format("{} `{}`", what, shown(value.text));
}

std::optional<bool> read_boolean(const Scalar& value, std::string_view name, base::Report& report) {
    if (value.kind == Node::Kind::scalar && is_boolean(value)) return value.text == "true";
    wrong_type(value, name, "`true` or `false`", value.kind == Node::Kind::scalar ? boolean_help(value) : no_help(),
               report);
    return std::nullopt;
}

std::optional<Number> read_number(const Scalar& value, std::string_view name, base::Report& report) {
    if (too_long(value, name, report)) return std::nullopt;
    auto number = decimal(value);
    if (!number)
        wrong_type(value, name, "a number", value.kind == Node::Kind::scalar ? number_help(value) : no_help(), report);
    return number;
}

std::optional<std::int64_t> read_integer(const Scalar& value, std::string_view name, std::int64_t min, std::int64_t max,
                                         base::Report& report) {
    if (too_long(value, name, report)) return std::nullopt;
    const auto number = decimal(value);
    if (!number || !number->is_whole()) {
        wrong_type(value, name, "a whole number", value.kind == Node::Kind::scalar ? number_help(value) : no_help(),
                   report);
        return std::nullopt;
    }
    if (*number >= Number(min) && *number <= Number(max)) return number->whole();
    report.error("out-of-range", value.place(),
                 fmt::format("`{}` must be from {} to {}, found `{}`", name, min, max, shown(value.text)));
    return std::nullopt;
}

std::optional<std::string> read_text(const Scalar& value, std::string_view name, base::Report& report) {
    if (value.kind == Node::Kind::scalar) return std::string(value.text);
    wrong_type(value, name, "a text", value.kind == Node::Kind::null ? "an empty text is written `\"\"`" : no_help(),
               report);
    return std::nullopt;
}

std::optional<base::Date> read_date(const Scalar& value, std::string_view name, base::Report& report) {
    const auto date = value.kind == Node::Kind::scalar ? base::Date::parse(value.text) : std::nullopt;
    if (!date) wrong_type(value, name, "a day that exists", "write year, month and day: `2026-05-22`", report);
    return date;
}

}  // namespace ocop::yaml
