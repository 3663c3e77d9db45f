// Cuts the top-level keys out of a file and parses those alone: a library of many long files is listed at once.
#include "syntax/head.hpp"

#include <algorithm>
#include <array>

#include "yaml/tree.hpp"

namespace ocop::syntax {
namespace {

constexpr std::array<std::string_view, 4> wanted = {"rule_set:", "title:", "in_force:", "extends:"};

bool begins_key(std::string_view line) {
    const char c = line.empty() ? ' ' : line[0];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '"' || c == '\'' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_wanted(std::string_view line) {
    return std::ranges::any_of(wanted, [&](std::string_view key) { return line.starts_with(key); });
}

// The wanted keys with all that belongs to them; empty if the file is not laid out line by line.
std::string cut_out(std::string_view text) {
    std::string out;
    bool taking = false;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        if (line[0] == '{') return {};
        if (begins_key(line)) taking = is_wanted(line);
        if (taking && line[0] != '#') out += line;
        text.remove_prefix(end);
    }
    return out;
}

std::string text_of(const yaml::Node* node) {
    return node && node->kind == yaml::Node::Kind::scalar ? node->text : std::string();
}

Text title_of(const yaml::Node* node) {
    if (!node) return {};
    if (node->kind == yaml::Node::Kind::scalar) return {node->text, {}};
    return {text_of(node->find("vi")), text_of(node->find("en"))};
}

Head head_of(const yaml::Node& root) {
    Head head;
    head.is_rule_set = root.find("rule_set") != nullptr;
    head.title = title_of(root.find("title"));
    if (const yaml::Node* force = root.find("in_force")) {
        head.from = text_of(force->find("from"));
        head.until = text_of(force->find("until"));
        head.says_until = force->find("until") != nullptr;
    }
    if (const yaml::Node* extends = root.find("extends")) {
        if (extends->kind == yaml::Node::Kind::scalar) head.extends.push_back(extends->text);
        for (const yaml::Node& each : extends->items) head.extends.push_back(text_of(&each));
    }
    return head;
}

}  // namespace

std::optional<Head> read_head(const Located& file, base::Report& report) {
    const auto source = read_source(file, {}, report);
    if (!source) return std::nullopt;
    base::Report ignored;
    const std::string lines = cut_out(source->text());
    auto root = yaml::parse(std::make_shared<const base::Source>(file.name, lines), ignored);
    const bool told = root && root->kind == yaml::Node::Kind::map;
    const bool plain = source->text().find("rule_set") == std::string_view::npos;
    if (!told && !plain) root = yaml::parse(source, report);
    if (!root) return plain ? std::optional(Head{}) : std::nullopt;
    return head_of(*root);
}

}  // namespace ocop::syntax
