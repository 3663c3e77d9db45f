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

// What may be read behind the last card of a piece, so that bytes can be looked at eight at a time.
inline constexpr std::size_t line_padding = 64;

struct Piece {
    std::string text;                  // a line break or a zero stands behind every card (or is its last byte), and line_padding bytes behind the last
    std::vector<CardText> cards;
    std::vector<std::string> earlier;  // results of the first so many cards, from an earlier run
    std::uint64_t end = 0;             // bytes of the source up to here

    // Large enough that handing it over costs nothing, small enough that its results are small too: a short line that cannot be
    // read gives a long one.
    static constexpr std::size_t most_bytes = 128U << 10U;
    bool full() const { return text.size() >= most_bytes || cards.size() >= 512; }
};

// Takes a source apart.
class Cutter {
public:
    virtual ~Cutter() = default;
    // The next piece; nothing at the end, where the source failed, or, without `may_wait`, where it has no more at the moment.
    virtual std::optional<Piece> next(bool may_wait) = 0;
};

}  // namespace ocop::portfolio
