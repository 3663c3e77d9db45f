// Compiled code to steps. Comparisons with constants become bounds; whatever is not of that kind leaves the condition open.
#include "batch/conditions.hpp"

#include <algorithm>
#include <limits>

#include "base/days.hpp"
#include "batch/conditions_answer.hpp"

namespace ocop::batch {
namespace {

using base::Value;
using program::Code;
using program::Instruction;
using program::Op;
using program::Program;

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

Op mirrored(Op op) {
    switch (op) {
        case Op::less: return Op::more;
        case Op::at_most: return Op::at_least;
        case Op::more: return Op::less;
        case Op::at_least: return Op::at_most;
        default: return op;
    }
}

bool is_comparison(Op op) { return op >= Op::equal && op <= Op::at_least; }

class Translator {
public:
    Translator(const Program& program, const Code& code, const rate::Choices& choices) : program_(program), code_(code), choices_(choices) {}

    Condition translate() {
        const program::Asked asked = program::asked(code_);
        out_.figures = !asked.items.empty() || asked.total;
        out_.closed = emit(code_.instructions.back()) && out_.depth <= static_cast<int>(most_depth);
        if (!out_.closed) out_.steps.clear();
        out_.steps.shrink_to_fit();
        return std::move(out_);
    }

private:
    const Instruction& child(const Instruction& at, std::uint32_t index) const { return code_.instructions[code_.children[at.first + index]]; }

    bool push(Step step) {
        out_.steps.push_back(std::move(step));
        out_.depth = std::max(out_.depth, ++height_);
        return true;
    }
    bool join(Step::Do what) {
        Step step;
        step.what = what;
        out_.steps.push_back(std::move(step));
        if (what != Step::Do::not_) --height_;
        return true;
    }
    bool answer(bool value) {
        Step step;
        step.slot = value ? yes : no;
        return push(std::move(step));
    }

    bool emit(const Instruction& at) {
        if (at.op == Op::and_ || at.op == Op::or_)
            return emit(child(at, 0)) && emit(child(at, 1)) && join(at.op == Op::and_ ? Step::Do::and_ : Step::Do::or_);
        if (at.op == Op::not_) return emit(child(at, 0)) && join(Step::Do::not_);
        if (at.op == Op::between) {
            const Instruction &low = child(at, 1), &high = child(at, 2);
            // Not known unless both ends are: with constants for ends, no different from two comparisons.
            return compare(Op::at_least, child(at, 0), low) && compare(Op::at_most, child(at, 0), high) && join(Step::Do::and_);
        }
        if (at.op == Op::in) return in(at);
        if (is_comparison(at.op)) return compare(at.op, child(at, 0), child(at, 1));
        if (at.op == Op::constant) {
            const bool* held = code_.constants[static_cast<std::size_t>(at.slot)].get_if<bool>();
            return held != nullptr && answer(*held);
        }
        return at.op == Op::fact && fact(at, Step::Do::boolean);
    }

    bool fact(const Instruction& at, Step::Do what) {
        Step step;
        step.what = what;
        step.slot = at.slot;
        return push(std::move(step));
    }

    bool compare(Op op, const Instruction& left, const Instruction& right) {
        if (left.op == Op::constant && right.op != Op::constant) return compare(mirrored(op), right, left);
        if (right.op != Op::constant) return false;
        return compare(op, left, code_.constants[static_cast<std::size_t>(right.slot)]);
    }

    bool compare(Op op, const Instruction& left, const Value& with) {
        if (left.op == Op::reading) return reading(op, left, with);
        if (!with.known()) return false;
        // A list is compared as a whole, which columns do not do.
        if (left.op == Op::fact && program_.rules->facts[static_cast<std::size_t>(left.slot)].type.kind == model::Type::Kind::list) return false;
        Step step;
        step.slot = left.slot;
        step.negated = op == Op::unequal;
        if (const Number* number = with.get_if<Number>()) {
            if (left.op == Op::fact) {
                step.what = Step::Do::number;
                bound(op, *number, step);
                return push(std::move(step));
            }
            return points(op, left, *number, std::move(step));
        }
        if (left.op != Op::fact) return false;
        if (const bool* value = with.get_if<bool>()) {
            if (op != Op::equal && op != Op::unequal) return false;
            return fact(left, Step::Do::boolean) && ((op == Op::equal) == *value || join(Step::Do::not_));
        }
        if (const base::Date* day = with.get_if<base::Date>()) {
            step.what = Step::Do::day;
            whole_bounds(op, base::days(*day), true, step);
            return push(std::move(step));
        }
        const std::string* text = with.get_if<std::string>();
        if (text == nullptr || (op != Op::equal && op != Op::unequal)) return false;
        step.what = Step::Do::text;
        step.text = *text;
        return push(std::move(step));
    }

