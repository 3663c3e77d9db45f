// Values: days, equality and order with a third answer, and how they are printed.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "base/value.hpp"

namespace {

using ocop::Number;
using ocop::base::Answer;
using ocop::base::Date;
using ocop::base::List;
using ocop::base::Range;
using ocop::base::Value;
using ocop::base::compare;
using ocop::base::equal;
using ocop::base::json;
using ocop::base::text;

Value list(List items) { return std::make_shared<const List>(std::move(items)); }
Value range(Value low, Value high, bool low_open = false, bool high_open = false) {
    return std::make_shared<const Range>(Range{std::move(low), std::move(high), low_open, high_open});
}
Value words(const char* text) { return std::string(text); }

TEST(Date, IsADayThatExists) {
    for (const char* day : {"2026-05-22", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
        ASSERT_TRUE(Date::parse(day)) << day;
        EXPECT_EQ(Date::parse(day)->text(), day);
    }
    for (const char* day : {"", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "0000-01-01", "2026-5-22", "22-05-2026", "2026/05/22",
                            "2026-05-22 ", "2026-05-2x", "２０２６-05-22", "2026-05-22T00:00:00"})
        EXPECT_FALSE(Date::parse(day)) << day;
    EXPECT_LT(*Date::parse("2025-12-31"), *Date::parse("2026-01-01"));
}

TEST(Value, ComparesNumbersTextsAndDays) {
    EXPECT_TRUE(compare(Number(1), Number(2)) == std::strong_ordering::less);
    EXPECT_TRUE(compare(words("a"), words("b")) == std::strong_ordering::less);
    EXPECT_TRUE(compare(words("z"), words("đ")) == std::strong_ordering::less) << "by code point, not by alphabet";
    EXPECT_TRUE(compare(words("\uFFFF"), words("\U0001F40E")) == std::strong_ordering::less) << "by code point, not by UTF-16 unit";
    EXPECT_TRUE(compare(*Date::parse("2026-01-01"), *Date::parse("2025-01-01")) == std::strong_ordering::greater);
}

TEST(Value, HasNoOrderWithoutOne) {
    EXPECT_FALSE(compare(Number(1), words("1")));
    EXPECT_FALSE(compare(true, false));
    EXPECT_FALSE(compare(Value(), Number(1)));
    EXPECT_FALSE(compare(list({}), list({})));
}

TEST(Value, IsEqualOrNotOrNotKnown) {
    EXPECT_EQ(equal(Number(1), *Number::parse("1.0")), true);
    EXPECT_EQ(equal(Number(1), words("1")), false);
    EXPECT_EQ(equal(Value(), Number(1)), Answer());
    EXPECT_EQ(equal(Value(), Value()), Answer());
    EXPECT_EQ(equal(list({Number(1), Number(2)}), list({Number(1), Number(2)})), true);
    EXPECT_EQ(equal(list({Number(1)}), list({Number(1), Number(2)})), false);
    EXPECT_EQ(equal(list({}), list({})), true);
    EXPECT_EQ(equal(list({Value()}), list({Value()})), true);
    EXPECT_EQ(equal(list({Value(), Number(1)}), list({Number(1), Number(1)})), Answer());
    EXPECT_EQ(equal(list({Value(), Number(1)}), list({Number(1), Number(2)})), false);
    EXPECT_EQ(equal(range(Number(1), Number(5)), range(Number(1), Number(5))), true);
    EXPECT_EQ(equal(range(Number(1), Number(5)), range(Number(1), Number(5), false, true)), false);
    EXPECT_EQ(equal(range(Number(1), Value()), range(Number(1), Number(5))), Answer());
    EXPECT_EQ(equal(range(Number(2), Value()), range(Number(1), Number(5))), false);
}

TEST(Value, PrintsForPeople) {
    EXPECT_EQ(text(Value()), "null");
    EXPECT_EQ(text(Value(true)), "true");
    EXPECT_EQ(text(Value(Number(50)), "%"), "50%");
    EXPECT_EQ(text(Value(*Number::parse("217/3"))), "217/3");
    EXPECT_EQ(text(words("nói \"có\"\n")), R"("nói \"có\"\n")");
    EXPECT_EQ(text(list({Number(1), Value(), Number(3)}), "kg"), "[1kg, null, 3kg]");
    EXPECT_EQ(text(range(Number(70), Number(90), false, true)), "[70..90)");
    EXPECT_EQ(text(range(Number(0), Number(5), true, false), "%"), "(0%..5%]");
}

TEST(Value, PrintsAsJson) {
    EXPECT_EQ(json(Value()), "null");
    EXPECT_EQ(json(false), "false");
    EXPECT_EQ(json(*Number::parse("-0.50")), "-0.5");
    EXPECT_EQ(json(*Number::parse("1/3")), "0.3333333333333333333333333333333333");
    EXPECT_EQ(json(Number(50), "%"), "\"50%\"");
    EXPECT_EQ(json(*Date::parse("2026-05-22")), "\"2026-05-22\"");
    EXPECT_EQ(json(words("a\"b\\c\n\t\x01đ")), R"("a\"b\\c\n\t\u0001đ")");
    EXPECT_EQ(json(list({Number(1), words("x"), list({Value()})})), R"([1, "x", [null]])");
    EXPECT_EQ(json(range(Number(1), Number(5))), "\"[1..5]\"");
    EXPECT_EQ(json(range(words("a"), words("c"))), R"("[\"a\"..\"c\"]")");
}

}  // namespace
