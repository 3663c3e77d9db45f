// A run that goes on where an earlier one ended, wherever that was.
#include <gtest/gtest.h>

#include <set>

#include "portfolio/in_memory.hpp"

namespace ocop::test {
namespace {

using portfolio::Format;

const std::string source = R"({"scorecard": "1", "rule_set": "small/tea", "product": {"maker": "HTX \"Một\""}, "sheets": [{"marks": {"1": "b", "2": "a"}}]})" "\n"
                           "nonsense\n"
                           R"({"scorecard": "2\n; (3), \"x\"", "rule_set": "small/tea", "product": {"maker": "HTX Hai"}, "sheets": [{"assessor": "A", "marks": {"1": "a", "2": "b"}}]})" "\n\n"
                           R"({"scorecard": " 3 ", "rule_set": "small/tea", "sheets": [{"marks": {"1": "x\ny", "2": "q"}}]})" "\n"
                           R"({"scorecard": "4", "rule_set": "no/such"})" "\n"
                           R"({"scorecard": "5", "rule_set": "small/tea", "facts": {"forged": true}})" "\n" +
                           card_line("6", "b") + card_line("7", "a");

portfolio::Options as(Format format) {
    portfolio::Options options = named("cards.ndjson", 2);
    options.output = format;
    return options;
}

// The results, of which so many bytes are there already, continued.
Result continued(const Library& library, const std::string& text, const std::string& there, Format format) {
    portfolio::Options options = as(format);
    options.earlier = blocks(there);
    return rated(library, text, options);
}

TEST(Resume, GivesTheSameFromEveryCut) {
    const Pantry pantry;
    const Library library = pantry.library();
    for (const Format format : {Format::ndjson, Format::csv}) {
        const Result whole = rated(library, source, as(format));
        ASSERT_EQ(whole.run.tally.all.scorecards, 8U);
        std::set<std::uint64_t> lengths;
        for (std::size_t cut = 0; cut <= whole.lines.size(); ++cut) {
            const std::string part = whole.lines.substr(0, cut);
            const std::uint64_t complete = portfolio::whole_lines(blocks(part), format);
            ASSERT_LE(complete, cut);
            if (!lengths.insert(complete).second) continue;
            const std::string kept = part.substr(0, complete);
            const Result rest = continued(library, source, kept, format);
            ASSERT_TRUE(rest.run) << refusal(rest);
            EXPECT_EQ(kept + rest.lines, whole.lines) << cut;
            EXPECT_EQ(rest.errors, whole.errors) << cut;
            EXPECT_EQ(rest.run.tally, whole.run.tally) << cut;
        }
        EXPECT_EQ(lengths.size(), format == Format::csv ? 10U : 9U) << "nothing, a header, each line";
    }
}

TEST(Resume, WorksForCsvTheSameWay) {
    const Pantry pantry;
    const Library library = pantry.library();
    const std::string csv = "scorecard,rule_set,assessor,maker,1,2\na,small/tea,A,X,b,b\na,small/tea,B,X,a,b\nb,small/tea,A,Y,b\nc,small/tea,A,Y,a,a\n";
    portfolio::Options options = named("cards.csv");
    const Result whole = rated(library, csv, options);
    for (std::size_t end = 0; end != std::string::npos; end = whole.lines.find('\n', end + 1)) {
        const std::string kept = whole.lines.substr(0, end == 0 ? 0 : end + 1);
        options.earlier = blocks(kept);
        const Result rest = rated(library, csv, options);
        EXPECT_EQ(kept + rest.lines, whole.lines);
        EXPECT_EQ(rest.run.tally, whole.run.tally);
    }
}

TEST(Resume, PassesOverManyPieces) {
    const Pantry pantry;
    const Library library = pantry.library();
    std::string text;
    for (int i = 0; i < 4'000; ++i) text += card_line("T-" + std::to_string(i), i % 2 == 0 ? "a" : "b");
    const Result whole = rated(library, text, as(Format::ndjson));
    std::size_t end = 0;
    for (int i = 0; i < 2'345; ++i) end = whole.lines.find('\n', end) + 1;
    const Result rest = continued(library, text, whole.lines.substr(0, end), Format::ndjson);
    EXPECT_EQ(rest.lines, whole.lines.substr(end));
    EXPECT_EQ(rest.run.tally, whole.run.tally);
}

TEST(Resume, RefusesResultsOfSomethingElse) {
    const Pantry pantry;
    const Library library = pantry.library();
    const std::string text = card_line("1", "a") + card_line("2", "b");
    const auto told = [&](const std::string& there, Format format = Format::ndjson) {
        const Result result = continued(library, text, there, format);
        EXPECT_EQ(result.lines, "");
        return refusal(result);
    };
    const std::string one = rated(library, card_line("1", "a"), as(Format::ndjson)).lines, two = rated(library, card_line("2", "b"), as(Format::ndjson)).lines;
    EXPECT_EQ(told(two), "1:1 the earlier results have the scorecard `2` where this is `1`; they are not the results of this file\n");
    EXPECT_EQ(told(one + one), "2:1 the earlier results have the scorecard `1` where this is `2`; they are not the results of this file\n");
    EXPECT_EQ(told(one + two + one), "0:0 there are more earlier results than the 2 scorecards here; they are not the results of this file\n");
    EXPECT_EQ(told("something\n"), "1:1 what stands in the earlier results for this scorecard is no result line\n");
    EXPECT_EQ(told("{\"outcome\": \"rated\", \"stars\": 99}\n"), "1:1 what stands in the earlier results for this scorecard is no result line\n");
    EXPECT_EQ(told(one, Format::csv), "1:1 what stands in the earlier results for this scorecard is no result line\n");
    std::filesystem::remove(pantry.path("rules/small/tea.yaml"));
    EXPECT_EQ(told(one), "1:1 the scorecard `1` was rated by a rule set that is not there now\n");
}

}  // namespace
}  // namespace ocop::test
