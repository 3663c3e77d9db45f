// Where a stage puts what is wrong and goes on.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <ocop/diagnostic.hpp>

#include "base/source.hpp"

namespace ocop::base {

// Collects diagnostics of one load. Not thread-safe; one a load.
class Report {
public:
    using Severity = Diagnostic::Severity;

    void error(std::string_view code, Place place, Text message, Text help = {});
    void warning(std::string_view code, Place place, Text message, Text help = {});
    void note(std::string_view code, Place place, Text message, Text help = {});
    // English only: for those who write rule sets.
    void error(std::string_view code, Place place, std::string message, std::string help = {}) {
        error(code, std::move(place), Text{{}, std::move(message)}, Text{{}, std::move(help)});
    }

    bool has_errors() const { return errors_ > 0; }
    std::size_t errors() const { return errors_; }
    const Diagnostics& all() const { return all_; }
    // Sorted by file, line and column, each once; leaves this report empty.
    Diagnostics take();

private:
    void add(Diagnostic::Severity severity, std::string_view code, Place place, Text message, Text help);

    Diagnostics all_;
    std::size_t errors_ = 0;
};

// "did you mean `x`?" if one of the candidates is near; else empty.
std::string did_you_mean(std::string_view name, std::span<const std::string> candidates);
// "`a`, `b` or `c`"
std::string one_of(std::span<const std::string> names, Language language = Language::en);
// The near name in both languages, or else all the names; empty where there are none.
Text suggest(std::string_view name, std::span<const std::string> candidates);

}  // namespace ocop::base
