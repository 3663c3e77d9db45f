// JSON as the same tree that YAML gives, every value with its place.
#pragma once

#include <optional>

#include "base/diagnostics.hpp"
#include "yaml/tree.hpp"

namespace ocop::card {

// One JSON value (RFC 8259) at `span`. Numbers keep their exact text. Refused: anything else, repeated keys, bad UTF-8, and what
// is past base::limits.
std::optional<yaml::Node> read_json(const base::SourcePtr& source, base::Span span, base::Report& report);

}  // namespace ocop::card
