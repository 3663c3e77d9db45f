// Records say what the trail says, on random cards of every rule set, and prove the stars by themselves.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <thread>

#include "../rate/subjects.hpp"
#include "recompute_records.hpp"
#include "records_against_trail.hpp"
#include "reference/random_cards.hpp"
#include "reference/random_rules.hpp"
#include "sanitized.hpp"

namespace ocop::test {
namespace {

// Both ways of checking; the records are used again for every card.
struct Checked {
    explicit Checked(const RuleSet& from) : rules(from), legend(from) {}

    void check(const Scorecard& card, const std::string& shown) {
        const Rating rating = rules.rate(card);
        rating.records(records);
        ++outcomes[static_cast<std::size_t>(records.outcome)];
        const auto differ = differences(records, legend, rating.trail(Depth::plain));
        ASSERT_TRUE(differ.empty()) << differ.front() << "\n" << shown;
        const auto wrong = disagreements(records, legend);
        ASSERT_TRUE(wrong.empty()) << wrong.front() << "\n" << shown;
        ASSERT_TRUE(rating.records() == records) << shown;
    }

    RuleSet rules;
    Legend legend;
    Records records;
    std::array<int, 4> outcomes{};
};

void check_random_cards(const Subject& from, Checked& checked, unsigned seed, int cards) {
    reference::RandomCards random(from.shown, seed);
    for (int i = 0; i < cards; ++i) {
        const reference::Card whole = random.complete(i % 2 == 0 ? 1 : 7);
        reference::Card facts_only = whole;
        facts_only.sheets.clear();
        for (const reference::Card& card : {whole, random.partial(whole), facts_only}) {
            checked.check(read(card, from), reference::to_yaml(card));
            if (testing::Test::HasFatalFailure()) return;
        }
    }
}

TEST(Records, SayWhatTheTrailSaysForEveryRuleSet) {
    const auto listed = Library::open({OCOP_SOURCE_DIR "/rules"}).value().list();
    ASSERT_EQ(listed.size(), 78U);
    std::array<int, 4> outcomes{};
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const Subject from = subject(listed[i].id);
        Checked checked(from.rules);
        check_random_cards(from, checked, static_cast<unsigned>(i), sanitized ? 1 : 8);
        if (HasFatalFailure()) FAIL() << listed[i].id;
        for (std::size_t k = 0; k < outcomes.size(); ++k) outcomes[k] += checked.outcomes[k];
    }
    for (const Outcome each : {Outcome::rated, Outcome::undecided, Outcome::stopped, Outcome::rejected}) {
        // Few rule sets stop: of the few cards tried under sanitizers none may.
        if (sanitized && each == Outcome::stopped) continue;
        EXPECT_GT(outcomes[static_cast<std::size_t>(each)], 0) << name(each);
    }
}

class RecordsOf : public testing::TestWithParam<const char*> {};

TEST_P(RecordsOf, SayWhatTheTrailSays) {
    const Subject from = subject(GetParam());
    Checked checked(from.rules);
    check_random_cards(from, checked, 12, 300 / static_cast<int>(rarer));
}

INSTANTIATE_TEST_SUITE_P(Forms, RecordsOf, testing::Values("plain", "council", "story", "26-2026/food/fresh-produce", "26-2026/tourism/community-tourism"));

TEST(Records, SayWhatTheTrailSaysForSmallRuleSetsInWhichEverythingMeets) {
    std::mt19937 random(17);
    for (unsigned seed = 0; seed < 300 / static_cast<unsigned>(rarer); ++seed) {
        const reference::SmallRules rules = reference::small_rules(seed);
        const RuleSet loaded = RuleSet::from_text(rules.yaml).value();
        const Legend legend(loaded);
        Records records;
        for (int i = 0; i < 10; ++i) {
            reference::SmallCard card = reference::complete_card(rules, 1 + random() % 3, random);
            if (i % 2 == 1 && !card.sheets.front().empty()) card.sheets.front().erase(card.sheets.front().begin());
            if (i % 3 == 2 && !card.facts.empty()) card.facts.erase(card.facts.begin());
            const std::string text = reference::to_json(rules, card);
            const Rating rating = loaded.rate(Scorecard::from_text(text, loaded, "card", CardFormat::json).value());
            rating.records(records);
            const auto differ = differences(records, legend, rating.trail(Depth::plain));
            ASSERT_TRUE(differ.empty()) << differ.front() << "\n" << rules.yaml << text;
            const auto wrong = disagreements(records, legend);
            ASSERT_TRUE(wrong.empty()) << wrong.front() << "\n" << rules.yaml << text;
        }
    }
}

TEST(Records, ProveNothingWhereAFigureIsChanged) {
    const Subject from = subject("plain");
    const Legend legend(from.rules);
    reference::RandomCards random(from.shown, 3);
    const auto met = [](const Records::Minimum& each) { return each.met == Records::Answer::yes; };
    Records sound;
    while (std::none_of(sound.minima.begin(), sound.minima.end(), met)) sound = from.rules.rate(read(random.complete(3), from)).records();
    ASSERT_EQ(disagreements(sound, legend), std::vector<std::string>{});
    Records wrong = sound;
    wrong.stars = sound.stars == 5 ? 4 : 5;
    EXPECT_FALSE(disagreements(wrong, legend).empty());
    wrong = sound;
    wrong.marks[2].points += 1;
    EXPECT_FALSE(disagreements(wrong, legend).empty());
    wrong = sound;
    wrong.total.numerator += 1;
    EXPECT_FALSE(disagreements(wrong, legend).empty());
    wrong = sound;
    for (Records::Minimum& each : wrong.minima) each.required += 1'000'000;
    EXPECT_FALSE(disagreements(wrong, legend).empty());
    wrong = sound;
    for (Records::Minimum& each : wrong.minima) each.met = Records::Answer::no;
    EXPECT_FALSE(disagreements(wrong, legend).empty());
}

TEST(Records, DifferFromTheTrailWhereAnythingIsChanged) {
    const Subject from = subject("story");
    const Legend legend(from.rules);
    reference::RandomCards random(from.shown, 6);
    Rating rating = from.rules.rate(read(random.complete(3), from));
    while (rating.outcome() != Outcome::rated || rating.records().minima.empty()) rating = from.rules.rate(read(random.complete(3), from));
    const Records sound = rating.records();
    const Trail trail = rating.trail(Depth::plain);
    const auto noticed = [&](auto change) {
        Records wrong = sound;
        change(wrong);
        return !differences(wrong, legend, trail).empty();
    };
    ASSERT_FALSE(noticed([](Records&) {}));
    for (std::size_t i = 0; i < sound.conditions.size(); ++i)
        if (sound.conditions[i].kind != Records::Condition::Kind::applies) {
            EXPECT_TRUE(noticed([&](Records& r) { r.conditions[i].answer = Records::Answer::unknown; }) || sound.conditions[i].answer == Records::Answer::unknown);
        }
    for (std::size_t i = 0; i < sound.marks.size(); ++i) EXPECT_TRUE(noticed([&](Records& r) { ++r.marks[i].points; }));
    for (std::size_t i = 0; i < sound.nodes.size(); ++i) EXPECT_TRUE(noticed([&](Records& r) { ++r.nodes[i].numerator; }));
    for (std::size_t i = 0; i < sound.minima.size(); ++i) EXPECT_TRUE(noticed([&](Records& r) { ++r.minima[i].sheets_met; }));
    for (std::size_t i = 0; i < sound.alternatives.size(); ++i) EXPECT_TRUE(noticed([&](Records& r) { r.alternatives[i].changes = !r.alternatives[i].changes; }));
    EXPECT_TRUE(noticed([](Records& r) { r.findings.push_back({Finding::Kind::spread}); }));
}

// Room that another form's card left behind changes nothing.
TEST(Records, AreTheSameInUsedRoom) {
    const Subject one = subject("story"), other = subject("26-2026/food/tea");
    reference::RandomCards some(one.shown, 8), others(other.shown, 9);
    Records used;
    for (int i = 0; i < 40; ++i) {
        other.rules.rate(read(others.complete(7), other)).records(used);
        const Rating rating = one.rules.rate(read(i % 2 == 0 ? some.complete(5) : some.partial(some.complete(5)), one));
        rating.records(used);
        ASSERT_TRUE(used == rating.records());
    }
}

TEST(Records, AreTheSameInEveryThread) {
    const Subject from = subject("story");
    reference::RandomCards random(from.shown, 4);
    std::vector<Rating> ratings;
    for (int i = 0; i < 60; ++i) ratings.push_back(from.rules.rate(read(random.complete(5), from)));
    const auto all = [&] {
        std::vector<Records> out;
        for (const Rating& each : ratings) out.push_back(each.records());
        return out;
    };
    const std::vector<Records> alone = all();
    std::vector<std::vector<Records>> together(4);
    std::vector<std::thread> threads;
    for (auto& out : together) threads.emplace_back([&] { out = all(); });
    for (std::thread& thread : threads) thread.join();
    for (const auto& each : together) EXPECT_TRUE(each == alone);
}

}  // namespace
}  // namespace ocop::test
