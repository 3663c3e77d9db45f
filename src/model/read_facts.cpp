// Facts and evidence: what conditions may ask, and what a card may say.
#include <fmt/format.h>

#include <algorithm>

#include "model/reader.hpp"
#include "syntax/terminals.hpp"
#include "yaml/scalar.hpp"

namespace ocop::model {
namespace {

const std::vector<std::string> levels = {"commune", "district", "province", "ministry"};

Fact built_in(std::string name, Type type, Text title) {
    Fact fact;
    fact.name = std::move(name);
    fact.type = std::move(type);
    fact.title = std::move(title);
    fact.built_in = true;
    return fact;
}

std::optional<Type::Kind> plain_kind(std::string_view word) {
    if (word == "boolean") return Type::Kind::boolean;
    if (word == "number") return Type::Kind::number;
    if (word == "string") return Type::Kind::string;
    if (word == "date") return Type::Kind::date;
    return std::nullopt;
}

}  // namespace

void Reader::read_facts(const Written* at) {
    std::vector<std::string> evidence;
    for (const Evidence& each : rules_.evidence) evidence.push_back(each.id);
    rules_.facts = {built_in("level", Type::text(levels), {"Cấp đánh giá", "Level"}), built_in("assessed_on", Type::Kind::date, {"Ngày đánh giá", "Assessed on"}),
                    built_in("filed_on", Type::Kind::date, {"Ngày nộp hồ sơ", "Filed on"}), built_in("evidence", Type::list(Type::text(evidence)), {"Minh chứng", "Evidence"})};
    if (at == nullptr || !is_map(*at, "`facts`")) return;
    for (const syntax::WrittenEntry& each : at->entries) {
        const bool spaced = syntax::scan_quoted_name("'" + each.key + "'") == each.key.size() + 2;
        const bool taken = std::any_of(rules_.facts.begin(), rules_.facts.begin() + slot_declared, [&](const Fact& fact) { return fact.name == each.key; }) || each.key == "total";
        if (taken) report_.error("reserved-name", each.key_place(), fmt::format("`{}` has a meaning of its own in conditions; call the fact otherwise", each.key));
        else if (!spaced || syntax::is_keyword(each.key)) report_.error("bad-name", each.key_place(), fmt::format("`{}` cannot be the name of a fact", each.key), "a name has letters, digits and `_`");
        else read_fact(each.key, each.value);
    }
}

void Reader::read_fact(const std::string& name, const Written& at) {
    const std::string what = fmt::format("the fact `{}`", name);
    if (!is_map(at, what)) return;
    known_keys(at, what, {"type", "unit", "values", "domain", "missing", "title", "cite"});
    Fact fact;
    fact.name = name;
    fact.title = title(at, what);
    fact.origin = origin(at);
    // A fact whose type is wrong stays known, so that conditions that name it are not blamed.
    const auto type = read_type(at);
    if (type) fact.type = *type;
    if (const Written* domain = at.find("domain"); domain != nullptr && type) read_domain(fact, *domain);
    if (const Written* missing = at.find("missing"); missing != nullptr && type) read_missing(fact, *missing);
    rules_.facts.push_back(std::move(fact));
}

std::optional<Type> Reader::read_type(const Written& at) {
    const Written* type = at.find("type");
    if (type == nullptr) {
        error(at, "key-missing", "a fact has a `type`", "type: boolean, number, string, date, or list of one of these");
        return std::nullopt;
    }
    auto word = yaml::read_text(*type, "type", report_);
    if (!word) return std::nullopt;
    const bool list = word->rfind("list of ", 0) == 0;
    const auto kind = plain_kind(list ? word->substr(8) : *word);
    if (!kind) {
        error(*type, "unknown-type", fmt::format("`{}` is no type", *word), "type: boolean, number, string, date, or list of one of these");
        return std::nullopt;
    }
    Type found = *kind;
    if (const Written* unit = at.find("unit")) {
        auto read = yaml::read_text(*unit, "unit", report_);
        if (*kind != Type::Kind::number) error(*unit, "misplaced-key", "only a number has a `unit`");
        else if (read && (read->empty() || syntax::scan_unit(*read) != read->size())) error(*unit, "bad-unit", fmt::format("`{}` cannot be a unit", *read), "a unit is % or a word of letters");
        else if (read) found = Type::number(*read);
    }
    if (const Written* values = at.find("values")) {
        auto read = words(*values, "values");
        if (*kind != Type::Kind::string) error(*values, "misplaced-key", "only a string has `values`");
        else if (read.empty() && values->is_list()) error(*values, "empty", "`values` has no value");
        else found = Type::text(std::move(read));
    }
    return list ? Type::list(found) : found;
}

// `domain: "[0..100]"` is the condition `value in ([0..100])` over the bare value.
void Reader::read_domain(Fact& fact, const Written& at) {
    const auto tests = yaml::read_text(at, "domain", report_);
    if (!tests) return;
    const Type& each = fact.type.element ? *fact.type.element : fact.type;
    if (each.kind == Type::Kind::boolean) return error(at, "misplaced-key", "true or false needs no `domain`");
    Names names;
    names.facts.push_back({"value", each.kind == Type::Kind::number ? Type(Type::Kind::number) : Type(each.kind)});
    fact.domain_text = *tests;
    fact.domain = condition("value in (" + *tests + ")", at, names, {});
}

void Reader::read_missing(Fact& fact, const Written& at) {
    if (at.is_null()) return;
    if (!at.is_scalar()) return error(at, "wrong-type", fmt::format("`missing` is one value, found {}", yaml::described(at)));
    std::optional<base::Value> value;
    std::string text = at.text;
    const std::string& unit = fact.type.unit();
    switch (fact.type.kind) {
        case Type::Kind::boolean:
            if (const auto read = yaml::read_boolean(at, "missing", report_)) value = *read;
            break;
        case Type::Kind::number:
            if (!unit.empty() && text.size() > unit.size() && text.compare(text.size() - unit.size(), unit.size(), unit) == 0) text.resize(text.size() - unit.size());
            if (const auto read = Number::parse(text); read && text.find('/') == std::string::npos) value = *read;
            else error(at, "wrong-type", fmt::format("`missing` is {}, found {}", fact.type.described(), yaml::described(at)));
            break;
        case Type::Kind::string:
            if (fact.type.values && std::find(fact.type.values->begin(), fact.type.values->end(), text) == fact.type.values->end())
                return error(at, "fact-values", fmt::format("`{}` is none of the values of this fact: {}", text, base::one_of(*fact.type.values)), base::did_you_mean(text, *fact.type.values));
            value = text;
            break;
        case Type::Kind::date:
            if (const auto read = yaml::read_date(at, "missing", report_)) value = *read;
            break;
        default: return error(at, "misplaced-key", "a list has no `missing` value");
    }
    if (!value) return;
    fact.missing = std::move(value);
}

void Reader::read_evidence(const Written* at) {
    if (at == nullptr || !is_map(*at, "`evidence`")) return;
    for (const syntax::WrittenEntry& each : at->entries) {
        const std::string what = fmt::format("the evidence `{}`", each.key);
        if (!is_map(each.value, what)) continue;
        known_keys(each.value, what, {"title", "cite"});
        rules_.evidence.push_back({each.key, title(each.value, what), origin(each.value)});
    }
}

std::vector<int> Reader::evidence_ids(const Written& at) {
    std::vector<int> out;
    std::vector<std::string> known;
    for (const Evidence& each : rules_.evidence) known.push_back(each.id);
    if (!is_list(at, "`evidence`")) return out;
    for (const Written& each : at.items) {
        const auto wanted = yaml::read_text(each, "evidence", report_);
        if (!wanted) continue;
        const auto found = std::find(known.begin(), known.end(), *wanted);
        if (found == known.end()) error(each, "unknown-evidence", fmt::format("no evidence `{}` is declared", *wanted), base::did_you_mean(*wanted, known));
        else out.push_back(static_cast<int>(found - known.begin()));
    }
    return out;
}

}  // namespace ocop::model
