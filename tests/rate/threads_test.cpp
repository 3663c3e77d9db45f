// One rule set, several threads, no locks: every thread gets what one thread alone gets.
#include <gtest/gtest.h>

#include <thread>

#include "reference/random_cards.hpp"
#include "subjects.hpp"

namespace ocop::test {
namespace {

std::vector<std::string> rate_all(const Subject& subject, const std::vector<reference::Card>& cards) {
    std::vector<std::string> out;
    for (const reference::Card& card : cards) out.push_back(report::json(subject.rules.rate(read(card, subject)).trail()));
    return out;
}

void expect_equal_results(const char* rules, int count) {
    const Subject shared = subject(rules);
    reference::RandomCards random(shared.shown, 99);
    std::vector<reference::Card> cards;
    for (int i = 0; i < count; ++i) cards.push_back(random.complete(5));
    const std::vector<std::string> alone = rate_all(shared, cards);

    std::vector<std::vector<std::string>> together(4);
    std::vector<std::thread> threads;
    for (auto& results : together) threads.emplace_back([&results, &shared, &cards] { results = rate_all(shared, cards); });
    for (std::thread& thread : threads) thread.join();
    for (const auto& results : together) EXPECT_EQ(results, alone);
}

TEST(Threads, ShareARuleSetWithConditions) { expect_equal_results("story", 60); }

TEST(Threads, ShareAShippedRuleSet) { expect_equal_results("26-2026/food/tea", 10); }

// A rating may be read by several threads too: each works the trail out for itself.
TEST(Threads, ShareARating) {
    const Subject shared = subject("story");
    reference::RandomCards random(shared.shown, 7);
    const Rating rating = shared.rules.rate(read(random.complete(7), shared));
    const std::string alone = report::json(rating.trail());
    std::vector<std::string> together(4);
    std::vector<std::thread> threads;
    for (auto& result : together) threads.emplace_back([&result, &rating] { result = report::json(rating.trail()); });
    for (std::thread& thread : threads) thread.join();
    for (const auto& result : together) EXPECT_EQ(result, alone);
}

}  // namespace
}  // namespace ocop::test
