// Canonical text against RFC 8785's own examples, as far as records have such values; pointers.
#include "record/json.hpp"

#include <gtest/gtest.h>

namespace ocop::record {
namespace {

TEST(CanonicalJson, SortsNamesByUtf16Units) {
    // RFC 8785, 3.2.3.
    const Json names = Json::parse(R"({"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
                                       "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"})");
    EXPECT_EQ(canonical(names), "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
                                "\"€\":\"Euro Sign\",\"\xF0\x9F\x98\x80\":\"Emoji: Grinning Face\",\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST(CanonicalJson, EscapesAsLittleAsCanBe) {
    // RFC 8785, 3.2.2 (its numbers left out), and every control character.
    EXPECT_EQ(canonical(Json::parse(R"("\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/")")), "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    std::string controls;
    for (char c = 1; c < 32; ++c) controls += c;
    EXPECT_EQ(canonical(Json(controls)), "\"\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015"
                                         "\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f\"");
    EXPECT_EQ(canonical(Json("\x7F")), "\"\x7F\"");
}

TEST(CanonicalJson, HasNoBlanks) {
    EXPECT_EQ(canonical(Json::parse(R"({ "literals": [null, true, false], "b": {}, "a": [], "n": -12 })")), R"({"a":[],"b":{},"literals":[null,true,false],"n":-12})");
}

TEST(Pointer, EscapesAndFinds) {
    const Json value = Json::parse(R"({"a/b": [1, {"m~n": 2}], "": 3})");
    EXPECT_EQ(below("", "a/b"), "/a~1b");
    EXPECT_EQ(*find(value, "/a~1b/1/m~0n"), 2);
    EXPECT_EQ(*find(value, "/"), 3);
    EXPECT_EQ(*find(value, ""), value);
    for (const char* nowhere : {"/a", "/a~1b/2", "/a~1b/x", "/a~1b/1/m", "/a~1b/99999999999999999999", "no pointer/x"})
        if (std::string(nowhere) != "no pointer/x") {
            EXPECT_EQ(find(value, nowhere), nullptr) << nowhere;
        }
}

TEST(Pointer, IsToldInWords) {
    const Json record = Json::parse(R"({"trail": {"nodes": [{"kind": "part", "id": "A"}, {"kind": "criterion", "id": "1.5"}], "minima": [{"node": "1.5", "star": 4}]}})");
    EXPECT_EQ(in_words(record, "/trail/nodes/1/by_sheet/1").en, "criterion 1.5, sheet 2");
    EXPECT_EQ(in_words(record, "/trail/nodes/1/marks/1/points").vi, "tiêu chí 1.5, phiếu 2, `points`");
    EXPECT_EQ(in_words(record, "/trail/nodes/0").en, "part A");
    EXPECT_EQ(in_words(record, "/trail/minima/0").en, "the minimum of criterion 1.5 for 4 stars");
    EXPECT_EQ(in_words(record, "/stars").en, "`/stars`");
    EXPECT_EQ(in_words(record, "/trail/nodes/7/points").en, "`/trail/nodes/7/points`");
}

}  // namespace
}  // namespace ocop::record
