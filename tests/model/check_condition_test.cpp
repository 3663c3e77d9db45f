// Names and types of conditions: what is accepted with which type, what is read, and each refusal with its words.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/check_condition.hpp"

namespace {

using ocop::model::Checked;
using ocop::model::Names;
using ocop::model::Type;
using ocop::model::Use;

Names form() {
    Names names;
    names.facts = {{"grown_here", Type::Kind::boolean},
                   {"local_share", Type::number("%")},
                   {"households", Type::number("")},
                   {"weight", Type::number("kg")},
                   {"provider", Type::text({"community", "operator"})},
                   {"name", Type::Kind::string},
                   {"filed_on", Type::Kind::date},
                   {"evidence", Type::list(Type::text({"food-safety", "link-contract"}))},
                   {"shares", Type::list(Type::number("%"))},
                   {"vùng nguyên liệu", Type::Kind::boolean},
                   {"anything", Type()}};
    names.items = {{"A", false, false, {}}, {"1.1", true, false, {"a", "b", "c"}}, {"1.2", true, true, {"a", "b"}}, {"8", true, false, {"community.a", "operator.a"}}};
    names.readings = {{"ip_minimum", {"any", "full"}}};
    names.form = true;
    return names;
}

std::optional<Checked> check(const std::string& text, const Use& use, ocop::base::Report& report) {
    const auto source = std::make_shared<const ocop::base::Source>("test", text);
    const auto condition = ocop::syntax::parse_condition(source, {0, static_cast<std::uint32_t>(text.size())}, report);
    return condition ? check_condition(*condition, form(), use, report) : std::nullopt;
}

std::string described(const std::string& text, const Use& use) {
    ocop::base::Report report;
    const auto checked = check(text, use, report);
    if (checked) return checked->type().described();
    const auto& first = report.all().front();
    const std::string help = first.help.en.empty() ? "" : " (" + first.help.en + ")";
    return first.code + ": " + first.message.en + help;
}

struct Row {
    const char* condition;
    const char* wanted;
};

Use any_value() {
    Use use;
    use.boolean_only = false;
    return use;
}

void expect_rows(const std::vector<Row>& rows, const Use& use) {
    for (const Row& row : rows) EXPECT_EQ(described(row.condition, use), row.wanted) << row.condition;
}

TEST(CheckCondition, KnowsTheTypeOfEveryKindOfExpression) {
    expect_rows({{"grown_here and not('vùng nguyên liệu')", "true or false"},
                 {"local_share + 10%", "a number in %"},
                 {"local_share * 2", "a number in %"},
                 {"2 * weight", "a number in kg"},
                 {"weight / 2", "a number in kg"},
                 {"weight / 5kg", "a number without unit"},
                 {"-local_share", "a number in %"},
                 {"sum(shares)", "a number in %"},
                 {"max(0, local_share)", "a number in %"},
                 {"count(shares)", "a number without unit"},
                 {"floor(weight, 1)", "a number in kg"},
                 {"modulo(weight, 5kg)", "a number in kg"},
                 {"name + \"!\"", "a text"},
                 {"date(\"2026-05-22\")", "a date"},
                 {"date(name)", "a date"},
                 {"[0, 50%]", "a list of which each is a number in %"},
                 {"[50%, 0]", "a list of which each is a number in %"},
                 {"[]", "a list"},
                 {"[0..100%]", "a range of which each end is a number in %"},
                 {"if grown_here then 0 else 50%", "a number in %"},
                 {"points(\"1.1\") + total", "a number without unit"},
                 {"option(\"1.1\")", "a text"},
                 {"option(\"1.2\")", "a list of which each is a text"},
                 {"reading(\"ip_minimum\")", "a text"},
                 {"null", "something not known"},
                 {"anything + 1", "a number without unit"}},
                any_value());
}

TEST(CheckCondition, AcceptsWhatRuleSetsWrite) {
    expect_rows({{"local_share < 50%", "true or false"},
                 {"local_share in [50%..75%)", "true or false"},
                 {"local_share in (0, [50%..75%), > 90%)", "true or false"},
                 {"local_share between 0 and 100%", "true or false"},
                 {"local_share > 0", "true or false"},
                 {"provider = \"community\"", "true or false"},
                 {"provider in (\"community\", \"operator\")", "true or false"},
                 {"\"food-safety\" in evidence", "true or false"},
                 {"list contains(evidence, \"link-contract\")", "true or false"},
                 {"some e in evidence satisfies starts with(e, \"link\")", "true or false"},
                 {"every s in shares, t in shares satisfies s <= t", "true or false"},
                 {"some i in 1..3 satisfies i > households", "true or false"},
                 {"filed_on >= date(\"2026-05-22\")", "true or false"},
                 {"points(\"A\") >= 3 and option(\"8\") = \"operator.a\"", "true or false"},
                 {"option(\"1.1\") = \"none\"", "true or false"},
                 {"reading(\"ip_minimum\") = \"full\"", "true or false"},
                 {"anything", "something not known"},
                 {"is(local_share, 50%)", "true or false"},
                 {"is(name, 1)", "true or false"}},
                Use());
}

TEST(CheckCondition, RefusesUnknownNamesWithASuggestion) {
    expect_rows({{"grown_her", "unknown-name: no fact is called `grown_her` (did you mean `grown_here`?)"},
                 {"totl > 3", "unknown-name: no fact is called `totl` (did you mean `total`?)"},
                 {"points(\"1.3\") > 0", "unknown-item: the form has no criterion, section or part `1.3` (did you mean `1.1`?)"},
                 {"option(\"A\") = \"a\"", "unknown-item: the form has no criterion `A` (did you mean `8`?)"},
                 {"reading(\"ip_minimums\") = \"full\"", "unknown-reading: there is no reading `ip_minimums` (did you mean `ip_minimum`?)"},
                 {"string lenght(name) > 3", "unknown-function: there is no function `string lenght` (did you mean `string length`?)"},
                 {"matches(name, \"x\")", "unknown-function: there is no function `matches`"}},
                Use());
}

TEST(CheckCondition, RefusesTextsThatCannotOccur) {
    expect_rows({{"provider = \"comunity\"", "condition-value: `comunity` is none of the values this can have: `community` or `operator` (did you mean `community`?)"},
                 {"\"x\" = provider", "condition-value: `x` is none of the values this can have: `community` or `operator`"},
                 {"provider in (\"community\", \"x\")", "condition-value: `x` is none of the values this can have: `community` or `operator`"},
                 {"provider in [\"x\"]", "condition-value: `x` is none of the values this can have: `community` or `operator`"},
                 {"provider in != \"x\"", "condition-value: `x` is none of the values this can have: `community` or `operator`"},
                 {"\"gap\" in evidence", "condition-value: `gap` is none of the values this can have: `food-safety` or `link-contract`"},
                 {"list contains(evidence, \"gap\")", "condition-value: `gap` is none of the values this can have: `food-safety` or `link-contract`"},
                 {"option(\"1.1\") = \"d\"", "condition-value: `d` is none of the values this can have: `a`, `b`, `c` or `none` (did you mean `a`?)"},
                 {"option(\"8\") = \"a\"", "condition-value: `a` is none of the values this can have: `community.a`, `operator.a` or `none`"},
                 {"reading(\"ip_minimum\") = \"ful\"", "condition-value: `ful` is none of the values this can have: `any` or `full` (did you mean `full`?)"}},
                Use());
}

TEST(CheckCondition, RefusesMixedUnits) {
    const std::string sides = "condition-unit: `<` wants the same unit on both sides: the left is a number in %, the right is a number without unit (did you mean `50%`?)";
    EXPECT_EQ(described("local_share < 50", Use()), sides);
    expect_rows({{"local_share < weight", "condition-unit: `<` wants the same unit on both sides: the left is a number in %, the right is a number in kg (units are never converted; write the unit right behind the number, as in 50%)"},
                 {"local_share in [50..75)", "condition-unit: `in` looks for a number in % in a range of which each end is a number without unit (units are never converted; write the unit right behind the number, as in 50%)"},
                 {"local_share * weight > 0", "condition-unit: `*` takes a unit on one side only: a number in % times a number in kg has none"},
                 {"2 / weight > 0", "condition-unit: a number without unit divided by a number in kg has no unit here (divide by a number without unit, or by one with the same unit)"},
                 {"max(local_share, 5) > 0", "condition-unit: `max` takes values of one kind: before this a number in %, here a number without unit"},
                 {"[50%, 50] = []", "condition-unit: a list holds values of one kind: before this a number in %, here a number without unit"},
                 {"list contains(shares, 5)", "condition-unit: each in the list is a number in %, this is a number without unit"},
                 {"is(local_share, 5)", "condition-unit: `is` wants the same unit for both: the first is a number in %, the second is a number without unit (did you mean `5%`?)"},
                 {"floor(weight, 1kg) > 0", "condition-unit: `floor` takes a number without unit here, this is a number in kg"}},
                Use());
}

TEST(CheckCondition, RefusesWrongTypesNamingBoth) {
    expect_rows({{"households", "condition-type: a condition is true or false, this is a number without unit"},
                 {"name = 1", "condition-type: `=` wants the same kind on both sides: the left is a text, the right is a number without unit"},
                 {"households = \"3\"", "condition-type: `=` wants the same kind on both sides: the left is a number without unit, the right is a text"},
                 {"not(households)", "condition-type: `not` takes true or false, this is a number without unit"},
                 {"grown_here and 1", "condition-type: `and` takes true or false, this is a number without unit (to compare with one of several values write `x in (…, …)`)"},
                 {"grown_here < grown_here", "condition-type: `<` compares numbers, texts or dates, this is true or false"},
                 {"if households then grown_here else grown_here", "condition-type: `if` takes true or false, this is a number without unit"},
                 {"(if grown_here then 1 else \"a\") = 1", "condition-type: both branches must be of one kind: `then` is a number without unit, `else` is a text"},
                 {"count(households) = 1", "condition-type: `count` takes a list, this is a number without unit"},
                 {"count(shares, shares) = 1", "argument-count: `count` takes (list), 2 values are given"},
                 {"sum(evidence) = 1", "condition-type: `sum` takes a list of which each is a number, here each is a text"},
                 {"min(grown_here) = 1", "condition-type: `min` compares numbers, texts or dates, this is true or false"},
                 {"upper case(households) = \"A\"", "condition-type: `upper case` takes a text, this is a number without unit"},
                 {"-name = 1", "condition-type: `-` takes a number, this is a text"},
                 {"name - name = name", "condition-type: `-` takes numbers, these are a text"},
                 {"some s in households satisfies s", "condition-type: `some` goes through a list or a range of whole numbers, this is a number without unit"},
                 {"every s in shares satisfies s", "condition-type: `satisfies` takes true or false, this is a number in %"},
                 {"households in \"a\"", "condition-type: `in` looks for a number without unit in a text"},
                 {"households in (1, > \"a\")", "condition-type: `in` wants the same kind on both sides: the left is a number without unit, the right is a text"},
                 {"[1, \"a\"] = []", "condition-type: a list holds values of one kind: before this a number without unit, here a text"},
                 {"[1..\"a\"] = [1..2]", "condition-type: `..` wants the same kind on both sides: the left is a number without unit, the right is a text"},
                 {"date(households) = filed_on", "condition-type: `date` takes a text such as \"2026-05-22\", this is a number without unit"},
                 {"filed_on > \"2026-05-22\"", "condition-type: `>` wants the same kind on both sides: the left is a date, the right is a text"}},
                Use());
}

TEST(CheckCondition, RefusesCallsThatDoNotFit) {
    expect_rows({{"abs() = 1", "argument-count: `abs` takes (n), 0 values are given"},
                 {"decimal(1) = 1", "argument-count: `decimal` takes (n, scale), 1 value is given"},
                 {"min() = 1", "argument-count: `min` takes a list or at least one value"},
                 {"abs(m: 1) = 1", "argument-name: `abs` has no parameter `m`; its parameters are: n"},
                 {"decimal(n: 1, 2) = 1", "argument-name: either all values of a call are named, or none is"},
                 {"decimal(n: 1, n: 2) = 1", "argument-count: `decimal` takes (n, scale), 2 values are given"},
                 {"points(name) > 0", "not-literal: `points` takes a text in quotes, such as points(\"5.1\")"},
                 {"date(\"2026-02-30\") = filed_on", "bad-date: `2026-02-30` is not a day (write the year, month and day: 2026-05-22)"}},
                Use());
}

TEST(CheckCondition, RefusesDivisionByAConstantZero) {
    for (const char* condition : {"households / 0 > 1", "households / (2 - 2) > 1", "households / -0 > 1", "modulo(households, 0 * 3) = 1", "1 / (1 / 2 - 0.5) = 1"})
        EXPECT_EQ(described(condition, Use()), "division-by-zero: division by zero") << condition;
    EXPECT_EQ(described("households / (households - households) > 1", Use()), "true or false");
}

TEST(CheckCondition, FollowsTheRulesOfThePlace) {
    Use gate;
    gate.options = false;
    EXPECT_EQ(described("option(\"1.1\") = \"a\"", gate),
              "option-here: `option` cannot be asked here: a council's figures are combined, its options are not (ask for the points instead: points(\"…\"))");
    EXPECT_EQ(described("households = null", Use()),
              "null-test: a rule set may not ask whether something is known (what is not known makes a condition not known by itself; give the fact a `missing:` value if one is right)");
    Use eval = any_value();
    eval.null_tests = true;
    EXPECT_EQ(described("households = null", eval), "true or false");
    EXPECT_EQ(described("[1, \"a\"]", eval), "a list");
}

TEST(CheckCondition, TellsWhatIsReadAndWhere) {
    ocop::base::Report report;
    const std::string text = "grown_here and points(\"1.1\") + total > 3 and option(\"8\") = \"operator.a\" and reading(\"ip_minimum\") = \"any\" and grown_here";
    const auto checked = check(text, Use(), report);
    ASSERT_TRUE(checked);
    ASSERT_EQ(checked->facts.size(), 2U);
    EXPECT_EQ(checked->facts[0].index, 0);
    EXPECT_EQ(text.substr(checked->facts[0].span.begin, checked->facts[0].span.end - checked->facts[0].span.begin), "grown_here");
    ASSERT_EQ(checked->points.size(), 1U);
    EXPECT_EQ(checked->points[0].index, 1);
    EXPECT_EQ(text.substr(checked->points[0].span.begin, checked->points[0].span.end - checked->points[0].span.begin), "\"1.1\"");
    ASSERT_EQ(checked->options.size(), 1U);
    EXPECT_EQ(checked->options[0].index, 3);
    ASSERT_EQ(checked->readings.size(), 1U);
    EXPECT_TRUE(checked->total);
}

TEST(CheckCondition, ReportsEveryFaultOfACondition) {
    ocop::base::Report report;
    EXPECT_FALSE(check("grown_her and local_share < 50 and households / 0 > 1", Use(), report));
    std::vector<std::string> codes;
    for (const auto& each : report.take()) codes.push_back(each.code);
    EXPECT_EQ(codes, (std::vector<std::string>{"unknown-name", "condition-unit", "division-by-zero"}));
}

TEST(CheckCondition, LoopVariablesHideFactsAndEnd) {
    EXPECT_EQ(described("some name in shares satisfies name > 5%", Use()), "true or false");
    EXPECT_EQ(described("(some s in shares satisfies s > 5%) and s > 5%", Use()), "unknown-name: no fact is called `s`");
    EXPECT_EQ(described("some s in s satisfies true", Use()), "unknown-name: no fact is called `s`");
}

}  // namespace
