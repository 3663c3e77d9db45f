// `ocop rate` as a process: formats, exit statuses, what goes where, and that one bad card stops nothing.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/sample_rules.hpp"

namespace ocop::test {
namespace {

using nlohmann::json;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<json> lines(const std::string& text) {
    std::vector<json> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) out.push_back(json::parse(line));
    return out;
}

TEST(Rate, ExplainsACard) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("T-1", "b", "a"));
    const Ran ran = kitchen.run("rate card.yaml");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_TRUE(has(ran.out, "★★★☆☆ 3 stars · 60 points")) << ran.out;
    EXPECT_EQ(ran.err, "");
    EXPECT_FALSE(has(ran.out, "\x1b")) << "no colour outside a terminal";
}

TEST(Rate, SpeaksTheLanguageAskedForOrTheSystems) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("T-1", "b", "a"));
    EXPECT_TRUE(has(kitchen.run("rate --lang vi card.yaml").out, "3 sao · 60 điểm"));
    EXPECT_TRUE(has(kitchen.run("rate card.yaml", "LANG=vi_VN.UTF-8").out, "3 sao · 60 điểm"));
    EXPECT_TRUE(has(kitchen.run("rate card.yaml", "LANG=vi_VN.UTF-8 LC_ALL=C").out, "3 stars"));
    EXPECT_TRUE(has(kitchen.run("rate --lang en card.yaml", "LANG=vi_VN.UTF-8").out, "3 stars"));
}

TEST(Rate, WrapsAtColumns) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("T-1", "b", "a"));
    std::istringstream in(kitchen.run("rate card.yaml", "COLUMNS=40").out);
    for (std::string line; std::getline(in, line);) {
        std::size_t seen = 0;
        for (const char c : line) seen += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
        EXPECT_LE(seen, 40U) << line;
    }
}

TEST(Rate, StaysBrief) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("T-1", "b", "a"));
    const std::string out = kitchen.run("rate --brief card.yaml").out;
    EXPECT_TRUE(has(out, "WHAT 4 STARS STILL NEED")) << out;
    EXPECT_FALSE(has(out, "PROVENANCE"));
}

TEST(Rate, PrintsOneObjectForOneCardAndAnArrayForSeveral) {
    const Kitchen kitchen;
    kitchen.write("a.yaml", card("T-1", "b", "b"));
    kitchen.write("b.yaml", card("T-2", "a", "a"));
    const json one = json::parse(kitchen.run("rate --format json a.yaml").out);
    EXPECT_EQ(one["stars"], 5);
    EXPECT_EQ(one["trail"]["rule_set"]["id"], "small/tea");
    const json two = json::parse(kitchen.run("rate --format json a.yaml b.yaml").out);
    ASSERT_EQ(two.size(), 2U);
    EXPECT_EQ(two[1]["stars"], 1);
    EXPECT_EQ(two[1]["scorecard"], "T-2");
}

TEST(Rate, WritesMarkdownAndHtml) {
    const Kitchen kitchen;
    kitchen.write("a.yaml", card("T-1", "b", "a"));
    kitchen.write("b.yaml", card("T-2", "a", "a"));
    const std::string markdown = kitchen.run("rate --format markdown a.yaml b.yaml").out;
    EXPECT_TRUE(markdown.starts_with("# Rating: Chè Thái\n\n**★★★☆☆ 3 stars · 60 points**\n")) << markdown;
    EXPECT_TRUE(has(markdown, "\n\n---\n\n# Rating: Chè Thái\n"));
    const std::string html = kitchen.run("rate --format html --lang vi a.yaml b.yaml").out;
    EXPECT_TRUE(html.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
    EXPECT_TRUE(html.ends_with("</html>\n"));
    EXPECT_TRUE(has(html, "id=\"report-2\""));
}

TEST(Rate, WritesAFileInPlaceOfAnOlderOne) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("T-1", "b", "a"));
    kitchen.write("report.txt", "older and much longer than what there is to say");
    for (const std::string format : {"text", "markdown", "html", "json", "ndjson"}) {
        const std::string printed = kitchen.run("rate --format " + format + " card.yaml").out;
        const Ran ran = kitchen.run("rate --format " + format + " -o report.txt card.yaml");
        EXPECT_EQ(ran.status, 0) << ran.err;
        EXPECT_EQ(ran.out, "");
        EXPECT_EQ(kitchen.read("report.txt"), printed) << format;
    }
    EXPECT_TRUE(has(kitchen.run("rate -o - card.yaml").out, "3 stars"));
}

