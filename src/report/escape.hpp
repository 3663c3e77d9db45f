// Texts from outside made harmless for where they are shown: none drives a terminal, opens an element or starts a table.
#pragma once

#include <string>
#include <string_view>

namespace ocop::report {

// Control characters, line breaks and the marks that turn the direction of writing become blanks.
std::string without_controls(std::string_view text);

// For the text of an element and for an attribute in double quotes. Controls become blanks.
std::string for_html(std::string_view text);

// For a line or a table's cell of GitHub-flavoured Markdown. Controls become blanks.
std::string for_markdown(std::string_view text);

// For the text of an element and for an attribute in double quotes, line breaks kept; other controls become "?".
std::string for_xml(std::string_view text);

}  // namespace ocop::report
