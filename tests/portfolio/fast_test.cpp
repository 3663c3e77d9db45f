// The reader that goes from a line to its result line against the general way: the same bytes, or it declines.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <random>

#include "../rate/subjects.hpp"
#include "api/state.hpp"
#include "card/bind.hpp"
#include "card/read_json.hpp"
#include "portfolio/fast.hpp"
#include "rate/rate.hpp"
#include "reference/random_cards.hpp"
#include "sanitized.hpp"
#include "trail/build.hpp"

namespace ocop::test {
namespace {

using portfolio::Counted;

struct General {
    std::string line;
    Outcome outcome = Outcome::undecided;
    int stars = -1;
    std::string maker;
    std::vector<int> blocked;
    std::array<std::uint16_t, 17> findings{};
};

// The line of a card that can be read; nothing for others.
std::optional<General> general(const std::string& line, const program::Program& program) {
    base::Report report;
    const auto source = std::make_shared<const base::Source>("cards", line, 1);
    auto node = card::read_json(source, {0, static_cast<std::uint32_t>(line.size())}, report);
    if (!node) return std::nullopt;
    const Place place = node->place();
    const auto card = card::bind(card::written(std::move(*node), place), program, report);
    if (!card || card->rule_set.empty() || !card->council.empty()) return std::nullopt;
    const rate::Result result = rate::rate(program, *card);
    const Summary summary = trail::summarize(program, *card, result);
    General out{report::json_line(summary), summary.outcome, summary.stars.value_or(-1), {}, rate::blocking_minima(program, result), {}};
    for (const auto& [key, value] : card->product)
        if (key == "maker") out.maker = value;
    for (const Finding& each : summary.findings) ++out.findings[static_cast<std::size_t>(each.kind)];
    return out;
}

// One rule set, and a reader of its lines.
class Bench {
public:
    explicit Bench(const RuleSet& rules)
        : program_(rules.state().program),
          shelf_{[this](const std::string& id, const std::string& council) { return portfolio::Rule{-1, id == program_->rules->id && council.empty() ? program_ : nullptr, {}}; }, {}} {}

    // Whether the reader took the line; what it then gave is the general way's.
    bool same(const std::string& line) {
        portfolio::Line out;
        out.put("before");
        Counted counted;
        if (!rate(line, out, counted)) {
            EXPECT_EQ(out.text(), "before");
            return false;
        }
        const auto expected = general(line, *program_);
        EXPECT_TRUE(expected) << line;
        if (!expected) return true;
        EXPECT_EQ(out.text(), "before" + expected->line) << line;
        EXPECT_EQ(counted.rule_set, 0);
        EXPECT_FALSE(counted.error);
        EXPECT_EQ(counted.outcome, expected->outcome);
        EXPECT_EQ(counted.stars, expected->stars);
        EXPECT_EQ(counted.maker, expected->maker);
        EXPECT_EQ(std::vector<int>(counted.blocked.begin(), counted.blocked.end()), expected->blocked);
        EXPECT_EQ(counted.findings, expected->findings);
        return true;
    }
    // As it stands in a piece, and no byte more.
    bool rate(const std::string& line, portfolio::Line& out, Counted& counted) {
        const std::string rest = "\n" + std::string(portfolio::line_padding, '\0');
        const std::unique_ptr<char[]> exact(new char[line.size() + rest.size()]);
        std::copy(rest.begin(), rest.end(), std::copy(line.begin(), line.end(), exact.get()));
        const bool rated = reader_.rate({exact.get(), line.size()}, out, counted);
        maker_ = counted.maker;
        counted.maker = maker_;
        return rated;
    }
    const program::Program& program() const { return *program_; }

private:
    std::shared_ptr<const program::Program> program_;
    portfolio::Shelf shelf_;
    portfolio::Rules rules_{shelf_};
    portfolio::Lookup lookup_{rules_};
    portfolio::FastReader reader_{lookup_};
    std::string maker_;
};

class Lines {
public:
    Lines(const Subject& from, unsigned seed) : from_(from), cards_(from.shown, seed), random_(seed) {}

    reference::Card complete(std::size_t sheets) { return cards_.complete(sheets); }
    reference::Card partial(const reference::Card& card) { return cards_.partial(card); }

