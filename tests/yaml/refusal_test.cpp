// What is refused, where, and in which words.
#include <gtest/gtest.h>

#include "yaml/parsed.hpp"

namespace ocop {
namespace {

using test::outcome;
using test::parsed;

struct Case {
    const char* yaml;
    const char* said;  // "line:column code: message", a line each
};

template <std::size_t N>
void expect(const Case (&cases)[N]) {
    for (const Case& each : cases) EXPECT_EQ(outcome(each.yaml), each.said) << each.yaml;
}

TEST(Yaml, RefusesARepeatedKeyNamingTheFirst) {
    expect({
        {"a: 1\nb: 2\na: 3\n", "3:1 duplicate-key: the key `a` repeats line 1"},
        {"a: {b: 1, b: 2}\n", "1:11 duplicate-key: the key `b` repeats line 1"},
        {"\"a\": 1\na: 2\n", "2:1 duplicate-key: the key `a` repeats line 1"},
        {"\u00EA: 1\ne\u0302: 2\n", "2:1 duplicate-key: the key `\u00EA` repeats line 1"},
        {"a: 1\na: 2\na: 3\n",
         "2:1 duplicate-key: the key `a` repeats line 1\n3:1 duplicate-key: the key `a` repeats line 1"},
    });
    EXPECT_EQ(outcome("1.1: a\n1.10: b\n"), "{1.1: a, 1.10: b}");
}

TEST(Yaml, RefusesTagsAnchorsAliasesAndMergeKeys) {
    expect({
        {"when: !x and y\n", "1:7 yaml-tag: `!x` is a YAML tag; tags are not used here"},
        {"a: !!str x\n", "1:4 yaml-tag: `!!str` is a YAML tag; tags are not used here"},
        {"a: ! x\n", "1:4 yaml-tag: `!` is a YAML tag; tags are not used here"},
        {"a: !x [1]\n", "1:4 yaml-tag: `!x` is a YAML tag; tags are not used here"},
        {"!x a: 1\n", "1:1 yaml-tag: `!x` is a YAML tag; tags are not used here"},
        {"a: !\n", "1:4 yaml-tag: `!` is a YAML tag; tags are not used here"},
        {"a: !!! x\n", "1:6 yaml-tag: `!` begins a YAML tag; tags are not used here"},
        {"when: &a b\n", "1:7 yaml-anchor: `&a` is a YAML anchor; anchors are not used here"},
        {"a: &x\n", "1:4 yaml-anchor: `&x` is a YAML anchor; anchors are not used here"},
        {"a: & b\n", "1:4 yaml-anchor: `&` begins a YAML anchor; anchors are not used here"},
        {"a: &x 1\nb: *x\n",
         "1:4 yaml-anchor: `&x` is a YAML anchor; anchors are not used here\n2:4 yaml-alias: `*x` is a YAML alias; "
         "aliases are not used here"},
        {"a: *x\n", "1:4 yaml-alias: `*` begins a YAML alias; aliases are not used here"},
        {"a: *\n", "1:4 yaml-alias: `*` begins a YAML alias; aliases are not used here"},
        {"<<: {a: 1}\n", "1:1 yaml-merge-key: `<<` is a YAML merge key; merge keys are not used here"},
    });
    EXPECT_EQ(outcome("a: '!x'\nb: '&a'\nc: '*a'\n\"<<\": 1\n"), "{a: \"!x\", b: \"&a\", c: \"*a\", <<: 1}");
}

TEST(Yaml, HelpsWithATag) {
    const auto result = parsed("when: !x and y\n");
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics[0].help.en,
              "a text that begins with `!` stands in quotes; a condition is negated by `not(...)`");
}

TEST(Yaml, ReportsAllFaultsThatCanBeTold) {
    expect(
        {{"a: !x y\nb: &c d\ne: {f: 1, f: 2}\n",
          "1:4 yaml-tag: `!x` is a YAML tag; tags are not used here\n"
          "2:4 yaml-anchor: `&c` is a YAML anchor; anchors are not used here\n"
          "3:11 duplicate-key: the key `f` repeats line 3"},
         {"a: !x y\nb: @\n",
          "1:4 yaml-tag: `!x` is a YAML tag; tags are not used here\n2:4 yaml-syntax: a text cannot begin with `@`"}});
}

TEST(Yaml, RefusesKeysThatAreNoTexts) {
    expect({
        {"? [a]\n: b\n", "1:3 yaml-key: a list stands where a key was expected"},
        {"{a: 1}: b\n", "1:1 yaml-key: a map stands where a key was expected"},
        {": b\n", "1:1 yaml-key: a key is missing before `:`"},
        {"~: b\n", "1:1 yaml-key: `~` is no key"},
        {"a:\nnull: 3\n", "2:1 yaml-key: `null` is no key"},
    });
    EXPECT_EQ(outcome("'null': 1\n"), "{null: 1}");
    EXPECT_EQ(outcome(std::string(1100, 'x') + ": 1\n"), "1:1 yaml-key: a key of more than 1,024 characters");
    EXPECT_EQ(outcome("{" + std::string(1100, 'x') + ": 1}\n"), "1:2 yaml-key: a key of more than 1,024 characters");
    EXPECT_TRUE(parsed(std::string(1000, 'x') + ": 1\n").root);
}

TEST(Yaml, RefusesAnythingAfterTheDocument) {
    expect({
        {"a: 1\n---\nb: 1\n", "2:1 yaml-second-document: a second document begins here; a file holds one"},
        {"---\n---\n", "2:1 yaml-second-document: a second document begins here; a file holds one"},
        {"a: 1\n...\nb: 2\n", "3:1 yaml-text-after: `b: 2` stands after the end of the document"},
        {"a: 1\n... b\n", "2:5 yaml-text-after: `b` stands after the end of the document"},
        {"- b\na: 1\n", "2:1 yaml-text-after: `a: 1` stands after the end of the document"},
        {"\"a\":1\n", "1:4 yaml-syntax: a `:` without a blank after it"},
        {"%YAML 1.2\n---\na: 1\n",
         "1:1 yaml-directive: a line that begins with `%` is a YAML directive; directives are not used here"},
        {"a: 1\n%b\n",
         "2:1 yaml-directive: a line that begins with `%` is a YAML directive; directives are not used here"},
    });
}

TEST(Yaml, RefusesQuotesThatAreNotClosed) {
    expect({
        {"a: \"x\nb: 2\n", "1:4 yaml-unclosed: the quote `\"` is never closed"},
        {"a: \"x", "1:4 yaml-unclosed: the quote `\"` is never closed"},
        {"a: 1\nb: 'x\nc: 2\n", "2:4 yaml-unclosed: the quote `'` is never closed"},
        {"a: ['x', 'y]", "1:10 yaml-unclosed: the quote `'` is never closed"},
        {"a: \"x\nb: \"y\"\n", "1:4 yaml-unclosed: the quote `\"` is closed only on the line below, before `y\"`"},
        {"a: \"x\n---\ny\"\n", "1:4 yaml-unclosed: the quote `\"` is never closed"},
        {"a: \"x\\\"\n", "1:4 yaml-unclosed: the quote `\"` is never closed"},
    });
}

TEST(Yaml, RefusesBracketsThatAreNotClosed) {
    expect({
        {"a: [1, 2", "1:4 yaml-unclosed: `[` is not closed"},
        {"a: [1, 2\nb: 3\n", "1:4 yaml-unclosed: `[` is not closed"},
        {"a: {b: 1\nc: 2\n", "1:4 yaml-unclosed: `{` is not closed"},
        {"a: {b: 1]\n", "1:9 yaml-syntax: `]` closes nothing that is open here"},
        {"a: ]\n", "1:4 yaml-syntax: `]` closes nothing that is open here"},
        {"{a: 1 b: 2}\n", "1:8 yaml-syntax: expected `,` or `}`, found `: 2}`"},
        {"a: [b,,c]\n", "1:7 yaml-no-value: a value is missing before `,`"},
    });
}

TEST(Yaml, RefusesWordsThatStandAlone) {
    expect({
        {"a: 1\nstray\n", "2:1 yaml-no-value: `stray` stands alone, without `:` and a value"},
        {"a: 1\nstray\nb: 2\n", "2:1 yaml-no-value: `stray` stands alone, without `:` and a value"},
        {"max 5\nitems: 3\n", "1:1 yaml-no-value: `max 5` stands alone, without `:` and a value"},
        {"a: {b, c: 1}\n", "1:5 yaml-no-value: `b` stands alone, without `:` and a value"},
        {"{id: a, when: x in (1, 2)}\n", "1:24 yaml-no-value: `2)` stands alone, without `:` and a value"},
    });
}

TEST(Yaml, SaysWhatToQuote) {
    expect({
        {"when: a: b\n", "1:8 yaml-syntax: a second `:` in a text without quotes"},
        {"when: a = \"x: y\"\n", "1:13 yaml-syntax: a second `:` in a text without quotes"},
        {"when: @x\n", "1:7 yaml-syntax: a text cannot begin with `@`"},
        {"when: `x`\n", "1:7 yaml-syntax: a text cannot begin with a backtick"},
        {"when: %x\n", "1:7 yaml-syntax: a text cannot begin with `%`"},
        {"a: {when: > 5}\n", "1:11 yaml-syntax: a text cannot begin with `>`"},
        {"when: > 5\n", "1:7 yaml-block-text: `>` begins a text on the lines below it, and more follows on this line"},
        {"when: >5\n", "1:7 yaml-block-text: `>` begins a text on the lines below it, and more follows on this line"},
        {"when: >= 5\n", "1:7 yaml-block-text: `>` begins a text on the lines below it, and more follows on this line"},
        {"when: \"A\" = b\n", "1:11 yaml-syntax: `= b` follows a text whose quote is closed"},
        {"when: 'it's'\n", "1:11 yaml-syntax: `s'` follows a text whose quote is closed"},
        {"when: [a] = b\n", "1:11 yaml-syntax: `= b` follows a closed bracket"},
        {"when: - a\n", "1:7 yaml-syntax: a list begins on the line of its key"},
        {"a: \"x \\d\"\n", "1:7 yaml-escape: `\\d` is no escape in a text in double quotes"},
        {"a: \"\\u12\"\n", "1:5 yaml-escape: `\\u` is no escape in a text in double quotes"},
    });
    EXPECT_EQ(parsed("when: > 5\n").diagnostics[0].help.en, "a text that begins with `>` stands in quotes");
    EXPECT_EQ(parsed("when: a: b\n").diagnostics[0].help.en, "a text that holds `: ` stands in quotes");
    EXPECT_EQ(parsed("when: \"A\" = b\n").diagnostics[0].help.en, "put the whole text in quotes: '\"A\" = b'");
}

TEST(Yaml, SaysWhichLineIsIndentedWrongly) {
    expect({
        {"a: 1\n  b: 2\n",
         "2:3 yaml-indentation: `b` is indented deeper than the line above it, which already has a value"},
        {"a:\n   b: 1\n  c: 2\n", "3:3 yaml-indentation: `c: 2` begins in a column where nothing above it begins"},
        {"items:\n  - id: a\n   max: 3\n",
         "3:4 yaml-indentation: `max: 3` begins in a column that is neither that of the list nor that of its entries"},
        {"items:\n  - id: a\n     max: 3\n",
         "3:6 yaml-indentation: `max` is indented deeper than the line above it, which already has a value"},
        {"a: 1\n- b\n", "2:1 yaml-indentation: a list entry where a key was expected"},
        {"a:\n\tb: 1\n", "2:1 yaml-tab: a tab in the indentation"},
        {"a:\n  - x\n\t- y\n", "3:1 yaml-tab: a tab in the indentation"},
    });
}

TEST(Yaml, RefusesBytesThatAreNoText) {
    using namespace std::string_literals;
    EXPECT_EQ(outcome("a: x\nb: \xC3("), "2:4 bad-utf8: byte 0xC3 is not valid UTF-8");
    EXPECT_EQ(outcome("a: \xED\xA0\x80"), "1:4 bad-utf8: byte 0xED is not valid UTF-8");
    EXPECT_EQ(outcome("\xFF\xFE"
                      "a"),
              "1:1 bad-utf8: byte 0xFF is not valid UTF-8");
    EXPECT_EQ(outcome("a: x\0y\n"s), "1:5 control-character: control character U+0000 in the file");
    EXPECT_EQ(outcome("a: \x04\n"), "1:4 control-character: control character U+0004 in the file");
    EXPECT_EQ(outcome("a: \x1B[31m\n"), "1:4 control-character: control character U+001B in the file");
    EXPECT_EQ(outcome("a: 1\rb: 2\r"), "1:5 control-character: a line ends with a carriage return alone");
    EXPECT_EQ(outcome("a: \"\\e[31m\"\n"), "1:4 control-character: a control character in the text");
    EXPECT_EQ(outcome("a: \"\\0\"\n"), "1:4 control-character: a control character in the text");
    EXPECT_EQ(outcome("a: \"x\\ny\"\n"), "{a: \"x\ny\"}");
}

TEST(Yaml, ShowsNoBytesThatCannotBeShown) {
    const auto shown = [](const std::string& text) { return parsed(text).diagnostics.at(0).place.line_text; };
    EXPECT_EQ(shown("x\na: b\xFF\xFE c\n"), "a: b\uFFFD");
    EXPECT_EQ(shown("a: \x1B[31m \x7F b\r\n"), "a: \uFFFD[31m \uFFFD b");
    EXPECT_EQ(shown("a: 1\rb: 2\n"), "a: 1\uFFFDb: 2");
    const std::string binary(500, '\x87');
    EXPECT_NE(to_string(parsed("a\n" + binary).diagnostics.at(0)).find("bad-utf8"), std::string::npos);
}

TEST(Yaml, NamesNothingOfTheParserInside) {
    const char* texts[] = {"a: b: c",    "a: [",   "a: }", "@",     "a: \"", "a: |x",      "? ?",
                           "- -\n b: c", "a: !<x", "&",    "{a: b", "\t- a", "a: &a &b c", "a: !a !b c"};
    for (const char* text : texts)
        for (const Diagnostic& each : parsed(text).diagnostics) {
            EXPECT_EQ(each.message.en.find("YAML::"), std::string::npos) << text;
            EXPECT_EQ(each.message.en.find("token"), std::string::npos) << text;
            EXPECT_EQ(each.message.en.find("illegal"), std::string::npos) << text;
        }
}

}  // namespace
}  // namespace ocop
