// Columns against cards rated one by one.
#include <gtest/gtest.h>

#include "../rate/subjects.hpp"
#include "columns.hpp"
#include "rate/rate.hpp"
#include "reference/random_cards.hpp"
#include "reference/random_rules.hpp"
#include "sanitized.hpp"

namespace ocop::test {
namespace {

Rated expected(const Scorecard& card) {
    const program::Program& program = *card.state().plan->program;
    const rate::Result result = rate::rate(program, card.state().card);
    const rate::Conclusion& found = result.conclusion;
    const bool given = found.outcome == Outcome::rated, summed = found.outcome != Outcome::undecided;
    const auto blocking = rate::blocking_minima(program, result);
    return {static_cast<batch::Result>(found.outcome), given ? found.stars : -1, given ? found.band : -1, blocking.empty() ? -1 : blocking.front(),
            summed ? found.total.numerator : 0, summed ? found.total.denominator * program.scale : 0};
}

void expect_alike(const Batch& batch, const std::vector<Scorecard>& cards, const std::string& shown = {}) {
    const CardColumns columns(batch, cards);
    const auto found = rated(batch, columns.cards());
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const Rated wanted = expected(cards[i]);
        ASSERT_EQ(found[i].outcome, wanted.outcome) << shown << i;
        ASSERT_EQ(found[i].stars, wanted.stars) << shown << i;
        ASSERT_EQ(found[i].band, wanted.band) << shown << i;
        ASSERT_EQ(found[i].blocking, wanted.blocking) << shown << i;
        ASSERT_EQ(found[i].total, wanted.total) << shown << i;
        ASSERT_EQ(found[i].denominator, wanted.denominator) << shown << i;
    }
    for (int threads : {2, 4}) ASSERT_EQ(rated(batch, columns.cards(), threads), found) << shown;
    // Wanting less changes nothing.
    std::vector<std::int8_t> stars(cards.size());
    batch.rate(columns.cards(), {.stars = stars.data()});
    for (std::size_t i = 0; i < cards.size(); ++i) ASSERT_EQ(stars[i], found[i].stars);
}

class FormsByColumns : public ::testing::TestWithParam<std::string> {};

TEST_P(FormsByColumns, IsRatedByColumnsAsByCards) {
    const Subject from = subject(GetParam());
    reference::RandomCards random(from.shown, 7);
    const Batch batch(from.rules);
    for (std::size_t sheets : {std::size_t{1}, std::size_t{7}}) {
        std::vector<Scorecard> cards;
        for (int i = 0; i < 600 / static_cast<int>(rarer); ++i) {
            const reference::Card whole = random.complete(sheets);
            const Scorecard read_card = read(i % 5 == 4 ? random.partial(whole) : whole, from);
            if (!read_card.state().card.sheets.empty()) cards.push_back(read_card);
        }
        expect_alike(batch, cards);
        if (HasFatalFailure()) return;
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, FormsByColumns, ::testing::Values("plain", "council", "story", "26-2026/food/fresh-produce", "26-2026/food/tea", "26-2026/tourism/community-tourism",
                                                               "26-2026/drinks/white-spirits", "148-2023/food/tea", "1048-2019/food/tea"));

TEST(SmallRulesByColumns, AreRatedAsByCards) {
    std::mt19937 random(12);
    for (unsigned seed = 0; seed < 400 / static_cast<unsigned>(rarer); ++seed) {
        const reference::SmallRules rules = reference::small_rules(seed);
        const RuleSet loaded = RuleSet::from_text(rules.yaml).value();
        const Batch batch(loaded);
        for (std::size_t sheets : {std::size_t{1}, std::size_t{3}}) {
            std::vector<Scorecard> cards;
            for (int i = 0; i < 150; ++i) {
                auto card = reference::complete_card(rules, i % 10 == 0 ? 1 + random() % sheets : sheets, random);
                if (random() % 4 == 0 && !card.sheets.back().empty()) card.sheets.back().erase(card.sheets.back().begin());
                if (random() % 4 == 0 && !card.facts.empty()) card.facts.erase(card.facts.begin());
                cards.push_back(Scorecard::from_text(reference::to_json(rules, card), loaded, "card", CardFormat::json).value());
            }
            expect_alike(batch, cards, rules.yaml);
            if (HasFatalFailure()) return;
        }
    }
}

// Conditions that no column answers are asked of each card.
TEST(ConditionsOnLists, AreAskedCardByCard) {
    const RuleSet rules = RuleSet::from_text(R"yaml(
rule_set: test/lists
title: {vi: "Danh sách", en: "Lists"}
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục"}
facts: {labels: {type: list of string, title: {vi: "Nhãn", en: "Labels"}}}
gates: [{id: fake, when: 'some x in labels satisfies x = "fake"', effect: reject, title: {vi: "Giả", en: "Fake"}}]
parts:
  - {id: A, title: {vi: "A", en: "A"}, items: [{id: "1", title: {vi: "1", en: "1"}, options: [{id: a, points: 1, title: {vi: "a", en: "a"}}, {id: b, points: 2, title: {vi: "b", en: "b"}}]}]}
stars: {2: "[2..2]", 1: "[0..2)"}
council: {combine: mean}
)yaml").value();
    std::vector<Scorecard> cards;
    for (const char* labels : {"[]", "[new]", "[new, fake]", "null"})
        for (const char* sheets : {"[{marks: {\"1\": b}}]", "[{assessor: x, marks: {\"1\": a}}, {assessor: y, marks: {\"1\": b}}]"})
            cards.push_back(Scorecard::from_text(std::string("{scorecard: c, rule_set: test/lists, facts: {labels: ") + labels + "}, sheets: " + sheets + "}", rules, "card", CardFormat::yaml).value());
    expect_alike(Batch(rules), cards);
    expect_alike(Batch(rules), {cards[0], cards[2], cards[4], cards[6]});
}

// One number after the other as a column of tenths; the last one is not stated.
std::vector<bool> allowed(const std::string& domain, const std::vector<std::int64_t>& tenths) {
    const RuleSet rules = RuleSet::from_text(R"yaml(
rule_set: test/domain
title: {vi: "Miền", en: "Domain"}
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục"}
facts: {share: {type: number, unit: "%", domain: ')yaml" + domain + R"yaml(', title: {vi: "Tỷ lệ", en: "Share"}}}
parts:
  - {id: A, title: {vi: "A", en: "A"}, items: [{id: "1", title: {vi: "1", en: "1"}, options: [{id: a, points: 1, title: {vi: "a", en: "a"}}, {id: b, points: 2, title: {vi: "b", en: "b"}}]}]}
stars: {2: "[2..2]", 1: "[0..2)"}
council: {combine: mean}
)yaml").value();
    std::vector<std::int64_t> values = tenths;
    values.push_back(9'999'999);
    std::vector<std::uint8_t> validity(values.size() / 8 + 1, 0xFF);
    validity[tenths.size() / 8] = static_cast<std::uint8_t>(validity[tenths.size() / 8] & ~(1U << (tenths.size() % 8)));
    batch::FactColumn share;
    share.name = "share";
    share.kind = batch::FactColumn::Kind::number;
    share.decimals = 1;
    share.values = values.data();
    share.validity = validity.data();
    const Batch batch(rules);
    const std::vector<std::uint8_t> marks(values.size(), 2);
    const batch::MarkColumn column = marks.data();
    const auto found = rated(batch, {values.size(), 1, nullptr, {&column, 1}, {&share, 1}});
    std::vector<bool> out;
    for (const Rated& each : found) out.push_back(each.outcome == batch::Result::rated);
    EXPECT_TRUE(out.back()) << "what is not stated is not outside";
    out.pop_back();
    return out;
}

TEST(Domains, HoldForNumbersInColumns) {
    using Wanted = std::vector<bool>;
    const std::vector<std::int64_t> tenths = {-1, 0, 1, 500, 999, 1000, 1001};
    EXPECT_EQ(allowed("[0..100]", tenths), (Wanted{false, true, true, true, true, true, false}));
    EXPECT_EQ(allowed("(0..100)", tenths), (Wanted{false, false, true, true, true, false, false}));
    EXPECT_EQ(allowed(">= 50", tenths), (Wanted{false, false, false, true, true, true, true}));
    EXPECT_EQ(allowed("0, 50, 100.1", tenths), (Wanted{false, true, false, true, false, false, true}));
    EXPECT_EQ(allowed("[0.05..0.14], 50", tenths), (Wanted{false, false, true, true, false, false, false}));
}

}  // namespace
}  // namespace ocop::test
