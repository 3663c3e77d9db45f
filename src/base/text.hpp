// UTF-8 text: validity, the one normal form that names are compared in, and how wide it is.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ocop::base {

// The offset of the first byte that is not valid UTF-8 (overlong forms and surrogates are not), or nothing.
std::optional<std::size_t> invalid_utf8(std::string_view text);
// NFC. Invalid UTF-8 comes back as it was.
std::string nfc(std::string_view text);
// Characters as people count them in an editor: code points, combining marks not counted.
std::size_t characters(std::string_view text);
// Columns on a terminal: wide characters count 2, combining marks 0.
std::size_t display_width(std::string_view text);
// The candidate most like `name`, if it is near enough to be what was meant; else empty.
std::string nearest(std::string_view name, std::span<const std::string> candidates);
// Lower and upper case by Unicode's simple mappings.
std::string lower(std::string_view text);
std::string upper(std::string_view text);

}  // namespace ocop::base
