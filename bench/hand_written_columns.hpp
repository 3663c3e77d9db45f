// The same stars by hand for many cards at once: columns of bytes, as many cards side by side as a register has lanes.
// Only stars come out. This is close to what memory can deliver.
#pragma once

#include <cstddef>
#include <cstdint>

#include "hand_written.hpp"

namespace hand_written {

// columns[criterion * sheets + sheet][card] is an option index.
struct Columns {
    const std::uint8_t* const* columns = nullptr;
    std::size_t sheets = 1;
    std::size_t cards = 0;
};

// A council has at most so many members: its points of one criterion are summed in a byte.
inline constexpr std::size_t most_sheets = 51;

// One star a card into `out`. Fewer cards than a few registers hold are rated one by one.
void stars(const Form& form, const Columns& columns, std::uint8_t* out);

// What memory delivers: all bytes read once and added up, eight at a time.
std::uint64_t read_all(const std::uint8_t* bytes, std::size_t size);

// The instructions chosen for this processor: "AVX3", …
const char* instructions();

}  // namespace hand_written
