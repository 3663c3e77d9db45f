// The example portfolio: twelve scorecards of six product groups, one of which cannot be read, and a plan.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include <ocop/ocop.hpp>

namespace ocop {
namespace {

const std::string directory = OCOP_SOURCE_DIR "/examples/portfolio/";

Library library() { return Library::open({OCOP_SOURCE_DIR "/rules"}).value(); }

struct Rated {
    portfolio::Run run;
    std::string lines, errors;
};

Rated rated(const std::string& file) {
    Rated out;
    std::ifstream in(directory + file, std::ios::binary);
    portfolio::Options options;
    options.name = file;
    options.errors = [&](std::string_view lines) { out.errors += lines; };
    out.run = portfolio::rate(library(), portfolio::from(in), [&](std::string_view lines) { out.lines += lines; }, options);
    return out;
}

TEST(ExamplePortfolio, IsTheSameAsNdjsonAndAsCsv) {
    const Rated ndjson = rated("cards.ndjson"), csv = rated("cards.csv");
    EXPECT_EQ(std::ranges::count(ndjson.lines, '\n'), 12);
    EXPECT_EQ(ndjson.run.tally, csv.run.tally);
    const auto readable = [](const std::string& lines) { return lines.substr(0, lines.rfind("{\"scorecard\"")); };
    EXPECT_EQ(readable(ndjson.lines), readable(csv.lines)) << "but for the place of the bad one";
    EXPECT_EQ(ndjson.errors, "cards.ndjson:12:653: `1.1` has no option `z`\n");
    EXPECT_EQ(csv.errors, "cards.csv:17:333: `1.1` has no option `z`\n");
}

TEST(ExamplePortfolio, HasEveryOutcome) {
    const portfolio::Counts all = rated("cards.ndjson").run.tally.all;
    EXPECT_EQ(all.scorecards, 12U);
    EXPECT_EQ(all.errors, 1U);
    EXPECT_EQ(all.outcomes, (std::array<std::uint64_t, 4>{8, 1, 1, 1}));
    EXPECT_EQ(all.stars[3], 3U);
    EXPECT_EQ(all.stars[4], 3U);
    EXPECT_EQ(all.stars[5], 2U);
}

TEST(ExamplePortfolio, IsHeldAgainstItsPlan) {
    const auto plan = portfolio::Plan::load(directory + "plan.yaml", library()).value();
    const auto found = portfolio::attained(plan, rated("cards.ndjson").run.tally);
    std::vector<std::uint64_t> there, missing;
    for (const auto& each : found.targets) {
        there.push_back(each.there);
        missing.push_back(each.missing);
    }
    EXPECT_EQ(there, (std::vector<std::uint64_t>{4, 2, 1, 0, 2, 3}));
    EXPECT_EQ(missing, (std::vector<std::uint64_t>{0, 1, 1, 1, 0, 0}));
}

}  // namespace
}  // namespace ocop
