// Whether a record's own numbers are right: worked out from the record alone, one statement a step of the calculation.
#pragma once

#include "record/calculation.hpp"

namespace ocop::record {

// All of it; the record has the shape of the trail's schema and no redacted places but those of personal fields.
Statements check_numbers(const Json& record);

// The steps. Each is one statement.
Statement check_marks(const Calculation& c);
Statement check_sheets(const Calculation& c);
Statement check_combination(const Calculation& c);
Statement check_parts(const Calculation& c);
Statement check_rounding(const Calculation& c);
Statement check_gates(const Calculation& c);
Statement check_stop(const Calculation& c);
Statement check_outcome(const Calculation& c);
Statement check_band(const Calculation& c);
Statement check_ceiling(const Calculation& c);
Statement check_minima(const Calculation& c);
Statement check_stars(const Calculation& c);
Statement check_blocked_by(const Calculation& c);
Statement check_next_band(const Calculation& c);
Statement check_range(const Calculation& c);
Statement check_readings(const Calculation& c);
Statement check_recognition(const Calculation& c);
Statement check_agreement(const Calculation& c);
// What stands in the record twice is the same in both places.
Statement check_copies(const Json& record);

}  // namespace ocop::record
