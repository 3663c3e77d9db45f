// What a user would otherwise write: the stars of 26-2026/food/fresh-produce by hand, without any explanation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace hand_written {

// At most so many criteria, and so many codes of marks: as ocop::Batch has them, so that both rate the same bytes. 0 and 1 are not used here.
inline constexpr std::size_t criteria = 39;
inline constexpr std::size_t codes = 7, first_option = 2;

// The form as tables, read once from the rule set so that both sides rate by the same numbers.
struct Form {
    std::string id;
    std::size_t used = 0;                                                   // criteria in use
    std::array<std::string, criteria> name{};                               // "1.1"
    std::array<std::uint8_t, criteria> part{};                              // 0: A
    std::array<std::uint8_t, criteria> options{};                           // how many
    std::array<std::array<std::uint8_t, codes>, criteria> points{};  // by code
    std::array<std::array<std::uint8_t, 6>, criteria> minimum{};            // by star; 0: none
    std::array<std::array<std::uint8_t, codes>, criteria> allows{};  // by code: the highest star whose minima it meets
    std::array<std::uint8_t, 6> band{};                                     // lowest total, by star
    std::size_t story = 0, telling = 0;                                     // how a story is told counts only where there is one
};

// One sheet: a code a criterion.
using Card = std::array<std::uint8_t, criteria>;

int stars(const Form& form, const Card& card);

// A council: the mean of its sheets, compared as a fraction.
int stars(const Form& form, const Card* sheets, std::size_t count);

}  // namespace hand_written
