// Markdown that reads well as it stands, in which no text of a card takes effect.
#include <gtest/gtest.h>

#include <ocop/report.hpp>

#include "report/escape.hpp"
#include "report/examples.hpp"
#include "report/lines.hpp"
#include "report/sample_trail.hpp"
#include "report/words.hpp"

namespace ocop::report {
namespace {

using test::has;
using test::lines;

Style in(Language language) {
    Style out;
    out.language = language;
    return out;
}

// Bars that divide cells: those without a backslash before them.
int bars(const std::string& line) {
    int out = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\') ++i;
        else if (line[i] == '|') ++out;
    }
    return out;
}

TEST(Escape, ForMarkdown) {
    EXPECT_EQ(for_markdown("a|b \\ <b> `c` *d* [e]"), "a\\|b \\\\ \\<b> \\`c\\` \\*d\\* \\[e]");
    EXPECT_EQ(for_markdown("grown_in_province _x_"), "grown_in_province \\_x\\_");
    EXPECT_EQ(for_markdown("A & B &lt; &#39;"), "A & B \\&lt; \\&#39;");
    EXPECT_EQ(for_markdown("# x"), "\\# x");
    EXPECT_EQ(for_markdown("- x"), "\\- x");
    EXPECT_EQ(for_markdown("12. x"), "12\\. x");
    EXPECT_EQ(for_markdown("12.5 x"), "12.5 x");
    EXPECT_EQ(for_markdown(" a\nb\r\x1b "), "a b");
}

TEST(Escape, ForHtmlAndXml) {
    EXPECT_EQ(for_html("<a href=\"x\">'&\n"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp; ");
    EXPECT_EQ(for_html("Trường \xC2\x85 học"), "Trường   học");
    EXPECT_EQ(for_xml("a\n\x01<"), "a&#10;?&lt;");
}

TEST(Markdown, ReadsWellAsItStands) {
    const std::string vi = markdown(test::rated_trail(), in(Language::vi));
    EXPECT_TRUE(vi.starts_with("# Kết quả phân hạng: Xoài cát Hòa Lộc\n\n**★★★★☆ 4 sao · 72,5 điểm**\n\nHTX Mỹ Hòa · An Giang\n\n")) << vi.substr(0, 200);
    EXPECT_TRUE(has(vi, "## Muốn đạt 5 sao cần\n\n- ✗ Tiêu chí 1.1 Nguồn gốc sản phẩm: cần 3 điểm"));
    EXPECT_TRUE(has(vi, "| Mã | Nội dung | Điểm | Tối đa |\n| --- | --- | ---: | ---: |\n| **A** | **Sản phẩm và sức mạnh của cộng đồng** | **54** | **60** |\n"));
    EXPECT_TRUE(has(vi, "\n1. Tổng điểm chung là trung bình cộng của 4 phiếu (73; 73; 74; 70): 72,5 điểm.\n2. 72,5 thuộc"));
    EXPECT_TRUE(has(vi, "(nếu xảy ra: loại hồ sơ)\n\n  not(grown_in_province): sai (grown_in_province = đúng)\n"));
    EXPECT_TRUE(has(vi, "### Riêng 5 sao: đạt 0/1\n"));
    EXPECT_TRUE(vi.ends_with("\n") && !vi.ends_with("\n\n"));
}

TEST(Markdown, LetsNothingOutOfItsCell) {
    Trail trail = test::rated_trail();
    trail.sheets[0].assessor = "a | b\n| c \\| d \\";
    trail.nodes[2].title = {"<script>alert(1)</script> `x` | y", ""};
    trail.nodes[2].marks[2].note = "\n\n# Tựa đề | *đậm*";
    const std::string out = markdown(trail, in(Language::vi));
    EXPECT_FALSE(has(out, " <script"));
    EXPECT_FALSE(has(out, "\n# Tựa"));
    int expected = 0;
    for (const std::string& line : lines(out)) {
        if (!line.starts_with("|")) {
            expected = 0;
            continue;
        }
        if (expected == 0) expected = bars(line);
        EXPECT_EQ(bars(line), expected) << line;
    }
}

TEST(Markdown, StaysBriefAndBeginsWithAnEmptyTrailToo) {
    Style brief = in(Language::en);
    brief.brief = true;
    EXPECT_FALSE(has(markdown(test::rated_trail(), brief), "Provenance"));
    EXPECT_FALSE(markdown(Trail{}, brief).empty());
}

TEST(Markdown, ShowsTheNumbersOfEveryExample) {
    for (const Trail& trail : test::example_trails())
        for (const Language language : {Language::vi, Language::en}) {
            const Words words(language);
            const std::string out = markdown(trail, in(language));
            if (trail.summary.total) {
                EXPECT_TRUE(has(out, words.points(*trail.summary.total)));
            }
            for (const TrailNode& node : trail.nodes)
                if (node.kind == TrailNode::Kind::criterion) {
                    const std::size_t begin = out.find("\n| " + node.id + " | ", out.find("## " + words(Label::points_by_criterion)));
                    ASSERT_NE(begin, std::string::npos) << node.id;
                    const std::string points = words.number(node.points), strong = node.points ? "**" + points + "**" : points;
                    EXPECT_TRUE(has(out.substr(begin, out.find('\n', begin + 1) - begin), "| " + strong + " | " + words.number(node.max) + " |")) << node.id;
                }
        }
}

}  // namespace
}  // namespace ocop::report
