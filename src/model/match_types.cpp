// Whether values go together: kinds, units, and the closed sets that texts come from.
#include <fmt/format.h>

#include <algorithm>

#include "model/condition_checker.hpp"

namespace ocop::model {

using syntax::ConditionNode;
using syntax::NodeId;
using Kind = ConditionNode::Kind;

bool ConditionChecker::is_bare_zero(NodeId id) const {
    const ConditionNode& node = condition_.at(id);
    return node.kind == Kind::number && node.unit.empty() && node.number == Number(0);
}

bool ConditionChecker::only_zeros(NodeId id) const {
    const ConditionNode& node = condition_.at(id);
    if (node.children.empty()) return is_bare_zero(id);
    return std::all_of(node.children.begin(), node.children.end(), [&](NodeId child) { return only_zeros(child); });
}

// The number that literals alone make, where they do.
std::optional<Number> ConditionChecker::constant_number(NodeId id) const {
    const ConditionNode& node = condition_.at(id);
    if (node.kind == Kind::number) return node.number;
    if (node.kind == Kind::negate) {
        const auto value = constant_number(node.children[0]);
        return value ? subtract(Number(0), *value) : std::nullopt;
    }
    const bool arithmetic = node.kind == Kind::add || node.kind == Kind::subtract || node.kind == Kind::multiply || node.kind == Kind::divide;
    if (!arithmetic) return std::nullopt;
    const auto a = constant_number(node.children[0]), b = constant_number(node.children[1]);
    if (!a || !b) return std::nullopt;
    if (node.kind == Kind::add) return add(*a, *b);
    if (node.kind == Kind::subtract) return subtract(*a, *b);
    return node.kind == Kind::multiply ? multiply(*a, *b) : divide(*a, *b);
}

void ConditionChecker::check_divisor(NodeId id) {
    const auto divisor = constant_number(id);
    if (divisor && divisor->sign() == 0) error(id, "division-by-zero", "division by zero");
}

// What to write instead of a literal number that lacks the unit of the other side.
std::string ConditionChecker::unit_help(NodeId id, const std::string& unit) const {
    const ConditionNode& node = condition_.at(id);
    if (node.kind == Kind::number && !unit.empty()) return fmt::format("did you mean `{}{}`?", node.number.text(), unit);
    return "units are never converted; write the unit right behind the number, as in 50%";
}

// The two sides of a comparison or a sum. A bare 0 fits every unit.
Type ConditionChecker::match(NodeId a, NodeId b, std::string_view sign) {
    const Type left = check(a), right = check(b);
    if (left.kind == Type::Kind::number && is_bare_zero(b)) return left;
    if (right.kind == Type::Kind::number && is_bare_zero(a)) return right;
    if (const auto both = common(left, right)) {
        check_value(left, b);
        check_value(right, a);
        return *both;
    }
    const bool units = left.kind == Type::Kind::number && right.kind == Type::Kind::number;
    error(b, units ? "condition-unit" : "condition-type",
          fmt::format("`{}` wants the same {} on both sides: the left is {}, the right is {}", sign, units ? "unit" : "kind", left.described(), right.described()),
          units ? unit_help(b, left.unit()) : std::string());
    return {};
}

// A text compared with what can never be that text.
void ConditionChecker::check_value(const Type& closed, NodeId literal) {
    const ConditionNode& node = condition_.at(literal);
    if (!closed.values || node.kind != Kind::string) return;
    if (std::find(closed.values->begin(), closed.values->end(), node.text) != closed.values->end()) return;
    error(literal, "condition-value", fmt::format("`{}` is none of the values this can have: {}", node.text, base::one_of(*closed.values)),
          base::did_you_mean(node.text, *closed.values));
}

// The one type of several values; a bare 0 takes the unit of the others.
Type ConditionChecker::together(const std::vector<NodeId>& values, std::string_view what, bool may_mix) {
    Type type;
    bool mixed = false, zeros = false;
    for (NodeId each : values) {
        const Type next = check(each);
        zeros = zeros || is_bare_zero(each);
        if (is_bare_zero(each) && (type.is(Type::Kind::number))) continue;
        const auto both = common(type, next);
        if (both) type = *both;
        else if (may_mix && type.kind != next.kind) mixed = true;
        else if (!mixed)
            error(each, type.kind == Type::Kind::number && next.kind == Type::Kind::number ? "condition-unit" : "condition-type",
                  fmt::format("{} values of one kind: before this {}, here {}", what, type.described(), next.described()));
    }
    if (mixed) return {};
    if (zeros && type.kind == Type::Kind::any) return Type::Kind::number;
    if (zeros && type.kind != Type::Kind::number && !may_mix)
        error(values.front(), "condition-type", fmt::format("{} values of one kind: here a number and {}", what, type.described()));
    return zeros && type.kind != Type::Kind::number ? Type() : type;
}

}  // namespace ocop::model
