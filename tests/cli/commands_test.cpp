// The other subcommands as processes.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "cli/sample_rules.hpp"

namespace ocop::test {
namespace {

using nlohmann::json;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Command, HelpsByExample) {
    const Kitchen kitchen;
    const Ran ran = kitchen.run("--help");
    EXPECT_EQ(ran.status, 0);
    EXPECT_TRUE(has(ran.out, "Examples:"));
    for (const char* each : {"rate", "improve", "check", "list", "show", "form", "eval", "schema"}) {
        const Ran help = kitchen.run(std::string(each) + " --help");
        EXPECT_EQ(help.status, 0) << each;
        EXPECT_TRUE(has(help.out, std::string("ocop ") + each)) << help.out;
        EXPECT_EQ(help.err, "");
    }
}

TEST(Command, TellsItsVersion) {
    const Ran ran = Kitchen().run("--version");
    EXPECT_EQ(ran.status, 0);
    EXPECT_TRUE(ran.out.starts_with("ocop "));
}

TEST(Command, ExitsWithTwoForBadUsage) {
    const Kitchen kitchen;
    for (const char* each : {"", "nonsense", "rate", "rate --format xml card.yaml", "rate --nonsense", "show", "list --lang fr"}) {
        const Ran ran = kitchen.run(each);
        EXPECT_EQ(ran.status, 2) << each;
        EXPECT_EQ(ran.out, "") << each;
        EXPECT_NE(ran.err, "") << each;
    }
}

// ---- check ----

TEST(Check, FindsNothingInGoodRules) {
    const Ran ran = Kitchen().run("check");
    EXPECT_EQ(ran.status, 0) << ran.out;
    EXPECT_TRUE(has(ran.out, "1 rule set checked: 0 errors")) << ran.out;
}

TEST(Check, IsNotStoppedByABrokenRuleSet) {
    const Kitchen kitchen;
    kitchen.write("rules/small/broken.yaml", broken_rules);
    const Ran ran = kitchen.run("check");
    EXPECT_EQ(ran.status, 1);
    EXPECT_TRUE(has(ran.out, "small/broken.yaml:4:1: error:")) << ran.out;
    EXPECT_TRUE(has(ran.out, "2 rule sets checked")) << ran.out;
    EXPECT_EQ(kitchen.run("check small/tea").status, 0);
    EXPECT_EQ(kitchen.run("check small/broken").status, 1);
}

TEST(Check, TakesFilesDirectoriesAndIds) {
    const Kitchen kitchen;
    kitchen.write("rules/large/broken.yaml", std::string(broken_rules).replace(10, 5, "large"));
    EXPECT_EQ(kitchen.run("check rules/small").status, 0);
    EXPECT_EQ(kitchen.run("check rules/small/tea.yaml").status, 0);
    EXPECT_EQ(kitchen.run("check rules/large").status, 1);
    EXPECT_EQ(kitchen.run("check rules").status, 1);
    EXPECT_EQ(kitchen.run("check small/tea large/broken").status, 1);
    EXPECT_EQ(kitchen.run("check no/such").status, 2);
    EXPECT_EQ(kitchen.run("check no/such.yaml").status, 2);
    EXPECT_EQ(kitchen.run("check small/tea no/such").status, 1);
    std::filesystem::create_directory(kitchen.path("other"));
    std::filesystem::copy(kitchen.path("rules"), kitchen.path("other"), std::filesystem::copy_options::recursive);
    EXPECT_EQ(kitchen.run("check other").status, 1);
}

TEST(Check, SpeaksJson) {
    const Kitchen kitchen;
    kitchen.write("rules/small/broken.yaml", broken_rules);
    const Ran ran = kitchen.run("check --format json");
    const json found = json::parse(ran.out);
    EXPECT_EQ(found["checked"].size(), 2U);
    EXPECT_GE(found["errors"].get<int>(), 1);
    EXPECT_EQ(found["diagnostics"][0]["severity"], "error") << ran.out;
    EXPECT_TRUE(std::any_of(found["diagnostics"].begin(), found["diagnostics"].end(), [](const json& each) {
        return each["file"] == "small/broken.yaml" && each["line"] == 4 && each["code"] == "unknown-key";
    })) << ran.out;
}

TEST(Check, TellsDoubtsWithoutFailing) {
    const Kitchen kitchen;
    const Ran ran = kitchen.run("check");
    EXPECT_EQ(ran.status, 0);
    EXPECT_TRUE(has(ran.out, "small/tea.yaml:1:11: warning: no rule test is for this rule set [untested]")) << ran.out;
    EXPECT_TRUE(has(ran.out, "1 rule set checked: 0 errors, 2 warnings, 0 notes")) << ran.out;
    EXPECT_TRUE(has(kitchen.run("check --lang vi").out, "1 bộ tiêu chí đã kiểm tra: 0 lỗi, 2 cảnh báo, 0 ghi chú"));
}

TEST(Check, TellsAnEmptyFile) {
    const Kitchen kitchen;
    kitchen.write("rules/small/coffee.yaml", "# to be written\n");
    const Ran ran = kitchen.run("check");
    EXPECT_EQ(ran.status, 1);
    EXPECT_TRUE(has(ran.out, "small/coffee.yaml: error: the file is empty [empty-file]")) << ran.out;
}

TEST(Check, ExplainsCodes) {
    const Kitchen kitchen;
    const Ran ran = kitchen.run("check --explain untested");
    EXPECT_EQ(ran.status, 0);
    EXPECT_TRUE(ran.out.starts_with("untested (warning): ")) << ran.out;
    EXPECT_TRUE(has(kitchen.run("check --explain untested --lang vi").out, "bộ tiêu chí"));
    const Ran unknown = kitchen.run("check --explain untestd");
    EXPECT_EQ(unknown.status, 2);
    EXPECT_EQ(unknown.out, "");
    EXPECT_TRUE(has(unknown.err, "did you mean `untested`?")) << unknown.err;
}

TEST(Check, SpeaksSarif) {
    const Kitchen kitchen;
    kitchen.write("rules/small/broken.yaml", broken_rules);
    const Ran ran = kitchen.run("check --format sarif");
    EXPECT_EQ(ran.status, 1);
    const json log = json::parse(ran.out);
    EXPECT_EQ(log["version"], "2.1.0");
    const json& run = log["runs"][0];
    EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
    EXPECT_EQ(run["tool"]["driver"]["name"], "ocop");
    bool found = false;
    for (const json& each : run["results"]) {
        const json& rule = run["tool"]["driver"]["rules"][each["ruleIndex"].get<std::size_t>()];
        EXPECT_EQ(rule["id"], each["ruleId"]);
        EXPECT_TRUE(rule.contains("fullDescription")) << rule;
        if (each["ruleId"] != "unknown-key") continue;
        found = true;
        EXPECT_EQ(each["level"], "error");
        const json& place = each["locations"][0]["physicalLocation"];
        EXPECT_EQ(place["artifactLocation"]["uri"], "rules/small/broken.yaml");
        EXPECT_EQ(place["region"].dump(), R"({"endColumn":6,"startColumn":1,"startLine":4})");
    }
    EXPECT_TRUE(found) << ran.out;
}

TEST(Check, OfNothingIsNoAnswer) {
    const Workshop empty;
    const Ran ran = empty.run("check");
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, "--rules"));
}

