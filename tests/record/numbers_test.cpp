// A record's own numbers: right for every record there is, and each seeded fault is told by the statement it breaks.
#include <gtest/gtest.h>

#include <functional>

#include "rate/subjects.hpp"
#include "record/samples.hpp"
#include "reference/random_cards.hpp"
#include "sanitized.hpp"

namespace ocop::test {
namespace {

record::Verification verified(const std::string& text) { return record::verify(text, "record.json", {}); }

Json& node(Json& record, const std::string& id) {
    for (Json& each : record["trail"]["nodes"])
        if (each["id"] == id) return each;
    throw std::runtime_error("no node " + id);
}

struct Fault {
    const char* name;
    std::function<void(Json&)> seed;
    std::vector<std::string> statements;  // those that fail at least
    const char* told;                     // of the first of them
};

// 86.6 points, band 4, no cap; criterion 2 misses its minimum for 4: 3 stars.
const std::vector<Fault>& small_faults() {
    static const std::vector<Fault> all = {
        {"Stars", [](Json& r) { r["stars"] = 4; }, {"stars"}, "`/stars`: 3 was worked out, the record says 4"},
        {"Outcome", [](Json& r) { r["outcome"] = "stopped"; }, {"outcome"}, "`/outcome`: rated was worked out"},
        {"Band", [](Json& r) { r["band"] = 5; }, {"band"}, "`/band`: 4 was worked out, the record says 5"},
        {"Total", [](Json& r) { r["total"] = "90"; }, {"total"}, "`/total`: 86.6 was worked out, the record says 90"},
        {"Unrounded", [](Json& r) { r["trail"]["total_before_rounding"] = "86.7"; }, {"combination"}, "`/trail/total_before_rounding`: 86.6 was worked out"},
        {"Ceiling", [](Json& r) { r["trail"]["ceiling"] = 5; }, {"ceiling"}, "`/trail/ceiling`: 4 was worked out"},
        {"Part", [](Json& r) { r["parts"]["A"] = "90"; }, {"parts"}, "`/parts`"},
        {"PartLeftOut", [](Json& r) { r["parts"] = Json::object(); }, {"parts"}, "`/parts`"},
        {"Mark", [](Json& r) { node(r, "1")["marks"][1]["points"] = "80"; }, {"sheets", "combination"}, "part A, sheet 2: 80 was worked out, the record says 90"},
        {"MarkAboveItsMaximum", [](Json& r) { node(r, "1")["marks"][1]["points"] = "91"; }, {"marks"}, "criterion 1, sheet 2: 91 points, more than the maximum 90"},
        {"MarkBelowNothing", [](Json& r) { node(r, "1")["marks"][1]["points"] = "-1"; }, {"marks"}, "criterion 1, sheet 2: -1 cannot be the points of one sheet"},
        {"MarkAsAFraction", [](Json& r) { node(r, "1")["marks"][1]["points"] = "1/3"; }, {"marks"}, "1/3 cannot be"},
        {"OneOptionTwoPoints", [](Json& r) { node(r, "2")["marks"][2]["points"] = "9"; }, {"marks", "minima"}, "criterion 2, sheet 3: option b gives 9 points, on another sheet 10"},
        {"MarkMissing", [](Json& r) { node(r, "1")["marks"][0]["state"] = "missing"; }, {"marks"}, "criterion 1, sheet 1: not assessed or ignored, and yet it has points"},
        {"MarkNotApplicable", [](Json& r) { node(r, "2")["marks"][0]["state"] = "not-applicable"; }, {"marks"}, "gives 0 points, the record says 10"},
        {"MarkWithoutPoints", [](Json& r) { node(r, "2")["marks"][0]["points"] = nullptr; }, {"marks", "sheets", "outcome"}, "has no points"},
        {"MarkIgnored", [](Json& r) { node(r, "2")["marks"][0]["state"] = "ignored", node(r, "2")["marks"][0]["points"] = nullptr; }, {"stop"}, "criterion 2, sheet 1: ignored, though nothing stopped before it"},
        {"SheetTotal", [](Json& r) { r["trail"]["sheets"][2]["total"] = "80"; }, {"sheets"}, "the total of sheet 3 is 79.8, the record says 80"},
        {"FigureOfASheet", [](Json& r) { node(r, "2")["by_sheet"][1] = "10"; }, {"sheets"}, "criterion 2, sheet 2: 0 was worked out, the record says 10"},
        {"CombinedPoints", [](Json& r) { node(r, "2")["points"] = "10"; }, {"combination"}, "criterion 2, `points`: 20/3 was worked out, the record says 10"},
        {"Combine", [](Json& r) { r["trail"]["council"]["combine"] = "median"; }, {"combination"}, "part A, `points`: 90 was worked out"},
        {"Rounding", [](Json& r) { r["trail"]["readings"][0]["chosen"] = "half-up 0"; }, {"total"}, "`/total`: 87 was worked out, the record says 86.6"},
        {"UnknownWay", [](Json& r) { r["trail"]["readings"][0]["chosen"] = "half-down 0"; }, {"readings"}, "the reading `rounding` has no way `half-down 0`"},
        {"ReadingLeftOut", [](Json& r) { r["trail"]["readings"].erase(0); }, {"readings"}, "the reading `rounding` is missing"},
        {"ReadingTwice", [](Json& r) { r["trail"]["readings"].push_back(r["trail"]["readings"][0]), r["trail"]["readings"].back()["chosen"] = "none"; }, {"readings"}, "stands there twice"},
        {"ReadingThatChanges", [](Json& r) { r["trail"]["readings"][0]["alternatives"][0]["changes"] = true; }, {"readings"}, "`changes`: false was worked out"},
        {"MinimumRequired", [](Json& r) { r["trail"]["minima"][0]["required"] = "5"; }, {"minima"}, "option b gives 10 points, the record asks for 5"},
        {"MinimumActual", [](Json& r) { r["trail"]["minima"][0]["actual"] = "10"; }, {"minima"}, "the minimum of criterion 2 for 4 stars, `actual`: 20/3 was worked out"},
        {"MinimumMet", [](Json& r) { r["trail"]["minima"][0]["met"] = true; }, {"minima", "stars", "blocked-by"}, "the minimum of criterion 2 for 4 stars, `met`: false was worked out, the record says true"},
        {"MinimumUnknown", [](Json& r) { r["trail"]["minima"][0]["met"] = nullptr; }, {"minima", "outcome"}, "`met`: false was worked out"},
        {"MinimumWaived", [](Json& r) { r["trail"]["minima"][0]["binds"] = false; }, {"minima", "stars"}, "`binds`: true was worked out"},
        {"MinimumOfAnotherStar", [](Json& r) { r["trail"]["minima"][0]["star"] = 5; }, {"stars"}, "`/stars`: 4 was worked out"},
        {"MinimumLeftOut", [](Json& r) { r["trail"]["minima"] = Json::array(); }, {"stars", "blocked-by"}, "`/stars`: 4 was worked out"},
        {"MinimumOfNoCriterion", [](Json& r) { r["trail"]["minima"][0]["node"] = "A"; }, {"minima"}, "there is no such criterion"},
        {"SheetsThatReachIt", [](Json& r) { r["trail"]["minima"][0]["sheets_met"] = 3; }, {"minima"}, "2 sheets reach it, the record says 3"},
        {"CapMet", [](Json& r) { r["trail"]["gates"][0]["met"] = true; }, {"gates"}, "gate `no-papers`, `met`: false was worked out, the record says true"},
        {"CapThatHolds", [](Json& r) { r["trail"]["gates"][0]["met"] = true, r["trail"]["gates"][0]["condition"]["value"] = true, r["trail"]["gates"][0]["stars"] = 2; }, {"ceiling", "stars"}, "`/trail/ceiling`: 2 was worked out"},
        {"CapWithoutStars", [](Json& r) { r["trail"]["gates"][0]["stars"] = nullptr; }, {"gates"}, "the cap names no stars"},
        {"RejectedAfterAll", [](Json& r) { r["trail"]["gates"][0]["effect"] = "reject", r["trail"]["gates"][0]["met"] = true, r["trail"]["gates"][0]["condition"]["value"] = true; }, {"outcome", "stars"}, "`/outcome`: rejected was worked out"},
        {"BandMoved", [](Json& r) { r["trail"]["bands"][1]["low"] = "87"; }, {"form"}, "the band [70..90) does not agree"},
        {"BandMovedWithItsText", [](Json& r) { r["trail"]["bands"][1]["low"] = "87", r["trail"]["bands"][1]["interval"] = "[87..90)"; }, {"band", "ceiling"}, "`/band`: 3 was worked out"},
        {"BandsReordered", [](Json& r) { std::swap(r["trail"]["bands"][0], r["trail"]["bands"][1]); }, {"form"}, "the bands do not stand highest first"},
        {"BlockedByNothing", [](Json& r) { r["blocked_by"] = Json::array(); }, {"blocked-by"}, "`/blocked_by`: [\"minimum 2 for 4\"] was worked out, the record says []"},
        {"NextBand", [](Json& r) { r["trail"]["to_next_band"] = "3"; }, {"next-band"}, "`/trail/to_next_band`: 3.4 was worked out"},
        {"RangeOfARatedCard", [](Json& r) { r["range"] = {{"total", {"0", "1"}}, {"stars", {0, 1}}, {"outcomes", {"rated"}}, {"exact", true}}; }, {"range"}, "there should be no range"},
        {"Stopped", [](Json& r) { r["trail"]["stopped_after"] = "1"; }, {"stop"}, "`/trail/stopped_after`: nothing was worked out"},
        {"NodeLeftOut", [](Json& r) { r["trail"]["nodes"].erase(2); }, {"sheets", "minima"}, "part A, sheet 1: 80 was worked out, the record says 90"},
        {"NodeTwice", [](Json& r) { r["trail"]["nodes"].push_back(r["trail"]["nodes"][2]); }, {"form"}, "criterion 2 stands there twice"},
        {"NodesReordered", [](Json& r) { std::swap(r["trail"]["nodes"][0], r["trail"]["nodes"][1]); }, {"form"}, "criterion 1 does not follow the node above it"},
        {"WrongParent", [](Json& r) { node(r, "2")["parent"] = 1; }, {"form"}, "criterion 2 stands below a criterion"},
        {"WrongDepth", [](Json& r) { node(r, "2")["depth"] = 2; }, {"form"}, "criterion 2 has the `depth` 2, it stands at 1"},
        {"NoParent", [](Json& r) { node(r, "2")["parent"] = nullptr; }, {"form"}, "criterion 2 has nothing above it, and is no part"},
        {"MarkLeftOut", [](Json& r) { node(r, "2")["marks"].erase(1); }, {"form"}, "criterion 2 has 2 marks, there should be 3"},
        {"SheetLeftOut", [](Json& r) { r["trail"]["sheets"].erase(1); }, {"form", "copies"}, "part A has 3 figures in `by_sheet`, and there are 2 sheets"},
        {"OtherScorecard", [](Json& r) { r["scorecard"] = "T-2"; }, {"copies"}, "`/trail/card/id` is T-1, `/scorecard` is T-2"},
        {"OtherProduct", [](Json& r) { r["trail"]["card"]["product"]["name"] = "Ổi"; }, {"copies"}, "`/trail/card/product/name` is Ổi"},
        {"OtherAssessor", [](Json& r) { r["trail"]["sheets"][0]["assessor"] = "Ai đó"; }, {"copies"}, "`/trail/sheets/0/assessor` is Ai đó"},
        {"OtherLevel", [](Json& r) { r["trail"]["card"]["level"] = "ministry"; }, {"copies"}, "`/trail/card/level` is ministry"},
        {"CardDigest", [](Json& r) { r["trail"]["card"]["digest"] = std::string(64, '0'); }, {"card-digest"}, "`/trail/card/digest`"},
        {"CardChanged", [](Json& r) { r["trail"]["card"]["written"]["facts"]["share"] = "13"; }, {"card-digest"}, "`/trail/card/digest`"},
        {"RecognitionOfNobody", [](Json& r) { r["trail"]["recognition_cite"] = {{"decision", ""}, {"place", ""}}; }, {"recognition"}, "does not agree with `recognition`"},
    };
    return all;
}

TEST(OwnNumbers, OfASmallRecordHold) {
    const record::Verification found = verified(small_record());
    EXPECT_EQ(failing(found), std::vector<std::string>{}) << record::text(found, Language::en);
}

TEST(OwnNumbers, TellEverySeededFault) {
    const Json record = Json::parse(small_record());
    for (const Fault& each : small_faults()) {
        Json wrong = record;
        each.seed(wrong);
        const record::Verification found = verified(wrong.dump());
        ASSERT_TRUE(found.readable()) << each.name << ": " << to_string(found.diagnostics.at(0));
        EXPECT_FALSE(found.holds());
        const std::vector<std::string> codes = failing(found);
        for (const std::string& code : each.statements) EXPECT_NE(std::find(codes.begin(), codes.end(), code), codes.end()) << each.name << ": " << code << "\n" << record::text(found, Language::en);
        const std::string told = faults(found, each.statements.front());
        EXPECT_NE(told.find(each.told), std::string::npos) << each.name << ":\n" << told;
    }
}

TEST(OwnNumbers, TellTheFirstTenFaultsAndHowManyMore) {
    Json record = Json::parse(example_record(OCOP_SOURCE_DIR "/examples/scorecards/xoai-cat.yaml"));
    for (Json& each : record["trail"]["nodes"]) each["points"] = "0";
    const record::Verification found = verified(record.dump());
    for (const record::Statement& each : found.records.front().statements)
        if (each.code == "combination") {
            EXPECT_EQ(each.faults.size(), 10U);
            EXPECT_GT(each.more, 20U);
        }
    EXPECT_NE(record::text(found, Language::en).find("more\n"), std::string::npos);
    EXPECT_NE(record::text(found, Language::vi).find("chỗ nữa\n"), std::string::npos);
}

TEST(OwnNumbers, OfAnUndecidedCardHaveASoundRange) {
    const Json record = Json::parse(example_record(OCOP_SOURCE_DIR "/examples/scorecards/du-lich-ban-lac.yaml"));
    ASSERT_EQ(record["outcome"], "undecided");
    EXPECT_EQ(failing(verified(record.dump())), std::vector<std::string>{});
    const auto fails = [&](auto change) {
        Json wrong = record;
        change(wrong);
        return failing(verified(wrong.dump()));
    };
    EXPECT_EQ(fails([](Json& r) { r.erase("range"); }), std::vector<std::string>{"range"});
    EXPECT_EQ(fails([](Json& r) { std::swap(r["range"]["total"][0], r["range"]["total"][1]); }), std::vector<std::string>{"range"});
    EXPECT_EQ(fails([](Json& r) { r["range"]["outcomes"].push_back("rejected"); }), std::vector<std::string>{"range"});
    EXPECT_EQ(fails([](Json& r) { r["range"]["stars"][1] = 9; }), std::vector<std::string>{"range"});
    EXPECT_EQ(fails([](Json& r) { r["total"] = "70"; }), std::vector<std::string>{"total"});
    EXPECT_EQ(fails([](Json& r) { r["stars"] = 4, r["outcome"] = "rated", r.erase("range"); }).front(), "outcome");
}

// Every record that is made must hold, whatever its rule set and however little is known.
class RandomRecords : public testing::TestWithParam<const char*> {};

TEST_P(RandomRecords, Hold) {
    const Subject subject = test::subject(GetParam());
    reference::RandomCards cards(subject.shown, 11);
    for (std::size_t i = 0; i < 60 / rarer && !HasFailure(); ++i) {
        const reference::Card complete = cards.complete(7);
        for (const reference::Card& card : {complete, cards.partial(complete)}) {
            const record::Verification found = verified(report::json(subject.rules.rate(read(card, subject)).trail()));
            EXPECT_EQ(failing(found), std::vector<std::string>{}) << record::text(found, Language::en) << "\n" << reference::to_yaml(card);
        }
    }
}

std::string test_name(const testing::TestParamInfo<const char*>& info) {
    std::string out = info.param;
    for (char& c : out)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    return out;
}

INSTANTIATE_TEST_SUITE_P(Rules, RandomRecords,
                         testing::Values("plain", "council", "story", "26-2026/food/fresh-produce", "26-2026/handicraft/household-and-decorative-handicraft", "26-2026/tourism/community-tourism",
                                         "148-2023/food/fresh-produce", "1048-2019/food/tea"),
                         test_name);

}  // namespace
}  // namespace ocop::test
