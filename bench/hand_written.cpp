// Points looked up and summed, minima and bands applied.
#include "hand_written.hpp"

#include <algorithm>

namespace hand_written {
namespace {

// What was given for the telling where there is no story; it carries no minimum.
unsigned untold(const Form& form, const Card& card) {
    return form.points[form.story][card[form.story]] == 0 ? form.points[form.telling][card[form.telling]] : 0;
}

int highest(const Form& form, unsigned total, unsigned sheets, unsigned allowed) {
    int best = 1;
    for (unsigned star = 2; star <= allowed; ++star)
        if (total >= form.band[star] * sheets) best = static_cast<int>(star);
    return best;
}

unsigned allowed_by(const Form& form, std::size_t i, unsigned points, unsigned sheets) {
    for (unsigned star = 3; star <= 5; ++star)
        if (points < form.minimum[i][star] * sheets) return star - 1;
    return 5;
}

}  // namespace

int stars(const Form& form, const Card& card) {
    unsigned total = 0, allowed = 5;
    for (std::size_t i = 0; i < form.used; ++i) {
        total += form.points[i][card[i]];
        allowed = std::min<unsigned>(allowed, form.allows[i][card[i]]);
    }
    return highest(form, total - untold(form, card), 1, allowed);
}

int stars(const Form& form, const Card* sheets, std::size_t count) {
    const auto many = static_cast<unsigned>(count);
    unsigned total = 0, allowed = 5;
    for (std::size_t i = 0; i < form.used; ++i) {
        unsigned given = 0;
        for (std::size_t s = 0; s < count; ++s) given += form.points[i][sheets[s][i]];
        total += given;
        allowed = std::min(allowed, allowed_by(form, i, given, many));
    }
    for (std::size_t s = 0; s < count; ++s) total -= untold(form, sheets[s]);
    return highest(form, total, many, allowed);
}

}  // namespace hand_written
