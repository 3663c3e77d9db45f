// What RFC 8785 says of texts: how one is written, and which name comes first.
#pragma once

#include <string>
#include <string_view>

namespace ocop::base {

// In quotes, with the fewest escapes.
void put_json_string(std::string& out, std::string_view text);
// By UTF-16 code units.
bool before_in_utf16(std::string_view a, std::string_view b);

}  // namespace ocop::base
