// Exact rationals: 64-bit arithmetic with overflow checks, and Boost's big integers where that is too small.
#include <ocop/number.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

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

Integer floor_divide(const Integer& n, const Integer& d) {
    Integer quotient = n / d;
    if (n % d != 0 && (n < 0) != (d < 0)) --quotient;
    return quotient;
}

// n/d to a whole number (d above 0).
Integer to_whole(const Integer& n, const Integer& d, Number::Rounding how) {
    const Integer down = floor_divide(n, d);
    const Integer rest = n - down * d;
    if (rest == 0) return down;
    const int half = Integer(rest * 2).compare(d);
    const bool negative = n < 0;
    bool up = false;  // to the next larger number
    switch (how) {
        case Number::Rounding::floor: break;
        case Number::Rounding::ceiling: up = true; break;
        case Number::Rounding::up: up = !negative; break;
        case Number::Rounding::down: up = negative; break;
        case Number::Rounding::half_up: up = half > 0 || (half == 0 && !negative); break;
        case Number::Rounding::half_down: up = half > 0 || (half == 0 && negative); break;
        case Number::Rounding::half_even: up = half > 0 || (half == 0 && down % 2 != 0); break;
    }
    return up ? Integer(down + 1) : down;
}

// The decimals a fraction in lowest terms needs, or nothing if it has no end.
std::optional<unsigned> decimals(Integer d) {
    unsigned twos = 0, fives = 0;
    for (; d % 2 == 0; d /= 2) ++twos;
    for (; d % 5 == 0; d /= 5) ++fives;
    if (d != 1) return std::nullopt;
    return std::max(twos, fives);
}

// A whole number of 10^-places units as a decimal.
std::string placed(const Integer& units, unsigned places) {
    std::string digits = Integer(abs(units)).str();
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, ".");
    return (units < 0 ? "-" : "") + digits;
}

std::string without_trailing_zeros(std::string text) {
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

bool digits_only(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Number> parse_decimal(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (!digits_only(whole) || !digits_only(part) || (whole.empty() && part.empty())) return std::nullopt;
    if (point != std::string_view::npos && part.empty()) return std::nullopt;
    if (whole.size() + part.size() > base::limits::number_digits) return std::nullopt;
    std::string digits = std::string(whole) + std::string(part);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));  // a leading 0 would mean octal
    const Integer n(digits);
    return Access::make(negative ? Integer(-n) : n, power_of_ten(static_cast<unsigned>(part.size())));
}

}  // namespace

std::optional<Number> Number::fraction(std::int64_t n, std::int64_t d) { return Access::make(n, d); }

std::optional<Number> Number::parse(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return parse_decimal(text);
    const auto n = parse_decimal(text.substr(0, slash));
    const std::string_view below = text.substr(slash + 1);
    const auto d = digits_only(below) && !below.empty() ? parse_decimal(below) : std::nullopt;
    if (!n || !d || !n->is_whole()) return std::nullopt;
    return divide(*n, *d);
}

std::string Number::text() const {
    const Integer d = Access::denominator(*this);
    if (const auto places = decimals(d)) return placed(Access::numerator(*this) * power_of_ten(*places) / d, *places);
    return Access::numerator(*this).str() + "/" + d.str();
}

std::string Number::decimal() const {
    constexpr int most = 34;
    const Integer n = Access::numerator(*this), d = Access::denominator(*this);
    if (const auto places = decimals(d)) {
        std::string exact = text();
        const auto significant = Integer(abs(n) * power_of_ten(*places) / d).str().size();
        if (significant <= static_cast<std::size_t>(most) || *places == 0) return exact;
    }
    // Digits before the point, at first at most one too few: then there is one decimal too many.
    int digits = static_cast<int>(Integer(abs(n)).str().size()) - static_cast<int>(d.str().size());
    for (int places = most - digits;; --places) {
        const auto rounded = round(places, Rounding::half_even);
        if (!rounded) return text();
        const Integer units = Access::numerator(*rounded) * power_of_ten(static_cast<unsigned>(std::max(0, places))) /
                              Access::denominator(*rounded);
        if (units == 0 || Integer(abs(units)).str().size() <= static_cast<std::size_t>(most))
            return without_trailing_zeros(rounded->text());
    }
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
    std::int64_t sum = 0;
    if (a.is_small() && b.is_small() && a.small_denominator() == 1 && b.small_denominator() == 1 &&
        !__builtin_add_overflow(a.small_numerator(), b.small_numerator(), &sum))
        return Number(sum);
    return Access::make(Access::numerator(a) * Access::denominator(b) + Access::numerator(b) * Access::denominator(a),
                        Access::denominator(a) * Access::denominator(b));
}

std::optional<Number> subtract(const Number& a, const Number& b) {
    return Access::make(Access::numerator(a) * Access::denominator(b) - Access::numerator(b) * Access::denominator(a),
                        Access::denominator(a) * Access::denominator(b));
}

std::optional<Number> multiply(const Number& a, const Number& b) {
    std::int64_t product = 0;
    if (a.is_small() && b.is_small() && a.small_denominator() == 1 && b.small_denominator() == 1 &&
        !__builtin_mul_overflow(a.small_numerator(), b.small_numerator(), &product))
        return Number(product);
    return Access::make(Access::numerator(a) * Access::numerator(b), Access::denominator(a) * Access::denominator(b));
}

std::optional<Number> divide(const Number& a, const Number& b) {
    return Access::make(Access::numerator(a) * Access::denominator(b), Access::denominator(a) * Access::numerator(b));
}

std::optional<Number> Number::round(int places, Rounding how) const {
    if (places < -6111 || places > 6176) return std::nullopt;
    if (is_whole() && places >= 0) return *this;
    const Integer shift = power_of_ten(static_cast<unsigned>(places < 0 ? -places : places));
    const Integer n = Access::numerator(*this), d = Access::denominator(*this);
    if (places >= 0) return Access::make(to_whole(n * shift, d, how), shift);
    return Access::make(to_whole(n, d * shift, how) * shift, 1);
}

bool operator==(const Number& a, const Number& b) {
    if (a.is_small() && b.is_small())
        return a.small_numerator() == b.small_numerator() && a.small_denominator() == b.small_denominator();
    return Access::numerator(a) == Access::numerator(b) && Access::denominator(a) == Access::denominator(b);
}

std::strong_ordering operator<=>(const Number& a, const Number& b) {
    if (a.is_small() && b.is_small() && a.small_denominator() == b.small_denominator())
        return a.small_numerator() <=> b.small_numerator();
    const int order = Integer(Access::numerator(a) * Access::denominator(b)).compare(Access::numerator(b) * Access::denominator(a));
    return order <=> 0;
}

}  // namespace ocop
