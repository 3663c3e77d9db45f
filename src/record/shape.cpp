// The words of JSON Schema, one a function.
#include "record/shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include <nlohmann/json.hpp>
#include <ocop/number.hpp>

#include "base/limits.hpp"
#include "yaml/scalar.hpp"

namespace ocop::record {

struct Shape::Schema {
    nlohmann::json root;
};

namespace {

using nlohmann::json;
using yaml::Node;

// "integer" for -12, "number" for 1.0 or 1e3.
std::string type_of(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null: return "null";
        case Node::Kind::list: return "array";
        case Node::Kind::map: return "object";
        case Node::Kind::scalar: break;
    }
    if (node.quoted) return "string";
    if (node.text == "true" || node.text == "false") return "boolean";
    return node.text.find_first_of(".eE") == std::string::npos ? "integer" : "number";
}

const char* vi(const std::string& type) {
    if (type == "null") return "null";
    if (type == "array") return "một danh sách";
    if (type == "object") return "một đối tượng";
    if (type == "string") return "một văn bản";
    if (type == "boolean") return "true hoặc false";
    return type == "integer" ? "một số nguyên" : "một số có phần lẻ";
}

const char* en(const std::string& type) {
    if (type == "null") return "null";
    if (type == "array") return "a list";
    if (type == "object") return "an object";
    if (type == "string") return "a text";
    if (type == "boolean") return "true or false";
    return type == "integer" ? "a whole number" : "a number with a fraction";
}

class Fitting {
public:
    // Without a report it only answers: places are dear in a file of one long line.
    Fitting(const json& root, base::Report* report) : root_(root), report_(report) {}

    bool fits(const Node& node, const json& schema, const std::string& name) {
        if (const auto reference = schema.find("$ref"); reference != schema.end() && !fits(node, resolved(*reference), name)) return false;
        if (!type(node, schema, name) || !any_of(node, schema, name)) return false;
        if (!one_of_values(node, schema, name) || !pattern(node, schema, name)) return false;
        if (node.kind == Node::Kind::map) return map(node, schema);
        return node.kind != Node::Kind::list || list(node, schema, name);
    }

    const json& resolved(const std::string& reference) const { return root_.at(json::json_pointer(reference.substr(1))); }

private:
    template <class Message>
    bool refuse(std::string_view code, const Node& at, Message message) {
        if (report_ != nullptr) report_->error(code, at.place(), message(), Text{});
        return false;
    }

    static std::vector<std::string> types(const json& schema) {
        const auto found = schema.find("type");
        if (found == schema.end()) return {};
        return found->is_string() ? std::vector<std::string>{found->get<std::string>()} : found->get<std::vector<std::string>>();
    }

    bool type(const Node& node, const json& schema, const std::string& name) {
        const std::vector<std::string> wanted = types(schema);
        const std::string found = type_of(node);
        if (wanted.empty() || std::ranges::find(wanted, found) != wanted.end()) return true;
        const auto all = [&](auto word, const char* either) {
            std::string out;
            for (const std::string& each : wanted) out += (out.empty() ? std::string() : either) + word(each);
            return out;
        };
        return refuse("wrong-type", node, [&] { return Text{fmt::format("`{}` phải là {}, ở đây là {}", name, all(vi, " hoặc "), vi(found)), fmt::format("`{}` is {}, found {}", name, all(en, " or "), en(found))}; });
    }

    // The choice of the node's own type is the one that speaks.
    bool any_of(const Node& node, const json& schema, const std::string& name) {
        const auto choices = schema.find("anyOf");
        if (choices == schema.end()) return true;
        for (const json& each : *choices) {
            if (Fitting(root_, nullptr).fits(node, each, name)) return true;
        }
        for (const json& each : *choices) {
            const auto wanted = types(each.contains("$ref") ? resolved(each["$ref"]) : each);
            if (std::ranges::find(wanted, type_of(node)) != wanted.end()) return fits(node, each, name);
        }
        return fits(node, choices->front(), name);
    }

