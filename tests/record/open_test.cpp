// What is no record is refused with its place, and nothing that comes in makes the reader fall over.
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "record/samples.hpp"
#include "sanitized.hpp"

namespace ocop::test {
namespace {

record::Verification verified(const std::string& text) { return record::verify(text, "record.json", {}); }

// "2:15 wrong-type" of the first fault.
std::string told(const std::string& text) {
    const record::Verification found = verified(text);
    if (found.diagnostics.empty()) return found.holds() ? "holds" : "read";
    EXPECT_FALSE(found.readable());
    const Diagnostic& first = found.diagnostics.front();
    EXPECT_FALSE(first.message.vi.empty());
    EXPECT_EQ(first.place.file, "record.json");
    return std::to_string(first.place.line) + ":" + std::to_string(first.place.column) + " " + first.code;
}

std::string changed(const std::string& from, const std::string& to) {
    std::string text = small_record();
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(Open, RefusesWhatIsNoRecord) {
    EXPECT_EQ(told(""), "1:1 json-syntax");
    EXPECT_EQ(told("{\n  \"a\": "), "2:7 json-syntax");
    EXPECT_EQ(told("{\"a\": 1}}"), "1:9 json-syntax");
    EXPECT_EQ(told("true"), "1:1 wrong-type");
    EXPECT_EQ(told("[]"), "1:1 no-record");
    EXPECT_EQ(told("[[]]"), "1:2 wrong-type");
    EXPECT_EQ(told("{\"scorecard\": \"\xFF\"}"), "1:16 bad-utf8");
    EXPECT_EQ(told("scorecard: T-1"), "1:1 json-syntax");
    EXPECT_EQ(told("{}").substr(4), "missing-key");
}

TEST(Open, SaysWhereTheShapeIsWrong) {
    EXPECT_EQ(told(changed("\"stars\": 3,", "\"stars\": \"3\",")), "5:13 wrong-type");
    EXPECT_EQ(told(changed("\"stars\": 3,", "\"stars\": 3.0,")), "5:12 wrong-type");
    EXPECT_EQ(told(changed("\"stars\": 3,", "\"stars\": 99999999999999999999,")), "5:12 bad-number");
    EXPECT_EQ(told(changed("\"total\": \"86.6\"", "\"total\": 86.6")), "7:12 wrong-type");
    EXPECT_EQ(told(changed("\"total\": \"86.6\"", "\"total\": \"86.60\"")), "7:13 bad-number");
    EXPECT_EQ(told(changed("\"total\": \"86.6\"", "\"total\": \"433/5\"")), "7:13 bad-number");
    EXPECT_EQ(told(changed("\"total\": \"86.6\"", "\"total\": \"much\"")), "7:13 bad-number");
    EXPECT_EQ(told(changed("\"outcome\": \"rated\"", "\"outcome\": \"fine\"")), "4:15 unknown-value");
    EXPECT_EQ(told(changed("\"stars\": 3,", "\"stars\": 3, \"stars\": 3,")), "5:15 duplicate-key");
    EXPECT_EQ(told(changed("\"stars\": 3,", "\"stars\": 3, \"star\": 3,")), "5:15 unknown-key");
    EXPECT_EQ(told(changed("  \"stars\": 3,\n", "")), "1:1 missing-key");
}

TEST(Open, KeepsToItsLimits) {
    const std::string deep(100'000, '[');
    EXPECT_EQ(told(deep), "1:41 too-deep");
    EXPECT_EQ(told(std::string(base::limits::record_bytes + 1, ' ')), "0:0 too-large");
    std::string many = "[";
    for (std::size_t i = 0; i < base::limits::record_nodes; ++i) many += "0,";
    EXPECT_NE(told(many + "0]").find("too-many-nodes"), std::string::npos);
    std::string nodes;  // a form of more items than any may have
    for (int i = 0; i < 6000; ++i) nodes += "{\"kind\":\"part\",\"id\":\"x\",\"title\":{\"vi\":\"\",\"en\":\"\"},\"parent\":null,\"depth\":0,\"max\":null,\"points\":null,\"by_sheet\":[],\"marks\":[],\"notes\":[],"
                                            "\"erratum\":null,\"cite\":{\"decision\":\"\",\"place\":\"\"},\"origin\":{\"file\":\"\",\"line\":1}},";
    EXPECT_EQ(failing(verified(changed("\"nodes\": [", "\"nodes\": [" + nodes))).front(), "form");
}

TEST(Open, SurvivesATruncationAtEveryByte) {
    const std::string text = small_record();
    for (std::size_t size = 0; size < text.size(); size += rarer) {
        const record::Verification found = verified(text.substr(0, size));
        ASSERT_FALSE(found.readable()) << size;
        ASSERT_FALSE(found.diagnostics.empty());
    }
}

TEST(Open, SurvivesFlippedBytes) {
    const std::string text = small_record();
    for (std::size_t at = 0; at < text.size(); at += rarer) {
        std::string other = text;
        other[at] = static_cast<char>(other[at] ^ (1 << (at % 8)));
        const record::Verification found = verified(other);
        ASSERT_FALSE(record::json(found).empty());
    }
}

// Every value replaced by every kind of value: refused or read, and told of.
TEST(Open, SurvivesAnyValueAnywhere) {
    const Json record = Json::parse(small_record());
    const Json flat = record.flatten();
    const SmallLibrary small;
    const Library library = small.library();
    std::size_t number = 0;
    for (auto each = flat.begin(); each != flat.end(); ++each) {
        if (number++ % rarer != 0) continue;
        for (const Json& value : {Json(), Json(true), Json(-1), Json(std::int64_t{1} << 62), Json("x"), Json(""), Json("1/3"), Json::array(), Json::object()}) {
            Json other = record;
            other[Json::json_pointer(each.key())] = value;
            const record::Verification found = record::verify(other.dump(), "r.json", {&library, {}, {}, {}});
            ASSERT_FALSE(found.holds() && other != record && each.key() != "/trail/engine") << each.key() << " = " << value;
        }
    }
}

}  // namespace
}  // namespace ocop::test
