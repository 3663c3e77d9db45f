// The loops in registers: a table lookup a mark, whole columns at a time. Compiled for several kinds of processors; the one at hand is
// found at run time.
#include "batch/registers.hpp"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "batch/registers.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef OCOP_BATCH_AT_ONCE
#define OCOP_BATCH_AT_ONCE
namespace ocop::batch {
// Memory delivers most where a handful of columns are read side by side in long runs.
inline constexpr std::size_t columns_at_once = 8;
inline constexpr std::size_t registers = 4;
}  // namespace ocop::batch
#endif

HWY_BEFORE_NAMESPACE();
namespace ocop::batch {
namespace HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR

void pass(const Passing& passing) { plain_loops().pass(passing); }
void settle(const Settling& settling) { plain_loops().settle(settling); }
void look_up(const Table& table, const std::uint8_t* codes, std::size_t count, std::uint8_t* to) { plain_loops().look_up(table, codes, count, to); }
void take_away(std::uint8_t required, Stars leaves, const std::uint8_t* points, const std::uint8_t* binds, std::size_t count, Stars* left) {
    plain_loops().take_away(required, leaves, points, binds, count, left);
}
void enter(const std::uint8_t* applies, const std::uint8_t* codes, std::uint8_t end, std::uint8_t instead, std::size_t count, std::uint8_t* entries) {
    plain_loops().enter(applies, codes, end, instead, count, entries);
}

#else

namespace hn = hwy::HWY_NAMESPACE;
using Bytes = hn::ScalableTag<std::uint8_t>;
using Words = hn::RepartitionToWide<Bytes>;
using Vector = hn::Vec<Bytes>;
using Wide = hn::Vec<Words>;

HWY_INLINE Vector table_of(const Table& table) { return hn::LoadDup128(Bytes(), table.data()); }
HWY_INLINE Vector even(Vector bytes) { return hn::And(bytes, hn::BitCast(Bytes(), hn::Set(Words(), 0x00FF))); }
HWY_INLINE Wide evens(Vector bytes) { return hn::BitCast(Words(), even(bytes)); }
HWY_INLINE Wide odds(Vector bytes) { return hn::ShiftRight<8>(hn::BitCast(Words(), bytes)); }
HWY_INLINE Vector joined(Wide evens, Wide odds) { return hn::BitCast(Bytes(), hn::Or(evens, hn::ShiftLeft<8>(odds))); }
HWY_INLINE hn::Mask<Bytes> at_least(Vector a, Vector least) { return hn::Eq(hn::Max(a, least), a); }
// Nothing is known of a card with an entry past the tables.
HWY_INLINE Vector without_strays(Vector left, Vector seen) { return hn::IfThenZeroElse(hn::Gt(seen, hn::Set(Bytes(), 15)), left); }

// Totals of a block while it passes: bytes, or words, which lie as a register of even cards and then one of odd.
template <bool narrow>
struct Totals {
    Vector bytes;
    Wide even, odd;

