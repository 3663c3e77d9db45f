// JSON as the same tree that YAML gives, every value with its place.
#pragma once

#include <optional>

#include "base/diagnostics.hpp"
#include "base/limits.hpp"
#include "yaml/tree.hpp"

namespace ocop::card {

// How much is read, and how.
struct JsonLimits {
    std::size_t nodes = base::limits::tree_nodes;
    std::size_t depth = base::limits::tree_depth;
    bool exact = false;  // texts and keys stay as written, else they are in NFC
};

// One JSON value (RFC 8259) at `span`. Numbers keep their exact text. Refused: anything else, repeated keys, bad UTF-8, and what
// is past the limits.
std::optional<yaml::Node> read_json(const base::SourcePtr& source, base::Span span, base::Report& report, const JsonLimits& limits = {});

}  // namespace ocop::card
