// Escapes what JSON wants escaped; all text here is UTF-8 already.
#include "cli/json_text.hpp"

#include <fmt/format.h>

namespace ocop::cli {

std::string json_string(std::string_view text) {
    if (text.empty()) return "null";
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += fmt::format("\\u{:04x}", static_cast<int>(c));
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string json_text(const Text& text) {
    if (text == Text{}) return "null";
    return fmt::format("{{\"vi\": {}, \"en\": {}}}", json_string(text.vi), json_string(text.en));
}

const char* severity_name(Diagnostic::Severity severity) {
    switch (severity) {
        case Diagnostic::Severity::error: return "error";
        case Diagnostic::Severity::warning: return "warning";
        case Diagnostic::Severity::note: return "note";
    }
    return "";
}

std::string json_diagnostic(const Diagnostic& diagnostic) {
    const auto number = [](int value) { return value > 0 ? std::to_string(value) : std::string("null"); };
    return fmt::format("{{\"severity\": \"{}\", \"code\": {}, \"file\": {}, \"line\": {}, \"column\": {}, \"message\": {}, \"help\": {}}}",
                       severity_name(diagnostic.severity), json_string(diagnostic.code), json_string(diagnostic.place.file),
                       number(diagnostic.place.line), number(diagnostic.place.column), json_text(diagnostic.message), json_text(diagnostic.help));
}

}  // namespace ocop::cli
