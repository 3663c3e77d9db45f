// What the summary of a portfolio calls product groups, findings, shares and targets.
#pragma once

#include <cstdint>
#include <string>

#include <ocop/plan.hpp>

#include "report/words.hpp"

namespace ocop::report {

// "thực phẩm" for `food`; a group that is not known stands as it is.
Text group_title(const std::string& group);
// "Có điểm nhưng thiếu minh chứng bắt buộc": of findings in general, where the finding's own text is of one scorecard.
Text finding_title(Finding::Kind kind);
// "Thực phẩm: từ 4 sao trở lên"
std::string target_title(const portfolio::Target& target, const Words& words);

// "12.345", "12,345"
std::string grouped(std::uint64_t count, const Words& words);
// So many of 100, exact; 0 of nothing.
Number share_of(std::uint64_t part, std::uint64_t whole);
// "27.5", "50.0": half-up to one decimal
std::string tenths(const Number& number);
// "27,5%"
std::string percent(const Number& of_hundred, const Words& words);

}  // namespace ocop::report
