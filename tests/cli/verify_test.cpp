// `ocop verify`, `key`, `sign` and `redact` as processes: exit statuses, files, languages.
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "cli/sample_rules.hpp"

namespace ocop::test {
namespace {

using nlohmann::json;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A kitchen with a rated card in result.json.
class Counter : public Kitchen {
public:
    Counter() {
        write("card.yaml", card("T-1", "b", "a", "Bà Tư"));
        write("result.json", run("rate --format json card.yaml").out);
    }
};

TEST(Verify, SaysWhatHolds) {
    const Counter counter;
    const Ran ran = counter.run("verify result.json");
    EXPECT_EQ(ran.status, 0) << ran.out << ran.err;
    EXPECT_TRUE(has(ran.out, "✓ every sheet adds up [sheets]")) << ran.out;
    EXPECT_TRUE(has(ran.out, "Everything that was checked holds."));
    EXPECT_EQ(ran.err, "");
    EXPECT_TRUE(has(counter.run("verify --lang vi result.json").out, "✓ điểm của mỗi phiếu cộng đúng [sheets]"));
    EXPECT_EQ(counter.run("verify -", {}, "< result.json").status, 0);
    EXPECT_EQ(json::parse(counter.run("verify --format json result.json").out)["holds"], true);
}

TEST(Verify, ExitsWithOneWhereSomethingDoesNotHold) {
    const Counter counter;
    json wrong = json::parse(counter.read("result.json"));
    wrong["stars"] = 5;
    counter.write("wrong.json", wrong.dump());
    const Ran ran = counter.run("verify wrong.json");
    EXPECT_EQ(ran.status, 1);
    EXPECT_TRUE(has(ran.out, "✗ the stars follow from total, caps and minima [stars]\n    `/stars`: 3 was worked out, the record says 5")) << ran.out;
    EXPECT_TRUE(has(ran.out, "This does NOT hold.")) << ran.out;
    EXPECT_TRUE(has(counter.run("verify --lang vi wrong.json").out, "`/stars`: tính ra 3, hồ sơ ghi 5"));
    EXPECT_EQ(json::parse(counter.run("verify --format json wrong.json").out)["holds"], false);
}

TEST(Verify, ExitsWithOneWhereTheRuleSetIsNotThere) {
    const Counter counter;
    counter.write("other/x.yaml", "");
    const Ran ran = counter.run("verify --rules other result.json");
    EXPECT_EQ(ran.status, 1);
    EXPECT_TRUE(has(ran.out, "– rating the card inside again gives this record, byte for byte (it could not be rated again")) << ran.out;
    EXPECT_TRUE(has(ran.out, "small/tea")) << ran.out;
    EXPECT_TRUE(has(ran.out, "Not everything could be checked."));
}

TEST(Verify, ExitsWithTwoWhereNothingCanBeRead) {
    const Counter counter;
    counter.write("half.json", counter.read("result.json").substr(0, 1000));
    const Ran ran = counter.run("verify half.json");
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, "half.json:")) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(counter.run("verify missing.json").status, 2);
    EXPECT_EQ(counter.run("verify result.json --council missing.yaml").status, 2);
    EXPECT_EQ(counter.run("verify result.json --key missing.public").status, 2);
    EXPECT_EQ(counter.run("verify result.json --key card.yaml").status, 2);
    EXPECT_EQ(counter.run("verify").status, 2);
}

TEST(Verify, TakesACouncilsOwnRules) {
    const Counter counter;
    counter.write("own.yaml", "council: {combine: median}\nbasis: {decision: \"12/QĐ\", place: \"Điều 2\"}\n");
    counter.write("own.json", counter.run("rate --format json --council own.yaml card.yaml").out);
    EXPECT_EQ(counter.run("verify own.json").status, 1);
    const Ran ran = counter.run("verify own.json --council own.yaml");
    EXPECT_EQ(ran.status, 0) << ran.out;
    EXPECT_TRUE(has(ran.out, "✓ the digest of the council's rules is that of those found"));
}

TEST(Key, WritesAPairAndOverwritesNothing) {
    const Counter counter;
    const Ran ran = counter.run("key -o council", {}, "; umask 000");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.out, counter.read("council.public"));
    EXPECT_EQ(counter.read("council.public").substr(0, 12), "ocop-public:");
    struct stat file {};
    ASSERT_EQ(::stat(counter.path("council.secret").c_str(), &file), 0);
    EXPECT_EQ(file.st_mode & 0777U, 0600U);
    const std::string secret = counter.read("council.secret");
    const Ran again = counter.run("key -o council");
    EXPECT_EQ(again.status, 2);
    EXPECT_TRUE(has(again.err, "it exists already and is not overwritten")) << again.err;
    EXPECT_EQ(counter.read("council.secret"), secret);
    EXPECT_EQ(counter.run("key").status, 2);
}

