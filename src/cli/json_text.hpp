// The little JSON that the command writes itself: lists of rule sets and of diagnostics.
#pragma once

#include <string>
#include <string_view>

#include <ocop/diagnostic.hpp>

namespace ocop::cli {

std::string json_string(std::string_view text);  // in quotes; null for an empty text
std::string json_text(const Text& text);         // {"vi": …, "en": …}; null for none
std::string json_diagnostic(const Diagnostic& diagnostic);
const char* severity_name(Diagnostic::Severity severity);

}  // namespace ocop::cli