    HWY_INLINE void clear() {
        bytes = hn::Zero(Bytes());
        even = odd = hn::Zero(Words());
    }
    HWY_INLINE void load(const Passing& p, std::size_t at, std::size_t lanes) {
        if constexpr (narrow) {
            bytes = hn::LoadU(Bytes(), p.bytes + at);
        } else {
            even = hn::LoadU(Words(), p.words + at);
            odd = hn::LoadU(Words(), p.words + at + lanes / 2);
        }
    }
    HWY_INLINE void add(Vector points) {
        if constexpr (narrow) {
            bytes = hn::Add(bytes, points);
        } else {
            even = hn::Add(even, evens(points));
            odd = hn::Add(odd, odds(points));
        }
    }
    // At the end cards stand in their order.
    HWY_INLINE void store(const Passing& p, std::size_t at, std::size_t lanes, bool ends) const {
        if constexpr (narrow) {
            hn::StoreU(bytes, Bytes(), p.bytes + at);
        } else if (ends) {
            hn::StoreInterleaved2(even, odd, Words(), p.words + at);
        } else {
            hn::StoreU(even, Words(), p.words + at);
            hn::StoreU(odd, Words(), p.words + at + lanes / 2);
        }
    }
};

// Leaves [first, end) of single sheets, for one step of cards.
template <bool narrow>
HWY_INLINE void step_single(const Passing& p, std::size_t first, std::size_t end, std::size_t card, bool begins, bool ends) {
    const Bytes tag;
    const std::size_t lanes = hn::Lanes(tag);
    Totals<narrow> total[registers];
    Vector left[registers], seen[registers];
    for (std::size_t r = 0; r < registers; ++r) {
        const std::size_t at = card + r * lanes;
        if (begins) total[r].clear();
        else total[r].load(p, at, lanes);
        left[r] = begins ? hn::Set(tag, 0xFF) : hn::LoadU(tag, p.left + at);
        seen[r] = hn::Zero(tag);
    }
    for (std::size_t leaf = first; leaf < end; ++leaf) {
        const LeafColumn& column = p.columns->leaves[leaf];
        const std::uint8_t* entries = p.entries[leaf] + card;
        const Vector points = table_of(column.points), leaves = table_of(column.leaves);
        for (std::size_t r = 0; r < registers; ++r) {
            const Vector marks = hn::LoadU(tag, entries + r * lanes);
            seen[r] = hn::Or(seen[r], marks);
            total[r].add(hn::TableLookupBytes(points, marks));
            left[r] = hn::And(left[r], hn::TableLookupBytes(leaves, marks));
        }
    }
    for (std::size_t r = 0; r < registers; ++r) {
        const std::size_t at = card + r * lanes;
        hn::StoreU(without_strays(left[r], seen[r]), tag, p.left + at);
        total[r].store(p, at, lanes, ends);
    }
}

template <bool narrow>
HWY_INLINE void single(const Passing& p, std::size_t count) {
    const std::size_t step = registers * hn::Lanes(Bytes()), leaves = p.columns->leaves.size();
    for (std::size_t first = 0; first < leaves; first += columns_at_once) {
        const std::size_t end = std::min(first + columns_at_once, leaves);
        for (std::size_t card = 0; card < count; card += step) step_single<narrow>(p, first, end, card, first == 0, end == leaves);
    }
}

// Where one criterion stands in its group, whose points of all sheets together fit a byte, and in the form.
struct Place {
    bool opens, closes;   // its group
    bool begins, ends;    // the form
    bool first_group;
};

// One criterion of councils, for one step of cards. A sheet's points fit a byte; those of all sheets need not: then it is a group by
// itself, and not `narrow`.
template <bool narrow>
HWY_INLINE void step_council(const Passing& p, std::size_t leaf, std::size_t card, Place place) {
    const Bytes tag;
    const Words words;
    const std::size_t lanes = hn::Lanes(tag);
    const LeafColumn& column = p.columns->leaves[leaf];
    const Vector points = table_of(column.points), one = hn::Set(tag, 1), last = hn::Set(tag, static_cast<std::uint8_t>(column.last - 1));
    Totals<narrow> sum[registers];
    Vector left[registers], most[registers];  // of entries, counted from 0: one that is not there is past all
    for (std::size_t r = 0; r < registers; ++r) {
        sum[r].clear();
        left[r] = place.begins ? hn::Set(tag, 0xFF) : hn::LoadU(tag, p.left + card + r * lanes);
        most[r] = hn::Zero(tag);
    }
    for (std::size_t sheet = 0; sheet < p.sheets; ++sheet) {
        const std::uint8_t* entries = p.entries[leaf * p.sheets + sheet] + card;
        for (std::size_t r = 0; r < registers; ++r) {
            const Vector marks = hn::LoadU(tag, entries + r * lanes);
            most[r] = hn::Max(most[r], hn::Sub(marks, one));
            sum[r].add(hn::TableLookupBytes(points, marks));
        }
    }
    for (const MinimumColumn& each : column.council) {
        if (each.when != program::none) continue;
        const Vector missed = hn::Set(tag, each.leaves);
        for (std::size_t r = 0; r < registers; ++r) {
            if constexpr (narrow) {
                left[r] = hn::IfThenElse(at_least(sum[r].bytes, hn::Set(tag, static_cast<std::uint8_t>(each.required * p.sheets))), left[r], hn::And(left[r], missed));
            } else {
                const Wide least = hn::Set(words, static_cast<std::uint16_t>(each.required * p.sheets));
                const auto met = [&](Wide figure) { return hn::VecFromMask(words, hn::Eq(hn::Max(figure, least), figure)); };
                const Vector both = hn::BitCast(tag, hn::Or(hn::And(met(sum[r].even), hn::Set(words, 0x00FF)), hn::ShiftLeft<8>(met(sum[r].odd))));
                left[r] = hn::And(left[r], hn::Or(both, missed));
            }
        }
    }
    for (std::size_t r = 0; r < registers; ++r) {
        const std::size_t at = card + r * lanes;
        hn::StoreU(hn::IfThenElseZero(at_least(last, most[r]), left[r]), tag, p.left + at);
        if constexpr (narrow) {
            if (!place.opens) sum[r].bytes = hn::Add(sum[r].bytes, hn::LoadU(tag, p.group + at));
            if (!place.closes) {
                hn::StoreU(sum[r].bytes, tag, p.group + at);
                continue;
            }
        }
        Totals<false> total;
        if (place.first_group) total.clear();
        else total.load(p, at, lanes);
        if constexpr (narrow) {
            total.add(sum[r].bytes);
        } else {
            total.even = hn::Add(total.even, sum[r].even);
            total.odd = hn::Add(total.odd, sum[r].odd);
        }
        total.store(p, at, lanes, place.ends);
    }
}

HWY_INLINE void council(const Passing& p, std::size_t count) {
    const std::size_t step = registers * hn::Lanes(Bytes()), leaves = p.columns->leaves.size();
    const auto points = [&](std::size_t leaf) { return p.columns->leaves[leaf].best * p.sheets; };
    std::size_t first = 0, most = 0;  // of the group, its points
    bool first_group = true;
    for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
        most += points(leaf);
        const bool closes = leaf + 1 == leaves || most + points(leaf + 1) > 255;
        const Place place{leaf == first, closes, leaf == 0, leaf + 1 == leaves, first_group};
        for (std::size_t card = 0; card < count; card += step) most <= 255 ? step_council<true>(p, leaf, card, place) : step_council<false>(p, leaf, card, place);
        if (!closes) continue;
        first = leaf + 1;
        most = 0;
        first_group = false;
    }
}

