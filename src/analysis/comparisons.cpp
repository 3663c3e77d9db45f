// Walks the tree of a condition from its joints (`and`, `or`, `not`, `if`) to its comparisons.
#include "analysis/comparisons.hpp"

#include <algorithm>

namespace ocop::analysis {
namespace {

using base::Value;
using model::FunctionId;
using syntax::ConditionNode;
using syntax::NodeId;
using Kind = ConditionNode::Kind;
using TypeKind = model::Type::Kind;

class Walk {
public:
    explicit Walk(const model::Checked& checked) : checked_(checked), condition_(*checked.condition) {}

    std::optional<Comparisons> run() { return is_joint(condition_.root) ? std::optional(std::move(found_)) : std::nullopt; }

private:
    const ConditionNode& at(NodeId id) const { return condition_.at(id); }
    const model::Meaning& meaning(NodeId id) const { return checked_.meanings[id]; }
    bool is_boolean(NodeId id) const { return meaning(id).type.kind == TypeKind::boolean; }
    bool are_joints(const std::vector<NodeId>& children) {
        return std::all_of(children.begin(), children.end(), [this](NodeId child) { return is_joint(child); });
    }

    // Something true or false that is made of comparisons only.
    bool is_joint(NodeId id) {
        const ConditionNode& node = at(id);
        if (meaning(id).null_test || !is_boolean(id)) return false;
        if (meaning(id).constant) return true;
        switch (node.kind) {
            case Kind::name: return see(id, {});
            case Kind::not_:
            case Kind::or_:
            case Kind::and_:
            case Kind::if_: return are_joints(node.children);
            case Kind::call: return meaning(id).function->id == FunctionId::not_ && are_joints(node.children);
            case Kind::equal:
            case Kind::unequal: return is_boolean(node.children[0]) ? are_joints(node.children) : is_comparison(node, false);
            case Kind::less:
            case Kind::at_most:
            case Kind::more:
            case Kind::at_least:
            case Kind::between: return is_comparison(node, true);
            case Kind::in: return is_membership(node);
            default: return false;
        }
    }

    // One side, in whatever order, is an operand, all others are constants.
    bool is_comparison(const ConditionNode& node, bool by_order) {
        std::vector<Value> constants;
        std::optional<NodeId> operand;
        for (NodeId child : node.children) {
            if (take(child, constants)) continue;
            if (operand) return false;
            operand = child;
        }
        return !operand || (!(by_order && is_text(*operand)) && see(*operand, constants));
    }

    bool is_membership(const ConditionNode& node) {
        std::vector<Value> constants;
        const NodeId operand = node.children[0];
        for (std::size_t i = 1; i < node.children.size(); ++i)
            if (!take_test(node.children[i], is_text(operand), constants)) return false;
        return take(operand, constants) || see(operand, constants);
    }

    bool is_text(NodeId id) const { return meaning(id).type.kind == TypeKind::string; }

    // The constants of one test of `in`: a value, a list, a range, a comparison. Texts are equal or not, they have no order here.
    bool take_test(NodeId id, bool of_text, std::vector<Value>& constants) const {
        const ConditionNode& node = at(id);
        const bool by_order = node.kind == Kind::range || (node.kind == Kind::test && node.test != Kind::equal && node.test != Kind::unequal);
        if (by_order && of_text) return false;
        if (node.kind != Kind::list && node.kind != Kind::range && node.kind != Kind::test) return take(id, constants);
        return std::all_of(node.children.begin(), node.children.end(), [&](NodeId child) { return take_test(child, of_text, constants); });
    }

    bool take(NodeId id, std::vector<Value>& constants) const {
        if (at(id).kind == Kind::negate) return take_negated(at(id).children[0], constants);
        if (!meaning(id).constant) return false;
        constants.push_back(*meaning(id).constant);
        return true;
    }

    bool take_negated(NodeId id, std::vector<Value>& constants) const {
        const auto* number = meaning(id).constant ? meaning(id).constant->get_if<Number>() : nullptr;
        const auto negated = number == nullptr ? std::nullopt : subtract(Number(0), *number);
        if (negated) constants.emplace_back(*negated);
        return negated.has_value();
    }

    std::optional<Operand> operand(NodeId id) const {
        const ConditionNode& node = at(id);
        const model::Meaning& what = meaning(id);
        if (node.kind == Kind::name && what.variable < 0) return what.slot >= 0 ? Operand{Operand::Kind::fact, what.slot} : Operand{Operand::Kind::total, 0};
        if (node.kind != Kind::call) return std::nullopt;
        switch (what.function->id) {
            case FunctionId::points: return Operand{Operand::Kind::points, what.slot};
            case FunctionId::option: return Operand{Operand::Kind::option, what.slot};
            case FunctionId::reading: return Operand{Operand::Kind::reading, what.slot};
            default: return std::nullopt;
        }
    }

    bool see(NodeId id, const std::vector<Value>& constants) {
        const auto what = operand(id);
        const TypeKind kind = meaning(id).type.kind;
        if (!what || kind == TypeKind::list || kind == TypeKind::range || kind == TypeKind::any) return false;
        std::vector<Value>& seen = found_[*what];
        seen.insert(seen.end(), constants.begin(), constants.end());
        return true;
    }

    const model::Checked& checked_;
    const syntax::Condition& condition_;
    Comparisons found_;
};

}  // namespace

std::optional<Comparisons> comparisons(const model::Checked& checked) { return Walk(checked).run(); }

void add(Comparisons& to, const Comparisons& more) {
    for (const auto& [operand, constants] : more) {
        std::vector<Value>& known = to[operand];
        known.insert(known.end(), constants.begin(), constants.end());
    }
}

}  // namespace ocop::analysis
