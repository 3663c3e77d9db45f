// `ocop schema`: the JSON Schemas by which editors explain the files that people write.
#include <ocop/schema.hpp>

#include <fmt/format.h>

#include "cli/commands.hpp"

namespace ocop::cli {

int schema(const SchemaCall& call, Output& output) {
    if (call.name.empty()) {
        for (const std::string_view each : schema_names()) output.result(fmt::format("{:<18} {}\n", each, schema_title(each)));
        return fine;
    }
    Diagnostics unknown;
    const auto text = ocop::schema(call.name, &unknown);
    output.tell(unknown);
    if (!text) return no_answer;
    output.result(*text);
    return fine;
}

}  // namespace ocop::cli
