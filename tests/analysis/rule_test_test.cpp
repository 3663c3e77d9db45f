// Rule tests: what their words mean, what a surprise says, what is refused and where, what counts as reached.
#include <gtest/gtest.h>

#include <algorithm>

#include <ocop/ocop.hpp>

#include "model/small_rules.hpp"
#include "syntax/folder.hpp"

namespace ocop::test {
namespace {

const std::string head = "rule_set: small\nfacts: {share: 60%, provider: community}\nlevel: province\nassessed_on: 2026-06-20\n";

RuleTests run(const std::string& text) {
    Folder folder;
    folder.write("small.yaml", small_rules::good).write("small.test.yaml", text);
    folder.write("councils/strict.yaml",
                 "basis: {decision: 2/2026}\ncouncil: {combine: median}\nreadings:\n  minima_missed: {chosen: no-star, title: {vi: \"Thiếu\", en: \"Missed\"}}\n");
    const Library library = Library::open({folder.path()}).value();
    return run_rule_tests(library, folder.path() / "small.test.yaml");
}

// One test with that body; what came out otherwise, "key: expected, got", or what is wrong with it.
std::string outcome(const std::string& body) {
    const RuleTests ran = run(head + "tests:\n  - name: one\n" + body);
    std::string out = terse(ran.diagnostics);
    for (const RuleTest& test : ran.tests) {
        for (const Surprise& each : test.surprises) out += (out.empty() ? "" : "; ") + each.key + ": " + each.expected + ", " + each.got;
        for (const Diagnostic& each : test.diagnostics)
            out += (out.empty() ? "" : "; ") + std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + " " + each.code + ": " + each.message.en;
    }
    return out;
}

std::string marks(const std::string& marks, const std::string& expect) { return outcome("    marks: " + marks + "\n    expect: " + expect + "\n"); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(RuleTest, BasesStandForOptions) {
    EXPECT_EQ(marks("{all: best}", "{stars: 3, total: 10, parts: {A: 10}}"), "");
    EXPECT_EQ(marks("{all: none, \"1.1\": b}", "{total: 1}"), "");
    EXPECT_EQ(marks("{all: worst, \"1.1\": b}", "{total: 2}"), "");
    EXPECT_EQ(marks("{all: best, \"2\": missing}", "{outcome: undecided, total: null, stars: null}"), "");
    EXPECT_EQ(marks("{all: best, \"1.1\": minimum 2}", "{total: 8}"), "");
    EXPECT_EQ(marks("{all: minimum 3, \"1.2\": [c]}", "{total: 6, parts: {A: 6}}"), "");
}

TEST(RuleTest, WhatIsNearestToACriterionCounts) {
    EXPECT_EQ(marks("{\"1.2\": [a], \"1\": best, A: none, all: best}", "{total: 4}"), "");
    EXPECT_EQ(marks("{all: none, A: best, \"3\": 0.5}", "{total: 8.5}"), "");
}

TEST(RuleTest, ACriterionTakesAnyMarkOfACard) {
    EXPECT_EQ(marks("{\"1.1\": 3, \"1.2\": [a, b], \"2\": community.b, \"3\": {mark: 1.5, note: x}}", "{total: 9, stars: 3}"), "");
    EXPECT_EQ(marks("{all: best, \"2\": a}", "{total: 9}"), "");
}

TEST(RuleTest, FactsOfATestStandOverThoseOfTheFile) {
    EXPECT_EQ(outcome("    marks: {all: best}\n    facts: {share: 5%}\n    expect: {stars: 2, gates: [far], blocked_by: [cap far]}\n"), "");
    EXPECT_EQ(outcome("    marks: {all: best}\n    facts: {provider: operator}\n    expect: {total: 10}\n"), "");
    EXPECT_EQ(outcome("    marks: {all: best}\n    facts: {share: null}\n    expect: {outcome: undecided, range: {total: [10, 10], stars: [2, 3]}}\n"), "");
}

TEST(RuleTest, SheetsOfSeveralMembersAreCombined) {
    EXPECT_EQ(outcome("    sheets:\n      - {assessor: A, marks: {all: best}}\n      - {assessor: B, marks: {all: best, \"3\": 0.5}}\n    members: 2\n"
                      "    expect: {total: 9.25, no_findings: [no-quorum]}\n"), "");
    EXPECT_EQ(outcome("    sheets:\n      - {assessor: A, marks: {all: best}}\n    members: 3\n    expect: {findings: [no-quorum]}\n"), "");
}

TEST(RuleTest, WithoutMarksTheFactsAloneAreRated) {
    EXPECT_EQ(outcome("    expect: {findings: [from-facts], outcome: undecided}\n"), "");
}

TEST(RuleTest, EvidenceIsAllUnlessSaid) {
    EXPECT_EQ(marks("{all: best}", "{no_findings: [evidence-missing]}"), "");
    EXPECT_EQ(outcome("    marks: {all: best}\n    evidence: none\n    expect: {findings: [evidence-missing 1.1]}\n"), "");
    EXPECT_EQ(outcome("    marks: {all: best}\n    evidence: [paper]\n    expect: {no_findings: [evidence-missing]}\n"), "");
}

TEST(RuleTest, CouncilsAndReadingsMayBeOthers) {
    EXPECT_EQ(outcome("    marks: {all: best, \"1.1\": b}\n    council: strict\n    expect: {stars: 0, total: 8}\n"), "");
    EXPECT_EQ(outcome("    marks: {all: best, \"1.2\": [b, a], \"1.1\": b, \"2\": a, \"3\": 0}\n    readings: {rounding: half-up 0}\n    expect: {total: 5, stars: 2}\n"), "");
    EXPECT_TRUE(has(outcome("    marks: {all: best}\n    readings: {rouding: none}\n    expect: {stars: 3}\n"), "unknown-reading: the rule set has no reading `rouding`"));
    EXPECT_TRUE(has(outcome("    marks: {all: best}\n    readings: {rounding: half-up 6}\n    expect: {stars: 3}\n"), "unknown-way"));
}

TEST(RuleTest, SurprisesSayWhatWasExpectedAndWhatCame) {
    EXPECT_EQ(marks("{all: best, \"1.1\": b}", "{stars: 3}"), "stars: 3, 2");
    EXPECT_EQ(marks("{all: best}", "{outcome: rejected, band: 2, total: 9.5, parts: {A: 9}, blocked_by: [x]}"),
              "outcome: rejected, rated; band: 2, 3; total: 9.5, 10; parts A: 9, 10; blocked_by: [x], []");
    EXPECT_EQ(marks("{all: best, \"1.1\": b}", "{minima_missed: [1.1 for 2]}"), "minima_missed: [1.1 for 2], [1.1 for 3]");
    EXPECT_EQ(marks("{all: best}", "{gates: [forged]}"), "gates: [forged], []");
    EXPECT_TRUE(has(marks("{all: best}", "{findings: [spread]}"), "findings: spread, ["));
    EXPECT_TRUE(has(marks("{all: best}", "{no_findings: [quorum-unknown]}"), "no_findings: no quorum-unknown, [quorum-unknown"));
    EXPECT_EQ(marks("{all: best}", "{recognition: {authority: province, final: false}}"), "recognition authority: province, ministry");
    EXPECT_EQ(marks("{all: best}", "{range: {stars: [1, 2]}}"), "range: {…}, null");
    EXPECT_EQ(marks("{all: best}", "{error: x}"), "error: x, the card was read, outcome rated");
}

TEST(RuleTest, ACardMayBeExpectedToBeRefused) {
    EXPECT_EQ(outcome("    marks: {all: best, \"1.1\": d}\n    expect: {error: \"has no option `d`\"}\n"), "");
    EXPECT_TRUE(has(outcome("    marks: {all: best, \"1.1\": d}\n    expect: {error: \"no fact\"}\n"), "error: no fact, `1.1` has no option `d`"));
}

TEST(RuleTest, AMissingOptionIsToldAtItsPlace) {
    EXPECT_EQ(marks("{all: best, \"1.1\": d}", "{stars: 3}"), "7:31 no-such-option: `1.1` has no option `d`");
}

TEST(RuleTest, WhatItCannotMeanIsRefusedAtItsPlace) {
    const struct {
        const char *marks, *expect, *told;
    } cases[] = {
        {"{alll: best}", "{stars: 3}", "7:13 unknown-criterion: the rule set has no criterion, section or part `alll`"},
        {"{all: better}", "{stars: 3}", "7:18 no-such-mark: `all` stands for many criteria and takes"},
        {"{\"1\": b}", "{stars: 3}", "no-such-mark: `1` stands for many criteria"},
        {"{all: best}", "{stars: 6}", "8:21 unknown-star: `6` is no star of this rule set"},
        {"{all: best}", "{stars: three}", "wrong-type"},
        {"{all: best}", "{total: many}", "wrong-type: `total` must be a number"},
        {"{all: best}", "{outcome: rate}", "unknown-value: `rate` is no outcome; expected `rated`, `undecided`, `stopped` or `rejected`"},
        {"{all: best}", "{parts: {B: 3}}", "unknown-key: `parts` has no key `B`"},
        {"{all: best}", "{gates: [forge]}", "unknown-gate: the rule set has no gate `forge`"},
        {"{all: best}", "{gates: forged}", "wrong-type: `gates` is a list"},
        {"{all: best}", "{minima_missed: [\"1.1 for 1\"]}", "unknown-minimum: the rule set has no minimum `1.1 for 1`"},
        {"{all: best}", "{findings: [sprad]}", "unknown-finding: `sprad` is no finding"},
        {"{all: best}", "{findings: [spread 9]}", "unknown-name: the rule set has no criterion, gate or reading `9`"},
        {"{all: best}", "{recognition: {authority: provinces}}", "unknown-value: `provinces` is no authority"},
        {"{all: best}", "{range: {total: 5}}", "wrong-type: `total` is a list of the least and the most"},
        {"{all: best}", "{error: x, stars: 3}", "item-content"},
    };
    for (const auto& each : cases) {
        const std::string told = marks(each.marks, each.expect);
        EXPECT_TRUE(has(told, each.told)) << each.marks << " " << each.expect << "\n" << told;
    }
    EXPECT_TRUE(has(outcome("    marks: {all: best}\n    facts: {shere: 4%}\n    expect: {stars: 3}\n"), "8:13 unknown-fact"));
    EXPECT_TRUE(has(outcome("    marks: {all: best}\n    evidence: [papers]\n    expect: {stars: 3}\n"), "unknown-evidence"));
    EXPECT_TRUE(has(outcome("    marks: {all: best}\n    council: nobody\n    expect: {stars: 3}\n"), "nobody"));
}

TEST(RuleTestFile, FaultsOfItsShapeAreAllTold) {
    const auto told = [](const std::string& text) { return terse(run(text).diagnostics); };
    EXPECT_TRUE(has(told("rule_set: small\n"), "has no `tests`"));
    EXPECT_TRUE(has(told("tests: [{name: a, expect: {stars: 1}}]\n"), "has no `rule_set`"));
    EXPECT_TRUE(has(told("rule_set: small\ntests: []\n"), "`tests` has no test"));
    EXPECT_TRUE(has(told("rule_set: smal\ntests: [{name: a, expect: {stars: 1}}]\n"), "the rule set `smal` cannot be loaded"));
    EXPECT_TRUE(has(told("rule_set: small\ntests: [{name: a, expect: {stars: 1}}, {name: a, expect: {stars: 1}}]\n"), "this name repeats line 2"));
    const std::string several = told("rule_set: small\nfact: {}\ntests:\n  - {name: a, mark: {}, expect: {star: 1}}\n  - {expect: {}}\n");
    for (const char* part : {"has no key `fact`", "did you mean `facts`?", "has no key `mark`", "`expect` has no key `star`", "a test has no `name`", "`expect` expects nothing"})
        EXPECT_TRUE(has(several, part)) << part << "\n" << several;
}

// ---- coverage ----

std::vector<std::string> missed(const Coverage& of, Coverage::Kind kind) {
    std::vector<std::string> out;
    for (const Coverage::Item& each : of.items)
        if (each.kind == kind && !each.reached) out.push_back(each.name);
    return out;
}

Coverage coverage(const std::string& tests) { return run(head + "tests:\n" + tests).coverage; }

TEST(Coverage, NamesWhatNoTestReached) {
    using Kind = Coverage::Kind;
    const Coverage best = coverage("  - {name: best, marks: {all: best}, expect: {stars: 3}}\n");
    EXPECT_EQ(best.rule_set, "small");
    EXPECT_EQ(missed(best, Kind::option), (std::vector<std::string>{"1.1 a", "1.1 b", "2 community.a", "2 operator.a", "2 operator.b"}));
    EXPECT_EQ(missed(best, Kind::gate), (std::vector<std::string>{"forged", "dirty", "far"}));
    EXPECT_EQ(missed(best, Kind::minimum), (std::vector<std::string>{"1.1 for 2", "1.1 for 3"}));
    EXPECT_EQ(missed(best, Kind::band), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(missed(best, Kind::case_), (std::vector<std::string>{"2 operator"}));
    const std::vector<std::string> branches = missed(best, Kind::branch);
    EXPECT_EQ(branches.size(), 8U);
    EXPECT_TRUE(std::ranges::find(branches, "1.1 b true: share in [0..50%)") != branches.end());
    EXPECT_TRUE(std::ranges::find(branches, "gate forged true: forged") != branches.end());
}

TEST(Coverage, IsWholeWhereEverythingWasTried) {
    const Coverage all = coverage(
        "  - {name: best, marks: {all: best}, expect: {stars: 3}}\n"
        "  - {name: few, marks: {all: worst, \"1.1\": b}, facts: {share: 20%, provider: operator}, expect: {stars: 1}}\n"
        "  - {name: operator, marks: {all: best, \"1.1\": b, \"2\": b, \"3\": 0}, facts: {provider: operator}, expect: {stars: 2}}\n"
        "  - {name: community, marks: {all: best, \"2\": a}, expect: {stars: 3}}\n"
        "  - {name: dirty, marks: {all: best, \"1.1\": a}, expect: {outcome: stopped}}\n"
        "  - {name: forged, marks: {all: best}, facts: {forged: true}, expect: {outcome: rejected}}\n"
        "  - {name: far, marks: {all: best}, facts: {share: 5%}, expect: {stars: 2}}\n");
    for (const Coverage::Item& each : all.items) {
        if (each.name == "1.1 for 2") EXPECT_FALSE(each.reached) << "no rated card can miss it: 0 points there stop the assessment";
        else EXPECT_TRUE(each.reached) << each.name;
    }
}

TEST(Coverage, OfSeveralFilesIsPutTogether) {
    const Coverage a = coverage("  - {name: a, marks: {all: best}, expect: {stars: 3}}\n");
    const Coverage b = coverage("  - {name: b, marks: {all: best}, facts: {forged: true}, expect: {outcome: rejected}}\n");
    const Coverage both = joined(a, b);
    const auto gate = std::ranges::find(both.items, "forged", &Coverage::Item::name);
    ASSERT_NE(gate, both.items.end());
    EXPECT_TRUE(gate->reached);
    EXPECT_EQ(both.items.size(), a.items.size());
}

TEST(JUnit, EscapesAndCounts) {
    const RuleTests ran = run(head + "tests:\n  - {name: \"a < b & \\\"c\\\"\", marks: {all: best}, expect: {stars: 1}}\n  - {name: d, marks: {all: best}, expect: {stars: 3}}\n");
    const std::string xml = report::rule_tests_junit({&ran, 1});
    EXPECT_TRUE(has(xml, "<testsuites tests=\"2\" failures=\"1\" errors=\"0\">")) << xml;
    EXPECT_TRUE(has(xml, "name=\"a &lt; b &amp; &quot;c&quot;\"")) << xml;
    EXPECT_TRUE(has(xml, "<failure message=\"stars: expected 1, got 3\">")) << xml;
}

}  // namespace
}  // namespace ocop::test