TEST(Sign, MakesARecordThatVerifies) {
    const Counter counter;
    counter.run("key -o council");
    counter.run("key -o other");
    const Ran ran = counter.run("sign result.json --key council.secret -o signed.json");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(counter.run("verify signed.json --key council.public").status, 0);
    EXPECT_EQ(counter.run("verify signed.json --key $(cat council.public)").status, 0);
    EXPECT_EQ(counter.run("verify signed.json --key other.public").status, 1);
    const Ran unknown = counter.run("verify signed.json");
    EXPECT_EQ(unknown.status, 0);
    EXPECT_TRUE(has(unknown.out, "no key was given to trust (--key)")) << unknown.out;
    EXPECT_EQ(counter.run("verify result.json --key council.public").status, 1) << "not signed";
    EXPECT_EQ(counter.run("sign - --key council.secret -o piped.json", {}, "< result.json").status, 0);
    EXPECT_EQ(counter.run("verify piped.json --key council.public").status, 0);
    EXPECT_EQ(counter.run("sign result.json --key council.secret -o signed.json").status, 2) << "nothing is overwritten";
    EXPECT_EQ(counter.run("sign signed.json --key council.secret").status, 1) << "signed already";
    EXPECT_EQ(counter.run("sign result.json --key council.public").status, 1) << "a public key signs nothing";
    EXPECT_EQ(counter.run("sign result.json --key missing").status, 2);
}

TEST(Redact, TakesAssessorsOut) {
    const Counter counter;
    counter.run("key -o council");
    counter.run("sign result.json --key council.secret -o signed.json");
    EXPECT_TRUE(has(counter.read("signed.json"), "Bà Tư"));
    const Ran ran = counter.run("redact signed.json --field assessors --field product.name -o public.json");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_FALSE(has(counter.read("public.json"), "Bà Tư"));
    EXPECT_FALSE(has(counter.read("public.json"), "Chè Thái"));
    const Ran verified = counter.run("verify public.json --key council.public");
    EXPECT_EQ(verified.status, 0) << verified.out;
    EXPECT_TRUE(has(verified.out, "not checkable, 5 places are redacted; the signature vouches for it")) << verified.out;
    EXPECT_EQ(counter.run("redact signed.json --field stars").status, 1);
    EXPECT_EQ(counter.run("redact result.json --field assessors").status, 1);
}

TEST(Sign, CoversADirectoryOfRules) {
    const Counter counter;
    counter.run("key -o ministry");
    EXPECT_EQ(counter.run("sign rules --key ministry.secret").status, 0);
    EXPECT_EQ(counter.run("verify rules --key ministry.public").status, 0);
    EXPECT_EQ(counter.run("list").status, 0);
    EXPECT_EQ(counter.run("check").err, "");
    EXPECT_EQ(counter.run("verify result.json").status, 0);
    counter.write("rules/small/tea.yaml", std::string(tea_rules) + "\n");
    const Ran ran = counter.run("verify rules --key ministry.public");
    EXPECT_EQ(ran.status, 1);
    EXPECT_TRUE(has(ran.out, "`small/tea.yaml` was changed")) << ran.out;
    EXPECT_EQ(counter.run("sign rules --key ministry.secret").status, 2) << "nothing is overwritten";
    EXPECT_EQ(counter.run("sign rules --key ministry.secret -o x").status, 2);
    EXPECT_EQ(counter.run("verify elsewhere --key ministry.public").status, 2);
}

TEST(Verify, AnEmptyKeyIsNoKeyAndRefused) {
    const Kitchen kitchen;
    kitchen.write("r.json", "{}");
    EXPECT_EQ(kitchen.run("verify r.json --key ''").status, 2);
}

TEST(Verify, ANulByteDoesNotEndTheFile) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("c1", "a", "b"));
    const Ran rated = kitchen.run("rate card.yaml --format json");
    kitchen.write("r.json", rated.out + std::string(1, '\0') + "{\"stars\": 5}");
    const Ran ran = kitchen.run("verify r.json");
    EXPECT_EQ(ran.status, 2) << ran.out;
    EXPECT_NE(ran.err.find("NUL"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace ocop::test
