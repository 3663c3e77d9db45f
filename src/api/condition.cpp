// One condition with facts from JSON.
#include <ocop/condition.hpp>

#include "base/text.hpp"
#include "card/read_json.hpp"
#include "program/eval.hpp"

namespace ocop {
namespace {

// JSON's own kinds: what has no quotes is a number, true or false.
base::Value value_of(const yaml::Node& node) {
    using Kind = yaml::Node::Kind;
    if (node.kind == Kind::list) {
        auto list = std::make_shared<base::List>();
        for (const yaml::Node& each : node.items) list->push_back(value_of(each));
        return std::shared_ptr<const base::List>(std::move(list));
    }
    if (node.kind != Kind::scalar) return {};
    if (node.quoted) return node.text;
    if (node.text == "true" || node.text == "false") return node.text == "true";
    const auto number = Number::parse(node.text);
    return number ? base::Value(*number) : base::Value();
}

bool refused(const yaml::Node& node, base::Report& report) {
    using Kind = yaml::Node::Kind;
    if (node.kind == Kind::map) {
        report.error("fact-type", node.place(), Text{"dữ kiện không thể là một đối tượng", "a fact cannot be an object"}, Text{});
        return true;
    }
    for (const yaml::Node& each : node.items)
        if (refused(each, report)) return true;
    if (node.kind != Kind::scalar || node.quoted || node.text == "true" || node.text == "false" || Number::parse(node.text)) return false;
    report.error("fact-type", node.place(), Text{"số phải viết dạng thập phân, không có số mũ", "write this number as a decimal, without an exponent"}, Text{});
    return true;
}

}  // namespace

Evaluated evaluate(std::string_view condition, std::string_view facts_json) {
    base::Report report;
    Evaluated out;
    const auto source = std::make_shared<const base::Source>("<facts>", std::string(facts_json));
    const auto facts = card::read_json(source, {0, static_cast<std::uint32_t>(facts_json.size())}, report);
    if (facts && facts->kind != yaml::Node::Kind::map)
        report.error("wrong-type", facts->place(), Text{"dữ kiện phải là một đối tượng JSON", "the facts are one JSON object: {\"name\": value}"}, Text{});
    std::vector<std::pair<std::string, base::Value>> values;
    if (facts && !report.has_errors())
        for (const yaml::Entry& each : facts->entries)
            if (!refused(each.value, report)) values.emplace_back(each.key, value_of(each.value));
    if (!report.has_errors()) out.json = program::eval_json(condition, values, report);
    out.diagnostics = report.take();
    return out;
}

}  // namespace ocop
