// A condition as written: a tree in an arena, children before parents, every node with its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ocop/number.hpp>

#include "base/diagnostics.hpp"
#include "base/source.hpp"

namespace ocop::syntax {

using NodeId = std::uint32_t;

struct ConditionNode {
    enum class Kind : std::uint8_t {
        null, truth, number, string,  // literals
        name,                         // a fact or a variable; `text` is NFC
        call,                         // `text` is the function; children are arguments, `names` theirs if named
        list,
        range,                        // children low, high
        negate, not_,
        or_, and_,                    // two children
        equal, unequal, less, at_most, more, at_least,
        add, subtract, multiply, divide,
        between,                      // value, low, high
        in,                           // value, then tests
        test,                         // after `in`: `< x`, `= x`; one child, `test` says which
        if_,                          // condition, then, else
        some, every,                  // lists …, then what they satisfy; `names` are the variables
    };
    Kind kind = Kind::null;
    Kind test = Kind::equal;
    bool truth = false;
    bool low_open = false, high_open = false;
    bool several = false;             // `in (a, b)`
    base::Span span;
    std::string text;                 // of a name, a string, a call
    std::string unit;                 // of a number
    Number number;
    std::vector<NodeId> children;
    std::vector<std::string> names;
};

struct Condition {
    base::SourcePtr source;
    base::Span span;
    std::vector<ConditionNode> nodes;
    NodeId root = 0;

    const ConditionNode& at(NodeId id) const { return nodes[id]; }
};

// The condition at `span`, or diagnostics with exact places. Depth, nodes and length are limited (base::limits).
std::optional<Condition> parse_condition(const base::SourcePtr& source, base::Span span, base::Report& report);

}  // namespace ocop::syntax
