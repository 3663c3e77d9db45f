// A register of cards a step: points looked up by a shuffle, summed, the star that minima allow kept as a minimum, bands at the end.
#include "hand_written_columns.hpp"

#include <algorithm>
#include <array>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "hand_written_columns.cpp"
#include <hwy/foreach_target.h>
#include <hwy/cache_control.h>
#include <hwy/highway.h>

#ifndef OCOP_BENCH_TABLES
#define OCOP_BENCH_TABLES
namespace hand_written {

// One criterion: what its options give, and the highest star that each allows.
struct Criterion {
    alignas(16) std::array<std::uint8_t, 16> points{};
    alignas(16) std::array<std::uint8_t, 16> allows{};
    std::array<std::uint8_t, 6> minimum{};  // by star; 0: none
    bool limits = false;                    // it carries a minimum
    bool full = false;                      // a byte holds no more than the points up to here: they go to the total
};

struct Tables {
    std::array<Criterion, criteria> each{};
    std::array<std::uint8_t, 6> band{};
    alignas(16) std::array<std::uint8_t, 16> telling_points{};
    std::size_t used = 0, story = 0, telling = 0;
};

// Memory delivers most where a handful of columns are read side by side in long runs: 32 columns a few hundred bytes at a time
// come at a third of its speed. So cards come in blocks, a few columns pass at once, and what they add up to is kept meanwhile.
inline constexpr std::size_t block = 65536;
inline constexpr std::size_t at_once = 8;     // columns, of single sheets; of a council it is the sheets of one criterion
inline constexpr std::size_t registers = 4;

}  // namespace hand_written
#endif

