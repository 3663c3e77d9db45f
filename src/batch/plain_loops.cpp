// The loops card by card: what they mean, for the ends of blocks and for processors without wide registers.
#include "batch/registers.hpp"

#include <algorithm>
#include <bit>

namespace ocop::batch {
namespace {

void pass(const Passing& p) {
    const Columns& columns = *p.columns;
    for (std::size_t card = 0; card < p.count; ++card) {
        std::uint16_t total = 0;
        Stars left = 0xFF;
        for (std::size_t leaf = 0; leaf < columns.leaves.size(); ++leaf) {
            const LeafColumn& column = columns.leaves[leaf];
            unsigned sum = 0;
            for (std::size_t sheet = 0; sheet < p.sheets; ++sheet) {
                const std::uint8_t entry = p.entries[leaf * p.sheets + sheet][card];
                const bool exists = entry < column.points.size() && column.leaves[entry] != 0;
                sum += exists ? column.points[entry] : 0U;
                left &= !exists ? Stars{0} : p.sheets == 1 ? column.leaves[entry] : Stars{0xFF};
            }
            for (const MinimumColumn& each : column.council)
                if (p.sheets > 1 && each.when == program::none && sum < each.required * p.sheets) left &= each.leaves;
            total = static_cast<std::uint16_t>(total + sum);
        }
        if (p.bytes != nullptr) p.bytes[card] = static_cast<std::uint8_t>(total);
        else p.words[card] = total;
        p.left[card] = left;
    }
}

void settle(const Settling& s) {
    const Columns& columns = *s.columns;
    for (std::size_t card = 0; card < s.count; ++card) {
        unsigned reached = 0;
        for (std::size_t star = 0; star < columns.bands.size(); ++star)
            if ((s.bytes != nullptr ? s.bytes[card] : s.words[card]) >= columns.bands[star].least(s.sheets)) reached |= 1U << star;
        const auto highest = [&](unsigned bits) { return std::max(columns.low_bits[bits & 15], columns.high_bits[bits >> 4 & 7]); };
        const unsigned open = s.capped == nullptr ? reached : reached & s.capped[card];
        const Stars left = s.left[card];
        unsigned given = open & left;
        if (!s.next_star && open != 0) given = std::bit_floor(open) & left;
        s.known[card] = (left & all_known) != 0 ? 1 : 0;
        s.stars[card] = static_cast<std::int8_t>(highest(given & every_star));
        if (s.band != nullptr) s.band[card] = static_cast<std::int8_t>(highest(reached & every_star));
    }
}

void look_up(const Table& table, const std::uint8_t* codes, std::size_t count, std::uint8_t* to) {
    for (std::size_t i = 0; i < count; ++i) to[i] = codes[i] < table.size() ? table[codes[i]] : std::uint8_t{0};
}

void take_away(std::uint8_t required, Stars leaves, const std::uint8_t* points, const std::uint8_t* binds, std::size_t count, Stars* left) {
    for (std::size_t i = 0; i < count; ++i) {
        if (binds != nullptr && binds[i] == not_known) left[i] = 0;
        else if ((binds == nullptr || binds[i] == yes) && points[i] < required) left[i] &= leaves;
    }
}

void enter(const std::uint8_t* applies, const std::uint8_t* codes, std::uint8_t end, std::uint8_t instead, std::size_t count, std::uint8_t* entries) {
    for (std::size_t i = 0; i < count; ++i) entries[i] = codes[i] >= end ? std::uint8_t{0} : applies[i] == yes ? codes[i] : applies[i] == no ? instead : std::uint8_t{0};
}

}  // namespace

const Loops& plain_loops() {
    static constexpr Loops loops{pass, settle, look_up, take_away, enter};
    return loops;
}

}  // namespace ocop::batch
