// A place the parser could not read, seen as an author sees it: the line, what stands before and after, what is open.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/source.hpp"
#include "yaml/builder.hpp"
#include "yaml/lexeme.hpp"

namespace ocop::yaml {

struct Scene {
    std::string_view text;
    std::size_t at;
    const Builder& builder;

    std::size_t line_start() const { return start_of_line(text, at); }
    std::string_view before() const { return text.substr(line_start(), at - line_start()); }  // on the same line
    std::string_view rest() const { return text.substr(at, end_of_line(text, at) - at); }
    char here() const { return at < text.size() ? text[at] : '\0'; }
    bool at_end() const { return skip_blanks(text, at) >= text.size(); }
    bool first_on_line() const { return before().find_first_not_of(" \t") == std::string_view::npos; }
};

// What to tell.
struct Words {
    std::string code;
    std::size_t begin = 0, end = 0;
    std::string message;
    std::string help;
};

inline std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// At most about 40 bytes of it, cut between characters: for quoting in a message.
std::string shortened(std::string_view text);

// Faults of lines, indentation and brackets (explain_layout.cpp).
Words stray_colon(const Scene& scene);
Words text_after_value(const Scene& scene);
Words bad_list_line(const Scene& scene);
Words open_bracket(const Scene& scene);
Words stray_bracket(const Scene& scene);
Words stray_dash(const Scene& scene);
std::optional<Words> tab_in_indentation(const Scene& scene);
std::optional<Words> quote_too_long(const Scene& scene);
Words quote_not_closed(const Scene& scene);

}  // namespace ocop::yaml
