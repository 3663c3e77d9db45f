// Scalars of a tree as booleans, numbers, texts and dates. yaml-cpp's own conversions are never used: `1.10` stays
// exact, `yes` is a text, and a quoted "1" is no number. Each reader reports what it wanted and what it found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <ocop/number.hpp>

#include "base/diagnostics.hpp"
#include "base/value.hpp"
#include "yaml/tree.hpp"

namespace ocop::yaml {

// What the readers look at: any node of a tree, of this stage (yaml::Node) or of the next (syntax::Written).
// Borrows from the node.
struct Scalar {
    Node::Kind kind;
    bool quoted;
    std::string_view text;
    base::Span span;
    const base::Source* source;

    template <class AnyNode>
    Scalar(const AnyNode& node)  // NOLINT: a node is a scalar or is refused as one
        : kind(node.kind), quoted(node.quoted), text(node.text), span(node.span), source(node.source.get()) {}

    Place place() const { return source ? source->place(span) : Place{}; }
};

// In the readers below, `name` is what the author calls the value, without backticks: "max", "points", "missing".
// Nothing comes back, and the report has an error ("wrong-type"), when it is something else.

// Exactly `true` or `false`, without quotes.
std::optional<bool> read_boolean(const Scalar& value, std::string_view name, base::Report& report);
// A plain decimal without quotes, sign allowed: 4.50, -3. No exponents, no fractions, no `4,50`.
std::optional<Number> read_number(const Scalar& value, std::string_view name, base::Report& report);
// The same, whole and within [min..max] ("out-of-range").
std::optional<std::int64_t> read_integer(const Scalar& value, std::string_view name, std::int64_t min, std::int64_t max,
                                         base::Report& report);
// Any scalar as the text that was written; not a list, a map, or nothing.
std::optional<std::string> read_text(const Scalar& value, std::string_view name, base::Report& report);
// A day, YYYY-MM-DD, quoted or not.
std::optional<base::Date> read_date(const Scalar& value, std::string_view name, base::Report& report);

// What stands there, in an author's words: "a list", "nothing", "the text `abc`", "the number `4`"; for messages.
std::string described(const Scalar& value);

}  // namespace ocop::yaml
