// Exact rationals: 64-bit arithmetic with overflow checks, and Boost's big integers where that is too small.
#include <ocop/number.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "base/limits.hpp"

namespace ocop {

using Integer = boost::multiprecision::cpp_int;

struct Number::Big {
    Integer numerator;
    Integer denominator;
};

struct NumberAccess {
    static Integer numerator(const Number& n) { return n.big_ ? n.big_->numerator : Integer(n.numerator_); }
    static Integer denominator(const Number& n) { return n.big_ ? n.big_->denominator : Integer(n.denominator_); }

    // In lowest terms, denominator above 0.
    static Number small(std::int64_t n, std::int64_t d) {
        Number out;
        out.numerator_ = n;
        out.denominator_ = d;
        return out;
    }
    static std::optional<Number> make(Integer n, Integer d) {
        if (d == 0) return std::nullopt;
        if (d < 0) {
            n = -n;
            d = -d;
        }
        const Integer common = boost::multiprecision::gcd(n, d);
        if (common > 1) {
            n /= common;
            d /= common;
        }
        if (too_large(n) || too_large(d)) return std::nullopt;
        if (fits(n) && fits(d)) return small(static_cast<std::int64_t>(n), static_cast<std::int64_t>(d));
        Number out;
        out.big_ = std::make_shared<const Number::Big>(Number::Big{std::move(n), std::move(d)});
        return out;
    }
    static bool fits(const Integer& i) {
        return i >= std::numeric_limits<std::int64_t>::min() && i <= std::numeric_limits<std::int64_t>::max();
    }
    static bool too_large(const Integer& i) {
        return i != 0 && boost::multiprecision::msb(abs(i)) >= base::limits::number_bits;
    }
};

namespace {

using Access = NumberAccess;

Integer power_of_ten(unsigned exponent) { return boost::multiprecision::pow(Integer(10), exponent); }

// 10^exponent where it fits, else 0.
std::int64_t small_power_of_ten(int exponent) {
    std::int64_t power = 1;
    if (exponent < 0 || exponent > 18) return 0;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

// n/d by lowest terms in 64 bits; nothing where that is too narrow.
std::optional<Number> reduced(std::int64_t n, std::int64_t d) {
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    if (n == least || d == least || d == 0) return std::nullopt;
    if (d < 0) {
        n = -n;
        d = -d;
    }
    const std::int64_t common = std::gcd(n, d);
    return Access::small(n / common, d / common);
}

// a ± b without leaving 64 bits.
std::optional<Number> small_sum(const Number& a, const Number& b, bool minus) {
    if (!a.is_small() || !b.is_small()) return std::nullopt;
    std::int64_t left = 0, right = 0, sum = 0, below = 0;
    if (__builtin_mul_overflow(a.small_numerator(), b.small_denominator(), &left) ||
        __builtin_mul_overflow(b.small_numerator(), a.small_denominator(), &right) ||
        __builtin_mul_overflow(a.small_denominator(), b.small_denominator(), &below))
        return std::nullopt;
    if (minus ? __builtin_sub_overflow(left, right, &sum) : __builtin_add_overflow(left, right, &sum)) return std::nullopt;
    return reduced(sum, below);
}

// (a/b) * (c/d) without leaving 64 bits.
std::optional<Number> small_product(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
    std::int64_t above = 0, below = 0;
    if (__builtin_mul_overflow(a, c, &above) || __builtin_mul_overflow(b, d, &below)) return std::nullopt;
    return reduced(above, below);
}

template <class I>
I floor_divide(const I& n, const I& d) {
    I quotient = n / d;
    if (n % d != 0 && n < 0) --quotient;
    return quotient;
}

// n/d to a whole number (d above 0).
template <class I>
I to_whole(const I& n, const I& d, Number::Rounding how) {
    const I down = floor_divide(n, d);
    I rest = n % d;  // not n - down * d: that product can leave 64 bits
    if (rest < 0) rest += d;
    if (rest == 0) return down;
    const I missing = d - rest;  // compared with `rest`, because doubling could overflow
    const bool negative = n < 0;
    bool up = false;  // to the next larger number
    switch (how) {
        case Number::Rounding::floor: break;
        case Number::Rounding::ceiling: up = true; break;
        case Number::Rounding::up: up = !negative; break;
        case Number::Rounding::down: up = negative; break;
        case Number::Rounding::half_up: up = rest > missing || (rest == missing && !negative); break;
        case Number::Rounding::half_down: up = rest > missing || (rest == missing && negative); break;
        case Number::Rounding::half_even: up = rest > missing || (rest == missing && down % 2 != 0); break;
    }
    return up ? I(down + 1) : down;
}

// The decimals a fraction in lowest terms needs, or nothing if it has no end.
template <class I>
std::optional<unsigned> decimals(I d) {
    unsigned twos = 0, fives = 0;
    for (; d % 2 == 0; d /= 2) ++twos;
    for (; d % 5 == 0; d /= 5) ++fives;
    if (d != 1) return std::nullopt;
    return std::max(twos, fives);
}

// Digits of a whole number of 10^-places units, without sign, as a decimal.
std::string placed(std::string digits, unsigned places, bool negative) {
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, ".");
    return (negative ? "-" : "") + digits;
}

std::string placed(const Integer& units, unsigned places) { return placed(Integer(abs(units)).str(), places, units < 0); }

std::string without_trailing_zeros(std::string text) {
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

// The exact text of a small number whose decimals are few; empty for others.
std::string small_text(const Number& number) {
    const std::int64_t n = number.small_numerator(), d = number.small_denominator();
    if (!number.is_small() || n == std::numeric_limits<std::int64_t>::min()) return {};
    if (d == 1) return std::to_string(n);
    const auto places = decimals(d);
    const std::int64_t power = places ? small_power_of_ten(static_cast<int>(*places)) : 0;
    std::int64_t units = 0;
    if (power == 0 || __builtin_mul_overflow(n < 0 ? -n : n, power / d, &units)) return {};
    return placed(std::to_string(units), *places, n < 0);
}

bool digits_only(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t small_digits(std::string_view text) {
    std::int64_t value = 0;
    for (char c : text) value = value * 10 + (c - '0');
    return value;
}

std::optional<Number> parse_decimal(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (!digits_only(whole) || !digits_only(part) || (whole.empty() && part.empty())) return std::nullopt;
    if (point != std::string_view::npos && part.empty()) return std::nullopt;
    if (whole.size() + part.size() > base::limits::number_digits) return std::nullopt;
    std::string digits = std::string(whole) + std::string(part);
    if (digits.size() <= 18) {
        const std::int64_t units = small_digits(digits);
        return reduced(negative ? -units : units, small_power_of_ten(static_cast<int>(part.size())));
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));  // a leading 0 would mean octal
    const Integer n(digits);
    return Access::make(negative ? Integer(-n) : n, power_of_ten(static_cast<unsigned>(part.size())));
}

// A fraction without end: 34 significant digits.
std::string rounded_to_digits(const Integer& n, const Integer& d) {
    constexpr int most = 34;
    // Digits before the point, at first at most one too few: then there is one decimal too many.
    const int before = static_cast<int>(Integer(abs(n)).str().size()) - static_cast<int>(d.str().size());
    for (int places = most - before;; --places) {
        const Integer shift = power_of_ten(static_cast<unsigned>(places < 0 ? -places : places));
        const Integer units = places < 0 ? to_whole(n, Integer(d * shift), Number::Rounding::half_even)
                                         : to_whole(Integer(n * shift), d, Number::Rounding::half_even);
        if (Integer(abs(units)).str().size() > static_cast<std::size_t>(most)) continue;
        return places > 0 ? without_trailing_zeros(placed(units, static_cast<unsigned>(places))) : Integer(units * shift).str();
    }
}

}  // namespace

std::optional<Number> Number::fraction(std::int64_t n, std::int64_t d) {
    if (const auto small = reduced(n, d)) return small;
    return Access::make(n, d);
}

std::optional<Number> Number::parse(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return parse_decimal(text);
    const std::string_view above = text.substr(0, slash), below = text.substr(slash + 1);
    if (above.find('.') != std::string_view::npos || below.empty() || !digits_only(below)) return std::nullopt;
    const auto n = parse_decimal(above), d = parse_decimal(below);
    return n && d ? divide(*n, *d) : std::nullopt;
}

std::string Number::text() const {
    if (std::string small = small_text(*this); !small.empty()) return small;
    const Integer d = Access::denominator(*this);
    if (const auto places = decimals(d)) return placed(Access::numerator(*this) * power_of_ten(*places) / d, *places);
    return Access::numerator(*this).str() + "/" + d.str();
}

std::string Number::decimal() const {
    if (std::string small = small_text(*this); !small.empty()) return small;
    const Integer d = Access::denominator(*this);
    return decimals(d) ? text() : rounded_to_digits(Access::numerator(*this), d);
}

std::string Number::rounded(int places) const {
    const auto near = round(places, Rounding::half_up);
    return near ? without_trailing_zeros(near->text()) : text();
}

bool Number::is_whole() const { return big_ ? big_->denominator == 1 : denominator_ == 1; }

int Number::sign() const {
    if (big_) return big_->numerator.sign();
    return numerator_ < 0 ? -1 : (numerator_ > 0 ? 1 : 0);
}

std::optional<std::int64_t> Number::whole() const {
    if (big_ || denominator_ != 1) return std::nullopt;
    return numerator_;
}

std::optional<Number> add(const Number& a, const Number& b) {
    if (const auto small = small_sum(a, b, false)) return small;
    return Access::make(Access::numerator(a) * Access::denominator(b) + Access::numerator(b) * Access::denominator(a),
                        Access::denominator(a) * Access::denominator(b));
}

std::optional<Number> subtract(const Number& a, const Number& b) {
    if (const auto small = small_sum(a, b, true)) return small;
    return Access::make(Access::numerator(a) * Access::denominator(b) - Access::numerator(b) * Access::denominator(a),
                        Access::denominator(a) * Access::denominator(b));
}

std::optional<Number> multiply(const Number& a, const Number& b) {
    if (a.is_small() && b.is_small())
        if (const auto small = small_product(a.small_numerator(), a.small_denominator(), b.small_numerator(), b.small_denominator()))
            return small;
    return Access::make(Access::numerator(a) * Access::numerator(b), Access::denominator(a) * Access::denominator(b));
}

std::optional<Number> divide(const Number& a, const Number& b) {
    if (a.is_small() && b.is_small())
        if (const auto small = small_product(a.small_numerator(), a.small_denominator(), b.small_denominator(), b.small_numerator()))
            return small;
    return Access::make(Access::numerator(a) * Access::denominator(b), Access::denominator(a) * Access::numerator(b));
}

std::optional<Number> Number::round(int places, Rounding how) const {
    if (places < -6111 || places > 6176) return std::nullopt;
    if (is_whole() && places >= 0) return *this;
    std::int64_t units = 0;
    if (const std::int64_t power = small_power_of_ten(places); is_small() && power > 0 && !__builtin_mul_overflow(numerator_, power, &units))
        if (const auto small = reduced(to_whole(units, denominator_, how), power)) return small;
    const Integer shift = power_of_ten(static_cast<unsigned>(places < 0 ? -places : places));
    const Integer n = Access::numerator(*this), d = Access::denominator(*this);
    if (places >= 0) return Access::make(to_whole(Integer(n * shift), d, how), shift);
    return Access::make(to_whole(n, Integer(d * shift), how) * shift, 1);
}

bool operator==(const Number& a, const Number& b) {
    if (a.is_small() && b.is_small())
        return a.small_numerator() == b.small_numerator() && a.small_denominator() == b.small_denominator();
    return Access::numerator(a) == Access::numerator(b) && Access::denominator(a) == Access::denominator(b);
}

std::strong_ordering operator<=>(const Number& a, const Number& b) {
    if (a.is_small() && b.is_small()) {
        if (a.small_denominator() == b.small_denominator()) return a.small_numerator() <=> b.small_numerator();
        std::int64_t left = 0, right = 0;
        if (!__builtin_mul_overflow(a.small_numerator(), b.small_denominator(), &left) &&
            !__builtin_mul_overflow(b.small_numerator(), a.small_denominator(), &right))
            return left <=> right;
    }
    const int order = Integer(Access::numerator(a) * Access::denominator(b)).compare(Access::numerator(b) * Access::denominator(a));
    return order <=> 0;
}

}  // namespace ocop
