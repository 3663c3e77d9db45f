// Lengths are per cent of the width there is, so that lettering keeps its size on a telephone and on paper.
#include "report/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/escape.hpp"

namespace ocop::report {
namespace {

const Number hundred(100);

// Where a value lies between two, in per cent, rounded for drawing only.
std::string place(const Number& value, const Number& low, const Number& high) {
    const auto from_low = subtract(value, low), whole = subtract(high, low);
    if (!from_low || !whole || whole->sign() <= 0) return "0";
    const auto share = divide(*from_low, *whole);
    const auto percent = share ? multiply(*share, hundred) : std::nullopt;
    return percent ? std::clamp(*percent, Number(0), hundred).rounded(2) : "0";
}

std::string titled(const std::string& title) { return "<title>" + for_html(title) + "</title>"; }

const char* const star_path = "M12 1.8l3.1 6.6 7.2.9-5.3 5 1.4 7.1L12 17.9l-6.4 3.5L7 14.3l-5.3-5 7.2-.9z";

class Picture {
public:
    explicit Picture(const Scale& scale) : scale_(scale), low_(scale.bands.front().low), high_(scale.bands.back().high) {
        for (const Scale::Band& each : scale.bands) high_ = std::max(high_, each.high);
    }

    std::string draw(const std::string& id) {
        out_ = fmt::format("<svg class=\"scale\" role=\"img\" aria-labelledby=\"{0}-title {0}-desc\" width=\"100%\" height=\"112\">"
                           "<title id=\"{0}-title\">{1}</title><desc id=\"{0}-desc\">{2}</desc>",
                           id, for_html(scale_.caption), for_html(scale_.text));
        for (const Scale::Band& each : scale_.bands) band(each);
        for (const auto& [value, text] : scale_.ticks) tick(value, text);
        distance();
        value();
        return out_ + "</svg>";
    }

private:
    std::string at(const Number& value) const { return place(value, low_, high_); }
    std::string width(const Number& from, const Number& to) const { return place(add(low_, subtract(to, from).value_or(Number())).value_or(low_), low_, high_); }
    Number middle(const Number& a, const Number& b) const { return divide(add(a, b).value_or(a), Number(2)).value_or(a); }

    // Lettering at the ends stays inside.
    std::string anchor(const Number& value) const {
        const Number percent = Number::parse(at(value)).value_or(Number(50));
        return percent < Number(12) ? "start" : percent > Number(88) ? "end" : "middle";
    }

    void band(const Scale::Band& band) {
        out_ += fmt::format("<rect class=\"band{}\" x=\"{}%\" y=\"52\" width=\"{}%\" height=\"28\"/>", band.here ? " here" : band.given ? " given" : "", at(band.low), width(band.low, band.high));
        if (Number::parse(width(band.low, band.high)).value_or(Number()) < Number(5)) return;
        out_ += fmt::format("<text class=\"band-name{}\" x=\"{}%\" y=\"71\" text-anchor=\"middle\">{}</text>", band.here ? " here" : "",
                            at(middle(band.low, band.high)), for_html(band.label));
    }

    void tick(const Number& value, const std::string& text) {
        const char* anchored = value == low_ ? "start" : value == high_ ? "end" : "middle";
        out_ += fmt::format("<text class=\"tick\" x=\"{}%\" y=\"98\" text-anchor=\"{}\">{}</text>", at(value), anchored, for_html(text));
    }

    // A line from the value to where the next band begins.
    void distance() {
        if (!scale_.next || !scale_.high) return;
        out_ += fmt::format("<line class=\"way\" x1=\"{0}%\" x2=\"{1}%\" y1=\"40\" y2=\"40\"/><line class=\"end\" x1=\"{1}%\" x2=\"{1}%\" y1=\"34\" y2=\"52\"/>", at(*scale_.high), at(*scale_.next));
        const Number between = middle(*scale_.high, *scale_.next);
        out_ += fmt::format("<text class=\"distance\" x=\"{}%\" y=\"33\" text-anchor=\"{}\">{}</text>", at(between), anchor(between), for_html(scale_.distance));
    }