TEST(Check, TakesTwoFilesThatNameOneRuleSet) {
    const Kitchen kitchen;
    kitchen.write("mine.yaml", "rule_set: mine\nextends: small/tea\nbasis: {decision: \"2/2026\"}\n");
    kitchen.write("yours.yaml", "rule_set: mine\nextends: small/tea\nbasis: {decision: \"2/2026\"}\npartz: []\n");
    const Ran ran = kitchen.run("check mine.yaml yours.yaml");
    EXPECT_EQ(ran.status, 1);
    EXPECT_TRUE(has(ran.out, "yours.yaml:4:1: error:")) << ran.out;
    EXPECT_TRUE(has(ran.out, "2 rule sets checked: 1 error")) << ran.out;
    kitchen.write("yours.yaml", kitchen.read("mine.yaml"));
    EXPECT_TRUE(has(kitchen.run("check mine.yaml yours.yaml").out, "2 rule sets checked: 0 errors"));
}

TEST(Check, NamesFilesForSarifFromTheCurrentDirectory) {
    const Kitchen kitchen;
    const auto uri = [&](const std::string& arguments, const std::string& where) {
        const Ran ran = kitchen.run("check --format sarif " + arguments, {}, {}, where);
        return json::parse(ran.out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].get<std::string>();
    };
    std::filesystem::create_directory(kitchen.path("elsewhere"));
    EXPECT_EQ(uri("", "."), "rules/small/tea.yaml");
    EXPECT_EQ(uri("--rules '" + kitchen.path("rules").string() + "'", "."), "rules/small/tea.yaml");
    EXPECT_EQ(uri("--rules ../rules", "elsewhere"), "small/tea.yaml");
    EXPECT_EQ(uri("rules/small/tea.yaml", "."), "rules/small/tea.yaml");
    EXPECT_EQ(uri("--rules . small/tea", "rules"), "small/tea.yaml");
}

// ---- list and show ----

TEST(List, TellsWhatThereIs) {
    const Kitchen kitchen;
    EXPECT_EQ(kitchen.run("list").out, "small/tea  Tea  2026-05-22\n");
    EXPECT_EQ(kitchen.run("list --lang vi").out, "small/tea  Chè  2026-05-22\n");
    const json found = json::parse(kitchen.run("list --format json").out);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]["id"], "small/tea");
    EXPECT_EQ(found[0]["in_force"]["from"], "2026-05-22");
}

