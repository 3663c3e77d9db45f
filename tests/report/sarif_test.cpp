// Diagnostics as SARIF: columns in code points, files as URIs.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <ocop/ocop.hpp>

namespace ocop {
namespace {

nlohmann::json result(const Diagnostic& diagnostic) {
    return nlohmann::json::parse(report::sarif({diagnostic}, Language::en))["runs"][0]["results"][0];
}

Diagnostic at(Place place) { return {Diagnostic::Severity::warning, "label-repeated", std::move(place), {{}, "twice"}, {{}, "tell them apart"}}; }

std::string region(const Place& place) { return result(at(place))["locations"][0]["physicalLocation"]["region"].dump(); }

TEST(Sarif, CountsCodePoints) {
    EXPECT_EQ(region({"a.yaml", 3, 6, 2, "vi: \"ít\""}), R"({"endColumn":8,"startColumn":6,"startLine":3})");
    // The same text, its `í` an i and a combining mark: one character, two code points.
    EXPECT_EQ(region({"a.yaml", 3, 6, 2, "vi: \"i\u0301t\""}), R"({"endColumn":9,"startColumn":6,"startLine":3})");
    EXPECT_EQ(region({"a.yaml", 3, 7, 1, "vi: \"i\u0301t\""}), R"({"endColumn":9,"startColumn":8,"startLine":3})");
    EXPECT_EQ(region({"a.yaml", 3, 9, 1, "vi: \"i\u0301t\""}), R"({"endColumn":11,"startColumn":10,"startLine":3})") << "behind the last character";
    EXPECT_EQ(region({"a.yaml", 3, 5000, 2, ""}), R"({"endColumn":5002,"startColumn":5000,"startLine":3})") << "the line is too long to be kept";
}

TEST(Sarif, NamesFilesAsUris) {
    const auto uri = [](const std::string& file) { return result(at({file, 0, 0, 0, {}}))["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].get<std::string>(); };
    EXPECT_EQ(uri("rules/26-2026/food/tea.yaml"), "rules/26-2026/food/tea.yaml");
    EXPECT_EQ(uri("my rules/chè.yaml"), "my%20rules/ch%C3%A8.yaml");
    EXPECT_EQ(uri("/srv/rules/tea.yaml"), "file:///srv/rules/tea.yaml");
}

TEST(Sarif, TellsEachRuleOnceWithItsExplanation) {
    const auto log = nlohmann::json::parse(report::sarif({at({"a.yaml", 1, 1, 1, "x"}), at({"b.yaml", 1, 1, 1, "x"})}, Language::vi));
    const auto& rules = log["runs"][0]["tool"]["driver"]["rules"];
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(rules[0]["id"], "label-repeated");
    EXPECT_EQ(rules[0]["defaultConfiguration"]["level"], "warning");
    EXPECT_EQ(rules[0]["shortDescription"]["text"], find_check("label-repeated")->summary.vi);
    EXPECT_EQ(log["runs"][0]["results"][1]["ruleIndex"], 0);
    EXPECT_EQ(log["runs"][0]["results"][1]["message"]["text"], "twice (tell them apart)");
}

}  // namespace
}  // namespace ocop
