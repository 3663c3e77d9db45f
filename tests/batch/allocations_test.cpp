// Rating by columns makes room once, however many cards there are; so do records that are used again.
#include <gtest/gtest.h>

#include <ocop/ocop.hpp>

#include "count_allocations.hpp"

namespace ocop::test {
namespace {

std::size_t allocations(const Batch& batch, std::size_t cards) {
    std::vector<std::vector<std::uint8_t>> marks;
    std::vector<batch::MarkColumn> columns;
    for (std::size_t i = 0; i < batch.criteria(); ++i) {
        marks.emplace_back(cards);
        for (std::size_t n = 0; n < cards; ++n) marks[i][n] = static_cast<std::uint8_t>(2 + (n * 7 + i) % (batch.codes(i) - 2));
    }
    for (const auto& each : marks) columns.push_back(each.data());
    const std::vector<std::uint8_t> all(cards / 8 + 1, 0xFF);
    std::vector<batch::FactColumn> facts(3);
    const char* const names[] = {"grown_in_province", "food_safety_compliant", "dossier_complete"};
    for (std::size_t i = 0; i < 3; ++i) {
        facts[i].name = names[i];
        facts[i].values = all.data();
    }
    batch::Cards given;
    given.count = cards;
    given.marks = columns;
    given.facts = facts;
    std::vector<std::int8_t> stars(cards);
    batch.rate(given, {.stars = stars.data()});
    const std::size_t before = count_allocations::count();
    batch.rate(given, {.stars = stars.data()});
    return count_allocations::count() - before;
}

TEST(Allocations, DoNotGrowWithCards) {
    const Batch batch(Library::open({OCOP_SOURCE_DIR "/rules"}).value().load("26-2026/food/fresh-produce").value());
    const std::size_t few = allocations(batch, 1'000), many = allocations(batch, 300'000);
    EXPECT_GT(few, 0U);
    EXPECT_LE(many, few + 4);
}

constexpr const char* small_form = R"yaml(
rule_set: test/small
title: {vi: "Biểu nhỏ", en: "Small form"}
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục"}
facts:
  has_papers: {type: boolean, title: {vi: "Có giấy", en: "Has papers"}}
gates:
  - {id: no-papers, when: not(has_papers), effect: cap, stars: 2, title: {vi: "Thiếu giấy", en: "No papers"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    items:
      - id: "1"
        title: {vi: "Nguồn gốc", en: "Origin"}
        options:
          - {id: a, points: 0, title: {vi: "a", en: "a"}}
          - {id: b, points: 10, minimum_for: 3, when: has_papers, title: {vi: "b", en: "b"}}
stars: {3: "[7..10]", 2: "[3..7)", 1: "[0..3)"}
council: {combine: mean}
readings: {minima_met_by: {chosen: combined, also: [majority]}}
)yaml";

TEST(Allocations, AreNotNeededForRecordsThatAreUsedAgain) {
    const RuleSet rules = RuleSet::from_text(small_form).value();
    Scorecard::Builder builder(rules, "card");
    for (const char* member : {"1", "2", "3"}) builder.sheet(member).mark("1", member[0] == '1' ? "a" : "b");
    const Rating rating = rules.rate(builder.fact("has_papers", "true").build().value());
    Records records;
    rating.records(records);
    rating.records(records);
    EXPECT_EQ(count_allocations::during([&] { rating.records(records); }), 0U);
    EXPECT_EQ(records.outcome, Outcome::rated);
}

}  // namespace
}  // namespace ocop::test
