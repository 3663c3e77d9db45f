// From what holds to the stars: total, band, caps, minima, and the ladder of outcomes.
#include <algorithm>

#include "rate/decide.hpp"
#include "rate/minima.hpp"

namespace ocop::rate {
namespace {

using model::Effect;
using program::none;
using program::Program;

class Conclusions {
public:
    Conclusions(const Program& program, const Ways& ways, const Found& found) : program_(program), ways_(ways), found_(found) {}

    Conclusion conclude() {
        out_.total = out_.total_low = rounded(found_.low);
        out_.total_high = rounded(found_.high);
        if (found_.stop_leaf == none) find_stars();
        out_.total_low = rounded(found_.low_if_stopped);
        settle();
        return out_;
    }

private:
    Figure rounded(const Figure& figure) const {
        return ways_.rounding_places < 0 ? figure : half_up(figure, program_.scale, ways_.rounding_places);
    }

    bool any_gate(Effect effect, Truth met) const {
        for (std::size_t i = 0; i < program_.gates.size(); ++i)
            if (program_.gates[i].effect == effect && found_.gates[i].met == met) return true;
        return false;
    }

    // The highest star that the caps leave of a band; `sure` counts only caps that certainly hold.
    int capped(int band, bool sure) const {
        int ceiling = band;
        for (std::size_t i = 0; i < program_.gates.size(); ++i) {
            const Truth met = found_.gates[i].met;
            if (program_.gates[i].effect != Effect::cap || met == Truth::no || (sure && met == Truth::unknown)) continue;
            ceiling = std::min(ceiling, program_.gates[i].stars);
        }
        return ceiling;
    }

    void find_stars() {
        out_.band = band_of(program_, out_.total_low);
        out_.ceiling = capped(out_.band, true);
        const int highest = band_of(program_, out_.total_high);
        out_.stars_low = stars(capped(out_.band, false), false);
        out_.stars_high = stars(capped(highest, true), true);
        // Under `no-star` a lower ceiling may be the luckier one.
        for (int band : program_.stars)
            if (!ways_.next_star && band >= out_.band && band <= highest) try_ceilings(band);
        out_.stars = out_.stars_low;
    }

    // Every ceiling there can be above a total of that band: any cap that is not known may be the lowest that holds.
    void try_ceilings(int band) {
        const int sure = capped(band, true);
        try_ceiling(sure);
        for (std::size_t i = 0; i < program_.gates.size(); ++i)
            if (program_.gates[i].effect == Effect::cap && found_.gates[i].met == Truth::unknown) try_ceiling(std::min(sure, program_.gates[i].stars));
    }
    void try_ceiling(int ceiling) {
        out_.stars_low = std::min(out_.stars_low, stars(ceiling, false));
        out_.stars_high = std::max(out_.stars_high, stars(ceiling, true));
    }

    int stars(int ceiling, bool possibly) const {
        for (auto star = program_.stars.rbegin(); star != program_.stars.rend(); ++star) {
            if (*star > ceiling) continue;
            if (minima_allow(program_, ways_, found_.minima, *star, possibly)) return *star;
            if (!ways_.next_star) return 0;
        }
        return 0;
    }

    // The ladder of outcomes: the first that holds.
    void settle() {
        const bool rejected = any_gate(Effect::reject, Truth::yes);
        const bool stopped = found_.stop_leaf != none;
        out_.can_be_rejected = rejected || any_gate(Effect::reject, Truth::unknown);
        out_.can_be_stopped = !rejected && (stopped || any_gate(Effect::stop, Truth::unknown));
        out_.can_be_rated = !rejected && !stopped;
        if (rejected) {
            out_.outcome = Outcome::rejected;
        } else if (out_.can_be_rejected) {
            out_.outcome = Outcome::undecided;
        } else if (stopped) {
            out_.outcome = Outcome::stopped;
        } else if (out_.can_be_stopped || found_.missing || compare(out_.total_low, out_.total_high) != 0 ||
                   out_.stars_low != out_.stars_high) {
            out_.outcome = Outcome::undecided;
        } else {
            out_.outcome = Outcome::rated;
        }
    }

    const Program& program_;
    const Ways& ways_;
    const Found& found_;
    Conclusion out_;
};

}  // namespace

int band_of(const Program& program, const Figure& total) {
    int star = program.bands.front().star;
    for (const program::BandEntry& band : program.bands) {
        const int order = compare(total, band.low);
        if (order > 0 || (order == 0 && !band.low_open)) star = band.star;
    }
    return star;
}

Conclusion conclude(const Program& program, const Ways& ways, const Found& found) { return Conclusions(program, ways, found).conclude(); }

}  // namespace ocop::rate
