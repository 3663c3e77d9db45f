// Names and types of a condition: operators here, calls in check_call.cpp, what goes with what in match_types.cpp.
#include "model/check_condition.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/condition_checker.hpp"

namespace ocop::model {

using syntax::ConditionNode;
using syntax::NodeId;
using Kind = ConditionNode::Kind;

const Function* find_function(std::string_view name) {
    const auto found = std::find_if(functions.begin(), functions.end(), [&](const Function& each) { return each.name == name; });
    return found == functions.end() ? nullptr : &*found;
}

void ConditionChecker::error(NodeId id, std::string_view code, std::string message, std::string help) {
    report_.error(code, condition_.source->place(condition_.at(id).span), std::move(message), std::move(help));
    failed_ = true;
}

Type ConditionChecker::expect(NodeId id, Type::Kind kind, std::string_view what) {
    Type type = check(id);
    if (type.is(kind)) return type;
    error(id, "condition-type", fmt::format("{} takes {}, this is {}", what, kind == Type::Kind::number ? "a number" : Type(kind).described(), type.described()));
    return kind;
}

Type ConditionChecker::check(NodeId id) {
    Type type = type_of(id);
    meanings_[id].type = type;
    return type;
}

Type ConditionChecker::type_of(NodeId id) {
    const ConditionNode& node = condition_.at(id);
    switch (node.kind) {
        case Kind::null: return {};
        case Kind::truth: return constant(id, node.truth, Type::Kind::boolean);
        case Kind::number: return constant(id, node.number, Type::number(node.unit));
        case Kind::string: return constant(id, node.text, Type::Kind::string);
        case Kind::name: return name(id);
        case Kind::call: return call(id);
        case Kind::list: return list(id);
        case Kind::range: return range(id);
        case Kind::negate: return expect(node.children[0], Type::Kind::number, "`-`");
        case Kind::not_: expect(node.children[0], Type::Kind::boolean, "`not`"); return Type::Kind::boolean;
        case Kind::or_: return both_boolean(id, "`or`");
        case Kind::and_: return both_boolean(id, "`and`");
        case Kind::equal: return equality(id, "=");
        case Kind::unequal: return equality(id, "!=");
        case Kind::less: return order(id, "<");
        case Kind::at_most: return order(id, "<=");
        case Kind::more: return order(id, ">");
        case Kind::at_least: return order(id, ">=");
        case Kind::add: return sum(id, "+");
        case Kind::subtract: return sum(id, "-");
        case Kind::multiply: return product(id);
        case Kind::divide: return quotient(id);
        case Kind::between: return between(id);
        case Kind::in: return in(id);
        case Kind::test: return {};  // checked by `in`
        case Kind::if_: return conditional(id);
        case Kind::some:
        case Kind::every: return loop(id);
    }
    return {};
}

Type ConditionChecker::constant(NodeId id, base::Value value, Type type) {
    meanings_[id].constant = std::move(value);
    return type;
}

Type ConditionChecker::both_boolean(NodeId id, std::string_view sign) {
    for (NodeId child : condition_.at(id).children) {
        const Type type = check(child);
        if (type.is(Type::Kind::boolean)) continue;
        const bool literal = meanings_[child].constant.has_value();
        error(child, "condition-type", fmt::format("{} takes {}, this is {}", sign, Type(Type::Kind::boolean).described(), type.described()),
              literal ? "to compare with one of several values write `x in (…, …)`" : "");
    }
    return Type::Kind::boolean;
}

Type ConditionChecker::equality(NodeId id, std::string_view sign) {
    const ConditionNode& node = condition_.at(id);
    const bool null = condition_.at(node.children[0]).kind == Kind::null || condition_.at(node.children[1]).kind == Kind::null;
    match(node.children[0], node.children[1], sign);
    if (null && !use_.null_tests)
        error(id, "null-test", "a rule set may not ask whether something is known",
              "what is not known makes a condition not known by itself; give the fact a `missing:` value if one is right");
    meanings_[id].null_test = null;
    return Type::Kind::boolean;
}

bool ConditionChecker::orderable(NodeId id, const Type& type, std::string_view what) {
    using TypeKind = Type::Kind;
    if (type.is(TypeKind::number) || type.is(TypeKind::string) || type.is(TypeKind::date)) return true;
    error(id, "condition-type", fmt::format("{} compares numbers, texts or dates, this is {}", what, type.described()));
    return false;
}

Type ConditionChecker::order(NodeId id, std::string_view sign) {
    const ConditionNode& node = condition_.at(id);
    orderable(node.children[0], match(node.children[0], node.children[1], sign), fmt::format("`{}`", sign));
    return Type::Kind::boolean;
}

Type ConditionChecker::sum(NodeId id, std::string_view sign) {
    const ConditionNode& node = condition_.at(id);
    const Type type = match(node.children[0], node.children[1], sign);
    if (type.is(Type::Kind::number) || (sign == "+" && type.kind == Type::Kind::string)) return type.kind == Type::Kind::string ? Type(Type::Kind::string) : type;
    error(id, "condition-type", fmt::format("`{}` takes numbers{}, these are {}", sign, sign == "+" ? " or texts" : "", type.described()));
    return Type::Kind::number;
}

Type ConditionChecker::product(NodeId id) {
    const ConditionNode& node = condition_.at(id);
    const Type left = expect(node.children[0], Type::Kind::number, "`*`"), right = expect(node.children[1], Type::Kind::number, "`*`");
    if (!left.unit().empty() && !right.unit().empty())
        error(id, "condition-unit", fmt::format("`*` takes a unit on one side only: {} times {} has none", left.described(), right.described()));
    return Type::number(left.unit().empty() ? right.unit() : left.unit());
}

Type ConditionChecker::quotient(NodeId id) {
    const ConditionNode& node = condition_.at(id);
    const Type left = expect(node.children[0], Type::Kind::number, "`/`"), right = expect(node.children[1], Type::Kind::number, "`/`");
    check_divisor(node.children[1]);
    if (right.unit().empty()) return left;
    if (left.unit() != right.unit())
        error(id, "condition-unit", fmt::format("{} divided by {} has no unit here", left.described(), right.described()),
              "divide by a number without unit, or by one with the same unit");
    return Type::Kind::number;
}

Type ConditionChecker::between(NodeId id) {
    const ConditionNode& node = condition_.at(id);
    orderable(node.children[0], match(node.children[0], node.children[1], "between"), "`between`");
    match(node.children[0], node.children[2], "between");
    return Type::Kind::boolean;
}

// A test may be a value, a list that holds it, a range around it, or a comparison with it.
void ConditionChecker::test(NodeId value, NodeId id) {
    const ConditionNode& node = condition_.at(id);
    if (node.kind == Kind::test) {
        const Type type = match(value, node.children[0], "in");
        if (node.test != Kind::equal && node.test != Kind::unequal) orderable(node.children[0], type, "a test");
        return;
    }
    const Type left = meanings_[value].type, right = check(id);
    const Type element = right.element ? *right.element : right;
    const Type inner = element.kind == Type::Kind::range && element.element ? *element.element : element;
    for (const Type& way : {right, element, inner})
        if (common(left, way)) return check_test_values(value, left, id);
    const bool units = left.kind == Type::Kind::number && inner.kind == Type::Kind::number;
    if (units && only_zeros(id)) return;
    error(id, units ? "condition-unit" : "condition-type", fmt::format("`in` looks for {} in {}", left.described(), right.described()),
          units ? unit_help(id, left.unit()) : std::string());
}

void ConditionChecker::check_test_values(NodeId value, const Type& left, NodeId id) {
    const ConditionNode& node = condition_.at(id);
    const Type& right = meanings_[id].type;
    check_value(left, id);
    check_value(right, value);
    if (right.kind == Type::Kind::list && right.element) check_value(*right.element, value);
    if (node.kind == Kind::list)
        for (NodeId child : node.children) check_value(left, child);
}

Type ConditionChecker::in(NodeId id) {
    const ConditionNode& node = condition_.at(id);
    check(node.children[0]);
    for (std::size_t i = 1; i < node.children.size(); ++i) test(node.children[0], node.children[i]);
    return Type::Kind::boolean;
}

Type ConditionChecker::list(NodeId id) { return Type::list(together(condition_.at(id).children, "a list holds", !use_.boolean_only)); }

Type ConditionChecker::range(NodeId id) {
    const ConditionNode& node = condition_.at(id);
    const Type type = match(node.children[0], node.children[1], "..");
    orderable(node.children[0], type, "a range");
    return Type::range(type);
}

Type ConditionChecker::conditional(NodeId id) {
    const ConditionNode& node = condition_.at(id);
    expect(node.children[0], Type::Kind::boolean, "`if`");
    const Type then = check(node.children[1]), otherwise = check(node.children[2]);
    if (const auto both = common(then, otherwise)) return *both;
    if (then.kind == Type::Kind::number && is_bare_zero(node.children[2])) return then;
    if (otherwise.kind == Type::Kind::number && is_bare_zero(node.children[1])) return otherwise;
    if (!use_.boolean_only) return {};
    error(node.children[2], "condition-type", fmt::format("both branches must be of one kind: `then` is {}, `else` is {}", then.described(), otherwise.described()));
    return then;
}

Type ConditionChecker::loop(NodeId id) {
    const ConditionNode& node = condition_.at(id);
    for (std::size_t i = 0; i < node.names.size(); ++i) {
        const NodeId list = node.children[i];
        const Type type = check(list);
        const bool whole_numbers = type.kind == Type::Kind::range && type.element && type.element->is(Type::Kind::number);
        if (!type.is(Type::Kind::list) && !whole_numbers)
            error(list, "condition-type",
                  fmt::format("`{}` goes through a list or a range of whole numbers, this is {}", node.kind == Kind::some ? "some" : "every", type.described()));
        variables_.push_back({node.names[i], type.element ? *type.element : Type()});
    }
    expect(node.children.back(), Type::Kind::boolean, "`satisfies`");
    variables_.resize(variables_.size() - node.names.size());
    return Type::Kind::boolean;
}

Type ConditionChecker::name(NodeId id) {
    const ConditionNode& node = condition_.at(id);
    for (std::size_t i = variables_.size(); i-- > 0;) {
        if (variables_[i].name != node.text) continue;
        meanings_[id].variable = static_cast<int>(i);
        return variables_[i].type;
    }
    if (names_.form && node.text == "total") {
        total_ = true;
        return Type::Kind::number;
    }
    for (std::size_t slot = 0; slot < names_.facts.size(); ++slot) {
        if (names_.facts[slot].name != node.text) continue;
        meanings_[id].slot = static_cast<int>(slot);
        facts_.push_back({static_cast<int>(slot), node.span});
        return names_.facts[slot].type;
    }
    std::vector<std::string> near;
    for (const auto& fact : names_.facts) near.push_back(fact.name);
    if (names_.form) near.emplace_back("total");
    error(id, "unknown-name", fmt::format("no fact is called `{}`", node.text), base::did_you_mean(node.text, near));
    return {};
}

std::optional<Checked> ConditionChecker::run() {
    const Type type = check(condition_.root);
    if (use_.boolean_only && !type.is(Type::Kind::boolean) && !failed_)
        error(condition_.root, "condition-type", fmt::format("a condition is true or false, this is {}", type.described()));
    if (failed_) return std::nullopt;
    Checked checked;
    checked.condition = std::make_shared<const syntax::Condition>(condition_);
    checked.meanings = std::move(meanings_);
    checked.facts = std::move(facts_);
    checked.points = std::move(points_);
    checked.options = std::move(options_);
    checked.readings = std::move(readings_);
    checked.total = total_;
    return checked;
}

std::optional<Checked> check_condition(const syntax::Condition& condition, const Names& names, const Use& use, base::Report& report) {
    return ConditionChecker(condition, names, use, report).run();
}

}  // namespace ocop::model
