// Bytes to records: JSON with places, in the shape of the trail's schema, signed or not.
#pragma once

#include <optional>

#include "record/sealed.hpp"
#include "record/shape.hpp"

namespace ocop::record {

// One record of a file.
struct Opened {
    Json record;                  // places that were taken out hold "", so that it has the shape of any other
    std::optional<Sealed> sealed;
    std::optional<Statement> not_canonical;  // of a file that is signed and not in canonical form: all that can be said of it
};

// The records in `source`; none where any cannot be read, and then the report says why.
std::vector<Opened> open_records(const base::SourcePtr& source, const Shape& shape, base::Report& report);

// A tree as values; faults where a number is not whole.
std::optional<Json> json_of(const yaml::Node& node, base::Report& report);
// JSON of at most base::limits::record_bytes, texts exactly as written.
std::optional<yaml::Node> read_exactly(const base::SourcePtr& source, base::Report& report);
// That the text is the one text that its values have.
Statement check_canonical(std::string_view text, const Json& value);
// The `signature` of a file: its key and its value, or faults.
bool has_signature(const yaml::Node& file, base::Report& report);

}  // namespace ocop::record
