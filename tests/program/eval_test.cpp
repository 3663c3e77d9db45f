// What conditions are worth: FEEL's answers, and each declared deviation from them.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "program/eval.hpp"

namespace {

using ocop::Number;
using ocop::base::Value;

struct Row {
    const char* condition;
    const char* value;  // JSON
};

std::string eval(const std::string& condition) {
    auto list = std::make_shared<ocop::base::List>();
    list->push_back(Number(1));
    list->push_back(Value());
    list->push_back(Number(3));
    const std::vector<std::pair<std::string, Value>> facts = {
        {"x", Number(5)},    {"yes", true},          {"no", false},        {"unknown", Value()}, {"name", std::string("chè")},
        {"điểm", Number(7)}, {"tỷ lệ", Number(40)}, {"holes", std::shared_ptr<const ocop::base::List>(list)}, {"a.b", Number(2)}};
    ocop::base::Report report;
    const auto json = ocop::program::eval_json(condition, facts, report);
    if (json) return *json;
    std::string codes = "error";
    for (const auto& each : report.take()) codes += " " + each.code;
    return codes;
}

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) EXPECT_EQ(eval(row.condition), row.value) << row.condition;
}

TEST(Precedence, FollowsFeel) {
    check({{"1 + 2 * 3", "7"}, {"(1 + 2) * 3", "9"}, {"-2 - 3", "-5"}, {"2 - -3", "5"}, {"--2", "2"}, {"8 / 4 / 2", "1"}, {"10 - 4 - 3", "3"},
           {"no and no or yes", "true"}, {"yes or no and no", "true"}, {"1 < 2 and 2 < 3", "true"}, {"1 + 1 = 2", "true"},
           {"x between 1 and 5 and yes", "true"}, {"x in [1..5] or no", "true"}, {"1 + 4 in [5..6]", "true"}, {"not(x > 5) and yes", "true"},
           {"if x > 3 then 1 else 2 + 10", "1"}, {"(if x > 3 then 1 else 2) + 10", "11"}, {"some i in [1, 2] satisfies i = 2 and yes", "true"}});
}

TEST(Numbers, AreExact) {
    check({{"0.1 + 0.2", "0.3"}, {"0.1 + 0.2 = 0.3", "true"}, {"1 / 3 * 3", "1"}, {"1/3", "0.3333333333333333333333333333333333"},
           {"2/3", "0.6666666666666666666666666666666667"}, {"10/3", "3.333333333333333333333333333333333"}, {".5", "0.5"}, {"-.5", "-0.5"},
           {"1.10", "1.1"}, {"100", "100"}, {"123456789012345678901234567890 * 10", "1234567890123456789012345678900"},
           {"9223372036854775807 + 1", "9223372036854775808"}, {"1 = 1.0", "true"}, {"1/3 = 2/6", "true"}});
}

TEST(Ranges, AreOpenOrClosedAtEachEnd) {
    check({{"5 in [1..5]", "true"}, {"5 in [1..5)", "false"}, {"1 in (1..5]", "false"}, {"1 in ]1..5]", "false"}, {"5 in ]1..5[", "false"}, {"3 in ]1..5[", "true"},
           {"\"b\" in [\"a\"..\"c\"]", "true"}, {"date(\"2026-05-22\") in [date(\"2026-01-01\")..date(\"2026-12-31\")]", "true"},
           {"[1..5]", "\"[1..5]\""}, {"]1..5[", "\"(1..5)\""}, {"[1..5] = [1..5]", "true"}, {"[1..5] = [1..5)", "false"}});
}

TEST(In, TakesTestsListsAndValues) {
    check({{"x in (1, [5..9], > 20)", "true"}, {"x in (1, [6..9], > 20)", "false"}, {"x in > 4", "true"}, {"x in (> 5, < 5)", "false"},
           {"x in (<= 5)", "true"}, {"x in (!= 5)", "false"}, {"x in (= 5)", "true"}, {"x in 5", "true"}, {"x in [1, 5]", "true"}, {"x in [1, 2]", "false"},
           {"x in [[1..3], [5..6]]", "true"}, {"x in ([1, 5])", "true"}, {"name in (\"chè\", \"gạo\")", "true"}, {"x in [1 .. 5]", "true"}});
}