    void value() {
        if (!scale_.low || !scale_.high) return;
        if (*scale_.low != *scale_.high)
            out_ += fmt::format("<rect class=\"range\" x=\"{}%\" y=\"44\" width=\"{}%\" height=\"6\"/>", at(*scale_.low), width(*scale_.low, *scale_.high));
        for (const Number& each : {*scale_.low, *scale_.high})
            out_ += fmt::format("<svg x=\"{}%\" y=\"52\" overflow=\"visible\" class=\"pointer\"><path d=\"M0 0l-6.5-11h13z\"/></svg>", at(each));
        const Number middle = this->middle(*scale_.low, *scale_.high);
        out_ += fmt::format("<text class=\"value\" x=\"{}%\" y=\"{}\" text-anchor=\"{}\">{}</text>", at(middle), scale_.next ? 14 : 34, anchor(middle), for_html(scale_.value));
    }

    const Scale& scale_;
    Number low_, high_;
    std::string out_;
};

constexpr std::size_t shades = 6;
const Number least_lettered(14);  // of 100: a narrower part has no room for its name

std::string shade_of(const Stacks& stacks, std::size_t kind) { return stacks.kinds[kind].rest ? "rest" : fmt::format("shade-{}", kind % shades); }

}  // namespace

std::string star_picture(const Lead::Stars& stars) {
    std::string out = fmt::format("<svg class=\"stars\" role=\"img\" viewBox=\"0 0 {} 24\" width=\"{}\" height=\"28\">", stars.most * 28 - 4, stars.most * 33 - 5) + titled(stars.text);
    for (int i = 0; i < stars.most; ++i)
        out += fmt::format("<path class=\"{}\" transform=\"translate({} 0)\" d=\"{}\"/>", i < stars.got ? "got" : "open", i * 28, star_path);
    return out + "</svg>";
}

std::string bar_picture(const Number& share, const std::string& text) {
    const std::string width = std::clamp(share, Number(0), hundred).rounded(2);
    return fmt::format("<svg class=\"bar\" role=\"img\" width=\"100%\" height=\"12\">{}<rect class=\"track\" width=\"100%\" height=\"12\"/><rect class=\"fill\" width=\"{}%\" height=\"12\"/></svg>",
                       titled(text), width);
}

std::string stack_picture(const Stacks& stacks, const Stacks::Bar& bar) {
    std::string title = bar.name, parts;
    Number from;
    for (const Stacks::Part& each : bar.parts) {
        title += (&each == &bar.parts.front() ? " — " : ", ") + each.text;
        const std::string shade = shade_of(stacks, each.kind);
        parts += fmt::format("<rect class=\"{}\" x=\"{}%\" width=\"{}%\" height=\"22\"/>", shade, from.rounded(2), each.share.rounded(2));
        const Number middle = add(from, divide(each.share, Number(2)).value_or(Number())).value_or(from);
        if (each.share >= least_lettered && !stacks.kinds[each.kind].rest) parts += fmt::format("<text class=\"on-{}\" x=\"{}%\" y=\"15.5\" text-anchor=\"middle\">{}</text>", shade, middle.rounded(2), for_html(stacks.kinds[each.kind].text));
        from = add(from, each.share).value_or(from);
    }
    return "<svg class=\"parts\" role=\"img\" width=\"100%\" height=\"22\">" + titled(title) + "<rect class=\"track\" width=\"100%\" height=\"22\"/>" + parts + "</svg>";
}

std::string legend_picture(const Stacks& stacks, std::size_t kind) {
    return fmt::format("<svg class=\"key\" width=\"12\" height=\"12\"><rect class=\"{}\" width=\"12\" height=\"12\"/></svg>", shade_of(stacks, kind));
}

std::string scale_picture(const Scale& scale, const std::string& id) { return scale.bands.empty() ? std::string() : Picture(scale).draw(id); }

}  // namespace ocop::report
