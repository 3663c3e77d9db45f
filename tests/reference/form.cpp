// The tree of parts, items, options and cases made flat.
#include "reference/form.hpp"

#include <algorithm>
#include <stdexcept>

namespace reference {
namespace {

using nlohmann::json;

std::vector<Minimum> minima(const json& option) {
    std::vector<Minimum> out;
    const json found = option.value("minimum_for", json());
    if (found.is_number_integer()) out.push_back({found.get<int>(), ""});
    if (found.is_array())
        for (const json& each : found)
            out.push_back(each.is_object() ? Minimum{each.at("star").get<int>(), condition_of(each, "when")} : Minimum{each.get<int>(), ""});
    if (found.is_object())
        for (const auto& [star, when] : found.items())
            out.push_back({std::stoi(star), when.is_null() ? "" : (when.is_string() ? when.get<std::string>() : condition_of(found, star.c_str()))});
    return out;
}

std::vector<Option> options(const json& list) {
    std::vector<Option> out;
    for (const json& each : list) out.push_back({each.at("id").get<std::string>(), points_of(each.at("points")), minima(each)});
    return out;
}

Criterion criterion(const json& node, std::vector<std::string> above, std::vector<std::string> applies) {
    Criterion out;
    out.id = node.at("id").get<std::string>();
    out.above = std::move(above);
    out.applies = std::move(applies);
    out.any = node.value("choose", "") == "any";
    if (node.contains("max")) out.max = points_of(node.at("max"));
    if (node.contains("options")) out.cases.push_back({"", "", options(node.at("options"))});
    if (node.contains("cases"))
        for (const json& each : node.at("cases"))
            out.cases.push_back({each.at("id").get<std::string>(), condition_of(each, "when"), options(each.at("options"))});
    if (node.contains("score")) {
        out.score = true;
        out.score_range = node.at("score").get<std::string>();
        if (node.contains("step")) out.step = points_of(node.at("step")).text();
    }
    return out;
}

void collect(const json& node, std::vector<std::string> above, std::vector<std::string> applies, std::vector<Criterion>& out) {
    if (const std::string own = condition_of(node, "applies"); !own.empty()) applies.push_back(own);
    if (node.contains("options") || node.contains("cases") || node.contains("score"))
        out.push_back(criterion(node, above, applies));
    above.push_back(node.at("id").get<std::string>());
    for (const json& below : node.value("items", json::array())) collect(below, above, applies, out);
}

}  // namespace

bool Criterion::below(const std::string& item) const {
    return id == item || std::find(above.begin(), above.end(), item) != above.end();
}

std::vector<Criterion> criteria(const json& rule_set) {
    std::vector<Criterion> out;
    for (const json& part : rule_set.at("parts")) collect(part, {}, {}, out);
    return out;
}

Fraction points_of(const json& value) {
    if (value.is_number_integer()) return value.get<long long>();
    if (value.is_string()) return Fraction::of(value.get<std::string>());
    throw std::invalid_argument("not points: " + value.dump());
}

std::string condition_of(const json& holder, const char* key) {
    if (!holder.contains(key) || holder.at(key).is_null()) return {};
    const json& found = holder.at(key);
    return found.is_object() ? found.at("text").get<std::string>() : found.get<std::string>();
}

}  // namespace reference
