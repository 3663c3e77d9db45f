// Pieces of a result line, as the line itself has them.
#pragma once

#include <optional>
#include <string>

#include <ocop/rating.hpp>

namespace ocop::report {

std::string json_piece(const Finding& finding);
std::string json_piece(const std::optional<Recognition>& recognition);
std::string json_piece(const std::string& text);  // quoted

}  // namespace ocop::report
