// However a scorecard is rated, the result is the same. bench/ocop_same compares as many cards as wanted.
#include <gtest/gtest.h>

#include "sanitized.hpp"
#include "ways/ways.hpp"

namespace ocop::test {
namespace {

TEST(WaysOfRating, SayTheSameOfEveryCard) {
    Ways ways(26'2026);
    ways.compare(20'000 / rarer);
    for (const Ways::Way& each : ways.ways()) {
        EXPECT_GE(each.cards, 20'000 / rarer / Ways::json_every) << each.name;
        EXPECT_EQ(each.differences, 0U) << each.name << "\n" << each.example;
    }
    EXPECT_EQ(ways.ways().size(), 9U);
    for (const char* what : {"rated, 2 stars", "rated, 3 stars", "rated, 4 stars", "rated, 5 stars", "undecided", "stopped", "rejected"})
        EXPECT_TRUE(ways.became().contains(what)) << what << ": none of the cards";
}

}  // namespace
}  // namespace ocop::test
