// Days as numbers, for columns of them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "base/value.hpp"

namespace ocop::base {

// Days since 1970-01-01, which may be before it.
inline std::int64_t days(const Date& date) {
    using namespace std::chrono;
    return sys_days(year(date.year) / month(static_cast<unsigned>(date.month)) / day(static_cast<unsigned>(date.day))).time_since_epoch().count();
}

// Nothing outside the years 1 to 9999.
inline std::optional<Date> date_of(std::int64_t days) {
    using namespace std::chrono;
    if (days < -719'162 || days > 2'932'896) return std::nullopt;
    const year_month_day found{sys_days{std::chrono::days{days}}};
    return Date{static_cast<int>(found.year()), static_cast<int>(static_cast<unsigned>(found.month())), static_cast<int>(static_cast<unsigned>(found.day()))};
}

}  // namespace ocop::base
