// What a trail says about one rating: every figure with its reason, its condition and its place in the decision.
#include <gtest/gtest.h>

#include <ocop/ocop.hpp>

namespace ocop::test {
namespace {

constexpr const char* rules_text = R"yaml(
rule_set: test/small
title: {vi: "Biểu nhỏ", en: "Small form"}
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục"}
in_force: {from: 2026-05-22}
facts:
  impure: {type: boolean, missing: false, title: {vi: "Tạp chất", en: "Impurities"}}
  must_declare: {type: boolean, title: {vi: "Phải công bố", en: "Must declare"}}
  local_share: {type: number, unit: "%", domain: "[0..100]", title: {vi: "Tỷ lệ", en: "Local share"}}
gates:
  - {id: impurities, when: impure, effect: stop, after: "1.1", title: {vi: "Tạp chất", en: "Impurities"}, cite: "1.1, ghi chú"}
  - {id: little-local, when: local_share < 50%, effect: cap, stars: 4, title: {vi: "Ít", en: "Little local"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    items:
      - id: "1"
        title: {vi: "Mục 1", en: "Section 1"}
        items:
          - id: "1.1"
            title: {vi: "Công bố", en: "Declaration"}
            cite: "1.1"
            options:
              - {id: a, points: 0, title: {vi: "Không", en: "No"}}
              - {id: b, points: 10, minimum_for: {4: must_declare}, title: {vi: "Có", en: "Yes"}, cite: "1.1, mức 2"}
          - {id: "1.2", title: {vi: "Điểm", en: "Points"}, max: 90, score: "[0..90]"}
stars: {5: "[90..100]", 4: "[70..90)", 3: "[50..70)", 2: "[30..50)", 1: "[0..30)"}
council: {combine: mean}
readings: {rounding: {chosen: none, also: [half-up 0]}}
)yaml";

constexpr const char* card_text = R"yaml(
scorecard: T-1
rule_set: test/small
product: {name: "Chè", maker: "HTX"}
level: province
assessed_on: 2026-06-20
facts: {must_declare: false, local_share: 40%}
sheets:
  - {assessor: "Sở Công Thương", marks: {"1.1": {mark: a, note: "chưa có"}, "1.2": 79.5}}
  - {assessor: "Sở Y tế", marks: {"1.1": b, "1.2": 60}}
)yaml";

RuleSet small() { return RuleSet::from_text(rules_text, "small.yaml").value(); }
Trail trail(const std::string& card = card_text) { return small().rate(Scorecard::from_text(card, small()).value()).trail(); }

const TrailNode& node(const Trail& trail, const std::string& id) {
    for (const TrailNode& each : trail.nodes)
        if (each.id == id) return each;
    throw std::out_of_range(id);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::invalid_argument(from);
    return text.replace(at, from.size(), to);
}

TEST(Trail, SaysTheSameAsTheSummary) {
    const Rating rating = small().rate(Scorecard::from_text(card_text, small()).value());
    EXPECT_EQ(report::json_line(rating.summary()), report::json_line(rating.trail().summary));
}

TEST(Trail, HasEveryFigureOfEverySheetAndOfTheCouncil) {
    const Trail found = trail();
    EXPECT_EQ(found.sheets.size(), 2U);
    EXPECT_EQ(found.sheets[0].assessor, "Sở Công Thương");
    EXPECT_EQ(found.sheets[0].total, Number::parse("79.5"));
    EXPECT_EQ(found.sheets[1].total, Number(70));
    EXPECT_EQ(node(found, "1.1").by_sheet, (std::vector<std::optional<Number>>{Number(0), Number(10)}));
    EXPECT_EQ(node(found, "1.1").points, Number(5));
    EXPECT_EQ(node(found, "1").points, Number::parse("74.75"));
    EXPECT_EQ(found.total_before_rounding, Number::parse("74.75"));
}

TEST(Trail, HasNodesInFormOrderUnderTheirParents) {
    const Trail found = trail();
    std::vector<std::string> ids;
    for (const TrailNode& each : found.nodes) ids.push_back(each.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"A", "1", "1.1", "1.2"}));
    EXPECT_EQ(node(found, "A").parent, -1);
    EXPECT_EQ(node(found, "1").parent, 0);
    EXPECT_EQ(node(found, "1.2").parent, 1);
    EXPECT_EQ(node(found, "A").max, Number(100));
}

TEST(Trail, NamesTheOptionMarkedAndItsPlaceInTheDecision) {
    const Trail found = trail();
    const TrailMark& mark = node(found, "1.1").marks.at(1);
    EXPECT_EQ(mark.options, std::vector<std::string>{"b"});
    EXPECT_EQ(mark.title.en, "Yes");
    EXPECT_EQ(mark.cite.decision, "1/2026/QĐ-TTg");
    EXPECT_EQ(mark.cite.place, "Phụ lục, 1.1, mức 2");
    EXPECT_FALSE(mark.reason.vi.empty());
    EXPECT_FALSE(mark.reason.en.empty());
}

TEST(Trail, KeepsTheAssessorsNote) { EXPECT_EQ(node(trail(), "1.1").marks.at(0).note, "chưa có"); }

TEST(Trail, CitesTheDecisionEverywhere) {
    const Trail found = trail();
    for (const TrailNode& each : found.nodes) EXPECT_EQ(each.cite.decision, "1/2026/QĐ-TTg") << each.id;
    for (const TrailGate& each : found.gates) EXPECT_EQ(each.cite.decision, "1/2026/QĐ-TTg") << each.id;
    for (const TrailMinimum& each : found.minima) EXPECT_EQ(each.cite.decision, "1/2026/QĐ-TTg") << each.node;
    for (const TrailBand& each : found.bands) EXPECT_EQ(each.cite.decision, "1/2026/QĐ-TTg") << each.star;
    EXPECT_EQ(found.gates.at(0).cite.place, "Phụ lục, 1.1, ghi chú");
}

