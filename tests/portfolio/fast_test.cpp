// The fast reader against the general way: the same bytes, or it declines.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../rate/subjects.hpp"
#include "api/state.hpp"
#include "portfolio/fast.hpp"
#include "rate/rate.hpp"
#include "reference/random_cards.hpp"
#include "sanitized.hpp"

namespace ocop::test {
namespace {

using nlohmann::ordered_json;
using portfolio::Counted;

// One rule set, whatever cards call it by.
portfolio::Shelf shelf_of(const RuleSet& rules) {
    return {[rules](const std::string& id, const std::string& council) {
                portfolio::Rule rule;
                if (id == rules.id() && council.empty()) rule.program = rules.state().program;
                return rule;
            },
            [] { return std::vector<std::string>(); }};
}

class Fast {
public:
    explicit Fast(const RuleSet& from) : rules(from), shelf_(shelf_of(from)), kept_(shelf_), lookup_(kept_), reader_(lookup_) {}

    std::optional<std::string> rate(std::string_view line) {
        // No byte past the line may be read: it stands in memory of just its size.
        const std::vector<char> exact(line.begin(), line.end());
        std::string out = "before";
        counted = {};
        const bool rated = reader_.rate({exact.data(), exact.size()}, out, counted);
        findings = counted.findings;
        blocked.assign(counted.blocked.begin(), counted.blocked.end());
        maker = counted.maker;
        EXPECT_EQ(out.substr(0, 6), "before");
        if (!rated) {
            EXPECT_EQ(out, "before");
        }
        return rated ? std::optional(out.substr(6)) : std::nullopt;
    }

    RuleSet rules;
    Counted counted;
    std::array<std::uint16_t, 17> findings{};
    std::vector<int> blocked;
    std::string maker;

private:
    portfolio::Shelf shelf_;
    portfolio::Rules kept_;
    portfolio::Lookup lookup_;
    portfolio::FastReader reader_;
};

// Whether it was rated fast; if so, as in general.
bool agrees(Fast& fast, const std::string& line) {
    const auto found = fast.rate(line);
    if (!found) return false;
    const WrittenCards written = WrittenCards::from_text(line, "line", CardFormat::ndjson);
    EXPECT_EQ(written.cards.size(), 1U) << line;
    if (written.cards.size() != 1) return true;
    const Scorecard::Loaded card = Scorecard::read(written.cards.front(), fast.rules);
    EXPECT_TRUE(card) << line;
    if (!card) return true;
    const Rating rating = fast.rules.rate(*card.scorecard);
    EXPECT_EQ(*found, report::json_line(rating.summary())) << line;
    std::array<std::uint16_t, 17> findings{};
    for (const Finding& each : rating.summary().findings) ++findings[static_cast<std::size_t>(each.kind)];
    EXPECT_EQ(fast.findings, findings) << line;
    const program::Program& program = *fast.rules.state().program;
    EXPECT_EQ(fast.blocked, rate::blocking_minima(program, rate::rate(program, card.scorecard->state().card))) << line;
    EXPECT_EQ(fast.counted.outcome, rating.outcome());
    EXPECT_EQ(fast.counted.stars, rating.stars().value_or(-1));
    return true;
}

// A card of a portfolio: with a head, evidence and a product, more or less complete.
class Portfolio {
public:
    explicit Portfolio(const Subject& from) : from_(from), cards_(from.shown, 17), random_(17) {}

