// What is wrong with a record batch, named by column and row.
#pragma once

#include <string>
#include <string_view>

#include <ocop/diagnostic.hpp>

namespace ocop::arrow {

// A text from outside as messages show it: cut where it is long, or where it stops being UTF-8.
std::string shown(std::string_view text);

// Faults of one column, or of the batch as a whole where it has no name. Every call tells and gives false, so that `return faults.…` refuses.
class Faults {
public:
    Faults(Diagnostics& to, std::string_view column) : to_(to), column_(column) {}

    bool batch(const char* code, const std::string& vi, const std::string& en, Text help = {});
    bool column(const char* code, const std::string& vi, const std::string& en, Text help = {});
    // Rows count from 0, as in Arrow.
    bool row(const char* code, std::int64_t row, const std::string& vi, const std::string& en, Text help = {});
    void warn(const char* code, const std::string& vi, const std::string& en);

    std::string_view name() const { return column_; }

private:
    void tell(Diagnostic::Severity severity, const char* code, Text message, Text help);

    Diagnostics& to_;
    std::string column_;
};

}  // namespace ocop::arrow
