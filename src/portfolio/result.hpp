// Result lines, as NDJSON or as rows of CSV.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <ocop/portfolio.hpp>

namespace ocop::portfolio {

// One card that could not be read.
struct Unreadable {
    std::string id, rule_set;  // as far as they can be told
    Diagnostics why;
};

// A cell of such a row, in quotes where that is needed.
std::string csv_cell(std::string_view text);
// The two cells that say who may recognise the stars, with a comma between them.
std::string recognition_cells(const std::optional<Recognition>& recognition);
// The first row of CSV, with its line break.
const std::string& csv_header();

// Each with its line break.
std::string result_line(Format format, const Summary& summary);
std::string result_line(Format format, const Unreadable& card, Language language);

// "cards.csv:12:5: …; …", errors only, on one line.
std::string reason(const Diagnostics& why, Language language);

}  // namespace ocop::portfolio
