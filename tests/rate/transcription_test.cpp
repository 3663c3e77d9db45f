// The shipped rule sets of Decision 26/2026 against a second transcription of the form.
#include <gtest/gtest.h>

#include <span>

#include "reference/form.hpp"
#include "subjects.hpp"
#include "transcription_tables.hpp"

namespace ocop::test {
namespace {

struct Form {
    const char* id;
    std::span<const Row> rows;
    int criteria, options, minima;
};

const Form forms[] = {
    {"26-2026/food/fresh-produce", fresh_produce, 32, 105, 22},
    {"26-2026/food/tea", tea, 32, 106, 23},
    {"26-2026/handicraft/household-and-decorative-handicraft", household_handicraft, 28, 92, 20},
    {"26-2026/tourism/community-tourism", community_tourism, 32, 92, 3},
};

std::string row(const std::string& id, const reference::Case& each) {
    std::string points, minima;
    for (const reference::Option& option : each.options) {
        points += (points.empty() ? "" : " ") + option.points.text();
        for (const reference::Minimum& minimum : option.minima)
            minima += (minima.empty() ? "" : " ") + std::to_string(minimum.star) + "@" + option.points.text();
    }
    return id + ": " + points + " | " + minima;
}

std::vector<std::string> rows(const nlohmann::json& rule_set) {
    std::vector<std::string> out;
    for (const reference::Criterion& criterion : reference::criteria(rule_set))
        for (std::size_t i = 0; i < criterion.cases.size(); ++i)
            out.push_back(row(criterion.id + (criterion.cases.size() > 1 ? "/" + std::to_string(i + 1) : ""), criterion.cases[i]));
    return out;
}

class Transcription : public testing::TestWithParam<Form> {
protected:
    Transcription() : shown_(subject(GetParam().id).shown) {}
    nlohmann::json shown_;
};

TEST_P(Transcription, OptionsAndMinimaAreThoseOfTheForm) {
    std::vector<std::string> expected;
    for (const Row& each : GetParam().rows) expected.push_back(std::string(each.id) + ": " + each.points + " | " + each.minima);
    EXPECT_EQ(rows(shown_), expected);
}

TEST_P(Transcription, PartsHaveFortyTwentyFiveAndThirtyFivePoints) {
    std::vector<std::string> parts;
    for (const auto& part : shown_.at("parts")) parts.push_back(part.at("id").get<std::string>() + " " + reference::points_of(part.at("max")).text());
    EXPECT_EQ(parts, (std::vector<std::string>{"A 40", "B 25", "C 35"}));
}

// The best option of every criterion, taken together.
TEST_P(Transcription, CriteriaAddUpToAHundred) {
    reference::Fraction best;
    for (const reference::Criterion& criterion : reference::criteria(shown_)) {
        reference::Fraction most;
        for (const reference::Case& each : criterion.cases)
            for (const reference::Option& option : each.options) most = std::max(most, option.points);
        EXPECT_EQ(most, criterion.max) << criterion.id;
        best = best + most;
    }
    EXPECT_EQ(best, reference::Fraction(100));
}

TEST_P(Transcription, NumberOfCriteriaOptionsAndMinima) {
    int options = 0, minima = 0;
    const auto criteria = reference::criteria(shown_);
    for (const reference::Criterion& criterion : criteria)
        for (const reference::Case& each : criterion.cases)
            for (const reference::Option& option : each.options) {
                ++options;
                minima += static_cast<int>(option.minima.size());
            }
    EXPECT_EQ(static_cast<int>(criteria.size()), GetParam().criteria);
    EXPECT_EQ(options, GetParam().options);
    EXPECT_EQ(minima, GetParam().minima);
}

// Article 3: 90 to 100, 70 to under 90, 50 to under 70, 30 to under 50, under 30.
TEST_P(Transcription, BandsAreThoseOfArticleThree) {
    std::map<std::string, std::string> bands;
    for (const auto& [star, band] : shown_.at("stars").items()) bands[star] = band.is_string() ? band.get<std::string>() : band.at("band").get<std::string>();
    EXPECT_EQ(bands, (std::map<std::string, std::string>{
                         {"1", "[0..30)"}, {"2", "[30..50)"}, {"3", "[50..70)"}, {"4", "[70..90)"}, {"5", "[90..100]"}}));
}

std::string test_name(const testing::TestParamInfo<Form>& info) {
    std::string out = std::string(info.param.id).substr(8);
    for (char& c : out)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    return out;
}

INSTANTIATE_TEST_SUITE_P(Decision26, Transcription, testing::ValuesIn(forms), test_name);

}  // namespace
}  // namespace ocop::test
