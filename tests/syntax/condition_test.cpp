// Conditions as trees: parsing, places, refusals, and printing back.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "syntax/condition.hpp"
#include "syntax/print_condition.hpp"

namespace {

using ocop::syntax::Condition;

std::optional<Condition> parse(const std::string& text, ocop::base::Report& report) {
    const auto source = std::make_shared<const ocop::base::Source>("test", text);
    return ocop::syntax::parse_condition(source, {0, static_cast<std::uint32_t>(text.size())}, report);
}

std::string printed(const std::string& text) {
    ocop::base::Report report;
    const auto condition = parse(text, report);
    return condition ? ocop::syntax::print(*condition) : "refused: " + report.all().front().message.en;
}

struct Row {
    const char* text;
    const char* printed;
};

TEST(Condition, PrintsItsTree) {
    const std::vector<Row> rows = {
        {"a or b and c", "a or b and c"}, {"(a or b) and c", "(a or b) and c"}, {"1+2*3", "1 + 2 * 3"}, {"(1+2)*3", "(1 + 2) * 3"}, {"1-(2-3)", "1 - (2 - 3)"},
        {"-(1+2)", "-(1 + 2)"}, {"not( a )", "not(a)"}, {"x in(1,2)", "x in (1, 2)"}, {"x in (1..5)", "x in ]1..5)"}, {"x in [1..5[", "x in [1..5)"},
        {"x in (>5,[1..2])", "x in (> 5, [1..2])"}, {"x between 1 and 2+3", "x between 1 and 2 + 3"}, {"if a then b else c or d", "if a then b else c or d"},
        {"some x in [1,2],y in z satisfies x=y", "some x in [1, 2], y in z satisfies x = y"}, {"'hai từ' >= 50%", "'hai từ' >= 50%"}, {"starts   with( a,\"b\" )", "starts with(a, \"b\")"},
        {"substring(string:a, start position: 2)", "substring(string: a, start position: 2)"}, {"\"a\\\"b\\\\\"", "\"a\\\"b\\\\\""}, {"((((a))))", "a"}, {"androids and orders", "androids and orders"}};
    for (const Row& row : rows) EXPECT_EQ(printed(row.text), row.printed) << row.text;
}

TEST(Condition, SaysWhatWasExpected) {
    const std::vector<Row> rows = {
        {"", "refused: expected a value, the condition ends here"}, {"a and", "refused: expected a value, the condition ends here"}, {"(a", "refused: expected `)`, the condition ends here"},
        {"[1, 2", "refused: expected `,` or `]`, the condition ends here"}, {"a b", "refused: expected the end, or an operator, found `b`"}, {"if a then b", "refused: expected `else`, the condition ends here"},
        {"x between 1 or 2", "refused: expected `and` and the upper end, found `or`"}, {"x in [1..2", "refused: expected `]`, `)` or `[` after the upper end of the range, the condition ends here"},
        {"f(1,", "refused: expected a value, the condition ends here"}, {"some in x", "refused: expected a name, found `in`"}, {"a == b", "refused: expected the end, or an operator, found `==`"},
        {"\"abc", "refused: expected a value, found `\"`"}, {"a ≥ b", "refused: expected the end, or an operator, found `≥`"}, {"\"a\\qb\"", "refused: this text has an escape that means nothing"}};
    for (const Row& row : rows) EXPECT_EQ(printed(row.text), row.printed) << row.text;
}

TEST(Condition, SuggestsWhatUsualSlipsMean) {
    const std::vector<Row> rows = {{"a == b", "equality is written with one `=`"}, {"a && b", "write `and`"}, {"a || b", "write `or`"}, {"!a", "write `not(…)`"}, {"a => b", "write `>=`"},
                                   {"a <> b", "inequality is written `!=`"}, {"a ≥ b", "write `>=`"}, {"a = “b”", "texts stand in straight quotes: \"…\""}, {"2 ** 3", "powers are not part of this language"}};
    for (const Row& row : rows) {
        ocop::base::Report report;
        EXPECT_FALSE(parse(row.text, report)) << row.text;
        ASSERT_FALSE(report.all().empty()) << row.text;
        EXPECT_EQ(report.all().front().help.en, row.printed) << row.text;
    }
}

TEST(Condition, CountsColumnsInCharacters) {
    ocop::base::Report report;
    EXPECT_FALSE(parse("tổng_điểm == 5", report));
    EXPECT_EQ(report.all().front().place.column, 11);
    EXPECT_EQ(report.all().front().place.length, 2);
}

TEST(Condition, SpansLieInsideTheirParents) {
    ocop::base::Report report;
    const auto condition = parse("if a and (b or c) then x in (1, [2..3]) else not(d)", report);
    ASSERT_TRUE(condition);
    for (const auto& node : condition->nodes)
        for (const auto child : node.children) {
            EXPECT_GE(condition->at(child).span.begin, node.span.begin);
            EXPECT_LE(condition->at(child).span.end, node.span.end);
        }
}

// A random condition as text, to be parsed, printed and parsed again.
class Maker {
public:
    explicit Maker(unsigned seed) : random_(seed) {}
    std::string make(int depth) {
        if (depth == 0) return leaf();
        const auto a = [&] { return make(depth - 1); };
        switch (random_() % 16) {
            case 0: return a() + " or " + a();
            case 1: return a() + " and " + a();
            case 2: return "(" + a() + ") = (" + a() + ")";
            case 3: return "(" + a() + ") + " + a();
            case 4: return "(" + a() + ") * (" + a() + ")";
            case 5: return "-(" + a() + ")";
            case 6: return "not(" + a() + ")";
            case 7: return "(" + a() + ") between (" + a() + ") and (" + a() + ")";
            case 8: return "(" + a() + ") in (" + leaf() + ", > (" + a() + "), [" + leaf() + ".." + leaf() + "))";
            case 9: return "if " + a() + " then " + a() + " else " + a();
            case 10: return "(some v in [" + a() + ", " + leaf() + "] satisfies " + a() + ")";
            case 11: return "min(" + a() + ", " + a() + ")";
            case 12: return "(" + a() + ") - (" + a() + ")";
            case 13: return "(" + a() + ") in [" + leaf() + "]";
            case 14: return "list contains([" + a() + "], " + a() + ")";
            default: return leaf();
        }
    }

private:
    std::string leaf() {
        const char* leaves[] = {"x", "điểm", "'hai từ'", "1", "2.50", "75%", "\"chè\"", "true", "null", "[]", "points(\"5.1\")", "a.b"};
        return leaves[random_() % std::size(leaves)];
    }
    std::mt19937 random_;
};

TEST(Condition, PrintedParsesToTheSameTree) {
    int parsed = 0;
    for (unsigned seed = 0; seed < 3'000; ++seed) {
        const std::string text = Maker(seed).make(1 + static_cast<int>(seed % 4));
        ocop::base::Report report;
        const auto first = parse(text, report);
        if (!first) continue;  // an `if` or a comparison where only a sum may stand
        ++parsed;
        const std::string again = ocop::syntax::print(*first);
        const auto second = parse(again, report);
        ASSERT_TRUE(second) << text << "\n" << again << "\n" << report.all().back().message.en;
        EXPECT_TRUE(ocop::syntax::same(*first, *second)) << text << "\n" << again;
    }
    EXPECT_GT(parsed, 1'000);
}

TEST(Condition, SurvivesMutilation) {
    std::mt19937 random(7);
    const std::string good = "if điểm in [70..90) and not(x) then some i in (1, 2) satisfies i > 3% else \"a\\u0041\" = 'b c'";
    for (int round = 0; round < 20'000; ++round) {
        std::string text = good;
        for (unsigned i = 0, n = 1 + random() % 4; i < n; ++i) {
            const std::size_t at = random() % text.size();
            switch (random() % 4) {
                case 0: text.erase(at, 1 + random() % 5); break;
                case 1: text.insert(at, 1, static_cast<char>(random() % 256)); break;
                case 2: text[at] = "()[]\"'.,<>=%"[random() % 12]; break;
                default: text.resize(at + 1); break;
            }
            if (text.empty()) break;
        }
        ocop::base::Report report;
        const auto condition = parse(text, report);
        EXPECT_NE(condition.has_value(), report.has_errors());
        for (const auto& each : report.all()) EXPECT_EQ(each.message.en.find("boost"), std::string::npos) << text;
        if (!condition) continue;
        for (const auto& node : condition->nodes) EXPECT_LE(node.span.end, text.size());
    }
}

}  // namespace
