// A portfolio as NDJSON: a line in, a line out.
#include <gtest/gtest.h>

#include <ocop/report.hpp>

#include "portfolio/in_memory.hpp"

namespace ocop::test {
namespace {

const std::string good = card_line("T-1", "b") + card_line("T-2", "a") + card_line("T-3", "b");

std::string many(int cards) {
    std::string out;
    for (int i = 0; i < cards; ++i) out += i % 97 == 5 ? "not a card\n" : card_line("T-" + std::to_string(i), i % 3 == 0 ? "a" : "b");
    return out;
}

// What is said of each card on its own.
std::string one_by_one(const Library& library, const std::string& text, const std::string& name) {
    std::string out;
    const RuleSet tea = library.load("small/tea").value();
    for (const WrittenCard& each : WrittenCards::from_text(text, name, CardFormat::ndjson).cards)
        out += report::json_line(tea.rate(Scorecard::read(each, tea).value()).summary()) + "\n";
    return out;
}

TEST(Ndjson, GivesTheLineThatEachCardGivesAlone) {
    const Pantry pantry;
    const Library library = pantry.library();
    const Result result = rated(library, good, named("cards.ndjson"));
    EXPECT_EQ(result.lines, one_by_one(library, good, "cards.ndjson"));
    EXPECT_EQ(result.errors, "");
    EXPECT_EQ(result.run.tally.all.scorecards, 3U);
    EXPECT_EQ(result.run.tally.all.stars[5], 2U);
    EXPECT_EQ(result.run.tally.all.stars[3], 1U);
}

TEST(Ndjson, IsTheSameWhereverTheSourceIsCut) {
    const Pantry pantry;
    const Library library = pantry.library();
    const std::string text = "\xEF\xBB\xBF" + card_line("T-1", "b") + "\r\n\nnonsense\n" + card_line("T-2", "a");
    const Result whole = rated(library, text, named("cards.ndjson"));
    EXPECT_EQ(whole.run.tally.all.scorecards, 3U);
    for (std::size_t cut = 1; cut < text.size(); ++cut) {
        const Result result = rated(library, blocks(text, {cut, text.size()}), named("cards.ndjson"));
        ASSERT_EQ(result.lines, whole.lines) << cut;
        ASSERT_EQ(result.run.tally, whole.run.tally) << cut;
    }
    EXPECT_EQ(rated(library, blocks(text, {1}), named("cards.ndjson")).lines, whole.lines);
}

TEST(Ndjson, IsTheSameWithAnyNumberOfThreads) {
    const Pantry pantry;
    const Library library = pantry.library();
    const std::string text = many(5'000);
    const Result one = rated(library, text, named("cards.ndjson", 1));
    EXPECT_EQ(one.run.tally.all.scorecards, 5'000U);
    EXPECT_EQ(one.run.tally.all.errors, 52U);
    for (const int threads : {2, 4, 9}) {
        const Result several = rated(library, text, named("cards.ndjson", threads));
        EXPECT_EQ(several.lines, one.lines) << threads;
        EXPECT_EQ(several.errors, one.errors) << threads;
        EXPECT_EQ(several.run.tally, one.run.tally) << threads;
    }
}

TEST(Ndjson, KeepsTheOrderOfTheSource) {
    const Pantry pantry;
    std::string expected;
    std::string text;
    for (int i = 0; i < 3'000; ++i) {
        text += card_line("T-" + std::to_string(i), "b");
        expected += "T-" + std::to_string(i) + "\n";
    }
    const Result result = rated(pantry.library(), text, named("cards.ndjson", 4));
    std::string found;
    std::istringstream lines(result.lines);
    for (std::string line; std::getline(lines, line);) found += line.substr(14, line.find('"', 14) - 14) + "\n";
    EXPECT_EQ(found, expected);
}

TEST(Ndjson, TellsWhatCannotBeReadWithItsPlaceInTheFile) {
    const Pantry pantry;
    const auto reason = [&](const std::string& line) { return rated(pantry.library(), good + "\n" + line + "\n" + good, named("cards.ndjson")).errors; };
    EXPECT_EQ(reason("nonsense"), "cards.ndjson:5:2: this is not JSON\n");
    EXPECT_EQ(reason("{\"scorecard\": \"x\""), "cards.ndjson:5:17: the JSON ends before it is complete\n");
    EXPECT_EQ(reason(std::string("{\"scorecard\": \"\0\"}", 18)), "cards.ndjson:5:16: a NUL byte cannot stand in JSON\n");
    EXPECT_EQ(reason("{\"scorecard\": \"\xFF\"}"), "cards.ndjson:5:16: this byte is not UTF-8; save the file as UTF-8\n");
    EXPECT_EQ(reason("[1]"), "cards.ndjson:5:1: the scorecard does not name its rule set\n");
    EXPECT_EQ(reason("{\"scorecard\": \"x\"}"), "cards.ndjson:5:1: the scorecard does not name its rule set\n");
    EXPECT_EQ(reason(R"({"scorecard": "x", "rule_set": "small/tee"})"), "cards.ndjson:5:1: there is no rule set `small/tee`\n");
    EXPECT_EQ(reason(R"({"scorecard": "x", "rule_set": "small/tea", "level": "p", "sheets": [{"marks": {"1": "z"}}]})"),
              "cards.ndjson:5:55: `p` is no level; expected `commune`, `district`, `province` or `ministry`; cards.ndjson:5:87: `1` has no option `z`\n");
}

TEST(Ndjson, GoesOnAfterACardThatCannotBeRead) {
    const Pantry pantry;
    const Result result = rated(pantry.library(), "nonsense\n" + good, named("cards.ndjson"));
    EXPECT_EQ(result.run.tally.all.errors, 1U);
    EXPECT_EQ(result.run.tally.all.of(Outcome::rated), 3U);
    EXPECT_TRUE(result.lines.starts_with(R"({"scorecard":null,"rule_set":null,"outcome":"error")")) << result.lines;
    EXPECT_NE(result.lines.find(R"("message":"cards.ndjson:1:2: this is not JSON")"), std::string::npos);
}

TEST(Ndjson, TellsErrorsInTheLanguageAskedFor) {
    const Pantry pantry;
    portfolio::Options options = named("cards.ndjson");
    options.language = Language::vi;
    EXPECT_EQ(rated(pantry.library(), "{}\n", options).errors, "cards.ndjson:1:1: hồ sơ không nêu bộ tiêu chí\n");
}

TEST(Ndjson, MayHaveBlankLinesAnyLineBreaksAndNoLastOne) {
    const Pantry pantry;
    const Library library = pantry.library();
    const std::string expected = rated(library, good, named("cards.ndjson")).lines;
    std::string crlf = "\r\n";
    for (const char c : good) crlf += c == '\n' ? "\r\n \t\r\n" : std::string(1, c);
    EXPECT_EQ(rated(library, crlf, named("cards.ndjson")).lines, expected);
    EXPECT_EQ(rated(library, "\xEF\xBB\xBF" + good, named("cards.ndjson")).lines, expected);
    EXPECT_EQ(rated(library, good.substr(0, good.size() - 1), named("cards.ndjson")).lines, expected);
    EXPECT_EQ(rated(library, good, named("<stdin>")).lines, expected) << "guessed by the first byte";
    EXPECT_EQ(rated(library, "", named("cards.ndjson")).run.tally.all.scorecards, 0U);
    EXPECT_EQ(rated(library, "\n\n", named("<stdin>")).run.tally.all.scorecards, 0U);
}

TEST(Ndjson, ReadsOverALineThatIsTooLarge) {
    const Pantry pantry;
    const std::string huge(40U << 20U, ' ');
    for (const std::string& line : {"{" + huge + "}", "{" + huge.substr(0, 16U << 20U) + "}"}) {
        const Result result = rated(pantry.library(), card_line("T-1", "b") + line + "\n" + card_line("T-2", "z") + card_line("T-3", "a"), named("cards.ndjson"));
        EXPECT_EQ(result.errors, "cards.ndjson:2:1: the line is larger than 16777216 bytes\ncards.ndjson:3:92: `1` has no option `z`\n");
        EXPECT_EQ(result.run.tally.all.of(Outcome::rated), 2U);
    }
    EXPECT_EQ(rated(pantry.library(), "{" + huge, named("cards.ndjson")).errors, "cards.ndjson:1:1: the line is larger than 16777216 bytes\n");
}

TEST(Ndjson, IsWhatAPortfolioIsUnlessItIsCsv) {
    const Pantry pantry;
    const std::string told = "0:0 a portfolio is NDJSON (a scorecard a line) or wide CSV (`ocop rate` takes YAML and JSON)\n";
    EXPECT_EQ(refusal(rated(pantry.library(), card("T-1", "a", "a"), named("card.yaml"))), told);
    EXPECT_EQ(refusal(rated(pantry.library(), "[" + card_line("T-1", "a") + "]", named("<stdin>"))), told);
    EXPECT_NE(refusal(rated(pantry.library(), card("T-1", "a", "a"), named("<stdin>"))).find("1:1 the header has no column `rule_set`"), std::string::npos);
}

TEST(Ndjson, IsRatedAsFarAsTheSourceCouldBeRead) {
    const Pantry pantry;
    const std::string first = card_line("T-1", "b") + card_line("T-2", "b").substr(0, 20);
    auto part = blocks(first);
    const auto failing = [&](char* into, std::size_t room) {
        const std::size_t got = part(into, room);
        if (got == 0) throw std::runtime_error("the disk is gone");
        return got;
    };
    std::string lines;
    EXPECT_THROW(portfolio::rate(pantry.library(), failing, [&](std::string_view more) { lines += more; }, named("cards.ndjson")), std::runtime_error);
    EXPECT_EQ(lines, rated(pantry.library(), card_line("T-1", "b"), named("cards.ndjson")).lines);
}

TEST(Ndjson, MayComeFromAStream) {
    const Pantry pantry;
    std::istringstream in(good);
    EXPECT_EQ(rated(pantry.library(), portfolio::from(in), named("cards.ndjson")).lines, rated(pantry.library(), good, named("cards.ndjson")).lines);
}

TEST(Ndjson, StopsWhereNothingMoreIsTaken) {
    const Pantry pantry;
    const std::string text = many(5'000);
    int calls = 0;
    const auto full = [&](std::string_view) {
        if (++calls == 2) throw std::runtime_error("the disk is full");
    };
    EXPECT_THROW(portfolio::rate(pantry.library(), blocks(text), full, named("cards.ndjson", 3)), std::runtime_error);
    EXPECT_EQ(calls, 2);
}

TEST(Ndjson, StopsWhenAskedTo) {
    const Pantry pantry;
    const std::string text = many(5'000);
    portfolio::Options options = named("cards.ndjson", 2);
    std::uint64_t seen = 0;
    options.progress = [&](const portfolio::Progress& now) {
        seen = now.scorecards;
        return now.scorecards < 1'000;
    };
    const Result result = rated(pantry.library(), text, options);
    EXPECT_TRUE(result.run.stopped);
    EXPECT_EQ(result.run.tally, portfolio::Tally());
    EXPECT_EQ(static_cast<std::uint64_t>(std::count(result.lines.begin(), result.lines.end(), '\n')), seen);
    EXPECT_LT(seen, 2'000U);
}

TEST(Ndjson, IsRatedUnderACouncilsRules) {
    const Pantry pantry;
    portfolio::Options options = named("cards.ndjson");
    options.council = "council.yaml";
    options.council_text = "basis: {decision: \"2/2026/QĐ\"}\ncouncil: {combine: median}\n";
    EXPECT_EQ(rated(pantry.library(), good, options).run.tally.all.of(Outcome::rated), 3U);
    options.council_text = "council: {combine: [";
    const Result broken = rated(pantry.library(), good, options);
    EXPECT_FALSE(broken.run);
    EXPECT_EQ(broken.lines, "");
}

}  // namespace
}  // namespace ocop::test
