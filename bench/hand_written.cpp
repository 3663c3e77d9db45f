// Points looked up and summed, minima and bands applied.
#include "hand_written.hpp"

namespace hand_written {
namespace {

// What was given for the telling where there is no story; it carries no minimum.
unsigned untold(const Form& form, const Card& card) {
    return form.points[form.story][card[form.story]] == 0 ? form.points[form.telling][card[form.telling]] : 0;
}

int best(const Form& form, unsigned total, unsigned sheets, const std::array<bool, 6>& met) {
    int best = 1;
    bool below = true;
    for (std::size_t star = 2; star <= 5; ++star) {
        below = below && met[star];
        if (total >= form.band[star] * sheets && below) best = static_cast<int>(star);
    }
    return best;
}

}  // namespace

int stars(const Form& form, const Card& card) {
    unsigned total = 0;
    std::array<bool, 6> met;
    met.fill(true);
    for (std::size_t i = 0; i < form.used; ++i) {
        const std::uint8_t given = form.points[i][card[i]];
        total += given;
        for (std::size_t star = 3; star <= 5; ++star) met[star] = met[star] && given >= form.minimum[i][star];
    }
    return best(form, total - untold(form, card), 1, met);
}

int stars(const Form& form, const Card* sheets, std::size_t count) {
    const auto many = static_cast<unsigned>(count);
    unsigned total = 0;
    std::array<bool, 6> met;
    met.fill(true);
    for (std::size_t i = 0; i < form.used; ++i) {
        unsigned given = 0;
        for (std::size_t s = 0; s < count; ++s) given += form.points[i][sheets[s][i]];
        total += given;
        for (std::size_t star = 3; star <= 5; ++star) met[star] = met[star] && given >= form.minimum[i][star] * many;
    }
    for (std::size_t s = 0; s < count; ++s) total -= untold(form, sheets[s]);
    return best(form, total, many, met);
}

}  // namespace hand_written