TEST(Kleene, KnowsAThirdAnswer) {
    check({{"unknown and no", "false"}, {"unknown and yes", "null"}, {"unknown or yes", "true"}, {"unknown or no", "null"}, {"not(unknown)", "null"},
           {"unknown = 1", "null"}, {"unknown + 1", "null"}, {"unknown < 1", "null"}, {"unknown between 1 and 2", "null"}, {"x between 6 and unknown", "null"}, {"unknown between 1 and 2 or yes", "true"},
           {"x in (1, unknown)", "null"}, {"x in (5, unknown)", "true"}, {"x in [6..unknown]", "false"}, {"x in [1..unknown]", "null"},
           {"some i in holes satisfies i > 2", "true"}, {"some i in holes satisfies i > 5", "null"}, {"every i in holes satisfies i > 0", "null"},
           {"every i in holes satisfies i > 1", "false"}, {"if unknown then 1 else 1", "1"}, {"if unknown then 1 else 2", "null"},
           {"all(yes, unknown)", "null"}, {"all(no, unknown)", "false"}, {"any(no, unknown)", "null"}, {"any(yes, unknown)", "true"},
           {"sum(holes)", "null"}, {"count(holes)", "3"}, {"list contains(holes, null)", "true"}, {"list contains(holes, 3)", "true"}, {"list contains(holes, 4)", "null"},
           {"upper case(unknown)", "null"}, {"null", "null"}});
}

TEST(NullTest, AsksWhetherAValueIsKnown) {
    check({{"unknown = null", "true"}, {"x = null", "false"}, {"x != null", "true"}, {"null = unknown", "true"}, {"null = null", "true"}});
}

TEST(Functions, OfNumbers) {
    check({{"abs(-3)", "3"}, {"floor(1.5)", "1"}, {"floor(-1.5)", "-2"}, {"floor(1.56, 1)", "1.5"}, {"ceiling(1.5)", "2"}, {"ceiling(-1.5)", "-1"},
           {"ceiling(-1.56, 1)", "-1.5"}, {"decimal(1/3, 2)", "0.33"}, {"decimal(1.5, 0)", "2"}, {"decimal(2.5, 0)", "2"}, {"decimal(1115, -2)", "1100"},
           {"round half up(5.5, 0)", "6"}, {"round half up(-5.5, 0)", "-6"}, {"round half up(1.121, 2)", "1.12"}, {"round half down(5.5, 0)", "5"},
           {"round half down(-5.5, 0)", "-5"}, {"round half down(5.51, 0)", "6"}, {"round up(5.1, 0)", "6"}, {"round up(-5.1, 0)", "-6"}, {"round down(5.9, 0)", "5"}, {"round down(-5.9, 0)", "-5"},
           {"modulo(12, 5)", "2"}, {"modulo(-12, 5)", "3"}, {"modulo(12, -5)", "-3"}, {"modulo(-12, -5)", "-2"}, {"modulo(10.1, 4.5)", "1.1"},
           {"round up(x, 6177)", "null"}});
}

TEST(Functions, OfLists) {
    check({{"min(3, 1, 2)", "1"}, {"min([3, 1, 2])", "1"}, {"max(\"a\", \"c\", \"b\")", "\"c\""}, {"sum([1, 2, 3])", "6"}, {"sum(1, 2)", "3"}, {"mean([1, 2, 4])", "2.333333333333333333333333333333333"},
           {"median([8, 2, 5, 3, 4])", "4"}, {"median([6, 1, 2, 3])", "2.5"}, {"count([])", "0"}, {"count([1, [2, 3]])", "2"},
           {"sum([])", "null"}, {"min([])", "null"}, {"max([])", "null"}, {"mean([])", "null"}, {"median([])", "null"}, {"all([])", "true"}, {"any([])", "false"},
           {"list contains([1, 2], 2)", "true"}, {"list contains([1, 2], 3)", "false"}, {"every i in [] satisfies no", "true"}, {"some i in [] satisfies yes", "false"},
           {"some i in 1..3 satisfies i = 3", "true"}, {"some i in [1, 2], j in [2, 3] satisfies i = j", "true"}, {"every i in [1, 2], j in [3, 4] satisfies i < j", "true"}});
}

