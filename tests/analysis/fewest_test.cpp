// The smallest set, against trying every set.
#include "analysis/fewest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace ocop::analysis {
namespace {

using Set = std::vector<bool>;

std::int64_t sum(const Set& set, const std::vector<std::int64_t>& values) {
    std::int64_t out = 0;
    for (std::size_t i = 0; i < set.size(); ++i) out += set[i] ? values[i] : 0;
    return out;
}

std::size_t size_of(const Set& set) { return static_cast<std::size_t>(std::count(set.begin(), set.end(), true)); }

// Enough points, little enough lost, and one of a few: what rated stars are made of.
struct Puzzle {
    std::size_t elements;
    std::vector<std::int64_t> low, loss;
    std::int64_t low_needed, loss_needed;
    Set one_of;

    explicit Puzzle(unsigned seed) : elements(10), one_of(10, false) {
        std::mt19937 random(seed);
        for (std::size_t i = 0; i < elements; ++i) {
            low.push_back(random() % 6);
            loss.push_back(random() % 4);
            one_of[i] = random() % 4 == 0;
        }
        const Set all(elements, true);
        low_needed = sum(all, low) * static_cast<std::int64_t>(random() % 4) / 4;
        loss_needed = sum(all, loss) * static_cast<std::int64_t>(random() % 3) / 4;
    }

    bool holds(const Set& set) const {
        bool one = size_of(one_of) == 0;
        for (std::size_t i = 0; i < elements; ++i) one = one || (one_of[i] && set[i]);
        return one && sum(set, low) >= low_needed && sum(set, loss) >= loss_needed;
    }
    Wanted wanted() const {
        return {elements, [this](const Set& set) { return holds(set); }, {{low_needed, low}, {loss_needed, loss}}, one_of};
    }
};

std::size_t least(const Puzzle& puzzle) {
    std::size_t best = puzzle.elements;
    for (unsigned chosen = 0; chosen < 1U << puzzle.elements; ++chosen) {
        Set set(puzzle.elements);
        for (std::size_t i = 0; i < puzzle.elements; ++i) set[i] = (chosen >> i & 1U) != 0;
        if (puzzle.holds(set)) best = std::min(best, size_of(set));
    }
    return best;
}

void expect_none_can_go(const Puzzle& puzzle, const Set& kept) {
    EXPECT_TRUE(puzzle.holds(kept));
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!kept[i]) continue;
        Set fewer = kept;
        fewer[i] = false;
        EXPECT_FALSE(puzzle.holds(fewer)) << i;
    }
}

TEST(Fewest, IsTheSmallestOfAllSets) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Puzzle puzzle(seed);
        const Smallest found = smallest(puzzle.wanted(), 5'000);
        ASSERT_TRUE(found.fewest) << seed;
        ASSERT_EQ(size_of(found.kept), least(puzzle)) << seed;
        expect_none_can_go(puzzle, found.kept);
    }
}

TEST(Fewest, NeedsNoDemandsToBeRight) {
    for (unsigned seed = 0; seed < 100; ++seed) {
        const Puzzle puzzle(seed);
        Wanted wanted = puzzle.wanted();
        wanted.demands.clear();
        wanted.one_of.clear();
        EXPECT_EQ(size_of(smallest(std::move(wanted), 5'000).kept), least(puzzle)) << seed;
    }
}

TEST(Fewest, AWrongGuessOfWhatIsNeededIsNotBelieved) {
    const Puzzle puzzle(7);
    Wanted wanted = puzzle.wanted();
    wanted.one_of.flip();
    EXPECT_EQ(size_of(smallest(std::move(wanted), 5'000).kept), least(puzzle));
}

TEST(Fewest, IsMinimalAndSaysSoWhereTheBudgetEnds) {
    int unproven = 0;
    for (unsigned seed = 0; seed < 100; ++seed) {
        const Puzzle puzzle(seed);
        Wanted wanted = puzzle.wanted();
        wanted.demands.clear();
        const Smallest found = smallest(std::move(wanted), 12);
        unproven += found.fewest ? 0 : 1;
        expect_none_can_go(puzzle, found.kept);
        if (found.fewest) {
            EXPECT_EQ(size_of(found.kept), least(puzzle)) << seed;
        }
    }
    EXPECT_GT(unproven, 10);
}

}  // namespace
}  // namespace ocop::analysis
