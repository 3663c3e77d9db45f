// What is wrong or doubtful in rule sets: the review that finds a slip of transcription before a council does.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>
#include <ocop/rule_set.hpp>

namespace ocop {

// One thing that loading or reviewing a rule set can find.
struct Check {
    std::string_view code;  // as in Diagnostic::code
    Diagnostic::Severity severity = Diagnostic::Severity::error;
    Text summary;           // what it says, in a line
    Text explanation;       // why it matters and what to do, a few sentences
};

// All of them, by code.
OCOP_API std::span<const Check> checks();
// Null for an unknown code; `why`, if given, then says which is near.
OCOP_API const Check* find_check(std::string_view code, Diagnostics* why = nullptr);

// What was found in one rule set. Warnings and notes do not make it unusable.
struct Reviewed {
    std::string id;            // of the rule set, or the file where it has none
    bool usable = false;       // it could be loaded
    Diagnostics diagnostics;   // by file, line and column; what several rule sets share is told with the first of them
};

// One review: rule sets are loaded once each and compared with each other and with the rest of their library.
// Not thread-safe; the library it was made with is copied.
class OCOP_API Review {
public:
    explicit Review(const Library& library);
    void add(std::string_view id);                     // a rule set of the library
    void add_file(const std::filesystem::path& file);  // any other; a file inside the library belongs to it
    // All rule sets below a directory of the library, and the files there that are none and that none extends.
    void add_below(const std::filesystem::path& directory);
    // In the order added, each rule set once.
    std::vector<Reviewed> run();

    struct State;

private:
    std::shared_ptr<State> state_;
};

}  // namespace ocop
