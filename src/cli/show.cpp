// `ocop show`: one rule set as it stands after everything it extends was merged.
#include <ocop/report.hpp>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace ocop::cli {

int show(const ShowCall& call, const Rules& rules, Output& output) {
    const auto found = require(rules.library, call.rule_set, output);
    if (!found) return no_answer;
    report::Style style;
    style.language = output.language();
    style.colour = wants_colour(Stream::out);
    style.width = width();
    output.result(call.format == "json" ? report::show_json(*found) + "\n" : report::show(*found, style));
    return fine;
}

}  // namespace ocop::cli
