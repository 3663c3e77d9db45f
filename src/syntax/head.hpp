// What can be told of a rule set from a glance at its file: the few top-level keys that a list shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ocop/text.hpp>

#include "base/diagnostics.hpp"
#include "syntax/finder.hpp"

namespace ocop::syntax {

struct Head {
    bool is_rule_set = false;  // has `rule_set:`
    Text title;
    std::string from, until;   // of `in_force`
    bool says_until = false;   // also where it removes an inherited one
    std::vector<std::string> extends;
};

// Reads those keys only, where they stand at the beginning of a line; the rest of the file may be wrong. Nothing, and
// the reason in the report, if not even they can be read.
std::optional<Head> read_head(const Located& file, base::Report& report);

}  // namespace ocop::syntax
