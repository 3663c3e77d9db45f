// Calls of built-in functions: arguments put in the order of the parameters, and typed.
#include <fmt/format.h>

#include <algorithm>

#include "model/condition_checker.hpp"

namespace ocop::model {
namespace {

using syntax::ConditionNode;
using Kind = ConditionNode::Kind;

struct Parameter {
    std::string_view name;
    bool optional = false;
    bool many = false;
};

std::vector<Parameter> parameters_of(const Function& function) {
    std::vector<Parameter> out;
    std::string_view rest = function.parameters;
    while (!rest.empty()) {
        const auto comma = rest.find(", ");
        Parameter one{rest.substr(0, comma)};
        constexpr std::string_view many = "…";
        if (one.name.size() > many.size() && one.name.substr(one.name.size() - many.size()) == many) {
            one.name.remove_suffix(many.size());
            one.many = true;
        } else if (one.name.back() == '?') {
            one.name.remove_suffix(1);
            one.optional = true;
        }
        out.push_back(one);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 2);
    }
    return out;
}

std::string counted(std::size_t values) { return values == 1 ? "1 value is" : fmt::format("{} values are", values); }

std::vector<std::string> function_names() {
    std::vector<std::string> names;
    for (const Function& each : functions) names.emplace_back(each.name);
    return names;
}

}  // namespace

Type ConditionChecker::call(NodeId id) {
    const ConditionNode& node = condition_.at(id);
    const Function* function = find_function(node.text);
    if (function == nullptr) {
        const auto names = function_names();
        error(id, "unknown-function", fmt::format("there is no function `{}`", node.text), base::did_you_mean(node.text, names));
        for (NodeId child : node.children) check(child);
        return {};
    }
    meanings_[id].function = function;
    if (!order_arguments(id, *function)) {
        for (NodeId child : node.children) check(child);
        return {};
    }
    return result(id, *function);
}

// Fills Meaning::arguments; complains where arguments and parameters do not fit.
bool ConditionChecker::order_arguments(NodeId id, const Function& function) {
    const ConditionNode& node = condition_.at(id);
    const auto parameters = parameters_of(function);
    if (parameters[0].many && node.names.empty()) {
        if (!node.children.empty()) return true;
        error(id, "argument-count", fmt::format("`{}` takes a list or at least one value", function.name));
        return false;
    }
    std::vector<int> order(parameters.size(), -1);
    bool fits = node.children.size() <= parameters.size();
    for (std::size_t i = 0; i < node.children.size() && fits; ++i) {
        std::size_t place = i;
        if (!node.names.empty()) {
            const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& each) { return each.name == node.names[i]; });
            if (found == parameters.end()) {
                error(node.children[i], "argument-name",
                      node.names[i].empty() ? "either all values of a call are named, or none is"
                                            : fmt::format("`{}` has no parameter `{}`; its parameters are: {}", function.name, node.names[i], function.parameters));
                return false;
            }
            place = static_cast<std::size_t>(found - parameters.begin());
        }
        fits = order[place] < 0;
        order[place] = static_cast<int>(i);
    }
    for (std::size_t i = 0; i < parameters.size(); ++i) fits = fits && (order[i] >= 0 || parameters[i].optional);
    if (!fits) {
        error(id, "argument-count", fmt::format("`{}` takes ({}), {} given", function.name, function.parameters, counted(node.children.size())));
        return false;
    }
    meanings_[id].arguments = std::move(order);
    return true;
}

bool ConditionChecker::has_argument(NodeId id, std::size_t parameter) const {
    const auto& order = meanings_[id].arguments;
    return parameter < order.size() && order[parameter] >= 0;
}

syntax::NodeId ConditionChecker::argument(NodeId id, std::size_t parameter) const {
    return condition_.at(id).children[static_cast<std::size_t>(meanings_[id].arguments[parameter])];
}

Type ConditionChecker::result(NodeId id, const Function& function) {
    using Is = FunctionId;
    switch (function.id) {
        case Is::abs:
        case Is::floor:
        case Is::ceiling:
        case Is::decimal:
        case Is::round_half_up:
        case Is::round_half_down:
        case Is::round_up:
        case Is::round_down:
        case Is::modulo: return of_numbers(id, function);
        case Is::min:
        case Is::max:
        case Is::sum:
        case Is::mean:
        case Is::median:
        case Is::count:
        case Is::all:
        case Is::any:
        case Is::list_contains: return of_lists(id, function);
        case Is::contains:
        case Is::starts_with:
        case Is::ends_with:
        case Is::string_length:
        case Is::upper_case:
        case Is::lower_case:
        case Is::substring: return of_texts(id, function);
        case Is::is: return same_or_not(id);
        case Is::date: return day(id);
        case Is::not_: expect(argument(id, 0), Type::Kind::boolean, "`not`"); return Type::Kind::boolean;
        case Is::points: return points(id);
        case Is::option: return option(id);
        case Is::reading: return reading(id);
    }
    return {};
}