TEST(Rate, SaysWhereItCannotWrite) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("T-1", "b", "a"));
    const Ran ran = kitchen.run("rate --format html -o nowhere/report.html card.yaml");
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, "cannot write `nowhere/report.html`: No such file or directory")) << ran.err;
}

TEST(Rate, NeverWritesOverWhatItReads) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("T-1", "b", "a"));
    const Ran ran = kitchen.run("rate -o ./card.yaml card.yaml");
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, "`./card.yaml` is read in this call and is not overwritten; write to another file")) << ran.err;
    EXPECT_EQ(kitchen.read("card.yaml"), card("T-1", "b", "a"));
}

TEST(Rate, LeavesTheFileAloneWhereNothingCouldBeRead) {
    const Kitchen kitchen;
    kitchen.write("report.html", "older");
    EXPECT_EQ(kitchen.run("rate --format html -o report.html nowhere.yaml").status, 2);
    EXPECT_EQ(kitchen.read("report.html"), "older");
}

TEST(Rate, PrintsOneLineACard) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", card_line("T-1", "b") + card_line("T-2", "a"));
    const Ran ran = kitchen.run("rate --format ndjson cards.ndjson");
    EXPECT_EQ(ran.status, 0) << ran.err;
    const auto found = lines(ran.out);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0]["total"], "100");
    EXPECT_EQ(found[1]["blocked_by"].dump(), R"(["points 10 for 4"])");
}

TEST(Rate, ReadsStandardInput) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", card_line("T-1", "b"));
    const Ran ran = kitchen.run("rate --format ndjson -", {}, "< cards.ndjson");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(lines(ran.out).size(), 1U);
}

TEST(Rate, JoinsMembersSheetsOfOneCard) {
    const Kitchen kitchen;
    kitchen.write("1.yaml", card("T-1", "b", "b", "A"));
    kitchen.write("2.yaml", card("T-1", "a", "b", "B"));
    const Ran ran = kitchen.run("rate --format ndjson 1.yaml 2.yaml");
    const auto found = lines(ran.out);
    ASSERT_EQ(found.size(), 1U) << ran.err;
    EXPECT_EQ(found[0]["total"], "80");
}

TEST(Rate, RatesTheOthersWhereOneIsBad) {
    const Kitchen kitchen;
    kitchen.write("cards.ndjson", card_line("T-1", "b") + card_line("T-2", "z") + card_line("T-3", "a"));
    const Ran ran = kitchen.run("rate --format ndjson cards.ndjson");
    EXPECT_EQ(ran.status, 1);
    const auto found = lines(ran.out);
    ASSERT_EQ(found.size(), 3U) << ran.out;
    EXPECT_EQ(found[1]["outcome"], "error");
    EXPECT_EQ(found[1]["scorecard"], "T-2");
    EXPECT_TRUE(has(found[1]["message"], "z")) << found[1];
    EXPECT_EQ(found[2]["outcome"], "rated");
    EXPECT_TRUE(has(ran.err, "cards.ndjson:2")) << ran.err;
}

TEST(Rate, SaysWhatIsWrongWithAFileAndGoesOn) {
    const Kitchen kitchen;
    kitchen.write("good.yaml", card("T-1", "b", "b"));
    kitchen.write("bad.yaml", "scorecard: [\n");
    const Ran ran = kitchen.run("rate --format json bad.yaml missing.yaml good.yaml");
    EXPECT_EQ(ran.status, 1);
    EXPECT_TRUE(has(ran.err, "bad.yaml")) << ran.err;
    EXPECT_TRUE(has(ran.err, "missing.yaml")) << ran.err;
    EXPECT_EQ(json::parse(ran.out).size(), 3U) << ran.out;
}

