// A rule set shown: a form with two cases, minima with and without a condition, gates, facts and bands.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "report/lines.hpp"
#include "report/sample_trail.hpp"
#include "report/show.hpp"

namespace ocop::report {
namespace {

using nlohmann::ordered_json;
using test::has;

model::ConditionPtr condition(const std::string& text) {
    model::Condition out;
    out.text = text;
    return std::make_shared<const model::Condition>(std::move(out));
}

model::Option option(const std::string& id, int points, Text title) {
    model::Option out;
    out.id = id;
    out.points = out.printed_points = Number(points);
    out.title = std::move(title);
    out.cite = test::place("1.1");
    out.origin = {std::string("food/tea.yaml"), 30};
    return out;
}

model::Node node(TrailNode::Kind kind, const std::string& id, Text title, int parent, int depth, int end, int max) {
    model::Node out;
    out.kind = kind;
    out.id = id;
    out.title = std::move(title);
    out.parent = parent;
    out.depth = depth;
    out.end = end;
    out.max = Number(max);
    out.best = Number(max);
    out.cite = test::place(id);
    out.origin = {std::string("food/tea.yaml"), 20};
    return out;
}

model::RuleSet sample() {
    using Kind = TrailNode::Kind;
    model::RuleSet rules;
    rules.id = "26-2026/food/tea";
    rules.title = {"Chè", "Tea"};
    rules.basis = {"26/2026/QĐ-TTg", "Phụ lục II, bộ 4"};
    rules.in_force.from = base::Date{2026, 5, 22};
    rules.total_max = Number(8);
    rules.digest = std::string(64, 'b');
    rules.nodes = {node(Kind::part, "A", {"Sản phẩm", "Product"}, -1, 0, 4, 8), node(Kind::criterion, "1.1", {"Nguồn gốc", "Origin"}, 0, 1, 2, 3),
                   node(Kind::criterion, "1.2", {"Công nghệ", "Technology"}, 0, 1, 3, 3), node(Kind::criterion, "1.3", {"Thêm", "More"}, 0, 1, 4, 2)};
    model::Option good = option("b", 3, {"Trong xã", "In the commune"});
    good.minima = {{5, false, nullptr, true, true, {}, {}}};
    model::Remarks papers;
    papers.evidence = {0};
    good.remarks = papers;
    model::Option fair = option("a", 1, {"Ngoài xã", "Elsewhere"});
    fair.minima = {{3, true, condition("must_declare"), true, true, {}, {}}, {4, false, nullptr, true, true, {}, {}}};
    fair.when = condition("share < 50%");
    model::Case plain;
    plain.options = {fair, good};
    rules.nodes[1].cases = {plain};
    model::Case community, other;
    community.id = "community";
    community.title = {"Cộng đồng", "Community"};
    community.when = condition("provider = \"community\"");
    community.options = {option("a", 2, {"Có", "Yes"})};
    other.id = "operator";
    other.options = {option("a", 3, {"Có", "Yes"})};
    rules.nodes[2].cases = {community, other};
    rules.nodes[2].applies = condition("points(\"1.1\") > 0");
    rules.nodes[3].score = std::make_shared<const model::Score>(model::Score{Number(0), Number(2), false, false, test::number("0.5")});
    rules.evidence = {{"contract", {"Hợp đồng", "Contract"}, {}}};
    model::Fact share;
    share.name = "share";
    share.type = model::Type::number("%");
    share.title = {"Tỷ lệ", "Share"};
    share.domain_text = "[0..100]";
    model::Fact impure;
    impure.name = "impurities";
    impure.type = model::Type::Kind::boolean;
    impure.missing = base::Value(false);
    rules.facts = {share, impure};
    rules.gates = {{"impure", {"Có tạp chất", "Impurities"}, model::Effect::stop, 0, 1, condition("impurities"), test::place("6.1"), {std::string("food/tea.yaml"), 9}}};
    rules.bands = {{5, Number(90), Number(100), false, false, "[90..100]", "", {}, Citation{"26/2026/QĐ-TTg", "Điều 3"}, {std::string("decision.yaml"), 4}}};
    const char* names[] = {"rounding", "minima_met_by", "minima_cumulate", "minima_missed", "gates_met_by", "errata"};
    const char* chosen[] = {"none", "combined", "cumulative", "next-star", "combined", "corrected"};
    for (int i = 0; i < model::reading_count; ++i) rules.readings.push_back({names[i], {}, chosen[i], {}, {}, {}});
    rules.recognition = {{base::Date{2026, 5, 22}, {{3, Authority::province}, {5, Authority::ministry}}, "36 months", {}}};
    return rules;
}

TEST(ShowJson, HasTheTreeWithCitationsAndOrigins) {
    const ordered_json found = ordered_json::parse(show_json(sample()));
    const ordered_json& part = found["parts"][0];
    EXPECT_EQ(part["id"], "A");
    EXPECT_EQ(part["max"], "8");
    EXPECT_EQ(part["items"].size(), 3U);
    const ordered_json& origin = part["items"][0];
    EXPECT_EQ(origin["title"].dump(), R"({"vi":"Nguồn gốc","en":"Origin"})");
    EXPECT_EQ(origin["cite"]["place"], "Phụ lục II, bộ 1, 1.1");
    EXPECT_EQ(origin["origin"].dump(), R"({"file":"food/tea.yaml","line":20})");
    EXPECT_EQ(origin["options"][1]["points"], "3");
    EXPECT_EQ(origin["options"][1]["evidence"].dump(), R"(["contract"])");
    EXPECT_EQ(origin["options"][0]["when"], "share < 50%");
}

TEST(ShowJson, SaysForWhichStarsAnOptionIsTheLeast) {
    const ordered_json options = ordered_json::parse(show_json(sample()))["parts"][0]["items"][0]["options"];
    EXPECT_EQ(options[1]["minimum_for"], 5);
    EXPECT_EQ(options[0]["minimum_for"].dump(), R"({"3":"must_declare","4":true})");
}

TEST(ShowJson, HasCasesWithOptionsAndFreePoints) {
    const ordered_json items = ordered_json::parse(show_json(sample()))["parts"][0]["items"];
    EXPECT_FALSE(items[1].contains("options"));
    EXPECT_EQ(items[1]["applies"], "points(\"1.1\") > 0");
    EXPECT_EQ(items[1]["cases"][0]["when"], "provider = \"community\"");
    EXPECT_EQ(items[1]["cases"][1]["options"][0]["points"], "3");
    EXPECT_EQ(items[2]["score"], "[0..2]");
    EXPECT_EQ(items[2]["step"], "0.5");
}

TEST(ShowJson, HasFactsGatesBandsAndRecognition) {
    const ordered_json found = ordered_json::parse(show_json(sample()));
    EXPECT_EQ(found["facts"]["share"]["type"], "number");
    EXPECT_EQ(found["facts"]["share"]["unit"], "%");
    EXPECT_EQ(found["facts"]["impurities"]["missing"], false);
    EXPECT_EQ(found["gates"][0]["after"], "1.1");
    EXPECT_EQ(found["stars"]["5"]["band"], "[90..100]");
    EXPECT_EQ(found["council"]["combine"], "mean");
    EXPECT_EQ(found["readings"]["rounding"]["chosen"], "none");
    EXPECT_EQ(found["recognition"][0]["stars"]["5"]["authority"], "ministry");
    EXPECT_EQ(found["in_force"]["from"], "2026-05-22");
}

TEST(ShowJson, TakesThePrintedTextWhereThatReadingIsChosen) {
    model::RuleSet rules = sample();
    rules.readings[model::reading_errata].chosen = "printed";
    rules.nodes[1].cases[0].options[1].printed_points = Number(13);
    rules.nodes[1].cases[0].options[1].minima[0].printed = false;
    const ordered_json option = ordered_json::parse(show_json(rules))["parts"][0]["items"][0]["options"][1];
    EXPECT_EQ(option["points"], "13");
    EXPECT_EQ(option["corrected_points"], "3");
    EXPECT_FALSE(option.contains("minimum_for"));
}

TEST(ShowText, IsATreeThatFitsTheWidth) {
    for (const Language language : {Language::vi, Language::en})
        for (const int width : {40, 80, 120}) {
            Style style;
            style.language = language;
            style.width = width;
            const std::string text = show(sample(), style);
            for (const std::string& line : test::lines(text)) EXPECT_LE(static_cast<int>(base::display_width(line)), width) << line;
            EXPECT_FALSE(has(text, "\x1b"));
        }
}

TEST(ShowText, SaysWhatDecides) {
    Style style;
    style.language = Language::vi;
    const std::string text = show(sample(), style);
    EXPECT_TRUE(has(text, "26-2026/food/tea — Chè"));
    EXPECT_TRUE(has(text, "tối thiểu của hạng 3 sao, khi must_declare"));
    EXPECT_TRUE(has(text, "tối thiểu của hạng 5 sao"));
    EXPECT_TRUE(has(text, "chỉ áp dụng khi points(\"1.1\") > 0"));
    EXPECT_TRUE(has(text, "trường hợp: Cộng đồng"));
    EXPECT_TRUE(has(text, "Có tạp chất (impure): dừng đánh giá sau mục 1.1"));
    EXPECT_TRUE(has(text, "từ 90 đến 100"));
    EXPECT_TRUE(has(text, "3 sao cấp tỉnh, 5 sao cấp trung ương; giấy chứng nhận có giá trị 36 tháng"));
}

}  // namespace
}  // namespace ocop::report