// Whole steps in registers, the rest plainly.
void pass(const Passing& p) {
    const std::size_t step = registers * hn::Lanes(Bytes()), whole = p.count / step * step;
    if (whole > 0) {
        if (p.sheets > 1) council(p, whole);
        else if (p.bytes != nullptr) single<true>(p, whole);
        else single<false>(p, whole);
    }
    if (whole == p.count) return;
    std::array<const std::uint8_t*, 64> few;
    std::vector<const std::uint8_t*> many;
    const std::size_t all = p.columns->leaves.size() * p.sheets;
    const std::uint8_t** rest = few.data();
    if (all > few.size()) {
        many.resize(all);
        rest = many.data();
    }
    for (std::size_t i = 0; i < all; ++i) rest[i] = p.entries[i] + whole;
    plain_loops().pass({p.columns, p.sheets, p.count - whole, rest, p.bytes == nullptr ? nullptr : p.bytes + whole, p.words == nullptr ? nullptr : p.words + whole, p.left + whole, nullptr});
}

HWY_INLINE Vector highest(const Columns& columns, Vector bits) {
    const Bytes tag;
    const Vector low = hn::And(bits, hn::Set(tag, 15)), high = hn::And(hn::BitCast(tag, hn::ShiftRight<4>(hn::BitCast(Words(), bits))), hn::Set(tag, 7));
    return hn::Max(hn::TableLookupBytes(table_of(columns.low_bits), low), hn::TableLookupBytes(table_of(columns.high_bits), high));
}

// The bits of the bands that totals reach.
template <class Tag>
HWY_INLINE hn::Vec<Tag> reached(const Settling& s, Tag tag, hn::Vec<Tag> totals) {
    using Lane = hn::TFromD<Tag>;
    auto bits = hn::Zero(tag);
    for (std::size_t star = 0; star < s.columns->bands.size(); ++star) {
        const std::int64_t least = s.columns->bands[star].least(s.sheets);
        if (least > static_cast<std::int64_t>(static_cast<Lane>(~Lane{0}))) continue;
        const auto low = hn::Set(tag, static_cast<Lane>(least));
        bits = hn::Or(bits, hn::IfThenElseZero(hn::Eq(hn::Max(totals, low), totals), hn::Set(tag, static_cast<Lane>(1U << star))));
    }
    return bits;
}

HWY_INLINE Vector reached_at(const Settling& s, std::size_t card) {
    if (s.bytes != nullptr) return reached(s, Bytes(), hn::LoadU(Bytes(), s.bytes + card));
    Wide even, odd;
    hn::LoadInterleaved2(Words(), s.words + card, even, odd);
    return joined(reached(s, Words(), even), reached(s, Words(), odd));
}

// Of bits with all below the highest set: the highest alone.
HWY_INLINE Vector top(Vector bits) {
    const Vector below = hn::BitCast(Bytes(), hn::And(hn::ShiftRight<1>(hn::BitCast(Words(), bits)), hn::Set(Words(), 0x7F7F)));
    return hn::AndNot(below, bits);
}

