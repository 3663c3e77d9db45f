// The one pass over a card's marks against the general way, which stands as it was.
#include <gtest/gtest.h>

#include "../rate/subjects.hpp"
#include "api/state.hpp"
#include "batch/decide.hpp"
#include "rate/rate.hpp"
#include "reference/random_cards.hpp"
#include "reference/random_rules.hpp"
#include "sanitized.hpp"

namespace ocop::test {
namespace {

struct Counts {
    int cards = 0, quick = 0;
};

// What the pass decided is what the general way decides, under the readings chosen and under the engine's alternatives.
void agree(const Scorecard& card, Counts& counts, const std::string& shown) {
    const Scorecard::State& state = card.state();
    const program::Program& program = *state.plan->program;
    const rate::Result general = rate::rate(program, state.card);
    ++counts.cards;
    batch::Verdict verdict;
    batch::Working working;
    if (!state.prepared.quick || !batch::decide(*state.plan, {state.prepared.sheets, state.prepared.codes.data(), state.prepared.answers.data()}, working, verdict)) return;
    ++counts.quick;
    ASSERT_EQ(verdict.outcome, general.conclusion.outcome) << shown;
    ASSERT_EQ(rate::compare(verdict.total, general.conclusion.total), 0) << shown;
    if (verdict.outcome != Outcome::rated) return;
    ASSERT_EQ(verdict.stars, general.conclusion.stars) << shown;
    ASSERT_EQ(verdict.band, general.conclusion.band) << shown;
    for (const rate::Alternative& other : general.alternatives) {
        if (other.reading >= model::reading_errata || program.reading_used[static_cast<std::size_t>(other.reading)]) continue;
        if (other.reading == model::reading_gates_met_by) continue;  // by points of several sheets: never decided here
        rate::Choices choices(program.rules->readings.size(), 0);
        choices[static_cast<std::size_t>(other.reading)] = other.choice;
        const batch::Verdict found = batch::conclude(*state.plan, working, rate::decode(program, choices));
        ASSERT_EQ(found.stars, other.stars) << program.rules->readings[static_cast<std::size_t>(other.reading)].name << shown;
        ASSERT_EQ(rate::compare(found.total, other.total), 0) << shown;
    }
}

class EveryForm : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryForm, IsDecidedInOnePassAsInGeneral) {
    const Subject from = subject(GetParam());
    reference::RandomCards random(from.shown, 5);
    Counts counts;
    for (int i = 0; i < 400 / static_cast<int>(rarer); ++i) {
        const reference::Card whole = random.complete(i % 3 == 0 ? 7 : 1);
        for (const reference::Card& card : {whole, random.partial(whole)}) {
            agree(read(card, from), counts, "");
            if (HasFatalFailure()) return;
        }
    }
    // Complete cards are half of them; some forms stop or ask what only the general way can tell.
    RecordProperty("quick", counts.quick);
    if (std::string(GetParam()).starts_with("26-2026/food")) {
        EXPECT_GT(counts.quick * 10, counts.cards * 3);
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryForm, ::testing::Values("plain", "council", "story", "26-2026/food/fresh-produce", "26-2026/food/tea",
                                                               "26-2026/tourism/community-tourism", "148-2023/food/tea", "1048-2019/food/tea"));

TEST(SmallRules, AreDecidedInOnePassAsInGeneral) {
    Counts counts;
    std::mt19937 random(11);
    for (unsigned seed = 0; seed < 300 / static_cast<unsigned>(rarer); ++seed) {
        const reference::SmallRules rules = reference::small_rules(seed);
        const RuleSet loaded = RuleSet::from_text(rules.yaml).value();
        for (int i = 0; i < 20; ++i) {
            const auto card = reference::complete_card(rules, 1 + random() % 3, random);
            const std::string text = reference::to_json(rules, card);
            agree(Scorecard::from_text(text, loaded, "card", CardFormat::json).value(), counts, rules.yaml + text);
            if (HasFatalFailure()) return;
        }
    }
    EXPECT_GT(counts.quick * 4, counts.cards);
}

// The codes of marks are one to one.
TEST(Codes, GoThereAndBack) {
    for (const char* name : {"26-2026/food/fresh-produce", "26-2026/tourism/community-tourism", "1048-2019/food/tea"}) {
        const Subject from = subject(name);
        const program::Program& program = *from.rules.state().program;
        for (int leaf = 0; leaf < static_cast<int>(program.leaves.size()); ++leaf) {
            const batch::LeafCodes codes(program, leaf);
            ASSERT_TRUE(codes.narrow());
            for (batch::Code code = 0; code < codes.count(); ++code) EXPECT_EQ(codes.code(codes.mark(code)), code);
        }
    }
}

}  // namespace
}  // namespace ocop::test
