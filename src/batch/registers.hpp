// The loops over whole columns. Twice: in registers, for whatever the processor has, and plainly; both give the same bytes.
#pragma once

#include "batch/columns.hpp"

namespace ocop::batch {

// Cards of one block: codes and what is known of each while the columns pass.
struct Passing {
    const Columns* columns = nullptr;
    std::size_t sheets = 1, count = 0;
    const std::uint8_t* const* entries = nullptr;  // [leaf * sheets + sheet], at the block's first card
    std::uint8_t* bytes = nullptr;                 // totals of single sheets that fit a byte; else null
    std::uint16_t* words = nullptr;                // totals of all sheets otherwise
    Stars* left = nullptr;                         // stars that minima leave; without bit 7: not known
    std::uint8_t* group = nullptr;                 // room for what some criteria of councils come to
};

// How a block ends.
struct Settling {
    const Columns* columns = nullptr;
    std::size_t sheets = 1, count = 0;
    bool next_star = true;
    const std::uint8_t* bytes = nullptr;  // totals, as they passed
    const std::uint16_t* words = nullptr;
    const Stars* left = nullptr;
    const Stars* capped = nullptr;  // stars that caps leave; null: all
    std::uint8_t* known = nullptr;  // 1 where the card is settled
    std::int8_t* stars = nullptr;
    std::int8_t* band = nullptr;    // null: not wanted
};

// All pointers have room for `count` rounded up to 64; what lies past `count` is nobody's.
struct Loops {
    // Adds up points, and takes away the stars whose unconditional minima are missed. Entries are bytes of the caller's: nothing past `count` of them is read.
    void (*pass)(const Passing& passing);
    void (*settle)(const Settling& settling);
    // to[i] = table[codes[i]], 0 for codes past the table.
    void (*look_up)(const Table& table, const std::uint8_t* codes, std::size_t count, std::uint8_t* to);
    // Where a minimum of `criterion` is missed and binds: binds[i] is an Answer (null: it always does).
    void (*take_away)(std::uint8_t required, Stars leaves, const std::uint8_t* points, const std::uint8_t* binds, std::size_t count, Stars* left);
    // entries[i] = codes[i] where applies[i] is yes and the code below `end`, `instead` where it is no, else 0.
    void (*enter)(const std::uint8_t* applies, const std::uint8_t* codes, std::uint8_t end, std::uint8_t instead, std::size_t count, std::uint8_t* entries);
};

const Loops& loops_in_registers();
const Loops& plain_loops();

}  // namespace ocop::batch