    static void bound(Op op, const Number& number, Step& step) {
        if (op != Op::less && op != Op::at_most) step.from = number;
        if (op != Op::more && op != Op::at_least) step.to = number;
        step.low_open = op == Op::more;
        step.high_open = op == Op::less;
    }

    // Bounds of whole numbers that compare so with `at`; `exact`: with `at` itself, else with something between it and the next.
    static void whole_bounds(Op op, std::int64_t at, bool exact, Step& step) {
        step.low = least;
        step.high = most;
        switch (op) {
            case Op::less: step.high = exact ? at - 1 : at; break;
            case Op::at_most: step.high = at; break;
            case Op::more: step.low = at + 1; break;
            case Op::at_least: step.low = exact ? at : at + 1; break;
            default: step.low = exact ? at : 1; step.high = exact ? at : 0; break;  // nothing is equal to what lies between
        }
    }

    bool points(Op op, const Instruction& left, const Number& with, Step step) {
        if (left.op != Op::points && left.op != Op::total) return false;
        const auto scaled = multiply(with, Number(program_.scale));
        const auto below = scaled ? scaled->round(0, Number::Rounding::floor) : std::nullopt;
        const auto whole = below ? below->whole() : std::nullopt;
        if (!whole || *whole == most || *whole == least) return false;
        step.what = Step::Do::points;
        step.slot = left.op == Op::total ? 0 : program_.nodes[static_cast<std::size_t>(left.slot)].first_leaf;
        step.end = left.op == Op::total ? static_cast<int>(program_.leaves.size()) : program_.nodes[static_cast<std::size_t>(left.slot)].end_leaf;
        whole_bounds(op, *whole, scaled->is_whole(), step);
        return push(std::move(step));
    }

    bool reading(Op op, const Instruction& left, const Value& with) {
        const std::string* word = with.get_if<std::string>();
        if (word == nullptr || (op != Op::equal && op != Op::unequal)) return false;
        const bool same = (*code_.readings)[static_cast<std::size_t>(left.slot)][static_cast<std::size_t>(choices_[static_cast<std::size_t>(left.slot)])] == *word;
        return answer(same == (op == Op::equal));
    }

    bool in(const Instruction& at) {
        const Instruction& left = child(at, 0);
        for (std::uint32_t i = 1; i < at.count; ++i) {
            if (!one_of(left, child(at, i))) return false;
            if (i > 1) join(Step::Do::or_);
        }
        return at.count > 1;
    }

    bool one_of(const Instruction& left, const Instruction& test) {
        if (test.op == Op::test) {
            const Instruction& with = child(test, 0);
            return with.op == Op::constant && compare(static_cast<Op>(test.detail), left, code_.constants[static_cast<std::size_t>(with.slot)]);
        }
        if (test.op == Op::range) {
            const Instruction &low = child(test, 0), &high = child(test, 1);
            if (low.op != Op::constant || high.op != Op::constant) return false;
            return compare((test.detail & 1) != 0 ? Op::more : Op::at_least, left, code_.constants[static_cast<std::size_t>(low.slot)]) &&
                   compare((test.detail & 2) != 0 ? Op::less : Op::at_most, left, code_.constants[static_cast<std::size_t>(high.slot)]) && join(Step::Do::and_);
        }
        if (test.op == Op::list) {
            for (std::uint32_t i = 0; i < test.count; ++i) {
                const Instruction& each = child(test, i);
                if (each.op != Op::constant || !compare(Op::equal, left, code_.constants[static_cast<std::size_t>(each.slot)])) return false;
                if (i > 0) join(Step::Do::or_);
            }
            return test.count > 0;
        }
        return test.op == Op::constant && compare(Op::equal, left, code_.constants[static_cast<std::size_t>(test.slot)]);
    }

    const Program& program_;
    const Code& code_;
    const rate::Choices& choices_;
    Condition out_;
    int height_ = 0;
};

}  // namespace

Condition condition_of(const Program& program, const Code& code, const rate::Choices& choices) { return Translator(program, code, choices).translate(); }

}  // namespace ocop::batch
