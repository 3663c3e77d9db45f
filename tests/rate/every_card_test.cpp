// A form small enough to try every card there is, unfinished ones included: 2 members, 2 criteria, 2 facts.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>

#include "reference/reference.hpp"
#include "subjects.hpp"

namespace ocop::test {
namespace {

constexpr const char* tiny = R"yaml(
rule_set: test/tiny
title: {vi: "Rất nhỏ", en: "Tiny"}
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục"}
facts:
  grown_here: {type: boolean, title: {vi: "Trồng tại tỉnh", en: "Grown here"}}
  has_papers: {type: boolean, title: {vi: "Có giấy", en: "Has papers"}}
gates:
  - {id: not-grown-here, when: not(grown_here), effect: reject, title: {vi: "Ngoài tỉnh", en: "Not grown here"}}
  - {id: no-papers, when: not(has_papers), effect: cap, stars: 3, title: {vi: "Thiếu giấy", en: "No papers"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    items:
      - id: "1"
        title: {vi: "Câu chuyện", en: "Story"}
        options:
          - {id: a, points: 0, title: {vi: "a", en: "a"}}
          - {id: b, points: 30, minimum_for: 3, title: {vi: "b", en: "b"}}
          - {id: c, points: 60, title: {vi: "c", en: "c"}}
      - id: "2"
        title: {vi: "Kể chuyện", en: "Told"}
        applies: points("1") > 0
        options:
          - {id: a, points: 0, title: {vi: "a", en: "a"}}
          - {id: b, points: 40, minimum_for: 5, title: {vi: "b", en: "b"}}
stars: {5: "[90..100]", 4: "[70..90)", 3: "[50..70)", 2: "[30..50)", 1: "[0..30)"}
council: {combine: mean}
)yaml";

// Two marks of the first member, two of the second, two facts; 0: missing, not known.
using Code = std::array<std::size_t, 6>;
constexpr Code sizes = {4, 3, 4, 3, 3, 3};

reference::Card card(const Code& code) {
    const char* const marks[] = {"", "a", "b", "c"};
    reference::Card out{"E-1", "test/tiny", {}, {{"member 1", {}}, {"member 2", {}}}};
    for (std::size_t i = 0; i < 4; ++i)
        if (code[i] > 0) out.sheets[i / 2].marks[i % 2 == 0 ? "1" : "2"] = {marks[code[i]]};
    if (code[4] > 0) out.facts["grown_here"] = code[4] == 2;
    if (code[5] > 0) out.facts["has_papers"] = code[5] == 2;
    return out;
}

template <class Do>
void for_each_code(Do act) {
    for (Code code{};;) {
        act(code);
        std::size_t i = 0;
        while (i < code.size() && ++code[i] == sizes[i]) code[i++] = 0;
        if (i == code.size()) return;
    }
}

bool finishes(const Code& complete, const Code& early) {
    for (std::size_t i = 0; i < early.size(); ++i)
        if (complete[i] == 0 || (early[i] != 0 && early[i] != complete[i])) return false;
    return true;
}

class EveryCard : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const RuleSet rules = RuleSet::from_text(tiny, "tiny").value();
        const Subject tiny_subject{rules, nlohmann::json::parse(report::show_json(rules))};
        for_each_code([&](const Code& code) {
            summaries[code] = rules.rate(read(card(code), tiny_subject)).summary();
            answers[code] = reference::rate(tiny_subject.shown, card(code));
        });
    }
    static void TearDownTestSuite() {
        summaries.clear();
        answers.clear();
    }

    static std::map<Code, Summary> summaries;
    static std::map<Code, reference::Answer> answers;
};

std::map<Code, Summary> EveryCard::summaries;
std::map<Code, reference::Answer> EveryCard::answers;

TEST_F(EveryCard, IsRatedAsTheReferenceRatesIt) {
    EXPECT_EQ(summaries.size(), 1296U);
    for (const auto& [code, summary] : summaries) {
        const reference::Answer& answer = answers.at(code);
        ASSERT_EQ(name(summary.outcome), answer.outcome) << reference::to_yaml(card(code));
        ASSERT_EQ(summary.stars, answer.stars) << reference::to_yaml(card(code));
        ASSERT_EQ(summary.total.has_value(), answer.total.has_value()) << reference::to_yaml(card(code));
        if (summary.total) {
            ASSERT_EQ(reference::Fraction::of(summary.total->text()), *answer.total) << reference::to_yaml(card(code));
        }
    }
}

// Everything an unfinished card can become, against what it says it can become.
TEST_F(EveryCard, RangeHoldsEveryCompletionAndNothingWider) {
    for (const auto& [early, summary] : summaries) {
        if (!summary.range) continue;
        std::set<Number> totals;
        std::set<int> stars;
        std::set<Outcome> outcomes;
        for (const auto& [code, end] : summaries) {
            if (!finishes(code, early)) continue;
            totals.insert(end.total.value());
            outcomes.insert(end.outcome);
            if (end.stars) stars.insert(*end.stars);
        }
        const Range& range = *summary.range;
        const std::string shown = reference::to_yaml(card(early));
        ASSERT_EQ(range.total_low, *totals.begin()) << shown;
        ASSERT_EQ(range.total_high, *totals.rbegin()) << shown;
        ASSERT_EQ(std::set<Outcome>(range.outcomes.begin(), range.outcomes.end()), outcomes) << shown;
        if (stars.empty()) continue;
        ASSERT_EQ(range.stars_low, *stars.begin()) << shown;
        ASSERT_EQ(range.stars_high, *stars.rbegin()) << shown;
    }
}

}  // namespace
}  // namespace ocop::test
