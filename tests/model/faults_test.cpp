// One fault at a time in a good rule set: each is refused at its place, with what was found and what would be right.
#include <gtest/gtest.h>

#include <ocop/ocop.hpp>

#include "model/small_rules.hpp"

namespace {

using ocop::RuleSet;
using small_rules::with;

struct Fault {
    const char* from;
    const char* to;
    const char* message;  // part of the first diagnostic's message
    const char* marked;   // the text under the mark; empty: anything
};

std::string marked(const ocop::Diagnostic& d) {
    std::string out;
    int column = 0, taken = 0;
    for (char c : d.place.line_text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++column;
        if (column >= d.place.column && taken < d.place.length + 8) {
            out += c;
            ++taken;
        }
    }
    return out;
}

void check(const std::vector<Fault>& faults) {
    for (const Fault& fault : faults) {
        const auto loaded = RuleSet::from_text(with(fault.from, fault.to));
        EXPECT_FALSE(loaded) << fault.to;
        ASSERT_FALSE(loaded.diagnostics.empty()) << fault.to;
        bool found = false;
        std::string all;
        for (const auto& each : loaded.diagnostics) {
            all += ocop::to_string(each);
            if (each.message.en.find(fault.message) == std::string::npos) continue;
            found = true;
            EXPECT_GT(each.place.line, 0) << all;
            EXPECT_EQ(marked(each).rfind(fault.marked, 0), 0U) << fault.marked << "\n" << all;
        }
        EXPECT_TRUE(found) << fault.message << "\n" << all;
    }
}

TEST(RuleSet, SmallOneLoads) {
    const auto loaded = RuleSet::from_text(small_rules::good);
    for (const auto& each : loaded.diagnostics) ADD_FAILURE() << ocop::to_string(each);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded.value().id(), "small");
    EXPECT_EQ(loaded.value().digest().size(), 64U);
}

TEST(Keys, UnknownOnesAreRefusedWithTheNearest) {
    check({{"effect: cap", "efect: cap", "a gate has no key `efect`", "efect"}, {"evidence: [paper]}", "evidense: [paper]}", "an option has no key `evidense`", "evidense"},
           {"\ncouncil:", "\ncouncill:", "a rule set has no key `councill`", "councill"}, {"domain:", "domian:", "has no key `domian`", "domian"}, {"quorum:", "kworum:", "`council` has no key `kworum`", "kworum"},
           {"choose: any", "choose: any\n            maximum: 3", "an item has no key `maximum`", "maximum"}, {"{vi: \"Giấy\", en", "{vi: \"Giấy\", fr: \"Papier\", en", "has no key `fr`", "fr"}});
}

TEST(Titles, StandInBothLanguages) {
    check({{"title: {vi: \"Bộ nhỏ\", en: \"Small\"}", "title: {vi: \"Bộ nhỏ\"}", "the title of the rule set has no `en`", ""}, {"title: {vi: \"Bộ nhỏ\", en: \"Small\"}\n", "", "the rule set has no title", ""},
           {"title: {vi: \"Giấy\", en: \"Paper\"}", "title: Paper", "needs both languages", "Paper"}, {"en: \"Much\"", "en: \"\"", "has an empty `en`", ""}});
}

TEST(Points, AreExactAndNotNegative) {
    check({{"points: 3, title", "points: three, title", "`points` must be a number", "three"}, {"points: 3, title", "points: -3, title", "points are 0 or more", "-3"},
           {"points: 3, title", "points: 1000001, title", "at most 1000000 points", "1000001"}, {"points: 1.5", "points: 1.50001", "at most 4 decimals", "1.50001"},
           {"points: 3, title", "points: \"3\", title", "`points` must be a number", "3"}, {"points: 3, ", "", "has no `points`", ""}});
}

