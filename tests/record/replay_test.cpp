// Rated again, the same bytes: every example, a thousand times one of them, and on every compiler.
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "base/digest.hpp"
#include "record/json.hpp"
#include "record/samples.hpp"
#include "sanitized.hpp"

namespace ocop::test {
namespace {

record::Verification verified(const std::string& text, const Library& library) { return record::verify(text, "record.json", {&library, {}, {}, {}}); }

TEST(Replay, GivesEveryExampleAgain) {
    for (const auto& card : example_cards()) {
        const record::Verification found = verified(example_record(card), shipped());
        EXPECT_TRUE(found.holds()) << card << "\n" << record::text(found, Language::en);
        EXPECT_EQ(open(found), std::vector<std::string>{});
    }
}

TEST(Replay, GivesTheSameBytesAThousandTimes) {
    const WrittenCards written = WrittenCards::from_file(OCOP_SOURCE_DIR "/examples/scorecards/gom-phu-lang.yaml");
    const RuleSet rules = shipped().load(written.cards.front().rule_set()).value();
    const Scorecard card = Scorecard::read(written.cards.front(), rules).value();
    const std::string first = report::json(rules.rate(card).trail());
    for (std::size_t i = 0; i < 1000 / rarer; ++i) ASSERT_EQ(report::json(rules.rate(card).trail()), first) << i;
}

// Numbers are written without quotes on a card and stand in quotes in its canonical form.
TEST(Replay, ReadsNumbersBooleansAndTextsOfACardBack) {
    const SmallLibrary small;
    for (const char* share : {"12.5", "0", "-3", "100"}) {
        std::string card = small_card;
        card.replace(card.find("12.5"), 4, share);
        const record::Verification found = verified(small_record(card), small.library());
        EXPECT_TRUE(found.holds()) << record::text(found, Language::en);
    }
    std::string named = small_card;
    named.replace(named.find("\"Xoài\""), std::string("\"Xoài\"").size(), "\"true\"");
    EXPECT_TRUE(verified(small_record(named), small.library()).holds());
}

TEST(Replay, NamesWhatDiffers) {
    const SmallLibrary small;
    const Library library = small.library();
    const Json record = Json::parse(small_record());
    const auto told = [&](auto change, const char* code = "replay") {
        Json wrong = record;
        change(wrong);
        const record::Verification found = verified(wrong.dump(), library);
        EXPECT_FALSE(found.holds());
        return faults(found, code);
    };
    EXPECT_EQ(told([](Json& r) { r["trail"]["rule_set"]["digest"] = std::string(64, '0'); }, "replay"), "") << "a statement of its own";
    EXPECT_NE(told([](Json& r) { r["trail"]["rule_set"]["digest"] = std::string(64, '0'); }, "rule-set-digest"), "");
    EXPECT_NE(told([](Json& r) { r["trail"]["council"]["digest"] = std::string(64, '0'); }, "council-digest"), "");
    EXPECT_EQ(told([](Json& r) { r["trail"]["nodes"][2]["title"]["en"] = "x"; }), "criterion 2, `en`: the record says x, rated again it is 2\n");
    EXPECT_EQ(told([](Json& r) { std::swap(r["trail"]["facts"][0], r["trail"]["facts"][1]); }).substr(0, 14), "fact `papers`,");
    EXPECT_EQ(told([](Json& r) { r["trail"]["card"]["product"]["x"] = "y"; }), "`/trail/card/product/x` is not there when rated again\n");
    EXPECT_EQ(told([](Json& r) { r["trail"]["facts"].erase(1); }), "`/trail/facts/1` is missing\n");
    EXPECT_EQ(told([](Json& r) { r["trail"]["nodes"][1]["origin"]["line"] = 1; }), "criterion 1, `line`: the record says 1, rated again it is 12\n");
}

TEST(Replay, TellsAnotherVersionAsSuch) {
    const SmallLibrary small;
    Json record = Json::parse(small_record());
    record["trail"]["engine"] = "ocop 0.0.1";
    const record::Verification found = verified(record.dump(), small.library());
    EXPECT_TRUE(found.holds()) << record::text(found, Language::en);
    EXPECT_NE(record::text(found, Language::en).find("the record was made by ocop 0.0.1, this is ocop "), std::string::npos);
}

TEST(Replay, IsLeftOpenWithoutTheRuleSet) {
    const SmallLibrary small;
    const record::Verification without = record::verify(small_record(), "r", {});
    EXPECT_EQ(failing(without), std::vector<std::string>{});
    EXPECT_EQ(open(without), (std::vector<std::string>{"rule-set-digest", "replay"}));
    EXPECT_FALSE(without.holds());
    const record::Verification elsewhere = verified(small_record(), shipped());
    EXPECT_EQ(open(elsewhere), (std::vector<std::string>{"rule-set-digest", "replay"}));
    EXPECT_NE(record::text(elsewhere, Language::en).find("test/small"), std::string::npos);
}

TEST(Replay, NoticesAChangedRuleSet) {
    const SmallLibrary small;
    std::string rules = small_rules;
    rules.replace(rules.find("Thiếu"), std::string("Thiếu").size(), "Không có");
    small.write("test/small.yaml", rules);
    EXPECT_EQ(failing(verified(small_record(), small.library())), (std::vector<std::string>{"rule-set-digest", "replay"}));
}

TEST(Replay, TakesTheCouncilsOwnRules) {
    const SmallLibrary small;
    const std::string own = "council: {combine: median}\nbasis: {decision: \"12/QĐ\", place: \"2\"}\n";
    small.write("councils/own.yaml", own);
    const Library library = small.library();
    const RuleSet rules = library.load("test/small", "own").value();
    const std::string card = std::string(small_card) + "council: own\n";
    const std::string record = report::json(rules.rate(Scorecard::from_text(card, rules).value()).trail());
    const record::Verification found = verified(record, library);
    EXPECT_TRUE(found.holds()) << record::text(found, Language::en);
    // A card that does not name this council was not to be rated under its rules.
    const std::string unnamed = report::json(rules.rate(Scorecard::from_text(small_card, rules).value()).trail());
    EXPECT_EQ(open(verified(unnamed, library)), (std::vector<std::string>{"rule-set-digest", "council-digest", "replay"}));
    EXPECT_TRUE(record::verify(unnamed, "r", {&library, own, "own.yaml", {}}).holds());
    // From a file: its text is given, its name is the record's.
    const RuleSet from_file = library.load("test/small").value().with_council(own, "somewhere/own.yaml").value();
    const std::string other = report::json(from_file.rate(Scorecard::from_text(small_card, from_file).value()).trail());
    EXPECT_EQ(open(verified(other, library)), (std::vector<std::string>{"rule-set-digest", "council-digest", "replay"}));
    EXPECT_TRUE(record::verify(other, "r", {&library, own, "here.yaml", {}}).holds());
    EXPECT_EQ(failing(record::verify(other, "r", {&library, own + "title: {vi: \"x\", en: \"x\"}\n", "here.yaml", {}})).front(), "council-digest");
}

TEST(Replay, TakesEachOfSeveralRecords) {
    const SmallLibrary small;
    Json wrong = Json::parse(small_record());
    wrong["scorecard"] = "T-2";
    const record::Verification found = verified("[" + small_record() + "," + wrong.dump() + "," + report::json_error("T-3", "test/small", {}) + "]", small.library());
    ASSERT_EQ(found.records.size(), 3U);
    EXPECT_TRUE(found.records[0].holds());
    EXPECT_FALSE(found.records[1].holds());
    EXPECT_FALSE(found.records[2].holds());
    EXPECT_EQ(found.records[2].statements.front().code, "rated");
    EXPECT_FALSE(found.holds());
    const Json told = Json::parse(record::json(found));
    EXPECT_EQ(told["holds"], false);
    EXPECT_EQ(told["records"][1]["scorecard"], "T-2");
    EXPECT_EQ(told["records"][1]["statements"].size(), found.records[1].statements.size());
}

// Every compiler and machine must give these. OCOP_ACCEPT=1 in the environment writes the file anew; read the difference before
// it is committed. Everything but the version of the program.
TEST(Golden, RecordsHaveTheDigestsWrittenDown) {
    const std::string file = OCOP_SOURCE_DIR "/tests/record/golden/examples.sha256";
    std::string found;
    for (const auto& card : example_cards()) {
        Json record = Json::parse(example_record(card));
        record["trail"].erase("engine");
        found += base::sha256(record::canonical(record)) + "  " + card.filename().string() + "\n";
    }
    if (std::getenv("OCOP_ACCEPT") != nullptr) std::ofstream(file, std::ios::binary) << found;
    std::ifstream in(file, std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), found);
}

}  // namespace
}  // namespace ocop::test
