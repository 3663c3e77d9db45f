// What the second evaluator and the recomputation both know: how sheets are combined and which band holds a total.
// Written from the text of the contract, for reading; shared with no part of the library.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "reference/fraction.hpp"

namespace reference {

// "mean", "median", "trimmed mean" of one figure of every sheet.
inline Fraction combine(const std::string& how, std::vector<Fraction> figures) {
    std::sort(figures.begin(), figures.end());
    if (how == "median") {
        const auto middle = figures.size() / 2;
        return figures.size() % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
    }
    if (how == "trimmed mean" && figures.size() >= 3) figures = {figures.begin() + 1, figures.end() - 1};
    Fraction sum;
    for (const Fraction& figure : figures) sum = sum + figure;
    return sum / static_cast<long long>(figures.size());
}

// "[70..90)": which totals it holds.
struct Interval {
    Fraction low, high;
    bool low_open = false, high_open = false;

    static Interval of(const std::string& text) {
        const auto dots = text.find("..");
        if (dots == std::string::npos || text.size() < 6) throw std::invalid_argument("not an interval: '" + text + "'");
        Interval found;
        found.low = Fraction::of(text.substr(1, dots - 1));
        found.high = Fraction::of(text.substr(dots + 2, text.size() - dots - 3));
        found.low_open = text.front() != '[';
        found.high_open = text.back() != ']';
        return found;
    }
    bool holds(const Fraction& x) const { return (low_open ? x > low : x >= low) && (high_open ? x < high : x <= high); }
};

// "none" or "half-up 2" applied to a total.
inline Fraction rounded(const std::string& reading, const Fraction& total) {
    return reading == "none" || reading.empty() ? total : half_up(total, std::stoi(reading.substr(reading.rfind(' ') + 1)));
}

}  // namespace reference
