// What a council secretary reads: verdict first, nothing lost, no line too wide.
#include <gtest/gtest.h>

#include <ocop/report.hpp>

#include "base/text.hpp"
#include "report/lines.hpp"
#include "report/sample_trail.hpp"

namespace ocop::report {
namespace {

using test::has;
using test::lines;
using test::unwrapped;

Style style(Language language, int width = 100) {
    Style out;
    out.language = language;
    out.width = width;
    return out;
}

std::string told(const Trail& trail, Language language) { return unwrapped(text(trail, style(language, 120))); }

std::vector<Trail> all_outcomes() { return {test::rated_trail(), test::undecided_trail(), test::rejected_trail(), test::stopped_trail()}; }

TEST(Report, BeginsWithTheVerdict) {
    const std::string vi = told(test::rated_trail(), Language::vi), en = told(test::rated_trail(), Language::en);
    EXPECT_TRUE(vi.starts_with("KẾT QUẢ PHÂN HẠNG ★★★★☆ 4 sao · 72,5 điểm"));
    EXPECT_TRUE(has(vi, "Sản phẩm “Xoài cát Hòa Lộc” được xếp hạng 4 sao với tổng điểm 72,5 trên 100 điểm."));
    EXPECT_TRUE(has(vi, "Chưa đạt 5 sao vì tiêu chí 1.1 chưa đạt yêu cầu tối thiểu và còn thiếu 17,5 điểm."));
    EXPECT_TRUE(has(vi, "Hạng 4 sao do cấp tỉnh công nhận; kết quả này là kết quả cuối cùng, giấy chứng nhận có giá trị 36 tháng."));
    EXPECT_TRUE(has(en, "“Xoài cát Hòa Lộc” is rated 4 stars with a total of 72.5 of 100 points."));
    EXPECT_TRUE(has(en, "It does not reach 5 stars: criterion 1.1 misses its minimum and 17.5 points are lacking."));
    EXPECT_TRUE(has(en, "4 stars are recognised by the province; this rating is final"));
}

TEST(Report, SaysWhatTheNextStarNeeds) {
    const std::string vi = told(test::rated_trail(), Language::vi);
    EXPECT_TRUE(has(vi, "MUỐN ĐẠT 5 SAO CẦN ✗ Tiêu chí 1.1 Nguồn gốc sản phẩm: cần 3 điểm (mức c: Từ 75% trở lên) · có 2,75"));
    EXPECT_TRUE(has(vi, "✗ Thêm 17,5 điểm (5 sao: từ 90 đến 100)"));
}

TEST(Report, ShowsEachCriterionWithMembersReasonAndPlace) {
    const std::string vi = told(test::rated_trail(), Language::vi);
    EXPECT_TRUE(has(text(test::rated_trail(), style(Language::vi)), "2,75       3  3 3 2 3"));
    EXPECT_TRUE(has(vi, "phiếu 1, 2, 4: chọn mức c — Trồng trong xã từ 75% trở lên"));
    EXPECT_TRUE(has(vi, "ghi chú: “sổ ghi chép thiếu tháng 3”"));
    EXPECT_TRUE(has(vi, "thiếu minh chứng: link-contract"));
    EXPECT_TRUE(has(vi, "Chỗ in nhầm: quyết định in 13 điểm; lấy 3 điểm"));
    EXPECT_TRUE(has(vi, "Phụ lục II, bộ 1, 1.1"));
}

TEST(Report, FollowsTheStepsToTheStars) {
    const std::string vi = told(test::rated_trail(), Language::vi);
    EXPECT_TRUE(has(vi, "1. Tổng điểm chung là trung bình cộng của 4 phiếu (73; 73; 74; 70): 72,5 điểm."));
    EXPECT_TRUE(has(vi, "72,5 thuộc khoảng từ 70 đến dưới 90: 4 sao"));
    EXPECT_TRUE(has(vi, "Yêu cầu tối thiểu để được 4 sao: đạt cả 2."));
}

TEST(Report, SaysThatOnlyTheMeanAddsUp) {
    Trail trail = test::rated_trail();
    EXPECT_FALSE(has(told(trail, Language::en), "need not add up"));
    trail.council.combine = "median";
    EXPECT_TRUE(has(told(trail, Language::en), "The combined total is the median of 4 sheets"));
    EXPECT_TRUE(has(told(trail, Language::en), "need not add up"));
}

TEST(Report, TellsOfCapsRoundingAndLostStars) {
    Trail trail = test::rated_trail();
    trail.summary.total = Number(91);
    trail.total_before_rounding = test::number("90.5");
    trail.readings[0].chosen = "half-up 0";
    trail.summary.band = 5;
    trail.summary.blocked_by = {"minimum 1.1 for 5", "cap papers"};
    trail.gates.push_back({"papers", {"Thiếu giấy tờ xuất khẩu", "No export papers"}, TrailGate::Effect::cap, 4, "", true,
                           test::condition("not(has_papers)", true, {{"has_papers", "false"}}), {}, {}, {}});
    const std::string en = told(trail, Language::en);
    EXPECT_TRUE(has(en, "The total alone would give 5 stars, but it does not reach 5 stars: criterion 1.1 misses its minimum and the stars are capped (“No export papers”)."));
    EXPECT_TRUE(has(en, "Rounding — half-up 0 (to whole points, half up): 91 points."));
    EXPECT_TRUE(has(en, "The stars are capped: No export papers (at most 4 stars); 4 stars can be reached."));
    EXPECT_TRUE(has(told(trail, Language::vi), "✗ không được có: Thiếu giấy tờ xuất khẩu — not(has_papers): đúng (has_papers = sai)"));
}

TEST(Report, WalksDownWhereMinimaAreMissed) {
    Trail trail = test::rated_trail();
    trail.ceiling = 5;
    EXPECT_TRUE(has(told(trail, Language::vi), "Yêu cầu tối thiểu để được 5 sao: đạt 2/3, chưa đạt ở tiêu chí 1.1. 5. Yêu cầu tối thiểu để được 4 sao: đạt cả 2."));
}

TEST(Report, ShowsMinimaGatesReadingsAndProvenance) {
    const std::string vi = told(test::rated_trail(), Language::vi);
    EXPECT_TRUE(has(vi, "← đang chặn 5 sao"));
    EXPECT_TRUE(has(vi, "Không trồng trên địa bàn tỉnh: không xảy ra (nếu xảy ra: loại hồ sơ) not(grown_in_province): sai (grown_in_province = đúng)"));
    EXPECT_TRUE(has(vi, "→ every-sheet (mọi phiếu): 3 sao — kết quả khác"));
    EXPECT_TRUE(has(vi, std::string(64, 'a')));
    EXPECT_TRUE(has(vi, "từ ngày 22/05/2026"));
    EXPECT_TRUE(has(vi, "sai (mặc nhiên, hồ sơ không nêu)"));
}

TEST(Report, OfAnUndecidedCardSaysWhatIsMissing) {
    const std::string vi = told(test::undecided_trail(), Language::vi), en = told(test::undecided_trail(), Language::en);
    EXPECT_TRUE(has(vi, "Chưa thể phân hạng sản phẩm “Xoài cát Hòa Lộc”: còn thiếu 1 lượt chấm điểm và có 1 dữ kiện chưa biết."));
    EXPECT_TRUE(has(vi, "tổng điểm nằm trong khoảng từ 50 đến 217/3 (≈ 72,33) và kết quả từ 3 sao đến 4 sao."));
    EXPECT_TRUE(has(vi, "Vẫn có thể bị loại hồ sơ."));
    EXPECT_TRUE(has(vi, "? Tiêu chí 5.2 Câu chuyện sản phẩm — Sở Y tế"));
    EXPECT_TRUE(has(en, "? Grown within the province (grown_in_province) — asked by “Not grown within the province”"));
}

TEST(Report, OfARejectedOrStoppedCardSaysWhyFirst) {
    EXPECT_TRUE(has(told(test::rejected_trail(), Language::vi), "Hồ sơ bị loại: Không trồng trên địa bàn tỉnh."));
    EXPECT_TRUE(has(told(test::rejected_trail(), Language::vi), "not(grown_in_province): đúng (grown_in_province = sai)"));
    EXPECT_TRUE(has(told(test::stopped_trail(), Language::vi), "Việc đánh giá dừng sau mục 1.5: Có tạp chất nguy hại."));
    EXPECT_TRUE(has(told(test::stopped_trail(), Language::en), "There are no stars; what was assessed comes to 54 points."));
}

TEST(Report, KnowsTheFourWaysOfRecognition) {
    Trail trail = test::rated_trail();
    trail.summary.recognition->authority = Authority::ministry;
    trail.summary.recognition->standing = Recognition::Standing::proposal;
    EXPECT_TRUE(has(told(trail, Language::vi), "Hạng 4 sao do cấp trung ương công nhận; kết quả của cấp tỉnh mới là đề nghị."));
    trail.summary.recognition->standing = Recognition::Standing::adoptable;
    EXPECT_TRUE(has(told(trail, Language::en), "it may adopt this rating"));
    trail.summary.recognition->standing = Recognition::Standing::unknown;
    EXPECT_TRUE(has(told(trail, Language::en), "does not say which level"));
    trail.summary.recognition.reset();
    EXPECT_TRUE(has(told(trail, Language::en), "names nobody who recognises 4 stars"));
}

TEST(Report, OfNoStarAndOfTheTop) {
    Trail trail = test::rated_trail();
    trail.summary.stars = 5;
    trail.summary.blocked_by.clear();
    EXPECT_TRUE(has(told(trail, Language::vi), "Đây là hạng cao nhất."));
    trail.summary.stars = 0;
    trail.summary.recognition.reset();
    EXPECT_TRUE(has(told(trail, Language::vi), "không được xếp sao; tổng điểm là 72,5 trên 100 điểm."));
}

TEST(Report, StaysBriefWhereThatIsWanted) {
    Style brief = style(Language::vi);
    brief.brief = true;
    const std::string vi = text(test::rated_trail(), brief);
    EXPECT_LT(lines(vi).size(), 15U);
    EXPECT_TRUE(has(vi, "MUỐN ĐẠT 5 SAO"));
    EXPECT_FALSE(has(vi, "LƯU Ý"));
}

TEST(Report, HasNoLineWiderThanTheWidth) {
    for (const Trail& trail : all_outcomes())
        for (const Language language : {Language::vi, Language::en})
            for (const int width : {40, 57, 80, 100, 140})
                for (const std::string& line : lines(text(trail, style(language, width))))
                    EXPECT_LE(static_cast<int>(base::display_width(line)), width) << line;
}

TEST(Report, HasEscapesOnlyInColour) {
    for (Trail trail : all_outcomes()) {
        trail.nodes[2].marks[2].note = "\x1b]0;tựa đề\x07";
        trail.card.product[0].second = "Xoài\x1b[31m";
        Style wanted = style(Language::vi);
        EXPECT_FALSE(has(text(trail, wanted), "\x1b"));
        wanted.colour = true;
        EXPECT_TRUE(has(text(trail, wanted), "\x1b[1m"));
        EXPECT_FALSE(has(text(trail, wanted), "\x1b]"));
    }
}

TEST(Report, SaysTheSameTwice) {
    EXPECT_EQ(text(test::rated_trail(), style(Language::vi)), text(test::rated_trail(), style(Language::vi)));
}

TEST(Report, OfAnEmptyTrailIsStillAReport) { EXPECT_FALSE(text(Trail{}, style(Language::vi, 40)).empty()); }

}  // namespace
}  // namespace ocop::report
