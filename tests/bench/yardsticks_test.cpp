// What the engine is measured with is right itself: the loops by hand agree with each other for every shape of portfolio.
#include <gtest/gtest.h>

#include <ocop/ocop.hpp>

#include <algorithm>
#include <sstream>

#include "count_allocations.hpp"
#include "form.hpp"
#include "growth.hpp"
#include "hand_written_columns.hpp"
#include "huge_columns.hpp"
#include "ndjson_by_hand.hpp"
#include "portfolio.hpp"

namespace {

const hand_written::Form& form() {
    static const hand_written::Form read = workload::form_of(workload::fresh_produce());
    return read;
}

std::string by_hand(const std::string& lines, hand_written::Lines how = hand_written::Lines::lean) {
    std::string out;
    hand_written::NdjsonReader(form(), how).rate((lines + std::string(hand_written::padding, ' ')).data(), lines.size(), out);
    return out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string one_line() {
    workload::PortfolioOptions options;
    options.cards = 1;
    return workload::portfolio(form(), options);
}

// The columns end the program themselves where they disagree with single cards.
TEST(ColumnsByHand, AgreeWithSingleCardsForAnyNumber) {
    for (const std::size_t sheets : {1U, 2U, 7U, 51U})
        for (const std::size_t cards : {1U, 63U, 255U, 256U, 257U, 1000U, 5000U}) workload::HugeColumns(form(), sheets, cards);
    workload::HugeColumns(form(), 1, 65536 + 300);
}

TEST(NdjsonByHand, FindsKeysByName) {
    const std::string line = one_line();
    const std::string marks = line.substr(line.find("\"marks\":{") + 9), first = marks.substr(0, marks.find(','));
    const std::string moved = replaced(replaced(line, first + ",", ""), "}}]}", "," + first + "}}],\"evidence\":[]}");
    EXPECT_NE(by_hand(line).find("\"outcome\":\"rated\""), std::string::npos);
    EXPECT_EQ(by_hand(moved), by_hand(line));
}

TEST(NdjsonByHand, KeepsABadLineToItself) {
    const std::string line = one_line(), result = by_hand(line);
    EXPECT_EQ(by_hand(line + "{\"scorecard\":\"x\",\"sheets\":[}\n\n" + line), result + "{\"scorecard\":\"x\",\"outcome\":\"error\"}\n" + result);
    EXPECT_NE(by_hand(replaced(line, "\"1.1\":\"", "\"1.99\":\"")).find("\"error\""), std::string::npos);
}

TEST(NdjsonByHand, RejectsAndLeavesUndecided) {
    EXPECT_NE(by_hand(replaced(one_line(), "\"grown_in_province\":true", "\"grown_in_province\":false")).find("\"rejected\""), std::string::npos);
    EXPECT_NE(by_hand(replaced(one_line(), "\"grown_in_province\":true", "\"local_share\":50")).find("\"undecided\""), std::string::npos);
}

std::string by_engine(const ocop::RuleSet& rules, const std::string& lines) {
    std::string out;
    for (const auto& each : ocop::WrittenCards::from_text(lines, "portfolio", ocop::CardFormat::ndjson).cards)
        out += ocop::report::json_line(rules.rate(ocop::Scorecard::read(each, rules).value()).summary()) + "\n";
    return out;
}

// Of a card that leaves nothing to find, the whole line by hand is that of the engine.
TEST(NdjsonByHand, WritesWholeLines) {
    const ocop::RuleSet rules = workload::fresh_produce();
    int alike = 0;
    for (const std::size_t sheets : {1U, 7U}) {
        workload::PortfolioOptions options;
        options.cards = 300;
        options.sheets = sheets;
        options.kind = workload::Kind::complete;
        const std::string lines = workload::portfolio(form(), options);
        for (const char* level : {"province", "commune", "ministry"}) {
            std::string at_level = lines;
            for (std::size_t at = 0; (at = at_level.find("\"province\"", at)) != std::string::npos; ++at) at_level.replace(at, 10, '"' + std::string(level) + '"');
            std::istringstream found(by_hand(at_level, hand_written::Lines::whole)), wanted(by_engine(rules, at_level));
            for (std::string line, engine; std::getline(wanted, engine) && std::getline(found, line);) {
                ASSERT_TRUE(line.ends_with("\"findings\":[]}"));
                ASSERT_EQ(line.substr(0, line.size() - 2), engine.substr(0, line.size() - 2));
                ASSERT_EQ(engine.find("evidence-missing"), std::string::npos);
                alike += line == engine ? 1 : 0;
            }
        }
    }
    EXPECT_GT(alike, 100);
}

TEST(Portfolio, IsTheSameAsNdjsonAndAsCsv) {
    const ocop::RuleSet rules = workload::fresh_produce();
    workload::PortfolioOptions options;
    options.cards = 20;
    options.sheets = 3;
    options.kind = workload::Kind::realistic;
    std::vector<std::string> results;
    for (const auto format : {workload::Format::ndjson, workload::Format::csv}) {
        options.format = format;
        const auto kind = format == workload::Format::csv ? ocop::CardFormat::csv : ocop::CardFormat::ndjson;
        const auto written = ocop::WrittenCards::from_text(workload::portfolio(form(), options), "portfolio", kind);
        ASSERT_EQ(written.cards.size(), options.cards);
        std::string& out = results.emplace_back();
        for (const auto& each : written.cards) out += ocop::report::json_line(rules.rate(ocop::Scorecard::read(each, rules).value()).summary()) + "\n";
    }
    EXPECT_EQ(results[0], results[1]);
    EXPECT_NE(results[0].find("facts-against-mark"), std::string::npos);
    EXPECT_NE(results[0].find("evidence-missing"), std::string::npos);
}

TEST(Growth, LoadsAndRatesAtEverySize) {
    for (const auto& size : {growth::Size{10, 200, 1}, growth::Size{1000, 200, 1}, growth::Size{32, 7, 15}}) {
        const ocop::RuleSet rules = growth::rules(size);
        EXPECT_EQ(growth::cards(rules, size, 3).size(), 3U);
    }
}

// One by one, by columns and as lines.
TEST(Growth, RatesTheSameCardsInEveryWay) {
    for (const auto& size : {growth::Size{30, 20, 1}, growth::Size{100, 200, 1}, growth::Size{32, 0, 15}}) {
        const ocop::RuleSet rules = growth::rules(size);
        const ocop::Batch batch(rules);
        constexpr std::size_t count = 20;
        const growth::Columns columns(batch, size, count);
        std::vector<std::int8_t> stars(count);
        batch.rate(columns.cards(), {.stars = stars.data()});
        std::string alone;
        std::size_t n = 0;
        for (const ocop::Scorecard& each : growth::cards(rules, size, count)) {
            const ocop::Rating rating = rules.rate(each);
            EXPECT_EQ(rating.stars(), int{stars[n]}) << n;
            ++n;
            alone += ocop::report::json_line(rating.summary()) + "\n";
        }
        EXPECT_EQ(by_engine(rules, growth::lines(size, count)), alone);
    }
}

TEST(Growth, RepeatsColumns) {
    const growth::Size size{10, 10, 2};
    const ocop::Batch batch(growth::rules(size));
    const growth::Columns columns(batch, size, 3 * growth::Columns::different + 5);
    std::vector<std::int8_t> stars(columns.cards().count);
    batch.rate(columns.cards(), {.stars = stars.data()});
    for (std::size_t n = growth::Columns::different; n < stars.size(); ++n) ASSERT_EQ(stars[n], stars[n % growth::Columns::different]);
    EXPECT_EQ(std::count(stars.begin(), stars.end(), -1), 0);
}

TEST(CountAllocations, CountsEachOfThisThread) {
    EXPECT_EQ(count_allocations::during([] {}), 0U);
    EXPECT_EQ(count_allocations::during([] { const std::vector<int> some(100), more(100); EXPECT_NE(some.data(), more.data()); }), 2U);
}

}  // namespace
