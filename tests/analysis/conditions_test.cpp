// Conditions of a rule set under review: what two options share, what none takes, what never changes. One fault at a time in a small
// rule set that has none.
#include <gtest/gtest.h>

#include "analysis/review.hpp"
#include "model/load.hpp"
#include "model/small_rules.hpp"

namespace ocop::analysis {
namespace {

// Two options by share, a zero option among them; two cases; a gate, a criterion that applies sometimes.
const std::string good = R"yaml(rule_set: small
title: {vi: "Bộ nhỏ", en: "Small"}
basis: {decision: 1/2026, place: "Phụ lục"}
in_force: {from: 2026-01-01}
facts:
  share: {type: number, unit: "%", domain: "[0..100]", title: {vi: "Tỷ lệ", en: "Share"}}
  growth: {type: number, unit: "%", title: {vi: "Tăng", en: "Growth"}}
  clean: {type: boolean, title: {vi: "Sạch", en: "Clean"}}
  local: {type: boolean, title: {vi: "Tại chỗ", en: "Local"}}
  provider: {type: string, values: [community, operator], title: {vi: "Bên", en: "Provider"}}
  village: {type: string, title: {vi: "Làng", en: "Village"}}
  founded: {type: date, title: {vi: "Ngày lập", en: "Founded"}}
gates:
  - {id: far, when: share < 10%, effect: cap, stars: 2, title: {vi: "Xa", en: "Far"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    items:
      - id: "1.1"
        title: {vi: "Nguồn", en: "Origin"}
        options:
          - {id: a, points: 0, title: {vi: "Không", en: "None"}, when: share = 0%}
          - {id: b, points: 1, title: {vi: "Ít", en: "Some"}, when: share > 0% and share < 50%}
          - {id: c, points: 3, title: {vi: "Nhiều", en: "Much"}, minimum_for: {2: growth > 5%}, when: share >= 50%}
      - id: "1.2"
        title: {vi: "Sạch", en: "Clean"}
        applies: points("1.1") > 0
        options:
          - {id: a, points: 1, title: {vi: "Chưa", en: "Not"}, when: not(clean)}
          - {id: b, points: 2, title: {vi: "Sạch", en: "Clean"}, when: clean}
      - id: "2"
        title: {vi: "Hai trường hợp", en: "Two cases"}
        cases:
          - {id: community, when: provider = "community", title: {vi: "Cộng đồng", en: "Community"}, options: [{id: a, points: 1, title: {vi: "Vừa", en: "Fair"}}, {id: b, points: 2, title: {vi: "Tốt", en: "Good"}}]}
          - {id: operator, when: provider = "operator", title: {vi: "Đơn vị", en: "Operator"}, options: [{id: a, points: 1, title: {vi: "Vừa", en: "Fair"}}, {id: b, points: 2, title: {vi: "Tốt", en: "Good"}}]}
stars: {3: "[6..7]", 2: "[4..6)", 1: "[0..4)"}
council: {combine: mean, quorum: 75%, spread: 3}
readings:
  rounding: {chosen: none, also: [half-up 0]}
  strict: {chosen: "yes", also: ["no"], title: {vi: "Chặt", en: "Strict"}}
)yaml";

const std::string two_cases = "title: {vi: \"Hai trường hợp\", en: \"Two cases\"}";

using Change = std::pair<std::string, std::string>;

std::string changed(const std::vector<Change>& changes) {
    std::string text = good;
    for (const auto& [from, to] : changes) {
        const auto at = text.find(from);
        if (at == std::string::npos) return "the text to replace is not there: " + from;
        text.replace(at, from.size(), to);
    }
    return text;
}

Diagnostics review(const syntax::Document& document, base::Report& report) {
    Subject subject{document, model::check_rule_set(document, report), nullptr};
    if (subject.rules == nullptr) return report.take();
    subject.program = program::compile(subject.rules);
    review_conditions(subject, report);
    return report.take();
}

Diagnostics review(const std::string& text) {
    base::Report report;
    const auto document = syntax::Library().load_text(text, "small.yaml", report);
    return document ? review(*document, report) : report.take();
}

std::string marked(const Place& place) {
    std::string out;
    int column = 0;
    for (char c : place.line_text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++column;
        if (column >= place.column && column < place.column + place.length) out += c;
    }
    return out;
}

std::string all(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& each : diagnostics) out += to_string(each);
    return out;
}

struct Case {
    std::vector<Change> changes;
    const char* code = nullptr;  // nullptr: nothing is told
    const char* message = "";    // part of it
    const char* marked = "";     // the whole text under the mark
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        const Diagnostics found = review(changed(each.changes));
        SCOPED_TRACE(each.changes.empty() ? "as it is" : each.changes.front().second);
        if (each.code == nullptr) {
            EXPECT_TRUE(found.empty()) << all(found);
            continue;
        }
        ASSERT_EQ(found.size(), 1U) << all(found);
        EXPECT_EQ(found[0].code, each.code);
        EXPECT_EQ(found[0].severity, Diagnostic::Severity::warning);
        EXPECT_NE(found[0].message.en.find(each.message), std::string::npos) << all(found);
        EXPECT_EQ(marked(found[0].place), each.marked) << all(found);
    }
}

const Change no_zero = {"{id: a, points: 0", "{id: a, points: 0.5"};

// `when` of the options of 1.1.
std::vector<Change> options(const std::string& a, const std::string& b, const std::string& c) {
    return {{"when: share = 0%", "when: '" + a + "'"}, {"when: share > 0% and share < 50%", "when: '" + b + "'"}, {"when: share >= 50%", "when: '" + c + "'"}};
}
// The same without an option of 0 points.
std::vector<Change> points(const std::string& a, const std::string& b, const std::string& c) {
    auto all = options(a, b, c);
    all.push_back(no_zero);
    return all;
}
// `when` of the options of 1.2.
std::vector<Change> pair(const std::string& a, const std::string& b) { return {{"when: not(clean)", "when: '" + a + "'"}, {"when: clean", "when: '" + b + "'"}}; }
std::vector<Change> pair_with_zero(const std::string& a, const std::string& b) {
    auto all = pair(a, b);
    all.push_back({"{id: a, points: 1, title: {vi: \"Chưa\"", "{id: a, points: 0, title: {vi: \"Chưa\""});
    all.push_back({"applies: points(\"1.1\") > 0", "applies: clean or not(local)"});
    return all;
}
std::vector<Change> cases(const std::string& a, const std::string& b) { return {{"when: provider = \"community\"", "when: '" + a + "'"}, {"when: provider = \"operator\"", "when: '" + b + "'"}}; }

// The same, where they apply to communities only.
std::vector<Change> in_community(const std::string& a, const std::string& b) {
    auto all = cases(a, b);
    all.push_back({two_cases, two_cases + "\n        applies: provider = \"community\""});
    return all;
}

TEST(Conditions, OfAGoodRuleSetGiveNoAlarm) {
    check({{{}}});
    EXPECT_TRUE(review(small_rules::good).empty()) << all(review(small_rules::good));
}

TEST(WhenOverlap, IsFactsThatTwoOptionsFit) {
    check({{options("share = 0%", "share > 0% and share <= 50%", "share >= 50%"), "when-overlap", "`share` = 50% fits both `b` and `c`", "share >= 50%"},
           {options("share = 0%", "share in (0%..50%]", "share in [50%..100%]"), "when-overlap", "`share` = 50% fits both `b` and `c`", "share in [50%..100%]"},
           {options("share < 50%", "share in [50%..75%)", "share >= 74%"), "when-overlap", "fits both `b` and `c`", "share >= 74%"},
           {options("share <= 0%", "share between 0% and 49%", "share > 49%"), "when-overlap", "`share` = 0% fits both `a` and `b`", "share between 0% and 49%"},
           {options("share <= 0%", "share in (0%..50%)", "share in [50%..100%]")},
           {options("share < 50%", "share = 50%", "share > 50%")},
           {options("founded < date(\"2020-01-01\")", "founded in [date(\"2020-01-01\")..date(\"2022-01-01\")]", "founded >= date(\"2022-01-01\")"), "when-overlap", "`founded` = 2022-01-01 fits both `b` and `c`", "founded >= date(\"2022-01-01\")"},
           {options("growth < 0%", "growth < 10% and growth > -1%", "growth >= 10%"), "when-overlap", "fits both `a` and `b`", "growth < 10% and growth > -1%"}});
}

TEST(WhenGap, IsFactsThatNoOptionFits) {
    check({{options("share = 0%", "share > 0% and share < 50%", "share > 50%"), "when-gap", "`share` = 50% fits no option of `1.1`", "share > 0% and share < 50%"},
           {options("share = 0%", "share in (0%..50%)", "share >= 75%"), "when-gap", "`share` = 50% fits no option of `1.1`", "share in (0%..50%)"},
           {options("share = 0%", "share in (0%..50%]", "share > 75%"), "when-gap", "`share` = 62.5% fits no option of `1.1`", "share in (0%..50%]"},
           {options("share = 0%", "share in (0%..50%]", "share in (50%..100%)"), "when-gap", "`share` = 100% fits no option of `1.1`", "share in (50%..100%)"},
           {options("founded < date(\"2020-01-01\")", "founded in (date(\"2020-01-01\")..date(\"2022-01-01\")]", "founded > date(\"2022-01-01\")"), "when-gap", "`founded` = 2020-01-01 fits no option", "founded < date(\"2020-01-01\")"},
           {options("growth < 0%", "growth in [0%..10%]", "growth > 11%"), "when-gap", "`growth` = 10.5% fits no option", "growth in [0%..10%]"},
           {options("growth < 0%", "growth in [0%..10%]", "growth in (10%..11%]"), "when-gap", "`growth` = 12% fits no option", "growth in (10%..11%]"},
           {options("growth < 0%", "growth in [0%..10%]", "growth > 10%")}});
}

TEST(WhenGap, AtTheEndOfTheFewestPointsIsNothingTicked) {
    check({{points("share > 0% and share < 20%", "share in [20%..50%)", "share >= 50%")},
           {options("share > 0% and share < 20%", "share in [20%..50%)", "share >= 50%"), "when-gap", "`share` = 0% fits no option of `1.1`", "options"},
           {points("share < 20%", "share in [20%..50%)", "share in [50%..100%)"), "when-gap", "`share` = 100% fits no option", "share in [50%..100%)"},
           {points("share > 0% and share < 20%", "share in (20%..50%)", "share >= 50%"), "when-gap", "`share` = 20% fits no option", "share > 0% and share < 20%"},
           {points("share >= 50% and share < 90%", "share in [20%..50%)", "share < 20%")},
           {points("growth > 0% and growth < 20%", "growth in [20%..50%)", "growth >= 50%")}});
}

TEST(WhenGap, IsLookedForWhereEveryOptionHasAWhen) {
    check({{{{", when: share = 0%}", "}"}}}, {{{", when: share = 0%}", "}"}, {"share >= 50%", "share > 50%"}}}, {{{", when: share = 0%}", "}"}, {"share >= 50%", "share >= 40%"}}, "when-overlap", "`share` = 40% fits both", "share >= 40%"}});
}

TEST(WhenMissing, IsOneOptionAboveZeroAmongSeveralThatAsk) {
    check({{{{", when: share >= 50%", ""}}, "when-missing", "in `1.1` the option `c` has no `when`", "{"},
           {{{", when: share = 0%", ""}}},
           {{{", when: share = 0%", ""}, {", when: share >= 50%", ""}}}});
}

TEST(Booleans, OverlapAndLeaveGaps) {
    check({{{{"when: not(clean)", "when: clean"}, {"applies: points(\"1.1\") > 0", "applies: growth > 0%"}}, "when-overlap", "`clean` = true fits both `a` and `b`", "clean"},
           {pair("clean = false", "clean = true")},
           {pair_with_zero("not(clean)", "clean and local"), "when-gap", "`clean` = true and `local` = false fit no option of `1.2`", "options"},
           {pair_with_zero("not(clean and local)", "clean and local")},
           {pair("not(clean)", "clean and local")},
           {pair_with_zero("not(clean)", "clean or local"), nullptr},
           {pair_with_zero("not(clean) or local", "clean"), "when-overlap", "`clean` = true and `local` = true fit both `a` and `b`", "clean"},
           {pair_with_zero("if local then not(clean) else false", "clean or not(local)"), nullptr}});
}

TEST(Cases, FitAllFactsOnce) {
    check({{{{"values: [community, operator]", "values: [community, operator, company]"}}, "when-gap", "`provider` = \"company\" fits no case of `2`", "cases"},
           {cases("provider = \"community\"", "provider != \"community\"")},
           {cases("provider in (\"community\", \"operator\")", "provider = \"operator\""), "condition-constant", "is always true: the case `community` of `2` is always the one", "provider in (\"community\", \"operator\")"},
           {cases("village = \"A\"", "village = \"B\""), "when-gap", "`village` = \"something else\" fits no case of `2`", "cases"},
           {cases("village = \"A\"", "not(village = \"A\")")},
           {cases("village in (\"A\", \"B\")", "village != \"B\""), "when-overlap", "`village` = \"A\" fits both `community` and `operator`", "village != \"B\""},
           {cases("share < 50%", "share > 50%"), "when-gap", "`share` = 50% fits no case of `2`", "share < 50%"},
           {cases("share in [10%..50%]", "share > 50%"), "when-gap", "`share` = 0% fits no case of `2`", "cases"},
           {cases("level in (\"commune\", \"district\")", "level = \"province\""), "when-gap", "`level` = \"ministry\" fits no case of `2`", "cases"},
           {cases("assessed_on < date(\"2026-07-01\")", "assessed_on >= date(\"2026-07-01\")")},
           {cases("assessed_on in [date(\"2026-01-01\")..date(\"2026-07-01\"))", "assessed_on >= date(\"2026-07-01\")")},
           {cases("assessed_on < date(\"2026-07-01\")", "assessed_on > date(\"2026-07-01\")"), "when-gap", "`assessed_on` = 2026-07-01 fits no case", "assessed_on < date(\"2026-07-01\")"}});
}

TEST(Lists, MatterOnlyWhereTheirCriterionApplies) {
    const Change three = {"values: [community, operator]", "values: [community, operator, company]"};
    const auto applies = [&](const std::string& condition) { return Change{two_cases, two_cases + "\n        applies: '" + condition + "'"}; };
    check({{{three, applies("provider != \"company\"")}},
           {{three, applies("provider != \"operator\"")}, "when-gap", "`provider` = \"company\" fits no case", "cases"},
           {{three, applies("local")}, "when-gap", "`provider` = \"company\" fits no case", "cases"},
           {{three, applies("points(\"1.1\") > 0")}},
           {{three, {"when: share < 10%, effect: cap, stars: 2", "when: provider = \"company\", effect: reject"}}},
           {{three, {"when: share < 10%, effect: cap, stars: 2", "when: provider = \"company\", effect: cap, stars: 2"}}, "when-gap", "`provider` = \"company\" fits no case", "cases"},
           {{three, {"when: share < 10%, effect: cap, stars: 2", "when: provider = \"company\", effect: stop, after: \"2\""}}, "when-gap", "`provider` = \"company\" fits no case", "cases"},
           {{three, {"when: share < 10%, effect: cap, stars: 2", "when: provider = \"company\", effect: stop, after: \"1.2\""}}}});
}

TEST(Lists, OfACaseMatterWhereItIsTheOne) {
    const auto first_case = [](const std::string& a, const std::string& b) {
        return std::vector<Change>{{"[{id: a, points: 1, title: {vi: \"Vừa\", en: \"Fair\"}}", "[{id: a, points: 1, title: {vi: \"Vừa\", en: \"Fair\"}, when: '" + a + "'}"},
                                   {"{id: b, points: 2, title: {vi: \"Tốt\", en: \"Good\"}}", "{id: b, points: 2, title: {vi: \"Tốt\", en: \"Good\"}, when: '" + b + "'}"}};
    };
    check({{first_case("share < 50%", "share > 50%"), "when-gap", "`share` = 50% fits no option of `2`, case `community`", "share < 50%"},
           {first_case("share <= 50%", "share >= 50%"), "when-overlap", "`share` = 50% fits both `a` and `b`", "share >= 50%"},
           {first_case("share < 50%", "share >= 50%")},
           {first_case("share < 50%", "share >= 50% or provider = \"operator\"")}});
}

TEST(Lists, InWhichSeveralMayBeTickedMayOverlap) {
    check({{{{"applies: points(\"1.1\") > 0", "choose: any\n        max: 2"}, {"when: not(clean)", "when: clean"}}}});
}

TEST(Unreachable, IsAWhenOutsideTheDomain) {
    check({{{{"share > 0% and share < 50%", "share > 0%"}, {"share >= 50%", "share > 120%"}}, "option-unreachable", "`share > 120%` is never true: the option `c` of `1.1` cannot be reached", "share > 120%"},
           {{{"share > 0% and share < 50%", "share > 0% and share < 100%"}, {"share >= 50%", "share >= 100%"}}},
           {{{"share > 0% and share < 50%", "share > 0%"}, {"share >= 50%", "share > 100%"}}, "option-unreachable", "never true", "share > 100%"},
           {{{"when: clean", "when: clean and not(clean)"}, {"when: not(clean)", "when: not(clean) or clean and local"}}, "option-unreachable", "`clean and not(clean)` is never true", "clean and not(clean)"},
           {{{"domain: \"[0..100]\"", "domain: \"[0..100)\""}, {"share > 0% and share < 50%", "share > 0%"}, {"share >= 50%", "share >= 100%"}}, "option-unreachable", "never true", "share >= 100%"},
           {in_community("provider = \"community\"", "share > 120%"), "case-unreachable", "the case `operator` of `2` cannot be reached", "share > 120%"}});
}

TEST(Gates, ThatNeverOrAlwaysActAreTold) {
    check({{{{"when: share < 10%", "when: share < 0%"}}, "gate-never", "`share < 0%` is never true: the gate `far` never acts", "share < 0%"},
           {{{"when: share < 10%", "when: share <= 0%"}}},
           {{{"when: share < 10%", "when: share <= 100%"}}, "star-unreachable", "always true: the gate `far` always acts, so no card can get more than 2 stars", "share <= 100%"},
           {{{"when: share < 10%", "when: growth < -1000%"}}},
           {{{"when: share < 10%", "when: 1 > 2"}}, "gate-never", "never", "1 > 2"},
           {{{"when: share < 10%", "when: 1 + 1 = 2"}}},
           {{{"when: share < 10%", "when: total > 7"}}, "gate-never", "never", "total > 7"},
           {{{"when: share < 10%", "when: total >= 7"}}},
           {{{"when: share < 10%", "when: 'points(\"1.1\") = 2'"}}},
           {{{"when: share < 10%", "when: 'points(\"1.1\") < 0'"}}, "gate-never", "never", "points(\"1.1\") < 0"},
           {{{"when: share < 10%, effect: cap, stars: 2", "when: 'points(\"A\") in [0..7]', effect: reject"}}, "condition-constant", "always", "points(\"A\") in [0..7]"},
           {{{"when: share < 10%", "when: 'reading(\"strict\") = \"yes\"'"}}},
           {{{"when: share < 10%, effect: cap, stars: 2", "when: level = \"commune\" or level != \"commune\", effect: reject"}}, "condition-constant", "always", "level = \"commune\" or level != \"commune\""}});
}

TEST(Applies, AlwaysOrNeverIsTold) {
    check({{{{"points(\"1.1\") > 0", "points(\"1.1\") >= 0"}}, "condition-constant", "`points(\"1.1\") >= 0` is always true: `1.2` always applies", "points(\"1.1\") >= 0"},
           {{{"points(\"1.1\") > 0", "points(\"1.1\") > 3"}}, "condition-constant", "is never true: `1.2` never applies", "points(\"1.1\") > 3"},
           {{{"points(\"1.1\") > 0", "points(\"1.1\") = 2"}}, "condition-constant", "is never true", "points(\"1.1\") = 2"},
           {{{"points(\"1.1\") > 0", "points(\"1.1\") = 3"}}},
           {{{"points(\"1.1\") > 0", "option(\"1.1\") != \"c\""}}},
           {{{"points(\"1.1\") > 0", "option(\"1.1\") in (\"a\", \"b\", \"c\")"}}}});
}

TEST(Minima, UnderAConstantConditionAreTold) {
    check({{{{"2: growth > 5%", "2: share >= 0%"}}, "condition-constant", "is always true: the minimum `c` of `1.1` for 2 stars always binds", "share >= 0%"},
           {{{"2: growth > 5%", "2: share > 100%"}}, "condition-constant", "never binds", "share > 100%"},
           {{{"2: growth > 5%", "2: share >= 100%"}}}});
}

TEST(Claims, AreNotMadeWhereConstantsDoNotTellEverything) {
    check({{options("share - 10% < 0%", "share + growth > 10%", "share + growth > 10%")},
           {options("share < growth", "share < growth", "share > 50% and share < growth")},
           {options("floor(share) = 0%", "share > 0% and share < 50%", "share >= 50%")},
           {pair("contains(village, \"a\")", "contains(village, \"a\")")},
           {pair("village < \"a\"", "village < \"b\"")},
           {pair("some e in evidence satisfies e = \"paper\"", "true or clean"), "condition-constant", "always", "true or clean"},
           {{{"domain: \"[0..100]\"", "domain: \"floor(value)\""}, {"share >= 50%", "share > 50%"}}},
           {pair("founded < date(\"2020-01-01\") and filed_on > date(\"2021-01-01\")", "founded < date(\"2020-01-01\")")}});
}

TEST(Errata, ExplainADoubt) {
    const Diagnostics found = review(changed({{"share >= 50%", "share >= 40%"}, {"{id: c, points: 3,", "{id: c, points: 3, erratum: {vi: \"In nhầm\", en: \"Misprint\"},"}}));
    ASSERT_EQ(found.size(), 1U) << all(found);
    EXPECT_EQ(found[0].code, "when-overlap");
    EXPECT_EQ(found[0].severity, Diagnostic::Severity::note);
}

TEST(ShippedRuleSets, GiveNoAlarm) {
    const syntax::Library library({std::string(OCOP_SOURCE_DIR) + "/rules"});
    base::Report listing;
    const auto listed = library.list(listing);
    EXPECT_GE(listed.size(), 78U);
    for (const syntax::Listed& each : listed) {
        base::Report report;
        const auto document = library.load(each.id, report);
        ASSERT_TRUE(document) << each.id;
        const Diagnostics found = review(*document, report);
        EXPECT_TRUE(found.empty()) << each.id << "\n" << all(found);
    }
}

}  // namespace
}  // namespace ocop::analysis
