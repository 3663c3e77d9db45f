// One fault at a time in a library in which a review finds nothing: each is told with its code, at its place, and alone.
#include <gtest/gtest.h>

#include "analysis/reviewed_rules.hpp"

namespace ocop::test {
namespace {

using Severity = Diagnostic::Severity;

struct Seeded {
    std::vector<Change> changes;
    const char* code = nullptr;  // nullptr: nothing is found
    const char* message = "";    // part of it
    const char* marked = "";     // the whole text under the mark
    Severity severity = Severity::warning;
};

Diagnostics review(const std::vector<Change>& changes) { return Shelf().put("small", changed(reviewed_rules, changes)).put("earlier", earlier_rules).found(); }

// What is expected is told alone; notes beside a warning do not count.
void check(const std::vector<Seeded>& faults) {
    for (const Seeded& each : faults) {
        SCOPED_TRACE(each.changes.empty() ? "as it is" : each.changes.back().second);
        Diagnostics found = review(each.changes);
        if (each.code != nullptr) std::erase_if(found, [&](const Diagnostic& one) { return one.severity > each.severity || (each.severity == Severity::note && one.code != each.code); });
        if (each.code == nullptr) {
            EXPECT_TRUE(found.empty()) << all(found);
            continue;
        }
        ASSERT_EQ(found.size(), 1U) << all(found);
        EXPECT_EQ(found[0].code, each.code) << all(found);
        EXPECT_EQ(found[0].severity, each.severity) << all(found);
        EXPECT_NE(found[0].message.en.find(each.message), std::string::npos) << all(found);
        EXPECT_EQ(marked(found[0].place), each.marked) << all(found);
        EXPECT_EQ(found[0].place.file, "small.yaml");
    }
}

const std::string erratum = R"(, erratum: {vi: "In nhầm.", en: "A misprint."})";

TEST(Review, FindsNothingInGoodRules) {
    const auto found = Shelf().put("small", reviewed_rules).put("earlier", earlier_rules).found();
    EXPECT_TRUE(found.empty()) << all(found);
}

// ---- loading ----

TEST(Loading, RefusesWhatASlipLeavesBehind) {
    const Severity error = Severity::error;
    check({{{{"{id: c, points: 3,", "{id: c, points: 13,"}}, "sum-differs", "`c` has 13 points, the maximum of `1.1` is 3", "13", error},
           {{{"max: 3\n            options:\n              - {id: a, points: 0", "max: 13\n            options:\n              - {id: a, points: 0"}}, "sum-differs", "`max` is 13, the best that can be marked in `1.1` is 3", "13", error},
           {{{"title: {vi: \"Ít\", en: \"Some\"}", "title: {vi: \"Ít\"}"}}, "translation-missing", "the title of the option `b` has no `en`", "{", error},
           {{{"from: 2026-01-01", "from: 2026-13-01"}}, "wrong-type", "`from` must be a day that exists", "2026-13-01", error},
           {{{"from: 2026-01-01", "from: 2026-01-01, until: 2026-01-01"}}, "dates-order", "`until` is 2026-01-01, not after", "2026-01-01", error}});
    const Diagnostics uncited = review({{"basis: {decision: 1/2026, place: \"Phụ lục\"}\n", ""}});
    ASSERT_FALSE(uncited.empty());
    for (const Diagnostic& each : uncited) EXPECT_EQ(each.code, "citation-missing");
}

std::string brief(const Diagnostics& found) {
    std::string out;
    for (const Diagnostic& each : found)
        if (each.severity == Severity::error)
            out += (out.empty() ? "" : "; ") + each.place.file + ":" + std::to_string(each.place.line) + " " + each.code + (each.place.line > 0 ? " " + marked(each.place) : "");
    return out;
}

TEST(Empty, IsAnErrorAtItsPlace) {
    const std::string head = reviewed_rules.substr(0, reviewed_rules.find("parts:")), foot = reviewed_rules.substr(reviewed_rules.find("\nstars:") + 1);
    const auto errors = [](const std::string& text) { return brief(Shelf().put("small", text).found()); };
    EXPECT_TRUE(errors(head + "parts: []\n" + foot).starts_with("small.yaml:15 empty [")) << errors(head + "parts: []\n" + foot);
    EXPECT_TRUE(errors(head + "parts:\n" + foot).starts_with("small.yaml:15 wrong-type")) << errors(head + "parts:\n" + foot);
    const std::string no_items = errors(head + "parts:\n  - {id: A, title: {vi: \"A\", en: \"A\"}, items: []}\n" + foot);
    EXPECT_NE(no_items.find("small.yaml:16 empty ["), std::string::npos) << no_items;
    const std::string no_options = errors(head + "parts:\n  - {id: A, title: {vi: \"A\", en: \"A\"}, options: []}\n" + foot);
    EXPECT_NE(no_options.find("small.yaml:16 empty ["), std::string::npos) << no_options;
}

TEST(Empty, FilesOfALibraryAreErrors) {
    for (const char* text : {"", "# nothing but a comment\n", "\n\n", "---\n", "\xEF\xBB\xBF# a comment\n"}) {
        Shelf shelf;
        shelf.put("small", reviewed_rules).put("earlier", earlier_rules).put("empty", text, false);
        EXPECT_EQ(brief(shelf.found()), "empty.yaml:0 empty-file") << text;
    }
}

TEST(Unreadable, FilesAreErrorsAndHideNothing) {
    for (const char* text : {"rule_set: broken\ntitle: {vi: \"x\n", "rule_set: broken\n\tparts: []\n", "rule_set: \xff\n", "{rule_set: broken"}) {
        Shelf shelf;
        shelf.put("small", reviewed_rules).put("earlier", earlier_rules).put("broken", text, false);
        const auto reviewed = shelf.review();
        EXPECT_EQ(reviewed.size(), 3U) << text;
        for (const Reviewed& each : reviewed) {
            EXPECT_EQ(each.usable, each.id != "broken.yaml") << each.id;
            EXPECT_EQ(each.diagnostics.empty(), each.id != "broken.yaml") << all(each.diagnostics);
        }
    }
}

TEST(Fragments, ThatNothingExtendsAreTold) {
    Shelf shelf;
    shelf.put("small", "extends: shared.yaml\n" + reviewed_rules).put("earlier", earlier_rules).put("shared", "notes: []\n", false).put("lost", "ruleset: lost\n", false);
    const Diagnostics found = shelf.found();
    ASSERT_EQ(found.size(), 1U) << all(found);
    EXPECT_EQ(found[0].code, "fragment-unused");
    EXPECT_EQ(found[0].place.file, "lost.yaml");
    // One that only a broken rule set extends is used.
    shelf.put("small", "extends: shared.yaml\npartz: []\n" + reviewed_rules);
    for (const Diagnostic& each : shelf.found()) EXPECT_NE(each.place.file, "shared.yaml") << all({each});
}

// ---- points, labels, numbers ----

TEST(Points, RiseAndDiffer) {
    const std::string simple = "{points: 1, title: {vi: \"Đơn giản\"", pretty = "{points: 2, minimum_for: 3";
    check({{{{simple, "{points: 0, title: {vi: \"Đơn giản\""}}, "points-repeated", "in `1.3` both `a` and `b` have 0 points", "0"},
           {{{simple, "{points: 1.5, title: {vi: \"Đơn giản\""}}},
           {{{simple, "{points: 2, title: {vi: \"Đơn giản\""}, {pretty, "{points: 1, minimum_for: 3"}}, "points-order", "in `1.3` the points fall from 2 (`b`) to 1 (`c`)", "1"}});
}

TEST(Labels, AreToldApart) {
    check({{{{"vi: \"Ít\", en: \"Some\"", "vi: \"không\", en: \"Some\""}}, "label-repeated", "in `1.1` both `a` and `b` are called “không”", "không"},
           {{{"vi: \"Nhiều\", en: \"Much\"", "vi: \"i\u0301t\", en: \"Much\""}}, "label-repeated", "both `b` and `c`", "i\u0301t"},
           {{{"en: \"Some\"", "en: \"NONE\""}}, "label-repeated", "both `a` and `b` are called “NONE”", "NONE"},
           {{{"vi: \"Ít\", en: \"Some\"", "vi: \"Không\", en: \"None\""}}, "label-repeated", "“Không”", "Không"},
           {{{"title: {vi: \"Đơn vị\", en: \"Operator\"}", "title: {vi: \"Cộng đồng\", en: \"Operator\"}"}}, "label-repeated", "in `2` both `community` and `operator`", "Cộng đồng"},
           {{{"{vi: \"Dấu\", en: \"Marks\"}", "{vi: \"Nguồn\", en: \"Marks\"}"}}, "label-repeated", "in `1` both `1.1` and `1.2`", "Nguồn"},
           {{{"{vi: \"Dấu\", en: \"Marks\"}", "{vi: \"Nhãn\", en: \"Label\"}"}}}});
}

TEST(Numbering, GoesOn) {
    const Change five = {"id: \"4\"\n", "id: \"5\"\n"}, five_one = {"\"4.1\"", "\"5.1\""}, five_two = {"\"4.2\"", "\"5.2\""};
    check({{{{"\"1.3\"", "\"1.4\""}}, "numbering-jump", "`1.4` follows `1.2`, where `1.3` would", "1.4"},
           {{five, five_one, five_two}, "numbering-jump", "`5` follows `3`, where `4` would", "5"},
           {{five_two}, "numbering-jump", "`5.2` stands below `4`, where `4.2` would follow", "5.2"},
           {{{"\"4.2\"", "\"4.3\""}, {"\"4.1\"", "\"4.2\""}}, "numbering-jump", "`4.2` comes first, where `4.1` would", "4.2"},
           {{{"- id: B", "- id: C"}}, "numbering-jump", "part `C` stands where `B` would follow", "C"},
           {{{"- id: A", "- id: I"}, {"- id: B", "- id: II"}}},
           {{{"{id: c, points: 3,", "{id: d, points: 3,"}}, "numbering-jump", "in `1.1` the option `d` stands where `c` would", "d"},
           {{{"{id: c, points: 3,", "{id: d, points: 3,"}, {"{id: b, points: 1, title: {vi: \"Ít\"", "{id: c, points: 1, title: {vi: \"Ít\""}, {"{id: a, points: 0,", "{id: b, points: 0,"}}, "numbering-jump", "the option `b` stands where `a` would", "b"},
           {{{"{id: c, points: 3,", "{id: much, points: 3,"}}},
           {{{"\"4.1\"", "\"label\""}, {"\"4.2\"", "\"own\""}}}});
}

// ---- minima and stars ----

const Change high{"stars: {3: \"[16..20]\", 2: \"[8..16)\"", "stars: {3: \"[18..20]\", 2: \"[8..18)\""};
const Change lower{"stars: {3: \"[16..20]\", 2: \"[8..16)\"", "stars: {3: \"[17..20]\", 2: \"[8..17)\""};
const Change needed{"{points: 3, title: {vi: \"Rồi\"", "{points: 3, minimum_for: 3, title: {vi: \"Rồi\""};

TEST(Minima, AskForSomething) {
    check({{{{"{points: 0, title: {vi: \"Chưa\"", "{points: 0, minimum_for: 2, title: {vi: \"Chưa\""}}, "minimum-implied", "`a` is worth 0 points", "2"},
           {{{"{points: 2, minimum_for: 3", "{points: 2, minimum_for: {2: true, 3: true}"}}, "minimum-implied", "2 stars need `c` already, so this minimum for 3 stars asks for nothing more", "3"},
           {{{"{points: 1, title: {vi: \"Đơn giản\"", "{points: 1, minimum_for: 2, title: {vi: \"Đơn giản\""}}},
           {{high, needed}, "minimum-implied", "without `b` at most 17 points can be attained, and 3 stars begin at 18", "3"},
           {{lower, needed}},
           {{high}, "minimum-implied", "without `a` at most 17 points", "3", Severity::note},  // a reading decides, so the doubt is declared
           {{{"  rounding:", "  minima_cumulate: {chosen: own}\n  rounding:"}, {"{points: 2, minimum_for: 3", "{points: 2, minimum_for: {2: true, 3: true}"}}}});
}

std::string codes(const Diagnostics& found) {
    std::string out;
    for (const Diagnostic& each : found) out += (out.empty() ? "" : "; ") + each.code + " " + marked(each.place);
    return out;
}

TEST(Stars, CanBeReached) {
    const std::vector<Change> shortfall = {{"    max: 8\n", "    max: 8\n    attainable: 6\n    shortfall: {vi: \"Thiếu\", en: \"Short\"}\n"}, {"        max: 6\n", "        max: 4\n"},
                                           {"            max: 3\n            options:\n              - {points: 0, title: {vi: \"Chưa\"", "            max: 1\n            options:\n              - {points: 0, title: {vi: \"Chưa\""},
                                           {"{points: 3, title: {vi: \"Rồi\"", "{points: 1, title: {vi: \"Rồi\""}};
    const auto with = [&](const std::string& three, const std::string& two) {
        auto changes = shortfall;
        changes.push_back({"stars: {3: \"[16..20]\", 2: \"[8..16)\"", "stars: {3: \"" + three + "\", 2: \"" + two + "\""});
        return review(changes);
    };
    EXPECT_EQ(codes(review(shortfall)), "shortfall 6; minimum-implied 3");  // both are notes
    EXPECT_EQ(codes(with("[18..20]", "[8..18)")).find("star-unreachable"), std::string::npos);
    const Diagnostics found = with("[18.5..20]", "[8..18.5)");
    EXPECT_EQ(codes(found), "minimum-unreachable 3; minimum-unreachable 3; shortfall 6; minimum-unreachable 3; star-unreachable [18.5..20]") << all(found);
    check({{{{"when: share < 5%", "when: share <= 100%"}}, "star-unreachable", "the gate `far` always acts, so no card can get more than 2 stars", "share <= 100%"}});
}

// ---- conditions ----

TEST(Conditions, FitFactsOnce) {
    check({{{{"share in [10%..75%)", "share in [10%..75%]"}}, "when-overlap", "`share` = 75% fits both `b` and `c`", "share >= 75%"},
           {{{"share >= 75%", "share > 75%"}}, "when-gap", "`share` = 75% fits no option", "share in [10%..75%)"},
           {{{"share in [10%..75%)", "share in (10%..75%)"}}, "when-gap", "`share` = 10% fits no option", "share < 10%"},
           {{{"        applies: points(\"1.1\") > 0\n", ""}, {"values: [community, operator]", "values: [community, operator, company]"}}, "when-gap", "`provider` = \"company\" fits no case of `2`", "cases"},
           {{{"share in [10%..75%)", "share in [10%..100%]"}, {"share >= 75%", "share > 100%"}}, "option-unreachable", "the option `c` of `1.1` cannot be reached", "share > 100%"},
           {{{"when: share < 5%", "when: share < 0%"}}, "gate-never", "the gate `far` never acts", "share < 0%"},
           {{{"applies: points(\"1.1\") > 0", "applies: points(\"1.1\") >= 0"}}, "condition-constant", "`2` always applies", "points(\"1.1\") >= 0"}});
}

// ---- what is used ----

TEST(Use, WhatIsDeclaredIsUsed) {
    check({{{{"when: forged, effect: reject", "when: share < 1%, effect: reject"}}, "fact-unused", "no condition asks for `forged`", "forged"},
           {{{", evidence: [paper]}", "}"}}, "evidence-unused", "nothing requires the evidence `paper`", "paper"},
           {{{"{3: 'reading(\"strict\") = \"yes\"'}", "3"}}, "reading-unused", "no condition asks for the reading `strict`", "strict"}});
}

TEST(Use, IsAskedOfAllThatShareAFile) {
    Shelf shelf;
    const std::string shared = "facts:\n  forged: {type: boolean, missing: false, title: {vi: \"Giả mạo\", en: \"Forged\"}}\n  lost: {type: boolean, title: {vi: \"Mất\", en: \"Lost\"}}\n"
                               "readings:\n  strict: {chosen: \"yes\", also: [\"no\"], title: {vi: \"Chặt\", en: \"Strict\"}, cite: {decision: 1/2026, place: \"\"}}\n";
    const std::string fact = "  forged: {type: boolean, missing: false, title: {vi: \"Giả mạo\", en: \"Forged\"}}\n", reading = "  strict: {chosen: \"yes\", also: [\"no\"], title: {vi: \"Chặt\", en: \"Strict\"}}\n";
    const std::string small = "extends: shared.yaml\n" + changed(reviewed_rules, {{fact, ""}, {reading, ""}});
    shelf.put("shared", shared, false).put("small", small).put("earlier", "extends: shared.yaml\n" + earlier_rules);
    EXPECT_EQ(codes(shelf.found()), "fact-unused lost") << all(shelf.found());
}

// ---- periods ----

TEST(Periods, MeetOnTheDay) {
    check({{{{"in_force: {from: 2026-01-01}\n", ""}}, "in-force-missing", "does not say since when", "small"},
           {{{"from: 2026-01-01", "from: 2025-12-31"}}, "in-force-overlap", "dossiers filed from 2025-12-31 until before 2026-01-01 also fall under `earlier`", "2025-12-31"},
           {{{"from: 2026-01-01", "from: 2026-01-02"}}, "in-force-gap", "dossiers filed from 2026-01-01 until before 2026-01-02 fall neither", "2026-01-02"},
           {{{"succeeds: [earlier]", "succeeds: [earlyer]"}}, "succeeds-unknown", "there is no rule set `earlyer`", "earlyer"}});
    const auto earlier = [](const std::string& period) { return codes(Shelf().put("small", reviewed_rules).put("earlier", changed(earlier_rules, {{", until: 2026-06-30, new_dossiers_until: 2026-01-01", period}})).found()); };
    EXPECT_EQ(earlier(", until: 2026-01-01"), "");
    EXPECT_EQ(earlier(", until: 2026-06-30"), "in-force-overlap 2026-01-01");
    EXPECT_EQ(earlier(""), "in-force-overlap 2026-01-01");
    EXPECT_EQ(earlier(", until: 2025-06-30"), "in-force-gap 2026-01-01");
}

// ---- tests and repetitions ----

TEST(Tests, StandBesideEveryRuleSetOfALibrary) {
    Shelf shelf;
    shelf.put("small", reviewed_rules, false).put("earlier", earlier_rules);
    EXPECT_EQ(codes(shelf.found()), "untested small");
    shelf.folder().write("tests/elsewhere.test.yaml", "# of small\nrule_set: \"small\"  # quoted" + passing);
    EXPECT_EQ(codes(shelf.found()), "");
    Shelf lone;
    lone.folder().write("../" + lone.path().filename().string() + "-lone.yaml", "rule_set: lone\n" + earlier_rules.substr(earlier_rules.find('\n') + 1));
    const auto file = lone.path().parent_path() / (lone.path().filename().string() + "-lone.yaml");
    Review review(lone.library());
    review.add_file(file);
    const auto reviewed = review.run();
    std::filesystem::remove(file);
    ASSERT_EQ(reviewed.size(), 1U);
    EXPECT_EQ(codes(reviewed[0].diagnostics), "");
}

TEST(RuleSets, AreNotEnteredTwice) {
    Shelf shelf;
    shelf.put("small", reviewed_rules).put("earlier", earlier_rules).put("another", changed(reviewed_rules, {{"rule_set: small", "rule_set: another"}}));
    const Diagnostics found = shelf.found();
    EXPECT_EQ(codes(found), "rule-set-repeated another; rule-set-repeated small") << all(found);
    shelf.put("another", changed(reviewed_rules, {{"rule_set: small", "rule_set: another"}, {"{points: 2, title: {vi: \"Cấp\"", "{points: 2.5, title: {vi: \"Cấp\""}}));
    EXPECT_EQ(codes(shelf.found()), "");
    // One that extends another is meant to be like it.
    shelf.put("another", "rule_set: another\nextends: small.yaml\nbasis: {decision: 1/2026}\ncouncil: {combine: median}\n");
    EXPECT_EQ(codes(shelf.found()), "") << all(shelf.found());
}

// ---- siblings ----

// `small`, changed, among others of the same decision whose criterion 4.2 differs.
Diagnostics among(int siblings, const std::vector<Change>& changes, const std::vector<Change>& of_siblings = {}) {
    Shelf shelf;
    shelf.put("small", changed(reviewed_rules, changes)).put("earlier", earlier_rules);
    for (int i = 0; i < siblings; ++i) {
        const std::string name = "sibling-" + std::to_string(i);
        shelf.put(name, changed(changed(reviewed_rules, {{"rule_set: small", "rule_set: " + name}, {"vi: \"Riêng\"", "vi: \"Riêng " + name + "\""}}), of_siblings));
    }
    return shelf.found();
}

TEST(Siblings, ShowWhatIsMistyped) {
    const Change simple = {"{points: 1, title: {vi: \"Đơn giản\"", "{points: 1.5, title: {vi: \"Đơn giản\""};
    const Diagnostics points = among(4, {simple});
    EXPECT_EQ(codes(points), "differs-from-siblings 1.5") << all(points);
    EXPECT_NE(points[0].message.en.find("4 of 4 like criteria of this decision give 1 points for “Đơn giản”, this one 1.5"), std::string::npos) << all(points);
    EXPECT_EQ(codes(among(3, {simple})), "differs-from-siblings 1.5");
    EXPECT_EQ(codes(among(2, {simple})), "");
    EXPECT_EQ(codes(among(4, {simple}, {simple})), "");
    EXPECT_EQ(codes(among(4, {simple, {"basis: {decision: 1/2026", "basis: {decision: 2/2026"}})), "");
}

TEST(Siblings, ShowAMarkThatIsLost) {
    const Diagnostics lost = among(4, {{"{points: 2, minimum_for: 3, title", "{points: 2, title"}});
    EXPECT_EQ(codes(lost), "differs-from-siblings 2") << all(lost);
    EXPECT_NE(lost[0].message.en.find("make “Đẹp” the minimum for 3 stars, this one does not"), std::string::npos) << all(lost);
    EXPECT_EQ(codes(among(4, {{"{points: 2, minimum_for: 3, title", "{points: 2, minimum_for: 2, title"}})), "differs-from-siblings 2");
    EXPECT_EQ(codes(among(4, {{"{points: 1, title: {vi: \"Đơn giản\"", "{points: 1, minimum_for: 2, title: {vi: \"Đơn giản\""}})), "differs-from-siblings 2");
}

TEST(Siblings, ShowAnOptionThatIsLeftOut) {
    const Diagnostics found = among(4, {{"              - {points: 0, title: {vi: \"Không có\", en: \"Nothing\"}}\n", ""}});
    EXPECT_EQ(codes(found), "differs-from-siblings options") << all(found);
    EXPECT_NE(found[0].message.en.find("4 of 4 like criteria of this decision have an option “Không có” (0 points), this one does not"), std::string::npos) << all(found);
}

TEST(Siblings, AreComparedWhereOneIsReviewedAlone) {
    Shelf shelf;
    shelf.put("small", changed(reviewed_rules, {{"{points: 1, title: {vi: \"Đơn giản\"", "{points: 1.5, title: {vi: \"Đơn giản\""}})).put("earlier", earlier_rules);
    for (const char* name : {"one", "two", "three", "four"})
        shelf.put(name, changed(reviewed_rules, {{"rule_set: small", std::string("rule_set: ") + name}, {"vi: \"Riêng\"", std::string("vi: \"Riêng ") + name + "\""}}));
    Review review(shelf.library());
    review.add("small");
    const auto reviewed = review.run();
    ASSERT_EQ(reviewed.size(), 1U);
    EXPECT_EQ(codes(reviewed[0].diagnostics), "differs-from-siblings 1.5");
}

// ---- what is declared ----

TEST(Errata, AreNotes) {
    const Severity note = Severity::note;
    check({{{{"{points: 0, title: {vi: \"Chưa\", en: \"Not yet\"}", "{points: 0, title: {vi: \"Chưa\", en: \"Not yet\"}, printed: {points: none}" + erratum}}, "erratum", "`a` of `4.2` is printed with points none: A misprint.", "printed", note},
           {{{"    max: 12\n", "    max: 12\n    printed: {max: 11}\n    erratum: {vi: \"In nhầm.\", en: \"A misprint.\"}\n"}}, "erratum", "`A` is printed with max 11", "printed", note},
           {{{"3: \"[16..20]\"", "3: {band: \"[16..20]\", printed: {band: \"16-20\"}" + erratum + "}"}}, "erratum", "the band of 3 stars is printed with 16-20", "printed", note},
           {{{"    max: 12\n", "    max: 12\n    incomplete: \"notes\"\n"}}, "incomplete", "`A` is declared incomplete: notes", "notes", note},
           {{{"council:", "incomplete: [minima]\ncouncil:"}}, "incomplete", "declared incomplete: minima", "[", note}});
}

TEST(Errata, ExplainDoubts) {
    const Severity note = Severity::note;
    const std::string simple = "{points: 1, title: {vi: \"Đơn giản\", en: \"Simple\"}";
    check({{{{simple, "{points: 0, title: {vi: \"Đơn giản\", en: \"Simple\"}" + erratum}}, "points-repeated", "both `a` and `b`", "0", note},
           {{{simple, "{points: 2.5, title: {vi: \"Đơn giản\", en: \"Simple\"}" + erratum}}, "points-order", "fall from 2.5", "2", note},
           {{{simple, "{points: 1, title: {vi: \"Không có\", en: \"Simple\"}" + erratum}}, "label-repeated", "both `a` and `b`", "Không có", note},
           {{{"      - id: \"4\"\n", "      - id: \"4\"\n        erratum: {vi: \"In nhầm.\", en: \"A misprint.\"}\n"}, {"\"4.2\"", "\"4.3\""}}, "numbering-jump", "`4.3` follows `4.1`", "4.3", note},
           {{{"{points: 0, title: {vi: \"Chưa\", en: \"Not yet\"}", "{points: 0, minimum_for: 2, title: {vi: \"Chưa\", en: \"Not yet\"}" + erratum}}, "minimum-implied", "0 points", "2", note}});
    const Diagnostics found = among(4, {{simple, "{points: 1.5, title: {vi: \"Đơn giản\", en: \"Simple\"}" + erratum}});
    for (const Diagnostic& each : found) EXPECT_EQ(each.severity, note) << all(found);
    EXPECT_NE(codes(found).find("differs-from-siblings 1.5"), std::string::npos) << all(found);
}

}  // namespace
}  // namespace ocop::test
