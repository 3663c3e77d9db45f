// Files made to exhaust or confuse the reader: there is an answer, soon, and every place in it lies inside the text.
#include <gtest/gtest.h>

#include <random>

#include "base/limits.hpp"
#include "yaml/parsed.hpp"

namespace ocop {
namespace {

using test::outcome;
using test::parsed;

std::string repeated(const std::string& part, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += part;
    return out;
}

void expect_inside(const yaml::Node& node) {
    const std::size_t size = node.source->text().size();
    EXPECT_LE(node.span.begin, node.span.end);
    EXPECT_LE(node.span.end, size);
    EXPECT_TRUE(!node.verbatim || node.source->text(node.span) == node.text);
    for (const auto& item : node.items) expect_inside(item);
    for (const auto& each : node.entries) {
        EXPECT_LE(each.key_span.begin, each.key_span.end);
        EXPECT_LE(each.key_span.end, size);
        expect_inside(each.value);
    }
}

void expect_an_answer(const std::string& text) {
    const auto result = parsed(text);
    EXPECT_NE(result.root.has_value(), !result.diagnostics.empty());
    if (result.root) expect_inside(*result.root);
}

TEST(Yaml, SurvivesRepetition) {
    const char* parts[] = {"[",   "{",   "[\n",  "- ",   "-\n",  "a: ",       "a:\n ", "? ",
                           ": ",  ",",   "\"",   "'",    "&a ",  "*a ",       "!a ",   "!",
                           "%\n", "|\n", "\n",   "\t\n", "#",    "...\n",     "---\n", "a: [",
                           "]",   "}",   "'a' ", "\\",   "\r\n", "- \"a\"\n", "x",     "a: &x [*x]\n"};
    for (const char* part : parts) {
        expect_an_answer(repeated(part, 200'000));
        expect_an_answer("a: " + repeated(part, 200'000));
        expect_an_answer("a: \"x\n" + repeated(part, 200'000));
        expect_an_answer("a: x\n" + repeated(part, 200'000));
        expect_an_answer("a: |\n" + repeated(part, 200'000));
    }
}

TEST(Yaml, DoesNotFollowAliases) {
    std::string bomb = "a0: &a0 [x]\n";
    for (int i = 1; i < 60; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before + "]\n";
    }
    const auto result = parsed(bomb);
    EXPECT_FALSE(result.root);
    EXPECT_EQ(result.diagnostics.front().code, "yaml-anchor");
}

TEST(Yaml, RefusesFilesThatAreTooLarge) {
    EXPECT_EQ(outcome(std::string(base::limits::file_bytes + 1, ' ')),
              "0:0 too-large: the file has 16777217 bytes, more than the 16777216 allowed");
    EXPECT_EQ(outcome(repeated("- \n", 3 * (base::limits::tree_nodes + 10))),
              "500000:2 too-many-nodes: the file has more than 500000 values");
    EXPECT_EQ(parsed(std::string(base::limits::tree_nodes + 1, '[')).diagnostics.front().code, "too-many-nodes");
    EXPECT_EQ(parsed(repeated("a: {b, c}, ", 8U << 20U)).diagnostics.front().code, "too-many-nodes");
}

TEST(Yaml, ListsOnlySoManyFaults) {
    EXPECT_LE(parsed(repeated("- !a b\n", 100'000)).diagnostics.size(), base::limits::errors_reported + 1);
    const auto one_line = parsed("[" + repeated("!a b, ", 1U << 20U) + "]");
    std::size_t shown = 0;
    for (const Diagnostic& each : one_line.diagnostics) shown += each.place.line_text.size();
    EXPECT_LE(shown, 8U << 20U) << "each diagnostic carries its line";
}

TEST(Yaml, ManyKeysCostNoMoreThanTheirNumber) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "k" + std::to_string(i) + ": " + std::to_string(i) + "\n";
    const auto result = parsed(text);
    ASSERT_TRUE(result.root);
    EXPECT_EQ(result.root->entries.size(), 100'000U);
}

constexpr const char* seed_text = R"yaml(rule_set: 26-2026/food/tea
title: {vi: "Trà", en: 'It''s tea'}
basis: {decision: 26/2026/QĐ-TTg, place: "Phụ lục II, bộ 1"}
notes: |
  one
  two
gates:
  - id: x
    when: not(grown) and "a" = b
    effect: reject
parts:
  - id: A
    items: [{id: "1", max: 3, options: [{id: a, points: 1}, {id: b, points: 2}]}]
stars: {5: "[90..100]", 4: "[70..90)"}
)yaml";

TEST(Yaml, SurvivesTruncation) {
    const std::string text = seed_text;
    for (std::size_t size = 0; size <= text.size(); ++size) expect_an_answer(text.substr(0, size));
}

TEST(Yaml, SurvivesMutation) {
    std::mt19937 random(20260522);
    const std::string signs = "[]{}:,-?!&*|>'\"%@`#\n\t \\~<=\r\xC3\xA1\x01";
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    for (int round = 0; round < 3'000; ++round) {
        std::string text = seed_text;
        for (std::size_t edits = 1 + below(6); edits > 0; --edits) {
            const std::size_t at = below(text.size());
            const std::size_t length = std::min(below(12), text.size() - at);
            switch (below(4)) {
                case 0:
                    text.insert(at, 1, signs[below(signs.size())]);
                    break;
                case 1:
                    text.erase(at, length);
                    break;
                case 2:
                    text[at] = signs[below(signs.size())];
                    break;
                default:
                    text.insert(below(text.size()), text.substr(at, length));
                    break;
            }
            if (text.empty()) text = "a";
        }
        expect_an_answer(text);
    }
}

}  // namespace
}  // namespace ocop
