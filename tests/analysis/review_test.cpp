// Seeded faults: a good rule set with one fault in it is flagged for that fault, at its place, and for nothing else.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <ocop/ocop.hpp>

#include "syntax/folder.hpp"

namespace ocop::test {
namespace {

// Nothing to find in it. Enough for a fault of every kind.
const std::string good = R"yaml(rule_set: small
title: {vi: "Bộ nhỏ", en: "Small"}
basis: {decision: 1/2026, place: "Phụ lục"}
in_force: {from: 2026-01-01}
facts:
  share: {type: number, unit: "%", domain: "[0..100]", title: {vi: "Tỷ lệ", en: "Share"}}
  forged: {type: boolean, missing: false, title: {vi: "Giả mạo", en: "Forged"}}
  provider: {type: string, values: [community, operator], title: {vi: "Bên", en: "Provider"}}
evidence:
  paper: {title: {vi: "Giấy", en: "Paper"}}
gates:
  - {id: forged, when: forged, effect: reject, title: {vi: "Giả mạo", en: "Forged"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    max: 60
    items:
      - id: "1"
        title: {vi: "Mục một", en: "Section one"}
        max: 60
        items:
          - id: "1.1"
            title: {vi: "Nguồn", en: "Origin"}
            max: 30
            options:
              - {points: 0, title: {vi: "Không", en: "None"}, when: share < 25%}
              - {points: 10, minimum_for: 2, title: {vi: "Ít", en: "Some"}, when: "share in [25%..50%)"}
              - {points: 30, minimum_for: 3, title: {vi: "Nhiều", en: "Much"}, when: share >= 50%, evidence: [paper]}
          - id: "1.2"
            title: {vi: "Dấu", en: "Marks"}
            max: 30
            options:
              - {id: a, points: 0, title: {vi: "Một", en: "One"}}
              - {id: b, points: 15, title: {vi: "Hai", en: "Two"}}
              - {id: c, points: 30, title: {vi: "Ba", en: "Three"}}
  - id: B
    title: {vi: "Phần B", en: "Part B"}
    max: 40
    items:
      - id: "2"
        title: {vi: "Hai trường hợp", en: "Two cases"}
        max: 20
        cases:
          - {id: community, when: provider = "community", title: {vi: "Cộng đồng", en: "Community"}, options: [{points: 10, title: {vi: "Vừa", en: "Fair"}}, {points: 20, title: {vi: "Tốt", en: "Good"}}]}
          - {id: operator, when: provider = "operator", title: {vi: "Đơn vị", en: "Operator"}, options: [{points: 10, title: {vi: "Vừa", en: "Fair"}}, {points: 20, title: {vi: "Tốt", en: "Good"}}]}
      - id: "3"
        title: {vi: "Tự do", en: "Free"}
        max: 20
        score: "[0..20]"
stars: {3: "[60..100]", 2: "[30..60)", 1: "[0..30)"}
council: {combine: mean}
readings:
  errata: {chosen: corrected, also: [printed]}
)yaml";

std::string test_of(const std::string& id) { return "rule_set: " + id + "\ntests:\n  - {name: best, marks: {all: best}, expect: {outcome: rated}}\n"; }
const std::string good_test = test_of("small");

std::string with(const std::string& from, const std::string& to) {
    std::string text = good;
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

Diagnostics review(Folder& folder) {
    const Library library = Library::open({folder.path()}).value();
    Review review(library);
    review.add_below(folder.path());
    Diagnostics out;
    for (const Reviewed& each : review.run()) out.insert(out.end(), each.diagnostics.begin(), each.diagnostics.end());
    return out;
}

Diagnostics review(const std::string& text) {
    Folder folder;
    folder.write("small.yaml", text).write("small.test.yaml", good_test);
    return review(folder);
}

std::string all(const Diagnostics& found) {
    std::string out;
    for (const Diagnostic& each : found) out += to_string(each);
    return out;
}

// What stands under the mark.
std::string marked(const Diagnostic& found) {
    std::string out;
    int column = 0;
    for (const char c : found.place.line_text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++column;
        if (column >= found.place.column && column < found.place.column + found.place.length) out += c;
    }
    return out;
}

struct Fault {
    const char *what, *from, *to, *code, *marked;
};

const Fault faults[] = {
    // refused by loading
    {"13 for 3", "points: 30, minimum_for: 3", "points: 130, minimum_for: 3", "sum-differs", "130"},
    {"13 for 3 where only the section has a maximum", "            max: 30\n            options:\n              - {id: a, points: 0, title: {vi: \"Một\", en: \"One\"}}\n              - {id: b, points: 15, title: {vi: \"Hai\", en: \"Two\"}}\n              - {id: c, points: 30,", "            options:\n              - {id: a, points: 0, title: {vi: \"Một\", en: \"One\"}}\n              - {id: b, points: 15, title: {vi: \"Hai\", en: \"Two\"}}\n              - {id: c, points: 130,", "sum-differs", "130"},
    {"a middle option above the last where only the section has a maximum", "            max: 30\n            options:\n              - {id: a, points: 0, title: {vi: \"Một\", en: \"One\"}}\n              - {id: b, points: 15,", "            options:\n              - {id: a, points: 0, title: {vi: \"Một\", en: \"One\"}}\n              - {id: b, points: 55,", "sum-differs", "55"},
    {"a maximum mistyped", "            max: 30\n            options:\n              - {id: a, points: 0", "            max: 31\n            options:\n              - {id: a, points: 0", "sum-differs", "31"},
    {"a section that does not close", "        max: 60\n        items", "        max: 61\n        items", "sum-differs", "61"},
    {"a part left empty", "max: 40\n    items:\n", "max: 40\n    items: []\n    xitems:\n", "empty", "["},
    {"points as a text", "points: 15,", "points: fifteen,", "wrong-type", "fifteen"},
    {"a star that is not there", "minimum_for: 2", "minimum_for: 6", "unknown-star", "6"},
    {"a gate after an unknown criterion", "effect: reject", "effect: stop, after: \"1.9\"", "unknown-item", "1.9"},
    {"a misspelt key", "minimum_for: 2", "minimumfor: 2", "unknown-key", "minimumfor"},
    {"a missing translation", "title: {vi: \"Ba\", en: \"Three\"}", "title: {vi: \"Ba\"}", "translation-missing", ""},
    {"no citation", "basis: {decision: 1/2026, place: \"Phụ lục\"}\n", "", "citation-missing", ""},
    {"an unknown fact", "when: share < 25%", "when: shere < 25%", "unknown-name", "shere"},
    {"a band that leaves a gap", "2: \"[30..60)\"", "2: \"[31..60)\"", "bands-gap", ""},
    // found by review
    {"points out of order", "{id: a, points: 0, ", "{id: a, points: 20, ", "points-order", "15"},
    {"a maximum that no option has", "{id: c, points: 30, ", "{id: c, points: 20, ", "sum-differs", "30"},
    {"two options with the same points", "{id: b, points: 15, ", "{id: b, points: 30, ", "points-repeated", "30"},
    {"1 twice instead of 0 and 1", "{id: a, points: 0, ", "{id: a, points: 15, ", "points-repeated", "15"},
    {"a list without its zero", "              - {id: a, points: 0, title: {vi: \"Một\", en: \"One\"}}\n", "", "numbering-jump", "b"},
    {"an option left out", "              - {id: b, points: 15, title: {vi: \"Hai\", en: \"Two\"}}\n", "", "numbering-jump", "c"},
    {"a criterion number that jumps", "id: \"1.2\"", "id: \"1.3\"", "numbering-jump", "1.3"},
    {"a section number that jumps", "id: \"3\"", "id: \"4\"", "numbering-jump", "4"},
    {"a part that is left out", "- id: B", "- id: C", "numbering-jump", "C"},
    {"a number of another section", "id: \"1.2\"", "id: \"2.2\"", "numbering-jump", "2.2"},
    {"a minimum on nothing", "- {points: 0, title: {vi: \"Không\"", "- {points: 0, minimum_for: 1, title: {vi: \"Không\"", "minimum-implied", "1"},
    {"a minimum that a lower star has already", "minimum_for: 3, title", "minimum_for: {2: true, 3: true}, title", "minimum-twice", ""},
    {"a label twice, in Vietnamese", "vi: \"Hai\"", "vi: \"một\"", "label-repeated", "một"},
    {"a label twice, in English", "en: \"Two\"", "en: \"Three\"", "label-repeated", "Three"},
    {"a section called like another", "title: {vi: \"Tự do\", en: \"Free\"}", "title: {vi: \"Hai trường hợp\", en: \"Free\"}", "label-repeated", "Hai trường hợp"},
    {"a case called like another", "title: {vi: \"Đơn vị\", en: \"Operator\"}", "title: {vi: \"Đơn vị\", en: \"Community\"}", "label-repeated", "Community"},
    {"a fact that nothing asks for", "  forged: {type", "  spare: {type: boolean, title: {vi: \"Thừa\", en: \"Spare\"}}\n  forged: {type", "fact-unused", "spare"},
    {"evidence that nothing requires", "  paper: {title", "  other: {title: {vi: \"Khác\", en: \"Other\"}}\n  paper: {title", "evidence-unused", "other"},
    {"a reading that nothing asks for", "  errata: {", "  spare: {chosen: one, also: [two], title: {vi: \"Thừa\", en: \"Spare\"}}\n  errata: {", "reading-unused", "spare"},
    {"options that overlap", "share in [25%..50%)", "share in [25%..50%]", "when-overlap", "share >= 50%"},
    {"options that leave a gap", "when: share >= 50%", "when: share > 50%", "when-gap", "share in [25%..50%)"},
    {"an option that lost its condition", ", when: \"share in [25%..50%)\"", "", "when-missing", ""},
    {"an option that nothing can reach", "share in [25%..50%)", "share in [125%..150%)", "option-unreachable", "share in [125%..150%)"},
    {"a gate that never works", "when: forged, effect", "when: share > 100%, effect", "gate-never", "share > 100%"},
    {"a condition that always holds", "        score: \"[0..20]\"", "        applies: share >= 0%\n        score: \"[0..20]\"", "condition-constant", "share >= 0%"},
    {"a case for nobody", "when: provider = \"operator\"", "when: provider = \"operator\" and share > 200%", "case-unreachable", ""},
    {"no day since when", "in_force: {from: 2026-01-01}\n", "", "in-force-missing", "small"},
    {"a predecessor that is not there", "basis:", "succeeds: [smaller]\nbasis:", "succeeds-unknown", "smaller"},
    {"a star nobody can get", "3: \"[60..100]\", 2: \"[30..60)\"", "3: \"(100..100]\", 2: \"[30..100]\"", "star-unreachable", "(100..100]"},
    // told as notes
    {"a misprint", "{id: b, points: 15, ", "{id: b, points: 15, printed: {points: 51}, erratum: {vi: \"In 51\", en: \"Prints 51\"}, ", "erratum", "printed"},
    {"a declared shortfall", "            max: 30\n            options:\n              - {id: a, points: 0", "            max: 30\n            attainable: 30\n            shortfall: {vi: \"Thiếu\", en: \"Short\"}\n            options:\n              - {id: a, points: 0", "shortfall", "30"},
    {"something declared missing", "basis:", "incomplete: minima\nbasis:", "incomplete", "minima"},
};

TEST(Review, FindsNothingInAGoodRuleSet) { EXPECT_EQ(all(review(good)), ""); }

TEST(Review, FindsEachSeededFaultAtItsPlace) {
    for (const Fault& fault : faults) {
        const Diagnostics found = review(with(fault.from, fault.to));
        const auto it = std::ranges::find(found, fault.code, &Diagnostic::code);
        ASSERT_NE(it, found.end()) << fault.what << ": no " << fault.code << "\n" << all(found);
        const bool asked = *fault.marked != '\0';
        EXPECT_EQ(asked ? marked(*it) : "", fault.marked) << fault.what << "\n" << to_string(*it);
        EXPECT_EQ(it->place.file, "small.yaml") << fault.what;
        EXPECT_GT(it->place.line, 0) << fault.what;
        EXPECT_NE(find_check(fault.code), nullptr) << fault.code;
    }
}

// ---- boundaries ----

bool finds(const std::string& text, const char* code) {
    const Diagnostics found = review(text);
    return std::ranges::find(found, code, &Diagnostic::code) != found.end();
}

TEST(Review, AMinimumIsImpliedExactlyWhenThePointsAreNotThereWithoutIt) {
    // Without the 30 points of 1.1 c at most 80 can be had (10 remain), so only a band from above 80 implies it.
    EXPECT_FALSE(finds(with("3: \"[60..100]\", 2: \"[30..60)\"", "3: \"[80..100]\", 2: \"[30..80)\""), "minimum-implied"));
    EXPECT_TRUE(finds(with("3: \"[60..100]\", 2: \"[30..60)\"", "3: \"(80..100]\", 2: \"[30..80]\""), "minimum-implied"));
    EXPECT_TRUE(finds(with("3: \"[60..100]\", 2: \"[30..60)\"", "3: \"[81..100]\", 2: \"[30..81)\""), "minimum-implied"));
}

TEST(Review, AStarIsReachableAtExactlyTheMostThereIs) {
    const std::string short_of = with("    max: 40\n", "    max: 40\n    attainable: 30\n    shortfall: {vi: \"Thiếu\", en: \"Short\"}\n");
    std::string text = short_of;
    text.replace(text.find("max: 20\n        score: \"[0..20]\""), std::string("max: 20\n        score: \"[0..20]\"").size(), "max: 10\n        score: \"[0..10]\"");
    const auto bands = [&](const char* three, const char* two) {
        std::string out = text;
        out.replace(out.find("3: \"[60..100]\", 2: \"[30..60)\""), std::string("3: \"[60..100]\", 2: \"[30..60)\"").size(), std::string("3: \"") + three + "\", 2: \"" + two + "\"");
        return out;
    };
    EXPECT_FALSE(finds(bands("[90..100]", "[30..90)"), "star-unreachable"));
    EXPECT_TRUE(finds(bands("(90..100]", "[30..90]"), "star-unreachable"));
    EXPECT_TRUE(finds(bands("(90..100]", "[30..90]"), "minimum-unreachable"));
}

TEST(Review, WhatIsExplainedIsANote) {
    const Diagnostics found = review(with("{id: b, points: 15, ", "{id: b, points: 30, erratum: {vi: \"In như vậy\", en: \"Printed so\"}, "));
    const auto it = std::ranges::find(found, "points-repeated", &Diagnostic::code);
    ASSERT_NE(it, found.end());
    EXPECT_EQ(it->severity, Diagnostic::Severity::note);
    EXPECT_TRUE(std::ranges::none_of(found, [](const Diagnostic& each) { return each.severity == Diagnostic::Severity::warning; })) << all(found);
}

// ---- among others ----

std::string rule_set(std::string id, const std::string& in_force, const std::string& more = {}) {
    std::string text = good;
    text.replace(text.find("rule_set: small"), 15, "rule_set: " + id);
    text.replace(text.find("in_force: {from: 2026-01-01}"), 28, "in_force: " + in_force + "\n" + more);
    text.replace(text.find("Bộ nhỏ"), std::string("Bộ nhỏ").size(), id);
    return text;
}

Diagnostics pair(const std::string& earlier, const std::string& later) {
    Folder folder;
    std::string other = rule_set("b", later, "succeeds: [a]");
    other.replace(other.find("\"Ba\""), 4, "\"Bốn\"");
    folder.write("a.yaml", rule_set("a", earlier)).write("b.yaml", other);
    folder.write("a.test.yaml", test_of("a")).write("b.test.yaml", test_of("\"b\"  # the later one"));
    return review(folder);
}

TEST(Periods, MeetToTheDay) {
    EXPECT_EQ(all(pair("{from: 2023-01-01, until: 2026-01-01}", "{from: 2026-01-01}")), "");
    EXPECT_EQ(all(pair("{from: 2023-01-01, until: 2026-03-01, new_dossiers_until: 2026-01-01}", "{from: 2026-01-01}")), "");
    const struct {
        const char *earlier, *later, *code;
    } cases[] = {
        {"{from: 2023-01-01, until: 2026-01-02}", "{from: 2026-01-01}", "in-force-overlap"},
        {"{from: 2023-01-01, until: 2025-12-31}", "{from: 2026-01-01}", "in-force-gap"},
        {"{from: 2023-01-01}", "{from: 2026-01-01}", "in-force-overlap"},
    };
    for (const auto& each : cases) {
        const Diagnostics found = pair(each.earlier, each.later);
        ASSERT_EQ(found.size(), 1U) << all(found);
        EXPECT_EQ(found[0].code, each.code);
        EXPECT_EQ(found[0].place.file, "b.yaml");
        EXPECT_EQ(marked(found[0]), "2026-01-01");
    }
}

TEST(Repeats, ASetEnteredTwiceIsFound) {
    Folder folder;
    folder.write("a.yaml", rule_set("a", "{from: 2026-01-01}")).write("b.yaml", rule_set("b", "{from: 2026-01-01}"));
    folder.write("a.test.yaml", test_of("a")).write("b.test.yaml", test_of("b"));
    const Diagnostics found = review(folder);
    ASSERT_EQ(found.size(), 2U) << all(found);  // nobody can say which of the two is the slip
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(found[i].code, "rule-set-repeated");
        EXPECT_EQ(found[i].place.file, i == 0 ? "a.yaml" : "b.yaml");
        EXPECT_EQ(marked(found[i]), i == 0 ? "a" : "b");
    }
}

TEST(Repeats, AVariantOfAnotherIsNone) {
    Folder folder;
    folder.write("a.yaml", rule_set("a", "{from: 2026-01-01}")).write("a.test.yaml", test_of("a"));
    folder.write("b.yaml", "rule_set: b\nextends: a.yaml\nbasis: {decision: 2/2026, place: \"Điều 1\"}\ntitle: {vi: B, en: B}\nstars: {3: \"[70..100]\", 2: \"[30..70)\"}\n").write("b.test.yaml", test_of("b"));
    EXPECT_EQ(all(review(folder)), "");
}

TEST(Numbering, OfPartsMayBeRomanOrStandBeforeEachSection) {
    std::string roman = with("- id: A", "- id: I");
    roman.replace(roman.find("- id: B"), 7, "- id: II");
    EXPECT_EQ(all(review(roman)), "");
    std::string counted = with("- id: A", "- id: \"1\"");
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"- id: \"1\"\n        title: {vi: \"Mục một", "- id: \"1.1\"\n        title: {vi: \"Mục một"},
                                   {"\"1.1\"\n            title", "\"1.1.1\"\n            title"}, {"\"1.2\"\n            title", "\"1.1.2\"\n            title"},
                                   {"- id: B", "- id: \"2\""}, {"- id: \"2\"\n        title", "- id: \"2.1\"\n        title"}, {"- id: \"3\"", "- id: \"2.2\""}}) {
        ASSERT_NE(counted.find(from), std::string::npos) << from;
        counted.replace(counted.find(from), from.size(), to);
    }
    EXPECT_EQ(all(review(counted)), "");
    const std::size_t at = counted.find("- id: \"2.2\"");
    EXPECT_NE(all(review(counted.replace(at, 11, "- id: \"2.3\""))).find("`2.3` follows `2.1`, where `2.2` would"), std::string::npos);
}

