// A header of CSV against the rule sets that may be meant: a column that none of them knows is a slip, told before anything is rated.
#pragma once

#include <string>

#include "card/read_csv.hpp"
#include "portfolio/rules.hpp"

namespace ocop::portfolio {

// `first`: the rule set of the first scorecard, whose names are suggested. Rows may be of several rule sets; a column is for those
// that have its criterion or fact.
void check_columns(const card::CsvHeader& header, const std::string& first, const Shelf& shelf, base::Report& report);

}  // namespace ocop::portfolio
