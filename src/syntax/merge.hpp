// What a file writes, put over what it extends.
#pragma once

#include "base/diagnostics.hpp"
#include "syntax/document.hpp"

namespace ocop::syntax {

// `child` over `parent`; a null parent is nothing. The child has its steering keys still (`remove`, `after`), the
// parent has not, nor has the result. Faults ("remove-missing", "duplicate-id", "list-mixed", "after-unknown", …) are
// reported at the child's place, and the entry concerned is left as it was in the parent.
//
// - Maps merge by key; `key: {remove: true}` drops one. `basis` and `cite` are replaced whole: they were resolved
// before.
// - A list in which every entry writes its `id` merges by id; any other replaces the parent's.
// - Of `options`, `cases` and `score` the child's replaces whichever other the parent has (with a score its `step`).
// - Anything else replaces what was there.
Written merge(Written parent, Written child, base::Report& report);

// How many nodes a tree has.
std::size_t count_nodes(const Written& node);

}  // namespace ocop::syntax
