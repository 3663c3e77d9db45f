// Brackets only where the tree needs them.
#include "syntax/print_condition.hpp"

#include <fmt/format.h>

#include "syntax/terminals.hpp"

namespace ocop::syntax {
namespace {

using Kind = ConditionNode::Kind;

// How tightly a node holds together; a child that holds less tightly than its place asks for stands in brackets.
enum Level { whole, disjunction, conjunction, comparison, sum, product, negation, primary };

Level level(Kind kind) {
    switch (kind) {
        case Kind::if_:
        case Kind::some:
        case Kind::every: return whole;
        case Kind::or_: return disjunction;
        case Kind::and_: return conjunction;
        case Kind::equal:
        case Kind::unequal:
        case Kind::less:
        case Kind::at_most:
        case Kind::more:
        case Kind::at_least:
        case Kind::between:
        case Kind::in: return comparison;
        case Kind::add:
        case Kind::subtract: return sum;
        case Kind::multiply:
        case Kind::divide: return product;
        case Kind::negate: return negation;
        default: return primary;
    }
}

const char* sign(Kind kind) {
    switch (kind) {
        case Kind::or_: return "or";
        case Kind::and_: return "and";
        case Kind::equal: return "=";
        case Kind::unequal: return "!=";
        case Kind::less: return "<";
        case Kind::at_most: return "<=";
        case Kind::more: return ">";
        case Kind::at_least: return ">=";
        case Kind::add: return "+";
        case Kind::subtract: return "-";
        case Kind::multiply: return "*";
        case Kind::divide: return "/";
        default: return "";
    }
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else if (c == '\t') out += "\\t";
        else if (c == '\r') out += "\\r";
        else out += c;
    }
    return out + "\"";
}

class Printer {
public:
    explicit Printer(const Condition& condition) : condition_(condition) {}

    std::string print(NodeId id, Level least) const {
        const ConditionNode& node = condition_.at(id);
        const std::string text = print(node);
        return level(node.kind) < least ? "(" + text + ")" : text;
    }

private:
    std::string list(const ConditionNode& node, std::size_t from, Level least) const {
        std::string out;
        for (std::size_t i = from; i < node.children.size(); ++i) {
            if (i > from) out += ", ";
            if (i < node.names.size() && !node.names[i].empty()) out += node.names[i] + ": ";
            out += print(node.children[i], least);
        }
        return out;
    }

    std::string binary(const ConditionNode& node) const {
        const Level here = level(node.kind);
        return fmt::format("{} {} {}", print(node.children[0], here), sign(node.kind), print(node.children[1], static_cast<Level>(here + 1)));
    }

    std::string loop(const ConditionNode& node) const {
        std::string out = node.kind == Kind::some ? "some " : "every ";
        for (std::size_t i = 0; i < node.names.size(); ++i)
            out += fmt::format("{}{} in {}", i > 0 ? ", " : "", name(node.names[i]), print(node.children[i], sum));
        return out + " satisfies " + print(node.children.back(), whole);
    }

    static std::string name(const std::string& text) {
        return scan_identifier(text) == text.size() && !is_keyword(text) ? text : "'" + text + "'";
    }

    std::string in(const ConditionNode& node) const {
        const std::string value = print(node.children[0], comparison) + " in ";
        if (node.several) return value + "(" + list(node, 1, sum) + ")";
        const std::string test = print(node.children[1], sum);
        // In brackets a single test would be a list of one.
        return value + test;
    }

    std::string print(const ConditionNode& node) const {
        switch (node.kind) {
            case Kind::null: return "null";
            case Kind::truth: return node.truth ? "true" : "false";
            case Kind::number: return node.number.text() + node.unit;
            case Kind::string: return quoted(node.text);
            case Kind::name: return name(node.text);
            case Kind::call: return node.text + "(" + list(node, 0, whole) + ")";
            case Kind::not_: return "not(" + print(node.children[0], whole) + ")";
            case Kind::list: return "[" + list(node, 0, whole) + "]";
            case Kind::range:
                return fmt::format("{}{}..{}{}", node.low_open ? ']' : '[', print(node.children[0], sum), print(node.children[1], sum),
                                   node.high_open ? ')' : ']');
            case Kind::negate: return "-" + print(node.children[0], negation);
            case Kind::between:
                return fmt::format("{} between {} and {}", print(node.children[0], comparison), print(node.children[1], sum), print(node.children[2], sum));
            case Kind::in: return in(node);
            case Kind::test: return fmt::format("{} {}", sign(node.test), print(node.children[0], sum));
            case Kind::if_:
                return fmt::format("if {} then {} else {}", print(node.children[0], whole), print(node.children[1], whole), print(node.children[2], whole));
            case Kind::some:
            case Kind::every: return loop(node);
            default: return binary(node);
        }
    }

    const Condition& condition_;
};

bool same(const Condition& a, NodeId x, const Condition& b, NodeId y) {
    const ConditionNode &n = a.at(x), &m = b.at(y);
    const bool alike = n.kind == m.kind && n.test == m.test && n.truth == m.truth && n.low_open == m.low_open && n.high_open == m.high_open &&
                       n.several == m.several && n.text == m.text && n.unit == m.unit && n.number == m.number && n.names == m.names &&
                       n.children.size() == m.children.size();
    if (!alike) return false;
    for (std::size_t i = 0; i < n.children.size(); ++i)
        if (!same(a, n.children[i], b, m.children[i])) return false;
    return true;
}

}  // namespace

std::string print(const Condition& condition) { return Printer(condition).print(condition.root, whole); }

bool same(const Condition& a, const Condition& b) { return same(a, a.root, b, b.root); }

}  // namespace ocop::syntax
