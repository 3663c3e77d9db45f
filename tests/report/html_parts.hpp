// HTML taken apart for tests: tags with their attributes, and the text that a reader sees.
#pragma once

#include <regex>
#include <string>
#include <vector>

namespace ocop::test {

struct Tag {
    std::string name;  // "/p" where it closes
    std::string attributes;
    bool has(const std::string& attribute) const { return attributes.find(" " + attribute + "=") != std::string::npos; }
};

inline std::vector<Tag> tags(const std::string& html) {
    std::vector<Tag> out;
    for (std::size_t at = 0; (at = html.find('<', at)) != std::string::npos; ++at) {
        const std::size_t end = html.find('>', at);
        const std::string inside = html.substr(at + 1, end - at - 1);
        const std::size_t name = inside.find_first_of(" \n");
        out.push_back({inside.substr(0, name), name == std::string::npos ? "" : inside.substr(name)});
    }
    return out;
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
    return text;
}

// Without the head; a tag becomes a blank, blanks become one.
inline std::string visible(const std::string& html) {
    std::string out;
    bool inside = false;
    const std::size_t body = html.find("<body>");
    for (const char c : html.substr(body == std::string::npos ? 0 : body)) {
        if (c == '<') inside = true;
        if (!inside) out += c == '\n' ? ' ' : c;
        if (c == '>') {
            inside = false;
            out += ' ';
        }
    }
    for (const auto& [from, to] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}, {"&amp;", "&"}}) out = replaced(out, from, to);
    std::string one;
    for (const char c : out)
        if (c != ' ' || (!one.empty() && one.back() != ' ')) one += c;
    return one;
}

}  // namespace ocop::test