Type ConditionChecker::of_numbers(NodeId id, const Function& function) {
    if (function.id == FunctionId::abs) return expect(argument(id, 0), Type::Kind::number, "`abs`");
    if (function.id != FunctionId::modulo) return rounding(id, function);
    const Type type = match(argument(id, 0), argument(id, 1), "modulo");
    check_divisor(argument(id, 1));
    if (type.is(Type::Kind::number)) return type;
    error(id, "condition-type", fmt::format("`modulo` takes numbers, these are {}", type.described()));
    return Type::Kind::number;
}

Type ConditionChecker::of_lists(NodeId id, const Function& function) {
    using Is = FunctionId;
    switch (function.id) {
        case Is::min:
        case Is::max: return several(id, function, Type::Kind::any);
        case Is::sum:
        case Is::mean:
        case Is::median: return several(id, function, Type::Kind::number);
        case Is::all:
        case Is::any: several(id, function, Type::Kind::boolean); return Type::Kind::boolean;
        case Is::count: expect(argument(id, 0), Type::Kind::list, "`count`"); return Type::Kind::number;
        default: break;
    }
    const Type list = expect(argument(id, 0), Type::Kind::list, "`list contains`");
    const NodeId wanted = argument(id, 1);
    const Type element = check(wanted);
    if (!list.element) return Type::Kind::boolean;
    const bool units = list.element->kind == Type::Kind::number && element.kind == Type::Kind::number;
    if (common(*list.element, element))
        check_value(*list.element, wanted);
    else if (!units || !is_bare_zero(wanted))
        error(wanted, units ? "condition-unit" : "condition-type", fmt::format("each in the list is {}, this is {}", list.element->described(), element.described()));
    return Type::Kind::boolean;
}

// A value that has no business with units: a scale, a position.
void ConditionChecker::plain_number(NodeId id, const Function& function) {
    const Type type = expect(id, Type::Kind::number, fmt::format("`{}`", function.name));
    if (!type.unit().empty())
        error(id, "condition-unit", fmt::format("`{}` takes a number without unit here, this is {}", function.name, type.described()));
}

Type ConditionChecker::rounding(NodeId id, const Function& function) {
    const Type type = expect(argument(id, 0), Type::Kind::number, fmt::format("`{}`", function.name));
    if (has_argument(id, 1)) plain_number(argument(id, 1), function);
    return type;
}

// A list, or several values that would make one.
Type ConditionChecker::several(NodeId id, const Function& function, Type::Kind wanted) {
    const ConditionNode& node = condition_.at(id);
    const std::string what = fmt::format("`{}`", function.name);
    Type element = together(node.children, what + " takes", false);
    if (node.children.size() == 1 && element.kind == Type::Kind::list) element = element.element ? *element.element : Type();
    if (wanted != Type::Kind::any && !element.is(wanted))
        error(id, "condition-type", fmt::format("{} takes a list of which each is {}, here each is {}", what, wanted == Type::Kind::number ? "a number" : Type(wanted).described(), element.described()));
    if (wanted == Type::Kind::any) orderable(id, element, what);
    return element.kind == Type::Kind::string ? Type(Type::Kind::string) : element;
}

Type ConditionChecker::of_texts(NodeId id, const Function& function) {
    if (function.id == FunctionId::substring) {
        expect(argument(id, 0), Type::Kind::string, "`substring`");
        for (std::size_t i = 1; i < 3; ++i)
            if (has_argument(id, i)) plain_number(argument(id, i), function);
        return Type::Kind::string;
    }
    if (function.id == FunctionId::string_length) return texts(id, function, Type::Kind::number);
    const bool changes = function.id == FunctionId::upper_case || function.id == FunctionId::lower_case;
    return texts(id, function, changes ? Type::Kind::string : Type::Kind::boolean);
}