TEST(Fragments, AreNotCalledUnusedWhileARuleSetIsBroken) {
    Folder folder;
    folder.write("small.yaml", "extends: shared.yaml\n" + with("points: 15,", "points: fifteen,")).write("small.test.yaml", good_test);
    folder.write("shared.yaml", "notes: []\n");
    const Diagnostics found = review(folder);
    EXPECT_EQ(std::ranges::count(found, "fragment-unused", &Diagnostic::code), 0) << all(found);
}

TEST(Empty, ASetLeftEmptyIsAnError) {
    for (const char* text : {"", "# to be written\n", "\n\n"}) {
        Folder folder;
        folder.write("small.yaml", good).write("small.test.yaml", good_test).write("food/tea.yaml", text);
        const Diagnostics found = review(folder);
        ASSERT_EQ(found.size(), 1U) << all(found);
        EXPECT_EQ(found[0].code, "empty-file");
        EXPECT_EQ(found[0].severity, Diagnostic::Severity::error);
        EXPECT_EQ(found[0].place.file, "food/tea.yaml");
    }
    EXPECT_TRUE(finds("rule_set: small\ntitle: {vi: x, en: x}\nbasis: {decision: 1/2026}\nin_force: {from: 2026-01-01}\nparts: []\nstars: {1: \"[0..1]\"}\n", "empty"));
}

