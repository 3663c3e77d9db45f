// A report taken apart for tests.
#pragma once

#include <sstream>
#include <string>
#include <vector>

namespace ocop::test {

inline std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// As one line, so that wrapping does not come between.
inline std::string unwrapped(const std::string& text) {
    std::string out;
    for (const std::string& line : lines(text)) {
        const std::size_t begin = line.find_first_not_of(' ');
        if (begin == std::string::npos) continue;
        out += (out.empty() ? "" : " ") + line.substr(begin);
    }
    return out;
}

}  // namespace ocop::test
