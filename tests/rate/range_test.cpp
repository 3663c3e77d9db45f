// The sure range of an undecided card against all that it can become, on rule sets drawn at random.
#include <gtest/gtest.h>
#include <ocop/ocop.hpp>

#include <algorithm>
#include <set>

#include "reference/random_rules.hpp"

namespace ocop::test {
namespace {

using reference::SmallCard;
using reference::SmallRules;

Summary rate(const RuleSet& rules, const SmallRules& small, const SmallCard& card) {
    return rules.rate(Scorecard::from_text(to_json(small, card), rules, "card", CardFormat::json).value()).summary();
}

// What cards become.
struct Became {
    std::set<Number> totals;
    std::set<int> stars;
    std::set<Outcome> outcomes;
};

Became become(const RuleSet& rules, const SmallRules& small, const std::vector<SmallCard>& cards) {
    Became out;
    for (const SmallCard& each : cards) {
        const Summary end = rate(rules, small, each);
        out.outcomes.insert(end.outcome);
        if (end.total) out.totals.insert(*end.total);
        if (end.stars) out.stars.insert(*end.stars);
    }
    return out;
}

std::string shown(const SmallRules& small, const SmallCard& card) { return small.yaml + "\n" + to_json(small, card); }

// Takes about half of the marks away, and sometimes a fact.
SmallCard holes(const SmallRules& small, SmallCard card, bool facts, std::mt19937& random) {
    for (reference::Marks& sheet : card.sheets)
        std::erase_if(sheet, [&](const auto&) { return random() % 2 == 0; });
    if (facts) std::erase_if(card.facts, [&](const auto& fact) { return random() % 3 == 0 && !(small.g_is_assumed && fact.first == "g"); });
    return card;
}

struct Sizes {
    std::size_t sheets;
    unsigned rule_sets;
};

class Range : public testing::TestWithParam<Sizes> {
protected:
    template <class Check>
    void for_each_partial_card(bool facts, Check check) {
        for (unsigned seed = 1; seed <= GetParam().rule_sets; ++seed) {
            const SmallRules small = reference::small_rules(seed);
            const RuleSet rules = RuleSet::from_text(small.yaml, "small").value();
            std::mt19937 random(seed);
            for (int i = 0; i < 6; ++i) {
                const SmallCard card = holes(small, complete_card(small, GetParam().sheets, random), facts, random);
                const std::vector<SmallCard> all = completions(small, card, 3'000);
                const Summary early = rate(rules, small, card);
                if (all.empty() || !early.range) continue;
                ++tried_;
                check(*early.range, become(rules, small, all), shown(small, card));
                if (HasFatalFailure()) return;
            }
        }
    }
    int tried_ = 0;
};

TEST_P(Range, EqualsEnumerationWhereAllFactsAreKnown) {
    for_each_partial_card(false, [&](const ocop::Range& range, const Became& became, const std::string& card) {
        const std::set<Outcome> outcomes(range.outcomes.begin(), range.outcomes.end());
        ASSERT_TRUE(range.exact) << card;
        ASSERT_EQ(range.total_low, *became.totals.begin()) << card;
        ASSERT_EQ(range.total_high, *became.totals.rbegin()) << card;
        ASSERT_EQ(outcomes, became.outcomes) << card;
        if (became.stars.empty()) return;
        ASSERT_EQ(range.stars_low, *became.stars.begin()) << card;
        ASSERT_EQ(range.stars_high, *became.stars.rbegin()) << card;
    });
    EXPECT_GT(tried_, 50);
}

TEST_P(Range, IsSureWhereFactsAreNotKnown) {
    for_each_partial_card(true, [&](const ocop::Range& range, const Became& became, const std::string& card) {
        const std::set<Outcome> outcomes(range.outcomes.begin(), range.outcomes.end());
        ASSERT_TRUE(std::includes(outcomes.begin(), outcomes.end(), became.outcomes.begin(), became.outcomes.end())) << card;
        ASSERT_LE(range.total_low, *became.totals.begin()) << card;
        ASSERT_GE(range.total_high, *became.totals.rbegin()) << card;
        if (became.stars.empty()) return;
        ASSERT_LE(range.stars_low, *became.stars.begin()) << card;
        ASSERT_GE(range.stars_high, *became.stars.rbegin()) << card;
        if (!range.exact) return;
        ASSERT_EQ(range.stars_low, *became.stars.begin()) << card;
        ASSERT_EQ(range.stars_high, *became.stars.rbegin()) << card;
    });
    EXPECT_GT(tried_, 50);
}

INSTANTIATE_TEST_SUITE_P(Random, Range, testing::Values(Sizes{1, 60}, Sizes{2, 40}, Sizes{3, 25}),
                         [](const auto& info) { return std::to_string(info.param.sheets) + "Sheets"; });

}  // namespace
}  // namespace ocop::test
