// JSON Schemas (draft 2020-12) of the files that people write and of the trail: what editors explain keys by, and what
// programs can validate against. They know the shape of a file; what a rule set means is checked by loading it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>

namespace ocop {

// "rule-set", "scorecard", "council", "rule-test", "trail".
OCOP_API std::vector<std::string_view> schema_names();
// What a schema describes, in a few words: "Scorecard (hồ sơ chấm điểm)". Empty where there is no such schema.
OCOP_API std::string_view schema_title(std::string_view name);
// The schema as JSON text, valid as long as the program runs. Nothing where no schema is called so; `why` then gets an
// error with the nearest name.
OCOP_API std::optional<std::string_view> schema(std::string_view name, Diagnostics* why = nullptr);

}  // namespace ocop
