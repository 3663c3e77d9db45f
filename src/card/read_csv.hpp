// Wide CSV as spreadsheets write it: one row a sheet, a column a criterion, rows of one scorecard together.
#pragma once

#include <vector>

#include "card/written.hpp"

namespace ocop::card {

// Separator `,`, `;` or tab, as the first row shows; quotes, line breaks in quotes, BOM and CRLF are met.
std::vector<Written> read_csv(const base::SourcePtr& source, base::Report& report);

}  // namespace ocop::card
