// One file that is safe whatever a card says, sound for readers and screen readers, and shows the numbers of the JSON.
#include <gtest/gtest.h>

#include <regex>

#include <nlohmann/json.hpp>

#include "report/examples.hpp"
#include "report/html_parts.hpp"
#include "report/lines.hpp"
#include "report/sample_trail.hpp"
#include "report/words.hpp"

namespace ocop::report {
namespace {

using test::has;
using test::tags;
using test::visible;

Style in(Language language) {
    Style out;
    out.language = language;
    return out;
}

std::vector<Trail> all_outcomes() {
    std::vector<Trail> out = {test::rated_trail(), test::undecided_trail(), test::rejected_trail(), test::stopped_trail(), Trail{}};
    test::add_agreement(out[0]);
    test::add_reasons(out[0]);
    test::add_question(out[1]);
    return out;
}

TEST(Html, ShowsAnyTextAsText) {
    Trail trail = test::rated_trail();
    trail.card.product[0].second = "<script>alert(1)</script> & \"a\" 'b' \x01\x1b[2J";
    trail.sheets[0].assessor = "<img src=x onerror=alert(1)>";
    trail.nodes[2].marks[2].note = "</td></table><h1>\xE2\x80\xAE";
    trail.gates[0].condition.text = "a < 5 and b > \"x\"";
    const std::string out = html(trail, in(Language::vi));
    EXPECT_FALSE(has(out, "<script"));
    EXPECT_FALSE(has(out, "<img"));
    EXPECT_FALSE(has(out, "\x1b"));
    EXPECT_FALSE(has(out, "\x01"));
    EXPECT_FALSE(has(out, "\xE2\x80\xAE"));
    EXPECT_TRUE(has(out, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;a&quot; &#39;b&#39;"));
    EXPECT_TRUE(has(visible(out), "a < 5 and b > \"x\""));
    int first_headings = 0;
    for (const test::Tag& each : tags(out)) first_headings += each.name == "h1";
    EXPECT_EQ(first_headings, 1);
}

TEST(Html, NeedsNothingElse) {
    for (const Trail& trail : test::example_trails()) {
        const std::string out = html(trail, in(Language::vi));
        for (const char* part : {"http", "<script", "url(", "@import", "<link", " src=", "javascript:"}) EXPECT_FALSE(has(out, part)) << part;
        for (const test::Tag& each : tags(out)) EXPECT_FALSE(each.attributes.starts_with(" on") || has(each.attributes, " onload")) << each.attributes;
    }
}

TEST(Html, ClosesWhatItOpens) {
    for (const Trail& trail : all_outcomes()) {
        std::vector<std::string> open;
        for (const test::Tag& each : tags(html(trail, in(Language::en)))) {
            if (each.name == "!DOCTYPE" || each.name == "meta" || each.attributes.ends_with("/")) continue;
            if (!each.name.starts_with("/")) {
                open.push_back(each.name);
                continue;
            }
            ASSERT_FALSE(open.empty());
            EXPECT_EQ("/" + open.back(), each.name);
            open.pop_back();
        }
        EXPECT_TRUE(open.empty());
    }
}

TEST(Html, HasHeadingsInOrder) {
    for (const Trail& trail : all_outcomes()) {
        int last = 0, first_headings = 0;
        for (const test::Tag& each : tags(html(trail, in(Language::vi)))) {
            if (each.name.size() != 2 || each.name[0] != 'h' || each.name[1] < '1' || each.name[1] > '6') continue;
            const int level = each.name[1] - '0';
            EXPECT_LE(level, last + 1);
            last = level;
            first_headings += level == 1 ? 1 : 0;
        }
        EXPECT_EQ(first_headings, 1);
    }
}

TEST(Html, NamesTablesCellsAndPictures) {
    for (const Trail& trail : all_outcomes()) {
        const auto all = tags(html(trail, in(Language::en)));
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].name == "th") {
                EXPECT_TRUE(all[i].has("scope"));
            }
            if (all[i].name == "table") {
                EXPECT_EQ(all[i + 1].name, "caption");
            }
            if (all[i].name != "svg" || has(all[i].attributes, "pointer")) continue;
            EXPECT_TRUE(all[i].has("role"));
            EXPECT_EQ(all[i + 1].name, "title");
        }
    }
}

TEST(Html, SaysItsLanguage) {
    EXPECT_TRUE(has(html(test::rated_trail(), in(Language::vi)), "<html lang=\"vi\">"));
    EXPECT_TRUE(has(html(test::rated_trail(), in(Language::en)), "<html lang=\"en\">"));
    EXPECT_TRUE(has(html(test::rated_trail(), in(Language::en)), "<title>Xoài cát Hòa Lộc — 4 stars · 72.5 points</title>"));
}

TEST(Html, DrawsTheTotalOnTheBands) {
    const std::string out = html(test::rated_trail(), in(Language::en));
    EXPECT_TRUE(has(out, "<rect class=\"band here\" x=\"70%\" y=\"52\" width=\"20%\""));
    EXPECT_TRUE(has(out, "<svg x=\"72.5%\""));
    EXPECT_TRUE(has(out, ">+17.5</text>"));
    EXPECT_TRUE(has(out, "<desc id=\"scale-1-1-desc\">The total of 72.5 lies in the band from 70 to under 90 points: 4 stars"));
    EXPECT_TRUE(has(html(test::undecided_trail(), in(Language::en)), "<rect class=\"range\" x=\"50%\""));
}

TEST(Html, PutsSeveralCardsInOneFile) {
    const std::vector<Trail> trails = {test::rated_trail(), test::rejected_trail()};
    const std::string out = html(trails, in(Language::vi));
    EXPECT_TRUE(has(out, "<a href=\"#report-2\">Xoài cát Hòa Lộc</a>"));
    EXPECT_TRUE(has(out, "<article class=\"report\" id=\"report-2\">"));
    EXPECT_TRUE(has(out, "break-before: page"));
    EXPECT_EQ(out.find("<!DOCTYPE"), out.rfind("<!DOCTYPE"));
}

TEST(Html, HasMarksBesideColours) {
    const std::string out = visible(html(test::rated_trail(), in(Language::vi)));
    EXPECT_TRUE(has(out, "✓ đạt"));
    EXPECT_TRUE(has(out, "✗ chưa đạt"));
}

TEST(Html, PutsAllMarksSideBySide) {
    Trail trail = test::rated_trail();
    EXPECT_TRUE(has(visible(html(trail, in(Language::vi))), "1.1 Nguồn gốc sản phẩm 3 3 2 3 1"));
    for (int i = 0; i < 16; ++i) {
        trail.sheets.push_back(trail.sheets[0]);
        for (TrailNode& each : trail.nodes) each.by_sheet.push_back(each.by_sheet[0]);
    }
    const std::string many = visible(html(trail, in(Language::vi)));
    EXPECT_TRUE(has(many, "Điểm của từng phiếu (1–15)"));
    EXPECT_TRUE(has(many, "Điểm của từng phiếu (16–20)"));
}

// The row of an item in the table by criterion, as it is seen.
std::string row_of(const std::string& out, const std::string& heading, const std::string& id) {
    const std::size_t section = out.find("<h2>" + heading + "</h2>"), end = out.find("</section>", section);
    const std::regex begin("<tr[^>]*><th scope=\"row(group)?\"[^>]*>" + std::regex_replace(id, std::regex("\\."), "\\.") + "</th>");
    std::smatch found;
    const std::string table = out.substr(section, end - section);
    if (!std::regex_search(table, found, begin)) return {};
    const std::size_t at = static_cast<std::size_t>(found.position());
    return visible(table.substr(at, table.find("</tr>", at) - at));
}

// What the JSON says of stars, total and every part, section and criterion, in the language's writing.
TEST(Html, ShowsTheNumbersOfTheJson) {
    for (const Trail& trail : test::example_trails()) {
        const auto data = nlohmann::json::parse(json(trail));
        for (const Language language : {Language::vi, Language::en}) {
            const Words words(language);
            const std::string out = html(trail, in(language)), seen = visible(out);
            const auto written = [&](const nlohmann::json& number) { return words.number(Number::parse(number.get<std::string>()).value()); };
            if (data["stars"].is_number()) {
                EXPECT_TRUE(has(seen, words.stars(data["stars"].get<int>()) + " · " + written(data["total"])));
            }
            for (const auto& node : data["trail"]["nodes"]) {
                const std::string points = node["points"].is_string() ? written(node["points"]) : "–", max = written(node["max"]);
                const std::string row = row_of(out, words(Label::points_by_criterion), node["id"]);
                EXPECT_TRUE(has(row, " " + points + " " + max)) << node["id"] << ": " << row;
            }
        }
    }
}

TEST(Html, SaysTheSameTwice) { EXPECT_EQ(html(test::rated_trail(), in(Language::vi)), html(test::rated_trail(), in(Language::vi))); }

}  // namespace
}  // namespace ocop::report
