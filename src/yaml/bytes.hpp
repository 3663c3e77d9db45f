// What is asked of a file before any YAML is read in it: its size, its encoding, and that it cannot exhaust the reader.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/source.hpp"

namespace ocop::yaml {

// The offset at which the YAML begins (3 after a byte order mark), or nothing if the bytes are refused.
std::optional<std::size_t> check_bytes(const base::Source& source, base::Report& report);

// The offset of the first character that no text may hold: control characters other than tab and line breaks.
std::optional<std::size_t> control_character(std::string_view text);

}  // namespace ocop::yaml
