// Every shipped example: its trail alone proves its stars, and the same card gives the same bytes.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>
#include <ocop/ocop.hpp>

#include "reference/recompute.hpp"

namespace ocop::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> examples() {
    std::vector<fs::path> out;
    if (!fs::exists(OCOP_SOURCE_DIR "/examples/scorecards")) return out;
    for (const auto& entry : fs::directory_iterator(OCOP_SOURCE_DIR "/examples/scorecards"))
        if (entry.path().extension() == ".yaml") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<Rating> rate_all(const fs::path& file) {
    const Library library = Library::open({OCOP_SOURCE_DIR "/rules"}).value();
    const WrittenCards written = WrittenCards::from_file(file);
    EXPECT_TRUE(written.diagnostics.empty()) << to_string(written.diagnostics.front());
    std::vector<Rating> out;
    for (const WrittenCard& card : written.cards) {
        const RuleSet rules = (card.council().empty() ? library.load(card.rule_set()) : library.load(card.rule_set(), card.council())).value();
        out.push_back(rules.rate(Scorecard::read(card, rules).value()));
    }
    return out;
}

class Examples : public testing::TestWithParam<fs::path> {};

TEST_P(Examples, TrailAloneProvesTheStars) {
    for (const Rating& rating : rate_all(GetParam())) {
        const auto wrong = reference::disagreements(nlohmann::json::parse(report::json(rating.trail())));
        EXPECT_TRUE(wrong.empty()) << wrong.front();
    }
}

TEST_P(Examples, SameCardGivesTheSameBytes) {
    const std::vector<Rating> once = rate_all(GetParam()), again = rate_all(GetParam());
    ASSERT_FALSE(once.empty());
    for (std::size_t i = 0; i < once.size(); ++i) {
        EXPECT_EQ(report::json(once[i].trail()), report::json(again[i].trail()));
        EXPECT_EQ(report::text(once[i], Language::vi), report::text(again[i], Language::vi));
    }
}

std::string test_name(const testing::TestParamInfo<fs::path>& info) {
    std::string out = info.param.stem().string();
    for (char& c : out)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    return out;
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Examples);
INSTANTIATE_TEST_SUITE_P(Shipped, Examples, testing::ValuesIn(examples()), test_name);

TEST(ExampleFolder, HasScorecards) { EXPECT_FALSE(examples().empty()) << "no examples/scorecards/*.yaml"; }

}  // namespace
}  // namespace ocop::test
