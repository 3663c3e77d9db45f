// What is wrong, or doubtful, in a rule set or a scorecard: where, what, and what would be right.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include <ocop/export.hpp>
#include <ocop/text.hpp>

namespace ocop {

// A place in a text. Lines and columns count from 1; columns count characters, not bytes.
// `line` 0 means the file as a whole (it could not be read, for instance).
struct Place {
    std::string file;       // as the caller named it; for rule sets relative to the library
    int line = 0;
    int column = 0;
    int length = 0;         // characters to mark under the line; at least 1 where line > 0
    std::string line_text;  // the whole line, without its line break; empty where it is longer than 4,096 bytes

    bool operator==(const Place&) const = default;
};

struct Diagnostic {
    enum class Severity { error, warning, note };

    Severity severity = Severity::error;
    std::string code;  // stable, e.g. "unknown-key"; the same fault always has the same code
    Place place;
    Text message;      // English always; Vietnamese where a council's own staff will read it
    Text help;         // a suggestion, may be empty
};

using Diagnostics = std::vector<Diagnostic>;

// One diagnostic as a compiler prints it, several lines, ending in a line break:
//     rules/x.yaml:12:9: error: `max` is 19, the criteria below it add up to 18 [sum-differs]
//        12 |     max: 19
//           |          ^^
//        help: ...
OCOP_API std::string to_string(const Diagnostic& diagnostic, Language language = Language::en);

// Thrown only by the value() calls of callers who prefer exceptions.
class OCOP_API LoadError : public std::runtime_error {
public:
    explicit LoadError(Diagnostics diagnostics);
    const Diagnostics& diagnostics() const { return diagnostics_; }

private:
    Diagnostics diagnostics_;
};

}  // namespace ocop
