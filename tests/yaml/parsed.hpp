// A text parsed for a test, and trees and diagnostics in a terse notation.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "yaml/tree.hpp"

namespace ocop::test {

struct Parsed {
    std::optional<yaml::Node> root;
    Diagnostics diagnostics;
};

inline Parsed parsed(std::string text) {
    base::Report report;
    auto root = yaml::parse(std::make_shared<const base::Source>("t.yaml", std::move(text)), report);
    return {std::move(root), report.take()};
}

// {key: value, …}, [item, …], `~` for nothing, "…" for what was in quotes.
inline std::string terse(const yaml::Node& node) {
    std::string out;
    switch (node.kind) {
        case yaml::Node::Kind::null:
            return "~";
        case yaml::Node::Kind::scalar:
            return node.quoted ? '"' + node.text + '"' : node.text;
        case yaml::Node::Kind::list:
            for (const auto& item : node.items) out += (out.empty() ? "" : ", ") + terse(item);
            return "[" + out + "]";
        case yaml::Node::Kind::map:
            for (const auto& each : node.entries)
                out += (out.empty() ? "" : ", ") + each.key + ": " + terse(each.value);
            return "{" + out + "}";
    }
    return out;
}

// "line:column code: message" of each.
inline std::string terse(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& each : diagnostics) {
        if (!out.empty()) out += "\n";
        out += std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + " " + each.code + ": " +
               each.message.en;
    }
    return out;
}

inline std::string outcome(const std::string& text) {
    const Parsed result = parsed(text);
    return result.root ? terse(*result.root) : terse(result.diagnostics);
}

}  // namespace ocop::test
