// The one text that a merged rule set has whatever files it came from: what its digest is taken of.
#pragma once

#include <string>

#include "syntax/document.hpp"

namespace ocop::syntax {

// RFC 8785 (JCS): maps are objects with their members sorted by UTF-16 code units, lists arrays, nothing is null,
// unquoted `true` and `false` are booleans, every other scalar is a string, as written. Places are left out. Citations
// stand as they resolved: a map has `cite` {decision, place} (or null) where its own differs from that of the map
// around it, and `cites` for its plain values that another file, with another citation, wrote.
std::string canonical(const Written& root);

}  // namespace ocop::syntax
