// What is said of a portfolio, in both languages and as data.
#include <gtest/gtest.h>

#include <limits>

#include <nlohmann/json.hpp>
#include <ocop/report.hpp>

#include "report/html_parts.hpp"
#include "report/lines.hpp"
#include "report/portfolio_words.hpp"

namespace ocop::report {
namespace {

using nlohmann::json;
using portfolio::Attained;
using portfolio::Counts;
using portfolio::Tally;
using test::has;
using test::tags;
using test::visible;

Style in(Language language, bool brief = false) {
    Style out;
    out.language = language;
    out.brief = brief;
    return out;
}

Counts counts(std::uint64_t errors, std::uint64_t undecided, std::uint64_t three, std::uint64_t four, std::uint64_t five) {
    Counts out;
    out.errors = errors;
    out.outcomes[static_cast<std::size_t>(Outcome::undecided)] = undecided;
    out.outcomes[static_cast<std::size_t>(Outcome::rated)] = three + four + five;
    out.stars[3] = three;
    out.stars[4] = four;
    out.stars[5] = five;
    out.scorecards = errors + undecided + three + four + five;
    return out;
}

// 15,000 scorecards of food, 3 of an unknown group, 2 of which nothing could be read.
Tally sample() {
    Tally out;
    out.groups["food"] = counts(0, 1'000, 10'000, 3'000, 1'000);
    out.groups["pottery"] = counts(0, 0, 2, 1, 0);
    out.rule_sets["1/food/tea"] = {{"Chè", "Tea"}, out.groups["food"]};
    out.rule_sets["1/pottery/jars"] = {{"Lọ", "Jars"}, out.groups["pottery"]};
    out.all = counts(2, 0, 0, 0, 0);
    for (const auto& [_, each] : out.groups) out.all += each;
    out.blocking[{"1/food/tea", "3.5", 4}] = {{"Sở hữu trí tuệ", "Intellectual property"}, 5'000};
    out.blocking[{"1/food/tea", "4.1", 5}] = {{"Khu vực phân phối", "Sales area"}, 12'500};
    out.makers["HTX A"] = {3, 5, 2};
    out.makers["HTX B"] = {7, 2, 0};
    out.makers["HTX C"] = {3, std::nullopt, 0};
    out.makers_unnamed = 14'990;
    out.findings[static_cast<std::size_t>(Finding::Kind::evidence_missing)] = {40, 30};
    out.findings[static_cast<std::size_t>(Finding::Kind::level_unknown)] = {31, 31};
    return out;
}

Attained sample_plan() {
    Attained out;
    out.title = {"Kế hoạch OCOP Hà Nội 2026", "OCOP plan of Hanoi 2026"};
    out.targets = {{{"food", 4, true, 12'000}, 4'000, *Number::fraction(1, 3), 8'000}, {{"", 5, false, 800}, 1'000, *Number::fraction(5, 4), 0}};
    return out;
}

TEST(PortfolioReport, TellsAllInEnglish) {
    EXPECT_EQ(text(sample(), in(Language::en), sample_plan()), R"(SUMMARY OF RATINGS
15,005 scorecards · 14,003 rated

OUTCOMES
Outcome             Scorecards   Share
rated                   14,003   93.3%
undecided                1,000    6.7%
assessment stopped           0    0.0%
dossier rejected             0    0.0%
could not be read            2    0.0%
All                     15,005  100.0%

THE PLAN: OCOP PLAN OF HANOI 2026
Target                      Wanted  There   Share  Missing
Food: 4 stars or more       12,000  4,000   33.3%    8,000
Any group: exactly 5 stars     800  1,000  125.0%        0

1 of 2 targets attained.

STARS BY PRODUCT GROUP
Product group    Scorecards    5 ★    4 ★     3 ★  Not rated
Food                 15,000  1,000  3,000  10,000      1,000
of 14,000 rated: 5 ★ 7.1% · 4 ★ 21.4% · 3 ★ 71.4%
pottery                   3      0      1       2          0
of 3 rated: 4 ★ 33.3% · 3 ★ 66.7%
Group not known           2      0      0       0          2
All                  15,005  1,000  3,001  10,002      1,002
of 14,003 rated: 5 ★ 7.1% · 4 ★ 21.4% · 3 ★ 71.4%

STARS BY RULE SET
Rule set  Scorecards    5 ★    4 ★     3 ★  Not rated
Tea           15,000  1,000  3,000  10,000      1,000
1/food/tea · of 14,000 rated: 5 ★ 7.1% · 4 ★ 21.4% · 3 ★ 71.4%
Jars               3      0      1       2          0
1/pottery/jars · of 3 rated: 4 ★ 33.3% · 3 ★ 66.7%

MINIMA THAT BLOCK MOST OFTEN
Id   Criterion              Star  Scorecards  Share
4.1  Sales area              5 ★      12,500  83.3%
     Tea · 1/food/tea
3.5  Intellectual property   4 ★       5,000  33.3%
     Tea · 1/food/tea

MAKERS
• 3 makers by name
• 1 of them has a product with 3 stars or more
• 14,990 scorecards name no maker

Those with most scorecards
Maker  Scorecards  3 ★ or more  Best
HTX B           7            0   2 ★
HTX A           3            2   5 ★
HTX C           3            0     –

FINDINGS
What a person should look at              Times  Scorecards  Share
The level of the council is not stated       31          31   0.2%
Points without the evidence they require     40          30   0.2%
)");
}

TEST(PortfolioReport, IsShortWhereThatIsWanted) {
    const std::string out = text(sample(), in(Language::vi, true), sample_plan());
    for (const char* part : {"TỔNG HỢP KẾT QUẢ PHÂN HẠNG\n15.005 hồ sơ · 14.003 được phân hạng", "THỰC HIỆN KẾ HOẠCH: KẾ HOẠCH OCOP HÀ NỘI 2026", "Thực phẩm: từ 4 sao trở lên", "33,3%", "Mọi nhóm: đúng 5 sao",
                             "Đã đạt 1 trên 2 chỉ tiêu.", "Không rõ nhóm", "trong 14.000 hồ sơ được phân hạng: 5 ★ 7,1% · 4 ★ 21,4%"})
        EXPECT_TRUE(has(out, part)) << part << "\n" << out;
    for (const char* part : {"BỘ TIÊU CHÍ", "CHẶN", "CHỦ THỂ", "LƯU Ý"}) EXPECT_FALSE(has(out, part)) << part;
    EXPECT_FALSE(has(text(sample(), in(Language::en, true)), "PLAN"));
}

TEST(PortfolioReport, OfNothingDividesByNothing) {
    const std::string out = text(Tally{}, in(Language::en));
    EXPECT_TRUE(has(out, "0 scorecards · 0 rated")) << out;
    EXPECT_FALSE(has(out, "MAKERS"));
    EXPECT_FALSE(has(out, "FINDINGS"));
    EXPECT_TRUE(has(html(Tally{}, in(Language::vi)), "0 hồ sơ"));
    EXPECT_EQ(json::parse(report::json(Tally{}))["scorecards"], 0);
}

TEST(PortfolioReport, NamesFifteenMinimaAndTenMakersAtMost) {
    Tally tally = sample();
    for (int i = 0; i < 30; ++i) {
        tally.blocking[{"1/food/tea", "9." + std::to_string(i), 3}] = {{"", "Minimum " + std::to_string(i)}, 1};
        tally.makers["Maker " + std::to_string(i)] = {1, 3, 1};
    }
    tally.other_makers = {9, 5, 9};
    const std::string out = text(tally, in(Language::en));
    EXPECT_TRUE(has(out, "and 17 others."));
    EXPECT_TRUE(has(out, "• More than 33 makers by name")) << out;
    EXPECT_TRUE(has(out, "• 9 scorecards of other makers, who are not told apart"));
    EXPECT_TRUE(has(out, "Maker 14 "));
    EXPECT_FALSE(has(out, "Maker 15 "));
}

TEST(PortfolioReport, HasAColumnForEveryStarThereIs) {
    Tally tally = sample();
    tally.all.stars[1] = 4;
    tally.all.stars[0] = 1;
    const std::string out = text(tally, in(Language::en));
    EXPECT_TRUE(has(out, "1 ★")) << out;
    EXPECT_TRUE(has(out, "0 ★"));
    EXPECT_FALSE(has(out, "2 ★  "));
}

TEST(PortfolioReport, IsMarkdown) {
    const std::string out = markdown(sample(), in(Language::en), sample_plan());
    EXPECT_TRUE(has(out, "# Summary of ratings\n\n**15,005 scorecards · 14,003 rated**")) << out;
    EXPECT_TRUE(has(out, "| Food: 4 stars or more | 12,000 | 4,000 | 33.3% | 8,000 |")) << out;
    EXPECT_TRUE(has(out, "| 4.1") || has(out, "| **4.1**")) << out;
}

// ---- pages ----

TEST(PortfolioPage, DrawsSharesAndStars) {
    const std::string out = html(sample(), in(Language::vi), sample_plan());
    EXPECT_TRUE(has(out, "<html lang=\"vi\">"));
    EXPECT_TRUE(has(out, "<title>Thực phẩm — 5 ★: 1.000 (6,7%), 4 ★: 3.000 (20,0%), 3 ★: 10.000 (66,7%), không xếp hạng: 1.000 (6,7%)</title>")) << out;
    EXPECT_TRUE(has(out, "<rect class=\"shade-1\" x=\"6.67%\" width=\"20%\" height=\"22\"/>"));
    EXPECT_TRUE(has(visible(out), "Kế hoạch OCOP Hà Nội 2026"));
    EXPECT_TRUE(has(visible(out), "12.500"));
    EXPECT_TRUE(has(out, "<rect class=\"fill\" width=\"100%\" height=\"12\"/>")) << "what is more than wanted ends with the bar";
}

TEST(PortfolioPage, NeedsNothingElseAndShowsAnyTextAsText) {
    Tally tally = sample();
    tally.makers["<script>alert(1)</script> & \"a\" \x1b[2J"] = {9, 5, 9};
    tally.groups["<img src=x>"] = counts(0, 0, 1, 0, 0);
    tally.rule_sets["<b>/x/y"] = {{"<i>", "</table>"}, counts(0, 0, 1, 0, 0)};
    tally.blocking[{"<b>/x/y", "<u>", 4}] = {{"<s>", "<s>"}, 99'999};
    Attained plan = sample_plan();
    plan.title = {"<h1>", "<h1>"};
    plan.targets[0].target.group = "<svg>";
    const std::string out = html(tally, in(Language::en), plan);
    for (const char* part : {"http", "<script", "<img", "url(", "@import", "<link", "javascript:", "\x1b", "<i>", "<b>", "<u>", "<s>"}) EXPECT_FALSE(has(out, part)) << part;
    EXPECT_TRUE(has(out, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;a&quot;"));
    int first_headings = 0;
    std::vector<std::string> open;
    for (const test::Tag& each : tags(out)) {
        first_headings += each.name == "h1";
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
    EXPECT_EQ(first_headings, 1);
}

// ---- data ----

TEST(PortfolioJson, HasEveryNumberOfTheTally) {
    Tally tally = sample();
    tally.all.scorecards = std::numeric_limits<std::uint64_t>::max();
    tally.all.stars[7] = 1;
    tally.other_makers = {9, 5, 8};
    const json out = json::parse(report::json(tally, sample_plan()));
    EXPECT_EQ(out["scorecards"].get<std::uint64_t>(), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(out["errors"], 2);
    EXPECT_EQ(out["outcomes"], (json{{"rated", 14'003}, {"undecided", 1'000}, {"stopped", 0}, {"rejected", 0}}));
    EXPECT_EQ(out["stars"], (json{{"0", 0}, {"1", 0}, {"2", 0}, {"3", 10'002}, {"4", 3'001}, {"5", 1'000}, {"7", 1}}));
    EXPECT_EQ(out["groups"][0]["group"], "food");
    EXPECT_EQ(out["groups"][0]["title"]["vi"], "Thực phẩm");
    EXPECT_EQ(out["groups"][1]["title"]["vi"], "pottery");
    EXPECT_EQ(out["groups"][0]["stars"]["4"], 3'000);
    EXPECT_EQ(out["rule_sets"][0]["rule_set"], "1/food/tea");
    EXPECT_EQ(out["rule_sets"][1]["scorecards"], 3);
    EXPECT_EQ(out["blocking"][0], (json{{"rule_set", "1/food/tea"}, {"criterion", "4.1"}, {"star", 5}, {"title", {{"vi", "Khu vực phân phối"}, {"en", "Sales area"}}}, {"scorecards", 12'500}}));
    EXPECT_EQ(out["makers"]["named"], 3);
    EXPECT_EQ(out["makers"]["with_three_or_more"], 1);
    EXPECT_EQ(out["makers"]["unnamed"], 14'990);
    EXPECT_EQ(out["makers"]["others"], (json{{"scorecards", 9}, {"three_or_more", 8}, {"best", 5}}));
    EXPECT_EQ(out["makers"]["list"][2], (json{{"maker", "HTX C"}, {"scorecards", 3}, {"three_or_more", 0}, {"best", nullptr}}));
    EXPECT_EQ(out["findings"].size(), tally.findings.size());
    EXPECT_EQ(out["findings"][1]["kind"], "evidence-missing");
    EXPECT_EQ(out["findings"][1]["findings"], 40);
    EXPECT_EQ(out["findings"][1]["scorecards"], 30);
}

TEST(PortfolioJson, HasThePlanExactly) {
    const json out = json::parse(report::json(sample(), sample_plan()));
    EXPECT_EQ(out["plan"]["title"]["vi"], "Kế hoạch OCOP Hà Nội 2026");
    EXPECT_EQ(out["plan"]["targets"][0], (json{{"group", "food"}, {"stars", 4}, {"at_least", true}, {"products", 12'000}, {"there", 4'000}, {"share", "1/3"}, {"percent", "33.3"}, {"missing", 8'000}}));
    EXPECT_EQ(out["plan"]["targets"][1], (json{{"group", nullptr}, {"stars", 5}, {"at_least", false}, {"products", 800}, {"there", 1'000}, {"share", "1.25"}, {"percent", "125.0"}, {"missing", 0}}));
    EXPECT_EQ(json::parse(report::json(sample()))["plan"], nullptr);
}

// ---- words ----

TEST(PortfolioWords, AreThereForEveryFindingAndGroup) {
    for (std::size_t i = 0; i < Tally{}.findings.size(); ++i) {
        const Text title = finding_title(static_cast<Finding::Kind>(i));
        EXPECT_FALSE(title.vi.empty()) << i;
        EXPECT_FALSE(title.en.empty()) << i;
    }
    EXPECT_EQ(group_title("drinks"), (Text{"Đồ uống", "Drinks"}));
    EXPECT_EQ(group_title("herbs").vi, "Dược liệu và sản phẩm từ dược liệu");
    EXPECT_EQ(group_title("else"), (Text{"else", "else"}));
}

TEST(PortfolioWords, GroupAndRoundAsTheLanguageDoes) {
    const Words vi(Language::vi), en(Language::en);
    EXPECT_EQ(grouped(12'345, vi), "12.345");
    EXPECT_EQ(grouped(1'234'567, en), "1,234,567");
    EXPECT_EQ(grouped(999, vi), "999");
    EXPECT_EQ(percent(share_of(1, 3), vi), "33,3%");
    EXPECT_EQ(percent(share_of(1, 800), en), "0.1%") << "0.125";
    EXPECT_EQ(percent(*Number::parse("0.05"), en), "0.1%") << "half-up";
    EXPECT_EQ(percent(share_of(0, 0), en), "0.0%");
}

}  // namespace
}  // namespace ocop::report
