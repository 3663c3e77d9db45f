// Some scorecards that follow each other in the source: what one thread rates in one go.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ocop::portfolio {

struct CardText {
    std::size_t begin = 0, end = 0;  // in Piece::text
    int line = 0;                    // of the source, where it begins
    int row = 0;                     // of CSV; the header is 1
    bool too_large = false;          // past the limit; its text is not kept
    std::string id;                  // of CSV
};

struct Piece {
    std::string text;
    std::vector<CardText> cards;
    std::vector<std::string> earlier;  // results of the first so many cards, from an earlier run
    std::uint64_t end = 0;             // bytes of the source up to here

    // Large enough that handing it over costs nothing, small enough that its results are small too: a short line that cannot be
    // read gives a long one.
    bool full() const { return text.size() >= 128U << 10U || cards.size() >= 512; }
};

// Takes a source apart.
class Cutter {
public:
    virtual ~Cutter() = default;
    // The next piece; nothing at the end, where the source failed, or, without `may_wait`, where it has no more at the moment.
    virtual std::optional<Piece> next(bool may_wait) = 0;
};

}  // namespace ocop::portfolio
