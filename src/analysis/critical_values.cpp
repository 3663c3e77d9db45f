// Numbers and days: each constant, what lies between two, and what lies beyond the outermost. Texts and choices: each constant, all
// that is declared, and one more where others may be.
#include "analysis/critical_values.hpp"

#include <algorithm>

#include "program/evaluate.hpp"

namespace ocop::analysis {
namespace {

using base::Date;
using base::Value;
using Values = std::vector<Value>;
using TypeKind = model::Type::Kind;

bool exists(const Date& day) { return Date::parse(day.text()) == day; }

std::optional<Date> after(Date day) {
    if (++day.day; exists(day)) return day;
    day.day = 1;
    if (++day.month > 12) day = {day.year + 1, 1, 1};
    return exists(day) ? std::optional(day) : std::nullopt;
}

std::optional<Date> before(Date day) {
    if (--day.day > 0) return day;
    if (--day.month < 1) day = {day.year - 1, 12, 31};
    for (day.day = 31; day.day > 27; --day.day)
        if (exists(day)) return day;
    return std::nullopt;
}

Values days(const Values& constants) {
    std::vector<Date> out;
    for (const Value& each : constants) {
        const auto* day = each.get_if<Date>();
        if (day == nullptr) continue;
        out.push_back(*day);
        if (const auto next = after(*day)) out.push_back(*next);
        if (const auto last = before(*day)) out.push_back(*last);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return Values(out.begin(), out.end());
}

Values words(const std::vector<std::string>& words) { return Values(words.begin(), words.end()); }

// A text that equals none of them.
void add_another(Values& texts) {
    std::string other = "something else";
    while (std::find_if(texts.begin(), texts.end(), [&](const Value& each) { return base::equal(each, other) == true; }) != texts.end()) other += "!";
    texts.emplace_back(std::move(other));
}

Values texts(const model::Type& type, const Values& constants) {
    if (type.values) return words(*type.values);
    Values out;
    for (const Value& each : constants)
        if (std::none_of(out.begin(), out.end(), [&](const Value& one) { return base::equal(one, each) == true; })) out.push_back(each);
    add_another(out);
    return out;
}

std::optional<Values> of_type(const model::Type& type, const Values& constants) {
    switch (type.kind) {
        case TypeKind::boolean: return Values{false, true};
        case TypeKind::number: return with_neighbours(sorted_numbers(constants));
        case TypeKind::date: return days(constants);
        case TypeKind::string: return texts(type, constants);
        default: return std::nullopt;
    }
}

std::optional<Values> of_fact(const model::Fact& fact, Values constants) {
    if (!fact.domain) return of_type(fact.type, constants);
    if (fact.domain->checked == nullptr) return std::nullopt;
    const auto domain = comparisons(*fact.domain->checked);
    if (!domain) return std::nullopt;
    for (const auto& [operand, ends] : *domain) constants.insert(constants.end(), ends.begin(), ends.end());
    auto found = of_type(fact.type, constants);
    if (!found) return std::nullopt;
    const program::Code code = program::compile(*fact.domain->checked);
    std::erase_if(*found, [&](const Value& each) { return base::equal(program::evaluate(code, {{&each, 1}, nullptr, {}}, nullptr, nullptr), true) != true; });
    return found;
}

// The most an item's options give, as they are taken or as they are printed, all together where several may be ticked.
Number most_of(const model::Node& node) {
    Number most = node.max.value_or(Number(0));
    most = std::max(most, node.best);
    if (node.score) most = std::max(most, node.score->high);
    for (const model::Case& each : node.cases)
        for (const model::Option& option : each.options) most = std::max({most, option.points, option.printed_points});
    return most;
}

// Anything from 0 to the most. Rounding may lift a figure to the next whole number.
std::optional<Values> up_to(const Number& most, Values constants) {
    const Number top = most.round(0, Number::Rounding::ceiling).value_or(most);
    constants.insert(constants.end(), {Value(Number(0)), Value(most), Value(top)});
    auto found = with_neighbours(sorted_numbers(constants));
    if (found) std::erase_if(*found, [&](const Value& each) { return *each.get_if<Number>() < Number(0) || *each.get_if<Number>() > top; });
    return found;
}

// One sheet ticks one option or none; printed points count where a misprint is read as printed.
Values of_options(const model::Node& node) {
    Values points = {Number(0)};
    for (const model::Case& each : node.cases)
        for (const model::Option& option : each.options) points.insert(points.end(), {Value(option.points), Value(option.printed_points)});
    const auto sorted = sorted_numbers(points);
    return Values(sorted.begin(), sorted.end());
}

// Printed points may make sums larger than their corrected maxima, so everything below counts with its most.
Number most_below(const model::RuleSet& rules, std::size_t first, std::size_t end) {
    Number sum(0);
    for (std::size_t i = first; i < end; ++i)
        if (rules.nodes[i].leaf()) sum = add(sum, most_of(rules.nodes[i])).value_or(sum);
    return sum;
}

std::optional<Values> of_points(const model::RuleSet& rules, std::size_t item, const Values& constants, Reader reader) {
    const model::Node& node = rules.nodes[item];
    if (reader == Reader::sheet && !node.cases.empty() && !node.choose_any) return of_options(node);
    return up_to(node.leaf() ? most_of(node) : std::max(most_of(node), most_below(rules, item, static_cast<std::size_t>(node.end))), constants);
}

Values of_option(const model::Node& node) {
    Values out;
    for (const model::Case& each : node.cases)
        for (const model::Option& option : each.options) out.emplace_back(each.id.empty() ? option.id : each.id + "." + option.id);
    add_another(out);  // nothing is ticked
    return out;
}

// A council's own rules may choose otherwise than the rule set foresees.
Values of_reading(const model::Reading& reading) {
    Values out = words(reading.choices());
    add_another(out);
    return out;
}

}  // namespace

std::vector<Number> sorted_numbers(const Values& values) {
    std::vector<Number> out;
    for (const Value& each : values)
        if (const auto* number = each.get_if<Number>()) out.push_back(*number);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::optional<Values> with_neighbours(const std::vector<Number>& constants) {
    if (constants.empty()) return Values{Number(0)};
    const auto below = subtract(constants.front(), Number(1)), above = add(constants.back(), Number(1));
    if (!below || !above) return std::nullopt;
    Values out = {*below};
    for (std::size_t i = 0; i < constants.size(); ++i) {
        out.emplace_back(constants[i]);
        if (i + 1 == constants.size()) break;
        const auto sum = add(constants[i], constants[i + 1]);
        const auto middle = sum ? divide(*sum, Number(2)) : std::nullopt;
        if (!middle) return std::nullopt;
        out.emplace_back(*middle);
    }
    out.emplace_back(*above);
    return out;
}

std::optional<std::vector<base::Value>> critical_values(const model::RuleSet& rules, const Operand& operand, const std::vector<base::Value>& constants,
                                                        Reader reader) {
    const auto index = static_cast<std::size_t>(operand.index);
    switch (operand.kind) {
        case Operand::Kind::fact: return of_fact(rules.facts[index], constants);
        case Operand::Kind::points: return of_points(rules, index, constants, reader);
        case Operand::Kind::option: return of_option(rules.nodes[index]);
        case Operand::Kind::total: return up_to(std::max(rules.total_max, most_below(rules, 0, rules.nodes.size())), constants);
        case Operand::Kind::reading: return of_reading(rules.readings[index]);
    }
    return std::nullopt;
}

}  // namespace ocop::analysis
