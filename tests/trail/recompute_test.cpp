// The recomputation would notice: a trail with one figure changed no longer proves its stars.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <ocop/ocop.hpp>

#include "reference/recompute.hpp"

namespace ocop::test {
namespace {

constexpr const char* rules_text = R"yaml(
rule_set: test/small
title: {vi: "Biểu nhỏ", en: "Small form"}
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục"}
facts:
  has_papers: {type: boolean, title: {vi: "Có giấy", en: "Has papers"}}
  must_declare: {type: boolean, title: {vi: "Phải công bố", en: "Must declare"}}
gates:
  - {id: no-papers, when: not(has_papers), effect: cap, stars: 4, title: {vi: "Thiếu giấy", en: "No papers"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    items:
      - {id: "1", title: {vi: "Điểm", en: "Points"}, max: 90, score: "[0..90]"}
      - id: "2"
        title: {vi: "Công bố", en: "Declaration"}
        options:
          - {id: a, points: 0, title: {vi: "a", en: "a"}}
          - {id: b, points: 10, minimum_for: {4: must_declare}, title: {vi: "b", en: "b"}}
stars: {5: "[90..100]", 4: "[70..90)", 3: "[50..70)", 2: "[30..50)", 1: "[0..30)"}
council: {combine: mean}
readings: {rounding: {chosen: half-up 1, also: [none]}}
)yaml";

// Totals 90, 90 and 79.8: the mean is 86.6, four stars; rounding does nothing.
constexpr const char* card_text = R"yaml(
scorecard: T-1
rule_set: test/small
level: province
facts: {has_papers: true, must_declare: true}
sheets:
  - {assessor: "member 1", marks: {"1": 80, "2": b}}
  - {assessor: "member 2", marks: {"1": 90, "2": a}}
  - {assessor: "member 3", marks: {"1": 69.8, "2": b}}
)yaml";

nlohmann::json rated(std::string card) {
    const RuleSet rules = RuleSet::from_text(rules_text).value();
    return nlohmann::json::parse(report::json(rules.rate(Scorecard::from_text(card, rules).value()).trail()));
}

// Criterion 2 has 20/3 points, and four stars need 10: three stars.
TEST(Recompute, AgreesWithWhatWasRated) {
    const nlohmann::json rating = rated(card_text);
    EXPECT_EQ(rating.at("stars"), 3);
    EXPECT_EQ(reference::disagreements(rating), std::vector<std::string>{});
}

TEST(Recompute, NoticesOtherStars) {
    nlohmann::json rating = rated(card_text);
    rating["stars"] = 4;
    EXPECT_EQ(reference::disagreements(rating), std::vector<std::string>{"stars: told 4, worked out 3"});
}

TEST(Recompute, NoticesAnotherMark) {
    nlohmann::json rating = rated(card_text);
    for (auto& node : rating["trail"]["nodes"])
        if (node["id"] == "1") node["marks"][0]["points"] = "79";
    EXPECT_FALSE(reference::disagreements(rating).empty());
}

TEST(Recompute, NoticesAnotherMinimum) {
    nlohmann::json rating = rated(card_text);
    for (auto& minimum : rating["trail"]["minima"]) minimum["required"] = "5";
    EXPECT_FALSE(reference::disagreements(rating).empty());
}

TEST(Recompute, NoticesAnotherBand) {
    nlohmann::json rating = rated(card_text);
    for (auto& band : rating["trail"]["bands"])
        if (band["star"] == 4) band["interval"] = "[87..90)";
    EXPECT_FALSE(reference::disagreements(rating).empty());
}

TEST(Recompute, NoticesACapThatHolds) {
    nlohmann::json rating = rated(card_text);
    for (auto& gate : rating["trail"]["gates"]) {
        gate["met"] = true;
        gate["stars"] = 2;
    }
    EXPECT_FALSE(reference::disagreements(rating).empty());
}

TEST(Recompute, NoticesAWaivedMinimum) {
    nlohmann::json rating = rated(card_text);
    for (auto& minimum : rating["trail"]["minima"]) minimum["binds"] = false;
    EXPECT_FALSE(reference::disagreements(rating).empty());
}

TEST(Recompute, NoticesAMissingMark) {
    nlohmann::json rating = rated(card_text);
    for (auto& node : rating["trail"]["nodes"])
        if (node["id"] == "2") node["marks"][1]["state"] = "missing";
    EXPECT_FALSE(reference::disagreements(rating).empty());
}

}  // namespace
}  // namespace ocop::test