TEST(Trail, RemembersTheLineARuleStandsOn) {
    const Trail found = trail();
    EXPECT_EQ(found.gates.at(0).origin.file, "small.yaml");
    EXPECT_EQ(found.gates.at(0).origin.line, 11);
    EXPECT_EQ(node(found, "1.2").origin.line, 26);
}

TEST(Trail, ShowsTheValueOfEachOperandOfACondition) {
    const Trail found = trail();
    const TrailGate& gate = found.gates.at(1);
    EXPECT_EQ(gate.met, true);
    EXPECT_EQ(gate.condition.text, "local_share < 50%");
    ASSERT_EQ(gate.condition.operands.size(), 1U);
    EXPECT_EQ(gate.condition.operands[0].text, "local_share");
    EXPECT_EQ(gate.condition.operands[0].value, "40%");
}

TEST(Trail, SaysWhichFactsWereAssumed) {
    const Trail found = trail();
    ASSERT_EQ(found.facts.size(), 3U);
    EXPECT_EQ(found.facts[0].name, "impure");
    EXPECT_EQ(found.facts[0].value, "false");
    EXPECT_TRUE(found.facts[0].assumed);
    EXPECT_FALSE(found.facts[1].assumed);
}

TEST(Trail, ShowsAFactNobodyStatedAsNotKnown) {
    const Trail found = trail(replaced(card_text, ", local_share: 40%", ""));
    EXPECT_EQ(found.facts[2].value, "null");
    EXPECT_EQ(found.gates[1].met, std::nullopt);
}

TEST(Trail, WaivesAMinimumWithItsReason) {
    const Trail found = trail();
    ASSERT_EQ(found.minima.size(), 1U);
    const TrailMinimum& minimum = found.minima[0];
    EXPECT_EQ(minimum.node, "1.1");
    EXPECT_EQ(minimum.star, 4);
    EXPECT_EQ(minimum.required, Number(10));
    EXPECT_EQ(minimum.actual, Number(5));
    EXPECT_EQ(minimum.binds, false);
    EXPECT_EQ(minimum.sheets_met, 1);
    ASSERT_TRUE(minimum.when.has_value());
    EXPECT_EQ(minimum.when->text, "must_declare");
    EXPECT_EQ(minimum.when->value, false);
}

TEST(Trail, TellsTheDistanceToTheNextBand) { EXPECT_EQ(trail().to_next_band, Number::parse("15.25")); }

TEST(Trail, LowersTheCeilingByACap) {
    const Trail found = trail(replaced(replaced(card_text, "79.5", "90"), "\"1.2\": 60", "\"1.2\": 90"));
    EXPECT_EQ(found.summary.band, 5);
    EXPECT_EQ(found.ceiling, 4);
    EXPECT_EQ(found.to_next_band, std::nullopt);
}

TEST(Trail, TriesEveryOtherReading) {
    const Trail found = trail();
    for (const TrailReading& reading : found.readings)
        if (reading.name == "rounding") {
            EXPECT_EQ(reading.chosen, "none");
            ASSERT_EQ(reading.alternatives.size(), 1U);
            EXPECT_EQ(reading.alternatives[0].value, "half-up 0");
            EXPECT_EQ(reading.alternatives[0].total, Number(75));
            EXPECT_FALSE(reading.alternatives[0].changes);
            return;
        }
    FAIL() << "no reading `rounding`";
}

TEST(Trail, IsSignedWithDigestsAndTheEngine) {
    const Trail found = trail();
    EXPECT_EQ(found.engine, std::string("ocop ") + version());
    EXPECT_EQ(found.rule_set.digest, small().digest());
    EXPECT_EQ(found.rule_set.digest.size(), 64U);
    EXPECT_EQ(found.card.digest.size(), 64U);
    EXPECT_EQ(found.council.digest, "");
}

TEST(Trail, DigestOfRulesIsThatOfTheirMeaning) {
    const std::string other_words = replaced(std::string("# a comment\n") + rules_text, "{vi: \"Mục 1\", en: \"Section 1\"}", "{en: \"Section 1\", vi: \"Mục 1\"}");
    EXPECT_EQ(RuleSet::from_text(other_words, "elsewhere.yaml").value().digest(), small().digest());
    const std::string other_meaning = replaced(rules_text, "stars: 4, title", "stars: 3, title");
    EXPECT_NE(RuleSet::from_text(other_meaning, "small.yaml").value().digest(), small().digest());
}

TEST(Trail, DigestOfACouncilsOwnRulesIsInIt) {
    const RuleSet rules = small();
    const RuleSet other = rules.with_council("council: {combine: median}\nbasis: {decision: \"01/QĐ-HĐ\"}\n").value();
    const Trail found = other.rate(Scorecard::from_text(card_text, rules).value()).trail();
    EXPECT_EQ(found.council.combine, "median");
    EXPECT_EQ(found.council.cite.decision, "01/QĐ-HĐ");
    EXPECT_EQ(found.council.digest.size(), 64U);
    EXPECT_EQ(found.rule_set.digest, rules.digest());
}

TEST(Trail, OfAnotherRuleSetsCardIsRefused) {
    const RuleSet other = RuleSet::from_text(replaced(rules_text, "max: 90, score: \"[0..90]\"", "max: 90, score: \"[0..90]\", step: 0.5")).value();
    EXPECT_THROW(other.rate(Scorecard::from_text(card_text, small()).value()), std::invalid_argument);
}

}  // namespace
}  // namespace ocop::test
