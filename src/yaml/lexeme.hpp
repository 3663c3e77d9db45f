// Where a scalar ends in the source: the parser tells only where it begins.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/source.hpp"

namespace ocop::yaml {

// The offset of the quote that closes the one at `open`, or nothing.
std::optional<std::size_t> closing_quote(std::string_view text, std::size_t open);
// After the last character of the line that `at` lies on, line break excluded.
std::size_t end_of_line(std::string_view text, std::size_t at);
// The first character of that line.
std::size_t start_of_line(std::string_view text, std::size_t at);
// After blanks, line breaks and comments.
std::size_t skip_blanks(std::string_view text, std::size_t at);
// `|`, `>`, with `+` or `-`, then nothing but a comment to the end of the line.
bool is_block_header(std::string_view text, std::size_t at);

struct Lexeme {
    base::Span span;      // as in yaml::Node
    std::size_t end = 0;  // after the closing quote, if there is one
    bool quoted = false;
    bool same_bytes = false;  // the bytes of `span` are `value`
};

// The scalar that begins at `at` and has the value `value`. Nothing if its quote is never closed.
std::optional<Lexeme> scalar_at(std::string_view text, std::size_t at, std::string_view value);

}  // namespace ocop::yaml
