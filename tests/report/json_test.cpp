// The result line that other programs rely on, and the trail as data.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <ocop/report.hpp>

#include "report/lines.hpp"
#include "report/sample_trail.hpp"

namespace ocop::report {
namespace {

using nlohmann::ordered_json;

std::vector<std::string> keys(const ordered_json& object) {
    std::vector<std::string> out;
    for (const auto& [key, value] : object.items()) out.push_back(key);
    return out;
}

TEST(ResultLine, HasTheFieldsInTheirOrder) {
    const std::string line = json_line(test::rated_trail().summary);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    const ordered_json found = ordered_json::parse(line);
    EXPECT_EQ(keys(found), (std::vector<std::string>{"scorecard", "rule_set", "outcome", "stars", "band", "total", "parts", "blocked_by", "recognition", "findings"}));
    EXPECT_EQ(found["stars"], 4);
    EXPECT_EQ(found["total"], "72.5");
    EXPECT_EQ(found["parts"].dump(), R"({"A":"54","B":"18.5"})");
    EXPECT_EQ(found["blocked_by"].dump(), R"(["minimum 1.1 for 5","points 17.5 for 5"])");
    EXPECT_EQ(found["recognition"].dump(), R"({"authority":"province","final":true,"standing":"final","certificate":"36 months"})");
    EXPECT_EQ(found["findings"][0]["kind"], "evidence-missing");
    EXPECT_EQ(found["findings"][0]["sheet"], nullptr);
    EXPECT_EQ(found["findings"][0]["text"]["en"], "Criterion 1.5 was given points without evidence.");
}

TEST(ResultLine, OfAnUndecidedCardHasTheRange) {
    const ordered_json found = ordered_json::parse(json_line(test::undecided_trail().summary));
    for (const char* key : {"stars", "band", "total", "recognition"}) EXPECT_EQ(found[key], nullptr) << key;
    EXPECT_EQ(found["parts"].dump(), R"({"A":"54","B":null})");
    EXPECT_EQ(found["range"].dump(), R"({"total":["50","217/3"],"stars":[3,4],"outcomes":["rated","rejected"],"exact":false})");
}

TEST(ResultLine, KeepsNoStarAndNothingApart) {
    Summary summary = test::rated_trail().summary;
    summary.stars = 0;
    EXPECT_EQ(ordered_json::parse(json_line(summary))["stars"], 0);
}

TEST(ResultLine, SurvivesWhatIsNotUtf8) {
    Summary summary = test::rated_trail().summary;
    summary.scorecard = "a\xff\"b";
    EXPECT_TRUE(ordered_json::accept(json_line(summary)));
}

TEST(ErrorLine, NamesTheCardAndTheReason) {
    const Diagnostics why = {{Diagnostic::Severity::warning, "w", {}, {"", "never mind"}, {}},
                             {Diagnostic::Severity::error, "unknown-option", {"card.yaml", 12, 5, 1, ""}, {"không có mức z", "there is no option `z`"}, {"", "write a, b or c"}}};
    const ordered_json found = ordered_json::parse(json_error("X-1", "26-2026/food/tea", why));
    EXPECT_EQ(found["outcome"], "error");
    EXPECT_EQ(found["scorecard"], "X-1");
    EXPECT_EQ(found["stars"], nullptr);
    EXPECT_EQ(found["message"], "card.yaml:12:5: there is no option `z`");
    EXPECT_EQ(found["diagnostics"][1]["code"], "unknown-option");
    EXPECT_EQ(ordered_json::parse(json_error("", "", {}))["scorecard"], nullptr);
}

TEST(TrailJson, IsTheResultLineAndTheTrail) {
    const ordered_json found = ordered_json::parse(json(test::rated_trail()));
    ordered_json line = found;
    line.erase("trail");
    EXPECT_EQ(line.dump(), json_line(test::rated_trail().summary));
    EXPECT_EQ(keys(found["trail"]), (std::vector<std::string>{"engine", "rule_set", "council", "card", "facts", "sheets", "nodes", "gates", "stopped_after", "bands",
                                                              "total_before_rounding", "ceiling", "minima", "to_next_band", "readings", "agreement", "question", "reasons", "recognition_cite"}));
}

TEST(TrailJson, CarriesEveryStep) {
    const ordered_json trail = ordered_json::parse(json(test::rated_trail()))["trail"];
    EXPECT_EQ(trail["rule_set"]["digest"], std::string(64, 'a'));
    EXPECT_EQ(trail["council"]["combine"], "mean");
    EXPECT_EQ(trail["card"]["product"]["maker"], "HTX Mỹ Hòa");
    const ordered_json& origin = trail["nodes"][2];
    EXPECT_EQ(origin["kind"], "criterion");
    EXPECT_EQ(origin["parent"], 1);
    EXPECT_EQ(trail["nodes"][0]["parent"], nullptr);
    EXPECT_EQ(origin["points"], "2.75");
    EXPECT_EQ(origin["by_sheet"].dump(), R"(["3","3","2","3"])");
    EXPECT_EQ(origin["marks"][2]["options"].dump(), R"(["b"])");
    EXPECT_EQ(origin["marks"][2]["state"], "marked");
    EXPECT_EQ(trail["gates"][0]["condition"]["operands"][0].dump(), R"({"text":"grown_in_province","value":"true"})");
    EXPECT_EQ(trail["bands"][1]["interval"], "[70..90)");
    EXPECT_EQ(trail["minima"][1]["required"], "3");
    EXPECT_EQ(trail["minima"][1]["met"], false);
    EXPECT_EQ(trail["readings"][1]["alternatives"][1]["changes"], true);
    EXPECT_EQ(trail["ceiling"], 4);
    EXPECT_EQ(trail["to_next_band"], "17.5");
}

TEST(TrailJson, SaysNullForWhatIsNotKnown) {
    const ordered_json trail = ordered_json::parse(json(test::undecided_trail()))["trail"];
    EXPECT_EQ(trail["gates"][0]["met"], nullptr);
    EXPECT_EQ(trail["gates"][0]["condition"]["operands"][0]["value"], nullptr);
    EXPECT_EQ(trail["facts"][0]["value"], nullptr);
    EXPECT_EQ(trail["nodes"][5]["marks"][2]["state"], "missing");
    EXPECT_EQ(trail["nodes"][5]["by_sheet"][2], nullptr);
}

TEST(TrailJson, HasTheSameBytesTwice) { EXPECT_EQ(json(test::rated_trail()), json(test::rated_trail())); }

}  // namespace
}  // namespace ocop::report
