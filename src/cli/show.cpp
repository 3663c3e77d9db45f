// `ocop show`: one rule set as it stands after everything it extends was merged.
#include <ocop/report.hpp>

#include "cli/commands.hpp"
#include "cli/rules.hpp"
#include "cli/terminal.hpp"

namespace ocop::cli {

int show(const ShowCall& call, Output& output) {
    const auto library = open_library(call.rules, output);
    if (!library) return no_answer;
    const auto rules = require(*library, call.rule_set, output);
    if (!rules) return no_answer;
    report::Style style;
    style.language = output.language();
    style.colour = wants_colour(Stream::out);
    style.width = width();
    output.result(call.format == "json" ? report::show_json(*rules) + "\n" : report::show(*rules, style));
    return fine;
}

}  // namespace ocop::cli
