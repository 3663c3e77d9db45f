// Character by character.
#include "report/escape.hpp"

#include <algorithm>

namespace ocop::report {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string_view first_character(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && continues(text[end])) ++end;
    return text.substr(0, end);
}

bool within(std::string_view character, std::string_view first, std::string_view last) {
    return character.size() == first.size() && character >= first && character <= last;
}

// One byte, two bytes (U+0080 to U+009F: they could drive a terminal), three bytes (they could turn "1.5" into "5.1").
bool controls(std::string_view character) {
    if (character.size() == 1) return static_cast<unsigned char>(character[0]) < 0x20 || character[0] == 0x7F;
    return within(character, "\xC2\x80", "\xC2\x9F") || within(character, "\xE2\x80\xA8", "\xE2\x80\xAE") ||
           within(character, "\xE2\x81\xA6", "\xE2\x81\xA9");
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// An underscore within a word means nothing to Markdown, and reads better bare.
bool inside_word(std::string_view text, std::size_t at) {
    return at > 0 && at + 1 < text.size() && is_word(text[at - 1]) && is_word(text[at + 1]);
}

// An ampersand opens a character reference only before a letter, a digit or "#".
bool special(std::string_view text, std::size_t at) {
    if (text[at] == '_') return !inside_word(text, at);
    if (text[at] == '&') return at + 1 < text.size() && (is_word(text[at + 1]) || text[at + 1] == '#');
    return std::string_view("\\`*[]<|~$").find(text[at]) != std::string_view::npos;
}

// What makes a line a heading, a list or a quotation.
std::size_t line_starter(std::string_view text) {
    if (text.empty()) return std::string_view::npos;
    if (std::string_view("#+-=>").find(text[0]) != std::string_view::npos) return 0;
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    return end > 0 && end < text.size() && (text[end] == '.' || text[end] == ')') && (end + 1 == text.size() || text[end + 1] == ' ') ? end : std::string_view::npos;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

}  // namespace

std::string without_controls(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::string_view character = first_character(text);
        if (controls(character)) {
            out += ' ';
        } else {
            out += character;
        }
        text.remove_prefix(character.size());
    }
    return out;
}

std::string for_html(std::string_view text) { return escaped(without_controls(text)); }

std::string for_markdown(std::string_view text) {
    std::string clean = without_controls(text);
    clean.erase(0, std::min(clean.find_first_not_of(' '), clean.size()));
    clean.erase(clean.find_last_not_of(' ') + 1);
    const std::size_t starter = line_starter(clean);
    std::string out;
    for (std::size_t i = 0; i < clean.size(); ++i) {
        if (special(clean, i) || i == starter) out += '\\';
        out += clean[i];
    }
    return out;
}

std::string for_xml(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += "&#10;";
        else if (static_cast<unsigned char>(c) < 0x20 && c != '\t') out += '?';
        else out += escaped(std::string_view(&c, 1));
    }
    return out;
}

}  // namespace ocop::report
