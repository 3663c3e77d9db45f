// Wide CSV as spreadsheets write it: one row a sheet, a column a criterion, rows of one scorecard together.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "card/written.hpp"

namespace ocop::card {

struct CsvCell {
    std::string text;
    base::Span span;
};

struct CsvHeader {
    base::SourcePtr source;
    char separator = ',';
    std::vector<CsvCell> columns;  // names in NFC, each once; of a column without a name the empty text
    std::size_t end = 0;           // where the rows begin

    int column(std::string_view name) const;  // -1: there is none
};

// Separator `,`, `;` or tab, as the first row shows; quotes, line breaks in quotes, BOM and CRLF are met.
std::vector<Written> read_csv(const base::SourcePtr& source, base::Report& report);

// The separator that the first line of a text shows.
char csv_separator(std::string_view text);

// The same in pieces. The header that a text begins with; nothing where it cannot be read or a column stands twice.
std::optional<CsvHeader> read_csv_header(const base::SourcePtr& source, base::Report& report);
// Rows under a header. `first_row`: the number of the first of them, where the header is 1.
std::vector<Written> read_csv_rows(const CsvHeader& header, const base::SourcePtr& rows, int first_row, base::Report& report);

// The text of one cell of a row; empty where the row is shorter.
std::string csv_cell(std::string_view row, char separator, int column);
// Without a text in any cell: such a row says nothing.
bool is_blank_row(std::string_view row, char separator);

}  // namespace ocop::card
