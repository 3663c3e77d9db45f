// What is said of one rating, against the plain way to find it out: leaving sheets out, moving marks, taking elements away, trying
// every set.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <ocop/ocop.hpp>

#include <algorithm>

#include "reference/random_rules.hpp"
#include "sanitized.hpp"

namespace ocop::test {
namespace {

using reference::SmallCard;
using reference::SmallRules;
using Element = TrailReasons::Element;

struct Small {
    SmallRules small;
    RuleSet rules;

    explicit Small(unsigned seed) : small(reference::small_rules(seed)), rules(RuleSet::from_text(small.yaml, "small").value()) {}
    Rating rate(const SmallCard& card) const { return rules.rate(Scorecard::from_text(to_json(small, card), rules, "card", CardFormat::json).value()); }
    std::string shown(const SmallCard& card) const { return small.yaml + "\n" + to_json(small, card); }
};

// Complete cards of many rule sets.
template <class Check>
void for_each_card(unsigned rule_sets, std::size_t sheets, Check check) {
    for (unsigned seed = 1; seed <= rule_sets; ++seed) {
        const Small small(seed);
        std::mt19937 random(seed);
        for (int i = 0; i < 4; ++i) {
            check(small, complete_card(small.small, sheets, random));
            if (testing::Test::HasFailure()) return;
        }
    }
}

// ---- agreement ----

TEST(Agreement, IsNothingForASingleSheet) {
    for_each_card(3, 1, [](const Small& small, const SmallCard& card) { EXPECT_FALSE(small.rate(card).trail().agreement) << small.shown(card); });
}

TEST(Agreement, LeaveOneOutAndSheetsAloneEqualBruteForce) {
    int deciding = 0;
    for_each_card(60, 4, [&](const Small& small, const SmallCard& card) {
        const Rating all = small.rate(card);
        const TrailAgreement found = all.trail().agreement.value();
        ASSERT_EQ(found.members.size(), card.sheets.size());
        for (std::size_t i = 0; i < card.sheets.size(); ++i) {
            SmallCard without = card, alone = card;
            without.sheets.erase(without.sheets.begin() + static_cast<std::ptrdiff_t>(i));
            alone.sheets = {card.sheets[i]};
            const Rating others = small.rate(without), one = small.rate(alone);
            ASSERT_EQ(found.members[i].without, others.outcome()) << small.shown(card);
            ASSERT_EQ(found.members[i].stars_without, others.stars()) << small.shown(card);
            ASSERT_EQ(found.members[i].total_without, others.total()) << small.shown(card);
            ASSERT_EQ(found.members[i].alone, one.outcome()) << small.shown(card);
            ASSERT_EQ(found.members[i].stars_alone, one.stars()) << small.shown(card);
            ASSERT_EQ(found.members[i].decides, others.outcome() != all.outcome() || others.stars() != all.stars()) << small.shown(card);
            deciding += found.members[i].decides ? 1 : 0;
        }
    });
    EXPECT_GT(deciding, 20);
}

// The order of options on the form; of several that may be ticked, one more or one less.
std::vector<std::string> next_to(const reference::SmallCriterion& criterion, const std::string& mark) {
    std::vector<std::string> out;
    if (criterion.any) {
        const auto ticks = [](const std::string& text) { return text == "0" ? 0U : static_cast<unsigned>((text.find('a') != text.npos ? 1 : 0) | (text.find('b') != text.npos ? 2 : 0) | (text.find('c') != text.npos ? 4 : 0)); };
        for (const std::string& each : criterion.marks)
            if (const unsigned change = ticks(each) ^ ticks(mark); change == 1 || change == 2 || change == 4) out.push_back(each);
        return out;
    }
    const bool score = criterion.marks == std::vector<std::string>{"0", "1", "2"};
    if (score) {
        if (mark != "0") out.push_back(std::to_string(std::stoi(mark) - 1));
        if (mark != "2") out.push_back(std::to_string(std::stoi(mark) + 1));
        return out;
    }
    const bool cases = criterion.marks.front().find('.') != std::string::npos;
    if (mark == "0") return cases ? out : std::vector<std::string>{"a", "b"};  // b: where a gives 0 and is what is marked
    for (const int step : {-1, 1}) {
        std::string other = mark;
        other.back() = static_cast<char>(other.back() + step);
        if (std::find(criterion.marks.begin(), criterion.marks.end(), other) != criterion.marks.end()) out.push_back(other);
    }
    if (mark.back() == 'a') out.push_back("0");
    return out;
}

TEST(Agreement, MovesAreAllTheSingleMarksThatChangeTheResult) {
    std::size_t moves = 0;
    for_each_card(40, 3, [&](const Small& small, const SmallCard& card) {
        const Rating all = small.rate(card);
        const TrailAgreement found = all.trail().agreement.value();
        ASSERT_TRUE(found.moves_tried);
        moves += found.moves.size();
        for (const TrailAgreement::Move& move : found.moves) {
            SmallCard moved = card;
            moved.sheets[static_cast<std::size_t>(move.sheet)][move.node] = move.to == "none" ? "0" : move.to;
            const Rating then = small.rate(moved);
            ASSERT_EQ(then.outcome(), move.outcome) << move.node << " " << move.from << " " << move.to << "\n" << small.shown(card);
            ASSERT_EQ(then.stars(), move.stars) << small.shown(card);
        }
        if (all.outcome() != Outcome::rated) return;
        for (std::size_t sheet = 0; sheet < card.sheets.size(); ++sheet)
            for (const reference::SmallCriterion& criterion : small.small.criteria)
                for (const std::string& to : next_to(criterion, card.sheets[sheet].at(criterion.id))) {
                    SmallCard moved = card;
                    moved.sheets[sheet][criterion.id] = to;
                    const Rating then = small.rate(moved);
                    if (then.outcome() == all.outcome() && then.stars() == all.stars()) continue;
                    if (to == "0" || card.sheets[sheet].at(criterion.id) == "0") continue;  // "0" may be the option a, and then b is next
                    ASSERT_TRUE(std::any_of(found.moves.begin(), found.moves.end(),
                                            [&](const auto& move) { return move.sheet == static_cast<int>(sheet) && move.node == criterion.id && move.to == to; }))
                        << criterion.id << " to " << to << " on sheet " << sheet << "\n" << small.shown(card);
                }
    });
    EXPECT_GT(moves, 100U);
}

// A form of as many criteria as there are ranks, each giving any points up to a hundred.
Trail ranked(const std::vector<std::vector<const char*>>& sheets) {
    std::string yaml = "rule_set: ranks\ntitle: {vi: \"r\", en: \"r\"}\nbasis: {decision: 1/2026, place: \"1\"}\nparts:\n  - id: A\n    title: {vi: \"A\", en: \"A\"}\n    items:\n";
    for (std::size_t i = 0; i < sheets[0].size(); ++i)
        yaml += "      - {id: \"" + std::to_string(i + 1) + "\", title: {vi: \"c\", en: \"c\"}, score: \"[0..100]\", step: 0.5}\n";
    yaml += "stars: {2: \"[100.." + std::to_string(100 * sheets[0].size()) + "]\", 1: \"[0..100)\"}\ncouncil: {combine: mean, spread: 10}\n";
    const RuleSet rules = RuleSet::from_text(yaml, "ranks").value();
    Scorecard::Builder card(rules, "R-1");
    for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet) {
        card.sheet("member " + std::to_string(sheet + 1));
        for (std::size_t i = 0; i < sheets[sheet].size(); ++i) card.mark(std::to_string(i + 1), sheets[sheet][i]);
    }
    return rules.rate(card.build().value()).trail();
}

// Sidney Siegel, Nonparametric Statistics for the Behavioral Sciences (1956), chapter 9: three executives rank six applicants (Table 9.13: W = .16),
// and the example with ties: three rankings of ten (W = .828).
TEST(Concordance, IsThatOfThePublishedExampleWithoutTies) {
    const Trail trail = ranked({{"1", "6", "3", "2", "5", "4"}, {"1", "5", "6", "4", "2", "3"}, {"6", "3", "2", "5", "4", "1"}});
    EXPECT_EQ(trail.agreement->concordance->rounded(2), "0.16");
    EXPECT_EQ(trail.agreement->concordance->text(), "17/105");  // 25.5 / 157.5
}

TEST(Concordance, IsThatOfThePublishedExampleWithTies) {
    const Trail trail = ranked({{"1", "4.5", "2", "4.5", "3", "7.5", "6", "9", "7.5", "10"},
                                {"2.5", "1", "2.5", "4.5", "4.5", "8", "9", "6.5", "10", "6.5"},
                                {"2", "1", "4.5", "4.5", "4.5", "4.5", "8", "8", "8", "10"}});
    EXPECT_EQ(trail.agreement->concordance->rounded(3), "0.828");
    EXPECT_EQ(trail.agreement->concordance->text(), "197/238");  // 591 / 714
}

TEST(Concordance, IsOneForSheetsThatRankAlikeAndNothingWhereNobodyRanks) {
    EXPECT_EQ(ranked({{"10", "20", "30"}, {"40", "50", "60"}}).agreement->concordance, Number(1));
    EXPECT_EQ(ranked({{"10", "20", "30"}, {"60", "50", "40"}}).agreement->concordance, Number(0));
    EXPECT_FALSE(ranked({{"10", "10", "10"}, {"40", "40", "40"}}).agreement->concordance);
}

TEST(Agreement, TellsTheSpreadAndItsLimit) {
    const TrailAgreement found = *ranked({{"10", "20", "30"}, {"10", "20", "45.5"}}).agreement;
    EXPECT_EQ(found.spread, Number::parse("15.5"));
    EXPECT_EQ(found.spread_limit, Number(10));
    ASSERT_EQ(found.disagreements.size(), 1U);
    EXPECT_EQ(found.disagreements[0].node, "3");
    EXPECT_EQ(found.disagreements[0].low, Number(30));
    EXPECT_EQ(found.disagreements[0].high, Number::parse("45.5"));
}

// ---- reasons ----

// The card with nothing but these elements.
SmallCard only(const SmallCard& card, const std::vector<Element>& elements) {
    SmallCard out;
    out.sheets.resize(card.sheets.size());
    for (const Element& each : elements) {
        if (each.kind == Element::Kind::fact) out.facts[each.id] = card.facts.at(each.id);
        for (std::size_t sheet = 0; sheet < card.sheets.size(); ++sheet)
            if (each.kind != Element::Kind::fact && (each.sheet < 0 || each.sheet == static_cast<int>(sheet))) out.sheets[sheet][each.id] = card.sheets[sheet].at(each.id);
    }
    return out;
}

bool forces(const Small& small, const SmallCard& card, const Summary& result) {
    const Summary found = small.rate(card).summary();
    if (found.outcome != Outcome::undecided) return found.outcome == result.outcome && found.stars == result.stars;
    if (found.range->outcomes != std::vector{result.outcome}) return false;
    return !result.stars || (found.range->stars_low == *result.stars && found.range->stars_high == *result.stars);
}

bool blocks(const Small& small, const SmallCard& card, int stars) {
    const Summary found = small.rate(card).summary();
    if (found.outcome != Outcome::undecided) return found.stars.value_or(0) <= stars;
    const auto& outcomes = found.range->outcomes;
    return std::find(outcomes.begin(), outcomes.end(), Outcome::rated) == outcomes.end() || found.range->stars_high <= stars;
}

template <class Holds>
void expect_minimal(const Small& small, const SmallCard& card, const TrailReasons::Set& set, Holds holds) {
    ASSERT_TRUE(holds(only(card, set.elements))) << "not sufficient\n" << small.shown(card);
    for (std::size_t i = 0; i < set.elements.size(); ++i) {
        std::vector<Element> fewer = set.elements;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        ASSERT_FALSE(holds(only(card, fewer))) << set.elements[i].id << " can go\n" << small.shown(card);
    }
}

// No smaller set of all elements there are.
template <class Holds>
void expect_fewest(const Small& small, const SmallCard& card, const TrailReasons::Set& set, const std::vector<Element>& all, Holds holds) {
    if (!set.fewest || all.size() > 9) return;
    for (unsigned chosen = 0; chosen < 1U << all.size(); ++chosen) {
        std::vector<Element> elements;
        for (std::size_t i = 0; i < all.size(); ++i)
            if ((chosen >> i & 1U) != 0) elements.push_back(all[i]);
        if (elements.size() < set.elements.size()) {
            ASSERT_FALSE(holds(only(card, elements))) << "fewer do\n" << small.shown(card);
        }
    }
}

std::vector<Element> all_of(const SmallRules& small, const SmallCard& card, bool by_sheet) {
    std::vector<Element> out;
    for (const auto& [name, value] : card.facts) out.push_back({Element::Kind::fact, name, -1, {}, {}});
    for (const auto& criterion : small.criteria)
        for (int sheet = by_sheet ? 0 : -1; sheet < (by_sheet ? static_cast<int>(card.sheets.size()) : 0); ++sheet)
            out.push_back({by_sheet ? Element::Kind::mark : Element::Kind::criterion, criterion.id, sheet, {}, {}});
    return out;
}

class Reasons : public testing::TestWithParam<Depth> {};

TEST_P(Reasons, AreSufficientMinimalAndFewestWhereTheySaySo) {
    int fewest = 0, sets = 0;
    for (const std::size_t sheets : {std::size_t{1}, std::size_t{2}})
        for_each_card(sanitized ? 10 : 40, sheets, [&](const Small& small, const SmallCard& card) {
            const Rating rating = small.rate(card);
            const Summary& result = rating.summary();
            const TrailReasons found = rating.trail(GetParam()).reasons;
            if (result.outcome == Outcome::undecided) {
                ASSERT_FALSE(found.forces || found.blocks);
                return;
            }
            const auto all = all_of(small.small, card, found.by_sheet);
            const auto check = [&](const TrailReasons::Set& set, auto holds) {
                ++sets;
                fewest += set.fewest ? 1 : 0;
                expect_minimal(small, card, set, holds);
                expect_fewest(small, card, set, all, holds);
            };
            ASSERT_TRUE(found.forces) << small.shown(card);
            check(*found.forces, [&](const SmallCard& some) { return forces(small, some, result); });
            ASSERT_EQ(found.blocks.has_value(), result.stars && *result.stars < 3) << small.shown(card);
            if (found.blocks) check(*found.blocks, [&](const SmallCard& some) { return blocks(small, some, *result.stars); });
            std::size_t named = found.irrelevant.size();
            std::vector<std::string> in_a_set;
            for (const auto* set : {&found.forces, &found.blocks})
                if (*set)
                    for (const Element& each : (*set)->elements) in_a_set.push_back(each.id + "@" + std::to_string(each.sheet));
            std::sort(in_a_set.begin(), in_a_set.end());
            named += static_cast<std::size_t>(std::unique(in_a_set.begin(), in_a_set.end()) - in_a_set.begin());
            EXPECT_EQ(named, all.size()) << small.shown(card);
        });
    EXPECT_GT(sets, sanitized ? 50 : 200);
    EXPECT_GT(fewest, sets / 2);
}

INSTANTIATE_TEST_SUITE_P(Depths, Reasons, testing::Values(Depth::by_criterion, Depth::by_sheet),
                         [](const auto& info) { return info.param == Depth::by_sheet ? "BySheet" : "ByCriterion"; });

TEST(Reasons, AreLeftOutOfAPlainTrail) {
    const Small small(1);
    std::mt19937 random(1);
    const SmallCard card = complete_card(small.small, 2, random);
    const Trail plain = small.rate(card).trail(Depth::plain);
    EXPECT_FALSE(plain.agreement || plain.reasons.forces || plain.reasons.blocks);
    EXPECT_TRUE(small.rate(card).trail().agreement.has_value());
}

// ---- the next question ----

int openness(const ocop::Range& range) {
    const bool rated = std::find(range.outcomes.begin(), range.outcomes.end(), Outcome::rated) != range.outcomes.end();
    return (rated ? range.stars_high - range.stars_low : 0) + static_cast<int>(range.outcomes.size());
}

TEST(Question, NamesAnswersAndWhatEachLeavesOpen) {
    int asked = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const Small small(seed);
        std::mt19937 random(seed);
        SmallCard card = complete_card(small.small, 2, random);
        for (reference::Marks& sheet : card.sheets) std::erase_if(sheet, [&](const auto&) { return random() % 2 == 0; });
        if (seed % 3 == 0) card.facts.erase("f");
        const Rating rating = small.rate(card);
        const auto question = rating.trail().question;
        ASSERT_EQ(question.has_value(), rating.outcome() == Outcome::undecided) << small.shown(card);
        if (!question) continue;
        ++asked;
        ASSERT_FALSE(question->answers.empty());
        for (const TrailQuestion::Answer& answer : question->answers) {
            SmallCard answered = card;
            if (question->kind == TrailQuestion::Kind::fact) answered.facts[question->id] = answer.value == "true";
            else answered.sheets[static_cast<std::size_t>(question->sheet)][question->id] = answer.value;
            const Summary then = small.rate(answered).summary();
            if (then.range) {
                ASSERT_EQ(answer.range, *then.range) << question->id << " = " << answer.value << "\n" << small.shown(card);
            } else {
                ASSERT_EQ(answer.range.outcomes, std::vector{then.outcome}) << small.shown(card);
                if (then.stars) {
                    ASSERT_EQ(answer.range.stars_low, *then.stars) << small.shown(card);
                }
            }
            ASSERT_LE(openness(answer.range), openness(*rating.summary().range)) << small.shown(card);
        }
    }
    EXPECT_GT(asked, 20);
}

}  // namespace
}  // namespace ocop::test
