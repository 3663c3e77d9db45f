// The words of the condition language as plain functions: each tells how many bytes at the front of a text it takes, 0 for
// none. No grammar here, and no Boost.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ocop::syntax {

std::size_t scan_blank(std::string_view text);       // blanks, // and /* */ comments; never fails
std::size_t scan_identifier(std::string_view text);  // letters of any language, digits, `_`, with `.` inside
std::size_t scan_quoted_name(std::string_view text); // 'a name with spaces'
std::size_t scan_number(std::string_view text);      // 4, 4.50, .5
std::size_t scan_unit(std::string_view text);        // right behind a number: %, kg
std::size_t scan_quantity(std::string_view text);    // a number with its unit, if it has one
std::size_t scan_string(std::string_view text);      // "…" with escapes
std::size_t scan_word(std::string_view text, std::string_view word);  // a keyword, not the front of a longer name
// The name of a function, of one or more words, before its `(`: 0 where none follows.
std::size_t scan_function(std::string_view text);
// A parameter name of one or more words before its `:`.
std::size_t scan_parameter(std::string_view text);

bool is_keyword(std::string_view word);
// Words joined by single blanks, NFC.
std::string folded(std::string_view words);
// What a quoted string says; nothing if an escape is wrong.
std::optional<std::string> unescaped(std::string_view quoted);

}  // namespace ocop::syntax