TEST(Show, ShowsARuleSetByIdAndByPath) {
    const Kitchen kitchen;
    const Ran by_id = kitchen.run("show small/tea");
    EXPECT_EQ(by_id.status, 0) << by_id.err;
    EXPECT_TRUE(has(by_id.out, "small/tea — Tea"));
    EXPECT_EQ(kitchen.run("show rules/small/tea.yaml").out, by_id.out);
    const json found = json::parse(kitchen.run("show small/tea --format json").out);
    EXPECT_EQ(found["parts"][0]["items"][0]["options"][1]["minimum_for"], 5);
    EXPECT_EQ(found["parts"][0]["items"][0]["options"][1]["points"], "60");
    EXPECT_EQ(found["stars"]["5"]["cite"]["place"], "Điều 3") << "cited where it is written";
}

TEST(Show, NamesANearId) {
    const Ran ran = Kitchen().run("show small/tae");
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(has(ran.err, "did you mean `small/tea`?")) << ran.err;
}

// ---- form and eval ----

TEST(Form, IsACardThatCanBeRated) {
    const Kitchen kitchen;
    const Ran ran = kitchen.run("form small/tea -o card.yaml");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_TRUE(has(kitchen.read("card.yaml"), "In the commune"));
    const Ran rated = kitchen.run("rate --format ndjson card.yaml");
    EXPECT_EQ(rated.status, 0) << rated.err;
    EXPECT_EQ(json::parse(rated.out)["outcome"], "undecided");
}

TEST(Form, OverwritesNothing) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", "mine");
    const Ran ran = kitchen.run("form small/tea -o card.yaml");
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, "exists already"));
    EXPECT_EQ(kitchen.read("card.yaml"), "mine");
}

TEST(Form, WritesOneFileAMember) {
    const Kitchen kitchen;
    EXPECT_EQ(kitchen.run("form small/tea --sheets 2 -o council --lang vi").status, 0);
    EXPECT_TRUE(has(kitchen.read("council/sheet-1.yaml"), "Thành viên 1"));
    EXPECT_TRUE(has(kitchen.read("council/sheet-2.yaml"), "Thành viên 2"));
    EXPECT_EQ(kitchen.run("form small/tea --sheets 2").status, 2);
}

TEST(Form, HasACsvToo) {
    const Ran ran = Kitchen().run("form small/tea --format csv");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_TRUE(has(ran.out, "scorecard"));
}

TEST(Eval, PrintsTheValue) {
    const Kitchen kitchen;
    EXPECT_EQ(kitchen.run("eval '0.1 + 0.2 = 0.3'").out, "true\n");
    EXPECT_EQ(kitchen.run("eval 'a and b' --facts '{\"a\": true, \"b\": null}'").out, "null\n");
    EXPECT_EQ(kitchen.run("eval '[1, 2]'").out, "[1, 2]\n");
    EXPECT_EQ(kitchen.run("eval -- '-5 + 2'").out, "-3\n");
}

TEST(Eval, SaysWhatIsWrong) {
    const Ran ran = Kitchen().run("eval '1 +'");
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(has(ran.err, "error"));
}

// ---- schema ----

TEST(Schema, ListsWhatThereIs) {
    const Ran ran = Workshop().run("schema");
    EXPECT_EQ(ran.status, 0) << ran.err;
    for (const char* each : {"rule-set ", "scorecard ", "council ", "rule-test ", "costs ", "plan ", "trail ", "improvement ", "portfolio-summary "}) EXPECT_TRUE(has("\n" + ran.out, "\n" + std::string(each))) << ran.out;
}

TEST(Schema, PrintsTheFileWithoutADirectoryOfRules) {
    for (const char* each : {"rule-set", "scorecard", "council", "rule-test", "costs", "plan", "trail", "improvement", "portfolio-summary"}) {
        std::ifstream in(std::string(OCOP_SOURCE_DIR) + "/rules/schema/" + each + ".schema.json", std::ios::binary);
        const std::string file((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        const Ran ran = Workshop().run("schema " + std::string(each));
        EXPECT_EQ(ran.status, 0) << ran.err;
        EXPECT_FALSE(file.empty()) << each;
        EXPECT_EQ(ran.out, file) << each;
    }
}

TEST(Schema, NamesTheNearestWhereThereIsNone) {
    const Ran ran = Workshop().run("schema scorcard");
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(has(ran.err, "there is no schema `scorcard`") && has(ran.err, "did you mean `scorecard`?")) << ran.err;
}

TEST(List, LeavesSchemasAndTestsOut) {
    const Kitchen kitchen;
    std::filesystem::create_directory(kitchen.path("rules/schema"));
    kitchen.write("rules/schema/rule-set.schema.json", "{}");
    kitchen.write("rules/schema/x.yaml", "rule_set: schema/x\n");
    EXPECT_EQ(kitchen.run("list").out, "small/tea  Tea  2026-05-22\n");
    EXPECT_EQ(kitchen.run("check").status, 0);
}

}  // namespace
}  // namespace ocop::test
