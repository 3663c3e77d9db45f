// Numbers, stars and names as each language writes them.
#include <gtest/gtest.h>

#include "report/labels.hpp"
#include "report/sample_trail.hpp"
#include "report/words.hpp"

namespace ocop::report {
namespace {

using test::number;

const char* const nothing = "–";

TEST(Words, WriteNumbersTheLanguagesWay) {
    const Words vi(Language::vi), en(Language::en);
    EXPECT_EQ(vi.number(number("72.5")), "72,5");
    EXPECT_EQ(en.number(number("72.5")), "72.5");
    EXPECT_EQ(vi.number(number("217/3")), "217/3 (≈ 72,33)");
    EXPECT_EQ(en.number(number("217/3")), "217/3 (≈ 72.33)");
    EXPECT_EQ(en.number(std::optional<Number>()), nothing);
    EXPECT_EQ(vi.points(number("1")), "1 điểm");
    EXPECT_EQ(en.points(number("1")), "1 point");
    EXPECT_EQ(en.points(number("0.5")), "0.5 points");
}

TEST(Words, NeverShowJustUnderSeventyAsSeventy) {
    const Words en(Language::en);
    EXPECT_EQ(en.number(number("209999/3000")), "209999/3000 (≈ 69.9997)");
    EXPECT_EQ(en.number(number("20999999/300000")), "20999999/300000 (≈ 69.999997)");
}

TEST(Words, LeaveOutFractionsTooLongToRead) {
    const Number huge = number("1234567890123456789012/12345678901234567890123");
    EXPECT_EQ(Words(Language::en).number(huge), "≈ 0.1");
}

TEST(Words, DrawStars) {
    EXPECT_EQ(Words(Language::vi).star_row(4, 5), "★★★★☆");
    EXPECT_EQ(Words(Language::vi).star_row(0, 5), "☆☆☆☆☆");
    EXPECT_EQ(Words(Language::vi).stars(4), "4 sao");
    EXPECT_EQ(Words(Language::en).stars(1), "1 star");
    EXPECT_EQ(Words(Language::en).stars(0), "no star");
}

TEST(Words, SayBandsAndDates) {
    const TrailBand four = test::band(4, "[70..90)", 70, 90, true);
    EXPECT_EQ(Words(Language::vi).interval(four), "từ 70 đến dưới 90");
    EXPECT_EQ(Words(Language::en).interval(four), "from 70 to under 90");
    EXPECT_EQ(Words(Language::vi).date("2026-05-22"), "22/05/2026");
    EXPECT_EQ(Words(Language::en).date("2026-05-22"), "2026-05-22");
    EXPECT_EQ(Words(Language::vi).duration("36 months"), "36 tháng");
}

TEST(Words, ExplainReadings) {
    EXPECT_EQ(Words(Language::vi).choice("rounding", "half-up 1"), "half-up 1 (làm tròn đến 1 chữ số thập phân)");
    EXPECT_EQ(Words(Language::en).choice("rounding", "none"), "none (not rounded)");
    EXPECT_EQ(Words(Language::en).choice("ip_minimum", "full"), "full");
    const TrailReading own{"ip_minimum", {"Sở hữu trí tuệ", "Intellectual property"}, "any", {}, {}};
    EXPECT_EQ(Words(Language::vi).reading(own), "Sở hữu trí tuệ (ip_minimum)");
}

TEST(Words, ListNames) {
    EXPECT_EQ(Words(Language::vi).list({"1.1", "1.2", "5"}), "1.1, 1.2 và 5");
    EXPECT_EQ(Words(Language::en).list({"1.1", "1.2"}), "1.1 and 1.2");
    EXPECT_EQ(Words(Language::en).list({}), "");
}

TEST(Labels, AreThereInBothLanguages) {
    for (int i = 0; i < static_cast<int>(Label::count); ++i) {
        const Text text = label_text(static_cast<Label>(i));
        EXPECT_FALSE(text.vi.empty()) << i;
        EXPECT_FALSE(text.en.empty()) << i;
    }
}

}  // namespace
}  // namespace ocop::report
