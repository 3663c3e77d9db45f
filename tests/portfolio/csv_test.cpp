// A portfolio as wide CSV: the rows of one scorecard stand together.
#include <gtest/gtest.h>

#include <random>

#include "portfolio/in_memory.hpp"
#include "sanitized.hpp"

namespace ocop::test {
namespace {

const std::string header = "scorecard,rule_set,assessor,maker,1,2\n";
const std::string text = header +
                         "a,small/tea,A,\"HTX \"\"Một\"\"\",b,b\n"
                         "a,small/tea,B,,b,a\n"
                         "b,small/tea,A,\"Hai\nBa, Bốn\",a,b\r\n"
                         ",,,,,\n"
                         "b,small/tea,B,,a,b\n"
                         "c,small/tea,A,X,b,b";

std::string ids(const std::string& lines) {
    std::string out;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) out += line.substr(13, line.find(',') - 13) + " " + (line.find("\"outcome\":\"error\"") == std::string::npos ? "" : "error ");
    return out;
}

std::string read_alone(const std::string& csv) {
    const WrittenCards all = WrittenCards::from_text(csv, "cards.csv");
    return std::to_string(all.cards.size()) + " and " + std::to_string(all.diagnostics.size());
}

TEST(Csv, GivesALineAScorecard) {
    const Pantry pantry;
    const Result result = rated(pantry.library(), text, named("cards.csv"));
    EXPECT_EQ(ids(result.lines), "\"a\" \"b\" \"c\" ") << result.errors;
    EXPECT_EQ(result.run.tally.all.of(Outcome::rated), 3U);
    EXPECT_EQ(result.run.tally.makers.count("HTX \"Một\""), 1U);
    EXPECT_EQ(result.run.tally.makers.count("Hai\nBa, Bốn"), 1U);
}

TEST(Csv, IsTheSameWhereverTheSourceIsCut) {
    const Pantry pantry;
    const Library library = pantry.library();
    const std::string some = "\xEF\xBB\xBF" + text + "\n\n\"d\",small/tea,\"A\rB\",Y,b\nd,small/tea,C,Y,b,z\ne,small/tea,A,Y,b,z\n";
    const Result whole = rated(library, some, named("cards.csv"));
    EXPECT_EQ(ids(whole.lines), "\"a\" \"b\" \"c\" \"d\" error \"e\" error ");
    for (std::size_t cut = 1; cut < some.size(); ++cut) {
        const Result result = rated(library, blocks(some, {cut, some.size()}), named("cards.csv"));
        ASSERT_EQ(result.lines, whole.lines) << cut;
        ASSERT_EQ(result.run.tally, whole.run.tally) << cut;
    }
    EXPECT_EQ(rated(library, blocks(some, {1}), named("cards.csv")).lines, whole.lines);
}

// Rows that lie in the source as a whole are found otherwise than those that come in byte by byte.
TEST(Csv, IsTheSameHoweverItsQuotesAre) {
    const Pantry pantry;
    const Library library = pantry.library();
    const std::string_view likely = "\"\"\"\"\",,\r\n\n ab";
    std::mt19937 random(5);
    for (int i = 0; i < 500 / static_cast<int>(rarer); ++i) {
        std::string some = text + "\n" + text.substr(header.size());
        for (std::size_t n = 1 + random() % 6; n > 0; --n) {
            const std::size_t at = header.size() + random() % (some.size() - header.size());
            if (random() % 2 == 0) some[at] = likely[random() % likely.size()];
            else some.insert(at, 1, likely[random() % likely.size()]);
        }
        const Result whole = rated(library, some, named("cards.csv")), bytewise = rated(library, blocks(some, {1}), named("cards.csv"));
        ASSERT_EQ(bytewise.lines, whole.lines) << some;
        ASSERT_EQ(bytewise.errors, whole.errors) << some;
    }
}

TEST(Csv, IsTheSameWithAnyNumberOfThreads) {
    const Pantry pantry;
    std::string rows = header;
    for (int i = 0; i < 20'000; ++i) rows += "s" + std::to_string(i / 3) + ",small/tea,\"A" + std::to_string(i) + "\",M,b," + (i % 50 == 0 ? "z" : "a") + "\n";
    const Result one = rated(pantry.library(), rows, named("cards.csv", 1));
    EXPECT_EQ(one.run.tally.all.scorecards, 6'667U);
    for (const int threads : {2, 4}) EXPECT_EQ(rated(pantry.library(), rows, named("cards.csv", threads)).lines, one.lines) << threads;
}

TEST(Csv, TellsRowsThatCannotBeRead) {
    const Pantry pantry;
    const auto reason = [&](const std::string& rows) { return rated(pantry.library(), header + "a,small/tea,A,,b,b\n" + rows, named("cards.csv")).errors; };
    EXPECT_EQ(reason("b,small/tea,A,,b\n"), "cards.csv:3:1: row 3 has 5 cells, the header has 6 columns\n");
    EXPECT_EQ(reason("b,small/tea,A,,b,b,b\n"), "cards.csv:3:1: row 3 has 7 cells, the header has 6 columns\n");
    EXPECT_EQ(reason("\n\"b\",small/tea,\"A,,b,b\nc,small/tea,A,,b,b\n"), "cards.csv:4:1: row 4: a quote is not closed\n");
    EXPECT_EQ(reason("b,small/tea,A,,b,z\n"), "cards.csv:3:18: `2` has no option `z`\n");
    EXPECT_EQ(reason("b,small/tea,A,\xFF,b,b\n"), "cards.csv:3:15: this byte is not UTF-8; save the file as CSV UTF-8\n");
    EXPECT_EQ(reason(std::string("b,small/tea,A,\0,b,b\n", 20)), "cards.csv:3:15: a NUL byte cannot stand in CSV; save the file as CSV UTF-8\n");
    EXPECT_EQ(reason("b,,A,,b,b\n"), "cards.csv:3:1: the scorecard does not name its rule set\n");
    EXPECT_EQ(reason("b,no/such,A,,b,b\n"), "cards.csv:3:1: there is no rule set `no/such`\n");
    EXPECT_EQ(reason(",small/tea,A,,b,b\n,small/tea,A,,b,b\n"), "cards.csv:3:1: the scorecard has no id: `scorecard` is missing or empty\ncards.csv:4:1: the scorecard has no id: `scorecard` is missing or empty\n");
    EXPECT_EQ(reason("b,small/tea,A,X,b,b\nb,small/tea,B,Y,b,b\n"), "cards.csv:4:15: `product.maker` differs from cards.csv:3; the sheets of one scorecard must agree\n");
}

TEST(Csv, NamesTheScorecardThatCannotBeRead) {
    const Pantry pantry;
    EXPECT_EQ(ids(rated(pantry.library(), header + "b,small/tea,A,,b\nc,small/tea,A,,b,b\n", named("cards.csv")).lines), "\"b\" error \"c\" ");
    // Without one of its rows it would be another scorecard.
    EXPECT_EQ(ids(rated(pantry.library(), header + "b,small/tea,A,,b,b\nb,small/tea,B,,b\n", named("cards.csv")).lines), "\"b\" error ");
}

TEST(Csv, RefusesAHeaderBeforeAnythingIsRated) {
    const Pantry pantry;
    const auto told = [&](const std::string& csv) {
        const Result result = rated(pantry.library(), csv, named("cards.csv"));
        EXPECT_EQ(result.lines, "");
        return refusal(result);
    };
    EXPECT_EQ(told("scorecard,rule_set,asessor,1,2,fact:forgd\na,small/tea,A,b,b,\n"),
              "1:20 no rule set has a column `asessor` (did you mean `assessor`?)\n1:32 no rule set has a column `fact:forgd` (did you mean `fact:forged`?)\n");
    EXPECT_EQ(told("scorecard,rule_set,1,2,1\na,small/tea,b,b,b\n"), "1:24 the column `1` stands twice, as number 3 and number 5\n");
    EXPECT_EQ(told("scorecard,1,2\na,b,b\n"), "1:1 the header has no column `rule_set`\n");
    EXPECT_EQ(told("rule_set,1,2\nsmall/tea,b,b\n"), "1:1 the header has no column `scorecard`\n");
    EXPECT_EQ(told("scorecard,\"rule_set\na,b\n"), "1:11 row 1: a quote is not closed\n");
    EXPECT_EQ(told("scorecard,\xFF\na,b\n"), "1:11 this byte is not UTF-8; save the file as CSV UTF-8\n");
    EXPECT_NE(told("scorecard,rule_set,whatever\na,small/tea,b\n").find("a column is the id of a criterion, `fact:NAME`, `product.NAME` or `scorecard`, `rule_set`"), std::string::npos);
}

TEST(Csv, MayBeEmptyOrAHeaderAlone) {
    const Pantry pantry;
    for (const std::string& each : {std::string(), std::string("\n"), header, header + "\n\n,,\n"}) {
        const Result result = rated(pantry.library(), each, named("cards.csv"));
        EXPECT_TRUE(result.run) << refusal(result);
        EXPECT_EQ(result.run.tally.all.scorecards, 0U);
        EXPECT_EQ(result.lines, "");
    }
}

TEST(Csv, IsNotRatedWhereTheSourceBreaksOffInTheHeader) {
    const Pantry pantry;
    const std::string broken = "scorecard,\"rule\n_set";
    const auto failing = [part = blocks(broken)](char* into, std::size_t room) mutable {
        const std::size_t got = part(into, room);
        if (got == 0) throw std::runtime_error("the disk is gone");
        return got;
    };
    std::string lines;
    EXPECT_THROW(portfolio::rate(pantry.library(), failing, [&](std::string_view more) { lines += more; }, named("cards.csv")), std::runtime_error);
    EXPECT_EQ(lines, "");
}

// A column is for those rule sets that have its criterion.
TEST(Csv, HasScorecardsOfSeveralRuleSets) {
    const Pantry pantry;
    const Result result = rated(pantry.library(), "scorecard,rule_set,1,2,3\na,small/tea,b,b,\nb,small/rice,,,b\nc,small/rice,a,,b\n", named("cards.csv"));
    EXPECT_EQ(result.run.tally.all.stars[5], 2U);
    EXPECT_EQ(result.errors, "cards.csv:1:20: the form has no criterion `1`\n");
}

TEST(Csv, ReadsOverAScorecardThatIsTooLarge) {
    const Pantry pantry;
    std::string csv = header + "a,small/tea,A,,b,b\n";
    const std::string long_maker(1U << 20U, 'x');
    for (int i = 0; i < 20; ++i) csv += "b,small/tea,A" + std::to_string(i) + "," + long_maker + ",b,b\n";
    csv += "c,small/tea,A," + std::string(20U << 20U, 'y') + ",b,b\nc,small/tea,B,,b,b\nd,small/tea,A,,b,z\n";
    const Result result = rated(pantry.library(), csv, named("cards.csv"));
    EXPECT_EQ(ids(result.lines), "\"a\" \"b\" error \"c\" error \"d\" error ");
    EXPECT_EQ(result.errors, "cards.csv:3:1: row 3: the rows of this scorecard are larger than 16777216 bytes\n"
                             "cards.csv:23:1: row 23: the rows of this scorecard are larger than 16777216 bytes\n"
                             "cards.csv:25:18: `2` has no option `z`\n");
}

TEST(Csv, IsReadAsOneFileIsRead) {
    EXPECT_EQ(read_alone(header + "a,small/tea,A,,b,b\n"), "1 and 0");
    EXPECT_EQ(read_alone("scorecard,rule_set,1,1\na,small/tea,b,b\n"), "0 and 1");
}

// ---- results as CSV ----

TEST(CsvResults, AreARowAScorecard) {
    const Pantry pantry;
    portfolio::Options options = named("cards.ndjson");
    options.output = portfolio::Format::csv;
    const std::string third = R"({"scorecard": "T \"3\", x", "rule_set": "small/tea", "level": "province", "sheets": [{"assessor": "A", "marks": {"1": "a", "2": "b"}}]})" "\n";
    const Result result = rated(pantry.library(), card_line("T-1", "b") + third + "x\n", options);
    EXPECT_EQ(result.lines,
              "scorecard,rule_set,outcome,stars,band,total,parts,blocked_by,authority,final,findings,message\n"
              "T-1,small/tea,rated,5,5,100,A=100,,,,\"date-unknown; level-unknown\",\n"
              "\"T \"\"3\"\", x\",small/tea,rated,3,3,60,A=60,points 10 for 4,,,date-unknown,\n"
              ",,error,,,,,,,,,cards.ndjson:3:1: the JSON ends before it is complete\n");
}

TEST(CsvResults, OfNothingAreAHeader) {
    const Pantry pantry;
    portfolio::Options options = named("cards.ndjson");
    options.output = portfolio::Format::csv;
    EXPECT_EQ(rated(pantry.library(), "", options).lines, "scorecard,rule_set,outcome,stars,band,total,parts,blocked_by,authority,final,findings,message\n");
}

}  // namespace
}  // namespace ocop::test
