// A rule set (or a council's rules) as written: all that it extends merged into one tree, in which every node still
// knows the file and place it came from and the decision it cites. It may be wrong; src/model checks it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <ocop/rating.hpp>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "yaml/tree.hpp"

namespace ocop::syntax {

// A citation, resolved inside the file that its node was written in, and where it is written.
struct Cited {
    Citation citation;  // `decision` is never empty
    base::SourcePtr source;
    base::Span span;  // of the `cite` or `basis` value

    Place place() const { return source ? source->place(span) : Place{}; }
};

struct WrittenEntry;

// A node of the merged tree. A map that several files write has the place and the citation of the last one that wrote a
// key of its own there (any but id, items, options, cases, parts); other nodes those of the file they were taken from.
// The keys that steer merging (`extends`, `remove`, and `after` in items, parts, options and cases) are gone; `cite`
// and `basis` still stand as written.
struct Written {
    using Kind = yaml::Node::Kind;

    Kind kind = Kind::null;
    bool quoted = false;  // as in yaml::Node
    bool verbatim = false;
    base::Span span;
    base::SourcePtr source;
    std::string text;                   // of a scalar, NFC
    std::vector<Written> items;         // of a list
    std::vector<WrittenEntry> entries;  // of a map, in the order written, keys unique
    std::shared_ptr<const Cited> cited;

    const Written* find(std::string_view key) const;  // of a map; nullptr when absent
    const WrittenEntry* entry(std::string_view key) const;
    Place place() const { return source ? source->place(span) : Place{}; }
    // What holds here: the node's own `cite`, or what it inherits inside its own file; nullptr if nothing that ends at
    // a decision. Scalars and lists have one too, so an entry of `stars` cites what the file it comes from cites.
    const Citation* citation() const { return cited ? &cited->citation : nullptr; }
    bool is_map() const { return kind == Kind::map; }
    bool is_list() const { return kind == Kind::list; }
    bool is_scalar() const { return kind == Kind::scalar; }
    bool is_null() const { return kind == Kind::null; }
};

struct WrittenEntry {
    std::string key;  // NFC
    base::Span key_span;
    base::SourcePtr source;
    Written value;

    Place key_place() const { return source ? source->place(key_span) : Place{}; }
};

// What a load gives.
struct Document {
    std::string
        id;  // path in its library without `.yaml`; of a file outside any library the file's stem; of a text empty
    std::string file;  // as diagnostics name it: relative to the library where there is one
    Written root;
    std::vector<base::SourcePtr> sources;  // the file itself, then what it extends, in the order they were read
};

// A single file's tree without merging, its citations resolved.
Written written(yaml::Node node);

}  // namespace ocop::syntax
