// Points looked up and summed, minima and bands applied.
#include "hand_written.hpp"

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

}  // namespace hand_written
