// `ocop eval`: one condition, as `when` and `applies` are written in.
#include <ocop/condition.hpp>

#include "cli/commands.hpp"

namespace ocop::cli {

int eval(const EvalCall& call, Output& output) {
    const Evaluated found = evaluate(call.expression, call.facts);
    output.tell(found.diagnostics);
    if (!found.json) return answer_is_no;
    output.result(*found.json + "\n");
    return fine;
}

}  // namespace ocop::cli