TEST(Rate, ExitsWithTwoWhereNothingCouldBeRead) {
    const Kitchen kitchen;
    const Ran ran = kitchen.run("rate missing.yaml");
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(has(ran.err, "missing.yaml"));
}

TEST(Rate, NamesANearRuleSet) {
    const Kitchen kitchen;
    std::string text = card("T-1", "b", "b");
    text.replace(text.find("small/tea"), 9, "small/tee");
    kitchen.write("card.yaml", text);
    const Ran ran = kitchen.run("rate card.yaml");
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, "did you mean `small/tea`?")) << ran.err;
    EXPECT_TRUE(has(ran.err, "card.yaml")) << ran.err;
}

TEST(Rate, AsksForARuleSetWhereNoneIsNamed) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", "scorecard: T-1\nsheets:\n  - {assessor: A, marks: {\"1\": b}}\n");
    const Ran ran = kitchen.run("rate card.yaml");
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, "rule_set")) << ran.err;
}

TEST(Rate, IsAnAnswerWhateverItsOutcome) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("T-1", "b", "a") + "facts: {forged: true}\n");
    const Ran ran = kitchen.run("rate card.yaml");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_TRUE(has(ran.out, "The dossier is rejected: Forged dossier.")) << ran.out;
}

TEST(Rate, TakesACouncilsOwnRules) {
    const Kitchen kitchen;
    kitchen.write("1.yaml", card("T-1", "b", "b", "A"));
    kitchen.write("2.yaml", card("T-1", "b", "b", "B"));
    kitchen.write("3.yaml", card("T-1", "a", "a", "C"));
    kitchen.write("own.yaml", "council: {combine: median}\nbasis: {decision: \"12/QĐ\", place: \"Điều 2\"}\n");
    const auto found = lines(kitchen.run("rate --format ndjson --council own.yaml 1.yaml 2.yaml 3.yaml").out);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]["total"], "100");
    EXPECT_EQ(kitchen.run("rate --council missing.yaml 1.yaml").status, 2);
}

TEST(Rate, FindsRulesWhereItIsTold) {
    const Kitchen kitchen;
    kitchen.write("elsewhere/card.yaml", card("T-1", "b", "b"));
    const std::string rules = kitchen.path("rules").string();
    EXPECT_EQ(kitchen.run("rate --rules '" + rules + "' card.yaml", {}, {}, "elsewhere").status, 0);
    EXPECT_EQ(kitchen.run("--rules '" + rules + "' rate card.yaml", {}, {}, "elsewhere").status, 0);
    EXPECT_EQ(kitchen.run("rate card.yaml", "OCOP_RULES='/nowhere:" + rules + "'", {}, "elsewhere").status, 0);
    EXPECT_EQ(kitchen.run("rate card.yaml", {}, {}, "elsewhere").status, 2);
}

TEST(Rate, TellsOfAFullDisk) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("T-1", "b", "b"));
    const Ran ran = kitchen.run("rate card.yaml", {}, "> /dev/full");
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, "cannot write")) << ran.err;
    EXPECT_EQ(kitchen.run("rate card.yaml", {}, ">&-").status, 2);
}

TEST(Rate, DiesQuietlyWhereNobodyReads) {
    const Kitchen kitchen;
    std::string many;
    for (int i = 0; i < 2000; ++i) many += card_line("T-" + std::to_string(i), "b");
    kitchen.write("cards.ndjson", many);
    const Ran ran = kitchen.run("rate --format ndjson cards.ndjson", {}, "| head -n 1");
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(lines(ran.out).size(), 1U);
}

}  // namespace
}  // namespace ocop::test
