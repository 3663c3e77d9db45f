// Numbers of any Arrow type as whole numbers of one unit, exactly.
#pragma once

#include <vector>

#include "api/arrow_column.hpp"

namespace ocop::arrow {

struct Numbers {
    std::vector<std::int64_t> values;  // in units of 10^-decimals; 0 for null
    int decimals = 0;
};
// Of a column of integers, decimals or floating point; nothing, and in which row, where one has no exact place in the column.
std::optional<Numbers> numbers_of(const Column& column, Faults& faults);

// Of a column of dates or instants: days since 1970-01-01.
std::optional<std::vector<std::int32_t>> days_of(const Column& column, Faults& faults);

}  // namespace ocop::arrow