    // The card as a line, with a top that varies.
    std::string line(const reference::Card& card) {
        nlohmann::ordered_json out = nlohmann::ordered_json::parse(reference::to_json(card));
        const std::array levels = {"commune", "district", "province", "ministry"};
        const std::array days = {"2023-01-05", "2026-06-02", "2026-06-20", "2027-01-01"};
        if (one_in(2)) out["level"] = levels[random_() % levels.size()];
        if (one_in(2)) out["assessed_on"] = days[random_() % days.size()];
        if (one_in(3)) out["filed_on"] = days[random_() % days.size()];
        if (one_in(2)) out["members"] = out.contains("sheets") ? out["sheets"].size() + random_() % 4 : 3;
        if (one_in(3)) out["evidence"] = evidence();
        if (one_in(2)) out["product"] = {{"name", "Chè Tân Cương"}, {"maker", one_in(2) ? "Hợp tác xã Hảo Đạt" : "Công ty Nguyễn Thị Bảy"}};
        if (one_in(4)) shuffle(out);
        return one_in(20) ? spaced(out) : out.dump();
    }

private:
    bool one_in(std::size_t n) { return random_() % n == 0; }
    void shuffle(nlohmann::ordered_json& out) {
        std::vector<std::pair<std::string, nlohmann::ordered_json>> all;
        for (auto& [key, value] : out.items()) all.emplace_back(key, value);
        std::shuffle(all.begin(), all.end(), random_);
        out = nlohmann::ordered_json::object();
        for (auto& [key, value] : all) out[key] = value;
    }
    nlohmann::ordered_json evidence() {
        nlohmann::ordered_json out = nlohmann::ordered_json::array();
        for (const model::Evidence& each : from_.rules.state().program->rules->evidence)
            if (one_in(2)) out.push_back(each.id);
        return out;
    }
    static std::string spaced(const nlohmann::ordered_json& out) {
        std::string text = out.dump(1);
        std::replace(text.begin(), text.end(), '\n', ' ');
        return " " + text + "\t\r";
    }

    const Subject& from_;
    reference::RandomCards cards_;
    std::mt19937 random_;
};

class EveryLine : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryLine, IsRatedAsInGeneralOrDeclined) {
    const Subject from = subject(GetParam());
    Bench bench(from.rules);
    Lines lines(from, 7);
    int complete = 0, taken = 0;
    for (int i = 0; i < 300 / static_cast<int>(rarer); ++i) {
        const reference::Card whole = lines.complete(i % 3 == 0 ? 7 : 1);
        const std::string line = lines.line(whole);
        const bool fast = bench.same(line);
        const auto expected = general(line, bench.program());
        if (!whole.sheets.empty() && expected && expected->outcome == Outcome::rated) {
            ++complete;
            taken += fast ? 1 : 0;
        }
        bench.same(lines.line(lines.partial(whole)));
        if (HasFailure()) return;
    }
    RecordProperty("taken", taken);
    // Where a council's points decide what binds, or it does not take means, the general way is needed.
    const std::string name = GetParam();
    if (name.find('/') != std::string::npos) {
        EXPECT_GE(taken * 10, complete * (name.ends_with("bottled-water") ? 5 : 9)) << taken << " of " << complete;
    }
}

INSTANTIATE_TEST_SUITE_P(Subjects, EveryLine, ::testing::Values(
    "plain", "council", "story", "26-2026/drinks/bottled-water", "26-2026/drinks/other-alcoholic-drinks",
    "26-2026/drinks/soft-drinks", "26-2026/drinks/white-spirits", "26-2026/food/coffee-and-cocoa",
    "26-2026/food/fast-food", "26-2026/food/fresh-meat-seafood-eggs-milk", "26-2026/food/fresh-produce",
    "26-2026/food/herbal-teas", "26-2026/food/honey-and-other-farm-foods", "26-2026/food/other-seasonings",
    "26-2026/food/processed-meat-seafood-eggs-milk", "26-2026/food/processed-produce",
    "26-2026/food/processed-rice-and-grains", "26-2026/food/rice-and-grains", "26-2026/food/sauces-and-liquid-seasonings",
    "26-2026/food/tea", "26-2026/handicraft/fabric-and-clothing", "26-2026/handicraft/household-and-decorative-handicraft",
    "26-2026/herbs/essential-oils-and-other-herbs", "26-2026/herbs/functional-food-and-traditional-medicine",
    "26-2026/herbs/herbal-cosmetics", "26-2026/ornamental/flowers", "26-2026/ornamental/ornamental-animals",
    "26-2026/ornamental/ornamental-plants", "26-2026/tourism/community-tourism", "148-2023/food/tea",
    "148-2023/food/fresh-produce", "148-2023/tourism/community-tourism", "1048-2019/food/tea",
    "1048-2019/food/fresh-produce"));

TEST(FastReader, TakesKeysInAnyOrderAndBlanks) {
    const Subject from = subject("26-2026/food/fresh-produce");
    Bench bench(from.rules);
    Lines lines(from, 5);
    const auto card = nlohmann::ordered_json::parse(reference::to_json(lines.complete(1)));
    ASSERT_TRUE(bench.same(card.dump()));
    nlohmann::ordered_json turned;
    for (const char* key : {"sheets", "facts", "scorecard", "rule_set"}) turned[key] = card[key];
    EXPECT_TRUE(bench.same(turned.dump()));
    turned["evidence"] = {"safety-test", "sales-contracts"};
    std::string spaced = turned.dump(1);
    std::replace(spaced.begin(), spaced.end(), '\n', '\t');
    EXPECT_TRUE(bench.same(" " + spaced + " \r"));
}

TEST(FastReader, LeavesWhatIsNotPlain) {
    const Subject from = subject("26-2026/food/fresh-produce");
    Bench bench(from.rules);
    Lines lines(from, 6);
    auto card = nlohmann::ordered_json::parse(reference::to_json(lines.complete(1)));
    card["product"] = {{"name", "Xoài"}, {"maker", "HTX Mỹ Xương"}};
    const std::string line = card.dump();
    ASSERT_TRUE(bench.same(line));
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
        with("\"product\":{", "\"product\":{\"maker\":\"x\","), with("\"maker\":\"", "\"maker\":\"e\xcc\x81"), with("\"maker\":\"", "\"maker\":\"\xe1"),
        with("\"rule_set\":\"26-2026/food/fresh-produce\",", ""), with("\"rule_set\":\"", "\"council\":\"none\",\"rule_set\":\""), with("\"facts\":{", "\"facts\":{\"local_share\":1e1,")};
    for (const std::string& each : left) EXPECT_FALSE(bench.same(each)) << each;
    EXPECT_TRUE(bench.same(line));
}