void settle(const Settling& s) {
    const Bytes tag;
    const std::size_t lanes = hn::Lanes(tag), whole = s.count / lanes * lanes;
    for (std::size_t card = 0; card < whole; card += lanes) {
        const Vector bits = reached_at(s, card), left = hn::LoadU(tag, s.left + card);
        const Vector open = s.capped == nullptr ? bits : hn::And(bits, hn::LoadU(tag, s.capped + card));
        const Vector given = hn::And(s.next_star ? open : top(open), left);
        hn::StoreU(hn::IfThenElseZero(at_least(left, hn::Set(tag, all_known)), hn::Set(tag, 1)), tag, s.known + card);
        hn::StoreU(hn::BitCast(hn::RebindToSigned<Bytes>(), highest(*s.columns, given)), hn::RebindToSigned<Bytes>(), s.stars + card);
        if (s.band != nullptr) hn::StoreU(hn::BitCast(hn::RebindToSigned<Bytes>(), highest(*s.columns, bits)), hn::RebindToSigned<Bytes>(), s.band + card);
    }
    if (whole == s.count) return;
    plain_loops().settle({s.columns, s.sheets, s.count - whole, s.next_star, s.bytes == nullptr ? nullptr : s.bytes + whole, s.words == nullptr ? nullptr : s.words + whole, s.left + whole, s.capped == nullptr ? nullptr : s.capped + whole,
                          s.known + whole, s.stars + whole, s.band == nullptr ? nullptr : s.band + whole});
}

void look_up(const Table& table, const std::uint8_t* codes, std::size_t count, std::uint8_t* to) {
    const Bytes tag;
    const std::size_t lanes = hn::Lanes(tag), whole = count / lanes * lanes;
    const Vector values = table_of(table);
    for (std::size_t at = 0; at < whole; at += lanes) {
        const Vector marks = hn::LoadU(tag, codes + at);
        hn::StoreU(without_strays(hn::TableLookupBytes(values, marks), marks), tag, to + at);
    }
    plain_loops().look_up(table, codes + whole, count - whole, to + whole);
}

void take_away(std::uint8_t required, Stars leaves, const std::uint8_t* points, const std::uint8_t* binds, std::size_t count, Stars* left) {
    const Bytes tag;
    const std::size_t lanes = hn::Lanes(tag), whole = count / lanes * lanes;
    const Vector least = hn::Set(tag, required), missed = hn::Set(tag, leaves);
    for (std::size_t at = 0; at < whole; at += lanes) {
        const Vector answer = binds == nullptr ? hn::Set(tag, yes) : hn::LoadU(tag, binds + at), before = hn::LoadU(tag, left + at);
        const auto met = hn::Or(at_least(hn::LoadU(tag, points + at), least), hn::Eq(answer, hn::Zero(tag)));
        hn::StoreU(hn::IfThenZeroElse(hn::Eq(answer, hn::Set(tag, not_known)), hn::IfThenElse(met, before, hn::And(before, missed))), tag, left + at);
    }
    plain_loops().take_away(required, leaves, points + whole, binds == nullptr ? nullptr : binds + whole, count - whole, left + whole);
}

void enter(const std::uint8_t* applies, const std::uint8_t* codes, std::uint8_t end, std::uint8_t instead, std::size_t count, std::uint8_t* entries) {
    const Bytes tag;
    const std::size_t lanes = hn::Lanes(tag), whole = count / lanes * lanes;
    for (std::size_t at = 0; at < whole; at += lanes) {
        const Vector answer = hn::LoadU(tag, applies + at);
        const Vector otherwise = hn::IfThenElseZero(hn::Eq(answer, hn::Zero(tag)), hn::Set(tag, instead));
        const Vector marks = hn::LoadU(tag, codes + at), entered = hn::IfThenElse(hn::Eq(answer, hn::Set(tag, yes)), marks, otherwise);
        hn::StoreU(hn::IfThenZeroElse(at_least(marks, hn::Set(tag, end)), entered), tag, entries + at);
    }
    plain_loops().enter(applies + whole, codes + whole, end, instead, count - whole, entries + whole);
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace ocop::batch
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ocop::batch {

HWY_EXPORT(pass);
HWY_EXPORT(settle);
HWY_EXPORT(look_up);
HWY_EXPORT(take_away);
HWY_EXPORT(enter);

const Loops& loops_in_registers() {
    static const Loops loops{HWY_DYNAMIC_DISPATCH(pass), HWY_DYNAMIC_DISPATCH(settle), HWY_DYNAMIC_DISPATCH(look_up), HWY_DYNAMIC_DISPATCH(take_away), HWY_DYNAMIC_DISPATCH(enter)};
    return loops;
}

}  // namespace ocop::batch
#endif
