// A checked condition to flat code. Cannot fail.
#include "program/code.hpp"

#include <algorithm>

namespace ocop::program {
namespace {

using syntax::ConditionNode;
using syntax::NodeId;
using Kind = ConditionNode::Kind;

Op plain(Kind kind) {
    switch (kind) {
        case Kind::list: return Op::list;
        case Kind::range: return Op::range;
        case Kind::negate: return Op::negate;
        case Kind::not_: return Op::not_;
        case Kind::or_: return Op::or_;
        case Kind::and_: return Op::and_;
        case Kind::equal: return Op::equal;
        case Kind::unequal: return Op::unequal;
        case Kind::less: return Op::less;
        case Kind::at_most: return Op::at_most;
        case Kind::more: return Op::more;
        case Kind::at_least: return Op::at_least;
        case Kind::add: return Op::add;
        case Kind::subtract: return Op::subtract;
        case Kind::multiply: return Op::multiply;
        case Kind::divide: return Op::divide;
        case Kind::between: return Op::between;
        case Kind::in: return Op::in;
        case Kind::test: return Op::test;
        case Kind::if_: return Op::if_;
        case Kind::some: return Op::some;
        case Kind::every: return Op::every;
        default: return Op::constant;
    }
}

class Generator {
public:
    Generator(const model::Checked& checked, std::shared_ptr<const ReadingWords> readings)
        : checked_(checked), condition_(*checked.condition) {
        code_.readings = std::move(readings);
    }

    Code generate() {
        emit(condition_.root);
        code_.spellings.back().operand = false;
        return std::move(code_);
    }

private:
    std::uint32_t emit(NodeId id) {
        const ConditionNode& node = condition_.at(id);
        const model::Meaning& meaning = checked_.meanings[id];
        Instruction made;
        if (meaning.constant || node.kind == Kind::null) {
            code_.constants.push_back(meaning.constant.value_or(base::Value()));
            made.slot = static_cast<std::int32_t>(code_.constants.size() - 1);
            return add(made, id, false);
        }
        if (node.kind == Kind::name) return emit_name(id, meaning);
        if (node.kind == Kind::call) return emit_call(id, meaning);
        std::vector<std::uint32_t> children;
        for (NodeId child : node.children) {
            children.push_back(emit(child));
            if (!node.names.empty()) code_.variables = std::max(code_.variables, ++variables_);
        }
        if (!node.names.empty()) variables_ -= static_cast<std::uint32_t>(node.children.size());
        made.op = plain(node.kind);
        if (meaning.null_test) {
            made.op = node.kind == Kind::equal ? Op::unknown_ : Op::known;
            const bool null_first = condition_.at(node.children[0]).kind == Kind::null;
            children = {children[null_first ? 1 : 0]};
        }
        if (node.kind == Kind::test) made.detail = static_cast<std::uint8_t>(plain(node.test));
        if (node.kind == Kind::range) made.detail = static_cast<std::uint8_t>((node.low_open ? 1 : 0) | (node.high_open ? 2 : 0));
        set_children(made, children);
        return add(made, id, node.kind != Kind::test && node.kind != Kind::range && node.kind != Kind::list);
    }

    std::uint32_t emit_name(NodeId id, const model::Meaning& meaning) {
        Instruction made;
        made.op = meaning.variable >= 0 ? Op::variable : (meaning.slot >= 0 ? Op::fact : Op::total);
        made.slot = meaning.variable >= 0 ? meaning.variable : meaning.slot;
        return add(made, id, made.op != Op::variable);
    }

    std::uint32_t emit_call(NodeId id, const model::Meaning& meaning) {
        Instruction made;
        made.slot = meaning.slot;
        const auto reads = [&](Op op) {
            made.op = op;
            return add(made, id, true);
        };
        switch (meaning.function->id) {
            case model::FunctionId::points: return reads(Op::points);
            case model::FunctionId::option: return reads(Op::option);
            case model::FunctionId::reading: return reads(Op::reading);
            default: break;
        }
        made.op = Op::call;
        made.detail = static_cast<std::uint8_t>(meaning.function->id);
        const ConditionNode& node = condition_.at(id);
        std::vector<std::uint32_t> children;
        if (meaning.arguments.empty())
            for (NodeId child : node.children) children.push_back(emit(child));
        for (int argument : meaning.arguments)
            children.push_back(argument < 0 ? Code::absent : emit(node.children[static_cast<std::size_t>(argument)]));
        set_children(made, children);
        return add(made, id, true);
    }

    void set_children(Instruction& made, const std::vector<std::uint32_t>& children) {
        made.first = static_cast<std::uint32_t>(code_.children.size());
        made.count = static_cast<std::uint32_t>(children.size());
        code_.children.insert(code_.children.end(), children.begin(), children.end());
    }

    std::uint32_t add(const Instruction& made, NodeId id, bool operand) {
        code_.instructions.push_back(made);
        const auto text = condition_.source->text(condition_.at(id).span);
        code_.spellings.push_back({std::string(text), checked_.meanings[id].type.unit(), operand});
        return static_cast<std::uint32_t>(code_.instructions.size() - 1);
    }

    const model::Checked& checked_;
    const syntax::Condition& condition_;
    std::uint32_t variables_ = 0;  // in sight at this place
    Code code_;
};

}  // namespace

Code compile(const model::Checked& checked, std::shared_ptr<const ReadingWords> readings) {
    return Generator(checked, std::move(readings)).generate();
}

Asked asked(const Code& code) {
    Asked out;
    for (const Instruction& each : code.instructions) {
        if (each.op == Op::fact && std::find(out.facts.begin(), out.facts.end(), each.slot) == out.facts.end()) out.facts.push_back(each.slot);
        if (each.op == Op::points || each.op == Op::option) out.items.insert(each.slot);
        out.options = out.options || each.op == Op::option;
        out.total = out.total || each.op == Op::total;
    }
    return out;
}

bool asks_facts_only(const Code& code) {
    return std::none_of(code.instructions.begin(), code.instructions.end(), [](const Instruction& each) {
        return each.op == Op::points || each.op == Op::option || each.op == Op::total || each.op == Op::reading;
    });
}

std::vector<int> readings_used(const model::Checked& checked) {
    std::vector<int> used;
    for (const model::Read& each : checked.readings) used.push_back(each.index);
    return used;
}

}  // namespace ocop::program
