// What a report on a rating holds, whatever it is given out as: the sections in their order, and every whole sentence.
#include <gtest/gtest.h>

#include "report/explanation.hpp"
#include "report/lines.hpp"
#include "report/render.hpp"
#include "report/sample_trail.hpp"

namespace ocop::report {
namespace {

using test::has;
using test::unwrapped;

Document document(const Trail& trail, Language language, bool brief = false) { return explanation(trail, Words(language), brief); }

std::string told(const Trail& trail, Language language, bool brief = false) {
    Style style;
    style.width = 120;
    std::string out;
    for (const char c : unwrapped(as_text(document(trail, language, brief), style)))
        if (c != ' ' || out.empty() || out.back() != ' ') out += c;  // columns do not matter here
    return out;
}

std::vector<std::string> headings(const Document& document) {
    std::vector<std::string> out;
    for (const Block& each : document.blocks)
        if (const auto* heading = std::get_if<Heading>(&each); heading != nullptr && heading->level == 2) out.push_back(heading->text);
    return out;
}

Trail council_trail() {
    Trail trail = test::rated_trail();
    test::add_agreement(trail);
    test::add_reasons(trail);
    return trail;
}

Trail asking_trail() {
    Trail trail = test::undecided_trail();
    test::add_question(trail);
    return trail;
}

TEST(Document, HasItsSectionsInOrder) {
    EXPECT_EQ(headings(document(council_trail(), Language::en)),
              (std::vector<std::string>{"What 5 stars still need", "What decides the result", "Findings", "Points by part and section", "Points by criterion",
                                        "The council's sheets", "From the total to the stars", "Minima of each star", "Gates",
                                        "Where the decision is silent: the readings chosen", "Facts", "Provenance"}));
}

TEST(Document, BeginsWithTheLead) {
    const Document found = document(test::rated_trail(), Language::vi);
    const auto& lead = std::get<Lead>(found.blocks.front());
    EXPECT_EQ(lead.title, "Xoài cát Hòa Lộc");
    EXPECT_EQ(lead.by, "HTX Mỹ Hòa · An Giang");
    EXPECT_EQ(lead.result, "4 sao · 72,5 điểm");
    ASSERT_TRUE(lead.stars.has_value());
    EXPECT_EQ(lead.stars->text, "4 trên 5 sao");
}

TEST(Document, GivesEveryRowACellAColumn) {
    for (const Trail& trail : {council_trail(), asking_trail(), test::rejected_trail(), test::stopped_trail(), Trail{}})
        for (const Block& each : document(trail, Language::vi).blocks) {
            const Table* table = std::get_if<Table>(&each);
            if (const auto* bars = std::get_if<Bars>(&each)) {
                table = &bars->table;
                EXPECT_EQ(bars->shares.size(), table->rows.size());
            }
            if (table == nullptr) continue;
            EXPECT_TRUE(table->head.empty() || table->head.size() == table->columns.size());
            for (const Table::Row& row : table->rows) EXPECT_EQ(row.cells.size(), table->columns.size());
        }
}

TEST(Document, SaysWhatDecides) {
    const std::string en = told(council_trail(), Language::en), vi = told(council_trail(), Language::vi);
    EXPECT_TRUE(has(en, "These alone give 4 stars, whatever the rest had been (a minimal set: none can be left out):")) << en;
    EXPECT_TRUE(has(en, "• Grown within the province (grown_in_province): true • Criterion 1.1 Origin of the product: 2.75 points"));
    EXPECT_TRUE(has(en, "• Criterion 1.5 Production links — sheet 1 (Sở Công Thương): 52 points"));
    EXPECT_TRUE(has(en, "These alone keep 5 stars away, whatever the rest had been (no other set has fewer):"));
    EXPECT_TRUE(has(en, "These play no part in it and could have been anything: 5.2."));
    EXPECT_TRUE(has(vi, "Chỉ riêng những điều sau đã đủ cho kết quả 4 sao, dù mọi thứ khác ra sao (tập hợp tối giản: không bỏ bớt được mục nào):"));
    EXPECT_TRUE(has(vi, "Trồng trên địa bàn tỉnh (grown_in_province): đúng"));
    EXPECT_TRUE(has(vi, "đã đủ để không thể vượt quá 4 sao, dù mọi thứ khác ra sao (không tập hợp nào ít hơn):"));
}

TEST(Document, OfReasonsWithoutElementsSaysThatNothingMattered) {
    Trail trail = test::rated_trail();
    trail.reasons.forces = TrailReasons::Set{};
    EXPECT_TRUE(has(told(trail, Language::en), "Whatever the marks and facts had been, the result would be the same."));
}

TEST(Document, PutsLongReasonsInOneLine) {
    Trail trail = council_trail();
    for (int i = 0; i < 9; ++i) trail.reasons.forces->elements.push_back(trail.reasons.forces->elements[1]);
    EXPECT_TRUE(has(told(trail, Language::en), "• “Grown within the province”:\u00a0true; 1.1:\u00a02.75; 1.5 (sheet 1):\u00a052; 1.1:\u00a02.75"));
}

TEST(Document, PutsMarksOfOneCriterionTogether) {
    Trail trail = council_trail();
    auto& elements = trail.reasons.forces->elements;
    elements.clear();
    for (int sheet = 0; sheet < 9; ++sheet) elements.push_back({TrailReasons::Element::Kind::mark, "1.5", sheet, {}, sheet == 3 ? "3" : "2"});
    trail.reasons.irrelevant = elements;
    const std::string en = told(trail, Language::en);
    EXPECT_TRUE(has(en, "• 1.5 (sheets 1–3, 5–9):\u00a02; 1.5 (sheet 4):\u00a03")) << en;
    EXPECT_TRUE(has(en, "could have been anything: 1.5 (sheets 1–9)."));
}

TEST(Document, SaysWhatTheSheetsSayOfEachOther) {
    const std::string en = told(council_trail(), Language::en), vi = told(council_trail(), Language::vi);
    EXPECT_TRUE(has(en, "✓ The sheets' totals lie 4 points apart; up to 10 points are allowed.")) << en;
    EXPECT_TRUE(has(en, "! Without sheet 3 the result would be another."));
    EXPECT_TRUE(has(en, "Kendall's W: ≈ 0.93"));
    EXPECT_TRUE(has(en, "option b → option c 5 stars sheet 3 (Sở Y tế)"));
    EXPECT_TRUE(has(en, "option c → no option dossier rejected sheet 1 (Sở Công Thương)"));
    EXPECT_TRUE(has(en, "← without this sheet the result would be another"));
    EXPECT_TRUE(has(vi, "Tổng điểm của các phiếu chênh nhau 4 điểm; cho phép đến 10 điểm."));
    EXPECT_TRUE(has(vi, "Vắng phiếu 3 thì kết quả sẽ khác."));
}

TEST(Document, PutsMovesTogetherThatDifferInTheSheetOnly) {
    Trail trail = council_trail();
    trail.agreement->moves = {{0, "1.1", "b", "c", Outcome::rated, 5}, {1, "1.1", "b", "a", Outcome::rated, 5}, {2, "1.1", "b", "c", Outcome::rated, 5}};
    EXPECT_TRUE(has(told(trail, Language::en), "option b → option c 5 stars sheets 1, 3 1.1 Origin of the product option b → option a 5 stars sheet 2 (Sở Nông nghiệp và Môi trường)"));
}

TEST(Document, TellsASpreadThatIsTooWide) {
    Trail trail = council_trail();
    trail.agreement->spread_limit = Number(3);
    trail.agreement->members[0].decides = true;
    const std::string en = told(trail, Language::en);
    EXPECT_TRUE(has(en, "✗ The sheets' totals lie 4 points apart, more than the 3 points allowed."));
    EXPECT_TRUE(has(en, "Without any one of the sheets 1 and 3 the result would be another."));
}

TEST(Document, OfALargeCouncilDoesNotClaimThatNoMarkDecides) {
    Trail trail = council_trail();
    trail.agreement->moves.clear();
    EXPECT_TRUE(has(told(trail, Language::en), "No single mark, moved by one step, would change the result."));
    trail.agreement->moves_tried = false;
    EXPECT_FALSE(has(told(trail, Language::en), "No single mark"));
}

TEST(Document, AsksTheNextQuestion) {
    const std::string en = told(asking_trail(), Language::en), vi = told(asking_trail(), Language::vi);
    EXPECT_TRUE(has(en, "The mark to give first is that of criterion 5.2 The product's story — sheet 3 (Sở Y tế): it narrows the result most.")) << en;
    EXPECT_TRUE(has(en, "option a: None 50 – 60.5 3 stars"));
    EXPECT_TRUE(has(en, "option c: Told 72 3 – 4 stars or dossier rejected"));
    EXPECT_TRUE(has(en, "Both ends of this range can still come true."));
    EXPECT_TRUE(has(vi, "Nên chấm trước tiêu chí 5.2 Câu chuyện sản phẩm — phiếu 3 (Sở Y tế)"));
}

TEST(Document, AsksForAFact) {
    Trail trail = asking_trail();
    trail.question->kind = TrailQuestion::Kind::fact;
    trail.question->id = "grown_in_province";
    trail.question->title = trail.facts[0].title;
    trail.question->answers = {{"true", {}, {Number(50), Number(60), 3, 3, {Outcome::rated}, true}}, {"false", {}, {Number(0), Number(0), 0, 0, {Outcome::rejected}, true}}};
    const std::string vi = told(trail, Language::vi);
    EXPECT_TRUE(has(vi, "Nên tìm hiểu trước dữ kiện “Trồng trên địa bàn tỉnh” (grown_in_province)")) << vi;
    EXPECT_TRUE(has(vi, "đúng 50 – 60 3 sao sai – hồ sơ bị loại"));
}

TEST(Document, ShowsTheMinimaOfACriterion) {
    EXPECT_TRUE(has(told(test::rated_trail(), Language::en), "Minimum: ★★★★\u00a0✓ ★★★★★\u00a0✗"));
}

TEST(Document, SaysSheetsAndOptionsInThePlural) {
    Trail trail = test::rated_trail();
    EXPECT_TRUE(has(told(trail, Language::en), "sheets 1, 2, 4: option c marked"));
    EXPECT_TRUE(has(told(trail, Language::en), "sheet 3: option b marked"));
    trail.nodes[2].marks[2] = trail.nodes[2].marks[1];
    trail.nodes[2].marks[3].note = "x";
    EXPECT_TRUE(has(told(trail, Language::en), "sheets 1–3: option c marked"));
}

TEST(Document, SaysHowManyPointsWereGivenFreely) {
    Trail trail = test::rated_trail();
    trail.nodes[2].marks[2].options.clear();
    trail.nodes[2].marks[2].reason = {"chấm điểm trực tiếp", "points given"};
    EXPECT_TRUE(has(told(trail, Language::en), "sheet 3: points given: 2 points"));
}

TEST(Document, WritesValuesAsTheLanguageDoes) {
    Trail trail = test::rated_trail();
    trail.gates[0].condition = test::condition("share >= 0.5 and filed < 2026-06-15", std::nullopt, {{"share", "72.5%"}, {"filed", "2026-06-15"}, {"kind", "null"}});
    EXPECT_TRUE(has(told(trail, Language::vi), "share >= 0.5 and filed < 2026-06-15: chưa biết (share = 72,5%, filed = 15/06/2026, kind = chưa biết)"));
    EXPECT_TRUE(has(told(trail, Language::en), "not known (share = 72.5%, filed = 2026-06-15, kind = not known)"));
}

TEST(Document, EvenBriefTellsDoubtsOfTheRuleSet) {
    Trail trail = test::rated_trail();
    trail.summary.findings.push_back({Finding::Kind::incomplete_rule_set, "", "", {}, {"Bộ tiêu chí này chưa đầy đủ.", "This rule set is known to be incomplete."}});
    trail.summary.findings.push_back({Finding::Kind::not_in_force, "", "", {}, {"Chưa có hiệu lực.", "Not in force."}});
    const std::string en = told(trail, Language::en, true);
    EXPECT_TRUE(has(en, "FINDINGS ! This rule set is known to be incomplete. ! Not in force."));
    EXPECT_FALSE(has(en, "without evidence"));
    EXPECT_FALSE(has(told(test::rated_trail(), Language::en, true), "FINDINGS"));
}

TEST(Document, SaysInWordsWhatThePictureShows) {
    EXPECT_TRUE(has(as_markdown(document(test::rated_trail(), Language::en)), "The total of 72.5 lies in the band from 70 to under 90 points: 4 stars; the band of 5 stars is 17.5 points away."));
    Trail capped = test::rated_trail();
    capped.summary.stars = 3;
    EXPECT_TRUE(has(as_markdown(document(capped, Language::vi)), "Kết quả là 3 sao vì không chỉ xét tổng điểm."));
}

}  // namespace
}  // namespace ocop::report
