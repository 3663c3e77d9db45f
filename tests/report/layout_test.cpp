// Wrapping by what is seen, not by bytes; tables that give way; nothing that drives a terminal.
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "report/layout.hpp"
#include "report/lines.hpp"

namespace ocop::report {
namespace {

using test::has;
using test::lines;

Style plain(int width) {
    Style style;
    style.width = width;
    return style;
}

TEST(Wrap, CountsWhatIsSeen) {
    EXPECT_EQ(wrap("một hai ba bốn", 7), (std::vector<std::string>{"một hai", "ba bốn"}));
    EXPECT_EQ(wrap("Điểm của tiêu chí", 8), (std::vector<std::string>{"Điểm của", "tiêu chí"}));
    EXPECT_EQ(wrap("mo\xCC\xA3\xCC\x82t hai", 7).size(), 1U) << "combining marks take no room";
}

TEST(Wrap, CutsWhatIsTooLong) {
    EXPECT_EQ(wrap("abcdefgh", 3), (std::vector<std::string>{"abc", "def", "gh"}));
    EXPECT_EQ(wrap("đđđđ", 3), (std::vector<std::string>{"đđđ", "đ"}));
    EXPECT_EQ(wrap("x abcdef", 3), (std::vector<std::string>{"x", "abc", "def"}));
}

TEST(Wrap, GivesOneEmptyLineForNothing) { EXPECT_EQ(wrap("   ", 10), std::vector<std::string>{""}); }

TEST(Wrap, TakesControlCharactersForBlanks) {
    EXPECT_EQ(wrap("a\x1b[31mb\tc\nd\x7f", 20), std::vector<std::string>{"a [31mb c d"});
    EXPECT_EQ(wrap("a\xC2\x9B" "31m", 20), std::vector<std::string>{"a 31m"});
}

Table sample() {
    Table table({{Table::Align::left, false}, {Table::Align::left, true}, {Table::Align::right, false}});
    table.row({{"1.1"}, {"Nguồn gốc sản phẩm và vùng nguyên liệu của cả tổ hợp tác"}, {"2,75"}});
    table.below("Phụ lục II, bộ 1, 1.1");
    table.row({{"10"}, {"Ngắn"}, {"3"}});
    return table;
}

TEST(Page, WrapsTheWideColumnAndKeepsTheOthers) {
    Page page(plain(40));
    page.table(sample());
    EXPECT_EQ(page.take(),
              "1.1  Nguồn gốc sản phẩm và vùng     2,75\n"
              "     nguyên liệu của cả tổ hợp tác\n"
              "     Phụ lục II, bộ 1, 1.1\n"
              "10   Ngắn                              3\n");
}

TEST(Page, TurnsRowsToParagraphsWhereThereIsNoRoom) {
    Table table({{Table::Align::left, false}, {Table::Align::left, true}, {Table::Align::right, false}});
    table.row({{"1.1"}, {"Nguồn gốc sản phẩm và vùng nguyên liệu"}, {"217/3 (≈ 72,33) của bảy phiếu"}});
    Page page(plain(40));
    page.table(table);
    EXPECT_EQ(page.take(),
              "1.1 Nguồn gốc sản phẩm và vùng nguyên\n"
              "liệu\n"
              "  217/3 (≈ 72,33) của bảy phiếu\n");
}

TEST(Page, HangsLinesUnderAnItem) {
    Page page(plain(40));
    page.item("•", "Làm tròn tổng điểm: không làm tròn, như quyết định nêu", Tone::plain, 2);
    const auto found = lines(page.take());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[0].starts_with("  • Làm"));
    EXPECT_TRUE(found[1].starts_with("    "));
}

TEST(Page, PaintsOnlyWhereColourIsWanted) {
    Style style = plain(60);
    Page without(style);
    without.paragraph("đạt", Tone::good);
    EXPECT_EQ(without.take(), "đạt\n");
    style.colour = true;
    Page with(style);
    with.paragraph("đạt", Tone::good);
    EXPECT_EQ(with.take(), "\x1b[32mđạt\x1b[0m\n");
}

TEST(Page, IsNeverNarrowerThanForty) {
    Page page(plain(3));
    page.paragraph("abc def ghi jkl mno pqr stu vwx yz1 234");
    EXPECT_EQ(lines(page.take()).size(), 1U);
}

TEST(Page, CleansCells) {
    Table table({{Table::Align::left, false}, {Table::Align::left, true}});
    table.row({{"a\x1b[2J"}, {"b"}});
    Page page(plain(40));
    page.table(table);
    EXPECT_FALSE(has(page.take(), "\x1b"));
}

}  // namespace
}  // namespace ocop::report