// More values of a fact, assessors and days than are remembered.
TEST(ManyLines, OutgrowWhatIsRemembered) {
    const Subject from = subject("26-2026/food/fresh-produce");
    Bench bench(from.rules);
    Lines lines(from, 4);
    const auto card = nlohmann::ordered_json::parse(reference::to_json(lines.complete(1)));
    int taken = 0;
    constexpr int all = 21'000 / static_cast<int>(rarer);
    for (int i = 0; i < all; ++i) {
        auto one = card;
        one["facts"]["local_share"] = i / 250.0;
        one["sheets"][0]["assessor"] = "member " + std::to_string(i);
        one["assessed_on"] = "20" + std::to_string(26 + i % 60) + "-0" + std::to_string(1 + i % 9) + "-" + std::to_string(10 + i % 19);
        const std::string line = one.dump();
        if (i % 7 != 0) {
            portfolio::Line out;
            Counted counted;
            taken += bench.rate(line, out, counted) ? 1 : 0;
        } else {
            taken += bench.same(line) ? 1 : 0;
        }
        if (HasFailure()) return;
    }
    EXPECT_EQ(taken, all);
}

// Bytes flipped, put in and taken out anywhere: the reader declines, or the general way says the same.
TEST(BrokenLines, AreNeverTakenForOthers) {
    std::mt19937 random(3);
    for (const char* name : {"26-2026/food/fresh-produce", "story", "plain"}) {
        const Subject from = subject(name);
        Bench bench(from.rules);
        Lines lines(from, 9);
        std::vector<std::string> whole;
        for (int i = 0; i < 30; ++i) whole.push_back(lines.line(lines.complete(i % 5 == 0 ? 3 : 1)));
        const std::string_view likely = "\"\\{}[]:, 0abc\x01\xC3\xCC\xE1\x80\xBA\n";
        for (int i = 0; i < 30'000 / static_cast<int>(rarer); ++i) {
            std::string line = whole[random() % whole.size()];
            bench.same(line);
            for (std::size_t n = 1 + random() % 2; n > 0 && !line.empty(); --n) {
                const std::size_t at = random() % line.size();
                const char byte = random() % 2 == 0 ? likely[random() % likely.size()] : static_cast<char>(random());
                if (random() % 3 == 0) line[at] = byte;
                else if (random() % 2 == 0) line.insert(at, 1, byte);
                else line.erase(at, 1 + random() % 3);
            }
            bench.same(line);
            if (HasFailure()) return;
        }
    }
}

}  // namespace
}  // namespace ocop::test
