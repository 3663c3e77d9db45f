// A record as JSON values, its canonical text, and places in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <ocop/text.hpp>

namespace ocop::record {

// Whole numbers, texts, booleans, null, lists, maps: nothing else is in a record.
using Json = nlohmann::json;

// RFC 8785.
std::string canonical(const Json& value);

// RFC 6901: "/trail/nodes/12".
std::string below(const std::string& pointer, std::string_view key);
std::string below(const std::string& pointer, std::size_t index);
std::vector<std::string> steps(std::string_view pointer);  // "/a/b" to a, b; escapes undone
const Json* find(const Json& root, std::string_view pointer);
Json* find(Json& root, std::string_view pointer);

// Where a pointer leads, as people say it: "criterion 1.5, sheet 2"; the pointer itself where nothing better is known.
Text in_words(const Json& record, const std::string& pointer);

// A value as it is shown in a message, shortened where it is long.
std::string shown(const Json& value);

}  // namespace ocop::record