HWY_BEFORE_NAMESPACE();
namespace hand_written {
namespace HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR  // a processor without shuffles: cards are rated one by one

std::size_t steps(const Tables&, const Columns&, std::uint8_t*) { return 0; }

std::uint64_t add_up(const std::uint8_t* bytes, std::size_t size) {
    std::uint64_t sum = 0;
    for (std::size_t at = 0; at < size; ++at) sum += bytes[at];
    return sum;
}

#else

namespace hn = hwy::HWY_NAMESPACE;
using Bytes = hn::ScalableTag<std::uint8_t>;
using Words = hn::RepartitionToWide<Bytes>;
using Vector = hn::Vec<Bytes>;
using Wide = hn::Vec<Words>;


HWY_INLINE Vector look_up(const std::array<std::uint8_t, 16>& table, Vector marks) {
    return hn::TableLookupBytes(hn::LoadDup128(Bytes(), table.data()), marks);
}

// 1 and one more for every band that the total reaches.
template <class Tag>
HWY_INLINE hn::Vec<Tag> band(Tag tag, const Tables& tables, hn::Vec<Tag> total, std::size_t sheets) {
    auto star = hn::Set(tag, 1);
    for (std::size_t s = 2; s <= 5; ++s) {
        const auto low = hn::Set(tag, static_cast<hn::TFromD<Tag>>(tables.band[s] * sheets));
        star = hn::Add(star, hn::IfThenElseZero(hn::Eq(hn::Max(total, low), total), hn::Set(tag, 1)));
    }
    return star;
}

// What is known of the cards of a block while the columns pass.
struct Kept {
    alignas(64) std::array<std::uint8_t, block> total, allowed;
    alignas(64) std::array<std::uint16_t, block> words;  // totals of a council outgrow a byte: a register of even cards, one of odd
};

// The criterion that counts only where there is a story; of one sheet.
HWY_INLINE Vector telling(const Tables& tables, const Columns& from, std::size_t sheet, std::size_t card) {
    const Bytes tag;
    const Vector points = look_up(tables.telling_points, hn::LoadU(tag, from.columns[tables.telling * from.sheets + sheet] + card));
    const Vector story = look_up(tables.each[tables.story].points, hn::LoadU(tag, from.columns[tables.story * from.sheets + sheet] + card));
    return hn::IfThenZeroElse(hn::Eq(story, hn::Zero(tag)), points);
}

// Criteria [first, end) of single sheets.
HWY_INLINE void columns(const Tables& tables, const Columns& from, std::size_t first, std::size_t end, std::size_t card, std::size_t size, Kept& kept) {
    const Bytes tag;
    const std::size_t lanes = hn::Lanes(tag);
    for (std::size_t at = 0; at < size; at += registers * lanes) {
        Vector total[registers], allowed[registers];
        for (std::size_t r = 0; r < registers; ++r) total[r] = hn::Load(tag, kept.total.data() + at + r * lanes);
        for (std::size_t r = 0; r < registers; ++r) allowed[r] = hn::Load(tag, kept.allowed.data() + at + r * lanes);
        for (std::size_t i = first; i < end; ++i) {
            const std::uint8_t* column = from.columns[i] + card + at;
            const Vector points = hn::LoadDup128(tag, tables.each[i].points.data()), allows = hn::LoadDup128(tag, tables.each[i].allows.data());
            for (std::size_t r = 0; r < registers; ++r) {
                const Vector marks = hn::LoadU(tag, column + r * lanes);
                total[r] = hn::Add(total[r], hn::TableLookupBytes(points, marks));
                allowed[r] = hn::Min(allowed[r], hn::TableLookupBytes(allows, marks));
            }
        }
        for (std::size_t r = 0; r < registers; ++r) hn::Store(total[r], tag, kept.total.data() + at + r * lanes);
        for (std::size_t r = 0; r < registers; ++r) hn::Store(allowed[r], tag, kept.allowed.data() + at + r * lanes);
    }
}

HWY_INLINE void single_sheets(const Tables& tables, const Columns& from, std::size_t card, std::size_t size, std::uint8_t* out, Kept& kept) {
    const Bytes tag;
    for (std::size_t first = 0; first < tables.used; first += at_once) columns(tables, from, first, std::min(first + at_once, tables.used), card, size, kept);
    for (std::size_t at = 0; at < size; at += hn::Lanes(tag)) {
        const Vector total = hn::Add(hn::Load(tag, kept.total.data() + at), telling(tables, from, 0, card + at));
        hn::StoreU(hn::Min(hn::Load(tag, kept.allowed.data() + at), band(tag, tables, total, 1)), tag, out + card + at);
    }
}

HWY_INLINE Vector allowed_by(const Criterion& criterion, Vector points, std::size_t sheets, Vector allowed) {
    const Bytes tag;
    for (std::size_t star = 3; star <= 5; ++star) {
        if (criterion.minimum[star] == 0) continue;
        const Vector least = hn::Set(tag, static_cast<std::uint8_t>(criterion.minimum[star] * sheets));
        const auto met = hn::Eq(hn::Max(points, least), points);
        allowed = hn::Min(allowed, hn::IfThenElse(met, hn::Set(tag, 5), hn::Set(tag, static_cast<std::uint8_t>(star - 1))));
    }
    return allowed;
}

// Bytes added up so far go to the words.
HWY_INLINE void carry(Kept& kept, std::size_t at, Vector total) {
    const Words words;
    const Wide bytes = hn::BitCast(words, total);
    std::uint16_t* even = kept.words.data() + at;
    std::uint16_t* odd = even + hn::Lanes(words);
    hn::Store(hn::Add(hn::Load(words, even), hn::And(bytes, hn::Set(words, 0xFF))), words, even);
    hn::Store(hn::Add(hn::Load(words, odd), hn::ShiftRight<8>(bytes)), words, odd);
}

// One criterion on the sheets of councils; `points` gives those of one sheet.
template <class Points>
HWY_INLINE void criterion(const Criterion& criterion, std::size_t sheets, std::size_t size, Kept& kept, Points points) {
    const Bytes tag;
    for (std::size_t at = 0; at < size; at += hn::Lanes(tag)) {
        Vector sum = points(0, at);
        for (std::size_t s = 1; s < sheets; ++s) sum = hn::Add(sum, points(s, at));
        if (criterion.limits) hn::Store(allowed_by(criterion, sum, sheets, hn::Load(tag, kept.allowed.data() + at)), tag, kept.allowed.data() + at);
        const Vector total = hn::Add(hn::Load(tag, kept.total.data() + at), sum);
        if (criterion.full) carry(kept, at, total);
        hn::Store(criterion.full ? hn::Zero(tag) : total, tag, kept.total.data() + at);
    }
}

HWY_INLINE void councils(const Tables& tables, const Columns& from, std::size_t card, std::size_t size, std::uint8_t* out, Kept& kept) {
    const Bytes tag;
    const Words words;
    for (std::size_t i = 0; i < tables.used; ++i) {
        const std::uint8_t* const* columns = from.columns + i * from.sheets;
        const Vector table = hn::LoadDup128(tag, tables.each[i].points.data());
        const auto plain = [&](std::size_t s, std::size_t at) { return hn::TableLookupBytes(table, hn::LoadU(tag, columns[s] + card + at)); };
        const auto told = [&](std::size_t s, std::size_t at) { return telling(tables, from, s, card + at); };
        i == tables.telling ? criterion(tables.each[i], from.sheets, size, kept, told) : criterion(tables.each[i], from.sheets, size, kept, plain);
    }
    for (std::size_t at = 0; at < size; at += hn::Lanes(tag)) {
        const Wide even = hn::Load(words, kept.words.data() + at), odd = hn::Load(words, kept.words.data() + at + hn::Lanes(words));
        const Wide star = hn::Or(band(words, tables, even, from.sheets), hn::ShiftLeft<8>(band(words, tables, odd, from.sheets)));
        hn::StoreU(hn::Min(hn::Load(tag, kept.allowed.data() + at), hn::BitCast(tag, star)), tag, out + card + at);
    }
}

void one_block(const Tables& tables, const Columns& from, std::size_t card, std::size_t size, std::uint8_t* out) {
    static thread_local Kept kept;
    std::fill_n(kept.total.begin(), size, std::uint8_t{0});
    std::fill_n(kept.allowed.begin(), size, std::uint8_t{5});
    if (from.sheets > 1) std::fill_n(kept.words.begin(), size, std::uint16_t{0});
    from.sheets == 1 ? single_sheets(tables, from, card, size, out, kept) : councils(tables, from, card, size, out, kept);
}

// How many cards were rated: all, or none where they do not fill the registers once.
std::size_t steps(const Tables& tables, const Columns& from, std::uint8_t* out) {
    const std::size_t step = registers * hn::Lanes(Bytes()), whole = from.cards / step * step;
    if (whole == 0) return 0;
    for (std::size_t card = 0; card < whole; card += block) one_block(tables, from, card, std::min(block, whole - card), out);
    if (whole < from.cards) one_block(tables, from, from.cards - step, step, out);  // some of them once more
    return from.cards;
}

std::uint64_t add_up(const std::uint8_t* bytes, std::size_t size) {
    const hn::ScalableTag<std::uint64_t> tag;
    const std::size_t lanes = hn::Lanes(Bytes());
    hn::Vec<decltype(tag)> sum[registers];
    for (std::size_t r = 0; r < registers; ++r) sum[r] = hn::Zero(tag);
    for (std::size_t at = 0; at + registers * lanes <= size; at += registers * lanes)
        for (std::size_t r = 0; r < registers; ++r) sum[r] = hn::Add(sum[r], hn::BitCast(tag, hn::LoadU(Bytes(), bytes + at + r * lanes)));
    for (std::size_t r = 1; r < registers; ++r) sum[0] = hn::Add(sum[0], sum[r]);
    return hn::GetLane(hn::SumOfLanes(tag, sum[0]));
}

#endif

const char* name() { return hwy::TargetName(HWY_TARGET); }

}  // namespace HWY_NAMESPACE
}  // namespace hand_written
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace hand_written {

HWY_EXPORT(steps);
HWY_EXPORT(add_up);
HWY_EXPORT(name);

namespace {

Criterion criterion(const Form& form, std::size_t i) {
    Criterion made;
    made.minimum = form.minimum[i];
    std::copy(form.points[i].begin(), form.points[i].end(), made.points.begin());
    std::copy(form.allows[i].begin(), form.allows[i].end(), made.allows.begin());
    made.limits = *std::max_element(made.minimum.begin(), made.minimum.end()) > 0;
    return made;
}

Tables tables(const Form& form, std::size_t sheets) {
    Tables made;
    made.band = form.band;
    made.used = form.used;
    made.story = form.story;
    made.telling = form.telling;
    std::size_t held = 0;
    for (std::size_t i = 0; i < form.used; ++i) {
        made.each[i] = criterion(form, i);
        const auto most = [&](std::size_t k) { return k < form.used ? *std::max_element(form.points[k].begin(), form.points[k].end()) * sheets : 256; };
        held += most(i);
        made.each[i].full = sheets > 1 && held + most(i + 1) > 255;
        if (made.each[i].full) held = 0;
    }
    made.telling_points = made.each[form.telling].points;
    if (sheets == 1) made.each[form.telling].points.fill(0);  // told for itself at the end
    return made;
}

std::uint8_t one(const Form& form, const Columns& from, std::size_t card) {
    std::array<Card, most_sheets> sheets{};
    for (std::size_t i = 0; i < form.used; ++i)
        for (std::size_t s = 0; s < from.sheets; ++s) sheets[s][i] = from.columns[i * from.sheets + s][card];
    return static_cast<std::uint8_t>(stars(form, sheets.data(), from.sheets));
}

}  // namespace

void stars(const Form& form, const Columns& columns, std::uint8_t* out) {
    for (std::size_t card = HWY_DYNAMIC_DISPATCH(steps)(tables(form, columns.sheets), columns, out); card < columns.cards; ++card)
        out[card] = one(form, columns, card);
}

std::uint64_t read_all(const std::uint8_t* bytes, std::size_t size) { return HWY_DYNAMIC_DISPATCH(add_up)(bytes, size); }

const char* instructions() { return HWY_DYNAMIC_DISPATCH(name)(); }

}  // namespace hand_written
#endif
