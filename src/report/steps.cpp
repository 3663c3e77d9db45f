// From the total to the stars, step by step, so that it can be followed with a pencil.
#include <fmt/format.h>

#include <algorithm>

#include "report/outlook.hpp"
#include "report/sections.hpp"

namespace ocop::report {
namespace {

// How the minima of one star were taken.
struct Tally {
    int needed = 0;
    int met = 0;
    std::vector<std::string> missed;  // criteria
    bool passed() const { return needed == met; }
};

class Ladder {
public:
    explicit Ladder(const Report& r) : r_(r), words_(r.words), trail_(r.trail), vi_(r.words.language() == Language::vi) {}

    void write() {
        if (!trail_.summary.total || !trail_.summary.stars) return;
        r_.document.heading(words_(Label::steps));
        total();
        rounding();
        band();
        caps();
        if (trail_.ceiling) stars(*trail_.ceiling);
        step(fmt::format(fmt::runtime(vi_ ? "Kết quả: {}." : "Result: {}."), words_.stars(*trail_.summary.stars)), Tone::strong);
    }

private:
    void step(const std::string& text, Tone tone = Tone::plain) { r_.document.item(std::to_string(++number_) + ".", text, tone); }

    const TrailReading* reading(const char* name) const {
        for (const TrailReading& each : trail_.readings)
            if (each.name == name) return &each;
        return nullptr;
    }
    bool chosen(const char* name, const char* value) const { return reading(name) != nullptr && reading(name)->chosen == value; }

    const Number& combined() const { return trail_.total_before_rounding ? *trail_.total_before_rounding : *trail_.summary.total; }

    void total() {
        if (trail_.sheets.size() < 2)
            return step(fmt::format(fmt::runtime(vi_ ? "Tổng điểm các tiêu chí: {}." : "All criteria add up to {}."), words_.points(combined())));
        std::string each;
        for (const TrailSheet& sheet : trail_.sheets) each += (each.empty() ? "" : "; ") + words_.number(sheet.total);
        std::string text = fmt::format(fmt::runtime(vi_ ? "Tổng điểm chung là {} của {} phiếu ({}): {}." : "The combined total is the {} of {} sheets ({}): {}."),
                                       words_.combine(trail_.council.combine), trail_.sheets.size(), each, words_.points(combined()));
        if (trail_.council.combine != "mean")
            text += vi_ ? " Mỗi số liệu chung được tính riêng, nên điểm chung của các tiêu chí cộng lại có thể khác tổng điểm chung."
                        : " Every combined figure is worked out in its own right, so the criteria's combined points need not add up to the total.";
        step(text);
    }

    void rounding() {
        const TrailReading* rule = reading("rounding");
        if (rule == nullptr || rule->chosen == "none") return;
        step(fmt::format(fmt::runtime(vi_ ? "Làm tròn — {}: {}." : "Rounding — {}: {}."), words_.choice("rounding", rule->chosen), words_.points(*trail_.summary.total)));
    }

    void band() {
        const auto holds = [&](const TrailBand& each) { return each.star == trail_.summary.band; };
        const auto found = std::find_if(trail_.bands.begin(), trail_.bands.end(), holds);
        if (found == trail_.bands.end()) return;
        std::string text = fmt::format(fmt::runtime(vi_ ? "{} thuộc khoảng {}: {}" : "{} lies in the band {}: {}"), words_.number(*trail_.summary.total),
                                       words_.interval(*found), words_.stars(found->star));
        if (const std::string cite = citation(found->cite, trail_); !cite.empty()) text += " (" + cite + ")";
        if (!found->printed.empty()) text += fmt::format(fmt::runtime(vi_ ? "; quyết định in là {}" : "; the decision prints it as {}"), found->printed);
        if (trail_.to_next_band) {
            text += fmt::format(fmt::runtime(vi_ ? ". Còn cách khoảng trên {}" : ". The next band is {} away"), words_.points(*trail_.to_next_band));
        }
        step(text + ".");
    }

    void caps() {
        std::string held;
        for (const TrailGate& gate : trail_.gates)
            if (gate.effect == TrailGate::Effect::cap && gate.met == true)
                held += (held.empty() ? "" : "; ") + fmt::format(fmt::runtime(vi_ ? "{} (nhiều nhất {})" : "{} (at most {})"), words_(gate.title), words_.stars(gate.stars));
        const int ceiling = trail_.ceiling.value_or(trail_.summary.band.value_or(0));
        if (held.empty()) return step(fmt::format(fmt::runtime(vi_ ? "Không có điều kiện nào giới hạn số sao: xét từ {}." : "Nothing caps the stars: {} can be reached."), words_.stars(ceiling)));
        step(fmt::format(fmt::runtime(vi_ ? "Số sao bị giới hạn: {}; xét từ {}." : "The stars are capped: {}; {} can be reached."), held, words_.stars(ceiling)));
    }

    Tally tally(int star) const {
        const bool own = chosen("minima_cumulate", "own");
        Tally out;
        for (const TrailMinimum& each : trail_.minima) {
            if ((own ? each.star != star : each.star > star) || each.binds == false) continue;
            ++out.needed;
            out.met += each.met == true ? 1 : 0;
            const bool new_one = std::find(out.missed.begin(), out.missed.end(), each.node) == out.missed.end();
            if (each.met != true && new_one) out.missed.push_back(each.node);
        }
        return out;
    }

    // Down the stars until all minima are met.
    void stars(int ceiling) {
        std::vector<int> all;
        for (const TrailBand& band : trail_.bands)
            if (band.star <= ceiling) all.push_back(band.star);
        std::sort(all.rbegin(), all.rend());
        for (int star : all) {
            const Tally found = tally(star);
            minima_of(star, found);
            if (star == trail_.summary.stars || chosen("minima_missed", "no-star")) return;
        }
    }

    void minima_of(int star, const Tally& found) {
        if (found.needed == 0) return step(fmt::format(fmt::runtime(vi_ ? "Hạng {} không có yêu cầu tối thiểu nào." : "For {} there are no minima."), words_.stars(star)));
        if (found.passed()) return step(fmt::format(fmt::runtime(vi_ ? "Yêu cầu tối thiểu để được {}: đạt cả {}." : "Minima for {}: all {} met."), words_.stars(star), found.needed), Tone::good);
        step(fmt::format(fmt::runtime(vi_ ? "Yêu cầu tối thiểu để được {}: đạt {}/{}, chưa đạt ở tiêu chí {}." : "Minima for {}: {} of {} met, missed at {}."), words_.stars(star),
                         found.met, found.needed, words_.list(found.missed)), Tone::bad);
    }

    const Report& r_;
    const Words& words_;
    const Trail& trail_;
    bool vi_;
    int number_ = 0;
};

}  // namespace

void steps(const Report& report) { Ladder(report).write(); }

}  // namespace ocop::report
