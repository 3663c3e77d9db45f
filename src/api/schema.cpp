// Finds the schemas that were built in.
#include <ocop/schema.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "api/schemas.hpp"
#include "base/diagnostics.hpp"

namespace ocop {
namespace {

const EmbeddedSchema* find(std::string_view name) {
    const auto all = embedded_schemas();
    const auto found = std::ranges::find(all, name, &EmbeddedSchema::name);
    return found == all.end() ? nullptr : &*found;
}

Diagnostics no_such_schema(std::string_view name) {
    const auto all = schema_names();
    const std::vector<std::string> names(all.begin(), all.end());
    base::Report report;
    report.error("not-found", {}, Text{fmt::format("không có lược đồ `{}`", name), fmt::format("there is no schema `{}`", name)}, base::suggest(name, names));
    return report.take();
}

}  // namespace

std::vector<std::string_view> schema_names() {
    std::vector<std::string_view> out;
    for (const EmbeddedSchema& each : embedded_schemas()) out.push_back(each.name);
    return out;
}

std::string_view schema_title(std::string_view name) {
    const EmbeddedSchema* found = find(name);
    return found == nullptr ? std::string_view() : found->title;
}

std::optional<std::string_view> schema(std::string_view name, Diagnostics* why) {
    const EmbeddedSchema* found = find(name);
    if (found != nullptr) return found->text;
    if (why != nullptr) *why = no_such_schema(name);
    return std::nullopt;
}

}  // namespace ocop
