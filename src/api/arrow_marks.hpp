// The marks of one criterion as the columns of numbers that Batch takes, one a sheet.
#pragma once

#include <vector>

#include "api/arrow_column.hpp"

namespace ocop::arrow {

// A criterion's column; lists have a mark a sheet.
struct Marks {
    std::size_t criterion = 0;
    Column column;
    Rows rows;                       // of lists
    std::optional<Column> elements;  // likewise

    bool by_sheets() const { return column.format.kind == Format::Kind::list; }
    // How many marks a row has; nothing where it has no list.
    std::optional<std::int64_t> sheets(std::int64_t row) const;
};

// False, and what is wrong, where the column is of no type that marks have.
bool read_marks(const Batch& batch, Faults& faults, Marks& marks);

// Bytes, or numbers of 64 bits; by sheet one after the other.
struct MarkBuffer {
    std::vector<std::uint8_t> bytes;
    std::vector<std::uint64_t> wide;
};
// Columns for `sheets` sheets: the record batch's own where they hold what Batch takes, else in `own`. Nothing, and where, for a mark that
// the criterion does not have.
std::optional<std::vector<batch::MarkColumn>> mark_columns(const Batch& batch, const Marks& marks, std::size_t sheets, Faults& faults, MarkBuffer& own);

}  // namespace ocop::arrow
