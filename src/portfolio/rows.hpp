// Wide CSV taken apart: the rows of one scorecard stand together, and cells in quotes may hold line breaks.
#pragma once

#include <string_view>

#include "card/read_csv.hpp"
#include "portfolio/feed.hpp"
#include "portfolio/piece.hpp"

namespace ocop::portfolio {

// Finds where rows end, as the reader of CSV sees them, in a text that comes in blocks.
class RowEnds {
public:
    explicit RowEnds(char separator) : separator_(separator) {}

    // The offset behind the line break of the row that is read on at `from`; npos where the text ends before, the row being
    // read on in the text that follows.
    std::size_t find(std::string_view text, std::size_t from);

private:
    enum class State { cell, plain, quoted, quote, carriage };

    std::size_t plain_end(std::string_view text, std::size_t from) const;
    State step(State state, char c) const;

    char separator_;
    State state_ = State::cell;
    bool begun_ = false;
};

// One row after the other, with its line break.
class RowReader {
public:
    struct Row {
        std::string_view text;   // stays until the next row is asked for; of one that is too large what it begins with
        int line = 0, row = 0;   // where it begins
        bool too_large = false;
        bool whole = true;       // false: the source ended before a line break
    };
    RowReader(Feed& feed, char separator, std::size_t most_bytes, int line, int row)
        : feed_(feed), ends_(separator), most_bytes_(most_bytes), line_(line), row_(row) {}

    std::optional<Row> next(bool may_wait);

private:
    Row taken(std::size_t length, bool whole);
    void skip();

    Feed& feed_;
    RowEnds ends_;
    std::size_t most_bytes_;
    int line_, row_;
    std::size_t searched_ = 0;
    bool skipping_ = false;
    std::string begin_;   // of a row that is too large
    int lines_before_ = 0;  // in what was skipped of it
};

// The header that the source begins with; nothing where it cannot be read.
std::optional<card::CsvHeader> read_header(Feed& feed, const std::string& name, base::Report& report);

class Rows final : public Cutter {
public:
    Rows(Feed& feed, const card::CsvHeader& header);
    std::optional<Piece> next(bool may_wait) override;

private:
    // The scorecard whose rows are coming in.
    struct Group {
        std::string id, text;
        std::string blank;  // blank rows after its last one, which count where another of its rows follows
        int line = 0, row = 0;
        bool too_large = false;
    };

    void add(const RowReader::Row& row, Piece& piece);
    void join(const RowReader::Row& row);
    void close(Piece& piece);

    Feed& feed_;
    char separator_;
    int id_column_;
    RowReader rows_;
    std::optional<Group> group_;
};

}  // namespace ocop::portfolio
