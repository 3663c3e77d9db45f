// Mean, median and trimmed mean, compared and rounded without leaving whole numbers.
#include "rate/figure.hpp"

#include <algorithm>
#include <numeric>

namespace ocop::rate {
namespace {

using program::Scaled;
__extension__ using Wide = __int128;  // products of two figures

Figure mean(std::span<const Scaled> values) {
    return {std::accumulate(values.begin(), values.end(), Scaled{0}), static_cast<std::int64_t>(values.size())};
}

Figure median(std::span<Scaled> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return {values[middle], 1};
    return {values[middle - 1] + values[middle], 2};
}

Figure trimmed_mean(std::span<Scaled> values) {
    if (values.size() < 3) return mean(values);
    std::sort(values.begin(), values.end());
    return mean(values.subspan(1, values.size() - 2));
}

int sign(Wide value) { return value < 0 ? -1 : (value > 0 ? 1 : 0); }

}  // namespace

Figure combine(model::Combine how, std::span<Scaled> values) {
    switch (how) {
        case model::Combine::mean: return mean(values);
        case model::Combine::median: return median(values);
        case model::Combine::trimmed_mean: return trimmed_mean(values);
    }
    return {};
}

int compare(const Figure& figure, Scaled whole) {
    return sign(Wide{figure.numerator} - Wide{whole} * figure.denominator);
}

int compare(const Figure& a, const Figure& b) {
    return sign(Wide{a.numerator} * b.denominator - Wide{b.numerator} * a.denominator);
}

Figure half_up(const Figure& figure, Scaled scale, int places) {
    std::int64_t power = 1;
    for (int i = 0; i < places; ++i) power *= 10;
    // Points are 0 or more, so half-up is: add half a unit and drop the rest.
    const Wide unit = Wide{figure.denominator} * scale;
    const Wide units = (Wide{figure.numerator} * power * 2 + unit) / (unit * 2);
    const auto common = std::gcd(scale, power);
    return {static_cast<Scaled>(units * (scale / common)), power / common};
}

}  // namespace ocop::rate
