// The pictures of an HTML report as inline SVG. Each has its title; what it shows stands beside it in text as well.
#pragma once

#include <string>

#include "report/document.hpp"

namespace ocop::report {

// "★★★★☆" as drawn stars.
std::string star_picture(const Lead::Stars& stars);
// A bar of so many of 100.
std::string bar_picture(const Number& share, const std::string& text);
// The bands side by side as long as they are wide, the value on them, the way to the next.
std::string scale_picture(const Scale& scale, const std::string& id);

}  // namespace ocop::report
