// A condition that is not known and makes no difference: the trail must still prove the total.
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
  has_story: {type: boolean, title: {vi: "Có câu chuyện", en: "Has a story"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    items:
      - {id: "1", title: {vi: "Điểm", en: "Points"}, max: 90, score: "[0..90]"}
      - {id: "2", title: {vi: "Kể chuyện", en: "Told"}, max: 10, score: "[0..10]", applies: has_story}
stars: {5: "[90..100]", 4: "[70..90)", 3: "[50..70)", 2: "[30..50)", 1: "[0..30)"}
council: {combine: median}
)yaml";

// Member 1 gives 10 or 15 points, the others 50 and 60: the median is 50 either way, and so the card is rated.
TEST(UnsureMark, ThatDoesNotMoveTheMedianLeavesAProvableTotal) {
    const RuleSet rules = RuleSet::from_text(rules_text).value();
    const Rating rating = rules.rate(Scorecard::from_text(R"yaml(
scorecard: T-1
rule_set: test/small
level: province
sheets:
  - {assessor: "member 1", marks: {"1": 10, "2": 5}}
  - {assessor: "member 2", marks: {"1": 50, "2": 0}}
  - {assessor: "member 3", marks: {"1": 60, "2": 0}}
)yaml", rules).value());
    EXPECT_EQ(rating.outcome(), Outcome::rated);
    EXPECT_EQ(rating.stars(), 3);
    EXPECT_EQ(rating.total(), Number(50));
    EXPECT_EQ(reference::disagreements(nlohmann::json::parse(report::json(rating.trail()))), std::vector<std::string>{});
}

}  // namespace
}  // namespace ocop::test
