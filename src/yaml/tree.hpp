// A document as a tree in which every node knows its place. Scalars stay text; nothing is interpreted here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"

namespace ocop::yaml {

struct Entry;

struct Node {
    enum class Kind { null, scalar, list, map };

    Kind kind = Kind::null;
    bool quoted = false;       // a scalar in quotes or a block scalar: text, whatever it looks like
    bool verbatim = false;     // a scalar whose source bytes at `span` are exactly `text`
    base::Span span;           // of the value; of a quoted scalar without its quotes where verbatim
    base::SourcePtr source;    // the file it was written in
    std::string text;          // of a scalar, NFC
    std::vector<Node> items;   // of a list
    std::vector<Entry> entries;  // of a map, in the order written, keys unique

    const Node* find(std::string_view key) const;    // of a map; nullptr when absent
    const Entry* entry(std::string_view key) const;
    Place place() const { return source ? source->place(span) : Place{}; }
};

struct Entry {
    std::string key;  // NFC
    base::Span key_span;
    base::SourcePtr source;
    Node value;

    Place key_place() const { return source ? source->place(key_span) : Place{}; }
};

// Parses one YAML document. What is refused: bad UTF-8, NUL, repeated keys (after NFC), tags, anchors, aliases, merge
// keys, keys that are not scalars, a second document, text after the document, unclosed quotes, and anything past
// base::limits. All faults that can be found are reported; nothing comes back if there was any.
std::optional<Node> parse(const base::SourcePtr& source, base::Report& report);

}  // namespace ocop::yaml
