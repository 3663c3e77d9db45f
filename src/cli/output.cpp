// Writing, and noticing when it fails. A reader that went away (a broken pipe) is no fault to speak of.
#include "cli/output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fmt/format.h>

namespace ocop::cli {

void Output::result(std::string_view text) {
    if (failed_ != 0) return;
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) failed_ = errno == 0 ? EIO : errno;
}

void Output::say(std::string_view message) {
    std::fflush(stdout);
    fmt::print(stderr, "ocop: {}\n", message);
}

void Output::tell(const Diagnostic& diagnostic) {
    const std::string text = to_string(diagnostic, language_);
    if (!told_.insert(text).second) return;
    std::fflush(stdout);
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void Output::tell(const Diagnostics& diagnostics) {
    for (const Diagnostic& each : diagnostics) tell(each);
}

void Output::tell_errors(const Diagnostics& diagnostics) {
    for (const Diagnostic& each : diagnostics)
        if (each.severity == Diagnostic::Severity::error) tell(each);
}

int Output::finish(int status) {
    errno = 0;
    if (failed_ == 0 && std::fflush(stdout) != 0) failed_ = errno == 0 ? EIO : errno;
    if (failed_ == 0) return status;
    if (failed_ != EPIPE) fmt::print(stderr, "ocop: cannot write the result: {}\n", std::strerror(failed_));
    return no_answer;
}

namespace {

bool write(const std::string& file, const char* mode, std::string_view text, Output& output) {
    std::FILE* to = std::fopen(file.c_str(), mode);
    bool written = to != nullptr;
    int failed = errno;
    if (to != nullptr) {
        written = std::fwrite(text.data(), 1, text.size(), to) == text.size();
        if (!written) failed = errno;
        if (std::fclose(to) != 0 && written) {
            written = false;
            failed = errno;
        }
    }
    if (!written) output.say(fmt::format("cannot write `{}`: {}", file, failed == EEXIST ? "it exists already and is not overwritten" : std::strerror(failed)));
    return written;
}

}  // namespace

bool write_file(const std::string& file, std::string_view text, Output& output) { return write(file, "wb", text, output); }

bool write_new_file(const std::string& file, std::string_view text, Output& output) { return write(file, "wbx", text, output); }

}  // namespace ocop::cli
