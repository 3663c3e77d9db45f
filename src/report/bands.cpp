// The total on the bands of the stars, and how far the next one is; of an undecided card the sure range of its total.
#include <fmt/format.h>

#include <algorithm>

#include "report/sections.hpp"

namespace ocop::report {
namespace {

class Picture {
public:
    explicit Picture(const Report& r) : words_(r.words), trail_(r.trail), vi_(r.words.language() == Language::vi) {}

    // How good a range is.
    const char* exactness(const Range& range) const {
        if (range.exact) return vi_ ? "Cả hai đầu của khoảng này đều còn có thể xảy ra." : "Both ends of this range can still come true.";
        return vi_ ? "Kết quả không thể ra ngoài khoảng này, nhưng khoảng này có thể rộng hơn thực tế." : "It cannot end outside this range, which may be wider than it need be.";
    }

    std::optional<Scale> draw() {
        if (trail_.bands.empty()) return std::nullopt;
        scale_.caption = vi_ ? "Tổng điểm và hạng sao" : "The total and the stars";
        if (trail_.summary.outcome == Outcome::rated && trail_.summary.total) one_total(*trail_.summary.total);
        else if (trail_.summary.outcome == Outcome::undecided && trail_.summary.range) range(*trail_.summary.range);
        else return std::nullopt;
        bands();
        return std::move(scale_);
    }

private:
    const TrailBand* band_of(int star) const {
        const auto found = std::find_if(trail_.bands.begin(), trail_.bands.end(), [&](const TrailBand& each) { return each.star == star; });
        return found == trail_.bands.end() ? nullptr : &*found;
    }

    const TrailBand* band_above(const Number& total) const {
        const TrailBand* next = nullptr;
        for (const TrailBand& each : trail_.bands)
            if (each.low > total && (next == nullptr || each.low < next->low)) next = &each;
        return next;
    }

    void one_total(const Number& total) {
        scale_.low = scale_.high = total;
        scale_.value = words_.rounded(total);
        if (const TrailBand* here = trail_.summary.band ? band_of(*trail_.summary.band) : nullptr)
            scale_.text = fmt::format(fmt::runtime(vi_ ? "Tổng điểm {} nằm trong khoảng {} điểm của hạng {}" : "The total of {} lies in the band {} points: {}"), words_.number(total),
                                      words_.interval(*here), words_.stars(here->star));
        else
            scale_.text = fmt::format(fmt::runtime(vi_ ? "Tổng điểm {} không nằm trong khoảng nào" : "The total of {} lies in no band"), words_.number(total));
        if (const TrailBand* next = trail_.to_next_band ? band_above(total) : nullptr) way(*next);
        scale_.text += ".";
        const int stars = trail_.summary.stars.value_or(0);
        if (trail_.summary.band && *trail_.summary.band != stars)
            scale_.text += vi_ ? fmt::format(" Kết quả là {} vì không chỉ xét tổng điểm.", words_.stars(stars)) : fmt::format(" The result is {}, because the total is not all that counts.", words_.stars(stars));
    }

    void way(const TrailBand& next) {
        scale_.next = next.low;
        const std::string points = words_.points(*trail_.to_next_band);
        scale_.distance = plus(words_.rounded(*trail_.to_next_band));
        scale_.text += vi_ ? fmt::format("; còn {} nữa thì vào khoảng của hạng {}", points, words_.stars(next.star)) : fmt::format("; the band of {} is {} away", words_.stars(next.star), points);
    }

    // "+17,5", "≈ +0,33"
    static std::string plus(std::string number) {
        const std::size_t digit = number.find_first_of("0123456789");
        return number.insert(digit == std::string::npos ? 0 : digit, "+");
    }

    void range(const Range& range) {
        scale_.low = range.total_low;
        scale_.high = range.total_high;
        const std::string low = words_.number(range.total_low), high = words_.number(range.total_high);
        scale_.value = words_.rounded(range.total_low) + (range.total_low == range.total_high ? "" : " – " + words_.rounded(range.total_high));
        scale_.text = vi_ ? fmt::format("Tổng điểm chắc chắn nằm trong khoảng từ {} đến {} điểm. ", low, high) : fmt::format("The total is sure to lie between {} and {} points. ", low, high);
        scale_.text += exactness(range);
    }

    void bands() {
        for (auto each = trail_.bands.rbegin(); each != trail_.bands.rend(); ++each) {
            scale_.bands.push_back({fmt::format("{} ★", each->star), each->low, each->high, scale_.low == scale_.high && each->star == trail_.summary.band,
                                     trail_.summary.stars == each->star && each->star != trail_.summary.band});
            scale_.ticks.emplace_back(each->low, words_.number(each->low));
        }
        scale_.ticks.emplace_back(scale_.bands.back().high, words_.number(scale_.bands.back().high));
    }

    const Words& words_;
    const Trail& trail_;
    bool vi_;
    Scale scale_;
};

}  // namespace

void bands(const Report& r) {
    Picture picture(r);
    if (auto scale = picture.draw()) r.document.scale(std::move(*scale));
    if (r.trail.summary.range) r.document.paragraph(picture.exactness(*r.trail.summary.range), Tone::plain, 0, Medium::lines);
}

}  // namespace ocop::report
