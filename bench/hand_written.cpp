// Points looked up and summed, minima and bands applied.
#include "hand_written.hpp"

#include <algorithm>

namespace hand_written {

int stars(const Form& form, const Card& card) {
    unsigned total = 0;
    std::array<bool, 6> met;
    met.fill(true);
    for (std::size_t i = 0; i < form.used; ++i) {
        const std::uint8_t points = form.points[i][card[i]];
        total += points;
        for (std::size_t star = 3; star <= 5; ++star) met[star] = met[star] && points >= form.minimum[i][star];
    }
    int best = 1;
    bool below = true;
    for (std::size_t star = 2; star <= 5; ++star) {
        below = below && met[star];
        if (total >= form.band[star] && below) best = static_cast<int>(star);
    }
    return best;
}

void stars(const Form& form, std::span<const std::vector<std::uint8_t>> columns, std::span<std::uint8_t> out) {
    constexpr std::size_t block = 4096;
    std::array<std::uint8_t, block> total, missed;
    for (std::size_t from = 0; from < out.size(); from += block) {
        const std::size_t count = std::min(block, out.size() - from);
        total.fill(0);
        missed.fill(0);  // bit s: a minimum of star s is missed
        for (std::size_t i = 0; i < form.used; ++i) {
            const std::uint8_t* column = columns[i].data() + from;
            const auto& points = form.points[i];
            const auto& minimum = form.minimum[i];
            for (std::size_t k = 0; k < count; ++k) {
                std::uint8_t worth = 0;
                for (std::size_t option = 0; option < most_options; ++option)
                    worth = static_cast<std::uint8_t>(worth | (column[k] == option ? points[option] : 0));
                total[k] = static_cast<std::uint8_t>(total[k] + worth);
                missed[k] = static_cast<std::uint8_t>(missed[k] | (worth < minimum[3] ? 56 : 0) | (worth < minimum[4] ? 48 : 0) |
                                                      (worth < minimum[5] ? 32 : 0));
            }
        }
        for (std::size_t k = 0; k < count; ++k) {
            std::uint8_t best = 1;
            for (std::uint8_t star = 2; star <= 5; ++star)
                best = total[k] >= form.band[star] && ((missed[k] >> star) & 1) == 0 ? star : best;
            out[from + k] = best;
        }
    }
}

}  // namespace hand_written
