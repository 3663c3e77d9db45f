// What stands at the top of a card.
#include "card/bind.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "card/binder.hpp"
#include "syntax/canonical.hpp"
#include "syntax/document.hpp"
#include "yaml/scalar.hpp"

namespace ocop::card {
namespace {

const std::vector<std::string> levels = {"commune", "district", "province", "ministry"};

}  // namespace

void Binder::error(const Node& at, std::string_view code, Text message, Text help) { error(at.place(), code, std::move(message), std::move(help)); }

void Binder::error(Place place, std::string_view code, Text message, Text help) {
    report_.error(code, std::move(place), std::move(message), std::move(help));
}

bool Binder::is_map(const Node& at, const std::string& what) {
    if (at.kind == Node::Kind::map) return true;
    error(at, "wrong-type", {fmt::format("`{}` phải gồm các cặp khóa và giá trị", what), fmt::format("`{}` is a map of keys and values, found {}", what, yaml::described(at))});
    return false;
}

void Binder::known_keys(const Node& map, std::initializer_list<std::string_view> keys) {
    const std::vector<std::string> names(keys.begin(), keys.end());
    for (const yaml::Entry& each : map.entries) {
        if (std::find(names.begin(), names.end(), each.key) != names.end()) continue;
        error(each.key_place(), "unknown-key", {fmt::format("không có khóa `{}` ở đây", each.key), fmt::format("there is no key `{}` here", each.key)},
              base::suggest(each.key, names));
    }
}

std::optional<std::string> Binder::word(const Node& map, std::string_view key) {
    const Node* found = map.find(key);
    if (found == nullptr || found->kind == Node::Kind::null) return std::nullopt;
    return yaml::read_text(*found, key, report_);
}

std::optional<base::Date> Binder::date(const Node& map, std::string_view key) {
    const Node* found = map.find(key);
    if (found == nullptr || found->kind == Node::Kind::null) return std::nullopt;
    const auto read = found->kind == Node::Kind::scalar ? base::Date::parse(found->text) : std::nullopt;
    if (!read)
        error(*found, "bad-date", {fmt::format("`{}` phải là một ngày có thật, dạng năm-tháng-ngày", key), fmt::format("`{}` is an existing day, found {}", key, yaml::described(*found))},
              {"viết như 2026-06-20", "write it as 2026-06-20"});
    return read;
}

void Binder::head(const Node& root) {
    card_.id = word(root, "scorecard").value_or("");
    if (card_.id.empty()) error(root, "scorecard-missing", {"hồ sơ chấm điểm chưa có mã `scorecard`", "the scorecard has no id: `scorecard` is missing or empty"});
    card_.rule_set = word(root, "rule_set").value_or("");
    if (!card_.rule_set.empty() && card_.rule_set != rules_.id)
        error(*root.find("rule_set"), "other-rule-set", {fmt::format("hồ sơ này dùng bộ tiêu chí `{}`, không phải `{}`", card_.rule_set, rules_.id),
                                                        fmt::format("this scorecard is for the rule set `{}`, not for `{}`", card_.rule_set, rules_.id)});
    card_.council = word(root, "council").value_or("");
    if (const auto level = word(root, "level")) {
        const auto found = std::find(levels.begin(), levels.end(), *level);
        if (found == levels.end())
            error(*root.find("level"), "unknown-level", {fmt::format("không có cấp `{}`; chọn {}", *level, base::one_of(levels, Language::vi)), fmt::format("`{}` is no level; expected {}", *level, base::one_of(levels))},
                  base::suggest(*level, levels));
        else card_.level = static_cast<Authority>(found - levels.begin());
    }
    card_.filed_on = date(root, "filed_on");
    card_.assessed_on = date(root, "assessed_on");
    if (card_.filed_on && card_.assessed_on && *card_.assessed_on < *card_.filed_on)
        error(*root.find("assessed_on"), "dates-order", {fmt::format("ngày đánh giá {} sớm hơn ngày nộp hồ sơ {}", card_.assessed_on->text(), card_.filed_on->text()),
                                                        fmt::format("assessed on {}, before it was filed on {}", card_.assessed_on->text(), card_.filed_on->text())});
    if (const Node* given = root.find("members"); given != nullptr && given->kind != Node::Kind::null) {
        Node members = *given;
        members.quoted = false;  // the card inside a trail has its numbers as texts
        if (const auto count = yaml::read_integer(members, "members", 1, static_cast<std::int64_t>(base::limits::sheets), report_)) card_.members = static_cast<int>(*count);
    }
}

void Binder::product(const Node& at) {
    if (at.kind == Node::Kind::null || !is_map(at, "product")) return;
    if (at.entries.size() > base::limits::product_fields)
        return error(at, "too-many-fields", {fmt::format("`product` có {} mục, nhiều nhất là {}", at.entries.size(), base::limits::product_fields), fmt::format("`product` has {} entries, at most {} are read", at.entries.size(), base::limits::product_fields)});
    for (const yaml::Entry& each : at.entries) {
        if (each.value.kind == Node::Kind::null) continue;
        if (auto text = yaml::read_text(each.value, each.key, report_)) card_.product.emplace_back(each.key, std::move(*text));
    }
}

void Binder::evidence(const Node& at) {
    std::vector<std::string> known;
    for (const model::Evidence& each : rules_.evidence) known.push_back(each.id);
    if (at.kind == Node::Kind::null) return;
    if (at.kind != Node::Kind::list) return error(at, "wrong-type", {"`evidence` phải là một danh sách", "`evidence` is a list, found " + yaml::described(at)}, {"viết như [giay-1, giay-2]", "write [first, second]"});
    for (const Node& each : at.items) {
        const auto id = yaml::read_text(each, "evidence", report_);
        if (!id) continue;
        const auto found = std::find(known.begin(), known.end(), *id);
        if (found == known.end()) error(each, "unknown-evidence", {fmt::format("bộ tiêu chí không có minh chứng `{}`", *id), fmt::format("the rule set knows no evidence `{}`", *id)}, base::suggest(*id, known));
        else if (card_.evidence[static_cast<std::size_t>(found - known.begin())]) error(each, "repeated", {fmt::format("minh chứng `{}` được ghi hai lần", *id), fmt::format("the evidence `{}` is listed twice", *id)});
        else card_.evidence[static_cast<std::size_t>(found - known.begin())] = true;
    }
}

std::optional<Card> Binder::bind(const Written& written) {
    const Node& root = written.root;
    const std::size_t before = report_.errors();
    if (root.kind != Node::Kind::map) {
        error(root, "wrong-type", {"tệp này không phải một hồ sơ chấm điểm", "this is no scorecard: expected keys and values, found " + yaml::described(root)});
        return std::nullopt;
    }
    known_keys(root, {"scorecard", "rule_set", "product", "level", "filed_on", "assessed_on", "council", "facts", "evidence", "members", "sheets", "notes"});
    card_.evidence.assign(rules_.evidence.size(), false);
    card_.facts.assign(rules_.facts.size(), {});
    card_.assumed.assign(rules_.facts.size(), false);
    head(root);
    if (const Node* at = root.find("product")) product(*at);
    if (const Node* at = root.find("evidence")) evidence(*at);
    facts(root.find("facts"));
    if (const Node* at = root.find("sheets")) sheets(*at);
    built_in_facts();
    if (report_.errors() > before) return std::nullopt;
    card_.canonical = syntax::canonical(syntax::written(root));
    return std::move(card_);
}

std::optional<Card> bind(const Written& written, const program::Program& program, base::Report& report) {
    return Binder(program, report).bind(written);
}

}  // namespace ocop::card
