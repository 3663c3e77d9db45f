// Rating by columns makes room once, however many cards there are.
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

}  // namespace
}  // namespace ocop::test
