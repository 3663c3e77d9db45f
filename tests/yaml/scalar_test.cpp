// Values read from texts, and what is said when they are something else.
#include "yaml/scalar.hpp"

#include <gtest/gtest.h>

#include "yaml/parsed.hpp"

namespace ocop {
namespace {

using test::parsed;
using test::terse;

// "value" as the reader shows it, or "code: message [help]".
template <class Read>
std::string read(const std::string& yaml, Read&& reader) {
    const auto tree = parsed("k: " + yaml + "\n");
    if (!tree.root) return terse(tree.diagnostics);
    base::Report report;
    const std::string value = reader(*tree.root->find("k"), report);
    const Diagnostics said = report.take();
    if (said.empty()) return value;
    return value + said[0].code + ": " + said[0].message.en +
           (said[0].help.en.empty() ? "" : " [" + said[0].help.en + "]");
}

std::string boolean(const std::string& yaml) {
    return read(yaml, [](const yaml::Node& node, base::Report& report) {
        const auto value = yaml::read_boolean(node, "missing", report);
        return value ? std::string(*value ? "yes" : "no") : "";
    });
}

std::string number(const std::string& yaml) {
    return read(yaml, [](const yaml::Node& node, base::Report& report) {
        const auto value = yaml::read_number(node, "points", report);
        return value ? value->text() : "";
    });
}

std::string integer(const std::string& yaml) {
    return read(yaml, [](const yaml::Node& node, base::Report& report) {
        const auto value = yaml::read_integer(node, "stars", 1, 5, report);
        return value ? std::to_string(*value) : "";
    });
}

std::string text(const std::string& yaml) {
    return read(yaml, [](const yaml::Node& node, base::Report& report) {
        return yaml::read_text(node, "id", report).value_or("");
    });
}

std::string date(const std::string& yaml) {
    return read(yaml, [](const yaml::Node& node, base::Report& report) {
        const auto value = yaml::read_date(node, "from", report);
        return value ? value->text() : "";
    });
}

TEST(Scalar, BooleansAreTrueAndFalseOnly) {
    EXPECT_EQ(boolean("true"), "yes");
    EXPECT_EQ(boolean("false"), "no");
    EXPECT_EQ(boolean("yes"), "wrong-type: `missing` must be `true` or `false`, found the text `yes` [write `true`]");
    EXPECT_EQ(boolean("Off"), "wrong-type: `missing` must be `true` or `false`, found the text `Off` [write `false`]");
    EXPECT_EQ(boolean("'true'"),
              "wrong-type: `missing` must be `true` or `false`, found the text `true` [remove the quotes]");
    EXPECT_EQ(boolean("1"), "wrong-type: `missing` must be `true` or `false`, found the number `1` [write `true`]");
    EXPECT_EQ(boolean("[true]"), "wrong-type: `missing` must be `true` or `false`, found a list");
    EXPECT_EQ(boolean("{a: 1}"), "wrong-type: `missing` must be `true` or `false`, found a map");
    EXPECT_EQ(boolean(""), "wrong-type: `missing` must be `true` or `false`, found nothing");
}

TEST(Scalar, NumbersAreExactDecimals) {
    EXPECT_EQ(number("4.50"), "4.5");
    EXPECT_EQ(number("-3"), "-3");
    EXPECT_EQ(number("+2"), "2");
    EXPECT_EQ(number("010"), "10");
    EXPECT_EQ(number("0.1"), "0.1");
    EXPECT_EQ(number("4,50"), "wrong-type: `points` must be a number, found the text `4,50` [write `4.50`]");
    EXPECT_EQ(number("'3'"), "wrong-type: `points` must be a number, found the text `3` [remove the quotes]");
    EXPECT_EQ(number(".5"), "wrong-type: `points` must be a number, found the text `.5` [write `0.5`]");
    EXPECT_EQ(number("50%"), "wrong-type: `points` must be a number, found the text `50%` [write `50`]");
    EXPECT_EQ(number("1/3"), "wrong-type: `points` must be a number, found the text `1/3`");
    EXPECT_EQ(number("1e3"), "wrong-type: `points` must be a number, found the text `1e3`");
    EXPECT_EQ(number("0x1F"), "wrong-type: `points` must be a number, found the text `0x1F`");
    EXPECT_EQ(number(".inf"), "wrong-type: `points` must be a number, found the text `.inf`");
    EXPECT_EQ(number("true"), "wrong-type: `points` must be a number, found the boolean `true`");
    EXPECT_EQ(number("5."), "wrong-type: `points` must be a number, found the text `5.`");
    EXPECT_EQ(number("--5"), "wrong-type: `points` must be a number, found the text `--5`");
    EXPECT_EQ(number("~"), "wrong-type: `points` must be a number, found nothing");
    EXPECT_EQ(number("''"), "wrong-type: `points` must be a number, found an empty text");
    EXPECT_EQ(number(std::string(401, '1')),
              "out-of-range: `points` has 401 characters, more than the 400 allowed in a number");
}

TEST(Scalar, WholeNumbersStayWithinTheirLimits) {
    EXPECT_EQ(integer("5"), "5");
    EXPECT_EQ(integer("3.0"), "3");
    EXPECT_EQ(integer("6"), "out-of-range: `stars` must be from 1 to 5, found `6`");
    EXPECT_EQ(integer("0"), "out-of-range: `stars` must be from 1 to 5, found `0`");
    EXPECT_EQ(integer("99999999999999999999"),
              "out-of-range: `stars` must be from 1 to 5, found `99999999999999999999`");
    EXPECT_EQ(integer("2.5"), "wrong-type: `stars` must be a whole number, found the number `2.5`");
    EXPECT_EQ(integer("'4'"), "wrong-type: `stars` must be a whole number, found the text `4` [remove the quotes]");
}

TEST(Scalar, AnyScalarIsAText) {
    EXPECT_EQ(text("1.10"), "1.10");
    EXPECT_EQ(text("true"), "true");
    EXPECT_EQ(text("'x'"), "x");
    EXPECT_EQ(text(""), "wrong-type: `id` must be a text, found nothing [an empty text is written `\"\"`]");
    EXPECT_EQ(text("[a]"), "wrong-type: `id` must be a text, found a list");
}

TEST(Scalar, DatesAreDaysThatExist) {
    EXPECT_EQ(date("2026-05-22"), "2026-05-22");
    EXPECT_EQ(date("'2026-05-22'"), "2026-05-22");
    EXPECT_EQ(date("2026-02-30"),
              "wrong-type: `from` must be a day that exists, found the text `2026-02-30` [write year, month and day: "
              "`2026-05-22`]");
    EXPECT_EQ(date("22/5/2026"),
              "wrong-type: `from` must be a day that exists, found the text `22/5/2026` [write year, month and day: "
              "`2026-05-22`]");
    EXPECT_EQ(date("{a: 1}"),
              "wrong-type: `from` must be a day that exists, found a map [write year, month and day: `2026-05-22`]");
}

TEST(Scalar, ShowsLongTextsCutBetweenCharacters) {
    std::string words;
    for (int i = 0; i < 40; ++i) words += "ă";
    const std::string said = number(words);
    EXPECT_NE(said.find("ă…`"), std::string::npos) << said;
}

}  // namespace
}  // namespace ocop
