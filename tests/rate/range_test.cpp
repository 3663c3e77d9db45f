// The sure range of an undecided card against all that it can become, on rule sets drawn at random.
#include <gtest/gtest.h>
#include <ocop/ocop.hpp>

#include <algorithm>
#include <set>

#include "reference/random_rules.hpp"
#include "sanitized.hpp"

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
        for (unsigned seed = 1; seed <= GetParam().rule_sets / (sanitized ? 3 : 1); ++seed) {
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
    EXPECT_GT(tried_, sanitized ? 15 : 50);
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
    EXPECT_GT(tried_, sanitized ? 15 : 50);
}

INSTANTIATE_TEST_SUITE_P(Random, Range, testing::Values(Sizes{1, 60}, Sizes{2, 40}, Sizes{3, 25}),
                         [](const auto& info) { return std::to_string(info.param.sheets) + "Sheets"; });

std::string form(const std::string& criteria, const std::string& rest) {
    return "rule_set: small\ntitle: {vi: \"x\", en: \"x\"}\nbasis: {decision: 1/2026, place: \"1\"}\nfacts:\n  g: {type: boolean, title: {vi: \"g\", en: \"g\"}}\n"
           "  who: {type: string, values: [p, q], title: {vi: \"w\", en: \"w\"}}\nparts:\n  - id: A\n    title: {vi: \"A\", en: \"A\"}\n    items:\n" +
           criteria + rest;
}

std::string plain(const std::string& id) {
    std::string out = "      - {id: \"" + id + "\", title: {vi: \"x\", en: \"x\"}, options: [";
    for (int points = 1; points <= 4; ++points) out += std::string(points > 1 ? ", " : "") + "{id: " + static_cast<char>('a' + points - 1) + ", points: " + std::to_string(points) + ", title: {vi: \"x\", en: \"x\"}}";
    return out + "]}\n";
}

Summary rated(const std::string& yaml, const std::string& card) {
    const RuleSet rules = RuleSet::from_text(yaml, "small").value();
    return rules.rate(Scorecard::from_text("scorecard: S-1\nrule_set: small\n" + card, rules).value()).summary();
}

// The printed form may give the zero option points, and another option fewer.
TEST(RangeOfPrintedForms, BeginsWithTheFewestPrintedPoints) {
    std::string criteria = "      - {id: \"1\", title: {vi: \"x\", en: \"x\"}, options: [{id: a, points: 1, title: {vi: \"x\", en: \"x\"}}, "
                           "{id: b, points: 0, printed: {points: 2}, erratum: {vi: \"x\", en: \"x\"}, title: {vi: \"x\", en: \"x\"}}]}\n";
    for (int i = 2; i <= 9; ++i) criteria += plain(std::to_string(i));
    const std::string yaml = form(criteria, "stars: {2: \"[2..33]\", 1: \"[0..2)\"}\nreadings:\n  errata: {chosen: printed, title: {vi: \"x\", en: \"x\"}}\n");
    const auto range = rated(yaml, "sheets: [{marks: {}}]\n").range;
    ASSERT_TRUE(range);
    EXPECT_EQ(range->total_low, Number(1));
    EXPECT_EQ(range->stars_low, 1);
    EXPECT_EQ(range->total_high, Number(34));
}

constexpr const char* two_cases = "      - {id: \"1\", title: {vi: \"x\", en: \"x\"}, applies: g, cases: ["
                                  "{id: A1, when: 'who = \"p\"', title: {vi: \"x\", en: \"x\"}, options: [{id: a, points: 1, minimum_for: 2, title: {vi: \"x\", en: \"x\"}}, {id: b, points: 3, title: {vi: \"x\", en: \"x\"}}]}, "
                                  "{id: B1, when: 'who = \"q\"', title: {vi: \"x\", en: \"x\"}, options: [{id: a, points: 0, title: {vi: \"x\", en: \"x\"}}, {id: b, points: 3, title: {vi: \"x\", en: \"x\"}}]}]}\n"
                                  "      - {id: \"2\", title: {vi: \"x\", en: \"x\"}, options: [{id: a, points: 1, title: {vi: \"x\", en: \"x\"}}, {id: b, points: 5, title: {vi: \"x\", en: \"x\"}}]}\n";

// Where a criterion may not apply, the facts choose the case then, whatever case the mark names.
TEST(MinimaOfCases, AreNotSurelyMetByAMarkThatMayNotCount) {
    const std::string yaml = form(two_cases, "stars: {2: \"[3..8]\", 1: \"[0..3)\"}\n");
    const std::string marks = "sheets: [{marks: {\"1\": B1.a, \"2\": b}}]\n";
    EXPECT_EQ(rated(yaml, "facts: {who: p, g: false}\n" + marks).stars, 1);
    EXPECT_EQ(rated(yaml, "facts: {who: p, g: true}\n" + marks).stars, 2);
    const Summary open = rated(yaml, "facts: {who: p}\n" + marks);
    EXPECT_EQ(open.outcome, Outcome::undecided);
    EXPECT_EQ(open.range->stars_low, 1);
    EXPECT_EQ(open.range->stars_high, 2);
    EXPECT_EQ(rated(yaml, "facts: {who: q}\n" + marks).stars, 2);
}

// A fact that several conditions ask for has one value in all of them.
TEST(RangeOfFacts, TakesOneValueForAllConditions) {
    const std::string criterion = ", title: {vi: \"x\", en: \"x\"}, options: [{id: a, points: 0, title: {vi: \"x\", en: \"x\"}}, {id: b, points: 3, title: {vi: \"x\", en: \"x\"}}]}\n";
    const std::string yaml = form("      - {id: \"1\", applies: 'who = \"p\"'" + criterion + "      - {id: \"2\", applies: 'who = \"q\"'" + criterion, "stars: {2: \"[4..6]\", 1: \"[0..4)\"}\n");
    const auto range = rated(yaml, "sheets: [{marks: {}}]\n").range;
    ASSERT_TRUE(range);
    EXPECT_EQ(range->total_high, Number(3));
    EXPECT_EQ(range->stars_high, 1);
    EXPECT_TRUE(range->exact);
}

}  // namespace
}  // namespace ocop::test
