// Bytes that are refused before YAML is read in them. yaml-cpp replaces bad UTF-8 without a word, takes 0x04 for the
// end of the file, and keeps all tokens of one `[...]` in memory; so none of that reaches it.
#include "yaml/bytes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ocop::yaml {
namespace {

namespace limits = base::limits;

base::Span byte_at(std::size_t offset) {
    return {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset + 1)};
}

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// The line up to its bad byte, which no terminal and no JSON can show; what follows it may be bad as well.
Place place_of_bad_byte(const base::Source& source, std::size_t offset) {
    Place place = source.place(byte_at(offset));
    const std::size_t start = offset == 0 ? 0 : source.text().rfind('\n', offset - 1) + 1;
    place.line_text = std::string(source.text().substr(start, offset - start)) + std::string(replacement);
    place.length = 1;
    return place;
}

// The line with its control characters made visible: they could move a terminal's cursor.
Place place_of_control(const base::Source& source, std::size_t offset) {
    Place place = source.place(byte_at(offset));
    std::string shown;
    for (const char c : place.line_text)
        if (const auto byte = static_cast<unsigned char>(c); byte == 0x7F || (byte < 0x20 && byte != '\t'))
            shown += replacement;
        else
            shown += c;
    place.line_text = std::move(shown);
    return place;
}

bool small_enough(const base::Source& source, base::Report& report) {
    if (source.text().size() <= limits::file_bytes) return true;
    report.error(
        "too-large", Place{source.name(), 0, 0, 0, {}},
        fmt::format("the file has {} bytes, more than the {} allowed", source.text().size(), limits::file_bytes));
    return false;
}

bool is_utf8(const base::Source& source, base::Report& report) {
    const auto bad = base::invalid_utf8(source.text());
    if (!bad) return true;
    const auto byte = static_cast<unsigned char>(source.text()[*bad]);
    report.error("bad-utf8", place_of_bad_byte(source, *bad), fmt::format("byte 0x{:02X} is not valid UTF-8", byte),
                 "save the file as UTF-8");
    return false;
}

// Names the character by its code point, for it cannot be shown.
void report_control(const base::Source& source, std::size_t offset, base::Report& report) {
    const auto byte = static_cast<unsigned char>(source.text()[offset]);
    if (byte == '\r')
        report.error("control-character", place_of_control(source, offset), "a line ends with a carriage return alone",
                     "end lines with LF, or with CR LF");
    else
        report.error("control-character", place_of_control(source, offset),
                     fmt::format("control character U+{:04X} in the file", byte), "remove it");
}

bool has_no_controls(const base::Source& source, base::Report& report) {
    const auto found = control_character(source.text());
    if (found) report_control(source, *found, report);
    return !found;
}

// `%YAML 1.2` and its like; the parser passes over them in silence wherever they stand.
bool has_no_directives(const base::Source& source, base::Report& report) {
    const std::string_view text = source.text();
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < text.size() && text[at] != '%') {
        const std::size_t end = text.find('\n', at);
        if (end == std::string_view::npos) return true;
        at = end + 1;
    }
    if (at >= text.size()) return true;
    report.error("yaml-directive", source.place(byte_at(at)),
                 "a line that begins with `%` is a YAML directive; directives are not used here",
                 "indent it if it is part of a text");
    return false;
}

// Each node needs one of these characters, or a line, so a file with many more of them has too many nodes.
bool has_few_marks(const base::Source& source, base::Report& report) {
    std::size_t brackets = 0, separators = 0;
    for (const char c : source.text()) {
        if (c == '[' || c == '{') ++brackets;
        if (c == ',' || c == ':' || c == '?') ++separators;
    }
    if (brackets <= limits::tree_nodes && separators <= 4 * limits::tree_nodes) return true;
    report.error("too-many-nodes", Place{source.name(), 0, 0, 0, {}},
                 fmt::format("the file has {} brackets, commas and colons, more than can make {} values",
                             brackets + separators, limits::tree_nodes));
    return false;
}

}  // namespace

std::optional<std::size_t> control_character(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')) return i;
        if (byte == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> check_bytes(const base::Source& source, base::Report& report) {
    const bool good = small_enough(source, report) && is_utf8(source, report) && has_no_controls(source, report) &&
                      has_no_directives(source, report) && has_few_marks(source, report);
    if (!good) return std::nullopt;
    return source.text().starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

}  // namespace ocop::yaml
