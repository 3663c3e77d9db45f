// What a portfolio comes to, and that parts of it add up in any order.
#include <gtest/gtest.h>

#include "portfolio/makers.hpp"
#include "portfolio/in_memory.hpp"

namespace ocop::test {
namespace {

using portfolio::OfMaker;
using portfolio::Tally;

std::string made_by(const std::string& id, const std::string& maker, const std::string& origin, const std::string& story) {
    return R"({"scorecard": ")" + id + R"(", "rule_set": "small/tea", "product": {"maker": ")" + maker + R"("}, "sheets": [{"assessor": "A", "marks": {"1": ")" + origin + R"(", "2": ")" + story + "\"}}]}\n";
}

TEST(Tally, CountsByRuleSetOutcomeStarAndMaker) {
    const Pantry pantry;
    const std::string text = made_by("1", "X", "b", "b") + made_by("2", "X", "a", "a") + made_by("3", "", "b", "a") + card_line("4", "a") + "nonsense\n" +
                             R"({"scorecard": "5", "rule_set": "small/tea", "facts": {"forged": true}})" "\n" + R"({"scorecard": "6", "rule_set": "small/tea", "level": "x"})" "\n";
    const Tally tally = rated(pantry.library(), text, named("cards.ndjson")).run.tally;
    EXPECT_EQ(tally.all.scorecards, 7U);
    EXPECT_EQ(tally.all.errors, 2U);
    EXPECT_EQ(tally.all.of(Outcome::rated), 4U);
    EXPECT_EQ(tally.all.of(Outcome::rejected), 1U);
    EXPECT_EQ(tally.all.stars[5], 1U);
    EXPECT_EQ(tally.all.stars[3], 2U);
    EXPECT_EQ(tally.all.stars[1], 1U);
    ASSERT_EQ(tally.rule_sets.count("small/tea"), 1U);
    EXPECT_EQ(tally.rule_sets.at("small/tea").title.en, "Tea");
    EXPECT_EQ(tally.rule_sets.at("small/tea").counts.scorecards, 6U);
    EXPECT_EQ(tally.rule_sets.at("small/tea").counts.errors, 1U);
    ASSERT_EQ(tally.makers.count("X"), 1U);
    EXPECT_EQ(tally.makers.at("X"), (OfMaker{2, 5, 1}));
    EXPECT_EQ(tally.makers_unnamed, 3U);
    EXPECT_EQ(tally.findings[static_cast<std::size_t>(Finding::Kind::date_unknown)].scorecards, 5U);
}

TEST(Tally, CountsTheMinimaThatBlock) {
    const Pantry pantry;
    std::string rules = tea_rules;
    rules.replace(rules.find("points: 20"), 10, "points: 55");
    pantry.write("rules/small/tea.yaml", rules);
    const Tally tally = rated(pantry.library(), card_line("1", "a") + card_line("2", "a") + card_line("3", "b"), named("cards.ndjson")).run.tally;
    ASSERT_EQ(tally.blocking.size(), 1U);
    EXPECT_EQ(tally.blocking.begin()->first, (portfolio::Minimum{"small/tea", "1", 5}));
    EXPECT_EQ(tally.blocking.begin()->second.title.en, "Origin");
    EXPECT_EQ(tally.blocking.begin()->second.scorecards, 2U);
}

TEST(Tally, NamesGroups) {
    EXPECT_EQ(portfolio::group_of("26-2026/food/tea"), "food");
    EXPECT_EQ(portfolio::group_of("26-2026/food/fresh/tea"), "food");
    EXPECT_EQ(portfolio::group_of("small/tea"), "");
    EXPECT_EQ(portfolio::group_of(""), "");
}

Tally of_maker(const std::string& name, int stars) {
    Tally out;
    out.all.scorecards = 1;
    out.makers[name] = {1, stars, stars >= 3 ? 1U : 0U};
    return out;
}

TEST(Tally, AddsUpTheSameInAnyOrderWithMoreMakersThanAreToldApart) {
    std::vector<Tally> parts(7);
    const std::size_t makers = Tally::makers_most + 5'000;
    for (std::size_t i = 0; i < 2 * makers; ++i) {
        OfMaker& maker = parts[i % parts.size()].makers["HTX " + std::to_string(i % makers)];
        maker += {1, static_cast<int>(i % 6), i % 6 >= 3 ? 1U : 0U};
    }
    Tally forwards, backwards;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        forwards += parts[i];
        backwards += parts[parts.size() - 1 - i];
    }
    EXPECT_EQ(forwards, backwards);
    EXPECT_EQ(forwards.makers.size(), Tally::makers_most);
    EXPECT_EQ(forwards.other_makers.scorecards, 10'000U);
    Tally more = forwards;
    more += of_maker("HTX 1", 5);
    Tally other = of_maker("HTX 1", 5);
    other += forwards;
    EXPECT_EQ(more, other);
}

TEST(Tally, HasNoRoomForEndlessNames) {
    const Pantry pantry;
    const Tally tally = rated(pantry.library(), made_by("1", std::string(401, 'x'), "b", "b") + made_by("2", std::string(400, 'x'), "b", "b"), named("cards.ndjson")).run.tally;
    EXPECT_EQ(tally.makers.size(), 1U);
    EXPECT_EQ(tally.other_makers, (OfMaker{1, 5, 1}));
}

}  // namespace
}  // namespace ocop::test