TEST(Sums, Close) {
    check({{"        max: 6\n", "        max: 7\n", "`max` is 7, the items below `1` add up to 6 (3 + 3)", "7"}, {"            max: 3\n            options", "            max: 4\n            options", "`max` is 4, the best that can be marked in `1.1` is 3", "4"},
           {"    max: 10", "    max: 11", "the items below `A` add up to 10", "11"}, {"    max: 10", "    max: 11\n    attainable: 9\n    shortfall: \"x\"", "`attainable` is 9", "9"},
           {"    max: 10", "    max: 11\n    attainable: 10", "`attainable` needs a `shortfall`", "10"}});
    const auto declared = RuleSet::from_text(with("        max: 6\n", "        max: 7\n        attainable: 6\n        shortfall: \"the source does not close\"\n"));
    EXPECT_TRUE(declared);
}

TEST(Ids, AreUniqueAndWellFormed) {
    check({{"id: \"1.2\"", "id: \"1.1\"", "the id `1.1` repeats line", "1.1"}, {"{id: c, points: 2", "{id: a, points: 2", "repeats", ""}, {"{id: c, points: 2", "{id: none, points: 2", "`none` means that nothing is ticked", "none"},
           {"{id: c, points: 2", "{id: 3c, points: 2", "begins with a letter", "3c"}, {"id: far", "id: dirty", "dirty", ""}, {"{id: operator, when", "{id: community, when", "community", ""}});
}

TEST(Content, IsExactlyOneKind) {
    check({{"        score: \"[0..2]\"\n        step: 0.5\n", "", "has nothing to mark", ""}, {"        score: \"[0..2]\"", "        score: \"[0..2]\"\n        items: []", "more than one of", ""},
           {"score: \"[0..2]\"", "score: \"0..2\"", "no interval of points", "0..2"}, {"score: \"[0..2]\"", "score: \"(0..2]\"", "closed ends", "(0..2]"}, {"step: 0.5", "step: 0", "`step` is above 0", "0"},
           {"choose: any", "choose: some", "`choose` is `any` or `one`", "some"}, {"choose: any", "step: 0.5", "only an item with a `score` has a `step`", "0.5"}});
}

TEST(Bands, TileTheWholeScale) {
    check({{"2: \"[5..8)\"", "2: \"[6..8)\"", "gap between band 1 `[0..5)` and band 2 `[6..8)`", ""}, {"2: \"[5..8)\"", "2: \"[4..8)\"", "overlap", ""}, {"2: \"[5..8)\"", "2: \"[5..8]\"", "8 lies in both", ""},
           {"2: \"[5..8)\"", "2: \"(5..8)\"", "5 lies in neither", ""}, {"1: \"[0..5)\"", "1: \"[1..5)\"", "the bands begin at 1", ""}, {"3: \"[8..10]\"", "3: \"[8..9]\"", "the bands end at 9, the parts add up to 10", ""},
           {"3: \"[8..10]\"", "3: \"[8..10)\"", "the bands end at less than 10", ""}, {"3: \"[8..10]\"", "3: \"8-10\"", "`8-10` is no band", "8-10"}, {"3: \"[8..10]\"", "0: \"[8..10]\"", "`0` is no star", ""},
           {"stars: {3", "stairs: {3", "the rule set has no `stars`", ""}});
}

TEST(Minima, RiseWithTheStars) {
    check({{"minimum_for: 2, when", "minimum_for: 6, when", "`6` is no star of this rule set", "6"}, {"minimum_for: 2, when", "minimum_for: 3, when", "are the minimum for 3 stars", ""}});
    check({{"minimum_for: 2, when: \"share in [0..50%)\"}\n              - {id: c, points: 3, title: {vi: \"Nhiều\", en: \"Much\"}, minimum_for: 3",
            "minimum_for: 3, when: \"share in [0..50%)\"}\n              - {id: c, points: 3, title: {vi: \"Nhiều\", en: \"Much\"}, minimum_for: 2", "less than", ""},
           {"minimum_for: 3, when", "minimum_for: {3: shares > 1%}, when", "no fact is called `shares`", "shares"}, {"minimum_for: 3, when", "minimum_for: {3: 'option(\"1.1\") = \"a\"'}, when", "cannot be asked here", "option"}});
}

