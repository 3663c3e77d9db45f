// What must hold for every card, tried on ten thousand random ones.
#include <gtest/gtest.h>

#include <algorithm>

#include "reference/random_cards.hpp"
#include "reference/recompute.hpp"
#include "reference/reference.hpp"
#include "subjects.hpp"

namespace ocop::test {
namespace {

struct Run {
    const char* rules;
    int cards;  // a property; there are five of them
};

std::string text(const std::optional<Number>& value) { return value ? value->text() : "null"; }
std::string text(const std::optional<int>& value) { return value ? std::to_string(*value) : "null"; }

std::string text(const reference::Answer& answer) {
    return answer.outcome + ", " + text(answer.stars) + " stars, total " + (answer.total ? answer.total->text() : "null");
}

// The reference writes totals as fractions in lowest terms, the library as decimals where they are exact.
std::string text(const Summary& summary) {
    const std::string total = summary.total ? reference::Fraction::of(summary.total->text()).text() : "null";
    return name(summary.outcome) + std::string(", ") + text(summary.stars) + " stars, total " + total;
}

class Properties : public testing::TestWithParam<Run> {
protected:
    Properties() : subject_(subject(GetParam().rules)) {}

    template <class Check>
    void for_each_card(unsigned seed, Check check) {
        reference::RandomCards cards(subject_.shown, seed);
        for (int i = 0; i < GetParam().cards && !HasFailure(); ++i) {
            const reference::Card card = cards.complete(7);
            check(cards, card);
            if (HasFailure()) ADD_FAILURE() << "the card:\n" << reference::to_yaml(card);
        }
    }
    Rating rate(const reference::Card& card) const { return subject_.rules.rate(read(card, subject_)); }

    Subject subject_;
};

// Everything but the sheets' order, which findings show.
std::string in_any_order(const Summary& summary) {
    std::vector<std::string> findings;
    for (const Finding& finding : summary.findings) findings.push_back(name(finding.kind) + finding.node + finding.sheet);
    std::sort(findings.begin(), findings.end());
    std::string out = text(summary) + " band " + text(summary.band);
    for (const auto& [id, points] : summary.parts) out += " " + id + "=" + text(points);
    for (const auto& each : summary.blocked_by) out += " | " + each;
    for (const auto& each : findings) out += " ! " + each;
    return out;
}

TEST_P(Properties, ReferenceAgreesOnCompleteAndPartialCards) {
    for_each_card(1, [&](reference::RandomCards& cards, const reference::Card& card) {
        EXPECT_EQ(text(rate(card).summary()), text(reference::rate(subject_.shown, card)));
        const reference::Card partial = cards.partial(card);
        EXPECT_EQ(text(rate(partial).summary()), text(reference::rate(subject_.shown, partial))) << reference::to_yaml(partial);
    });
}

TEST_P(Properties, TrailProvesTheStarsAndIsTheSameEachTime) {
    for_each_card(2, [&](reference::RandomCards& cards, const reference::Card& complete) {
        const reference::Card card = complete.id.back() == '7' ? cards.partial(complete) : complete;
        // What varies the card takes longest, so it is looked at now and then.
        const Depth depth = card.id.back() == '1' || card.id.back() == '2' ? Depth::by_criterion : Depth::plain;
        const std::string json = report::json(rate(card).trail(depth));
        const auto wrong = reference::disagreements(nlohmann::json::parse(json));
        EXPECT_TRUE(wrong.empty()) << wrong.front() << "\n" << reference::to_yaml(card);
        if (card.id.back() == '1') {
            EXPECT_EQ(json, report::json(rate(card).trail()));
        }
        // Read from YAML it is the same card: same bytes, digest included.
        if (card.id.back() == '2') {
            const Scorecard other = Scorecard::from_text(reference::to_yaml(card), subject_.rules, card.id, CardFormat::yaml).value();
            EXPECT_EQ(json, report::json(subject_.rules.rate(other).trail()));
        }
    });
}

TEST_P(Properties, MorePointsNeverGiveFewerStars) {
    for_each_card(3, [&](reference::RandomCards& cards, const reference::Card& card) {
        const reference::Card raised = cards.raised(card);
        const Rating before = rate(card), after = rate(raised);
        EXPECT_EQ(before.outcome(), after.outcome());
        EXPECT_LE(before.total().value(), after.total().value()) << reference::to_yaml(raised);
        EXPECT_LE(before.stars().value_or(-1), after.stars().value_or(-1)) << reference::to_yaml(raised);
    });
}

TEST_P(Properties, OrderOfSheetsIsIrrelevant) {
    for_each_card(4, [&](reference::RandomCards& cards, const reference::Card& card) {
        EXPECT_EQ(in_any_order(rate(card).summary()), in_any_order(rate(cards.shuffled(card)).summary()));
    });
}

TEST_P(Properties, PartialCardBoundsTheCompleteOne) {
    for_each_card(5, [&](reference::RandomCards& cards, const reference::Card& card) {
        const reference::Card partial = cards.partial(card);
        const Summary complete = rate(card).summary(), early = rate(partial).summary();
        if (!early.range) {  // decided all the same: then nothing that is still unknown can change it
            EXPECT_EQ(early.outcome, complete.outcome) << reference::to_yaml(partial);
            // A stopped or rejected dossier totals what was assessed, and less was.
            if (early.outcome == Outcome::rated) {
                EXPECT_EQ(text(early), text(complete)) << reference::to_yaml(partial);
            }
            return;
        }
        const Range& range = *early.range;
        const auto has = [&](Outcome outcome) { return std::find(range.outcomes.begin(), range.outcomes.end(), outcome) != range.outcomes.end(); };
        EXPECT_TRUE(has(complete.outcome)) << name(complete.outcome) << "\n" << reference::to_yaml(partial);
        EXPECT_LE(range.total_low, complete.total.value()) << reference::to_yaml(partial);
        EXPECT_GE(range.total_high, complete.total.value()) << reference::to_yaml(partial);
        if (complete.outcome != Outcome::rated) return;
        EXPECT_LE(range.stars_low, complete.stars.value()) << reference::to_yaml(partial);
        EXPECT_GE(range.stars_high, complete.stars.value()) << reference::to_yaml(partial);
    });
}

std::string test_name(const testing::TestParamInfo<Run>& info) {
    std::string out = info.param.rules;
    for (char& c : out)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    return out;
}

// 5 × (3 × 560 + 4 × 80) = 10,000 cards.
INSTANTIATE_TEST_SUITE_P(Random, Properties,
                         testing::Values(Run{"plain", 560}, Run{"council", 560}, Run{"story", 560}, Run{"26-2026/food/fresh-produce", 80},
                                         Run{"26-2026/food/tea", 80}, Run{"26-2026/handicraft/household-and-decorative-handicraft", 80},
                                         Run{"26-2026/tourism/community-tourism", 80}),
                         test_name);

}  // namespace
}  // namespace ocop::test