TEST(Broken, AFileThatIsNoYamlIsAnErrorAndHidesNothing) {
    Folder folder;
    folder.write("small.yaml", with("{id: b, points: 15, ", "{id: b, points: 30, ")).write("small.test.yaml", good_test);
    folder.write("food/tea.yaml", "rule_set: food/tea\ntitle: {vi: \"Chè\n");
    const Diagnostics found = review(folder);
    EXPECT_TRUE(std::ranges::any_of(found, [](const Diagnostic& each) { return each.place.file == "food/tea.yaml" && each.severity == Diagnostic::Severity::error; })) << all(found);
    EXPECT_TRUE(std::ranges::any_of(found, [](const Diagnostic& each) { return each.code == "points-repeated"; })) << all(found);
}

TEST(Fragments, ThatNothingExtendsAreFound) {
    Folder folder;
    folder.write("small.yaml", good).write("small.test.yaml", good_test).write("shared.yaml", "basis: {decision: 1/2026}\n");
    const Diagnostics found = review(folder);
    ASSERT_EQ(found.size(), 1U) << all(found);
    EXPECT_EQ(found[0].code, "fragment-unused");
    EXPECT_EQ(found[0].place.file, "shared.yaml");
}

TEST(Tests, ARuleSetWithoutThemIsFound) {
    Folder folder;
    folder.write("small.yaml", good);
    const Diagnostics found = review(folder);
    ASSERT_EQ(found.size(), 1U) << all(found);
    EXPECT_EQ(found[0].code, "untested");
    EXPECT_EQ(marked(found[0]), "small");
}