TEST(Minima, UnderConditionsMayShareAStar) {
    const auto two = [](const char* first, const char* second) {
        std::string text = with("minimum_for: 2, when", first);
        const std::string unconditional = "minimum_for: 3";
        text.replace(text.find(unconditional), unconditional.size(), second);
        return RuleSet::from_text(text);
    };
    const auto both = two("minimum_for: {3: share > 1%}, when", "minimum_for: {3: share > 2%}");
    for (const auto& each : both.diagnostics) ADD_FAILURE() << ocop::to_string(each);
    EXPECT_TRUE(both);
    EXPECT_TRUE(two("minimum_for: {3: share > 1%}, when", "minimum_for: 3"));
    EXPECT_FALSE(two("minimum_for: 3, when", "minimum_for: 3"));
}

TEST(Incomplete, SinceADayOnlyWhereSomethingIsMissing) {
    EXPECT_TRUE(RuleSet::from_text(with("\ncouncil:", "\nincomplete: minima\nincomplete_from: 2020-06-08\ncouncil:")));
    check({{"\ncouncil:", "\nincomplete_from: 2020-06-08\ncouncil:", "there is no `incomplete`", "2020-06-08"},
           {"\ncouncil:", "\nincomplete: minima\nincomplete_from: soon\ncouncil:", "`incomplete_from` must be", "soon"}});
}

TEST(Conditions, AreCheckedInPlace) {
    check({{"when: share < 10%", "when: shere < 10%", "no fact is called `shere`", "shere"}, {"when: share < 10%", "when: share < 10", "same unit", "10"}, {"when: share < 10%", "when: share", "a condition is true or false", "share"},
           {"points(\"1.1\") > 0", "points(\"1.3\") > 0", "no criterion, section or part `1.3`", ""}, {"when: provider = \"community\"", "when: provider = \"comunity\"", "is none of the values", "\"comunity\""}, {"when: share < 10%", "when: share = null", "may not ask whether", "share = null"},
           {"when: share < 10%", "when: share < 10% and", "expected a value", ""}, {"when: share < 10%", "when: reading(\"roundin\") = \"none\"", "there is no reading `roundin`", ""},
           {"domain: \"[0..100]\"", "domain: \"[0..\"", "expected a value", ""}});
}

TEST(Gates, SayWhatTheyNeed) {
    check({{"effect: cap, stars: 2", "effect: cap", "has no `stars`", ""}, {"effect: cap, stars: 2", "effect: cap, stars: 9", "`9` is no star", "9"}, {"effect: reject", "effect: refuse", "`refuse` is no effect", "refuse"},
           {"effect: reject", "effect: reject, after: \"1\"", "only a gate with effect stop", "1"}, {"after: \"1.1\"", "after: \"1.9\"", "no criterion, section or part `1.9`", "1.9"},
           {"when: 'points(\"1.1\") = 0', effect", "when: 'points(\"1.2\") = 0', effect", "reads `1.2`, which comes later", ""}, {"when: 'points(\"1.1\") = 0', effect", "when: 'total = 0', effect", "which comes later", ""},
           {"when: share < 10%", "when: 'option(\"1.1\") = \"a\"'", "cannot be asked here", "option"}});
}

TEST(Order, CirclesAreNamed) {
    const auto circle = RuleSet::from_text(with("            title: {vi: \"Nguồn\", en: \"Origin\"}", "            title: {vi: \"Nguồn\", en: \"Origin\"}\n            applies: points(\"2\") > 0"));
    ASSERT_FALSE(circle.diagnostics.empty());
    EXPECT_NE(circle.diagnostics.front().message.en.find("1.1 → 2 → 1.1"), std::string::npos) << circle.diagnostics.front().message.en;
}

TEST(Facts, AreTypedAndNamed) {
    check({{"type: boolean, missing", "type: bool, missing", "`bool` is no type", "bool"}, {"missing: false", "missing: no", "`missing` must be", "no"}, {"values: [community, operator]", "values: []", "`values` has no value", ""},
           {"  forged: {type", "  total: {type", "has a meaning of its own", "total"}, {"unit: \"%\"", "unit: \"1\"", "cannot be a unit", "1"}, {"evidence: [paper]}", "evidence: [papers]}", "no evidence `papers`", "papers"}});
}

