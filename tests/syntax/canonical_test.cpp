// RFC 8785 text of merged trees.
#include "syntax/canonical.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "syntax/folder.hpp"
#include "syntax/merge.hpp"

namespace ocop {
namespace {

syntax::Written written(const std::string& text) {
    base::Report report;
    auto node = yaml::parse(std::make_shared<const base::Source>("t.yaml", text), report);
    EXPECT_TRUE(node) << test::terse(report.take());
    return node ? syntax::merge({}, syntax::written(std::move(*node)), report) : syntax::Written{};
}

std::string canonical(const std::string& text) { return syntax::canonical(written(text)); }

TEST(Canonical, WritesJson) {
    EXPECT_EQ(canonical("b: 1\na: [x, ~, true, 'true', {c: false}]\n"),
              R"({"a":["x",null,true,"true",{"c":false}],"b":"1"})");
    EXPECT_EQ(canonical("a: {}\nb: []\nc: ''\n"), R"({"a":{},"b":[],"c":""})");
    EXPECT_EQ(canonical("1.10: 4.50\n"), R"({"1.10":"4.50"})") << "text as written";
}

TEST(Canonical, EscapesAsTheRfcSays) {
    EXPECT_EQ(canonical("a: \"\\\"\\\\/\\n\\t\"\n"), R"({"a":"\"\\/\n\t"})");
    EXPECT_EQ(canonical("a: đ€😀\n"), "{\"a\":\"đ€😀\"}");
}

TEST(Canonical, SortsByUtf16Units) {
    EXPECT_EQ(canonical("\"\\u20ac\": a\n\"1\": b\n\"\\uFFFD\": c\n\"\\U0001F600\": d\n\"\\xF6\": e\n\"\\xD1\": f\n"),
              "{\"1\":\"b\",\"\u00D1\":\"f\",\"\u00F6\":\"e\",\"\u20AC\":\"a\",\"\U0001F600\":\"d\",\"\uFFFD\":\"c\"}");
    EXPECT_EQ(canonical("aa: 1\na: 2\nB: 3\n"), R"({"B":"3","a":"2","aa":"1"})");
}

TEST(Canonical, IsTheSameHoweverItIsWritten) {
    EXPECT_EQ(canonical("a: 'x'\nb: {c: [1, 2]}\n"), canonical("# c\nb:\n  c:\n  - 1\n  - 2\na: \"x\"\n"));
    EXPECT_EQ(canonical("a: e\u0302\n"), canonical("a: \u00EA\n")) << "NFC";
}

TEST(Canonical, HasCitationsAsTheyResolved) {
    EXPECT_EQ(
        canonical("basis: {decision: D, place: P}\na: {b: 1, cite: x}\n"),
        R"({"a":{"b":"1","cite":{"decision":"D","place":"P, x"}},"basis":{"decision":"D","place":"P"},"cite":{"decision":"D","place":"P"}})");
    EXPECT_EQ(canonical("a: {b: 1, cite: x}\n"), R"({"a":{"b":"1"}})") << "a cite that ends nowhere";
    const std::string one = canonical("basis: {decision: D}\na: {cite: x, b: {c: 1}}\n");
    EXPECT_NE(one, canonical("basis: {decision: E}\na: {cite: x, b: {c: 1}}\n"));
    EXPECT_NE(one, canonical("basis: {decision: D}\na: {cite: y, b: {c: 1}}\n"));
}

TEST(Canonical, TellsFilesApartByWhatTheyCite) {
    const auto merged = [](const std::string& parent, const std::string& child) {
        base::Report report;
        return syntax::canonical(syntax::merge(written(parent), written(child), report));
    };
    const std::string child = "basis: {decision: E}\nstars: {4: y}\n";
    EXPECT_EQ(
        merged("basis: {decision: D}\nstars: {5: x}\n", child),
        R"({"basis":{"decision":"E"},"cite":{"decision":"E","place":""},"stars":{"4":"y","5":"x","cites":{"5":{"decision":"D","place":""}}}})");
    EXPECT_NE(merged("basis: {decision: D}\nstars: {5: x}\n", child),
              merged("basis: {decision: C}\nstars: {5: x}\n", child));
    EXPECT_NE(merged("basis: {decision: D}\na: {b: 1}\n", child), merged("basis: {decision: C}\na: {b: 1}\n", child));
}

TEST(Canonical, ListsOfMapsSayThemselvesWhatTheyCite) {
    base::Report report;
    const auto tree = syntax::merge(written("basis: {decision: D}\na: {max: 1, items: [{id: x, b: 1}]}\n"),
                                    written("basis: {decision: E}\na: {items: [{id: x, b: 2}]}\n"), report);
    EXPECT_EQ(
        syntax::canonical(*tree.find("a")),
        R"({"cite":{"decision":"D","place":""},"items":[{"b":"2","cite":{"decision":"E","place":""},"id":"x"}],"max":"1"})");
}

TEST(Canonical, IsJsonThatOthersRead) {
    const auto json =
        nlohmann::json::parse(canonical("a: {b: [x, \"\\u0085\\\"\", 1.5]}\nbasis: {decision: 26/2026/QĐ-TTg}\n"));
    EXPECT_EQ(json["a"]["b"][2], "1.5");
    EXPECT_EQ(json["cite"]["decision"], "26/2026/QĐ-TTg");
}

}  // namespace
}  // namespace ocop
