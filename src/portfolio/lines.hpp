// NDJSON taken apart: a card a line.
#pragma once

#include <string_view>

#include "portfolio/feed.hpp"
#include "portfolio/piece.hpp"

namespace ocop::portfolio {

// One line after the other, without its line break.
class LineReader {
public:
    struct Line {
        std::string_view text;   // stays until the next line is asked for
        bool too_large = false;  // its text is not kept
        bool whole = true;       // false: the source ended before a line break
    };
    LineReader(Feed& feed, std::size_t most_bytes) : feed_(feed), most_bytes_(most_bytes) {}

    std::optional<Line> next(bool may_wait);

private:
    std::optional<Line> last();
    Line taken(std::size_t length, std::size_t with_break);

    Feed& feed_;
    std::size_t most_bytes_;
    std::size_t searched_ = 0;  // of the feed's text: no line break up to there
    bool skipping_ = false;     // inside a line that is too large
};

class Lines final : public Cutter {
public:
    explicit Lines(Feed& feed);
    std::optional<Piece> next(bool may_wait) override;

private:
    void add(LineReader::Line line, Piece& piece);

    Feed& feed_;
    LineReader lines_;
    int line_ = 0;
};

}  // namespace ocop::portfolio
