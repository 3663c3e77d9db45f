// The plan as tables of bytes, for forms whose columns can be looked up in registers: few options, few points, conditions over facts.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "batch/plan.hpp"

namespace ocop::batch {

// Stars as bits, the lowest star in bit 0; bit 7 says that all is known.
using Stars = std::uint8_t;
inline constexpr Stars all_known = 0x80, every_star = 0x7F;
using Table = std::array<std::uint8_t, 16>;

// A minimum that the tables cannot hold: of a council, or under a condition.
struct MinimumColumn {
    std::uint8_t required = 0;  // points
    Stars leaves = 0;           // the stars that are left where it is missed
    int when = program::none;
};

// One criterion by entries: numbers below 16 for what a mark can come to. 0: not known.
struct LeafColumn {
    alignas(16) Table points{};
    alignas(16) Table leaves{};          // stars that are left to a single sheet, and bit 7 where the entry exists
    std::vector<MinimumColumn> single;   // further minima of a single sheet
    std::vector<MinimumColumn> council;  // all minima of several sheets
    std::uint8_t best = 0;               // points
    std::uint8_t last = 0;               // entries from 1 to this one exist

    // Where codes are not the entries themselves: the criterion may not apply, has several cases, or many marks.
    bool entered = false;
    static constexpr std::uint8_t by_case = 0xFF;
    bool own_codes = false;                             // codes are entries where it applies
    alignas(16) Table first_codes{};                    // `of_code` of the first ones
    std::vector<std::uint8_t> of_code;                  // by code; `by_case` where the facts choose the case
    std::vector<std::vector<std::uint8_t>> in_case;     // by case, by code: entries of those
    std::vector<std::uint8_t> not_applicable;           // by case
};

struct Columns {
    std::vector<LeafColumn> leaves;
    bool single = false;               // cards of one sheet can be rated so
    bool council = false;              // and of several
    struct Band {
        std::int64_t low = 0;          // scaled
        bool open = false;
        std::int64_t least(std::size_t sheets) const { return low * static_cast<std::int64_t>(sheets) + (open ? 1 : 0); }  // that all sheets together need
    };
    std::vector<Band> bands;           // by star
    alignas(16) Table low_bits{}, high_bits{};  // the highest star among bits 0–3, and 4–6
    std::uint32_t most = 0;            // points, scaled, that one sheet can have

    Stars up_to(const program::Program& program, int star) const;  // the stars that a cap leaves
};

Columns columns_of(const Plan& plan);

}  // namespace ocop::batch
