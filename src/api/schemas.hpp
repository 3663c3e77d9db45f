// The files of rules/schema as the build took them in (embed_schemas.cmake writes the other half).
#pragma once

#include <span>
#include <string_view>

namespace ocop {

struct EmbeddedSchema {
    std::string_view name, title, text;
};

std::span<const EmbeddedSchema> embedded_schemas();

}  // namespace ocop
