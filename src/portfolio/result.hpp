// Result lines, as NDJSON or as rows of CSV.
#pragma once

#include <string>

#include <ocop/portfolio.hpp>

namespace ocop::portfolio {

// One card that could not be read.
struct Unreadable {
    std::string id, rule_set;  // as far as they can be told
    Diagnostics why;
};

// The first row of CSV, with its line break.
const std::string& csv_header();

// Each with its line break.
std::string result_line(Format format, const Summary& summary);
std::string result_line(Format format, const Unreadable& card, Language language);

// "cards.csv:12:5: …; …", errors only, on one line.
std::string reason(const Diagnostics& why, Language language);

}  // namespace ocop::portfolio
