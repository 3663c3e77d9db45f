// `ocop test` as a process.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/sample_rules.hpp"

namespace ocop::test {
namespace {

using nlohmann::json;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const char* const good_tests = R"(rule_set: small/tea
assessed_on: 2026-06-20
tests:
  - {name: best, marks: {all: best}, expect: {stars: 5, total: 100}}
  - {name: forged, marks: {all: best}, facts: {forged: true}, expect: {outcome: rejected, gates: [forged]}}
)";

TEST(Test, PassesAndSaysHowMany) {
    const Kitchen kitchen;
    kitchen.write("rules/small/tea.test.yaml", good_tests);
    const Ran ran = kitchen.run("test");
    EXPECT_EQ(ran.status, 0) << ran.out;
    EXPECT_EQ(ran.out, "2 tests of 1 rule set: 2 passed, 0 failed\n");
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(kitchen.run("test small/tea").out, ran.out);
    EXPECT_EQ(kitchen.run("test rules/small").out, ran.out);
    EXPECT_EQ(kitchen.run("test rules/small/tea.test.yaml --lang vi").out, "2 kiểm thử của 1 bộ tiêu chí: 2 đạt, 0 không đạt\n");
    EXPECT_EQ(kitchen.run("check").status, 0) << "a test file is no rule set";
    EXPECT_FALSE(has(kitchen.run("list").out, "tea.test"));
}

TEST(Test, AFailureShowsItsPlaceAndTheDifference) {
    const Kitchen kitchen;
    kitchen.write("rules/small/tea.test.yaml", "rule_set: small/tea\ntests:\n  - name: outside\n    marks: {all: best, \"1\": a}\n    expect: {stars: 4, total: 60}\n");
    const Ran ran = kitchen.run("test");
    EXPECT_EQ(ran.status, 1);
    EXPECT_TRUE(has(ran.out, "rules/small/tea.test.yaml:5:21: error: test “outside”: stars: expected 4, got 3 [test-failed]")) << ran.out;
    EXPECT_TRUE(has(ran.out, "    5 |     expect: {stars: 4, total: 60}")) << ran.out;
    EXPECT_TRUE(has(ran.out, "before one star more: points 10 for 4")) << ran.out;
    EXPECT_TRUE(has(ran.out, "1 test of 1 rule set: 0 passed, 1 failed")) << ran.out;
}

TEST(Test, ABrokenFileStopsNoOther) {
    const Kitchen kitchen;
    kitchen.write("rules/small/tea.test.yaml", good_tests);
    kitchen.write("rules/small/other.test.yaml", "rule_set: small/tea\ntests:\n  - {name: one, marks: {all: best, \"1\": d}, expect: {stars: 5}}\n");
    kitchen.write("rules/small/broken.test.yaml", "rule_set: small/tea\ntest: []\n");
    const Ran ran = kitchen.run("test");
    EXPECT_EQ(ran.status, 1);
    EXPECT_TRUE(has(ran.out, "has no key `test`")) << ran.out;
    EXPECT_TRUE(has(ran.out, "test “one” could not run:")) << ran.out;
    EXPECT_TRUE(has(ran.out, "other.test.yaml:3:41: error: `1` has no option `d`")) << ran.out;
    EXPECT_TRUE(has(ran.out, "3 tests of 1 rule set: 2 passed, 1 failed; 1 file could not be used")) << ran.out;
}

TEST(Test, NothingToRunIsBadUsage) {
    const Kitchen kitchen;
    EXPECT_EQ(kitchen.run("test").status, 2);
    EXPECT_EQ(kitchen.run("test small/tea").status, 2);
    EXPECT_EQ(kitchen.run("test nowhere.test.yaml").status, 2);
}

TEST(Test, CoverageNamesWhatWasNotReached) {
    const Kitchen kitchen;
    kitchen.write("rules/small/tea.test.yaml", good_tests);
    const Ran ran = kitchen.run("test --coverage");
    EXPECT_TRUE(has(ran.out, "small/tea: options 2/4, gates 1/1, minima 0/1 (5★ 0/1), bands 1/5, branches 2/2")) << ran.out;
    EXPECT_TRUE(has(ran.out, "not reached, options: 1 a, 2 a")) << ran.out;
    EXPECT_TRUE(has(ran.out, "not reached, minima: 1 for 5")) << ran.out;
    EXPECT_TRUE(has(ran.out, "In all: options 2/4")) << ran.out;
    const json told = json::parse(kitchen.run("test --coverage --format json").out);
    EXPECT_EQ(told["coverage"]["rule_sets"]["small/tea"]["options"]["missed"], (json{"1 a", "2 a"}));
    EXPECT_EQ(told["coverage"]["total"]["minima"]["by_star"]["5"]["all"], 1);
    EXPECT_EQ(told["tests"], 2);
    EXPECT_EQ(told["failed"], 0);
}

TEST(Test, CoverageCountsRuleSetsWithoutTests) {
    const Kitchen kitchen;
    const Ran ran = kitchen.run("test --coverage");
    EXPECT_TRUE(has(ran.out, "small/tea: options 0/4")) << ran.out;
    EXPECT_EQ(ran.status, 2);
}

TEST(Test, JUnitIsForServers) {
    const Kitchen kitchen;
    kitchen.write("rules/small/tea.test.yaml", good_tests);
    const Ran ran = kitchen.run("test --format junit");
    EXPECT_TRUE(ran.out.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"2\" failures=\"0\" errors=\"0\">")) << ran.out;
    EXPECT_EQ(ran.status, 0);
}

}  // namespace
}  // namespace ocop::test
