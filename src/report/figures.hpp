// The pictures of an HTML report as inline SVG. Each has its title; what it shows stands beside it in text as well.
#pragma once

#include <string>

#include "report/document.hpp"

namespace ocop::report {

// "★★★★☆" as drawn stars.
std::string star_picture(const Lead::Stars& stars);
// A bar of so many of 100.
std::string bar_picture(const Number& share, const std::string& text);
// A bar of parts that follow each other, and the field of colour that stands for a kind of them.
std::string stack_picture(const Stacks& stacks, const Stacks::Bar& bar);
std::string legend_picture(const Stacks& stacks, std::size_t kind);
// The bands side by side as long as they are wide, the value on them, the way to the next.
std::string scale_picture(const Scale& scale, const std::string& id);

}  // namespace ocop::report
