// What a user would otherwise write: the stars of 26-2026/food/fresh-produce by hand, without any explanation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace hand_written {

// At most so many criteria, and so many options of one.
inline constexpr std::size_t criteria = 39;
inline constexpr std::size_t most_options = 5;

// The form as tables, read once from the rule set so that both sides rate by the same numbers.
struct Form {
    std::size_t used = 0;                                                   // criteria in use
    std::array<std::array<std::uint8_t, most_options>, criteria> points{};  // by option
    std::array<std::array<std::uint8_t, 6>, criteria> minimum{};            // by star; 0: none
    std::array<std::uint8_t, 6> band{};                                     // lowest total, by star
};

// One card: an option index a criterion.
using Card = std::array<std::uint8_t, criteria>;

int stars(const Form& form, const Card& card);

}  // namespace hand_written
