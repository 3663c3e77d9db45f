// YAML to a plan: every key known, every group that of a rule set, no target twice.
#include "portfolio/read_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "yaml/scalar.hpp"

namespace ocop::portfolio {
namespace {

using yaml::Node;

const Text a_plan{"tệp kế hoạch", "a plan"}, a_target{"chỉ tiêu", "a target"};
const Text example{"ví dụ targets: [{group: food, stars: 4, products: 120}]", "write targets: [{group: food, stars: 4, products: 120}]"};

class Reader {
public:
    Reader(std::span<const std::string> groups, base::Report& report) : groups_(groups), report_(report) {}

    Plan read(const Node& root) {
        Plan out;
        if (!is_map(root, a_plan)) return out;
        known_keys(root, a_plan, {"plan", "targets"});
        if (const Node* title = required(root, "plan", a_plan, {"ví dụ plan: {vi: \"Kế hoạch OCOP 2026\"}", "write plan: {vi: \"Kế hoạch OCOP 2026\"}"})) read_title(*title, out.title);
        if (const Node* targets = required(root, "targets", a_plan, example)) read_targets(*targets, out.targets);
        return out;
    }

private:
    void error(const Node& at, std::string_view code, Text message, Text help = {}) { report_.error(code, at.place(), std::move(message), std::move(help)); }

    bool is_map(const Node& at, const Text& what) {
        if (at.kind == Node::Kind::map) return true;
        error(at, "wrong-type", {what.vi + " phải gồm các khóa và giá trị", fmt::format("{} is a map of keys and values, found {}", what.en, yaml::described(at))});
        return false;
    }

    void known_keys(const Node& map, const Text& what, const std::vector<std::string>& keys) {
        for (const yaml::Entry& each : map.entries)
            if (std::find(keys.begin(), keys.end(), each.key) == keys.end())
                report_.error("unknown-key", each.key_place(), Text{fmt::format("{} không có khóa `{}`", what.vi, each.key), fmt::format("{} has no key `{}`", what.en, each.key)}, base::suggest(each.key, keys));
    }

    const Node* required(const Node& map, const char* key, const Text& what, Text help) {
        const Node* found = map.find(key);
        if (found == nullptr) error(map, "key-missing", {fmt::format("{} thiếu `{}`", what.vi, key), fmt::format("{} has no `{}`", what.en, key)}, std::move(help));
        return found;
    }

    // One text for both languages, or one each; one of them is enough.
    void read_title(const Node& at, Text& into) {
        if (at.kind == Node::Kind::map) {
            known_keys(at, {"`plan`", "`plan`"}, {"vi", "en"});
            for (const auto& [key, text] : {std::pair{"vi", &into.vi}, std::pair{"en", &into.en}})
                if (const Node* found = at.find(key)) read_words(*found, *text);
            if (at.entries.empty()) error(at, "empty", {"`plan` không ghi gì", "`plan` says nothing"});
        } else {
            read_words(at, into.vi);
            into.en = into.vi;
        }
    }

    void read_words(const Node& at, std::string& into) {
        if (at.kind == Node::Kind::scalar && !at.text.empty()) into = at.text;
        else error(at, "wrong-type", {"tên kế hoạch phải là một dòng chữ", fmt::format("the name of a plan is a text, found {}", yaml::described(at))});
    }

    void read_targets(const Node& at, std::vector<Target>& into) {
        if (at.kind != Node::Kind::list) return error(at, "wrong-type", {"`targets` phải là một danh sách", fmt::format("`targets` is a list, found {}", yaml::described(at))}, example);
        if (at.items.empty()) error(at, "empty", {"`targets` không nêu chỉ tiêu nào", "`targets` names no target"}, example);
        for (const Node& each : at.items)
            if (auto target = read_target(each)) add(each, std::move(*target), into);
    }

    std::optional<Target> read_target(const Node& at) {
        const std::size_t before = report_.errors();
        Target out;
        if (!is_map(at, a_target)) return std::nullopt;
        known_keys(at, a_target, {"group", "stars", "at_least", "products"});
        if (const Node* group = at.find("group")) read_group(*group, out.group);
        if (const Node* stars = required(at, "stars", a_target, {"ví dụ stars: 4", "write stars: 4"})) out.stars = static_cast<int>(whole(*stars, "stars", Target::stars_most));
        if (const Node* products = required(at, "products", a_target, {"ví dụ products: 120", "write products: 120"})) out.products = static_cast<std::uint64_t>(whole(*products, "products", Target::products_most));
        if (const Node* at_least = at.find("at_least")) read_at_least(*at_least, out.at_least);
        return report_.errors() > before ? std::nullopt : std::optional(out);
    }

    void read_group(const Node& at, std::string& into) {
        if (at.kind != Node::Kind::scalar) return error(at, "wrong-type", {"`group` phải là tên một nhóm sản phẩm", fmt::format("`group` is the name of a product group, found {}", yaml::described(at))});
        if (std::find(groups_.begin(), groups_.end(), at.text) == groups_.end())
            return error(at, "unknown-group", {fmt::format("không có bộ tiêu chí nào của nhóm `{}`", at.text), fmt::format("no rule set is of the group `{}`", at.text)}, base::suggest(at.text, groups_));
        into = at.text;
    }

    void read_at_least(const Node& at, bool& into) {
        const bool is_boolean = at.kind == Node::Kind::scalar && !at.quoted && (at.text == "true" || at.text == "false");
        if (!is_boolean) return error(at, "wrong-type", {"`at_least` phải là true hoặc false", fmt::format("`at_least` is true or false, found {}", yaml::described(at))});
        into = at.text == "true";
    }

    // From 1; 0 for what is refused.
    std::int64_t whole(const Node& at, const char* name, std::uint64_t most) {
        const auto number = at.kind == Node::Kind::scalar && !at.quoted && at.text.find('/') == std::string::npos ? Number::parse(at.text) : std::nullopt;
        if (!number || !number->is_whole()) {
            error(at, "wrong-type", {fmt::format("`{}` phải là một số nguyên", name), fmt::format("`{}` is a whole number, found {}", name, yaml::described(at))});
        } else if (*number < Number(1) || *number > Number(static_cast<std::int64_t>(most))) {
            error(at, "out-of-range", {fmt::format("`{}` là {}; phải từ 1 đến {}", name, number->text(), most), fmt::format("`{}` is {}; it must be from 1 to {}", name, number->text(), most)});
        } else {
            return number->whole().value_or(0);
        }
        return 0;
    }

    // Two targets are alike where the same products count for them.
    void add(const Node& at, Target target, std::vector<Target>& into) {
        const auto alike = [&](const Target& each) { return each.group == target.group && each.stars == target.stars && each.at_least == target.at_least; };
        if (std::any_of(into.begin(), into.end(), alike))
            error(at, "repeated-target", {"chỉ tiêu này đã nêu ở trên: cùng nhóm và cùng số sao", "this target stands above already: of the same group and stars"}, {"gộp thành một chỉ tiêu", "make one target of both"});
        else into.push_back(std::move(target));
    }

    std::span<const std::string> groups_;
    base::Report& report_;
};

}  // namespace

std::optional<Plan> read_plan(const base::SourcePtr& source, std::span<const std::string> groups, base::Report& report) {
    const std::size_t before = report.errors();
    const auto root = yaml::parse(source, report);
    if (!root) return std::nullopt;
    Plan plan = Reader(groups, report).read(*root);
    if (report.errors() > before) return std::nullopt;
    return plan;
}

}  // namespace ocop::portfolio
