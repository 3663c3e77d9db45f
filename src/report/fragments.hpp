// Pieces of a result line, as the line itself has them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ocop/diagnostic.hpp>
#include <ocop/rating.hpp>
#include <ocop/rule_set.hpp>

namespace ocop::report {

std::string json_piece(const Finding& finding);
std::string json_piece(const std::optional<Recognition>& recognition);
std::string json_piece(const std::string& text);  // quoted
std::string json_piece(const Diagnostics& diagnostics);
std::string json_piece(const std::vector<Library::Entry>& listed);

}  // namespace ocop::report