TEST(Readings, TakeKnownWays) {
    check({{"also: [half-up 0]", "also: [half-up 9]", "`rounding` cannot be `half-up 9`", ""}, {"also: [half-up 0]", "also: [none]", "both as `chosen` and in `also`", ""}, {"chosen: none, ", "", "has no `chosen`", ""}});
}

TEST(Council, IsARange) {
    check({{"quorum: 75%", "quorum: 175%", "above 0% and up to 100%", "175%"}, {"quorum: 75%", "quorum: 75", "above 0% and up to 100%", "75"}, {"combine: mean", "combine: average", "no way to combine", "average"}, {"spread: 3", "spread: -3", "points are 0 or more", "-3"}});
}

TEST(Recognition, NamesAuthoritiesAndStars) {
    check({{"2: {authority: province}", "2: {authority: provinces}", "`provinces` is no authority", "provinces"}, {"2: {authority: province}", "7: {authority: province}", "`7` is no star", ""}, {"from: 2026-01-01, 2", "from: 2026-02-30, 2", "from", ""}});
}

TEST(Citations, AreAPlaceOrADecisionWithAPlace) {
    check({{"basis: {decision: 1/2026, place: \"Phụ lục\"}", "basis: {decision: 1/2026, palce: \"Phụ lục\"}", "`basis` has no key `palce`", "palce"}, {"basis: {decision: 1/2026, place: \"Phụ lục\"}", "basis: 1/2026", "`basis` names a decision and a place", "1/2026"},
           {"{id: far, ", "{id: far, cite: [a, b], ", "`cite` names a decision and a place, found a list", "[a, b]"}, {"{id: far, ", "{id: far, cite: {decision: [1]}, ", "`decision` must be a text", "[1]"}, {"{id: far, ", "{id: far, cite: {}, ", "`cite` says nothing", "{}"},
           {"{from: 2026-01-01, 2", "{cite: {law: 1}, from: 2026-01-01, 2", "`cite` has no key `law`", "law"}, {"{type: number", "{cite: , type: number", "found nothing", ""}});
}

TEST(Notes, StandInBothLanguagesWhereverTheyAre) {
    check({{"{id: far, ", "{id: far, notes: far away, ", "`notes` is a list", "far away"}, {"{id: operator, when", "{id: operator, notes: [x], when", "a note needs both languages", "x"}, {"rounding: {chosen", "rounding: {notes: [x], chosen", "a note needs both languages", "x"},
           {"combine: mean", "combine: mean, notes: [x]", "a note needs both languages", "x"}, {"combine: mean", "combine: mean, title: Council", "the title of `council` needs both languages", "Council"}});
}

TEST(Councils, AreReadAsStrictlyAsRuleSets) {
    const auto rules = RuleSet::from_text(small_rules::good).value();
    const auto refused = [&](const std::string& more) { return !rules.with_council("council: {combine: mean}\nbasis: {decision: 01/QĐ-HĐ}\n" + more, "council.yaml"); };
    EXPECT_FALSE(refused("title: {vi: \"Hội đồng\", en: \"Council\"}\nnotes: [{vi: \"Một\", en: \"One\"}]\nin_force: {from: 2026-01-01}\n"));
    EXPECT_TRUE(refused("title: Council\n"));
    EXPECT_TRUE(refused("notes: One\n"));
    EXPECT_TRUE(refused("in_force: {from: 2026-02-30}\n"));
    EXPECT_TRUE(refused("in_force: 2026\n"));
}

TEST(Citations, EndAtADecision) { check({{"basis: {decision: 1/2026, place: \"Phụ lục\"}\n", "", "cites no decision", ""}}); }

TEST(Faults, AreAllReported) {
    std::string text = with("effect: cap", "efect: cap");
    text.replace(text.find("max: 6"), 6, "max: 7");
    text.replace(text.find("share >= 50%"), 12, "shere >= 50%");
    const auto loaded = RuleSet::from_text(text);
    EXPECT_GE(loaded.diagnostics.size(), 3U);
}

}  // namespace
