// Trails built by hand: a small form with two parts, rated by four members, and what becomes of it in other outcomes.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include <ocop/rating.hpp>

namespace ocop::test {

inline Number number(const std::string& text) { return Number::parse(text).value(); }

inline Citation place(const std::string& where) { return {"26/2026/QĐ-TTg", "Phụ lục II, bộ 1, " + where}; }

inline TrailCondition condition(const std::string& text, std::optional<bool> value, std::vector<TrailCondition::Operand> operands) {
    return {text, value, std::move(operands), {"26-2026/food/fresh-produce.yaml", 12}};
}

inline TrailNode node(TrailNode::Kind kind, const std::string& id, Text title, int parent, int depth, const std::string& max,
                      std::initializer_list<const char*> by_sheet, const std::string& points) {
    TrailNode out;
    out.kind = kind;
    out.id = id;
    out.title = std::move(title);
    out.parent = parent;
    out.depth = depth;
    out.max = number(max);
    out.points = number(points);
    for (const char* each : by_sheet) out.by_sheet.push_back(number(each));
    out.cite = place(id);
    out.origin = {"26-2026/food/fresh-produce.yaml", 40};
    return out;
}

inline TrailMark mark(const std::string& option, const std::string& points, Text title, const std::string& note = {}) {
    TrailMark out;
    out.state = TrailMark::State::marked;
    out.points = number(points);
    out.options = {option};
    out.title = std::move(title);
    out.reason = {"chọn mức " + option, "option " + option + " marked"};
    out.note = note;
    return out;
}

inline TrailBand band(int star, const std::string& interval, int low, int high, bool open) {
    return {star, interval, Number(low), Number(high), false, open, {}, {"26/2026/QĐ-TTg", "Điều 3, khoản 3"}};
}

inline TrailMinimum minimum(const std::string& of, int star, const std::string& option, Text title, const std::string& required,
                            const std::string& actual, bool met) {
    TrailMinimum out;
    out.node = of;
    out.star = star;
    out.option = option;
    out.title = std::move(title);
    out.required = number(required);
    out.actual = number(actual);
    out.binds = true;
    out.met = met;
    out.sheets_met = met ? 4 : 1;
    out.cite = place(of);
    return out;
}

inline void add_form(Trail& t) {
    using Kind = TrailNode::Kind;
    const Text commune{"Trồng trong xã từ 75% trở lên", "At least 75% grown in the commune"};
    const Text half{"Trồng trong xã từ 50% đến dưới 75%", "50% to under 75% grown in the commune"};
    t.nodes = {
        node(Kind::part, "A", {"Sản phẩm và sức mạnh của cộng đồng", "Product and community strength"}, -1, 0, "60", {"55", "54", "55", "52"}, "54"),
        node(Kind::section, "1", {"Tổ chức sản xuất", "Organisation of production"}, 0, 1, "60", {"55", "54", "55", "52"}, "54"),
        node(Kind::criterion, "1.1", {"Nguồn gốc sản phẩm", "Origin of the product"}, 1, 2, "3", {"3", "3", "2", "3"}, "2.75"),
        node(Kind::criterion, "1.5", {"Liên kết sản xuất, tiêu thụ sản phẩm với nông dân và hợp tác xã trong vùng", "Production links"}, 1, 2, "57",
             {"52", "51", "53", "49"}, "51.25"),
        node(Kind::part, "B", {"Tiếp thị", "Marketing"}, -1, 0, "40", {"18", "19", "19", "18"}, "18.5"),
        node(Kind::criterion, "5.2", {"Câu chuyện sản phẩm", "The product's story"}, 4, 1, "40", {"18", "19", "19", "18"}, "18.5"),
    };
    t.nodes[2].marks = {mark("c", "3", commune), mark("c", "3", commune), mark("b", "2", half, "sổ ghi chép thiếu tháng 3"), mark("c", "3", commune)};
    for (const char* points : {"52", "51", "53", "49"}) t.nodes[3].marks.push_back(mark("b", points, {"Có hợp đồng liên kết", "Contract"}));
    t.nodes[3].marks[1].evidence_missing = {"link-contract"};
    for (const char* points : {"18", "19", "19", "18"}) t.nodes[5].marks.push_back(mark("c", points, {"Có câu chuyện bằng chữ và hình ảnh", "Story told in words and pictures"}));
    t.nodes[3].erratum = {"quyết định in 13 điểm; lấy 3 điểm", "the decision prints 13 points; 3 are taken"};
}

inline void add_decisions(Trail& t) {
    t.gates.resize(2);
    t.gates[0] = {"not-grown-here", {"Không trồng trên địa bàn tỉnh", "Not grown within the province"}, TrailGate::Effect::reject, 0, "", false,
                  condition("not(grown_in_province)", false, {{"grown_in_province", "true"}}), {}, place("1.1, yêu cầu"), {"26-2026/food/fresh-produce.yaml", 21}};
    t.gates[1] = {"impurities", {"Có tạp chất nguy hại", "Dangerous impurities"}, TrailGate::Effect::stop, 0, "1.5", false,
                  condition("dangerous_impurities", false, {{"dangerous_impurities", "false"}}), {}, place("6.1"), {"26-2026/food/fresh-produce.yaml", 25}};
    t.bands = {band(5, "[90..100]", 90, 100, false), band(4, "[70..90)", 70, 90, true), band(3, "[50..70)", 50, 70, true),
               band(2, "[30..50)", 30, 50, true), band(1, "[0..30)", 0, 30, true)};
    t.minima = {minimum("1.1", 4, "b", {"Từ 50% đến dưới 75%", "50% to under 75%"}, "2", "2.75", true),
                minimum("1.1", 5, "c", {"Từ 75% trở lên", "75% or more"}, "3", "2.75", false),
                minimum("1.5", 4, "b", {"Có hợp đồng liên kết", "Contract"}, "50", "51.25", true)};
    t.readings = {{"rounding", {}, "none", {{"half-up 0", Outcome::rated, 4, Number(73), false}}, {}},
                  {"minima_met_by", {}, "combined", {{"majority", Outcome::rated, 4, number("72.5"), false}, {"every-sheet", Outcome::rated, 3, number("72.5"), true}}, {}},
                  {"minima_cumulate", {}, "cumulative", {}, {}},
                  {"minima_missed", {}, "next-star", {}, {}}};
}

// Four members, 72.5 points, 4 stars.
inline Trail rated_trail() {
    Trail t;
    add_form(t);
    add_decisions(t);
    t.engine = "ocop 0.1.0";
    t.rule_set.id = "26-2026/food/fresh-produce";
    t.rule_set.title = {"Rau, củ, quả, hạt tươi", "Fresh vegetables, tubers, fruit and nuts"};
    t.rule_set.basis = {"26/2026/QĐ-TTg", "Phụ lục II, bộ 1"};
    t.rule_set.in_force_from = "2026-05-22";
    t.rule_set.digest = std::string(64, 'a');
    t.rule_set.file = "26-2026/food/fresh-produce.yaml";
    t.council = {"", "mean", Number(75), Number(10), 5, {"26/2026/QĐ-TTg", "Điều 7"}, ""};
    t.card = {"89-30280-001-2026", {{"name", "Xoài cát Hòa Lộc"}, {"maker", "HTX Mỹ Hòa"}, {"province", "An Giang"}}, "province", "2026-05-30", "2026-06-20",
              {"business-registration"}, std::string(64, 'c'), "{}"};
    t.facts = {{"grown_in_province", {"Trồng trên địa bàn tỉnh", "Grown within the province"}, "true", false},
               {"dangerous_impurities", {"Có tạp chất nguy hại", "Dangerous impurities"}, "false", true},
               {"local_share", {"Tỷ lệ trong xã", "Share grown in the commune"}, "80%", false}};
    t.sheets = {{"Sở Công Thương", number("73")}, {"Sở Nông nghiệp và Môi trường", number("73")}, {"Sở Y tế", number("74")}, {"Sở Khoa học và Công nghệ", number("70")}};
    t.total_before_rounding = number("72.5");
    t.ceiling = 4;
    t.to_next_band = number("17.5");
    Summary& s = t.summary;
    s.scorecard = t.card.id;
    s.rule_set = t.rule_set.id;
    s.outcome = Outcome::rated;
    s.stars = 4;
    s.band = 4;
    s.total = number("72.5");
    s.parts = {{"A", number("54")}, {"B", number("18.5")}};
    s.blocked_by = {"minimum 1.1 for 5", "points 17.5 for 5"};
    s.recognition = Recognition{Authority::province, true, Recognition::Standing::final, "36 months", {"26/2026/QĐ-TTg", "Điều 4"}};
    s.findings = {{Finding::Kind::evidence_missing, "1.5", "", {"Hợp đồng liên kết", "Link contract", "link-contract"},
                   {"Tiêu chí 1.5 được cho điểm nhưng thiếu minh chứng.", "Criterion 1.5 was given points without evidence."}}};
    return t;
}

inline void no_stars(Trail& t, Outcome outcome) {
    t.summary.outcome = outcome;
    t.summary.stars = t.summary.band = std::nullopt;
    t.summary.recognition.reset();
    t.summary.blocked_by.clear();
    t.ceiling.reset();
    t.to_next_band.reset();
}

// A fact that a gate asks about is not known, and a member has not marked 5.2.
inline Trail undecided_trail() {
    Trail t = rated_trail();
    no_stars(t, Outcome::undecided);
    t.summary.total.reset();
    t.total_before_rounding.reset();
    t.summary.range = Range{number("50"), number("217/3"), 3, 4, {Outcome::rated, Outcome::rejected}};
    t.gates[0].met.reset();
    t.gates[0].condition = condition("not(grown_in_province)", std::nullopt, {{"grown_in_province", "null"}});
    t.facts[0].value = "null";
    TrailNode& story = t.nodes[5];
    story.points.reset();
    story.by_sheet[2].reset();
    story.marks[2] = TrailMark{};
    story.marks[2].reason = {"chưa chấm", "not assessed yet"};
    t.nodes[4].points.reset();
    t.summary.parts[1].second.reset();
    t.sheets[2].total.reset();
    return t;
}

inline Trail rejected_trail() {
    Trail t = rated_trail();
    no_stars(t, Outcome::rejected);
    t.gates[0].met = true;
    t.gates[0].condition = condition("not(grown_in_province)", true, {{"grown_in_province", "false"}});
    return t;
}

inline Trail stopped_trail() {
    Trail t = rated_trail();
    no_stars(t, Outcome::stopped);
    t.gates[1].met = true;
    t.stopped_after = "1.5";
    t.summary.total = number("54");
    for (TrailMark& each : t.nodes[5].marks) {
        each.state = TrailMark::State::ignored;
        each.points.reset();
        each.reason = {"không xét vì đã dừng đánh giá", "ignored: the assessment stopped before"};
    }
    t.nodes[5].points.reset();
    return t;
}

}  // namespace ocop::test