TEST(Tests, AreFoundBehindAByteOrderMark) {
    Folder folder;
    folder.write("small.yaml", good).write("small.test.yaml", "\xEF\xBB\xBF" + good_test);
    EXPECT_EQ(all(review(folder)), "");
}

TEST(Tests, ThatExpectSomethingElseAreFound) {
    Folder folder;
    folder.write("small.yaml", with("minimum_for: 2, title", "title"));
    folder.write("small.test.yaml", "rule_set: small\ntests:\n  - {name: best, marks: {all: best}, expect: {stars: 3}}\n"
                                    "  - {name: no origin, marks: {all: best, \"1.1\": a}, expect: {stars: 1}}\n");
    const Diagnostics found = review(folder);
    ASSERT_EQ(found.size(), 1U) << all(found);
    EXPECT_EQ(found[0].code, "tests-disagree");
    EXPECT_EQ(marked(found[0]), "small");
    EXPECT_EQ(found[0].message.en.find("1 of 2 rule tests fail, first “no origin” ("), 0U) << found[0].message.en;
    EXPECT_NE(found[0].message.en.find("small.test.yaml:4): stars: expected 1, got 2"), std::string::npos) << found[0].message.en;
}

TEST(Tests, ThatCannotBeRunAreFound) {
    Folder folder;
    folder.write("small.yaml", good).write("small.test.yaml", "rule_set: small\n");
    const Diagnostics found = review(folder);
    ASSERT_EQ(found.size(), 1U) << all(found);
    EXPECT_EQ(found[0].code, "tests-disagree");
    EXPECT_NE(found[0].message.en.find("small.test.yaml cannot be run: a file of rule tests has no `tests`"), std::string::npos) << found[0].message.en;
}

