// YAML to costs: every id is one of the form, every number exact.
#include "analysis/improve/read_costs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "yaml/scalar.hpp"

namespace ocop::analysis::improve {
namespace {

using yaml::Node;

constexpr std::int64_t most = 1'000'000;
constexpr int most_decimals = 6;
const char* const cannot = "cannot-change";

class Reader {
public:
    Reader(const program::Program& program, base::Report& report) : rules_(*program.rules), report_(report) {}

    Costs read(const Node& root) {
        Costs out;
        if (!is_map(root, {"một tệp chi phí", "a file of costs"})) return out;
        const std::vector<std::string> keys = {"costs"};
        for (const yaml::Entry& each : root.entries)
            if (each.key != "costs")
                report_.error("unknown-key", each.key_place(), Text{fmt::format("tệp chi phí không có khóa `{}`", each.key), fmt::format("a file of costs has no key `{}`", each.key)}, base::suggest(each.key, keys));
        const Node* costs = root.find("costs");
        if (costs == nullptr) {
            error(root, "key-missing", {"tệp chi phí thiếu `costs`", "a file of costs has no `costs`"}, {"ví dụ costs: {\"1.5\": 3}", "write costs: {\"1.5\": 3}"});
        } else if (is_map(*costs, {"`costs`", "`costs`"})) {
            if (costs->entries.empty()) error(*costs, "empty", {"`costs` không nêu tiêu chí nào", "`costs` names no criterion"});
            for (const yaml::Entry& each : costs->entries) item(each, out);
        }
        return out;
    }

private:
    void error(const Node& at, std::string_view code, Text message, Text help = {}) { report_.error(code, at.place(), std::move(message), std::move(help)); }

    bool is_map(const Node& at, const Text& what) {
        if (at.kind == Node::Kind::map) return true;
        const std::string found = yaml::described(at);
        error(at, "wrong-type", {what.vi + " phải gồm các khóa và giá trị", fmt::format("{} is a map of keys and values, found {}", what.en, found)});
        return false;
    }

    void item(const yaml::Entry& entry, Costs& out) {
        const model::Node* node = rules_.find(entry.key);
        if (node == nullptr) {
            std::vector<std::string> ids;
            for (const model::Node& each : rules_.nodes) ids.push_back(each.id);
            return report_.error("unknown-criterion", entry.key_place(), Text{fmt::format("bộ tiêu chí không có tiêu chí `{}`", entry.key), fmt::format("the form has no criterion `{}`", entry.key)}, base::suggest(entry.key, ids));
        }
        Effort effort;
        if (entry.value.kind == Node::Kind::map) options(*node, entry.value, effort);
        else effort.cost = cost(entry.value);
        out.items.emplace(entry.key, std::move(effort));
    }

    // "c", "operator.c"; "none" for the mark 0; "default" for every other.
    std::vector<std::string> names_of(const model::Node& node) const {
        std::vector<std::string> out;
        const auto add = [&](const std::string& name) {
            if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
        };
        for (const model::Case& each : node.cases)
            for (const model::Option& option : each.options) {
                add(option.id);
                if (!each.id.empty()) add(each.id + "." + option.id);
            }
        add("none");
        add("default");
        return out;
    }

    void options(const model::Node& node, const Node& at, Effort& out) {
        if (node.cases.empty())
            return error(at, "wrong-type", {fmt::format("`{}` không có mức để ghi chi phí từng mức", node.id), fmt::format("`{}` has no options to give costs to", node.id)},
                         {"ghi một con số hoặc cannot-change", "write one number, or cannot-change"});
        if (at.entries.empty()) error(at, "empty", {fmt::format("`{}` không nêu mức nào", node.id), fmt::format("`{}` names no option", node.id)});
        const std::vector<std::string> names = names_of(node);
        for (const yaml::Entry& each : at.entries) {
            if (std::find(names.begin(), names.end(), each.key) == names.end()) {
                report_.error("no-such-option", each.key_place(), Text{fmt::format("tiêu chí `{}` không có mức `{}`", node.id, each.key), fmt::format("`{}` has no option `{}`", node.id, each.key)}, base::suggest(each.key, names));
                continue;
            }
            const auto value = cost(each.value);
            if (each.key == "default") out.cost = value;
            else out.options[each.key] = value;
        }
    }

    // Nothing for `cannot-change`, and for what is refused.
    std::optional<Number> cost(const Node& at) {
        if (at.kind == Node::Kind::scalar && at.text == cannot) return std::nullopt;
        const auto number = at.kind == Node::Kind::scalar && !at.quoted && at.text.find('/') == std::string::npos ? Number::parse(at.text) : std::nullopt;
        if (!number) {
            error(at, "wrong-type", {"chi phí phải là một con số hoặc cannot-change", fmt::format("a cost is a number or cannot-change, found {}", yaml::described(at))});
        } else if (number->sign() < 0 || *number > Number(most)) {
            error(at, "cost-range", {fmt::format("chi phí là {}; phải từ 0 đến {}", number->text(), most), fmt::format("the cost is {}; costs are 0 to {}", number->text(), most)});
        } else if (number->round(most_decimals, Number::Rounding::down) != *number) {
            error(at, "cost-range", {fmt::format("chi phí là {}; nhiều nhất {} chữ số thập phân", number->text(), most_decimals), fmt::format("the cost is {}; costs have at most {} decimals", number->text(), most_decimals)});
        } else {
            return number;
        }
        return std::nullopt;
    }

    const model::RuleSet& rules_;
    base::Report& report_;
};

}  // namespace

std::optional<Costs> read_costs(const base::SourcePtr& source, const program::Program& program, base::Report& report) {
    const std::size_t before = report.errors();
    const auto root = yaml::parse(source, report);
    if (!root) return std::nullopt;
    Costs costs = Reader(program, report).read(*root);
    if (report.errors() > before) return std::nullopt;
    return costs;
}

}  // namespace ocop::analysis::improve
