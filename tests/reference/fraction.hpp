// A fraction as one writes it at school. The reference's own: it shares nothing with the library's numbers.
#pragma once

#include <cstdlib>
#include <numeric>
#include <stdexcept>
#include <string>

namespace reference {

struct Fraction {
    long long over = 0;   // numerator
    long long under = 1;  // denominator, above 0; lowest terms

    Fraction() = default;
    Fraction(long long whole) : over(whole) {}  // NOLINT: whole numbers are fractions
    Fraction(long long n, long long d) : over(n), under(d) {
        const long long common = std::gcd(n, d) * (d < 0 ? -1 : 1);
        over /= common;
        under /= common;
    }

    // "72.5", "3" or "217/3".
    static Fraction of(const std::string& text) {
        if (text.empty() || text.find_first_not_of("-0123456789./") != std::string::npos)
            throw std::invalid_argument("not a number: '" + text + "'");
        if (const auto slash = text.find('/'); slash != std::string::npos)
            return {std::stoll(text.substr(0, slash)), std::stoll(text.substr(slash + 1))};
        const auto dot = text.find('.');
        if (dot == std::string::npos) return {std::stoll(text)};
        long long power = 1;
        for (std::size_t i = dot + 1; i < text.size(); ++i) power *= 10;
        return {std::stoll(text.substr(0, dot) + text.substr(dot + 1)), power};
    }

    std::string text() const { return under == 1 ? std::to_string(over) : std::to_string(over) + "/" + std::to_string(under); }

    friend Fraction operator+(const Fraction& a, const Fraction& b) { return {a.over * b.under + b.over * a.under, a.under * b.under}; }
    friend Fraction operator-(const Fraction& a, const Fraction& b) { return {a.over * b.under - b.over * a.under, a.under * b.under}; }
    friend Fraction operator/(const Fraction& a, long long by) { return {a.over, a.under * by}; }
    friend bool operator==(const Fraction& a, const Fraction& b) { return a.over == b.over && a.under == b.under; }
    friend bool operator<(const Fraction& a, const Fraction& b) { return a.over * b.under < b.over * a.under; }
    friend bool operator>(const Fraction& a, const Fraction& b) { return b < a; }
    friend bool operator<=(const Fraction& a, const Fraction& b) { return !(b < a); }
    friend bool operator>=(const Fraction& a, const Fraction& b) { return !(a < b); }
};

// To `places` decimals, halves up; for figures of 0 or more.
inline Fraction half_up(const Fraction& x, int places) {
    long long power = 1;
    for (int i = 0; i < places; ++i) power *= 10;
    return {(2 * x.over * power + x.under) / (2 * x.under), power};
}

}  // namespace reference