TEST(Functions, OfTexts) {
    check({{"contains(\"foobar\", \"of\")", "false"}, {"contains(\"foobar\", \"ob\")", "true"}, {"starts with(\"foobar\", \"fo\")", "true"}, {"ends with(\"foobar\", \"r\")", "true"},
           {"starts   with(name, \"ch\")", "true"}, {"string length(\"đặc sản\")", "7"}, {"string length(\"\\U01F40E\")", "1"}, {"upper case(\"đặc\")", "\"ĐẶC\""}, {"lower case(\"ĐẶC\")", "\"đặc\""},
           {"substring(\"foobar\", 3)", "\"obar\""}, {"substring(\"foobar\", 3, 3)", "\"oba\""}, {"substring(\"foobar\", -2, 1)", "\"a\""}, {"substring(\"foobar\", 0)", "null"},
           {"substring(string: \"foobar\", start position: 3)", "\"obar\""}, {"\"a\" + \"b\"", "\"ab\""}, {"\"a\" < \"b\"", "true"}, {"\"\\u0110\"", "\"Đ\""}});
}

TEST(Names, MayBeOfAnyLanguageAndHaveDotsAndSpaces) {
    check({{"điểm >= 7", "true"}, {"'tỷ lệ' = 40", "true"}, {"a.b = 2", "true"}, {"đie\xCC\x82\xCC\x89m = 7", "true"}});
}

TEST(Comments, AreBlanks) { check({{"1 /* one */ + 2 // three", "3"}, {"// nothing\n4", "4"}}); }

TEST(Units, BelongToTheType) {
    check({{"50% < 75%", "true"}, {"50% < 75", "error condition-unit"}, {"50% > 0", "true"}, {"50% + 10%", "\"60%\""}, {"50% + 10", "error condition-unit"}, {"50% * 2", "\"100%\""},
           {"50% * 2%", "error condition-unit"}, {"50% / 25%", "2"}, {"50% / 2", "\"25%\""}, {"2 / 50%", "error condition-unit"}, {"50% in [0..100%]", "true"}, {"50% in [1..100]", "error condition-unit"},
           {"max(10%, 20%)", "\"20%\""}, {"max(10%, 20)", "error condition-unit"}, {"0 = 0%", "true"}});
}

TEST(Deviations, TypeErrorsAreErrors) {
    check({{"yes = 1", "error condition-type"}, {"1 + \"a\"", "error condition-type"}, {"not(1)", "error condition-type"}, {"1 and yes", "error condition-type"}, {"yes < no", "error condition-type"},
           {"if 1 then 2 else 3", "error condition-type"}, {"sum([\"a\"])", "error condition-type"}, {"count(1)", "error condition-type"}, {"abs(\"a\")", "error condition-type"},
           {"x in \"a\"", "error condition-type"}, {"abs()", "error argument-count"}, {"abs(1, 2)", "error argument-count"}, {"abs(m: 1)", "error argument-name"}, {"foo(1)", "error unknown-function"},
           {"foo", "error unknown-name"}, {"1 / 0", "error division-by-zero"}, {"date(\"2026-02-30\")", "error bad-date"}, {"points(\"1\")", "error no-form"}, {"total", "error unknown-name"}});
}

TEST(Deviations, DivisionByZeroAtRunTimeIsNotKnown) { check({{"1 / (x - 5)", "null"}, {"modulo(1, x - 5)", "null"}, {"x = 5 or 1 / (x - 5) > 0", "true"}}); }

TEST(Deviations, PowersAndContextsAreRefused) {
    check({{"2 ** 3", "error condition-syntax"}, {"{a: 1}", "error condition-syntax"}, {"for i in [1] return i", "error condition-syntax"}});
}

TEST(Bounds, DeepLongAndLoopingConditionsEnd) {
    EXPECT_EQ(eval(std::string(4'000, '(')), "error condition-too-deep");
    EXPECT_EQ(eval(std::string(10'000, '-') + "1"), "error condition-too-long");
    EXPECT_EQ(eval(std::string(3'000, '[')), "error condition-too-deep");
    EXPECT_EQ(eval("some a in 1..9999, b in 1..9999, c in 1..9999 satisfies a + b + c < 0"), "null");
    EXPECT_EQ(eval("some a in 1..99999999999 satisfies a < 0"), "null");
    std::string sum = "1";
    for (int i = 0; i < 1'100; ++i) sum += "+1";
    EXPECT_EQ(eval(sum), "error condition-too-large");
    std::string power = "x";
    for (int i = 0; i < 12; ++i) power = "(" + power + ")*(" + power + ")";
    EXPECT_EQ(eval(power.substr(0, 4'000)).substr(0, 5), "error");
}

}  // namespace
