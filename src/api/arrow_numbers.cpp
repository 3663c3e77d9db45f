// Every number as a whole number and its decimals; the column then has as many decimals as the longest of them.
#include "api/arrow_numbers.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace ocop::arrow {
namespace {

using Kind = Format::Kind;
__extension__ using Wide = __int128;

static_assert(std::endian::native == std::endian::little, "columns are read where they stand");

constexpr int most_decimals = 18;

struct Decimal {
    std::int64_t digits = 0;
    int decimals = 0;  // 0 or more; digits end in no 0 that these could do without
};

bool fits(Wide value) { return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max(); }

// Nothing where 64 bits do not hold the digits.
std::optional<Decimal> decimal(Wide digits, int decimals) {
    for (; decimals > 0 && digits % 10 == 0; --decimals) digits /= 10;
    for (; decimals < 0 && digits != 0 && fits(digits); ++decimals) digits *= 10;
    if (!fits(digits)) return std::nullopt;
    return Decimal{static_cast<std::int64_t>(digits), digits == 0 ? 0 : decimals};
}

// The shortest decimal that reads back as the same number: "1.5e-05" is 15 and 6 decimals.
template <class Floating>
std::optional<Decimal> shortest(Floating value) {
    std::array<char, 64> text;
    const char* end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific).ptr;
    Wide digits = 0;
    int decimals = 0, exponent = 0;
    bool after_point = false;
    const char* at = text.data() + (text[0] == '-' ? 1 : 0);
    for (; *at != 'e'; ++at) {
        if (*at == '.') after_point = true;
        else digits = digits * 10 + (*at - '0'), decimals += after_point ? 1 : 0;
    }
    std::from_chars(at[1] == '+' ? at + 2 : at + 1, end, exponent);
    return decimal(text[0] == '-' ? -digits : digits, decimals - exponent);
}

class Reader {
public:
    Reader(const Column& column, Faults& faults) : column_(column), faults_(faults) {}

    std::optional<Numbers> read() {
        if (column_.format.kind == Kind::integer) return integers();
        std::vector<Decimal> all(static_cast<std::size_t>(column_.count));
        Numbers out;
        for (std::int64_t i = 0; i < column_.count; ++i) {
            if (!column_.matters(i)) continue;
            const auto one = at(i);
            if (!one) return std::nullopt;
            all[static_cast<std::size_t>(i)] = *one;
            out.decimals = std::max(out.decimals, one->decimals);
        }
        for (const Decimal& each : all) {
            const Wide scaled = each.digits * unit(out.decimals - each.decimals);
            if (!fits(scaled)) return too_long(static_cast<std::int64_t>(out.values.size()), out.decimals);
            out.values.push_back(static_cast<std::int64_t>(scaled));
        }
        return out;
    }

private:
    static Wide unit(int decimals) {
        Wide out = 1;
        for (; decimals > 0; --decimals) out *= 10;
        return out;
    }

    std::nullopt_t refused(std::int64_t i, const std::string& vi, const std::string& en) {
        faults_.row("arrow-number", column_.row(i), vi, en);
        return std::nullopt;
    }
    std::nullopt_t too_long(std::int64_t i, int decimals) {
        return refused(i, fmt::format("số này cùng {} chữ số thập phân của cột cần quá 64 bit", decimals),
                       fmt::format("with the {} decimals that the column needs, this number takes more than 64 bits", decimals));
    }

    std::optional<Numbers> integers() {
        Numbers out;
        out.values.resize(static_cast<std::size_t>(column_.count));
        const bool may_be_large = column_.format.bytes == 8 && !column_.format.has_sign;
        for (std::int64_t i = 0; i < column_.count; ++i) {
            if (!column_.matters(i)) continue;
            const std::int64_t value = column_.integer(i);
            if (may_be_large && value < 0) return too_long(i, 0);
            out.values[static_cast<std::size_t>(i)] = value;
        }
        return out;
    }

    std::optional<Decimal> at(std::int64_t i) {
        auto found = column_.format.kind == Kind::decimal ? exact(i) : column_.format.bytes == 4 ? floating<float>(i) : floating<double>(i);
        if (found && found->decimals > most_decimals)
            return refused(i, fmt::format("có {} chữ số thập phân, nhiều nhất là {}", found->decimals, most_decimals), fmt::format("it has {} decimals, at most {} are held", found->decimals, most_decimals));
        return found;
    }

    std::optional<Decimal> exact(std::int64_t i) {
        Wide value = 0;
        std::memcpy(&value, static_cast<const char*>(column_.array->buffers[1]) + (column_.first + i) * 16, 16);
        const auto found = decimal(value, column_.format.scale);
        return found ? found : too_long(i, 0);
    }

    template <class Floating>
    std::optional<Decimal> floating(std::int64_t i) {
        const Floating value = column_.values<Floating>()[i];
        if (!std::isfinite(value))
            return refused(i, std::isnan(value) ? "NaN không phải là một số" : "vô cực không phải là một số", std::isnan(value) ? "NaN is no number" : "an infinite value is no number");
        const auto found = shortest(value);
        return found ? found : too_long(i, 0);
    }

    const Column& column_;
    Faults& faults_;
};

// The number of a day; nothing where it is no whole day, or none that 32 bits hold.
std::optional<std::int32_t> day(const Column& column, std::int64_t i) {
    if (column.format.kind == Kind::day) return column.values<std::int32_t>()[i];
    const std::int64_t value = column.values<std::int64_t>()[i], days = value / column.format.per_day;
    const bool exact = value % column.format.per_day == 0 && days >= std::numeric_limits<std::int32_t>::min() && days <= std::numeric_limits<std::int32_t>::max();
    return exact ? std::optional(static_cast<std::int32_t>(days)) : std::nullopt;
}

}  // namespace

std::optional<Numbers> numbers_of(const Column& column, Faults& faults) { return Reader(column, faults).read(); }

std::optional<std::vector<std::int32_t>> days_of(const Column& column, Faults& faults) {
    std::vector<std::int32_t> out(static_cast<std::size_t>(column.count));
    for (std::int64_t i = 0; i < column.count; ++i) {
        if (!column.matters(i)) continue;
        const auto found = day(column, i);
        if (!found) {
            faults.row("arrow-day", column.row(i), "thời điểm này không phải là một ngày trọn", "this instant is no whole day");
            return std::nullopt;
        }
        out[static_cast<std::size_t>(i)] = *found;
    }
    return out;
}

}  // namespace ocop::arrow