    bool one_of_values(const Node& node, const json& schema, const std::string& name) {
        std::vector<std::string> wanted;
        if (const auto one = schema.find("const"); one != schema.end()) wanted.push_back(one->get<std::string>());
        if (const auto several = schema.find("enum"); several != schema.end()) wanted = several->get<std::vector<std::string>>();
        if (wanted.empty() || (node.kind == Node::Kind::scalar && node.quoted && std::ranges::find(wanted, node.text) != wanted.end())) return true;
        return refuse("unknown-value", node, [&] {
            return Text{fmt::format("`{}` phải là {}, ở đây là {}", name, base::one_of(wanted, Language::vi), yaml::described(node)),
                        fmt::format("`{}` is {}, found {}", name, base::one_of(wanted), yaml::described(node))};
        });
    }

    // The one pattern that our schemas have is that of exact numbers, and each has one spelling only.
    bool pattern(const Node& node, const json& schema, const std::string& name) {
        if (!schema.contains("pattern")) return true;
        const auto number = node.text.size() <= 2 * base::limits::number_digits ? Number::parse(node.text) : std::nullopt;
        if (number && number->text() == node.text) return true;
        const std::string right = number ? number->text() : "72.5";
        return refuse("bad-number", node, [&] {
            return Text{fmt::format("`{}` là {}, không phải một số viết như `{}`", name, yaml::described(node), right),
                        fmt::format("`{}` is {}, which is no number as the trail writes it, such as `{}`", name, yaml::described(node), right)};
        });
    }

    // After some faults the rest is not looked at.
    bool enough() const { return report_ != nullptr && report_->errors() >= 20; }

    bool map(const Node& node, const json& schema) {
        bool fine = true;
        const auto properties = schema.find("properties");
        const auto others = schema.find("additionalProperties");
        for (const yaml::Entry& each : node.entries) {
            if (enough()) return false;
            const bool known = properties != schema.end() && properties->contains(each.key);
            if (known) fine = fits(each.value, properties->at(each.key), each.key) && fine;
            else if (others != schema.end() && others->is_object()) fine = fits(each.value, *others, each.key) && fine;
            else if (others != schema.end() && *others == false)
                fine = unknown(each);
        }
        return members(node, schema) && condition(node, schema) && fine;
    }

    bool unknown(const yaml::Entry& entry) {
        if (report_ != nullptr) report_->error("unknown-key", entry.key_place(), Text{fmt::format("không có khóa `{}` ở đây", entry.key), fmt::format("there is no key `{}` here", entry.key)}, Text{});
        return false;
    }

    bool members(const Node& node, const json& schema) {
        const auto required = schema.find("required");
        bool fine = true;
        if (required == schema.end()) return true;
        for (const json& each : *required) {
            const auto& key = each.get_ref<const std::string&>();
            if (node.find(key) == nullptr) fine = refuse("missing-key", node, [&] { return Text{fmt::format("thiếu khóa `{}`", key), fmt::format("the key `{}` is missing", key)}; });
        }
        return fine;
    }

    bool condition(const Node& node, const json& schema) {
        const auto when = schema.find("if");
        if (when == schema.end()) return true;
        const char* branch = Fitting(root_, nullptr).fits(node, *when, "") ? "then" : "else";
        const auto found = schema.find(branch);
        return found == schema.end() || members(node, *found);
    }

    bool list(const Node& node, const json& schema, const std::string& name) {
        bool fine = true;
        const auto least = schema.find("minItems"), most = schema.find("maxItems");
        if ((least != schema.end() && node.items.size() < least->get<std::size_t>()) || (most != schema.end() && node.items.size() > most->get<std::size_t>()))
            return refuse("wrong-length", node, [&] { return Text{fmt::format("danh sách `{}` có {} phần tử", name, node.items.size()), fmt::format("the list `{}` has {} elements", name, node.items.size())}; });
        if (const auto items = schema.find("items"); items != schema.end())
            for (const Node& each : node.items) {
                if (enough()) return false;
                fine = fits(each, *items, name) && fine;
            }
        return fine;
    }

    const json& root_;
    base::Report* report_;
};

}  // namespace

Shape::Shape(std::string_view schema) : schema_(std::make_unique<const Schema>(Schema{json::parse(schema)})) {}
Shape::~Shape() = default;

bool Shape::fits(const Node& tree, base::Report& report) const { return Fitting(schema_->root, &report).fits(tree, schema_->root, "result"); }

bool Shape::fits(const Node& tree, std::string_view definition, base::Report& report) const {
    return Fitting(schema_->root, &report).fits(tree, schema_->root.at("$defs").at(std::string(definition)), std::string(definition));
}

}  // namespace ocop::record
