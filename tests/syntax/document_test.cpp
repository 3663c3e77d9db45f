// Citations resolve inside one file.
#include "syntax/document.hpp"

#include <gtest/gtest.h>

#include "base/source.hpp"
#include "yaml/tree.hpp"

namespace ocop {
namespace {

syntax::Written written(const std::string& text) {
    base::Report report;
    auto node = yaml::parse(std::make_shared<const base::Source>("t.yaml", text), report);
    EXPECT_TRUE(node) << text;
    return node ? syntax::written(std::move(*node)) : syntax::Written{};
}

std::string cite(const syntax::Written* node) {
    if (!node) return "no node";
    return node->citation() ? node->citation()->decision + " | " + node->citation()->place : "none";
}

// `at`: keys joined by `/`; a number is an item of a list.
std::string cite(const std::string& text, const std::string& at) {
    const syntax::Written root = written(text);
    const syntax::Written* node = &root;
    for (std::size_t from = 0; node && from < at.size();) {
        const std::size_t to = std::min(at.find('/', from), at.size());
        const std::string step = at.substr(from, to - from);
        node = node->is_list() ? &node->items.at(std::stoul(step)) : node->find(step);
        from = to + 1;
    }
    return cite(node);
}

const std::string basis = "basis: {decision: D, place: P}\n";

TEST(Citation, IsThatOfTheNearestBasis) {
    EXPECT_EQ(cite(basis, ""), "D | P");
    EXPECT_EQ(cite(basis + "a: {b: {c: 1}}\n", "a/b"), "D | P");
    EXPECT_EQ(cite(basis + "a: {b: {c: 1}}\n", "a/b/c"), "D | P") << "scalars have one too";
    EXPECT_EQ(cite(basis + "a: {basis: {decision: E}, b: {c: 1}}\n", "a/b"), "E | ");
    EXPECT_EQ(cite("a: {b: 1}\n", "a"), "none");
}

TEST(Citation, AddsItsPlaceToThatOfTheBasis) {
    EXPECT_EQ(cite(basis + "a: {cite: \"1.1, yêu cầu\"}\n", "a"), "D | P, 1.1, yêu cầu");
    EXPECT_EQ(cite(basis + "a: {cite: 1.1}\n", "a"), "D | P, 1.1");
    EXPECT_EQ(cite("basis: {decision: D}\na: {cite: 1.1}\n", "a"), "D | 1.1");
    EXPECT_EQ(cite(basis + "a: {cite: {place: x}}\n", "a"), "D | P, x");
    EXPECT_EQ(cite(basis + "a: {cite: {decision: E, place: x}}\n", "a"), "E | x");
    EXPECT_EQ(cite("a: {cite: {decision: E, place: x}}\n", "a"), "E | x") << "needs no basis";
}

TEST(Citation, IsInheritedFromTheNodeAround) {
    const std::string text = basis + "a: {cite: x, b: [{c: 1}, {cite: y, d: {e: 1}}]}\n";
    EXPECT_EQ(cite(text, "a/b/0"), "D | P, x");
    EXPECT_EQ(cite(text, "a/b/1"), "D | P, y") << "a place stands under the basis, not under another place";
    EXPECT_EQ(cite(text, "a/b/1/d"), "D | P, y");
    EXPECT_EQ(cite(basis + "a: {cite: x, b: {basis: {decision: E, place: Q}, c: {}}}\n", "a/b/c"), "E | Q")
        << "the nearer wins";
    EXPECT_EQ(cite(basis + "a: {basis: {place: Q}, b: {cite: x}}\n", "a/b"), "D | P, Q, x")
        << "a basis without a decision adds a place";
}

TEST(Citation, IsMissingWhereNothingEndsAtADecision) {
    EXPECT_EQ(cite("a: {cite: 1.1}\n", "a"), "none");
    EXPECT_EQ(cite("basis: {place: P}\na: {b: 1}\n", "a"), "none");
    EXPECT_EQ(cite("a: {cite: {place: x}}\n", "a"), "none");
}

TEST(Citation, TakesNoFactForAnOrder) {
    EXPECT_EQ(cite(basis + "facts: {basis: {type: boolean}, cite: {type: string}}\n", "facts/basis"), "D | P");
}

TEST(Citation, KnowsWhereItIsWritten) {
    const syntax::Written root = written(basis + "a: {cite: x}\n");
    ASSERT_TRUE(root.cited);
    EXPECT_EQ(root.cited->place().line, 1);
    EXPECT_EQ(root.find("a")->cited->place().line, 2);
}

TEST(Written, KeepsWhatTheTreeKnew) {
    const syntax::Written root = written("a: 'x'\nb: [1]\n");
    EXPECT_TRUE(root.is_map());
    EXPECT_TRUE(root.find("a")->quoted && root.find("a")->verbatim);
    EXPECT_EQ(root.find("a")->place().column, 5);
    EXPECT_EQ(root.entry("b")->key_place().line, 2);
    EXPECT_TRUE(root.find("b")->is_list());
    EXPECT_EQ(root.find("c"), nullptr);
}

}  // namespace
}  // namespace ocop