    std::string line(bool whole, std::size_t sheets) {
        reference::Card card = cards_.complete(sheets);
        if (!whole) card = cards_.partial(card);
        const auto given = ordered_json::parse(reference::to_json(card));
        ordered_json out;
        out["scorecard"] = card.id;
        out["rule_set"] = from_.rules.id();
        out["product"] = {{"name", "Xoài cát số " + std::to_string(random_() % 9)}, {"maker", random_() % 2 == 0 ? "HTX Mỹ Xương" : "HTX A"}};
        if (random_() % 8 != 0) out["level"] = std::vector{"commune", "district", "province", "ministry"}[random_() % 4];
        if (random_() % 4 != 0) out["filed_on"] = random_() % 8 == 0 ? "2019-05-30" : "2026-05-30";
        if (random_() % 8 != 0) out["assessed_on"] = random_() % 8 == 0 ? "2021-06-20" : "2026-06-20";
        if (out.contains("filed_on") && out.contains("assessed_on") && out["assessed_on"] < out["filed_on"]) out.erase("filed_on");
        out["facts"] = given.contains("facts") ? given["facts"] : ordered_json::object();
        for (const auto& each : from_.rules.state().program->rules->evidence)
            if (random_() % 2 == 0) out["evidence"].push_back(each.id);
        if (random_() % 4 != 0) out["members"] = given["sheets"].size() + random_() % 3;
        out["sheets"] = given["sheets"];
        return out.dump();
    }

private:
    const Subject& from_;
    reference::RandomCards cards_;
    std::mt19937 random_;
};

class FastForms : public ::testing::TestWithParam<std::string> {};

TEST_P(FastForms, GiveTheSameLines) {
    const Subject from = subject(GetParam());
    Fast fast(from.rules);
    Portfolio portfolio(from);
    int whole = 0, quick = 0;
    for (int i = 0; i < 240 / static_cast<int>(rarer); ++i) {
        const std::size_t sheets = i % 3 == 0 ? 1 : i % 3 == 1 ? 3 : 7;
        const bool fine = agrees(fast, portfolio.line(true, sheets));
        ++whole;
        quick += fine ? 1 : 0;
        agrees(fast, portfolio.line(false, sheets));
        if (HasFailure()) return;
    }
    if (GetParam().starts_with("26-2026")) {
        EXPECT_GT(quick * 10, whole * 2) << quick << " of " << whole;
    }
}

std::vector<std::string> forms() {
    std::vector<std::string> out = {"plain", "council", "story"};
    for (const auto& each : Library::open({OCOP_SOURCE_DIR "/rules"}).value().list())
        if (each.id.starts_with("26-2026") || each.id.ends_with("/tea") || each.id.ends_with("community-tourism")) out.push_back(each.id);
    return out;
}
INSTANTIATE_TEST_SUITE_P(Shipped, FastForms, ::testing::ValuesIn(forms()));

TEST(FastReader, TakesKeysInAnyOrderAndBlanks) {
    const Subject from = subject("26-2026/food/fresh-produce");
    Fast fast(from.rules);
    Portfolio portfolio(from);
    ordered_json card = ordered_json::parse(portfolio.line(true, 1));
    ASSERT_TRUE(agrees(fast, card.dump()));
    ordered_json turned;
    for (const char* key : {"members", "rule_set", "evidence", "scorecard", "sheets", "facts"})
        if (card.contains(key)) turned[key] = card[key];
    EXPECT_TRUE(agrees(fast, turned.dump()));
    std::string spaced = card.dump(1);
    std::replace(spaced.begin(), spaced.end(), '\n', '\t');
    EXPECT_TRUE(agrees(fast, " " + spaced + " \r"));
}

TEST(FastReader, LeavesWhatIsNotPlain) {
    const Subject from = subject("26-2026/food/fresh-produce");
    Fast fast(from.rules);
    Portfolio portfolio(from);
    const std::string line = portfolio.line(true, 1);
    ASSERT_TRUE(fast.rate(line));
    const auto with = [&](const std::string& what, const std::string& instead) {
        std::string text = line;
        const std::size_t at = text.find(what);
        EXPECT_NE(at, std::string::npos) << what;
        return text.replace(at, what.size(), instead);
    };
    const std::vector<std::string> left = {
        line + "x", line.substr(0, line.size() - 1), "", "[]", "{}", "null",
        with("\"scorecard\"", "\"scorecart\""), with("\"scorecard\":\"", "\"scorecard\":\"a\\u0041"), with("\"scorecard\":\"", "\"scorecard\":\"\xff"),
        with("\"sheets\":[", "\"sheets\":[[],"), with("\"marks\":{", "\"marks\":{\"1.1\":\"z\","), with("\"marks\":{", "\"marks\":{\"9.9\":\"a\","),
        with("\"marks\":{", "\"marks\":{\"1.1\":\"a\",\"1.1\":\"a\","), with("\"facts\":{", "\"facts\":{\"nobody\":true,"),
        with("\"product\":{", "\"product\":{\"maker\":\"x\","), with("\"rule_set\":\"26-2026/food/fresh-produce\",", ""), with("\"facts\":{", "\"facts\":{\"local_share\":1e1,")};
    for (const std::string& each : left) EXPECT_FALSE(fast.rate(each)) << each;
    EXPECT_TRUE(agrees(fast, line));
}

// Bytes changed at random: what is still rated fast is what the general way makes of it.
TEST(FastReader, NeverTakesWhatTheGeneralWayWouldRefuse) {
    for (const char* name : {"26-2026/food/fresh-produce", "plain", "26-2026/tourism/community-tourism"}) {
        const Subject from = subject(name);
        Fast fast(from.rules);
        Portfolio portfolio(from);
        std::mt19937 random(3);
        int taken = 0;
        for (int i = 0; i < 40'000 / static_cast<int>(rarer * rarer); ++i) {
            static std::string line;
            if (i % 50 == 0) line = portfolio.line(i % 100 == 0, 1 + random() % 2);
            std::string changed = line;
            const std::size_t at = random() % changed.size();
            static constexpr char bytes[] = "\"{}[]:,.0123456789abcdetrufalsn \t\\\0\xc3\xa0\x01-+eE_";
            const char byte = bytes[random() % (sizeof bytes - 1)];
            switch (random() % 4) {
                case 0: changed[at] = byte; break;
                case 1: changed.insert(at, 1, byte); break;
                case 2: changed.erase(at, 1); break;
                default: std::swap(changed[at], changed[random() % changed.size()]); break;
            }
            taken += agrees(fast, changed) ? 1 : 0;
            if (HasFailure()) return;
        }
        EXPECT_GT(taken, 0) << name;
    }
}

}  // namespace
}  // namespace ocop::test
