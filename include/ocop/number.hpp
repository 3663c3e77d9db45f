// Exact numbers: points, means, shares. Nothing here is a binary floating-point number.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <ocop/export.hpp>

namespace ocop {

// An exact rational number, always in lowest terms. Small ones (numerator and denominator within 64 bits) live in the
// object itself; larger ones share an immutable block. Values are immutable, so threads may share them.
// The largest size is 4,096 bits for numerator and for denominator; an operation beyond that yields no value.
class OCOP_API Number {
public:
    Number() = default;  // 0
    Number(std::int64_t whole) : numerator_(whole) {}  // NOLINT: whole numbers are numbers
    // n/d in lowest terms; nothing if d is 0.
    static std::optional<Number> fraction(std::int64_t n, std::int64_t d);
    // "4.50", "-3", ".5", "217/3". Nothing for anything else, exponents and blanks included.
    static std::optional<Number> parse(std::string_view text);

    // The exact text: a decimal where one is exact ("72.5"), else a fraction ("217/3").
    std::string text() const;
    // A decimal always: exact where it has an end, else rounded half-even to 34 significant digits.
    std::string decimal() const;
    // Rounded half-up (away from zero) to `places` decimals, without trailing zeros: for people, never for decisions.
    std::string rounded(int places) const;

    bool is_whole() const;
    int sign() const;
    // The value if it is whole and fits.
    std::optional<std::int64_t> whole() const;
    // Numerator and denominator if both fit 64 bits: for fast paths.
    bool is_small() const { return !big_; }
    std::int64_t small_numerator() const { return numerator_; }
    std::int64_t small_denominator() const { return denominator_; }

    // Nothing when the result is too large, or for a division by zero.
    friend std::optional<Number> add(const Number& a, const Number& b);
    friend std::optional<Number> subtract(const Number& a, const Number& b);
    friend std::optional<Number> multiply(const Number& a, const Number& b);
    friend std::optional<Number> divide(const Number& a, const Number& b);

    enum class Rounding { up, down, half_up, half_down, half_even, floor, ceiling };
    // To `places` decimals (negative: to tens, hundreds, …); places within [-6111..6176], else nothing.
    std::optional<Number> round(int places, Rounding how) const;

    friend bool operator==(const Number& a, const Number& b);
    friend std::strong_ordering operator<=>(const Number& a, const Number& b);

    struct Big;  // the large form; private to its source file

private:
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;  // > 0
    std::shared_ptr<const Big> big_;
    friend struct NumberAccess;
};

OCOP_API std::optional<Number> add(const Number& a, const Number& b);
OCOP_API std::optional<Number> subtract(const Number& a, const Number& b);
OCOP_API std::optional<Number> multiply(const Number& a, const Number& b);
OCOP_API std::optional<Number> divide(const Number& a, const Number& b);
OCOP_API bool operator==(const Number& a, const Number& b);
OCOP_API std::strong_ordering operator<=>(const Number& a, const Number& b);

}  // namespace ocop