TEST(Fragments, AreFaultedOnceForAllThatExtendThem) {
    Folder folder;
    folder.write("shared.yaml", "in_force: {from: 2026-01-01}\n");
    folder.write("old/a.yaml", rule_set("old/a", "{from: 2020-01-01, until: 2025-01-01}")).write("old/b.yaml", rule_set("old/b", "{from: 2020-01-01, until: 2025-01-01}"));
    for (const std::string id : {"a", "b"}) {
        std::string text = rule_set(id, "{}", "succeeds: [old/" + id + "]");
        text.replace(text.find("in_force: {}"), 12, "extends: shared.yaml");
        folder.write(id + ".yaml", text).write(id + ".test.yaml", test_of(id)).write("old/" + id + ".test.yaml", test_of("old/" + id));
    }
    const Diagnostics found = review(folder);
    EXPECT_EQ(std::ranges::count(found, "in-force-gap", &Diagnostic::code), 1) << all(found);
    EXPECT_EQ(std::ranges::find(found, "in-force-gap", &Diagnostic::code)->place.file, "shared.yaml");
}

// Six rule sets that share a form; what is done to the last is found by the other five.
Diagnostics among_siblings(const std::string& from, const std::string& to) {
    Folder folder;
    for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
        std::string text = rule_set(id, "{from: 2026-01-01}");
        text.replace(text.find("\"Tự do\""), std::string("\"Tự do\"").size(), std::string("\"Tự do ") + id + "\"");
        if (*id == 'f') text.replace(text.find(from), from.size(), to);
        folder.write(std::string(id) + ".yaml", text).write(std::string(id) + ".test.yaml", test_of(id));
    }
    return review(folder);
}

