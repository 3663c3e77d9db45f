// Facts: typed, inside their domain, assumed where the rule set says what to take.
#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "card/binder.hpp"
#include "program/evaluate.hpp"
#include "yaml/scalar.hpp"

namespace ocop::card {
namespace {

using model::Type;

Text wanted(const Type& type) {
    switch (type.kind) {
        case Type::Kind::boolean: return {"đúng hoặc sai: true hoặc false", "true or false"};
        case Type::Kind::number:
            if (type.unit().empty()) return {"một số", "a number"};
            return {"một số có đơn vị " + type.unit(), "a number in " + type.unit()};
        case Type::Kind::string: return {"một văn bản", "a text"};
        case Type::Kind::date: return {"một ngày như 2026-06-20", "a day such as 2026-06-20"};
        default: return {"một danh sách", "a list"};
    }
}

}  // namespace

void Binder::facts(const Node* at) {
    if (at != nullptr && at->kind != Node::Kind::null && is_map(*at, "facts"))
        for (const yaml::Entry& each : at->entries) fact(each);
    for (std::size_t slot = model::slot_declared; slot < rules_.facts.size(); ++slot) {
        const auto& missing = rules_.facts[slot].missing;
        if (card_.facts[slot].known() || !missing) continue;
        card_.facts[slot] = *missing;
        card_.assumed[slot] = true;
    }
}

void Binder::fact(const yaml::Entry& entry) {
    std::vector<std::string> names;
    for (std::size_t slot = model::slot_declared; slot < rules_.facts.size(); ++slot) names.push_back(rules_.facts[slot].name);
    const auto found = std::find(names.begin(), names.end(), entry.key);
    if (found == names.end()) {
        return error(entry.key_place(), "unknown-fact", {fmt::format("bộ tiêu chí không hỏi dữ kiện `{}`", entry.key), fmt::format("the rule set asks for no fact `{}`", entry.key)},
                     base::suggest(entry.key, names));
    }
    if (entry.value.kind == Node::Kind::null) return;
    const std::size_t slot = static_cast<std::size_t>(found - names.begin()) + model::slot_declared;
    const model::Fact& fact = rules_.facts[slot];
    auto read = value(fact.type, entry.value, entry.key);
    if (!read) return;
    if (!in_domain(fact, *read))
        return error(entry.value, "fact-domain", {fmt::format("`{}` là {}, phải nằm trong {}", entry.key, base::text(*read, fact.type.unit()), fact.domain_text),
                                                  fmt::format("`{}` is {}, outside its domain {}", entry.key, base::text(*read, fact.type.unit()), fact.domain_text)});
    card_.facts[slot] = std::move(*read);
}

std::optional<base::Value> Binder::value(const Type& type, const Node& at, const std::string& name) {
    const auto refuse = [&]() -> std::optional<base::Value> {
        const Text expected = wanted(type);
        error(at, "fact-type", {fmt::format("`{}` phải là {}", name, expected.vi), fmt::format("`{}` is {}, found {}", name, expected.en, yaml::described(at))});
        return std::nullopt;
    };
    if (type.kind == Type::Kind::list) {
        if (at.kind != Node::Kind::list) return refuse();
        if (at.items.size() > base::limits::list_items) return refuse();
        auto list = std::make_shared<base::List>();
        for (const Node& each : at.items) {
            auto one = each.kind == Node::Kind::null ? std::optional<base::Value>(base::Value()) : value(*type.element, each, name);
            if (!one) return std::nullopt;
            list->push_back(std::move(*one));
        }
        return base::Value(std::shared_ptr<const base::List>(std::move(list)));
    }
    if (at.kind != Node::Kind::scalar) return refuse();
    std::string text = at.text;
    switch (type.kind) {
        case Type::Kind::boolean:
            if (at.quoted || (text != "true" && text != "false")) return refuse();
            return text == "true";
        case Type::Kind::number: {
            const std::string& unit = type.unit();
            const bool with_unit = !unit.empty() && text.size() > unit.size() && text.compare(text.size() - unit.size(), unit.size(), unit) == 0;
            if (with_unit) text.resize(text.size() - unit.size());
            while (with_unit && text.back() == ' ') text.pop_back();
            const auto number = text.find('/') == std::string::npos && (!at.quoted || with_unit) ? Number::parse(text) : std::nullopt;
            if (!number) return refuse();
            return *number;
        }
        case Type::Kind::string:
            if (type.values && std::find(type.values->begin(), type.values->end(), text) == type.values->end()) {
                error(at, "fact-values", {fmt::format("`{}` không có giá trị `{}`; chọn {}", name, text, base::one_of(*type.values, Language::vi)), fmt::format("`{}` cannot be `{}`; expected {}", name, text, base::one_of(*type.values))},
                      base::suggest(text, *type.values));
                return std::nullopt;
            }
            return text;
        case Type::Kind::date: {
            const auto day = base::Date::parse(text);
            if (!day) return refuse();
            return *day;
        }
        default: return refuse();
    }
}

std::optional<base::Value> Binder::bind_fact(int slot, std::string_view text, bool quoted) {
    const model::Fact& fact = rules_.facts[static_cast<std::size_t>(slot)];
    Node given;
    given.kind = Node::Kind::scalar;
    given.quoted = quoted;
    given.text = base::nfc(text);
    auto read = value(fact.type, given, fact.name);
    return read && in_domain(fact, *read) ? std::move(read) : std::nullopt;
}

std::optional<base::Value> bind_fact(const program::Program& program, int slot, std::string_view text, bool quoted) {
    base::Report report;
    return Binder(program, report).bind_fact(slot, text, quoted);
}

bool Binder::in_domain(const model::Fact& fact, const base::Value& value) const {
    const int domain = program_.domains[static_cast<std::size_t>(&fact - rules_.facts.data())];
    if (domain == program::none) return true;
    if (value.list() != nullptr) return std::all_of(value.list()->begin(), value.list()->end(), [&](const base::Value& each) { return !each.known() || in_domain(fact, each); });
    const std::vector<base::Value> alone = {value};
    const base::Value inside = program::evaluate(program_.code[static_cast<std::size_t>(domain)], {alone, nullptr, {}}, nullptr, nullptr);
    const bool* answer = inside.get_if<bool>();
    return answer != nullptr && *answer;
}

void Binder::built_in_facts() {
    if (card_.level) card_.facts[model::slot_level] = std::string(name(*card_.level));
    if (card_.assessed_on) card_.facts[model::slot_assessed_on] = *card_.assessed_on;
    if (card_.filed_on) card_.facts[model::slot_filed_on] = *card_.filed_on;
    auto ids = std::make_shared<base::List>();
    for (std::size_t i = 0; i < rules_.evidence.size(); ++i)
        if (card_.evidence[i]) ids->push_back(rules_.evidence[i].id);
    card_.facts[model::slot_evidence] = std::shared_ptr<const base::List>(std::move(ids));
}

}  // namespace ocop::card
