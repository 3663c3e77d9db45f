// Faults of a record batch as diagnostics. They have no place in a text: column and row stand in the message.
#include "api/arrow_faults.hpp"

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ocop::arrow {

std::string shown(std::string_view text) {
    constexpr std::size_t most = 80;
    const std::string_view start = text.substr(0, most);
    const std::size_t end = base::invalid_utf8(start).value_or(start.size());
    std::string out(start.substr(0, end));
    return end < text.size() ? out + "…" : out;
}

void Faults::tell(Diagnostic::Severity severity, const char* code, Text message, Text help) {
    if (to_.size() == base::limits::errors_reported) return;
    to_.push_back({severity, code, {}, std::move(message), std::move(help)});
}

bool Faults::batch(const char* code, const std::string& vi, const std::string& en, Text help) {
    tell(Diagnostic::Severity::error, code, {vi, en}, std::move(help));
    return false;
}

bool Faults::column(const char* code, const std::string& vi, const std::string& en, Text help) {
    const std::string name = shown(column_);
    tell(Diagnostic::Severity::error, code, {fmt::format("cột `{}`: {}", name, vi), fmt::format("column `{}`: {}", name, en)}, std::move(help));
    return false;
}

bool Faults::row(const char* code, std::int64_t row, const std::string& vi, const std::string& en, Text help) {
    const std::string name = shown(column_);
    tell(Diagnostic::Severity::error, code, {fmt::format("cột `{}`, dòng {}: {}", name, row, vi), fmt::format("column `{}`, row {}: {}", name, row, en)}, std::move(help));
    return false;
}

void Faults::warn(const char* code, const std::string& vi, const std::string& en) { tell(Diagnostic::Severity::warning, code, {vi, en}, {}); }

}  // namespace ocop::arrow