// Values of different kinds are merely not the same; numbers of different units are a slip.
Type ConditionChecker::same_or_not(NodeId id) {
    const Type a = check(argument(id, 0)), b = check(argument(id, 1));
    const bool zero = is_bare_zero(argument(id, 0)) || is_bare_zero(argument(id, 1));
    if (a.kind == Type::Kind::number && b.kind == Type::Kind::number && a.unit() != b.unit() && !zero)
        error(argument(id, 1), "condition-unit", fmt::format("`is` wants the same unit for both: the first is {}, the second is {}", a.described(), b.described()),
              unit_help(argument(id, 1), a.unit()));
    return Type::Kind::boolean;
}

Type ConditionChecker::texts(NodeId id, const Function& function, Type result) {
    for (std::size_t i = 0; i < meanings_[id].arguments.size(); ++i)
        if (has_argument(id, i)) expect(argument(id, i), Type::Kind::string, fmt::format("`{}`", function.name));
    return result;
}

Type ConditionChecker::day(NodeId id) {
    const NodeId from = argument(id, 0);
    const Type type = check(from);
    const ConditionNode& node = condition_.at(from);
    if (node.kind == Kind::string) {
        const auto date = base::Date::parse(node.text);
        if (date) meanings_[id].constant = base::Value(*date);
        else error(from, "bad-date", fmt::format("`{}` is not a day", node.text), "write the year, month and day: 2026-05-22");
    } else if (!type.is(Type::Kind::string) && !type.is(Type::Kind::date)) {
        error(from, "condition-type", fmt::format("`date` takes a text such as \"2026-05-22\", this is {}", type.described()));
    }
    return Type::Kind::date;
}

// The name of an item or a reading must stand there as it is, so that it can be checked now.
const std::string* ConditionChecker::literal(NodeId id, const Function& function) {
    const NodeId given = argument(id, 0);
    check(given);
    const ConditionNode& node = condition_.at(given);
    if (!names_.form) {
        error(id, "no-form", fmt::format("`{}` needs a rule set; there is none here", function.name));
        return nullptr;
    }
    if (node.kind == Kind::string) return &node.text;
    error(given, "not-literal", fmt::format("`{}` takes a text in quotes, such as {}(\"5.1\")", function.name, function.name));
    return nullptr;
}

Type ConditionChecker::points(NodeId id) {
    const std::string* wanted = literal(id, *meanings_[id].function);
    if (wanted == nullptr) return Type::Kind::number;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < names_.items.size(); ++i) {
        ids.push_back(names_.items[i].id);
        if (names_.items[i].id != *wanted) continue;
        meanings_[id].slot = static_cast<int>(i);
        points_.push_back({static_cast<int>(i), condition_.at(argument(id, 0)).span});
        return Type::Kind::number;
    }
    error(argument(id, 0), "unknown-item", fmt::format("the form has no criterion, section or part `{}`", *wanted), base::did_you_mean(*wanted, ids));
    return Type::Kind::number;
}

Type ConditionChecker::option(NodeId id) {
    if (!use_.options) {
        error(id, "option-here", "`option` cannot be asked here: a council's figures are combined, its options are not",
              "ask for the points instead: points(\"…\")");
        return Type::Kind::string;
    }
    const std::string* wanted = literal(id, *meanings_[id].function);
    if (wanted == nullptr) return Type::Kind::string;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < names_.items.size(); ++i) {
        const auto& item = names_.items[i];
        if (item.criterion) ids.push_back(item.id);
        if (!item.criterion || item.id != *wanted) continue;
        meanings_[id].slot = static_cast<int>(i);
        options_.push_back({static_cast<int>(i), condition_.at(argument(id, 0)).span});
        std::vector<std::string> values = item.options;
        values.emplace_back("none");
        return item.several ? Type::list(Type::text(item.options)) : Type::text(std::move(values));
    }
    error(argument(id, 0), "unknown-item", fmt::format("the form has no criterion `{}`", *wanted), base::did_you_mean(*wanted, ids));
    return Type::Kind::string;
}

Type ConditionChecker::reading(NodeId id) {
    const std::string* wanted = literal(id, *meanings_[id].function);
    if (wanted == nullptr) return Type::Kind::string;
    std::vector<std::string> known;
    for (std::size_t i = 0; i < names_.readings.size(); ++i) {
        known.push_back(names_.readings[i].name);
        if (names_.readings[i].name != *wanted) continue;
        meanings_[id].slot = static_cast<int>(i);
        readings_.push_back({static_cast<int>(i), condition_.at(argument(id, 0)).span});
        return Type::text(names_.readings[i].choices);
    }
    error(argument(id, 0), "unknown-reading", fmt::format("there is no reading `{}`", *wanted), base::did_you_mean(*wanted, known));
    return Type::Kind::string;
}

}  // namespace ocop::model
