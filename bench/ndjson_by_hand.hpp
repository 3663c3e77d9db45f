// What a user would otherwise write to rate a portfolio: scorecards of 26-2026/food/fresh-produce read from NDJSON by simdjson,
// one result line each. Keys are found by name, in any order; nothing is explained.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "hand_written.hpp"

namespace hand_written {

// How many bytes beyond the end of its text the reader may touch.
inline constexpr std::size_t padding = 64;

// How much of a result line is written.
enum class Lines {
    lean,   // {"scorecard":…,"rule_set":…,"outcome":…,"stars":…,"band":…,"total":…,"parts":{…}}
    whole,  // and what ocop says of a card that leaves nothing to find: "blocked_by":[…],"recognition":…,"findings":[]
};

class NdjsonReader {
public:
    explicit NdjsonReader(const Form& form, Lines lines = Lines::lean);
    ~NdjsonReader();

    // Appends a result line for every line of `text[0, size)`; behind it `padding` bytes must be readable.
    // A card that is not rated has nothing behind its total; a line that cannot be read has the outcome "error".
    void rate(const char* text, std::size_t size, std::string& out);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hand_written
