// Asks the system and the environment; keeps nothing.
#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace ocop::cli {
namespace {

constexpr int usual_width = 100;

int descriptor(Stream stream) { return stream == Stream::out ? STDOUT_FILENO : STDERR_FILENO; }

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

// 0 where it is not known.
int columns() {
    winsize size{};
    if (is_terminal(Stream::out) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return std::atoi(variable("COLUMNS").c_str());
}

}  // namespace

bool is_terminal(Stream stream) { return isatty(descriptor(stream)) == 1; }

bool wants_colour(Stream stream) {
    return is_terminal(stream) && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

int width() {
    const int found = columns();
    return found <= 0 ? usual_width : std::clamp(found, 40, 120);
}

Language user_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const std::string value = variable(name); !value.empty()) return value.starts_with("vi") ? Language::vi : Language::en;
    return Language::en;
}

}  // namespace ocop::cli
