// Results on standard output, everything else on standard error.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include <ocop/diagnostic.hpp>

namespace ocop::cli {

// Exit statuses.
enum Status : int {
    fine = 0,
    answer_is_no = 1,  // errors were found, or some of the cards could not be read
    no_answer = 2,     // bad usage, nothing readable, or nowhere to write to
};

// Standard output and standard error of one call of the command. A line of advice is told once.
class Output {
public:
    explicit Output(Language language) : language_(language) {}

    void result(std::string_view text);       // to standard output
    void say(std::string_view message);       // to standard error, after "ocop: "
    void tell(const Diagnostic& diagnostic);  // to standard error, once
    void tell(const Diagnostics& diagnostics);
    void tell_errors(const Diagnostics& diagnostics);  // leaves warnings and notes out

    // Writes out what is left. `no_answer`, with a message, where standard output took not all; else `status`.
    int finish(int status);

    Language language() const { return language_; }

private:
    Language language_;
    int failed_ = 0;  // errno of the first write that failed
    std::set<std::string> told_;
};

// A file, in place of the one that may be there; false, with a message, where it could not be written.
bool write_file(const std::string& file, std::string_view text, Output& output);
// A file that must not exist yet; false, with a message, where it could not be written.
bool write_new_file(const std::string& file, std::string_view text, Output& output);

}  // namespace ocop::cli