TEST(Siblings, AgreeingOnesFindWhatOneHasOtherwise) {
    EXPECT_EQ(all(among_siblings("en: \"Three\"", "en: \"Three\"")), "");
}

TEST(Siblings, ALostMarkAWrongPointAndALostZeroAreFound) {
    const struct {
        const char *from, *to, *part, *marked;
    } cases[] = {
        {"points: 10, minimum_for: 2, title", "points: 10, title", "make “Ít” the minimum for 2 stars, this one does not", ""},
        {"minimum_for: 3, title", "title", "make “Nhiều” the minimum for 3 stars, this one does not", ""},
        {"{id: b, points: 15", "{id: b, points: 16", "give 15 points for “Hai”, this one 16", "16"},
        {"              - {points: 0, title: {vi: \"Không\", en: \"None\"}, when: share < 25%}\n", "", "have an option “Không” (0 points), this one does not", "options"},
    };
    for (const auto& each : cases) {
        const Diagnostics found = among_siblings(each.from, each.to);
        const auto it = std::ranges::find_if(found, [&](const Diagnostic& one) { return one.code == "differs-from-siblings" && one.message.en.find(each.part) != std::string::npos; });
        ASSERT_NE(it, found.end()) << each.part << "\n" << all(found);
        EXPECT_EQ(it->place.file, "f.yaml");
        EXPECT_EQ(*each.marked != '\0' ? marked(*it) : "", each.marked);
    }
}

