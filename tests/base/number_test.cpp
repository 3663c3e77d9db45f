// Exact numbers: reading, printing, rounding, and the laws of arithmetic, small and large alike.
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <ocop/number.hpp>

namespace {

using ocop::Number;
using Rounding = Number::Rounding;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Number number(const std::string& text) {
    const auto parsed = Number::parse(text);
    EXPECT_TRUE(parsed) << text;
    return parsed.value_or(Number(0));
}

struct Row {
    const char* given;
    const char* wanted;
};

TEST(Number, ReadsWhatPeopleWrite) {
    const std::vector<Row> rows = {{"0", "0"}, {"-0", "0"}, {"4.50", "4.5"}, {".5", "0.5"}, {"-.5", "-0.5"}, {"007", "7"}, {"217/3", "217/3"},
                                   {"-6/4", "-1.5"}, {"0.1", "0.1"}, {"00000000000000000000001", "1"}, {"9223372036854775807", "9223372036854775807"},
                                   {"9223372036854775808", "9223372036854775808"}, {"-9223372036854775808", "-9223372036854775808"},
                                   {"0.00000000000000000000000001", "0.00000000000000000000000001"}};
    for (const Row& row : rows) EXPECT_EQ(number(row.given).text(), row.wanted) << row.given;
}

TEST(Number, RefusesEverythingElse) {
    for (const char* text : {"", "-", ".", "1.", "+1", "1e5", " 1", "1 ", "1,5", "1.2.3", "--1", "0x10", "1/0", "1/-3", "1.5/2", "3.0/2", "1/", "/2", "1/2/3", "NaN", "٣", "½"})
        EXPECT_FALSE(Number::parse(text)) << text;
    EXPECT_TRUE(Number::parse(std::string(400, '9')));
    EXPECT_FALSE(Number::parse(std::string(401, '9')));
    EXPECT_FALSE(Number::fraction(1, 0));
}

TEST(Number, PrintsDecimalsExactlyOrToThirtyFourDigits) {
    const std::vector<Row> rows = {
        {"1/3", "0.3333333333333333333333333333333333"},     {"2/3", "0.6666666666666666666666666666666667"},
        {"-2/3", "-0.6666666666666666666666666666666667"},   {"10/3", "3.333333333333333333333333333333333"},
        {"1/30", "0.03333333333333333333333333333333333"},   {"1/99", "0.0101010101010101010101010101010101"},
        {"9/11", "0.8181818181818181818181818181818182"},    {"1/8", "0.125"},
        {"72.50", "72.5"},                                   {"100", "100"},
        {"100000000000000000000000000000000000001/3", "33333333333333333333333333333333330000"},
        {"0.12345678901234567890123456789012345678901", "0.12345678901234567890123456789012345678901"}};
    for (const Row& row : rows) EXPECT_EQ(number(row.given).decimal(), row.wanted) << row.given;
}

TEST(Number, ADecimalWithoutEndIsADecimalHoweverSmall) {
    Number tiny(1);
    while (const auto next = divide(tiny, Number(7'000'003))) tiny = *next;
    const std::string text = tiny.decimal();
    EXPECT_EQ(text.find_first_not_of("0123456789."), std::string::npos) << text;
    EXPECT_EQ(text.substr(0, 3), "0.0");
}

TEST(Number, RoundsEachWay) {
    struct Case {
        const char* given;
        int places;
        const char* up;
        const char* down;
        const char* half_up;
        const char* half_down;
        const char* half_even;
        const char* floor;
        const char* ceiling;
    };
    const std::vector<Case> cases = {{"5.5", 0, "6", "5", "6", "5", "6", "5", "6"},
                                     {"2.5", 0, "3", "2", "3", "2", "2", "2", "3"},
                                     {"-2.5", 0, "-3", "-2", "-3", "-2", "-2", "-3", "-2"},
                                     {"-5.5", 0, "-6", "-5", "-6", "-5", "-6", "-6", "-5"},
                                     {"1.121", 2, "1.13", "1.12", "1.12", "1.12", "1.12", "1.12", "1.13"},
                                     {"-1.126", 2, "-1.13", "-1.12", "-1.13", "-1.13", "-1.13", "-1.13", "-1.12"},
                                     {"1/3", 3, "0.334", "0.333", "0.333", "0.333", "0.333", "0.333", "0.334"},
                                     {"1115", -2, "1200", "1100", "1100", "1100", "1100", "1100", "1200"},
                                     {"1150", -2, "1200", "1100", "1200", "1100", "1200", "1100", "1200"},
                                     {"7", 3, "7", "7", "7", "7", "7", "7", "7"},
                                     {"123456789012345678901.5", 0, "123456789012345678902", "123456789012345678901", "123456789012345678902",
                                      "123456789012345678901", "123456789012345678902", "123456789012345678901", "123456789012345678902"}};
    for (const Case& each : cases) {
        const auto rounded = [&](Rounding how) { return number(each.given).round(each.places, how).value().text(); };
        EXPECT_EQ(rounded(Rounding::up), each.up) << each.given;
        EXPECT_EQ(rounded(Rounding::down), each.down) << each.given;
        EXPECT_EQ(rounded(Rounding::half_up), each.half_up) << each.given;
        EXPECT_EQ(rounded(Rounding::half_down), each.half_down) << each.given;
        EXPECT_EQ(rounded(Rounding::half_even), each.half_even) << each.given;
        EXPECT_EQ(rounded(Rounding::floor), each.floor) << each.given;
        EXPECT_EQ(rounded(Rounding::ceiling), each.ceiling) << each.given;
    }
    EXPECT_FALSE(Number(1).round(6177, Rounding::up));
    EXPECT_FALSE(Number(1).round(-6112, Rounding::up));
}

TEST(Number, IsShownToPeopleWithoutTrailingZeros) {
    EXPECT_EQ(number("217/3").rounded(2), "72.33");
    EXPECT_EQ(number("72.995").rounded(2), "73");
    EXPECT_EQ(number("-0.004").rounded(2), "0");
}

TEST(Number, GrowsInsteadOfWrapping) {
    EXPECT_EQ(add(Number(most), Number(1))->text(), "9223372036854775808");
    EXPECT_EQ(subtract(Number(least), Number(1))->text(), "-9223372036854775809");
    EXPECT_EQ(multiply(Number(most), Number(most))->text(), "85070591730234615847396907784232501249");
    EXPECT_EQ(divide(Number(least), Number(-1))->text(), "9223372036854775808");
    EXPECT_EQ(subtract(*add(Number(most), Number(1)), Number(1)), Number(most));
    EXPECT_EQ(Number::fraction(least, least), Number(1));
    EXPECT_EQ(multiply(*Number::fraction(most, least), Number(least)), Number(most));
    EXPECT_LT(Number(least), Number(most));
}

TEST(Number, ResultsPastTheLimitAreNone) {
    std::optional<Number> power = Number(2);
    int doublings = 0;
    for (; power && doublings < 100; ++doublings) power = multiply(*power, *power);
    EXPECT_EQ(doublings, 12);  // 2^4096 is one bit too long
    EXPECT_FALSE(divide(Number(1), Number(0)));
}

TEST(Number, KnowsItsSignAndWholeness) {
    EXPECT_EQ(number("-1/3").sign(), -1);
    EXPECT_EQ(number("0").sign(), 0);
    EXPECT_EQ(number("99999999999999999999").sign(), 1);
    EXPECT_TRUE(number("6/3").is_whole());
    EXPECT_EQ(number("6/3").whole(), 2);
    EXPECT_FALSE(number("1.5").whole());
    EXPECT_FALSE(number("99999999999999999999").whole());
    EXPECT_TRUE(number("99999999999999999999").is_whole());
}

// Small numbers, numbers near the ends of 64 bits, and large ones.
class Numbers {
public:
    explicit Numbers(unsigned seed) : random_(seed) {}
    Number next() {
        switch (random_() % 4) {
            case 0: return *Number::fraction(pick(20), 1 + std::abs(pick(20)));
            case 1: return *Number::fraction(pick(1'000'000'000), 1 + std::abs(pick(1'000'000)));
            case 2: return *Number::fraction(most - std::abs(pick(3)), 1 + std::abs(pick(3)));
            default: return *multiply(Number(most), *Number::fraction(pick(1'000'000'007), 1 + std::abs(pick(997))));
        }
    }

private:
    std::int64_t pick(std::int64_t limit) { return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(2 * limit)) - limit; }
    std::mt19937_64 random_;
};

TEST(NumberLaws, HoldForRandomNumbers) {
    Numbers numbers(1);
    for (int i = 0; i < 5'000; ++i) {
        const Number a = numbers.next(), b = numbers.next(), c = numbers.next();
        EXPECT_EQ(add(a, b), add(b, a));
        EXPECT_EQ(multiply(a, b), multiply(b, a));
        EXPECT_EQ(*add(*add(a, b), c), *add(a, *add(b, c)));
        EXPECT_EQ(*multiply(*multiply(a, b), c), *multiply(a, *multiply(b, c)));
        EXPECT_EQ(*multiply(a, *add(b, c)), *add(*multiply(a, b), *multiply(a, c)));
        EXPECT_EQ(*subtract(*add(a, b), b), a);
        if (b.sign() != 0) {
            EXPECT_EQ(*multiply(*divide(a, b), b), a);
        }
        EXPECT_EQ(a < b, subtract(a, b)->sign() < 0);
        EXPECT_EQ(a == b, subtract(a, b)->sign() == 0);
        EXPECT_EQ(Number::parse(a.text()), a) << a.text();
    }
}

TEST(NumberLaws, RoundingIsNearAndOrdered) {
    Numbers numbers(2);
    for (int i = 0; i < 3'000; ++i) {
        const Number a = numbers.next();
        const int places = i % 7 - 2;
        const Number low = *a.round(places, Rounding::floor), high = *a.round(places, Rounding::ceiling);
        EXPECT_LE(low, a);
        EXPECT_GE(high, a);
        for (const Rounding how : {Rounding::up, Rounding::down, Rounding::half_up, Rounding::half_down, Rounding::half_even}) {
            const Number rounded = *a.round(places, how);
            EXPECT_TRUE(rounded == low || rounded == high);
            EXPECT_EQ(*rounded.round(places, how), rounded);
        }
        EXPECT_EQ(*subtract(Number(0), *a.round(places, Rounding::half_up)), *subtract(Number(0), a)->round(places, Rounding::half_up));
        EXPECT_EQ(*subtract(Number(0), low), *subtract(Number(0), a)->round(places, Rounding::ceiling));
    }
}

}  // namespace
