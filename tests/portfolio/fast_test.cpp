// The reader that goes from a line to its result line against the general way: the same bytes, or it declines.
#include "portfolio/fast_bench.hpp"

namespace ocop::test {
namespace {

class EveryLine : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryLine, IsRatedAsInGeneralOrDeclined) {
    const Subject from = subject(GetParam());
    Bench bench(from.rules), rows(from.rules, {}, portfolio::Format::csv);
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
        EXPECT_EQ(rows.same(line), fast) << line;  // results as CSV
        if (HasFailure()) return;
    }
    RecordProperty("taken", taken);
    // Where a council's points decide what binds, or it does not take means, the general way is needed.
    const std::string name = GetParam();
    if (name.find('/') != std::string::npos) {
        EXPECT_GE(taken * 10, complete * (name.ends_with("bottled-water") ? 5 : 9)) << taken << " of " << complete;
    }
}

INSTANTIATE_TEST_SUITE_P(Subjects, EveryLine, ::testing::ValuesIn(fast_subjects));

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