// ---- the shipped rule sets, and the table of codes ----

TEST(Shipped, RuleSetsGiveNoErrorAndNoWarning) {
    const Library library = Library::open({OCOP_SOURCE_DIR "/rules"}).value();
    Review review(library);
    review.add_below(OCOP_SOURCE_DIR "/rules");
    const auto reviewed = review.run();
    EXPECT_EQ(reviewed.size(), 78U);
    for (const Reviewed& each : reviewed)
        for (const Diagnostic& found : each.diagnostics) EXPECT_EQ(found.severity, Diagnostic::Severity::note) << to_string(found);
}

TEST(Checks, AreSortedUniqueAndExplained) {
    std::string_view before;
    for (const Check& each : checks()) {
        EXPECT_LT(before, each.code);
        before = each.code;
        for (const Text* text : {&each.summary, &each.explanation}) {
            EXPECT_NE(text->vi, "") << each.code;
            EXPECT_NE(text->en, "") << each.code;
        }
        EXPECT_EQ(find_check(each.code), &each);
    }
    Diagnostics why;
    EXPECT_EQ(find_check("points-repeat", &why), nullptr);
    ASSERT_EQ(why.size(), 1U);
    EXPECT_NE(why[0].help.en.find("points-repeated"), std::string::npos);
}

