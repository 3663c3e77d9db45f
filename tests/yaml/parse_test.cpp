// What is accepted, and that every node knows its place.
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "yaml/parsed.hpp"

namespace ocop {
namespace {

using test::outcome;
using test::parsed;
using test::terse;

struct Case {
    const char* yaml;
    const char* tree;
};

TEST(Yaml, ReadsTheFormsThatRuleSetsUse) {
    const Case cases[] = {
        {"a: 1\nb: x y\n", "{a: 1, b: x y}"},
        {"- a\n- b\n", "[a, b]"},
        {"a:\n- b\n- c: 1\n  d: 2\n", "{a: [b, {c: 1, d: 2}]}"},
        {"a: {b: 1, c: [x, y]}\n", "{a: {b: 1, c: [x, y]}}"},
        {"{\"a\":1,\"b\":[true,null]}", "{a: 1, b: [true, ~]}"},
        {"a: 'it''s'\nb: \"x\\ty\"\n", "{a: \"it's\", b: \"x\ty\"}"},
        {"a: |\n  x\n  y\nb: >-\n  p\n  q\n", "{a: \"x\ny\n\", b: \"p q\"}"},
        {"a: x\n  y\n", "{a: x y}"},
        {"# c\na: b # d\n", "{a: b}"},
        {"---\na: 1\n...\n", "{a: 1}"},
        {"a: [1, 2, ]\nb: {c: , d: 1}\n", "{a: [1, 2], b: {c: ~, d: 1}}"},
        {"? a\n: b\n", "{a: b}"},
        {"a: local_share in [50%..75%)\n", "{a: local_share in [50%..75%)}"},
        {"1.10: 010\n", "{1.10: 010}"},
        {"Tên: Trà\n", "{Tên: Trà}"},
        {"a: https://x.vn\nb: a#b\nc: 1:2\n", "{a: https://x.vn, b: a#b, c: 1:2}"},
        {"null2: nullx\n", "{null2: nullx}"},
        {"{\n\t\"a\": \"x\\/y\",\n\t\"b\": []\n}\n", "{a: \"x/y\", b: []}"},
    };
    for (const Case& each : cases) EXPECT_EQ(outcome(each.yaml), each.tree) << each.yaml;
}

TEST(Yaml, TakesWhatIsNotWrittenForNothing) {
    EXPECT_EQ(outcome("a: ~\nb:\nc: null\nd: Null\ne: NULL\nf: ''\ng: \"~\"\nh: nUll\n"),
              "{a: ~, b: ~, c: ~, d: ~, e: ~, f: \"\", g: \"~\", h: nUll}");
    EXPECT_EQ(outcome(""), "~");
    EXPECT_EQ(outcome("# only a comment\n"), "~");
    EXPECT_EQ(outcome("\xEF\xBB\xBF"), "~");
    EXPECT_EQ(outcome("- \n- a\n"), "[~, a]");
}

TEST(Yaml, ComposesTexts) {
    const auto result = parsed("Te\u0302n: Tra\u0300\n");
    ASSERT_TRUE(result.root);
    EXPECT_EQ(terse(*result.root), "{T\u00EAn: Tr\u00E0}");
    EXPECT_FALSE(result.root->entries[0].value.verbatim) << "the bytes differ from the text";
}

// The source bytes of a value's span.
std::string marked(const yaml::Node& node) { return std::string(node.source->text(node.span)); }

TEST(Yaml, MarksScalarsByTheirBytes) {
    struct Marked {
        const char* yaml;
        const char* bytes;
        bool verbatim;
    };
    const Marked cases[] = {
        {"k: points > 5", "points > 5", true},
        {"k: \"a = 'b'\"", "a = 'b'", true},
        {"k: 'điểm > 5'", "điểm > 5", true},
        {"k: 'it''s'", "'it''s'", false},
        {"k: \"a\\\"b\"", "\"a\\\"b\"", false},
        {"k: x  # c", "x", true},
        {"k: x\n  y", "x", false},
        {"k: |\n  x\n", "|", false},
        {"k: \"x\n  y\"", "\"x\n  y\"", false},
        {"\xEF\xBB\xBFk: 'x'", "x", true},
        {"đ: 1\r\nk: ô\r\n", "ô", true},
        {"\xEF\xBB\xBFđ: 1\r\nk: 'ô'\r\n", "ô", true},
        {"j: {a: 1}\nk: x", "x", true},
        {"k: ''", "", true},
    };
    for (const Marked& each : cases) {
        const auto result = parsed(each.yaml);
        ASSERT_TRUE(result.root) << each.yaml << terse(result.diagnostics);
        const yaml::Node* value = result.root->find("k");
        if (!value) value = &result.root->entries.back().value;
        EXPECT_EQ(marked(*value), each.bytes) << each.yaml;
        EXPECT_EQ(value->verbatim, each.verbatim) << each.yaml;
    }
}

TEST(Yaml, CountsLinesAndCharactersForPlaces) {
    const auto result = parsed("\xEF\xBB\xBFtên: x\r\nmục:\r\n  - {điểm: 'năm'}\r\n");
    ASSERT_TRUE(result.root);
    const yaml::Entry& entry = result.root->find("mục")->items[0].entries[0];
    EXPECT_EQ(entry.key_place().line, 3);
    EXPECT_EQ(entry.key_place().column, 6);
    EXPECT_EQ(entry.key_place().length, 4);
    EXPECT_EQ(entry.value.place().column, 13);
    EXPECT_EQ(entry.value.place().length, 3);
    EXPECT_EQ(entry.value.place().line_text, "  - {điểm: 'năm'}");
}

TEST(Yaml, PlacesAnEmptyValueAfterItsColon) {
    const auto result = parsed("a:   # nothing\nb: 1\n");
    ASSERT_TRUE(result.root);
    EXPECT_EQ(result.root->find("a")->place().line, 1);
    EXPECT_EQ(result.root->find("a")->place().column, 3);
}

TEST(Yaml, FindsByKey) {
    const auto result = parsed("a: 1\nb: 2\n");
    EXPECT_EQ(result.root->find("b")->text, "2");
    EXPECT_EQ(result.root->find("c"), nullptr);
    EXPECT_EQ(result.root->entry("a")->key, "a");
    EXPECT_EQ(result.root->find("b")->find("x"), nullptr) << "a scalar has no entries";
}

TEST(Yaml, TakesAsManyLevelsAsAllowed) {
    std::string flow = "a: " + std::string(31, '[') + std::string(31, ']');
    EXPECT_TRUE(parsed(flow).root);
    flow = "a: " + std::string(32, '[') + std::string(32, ']');
    EXPECT_EQ(outcome(flow), "1:35 too-deep: more than 32 lists and maps inside each other");
}

}  // namespace
}  // namespace ocop
