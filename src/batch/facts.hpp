// Fact columns by the slots of a rule set, and the values in them.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include <ocop/batch.hpp>

#include "batch/codes.hpp"
#include "batch/conditions.hpp"

namespace ocop::batch {

// Views of the caller's columns; no column, no pointer.
class Facts {
public:
    // Throws std::invalid_argument: an unknown name, a kind that the fact does not have, a buffer that is missing.
    Facts(const program::Program& program, std::span<const FactColumn> columns);

    const FactColumn* column(int slot) const { return by_slot_[static_cast<std::size_t>(slot)]; }
    // What the card states; not known where it does not. Lists and long texts are made anew.
    base::Value value(int slot, std::size_t card) const;

private:
    std::vector<const FactColumn*> by_slot_;
};

bool stated(const FactColumn& column, std::size_t card);
base::Value value_of(const FactColumn& column, std::size_t card);

// The mark of one card in a column of marks.
inline Code code_at(const Cards& cards, const LeafCodes& codes, std::size_t column, std::size_t card) {
    return codes.narrow() ? static_cast<const std::uint8_t*>(cards.marks[column])[card] : static_cast<const std::uint64_t*>(cards.marks[column])[card];
}

// A column of answers, or the one answer that all cards of the block have.
struct Answers {
    const std::uint8_t* column = nullptr;
    Answer all = no;  // where there is no column

    std::uint8_t at(std::size_t card) const { return column == nullptr ? static_cast<std::uint8_t>(all) : column[card]; }
};

// The whole numbers inside a step's bounds, in units of 10^-decimals, or days; low above high: none.
struct Bounds {
    std::int64_t low = std::numeric_limits<std::int64_t>::min(), high = std::numeric_limits<std::int64_t>::max();
};
Bounds bounds_of(const Step& step, int decimals);

// What one fact answers to one step, for `count` cards from `first` on; written to `out` unless all answer alike. `otherwise`: the value of
// a card that states nothing.
Answers answers_to(const Step& step, const FactColumn* column, const base::Value& otherwise, std::size_t first, std::size_t count, std::uint8_t* out);
Answer answer_to(const Step& step, const base::Value& value);

}  // namespace ocop::batch
