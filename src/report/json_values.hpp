// The small values that every JSON of ours is made of. Points are exact texts; what is not there is null.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <ocop/rating.hpp>

namespace ocop::report {

using Json = nlohmann::ordered_json;

inline Json json_of(const Number& number) { return number.text(); }
inline Json json_of(const Text& text) { return {{"vi", text.vi}, {"en", text.en}}; }
inline Json json_of(const Origin& origin) { return {{"file", origin.file}, {"line", origin.line}}; }
inline Json json_of(const Citation& cite) { return {{"decision", cite.decision}, {"place", cite.place}}; }
inline Json json_of(int number) { return number; }
inline Json json_of(bool value) { return value; }

template <class T>
Json json_of(const std::optional<T>& value) {
    return value ? json_of(*value) : Json();
}

template <class T>
Json json_list(const std::vector<T>& values) {
    Json out = Json::array();
    for (const auto& each : values) out.push_back(json_of(each));
    return out;
}

// Bounds, low then high.
inline Json json_of(const Range& range) {
    Json outcomes = Json::array();
    for (const Outcome each : range.outcomes) outcomes.push_back(name(each));
    return {{"total", Json::array({range.total_low.text(), range.total_high.text()})},
            {"stars", Json::array({range.stars_low, range.stars_high})},
            {"outcomes", std::move(outcomes)},
            {"exact", range.exact}};
}

// A text, or null for an empty one.
inline Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
inline Json text_or_null(const Text& text) { return text == Text{} ? Json() : json_of(text); }

// Invalid UTF-8, which no reader of ours lets in, is replaced.
inline std::string dumped(const Json& json, int indent = -1) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace ocop::report
