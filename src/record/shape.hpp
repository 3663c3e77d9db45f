// A tree against a JSON Schema: types, members, lists and choices, which is what our own schemas say.
#pragma once

#include <memory>
#include <string_view>

#include "base/diagnostics.hpp"
#include "yaml/tree.hpp"

namespace ocop::record {

// Knows type, enum, const, properties, required, additionalProperties, items, minItems, maxItems, anyOf, if/then/else and $ref
// within the schema; other words are left to those who read further. Whole numbers only. Faults are told with their places.
class Shape {
public:
    explicit Shape(std::string_view schema);
    ~Shape();

    bool fits(const yaml::Node& tree, base::Report& report) const;
    // Only what one of its `$defs` says.
    bool fits(const yaml::Node& tree, std::string_view definition, base::Report& report) const;

private:
    struct Schema;
    std::unique_ptr<const Schema> schema_;
};

}  // namespace ocop::record