std::string contents(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

TEST(Checks, AreTheTableOfThePage) {
    const std::string page = contents(OCOP_SOURCE_DIR "/rules/CHECKS.md");
    std::size_t rows = 0;
    for (const Check& each : checks()) {
        const std::string row = "| `" + std::string(each.code) + "` | " + (each.severity == Diagnostic::Severity::error ? "error" : each.severity == Diagnostic::Severity::warning ? "warning" : "note") +
                                " | " + each.summary.en + " |\n";
        EXPECT_NE(page.find(row), std::string::npos) << row;
    }
    for (std::size_t at = page.find("\n| `"); at != std::string::npos; at = page.find("\n| `", at + 1)) ++rows;
    EXPECT_EQ(rows, checks().size());
}

// What the sources of loading and reviewing give as codes: texts of words joined by `-`, and single words behind a call that tells.
std::map<std::string, std::string> codes_given() {
    static const std::regex joined("\"([a-z][a-z0-9]*(-[a-z0-9]+)+)\""), comment("//[^\n]*");
    static const std::regex single(R"re(\b(error|warning|note|fault|later|doubt)\((([^"(){};]|\([^()]*\))*, )?"([a-z]+)", )re");
    const std::set<std::string> ways = {"every-sheet", "any-sheet", "next-star", "no-star"};  // of readings
    std::map<std::string, std::string> out;
    for (const char* stage : {"yaml", "syntax", "model", "analysis"})
        for (const auto& file : std::filesystem::directory_iterator(std::string(OCOP_SOURCE_DIR "/src/") + stage)) {
            const std::string name = file.path().filename().string();
            const bool of_tests = name.starts_with("test_") || name == "run_tests.cpp" || name == "check_expectations.cpp";
            if (!name.ends_with(".cpp") || name == "checks.cpp" || of_tests) continue;
            const std::string text = std::regex_replace(contents(file.path().string()), comment, "");
            for (std::sregex_iterator each(text.begin(), text.end(), joined), end; each != end; ++each)
                if (!ways.contains((*each)[1])) out.emplace((*each)[1], name);
            for (std::sregex_iterator each(text.begin(), text.end(), single), end; each != end; ++each) out.emplace((*each)[4], name);
        }
    return out;
}

TEST(Checks, KnowEveryCodeThatTheSourcesGive) {
    const auto given = codes_given();
    EXPECT_GT(given.size(), 120U);
    for (const auto& [code, file] : given) EXPECT_NE(find_check(code), nullptr) << file << ": " << code;
    for (const Check& each : checks())
        EXPECT_TRUE(given.contains(std::string(each.code)) || each.code == "no-directory" || each.code == "too-many-errors") << each.code << " is never given";
}

}  // namespace
}  // namespace ocop::test
