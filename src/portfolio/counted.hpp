// What one result line adds to the summary: agreed between the stream of a portfolio and its readers.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include <ocop/rating.hpp>

namespace ocop::portfolio {

// What one result line adds to the summary. Views live as long as the line is being counted.
struct Counted {
    int rule_set = -1;                 // index into the run's rule sets (portfolio::Rules); -1: it could not be told
    bool error = false;                // the card could not be read: nothing below counts
    Outcome outcome = Outcome::undecided;
    int stars = -1;                    // of a rated one; 0: rated without a star
    std::string_view maker;            // product.maker as the card has it (NFC); may be empty
    std::span<const int> blocked;      // minima (indices into Program::minima) that stand before one star more
    std::array<std::uint16_t, 17> findings{};  // by Finding::Kind
};

}  // namespace ocop::portfolio
