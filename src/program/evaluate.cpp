// Walks the code. Operators here, functions in functions.cpp.
#include "program/evaluate.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "program/apply.hpp"

namespace ocop::program {
namespace {

using base::Answer;
using base::Value;

Value value(Answer answer) { return answer ? Value(*answer) : Value(); }

Answer answer(const Value& value) {
    const bool* held = value.get_if<bool>();
    return held == nullptr ? Answer() : Answer(*held);
}

Answer negated(Answer a) { return a ? Answer(!*a) : a; }

// Kleene's or: true if any is true, not known if any other is not known.
Answer either(Answer a, Answer b) {
    if (a == true || b == true) return true;
    return a && b ? Answer(false) : std::nullopt;
}
Answer both(Answer a, Answer b) { return negated(either(negated(a), negated(b))); }

class Evaluation {
public:
    Evaluation(const Code& code, const Inputs& inputs, Recorder* recorder) : code_(code), inputs_(inputs), recorder_(recorder) {}

    Value run() { return eval(static_cast<std::uint32_t>(code_.instructions.size() - 1)); }
    const Faults& faults() const { return faults_; }

private:
    Value eval(std::uint32_t number) {
        if (++steps_ > base::limits::evaluation_steps) {
            faults_.too_long = true;
            return {};
        }
        Value found = eval(code_.instructions[number]);
        // Inside a loop the same operand has many values; the loop's own result stands for them.
        if (recorder_ != nullptr && variables_.empty() && code_.spellings[number].operand) record(number, found);
        return found;
    }

    void record(std::uint32_t number, const Value& found) {
        const Spelling& spelling = code_.spellings[number];
        for (const auto& seen : recorder_->operands)
            if (seen.text == spelling.text) return;
        recorder_->operands.push_back({spelling.text, base::text(found, spelling.unit)});
    }

    std::uint32_t child(const Instruction& at, std::uint32_t index) const { return code_.children[at.first + index]; }
    Value operand(const Instruction& at, std::uint32_t index) { return eval(child(at, index)); }

    Value eval(const Instruction& at) {
        switch (at.op) {
            case Op::constant: return code_.constants[static_cast<std::size_t>(at.slot)];
            case Op::fact: return inputs_.facts[static_cast<std::size_t>(at.slot)];
            case Op::variable: return variables_[static_cast<std::size_t>(at.slot)];
            case Op::points: return inputs_.figures == nullptr ? Value() : inputs_.figures->points(at.slot);
            case Op::option: return inputs_.figures == nullptr ? Value() : inputs_.figures->option(at.slot);
            case Op::total: return inputs_.figures == nullptr ? Value() : inputs_.figures->total();
            case Op::reading: return reading(at.slot);
            case Op::list: return list(at);
            case Op::range: return range(at);
            case Op::negate: return checked(subtract_values(Number(0), operand(at, 0)));
            case Op::not_: return value(negated(answer(operand(at, 0))));
            case Op::or_: return logic(at, either);
            case Op::and_: return logic(at, both);
            case Op::known: return operand(at, 0).known();
            case Op::unknown_: return !operand(at, 0).known();
            case Op::equal:
            case Op::unequal:
            case Op::less:
            case Op::at_most:
            case Op::more:
            case Op::at_least: {
                const Value left = operand(at, 0);
                return value(compared(at.op, left, operand(at, 1)));
            }
            case Op::add:
            case Op::subtract:
            case Op::multiply:
            case Op::divide: return arithmetic(at);
            case Op::between: {
                const Value middle = operand(at, 0), low = operand(at, 1);
                return value(both(compared(Op::at_least, middle, low), compared(Op::at_most, middle, operand(at, 2))));
            }
            case Op::in: return in(at);
            case Op::test: return {};  // only below `in`
            case Op::if_: return conditional(at);
            case Op::some:
            case Op::every: return value(loop(at, 0));
            case Op::call: return call(at);
        }
        return {};
    }

    Value reading(std::int32_t slot) const {
        const auto index = static_cast<std::size_t>(slot);
        return code_.readings[index][static_cast<std::size_t>(inputs_.readings[index])];
    }

    Value logic(const Instruction& at, Answer (*join)(Answer, Answer)) {
        const Answer left = answer(operand(at, 0));
        return value(join(left, answer(operand(at, 1))));
    }

    Value checked(Arithmetic result) {
        faults_.division_by_zero = faults_.division_by_zero || result.fault == Arithmetic::Fault::division_by_zero;
        faults_.too_large = faults_.too_large || result.fault == Arithmetic::Fault::too_large;
        return std::move(result.value);
    }

    Value arithmetic(const Instruction& at) {
        const Value left = operand(at, 0), right = operand(at, 1);
        switch (at.op) {
            case Op::add: return checked(add_values(left, right));
            case Op::subtract: return checked(subtract_values(left, right));
            case Op::multiply: return checked(multiply_values(left, right));
            default: return checked(divide_values(left, right));
        }
    }

    Value list(const Instruction& at) {
        auto items = std::make_shared<base::List>();
        items->reserve(at.count);
        for (std::uint32_t i = 0; i < at.count; ++i) items->push_back(operand(at, i));
        return std::shared_ptr<const base::List>(std::move(items));
    }

    Value range(const Instruction& at) {
        const Value low = operand(at, 0);
        return std::make_shared<const base::Range>(base::Range{low, operand(at, 1), (at.detail & 1) != 0, (at.detail & 2) != 0});
    }

    static Answer compared(Op op, const Value& a, const Value& b) {
        if (!a.known() || !b.known()) return std::nullopt;
        if (op == Op::equal) return base::equal(a, b);
        if (op == Op::unequal) return negated(base::equal(a, b));
        const auto order = base::compare(a, b);
        if (!order) return std::nullopt;
        switch (op) {
            case Op::less: return *order < 0;
            case Op::at_most: return *order <= 0;
            case Op::more: return *order > 0;
            default: return *order >= 0;
        }
    }

    static Answer within(const Value& a, const base::Range& range) {
        const Answer low = compared(range.low_open ? Op::more : Op::at_least, a, range.low);
        return both(low, compared(range.high_open ? Op::less : Op::at_most, a, range.high));
    }

    // A value is in a range around it, in a list that has it (or a range around it), and in itself.
    static Answer matches(const Value& a, const Value& test) {
        if (test.range() != nullptr && a.range() == nullptr) return within(a, *test.range());
        if (test.list() == nullptr) return base::equal(a, test);
        Answer any = a.list() != nullptr ? base::equal(a, test) : Answer(false);
        for (const Value& each : *test.list()) any = either(any, a.list() != nullptr && each.list() == nullptr ? Answer(false) : matches(a, each));
        return any;
    }

    Value in(const Instruction& at) {
        const Value left = operand(at, 0);
        Answer any = false;
        for (std::uint32_t i = 1; i < at.count; ++i) {
            const Instruction& test = code_.instructions[child(at, i)];
            if (test.op == Op::test) any = either(any, compared(static_cast<Op>(test.detail), left, operand(test, 0)));
            else any = either(any, matches(left, operand(at, i)));
        }
        return value(any);
    }

    Value conditional(const Instruction& at) {
        const Answer condition = answer(operand(at, 0));
        Value then = condition == false ? Value() : operand(at, 1);
        if (condition == true) return then;
        Value otherwise = operand(at, 2);
        if (condition == false) return otherwise;
        return base::equal(then, otherwise) == true ? then : Value();
    }

    // One variable after the other; the last child is what they must satisfy.
    Answer loop(const Instruction& at, std::uint32_t depth) {
        const bool some = at.op == Op::some;
        if (depth + 1 == at.count) return answer(operand(at, depth));
        const std::optional<base::List> values = elements(operand(at, depth));
        if (!values) return std::nullopt;
        Answer all = !some;
        for (const Value& each : *values) {
            variables_.push_back(each);
            const Answer one = loop(at, depth + 1);
            variables_.pop_back();
            all = some ? either(all, one) : both(all, one);
            if (all == some || faults_.too_long) break;
        }
        return all;
    }

    // What a loop goes through: a list, or the whole numbers of a range.
    std::optional<base::List> elements(const Value& value) {
        if (value.list() != nullptr) return *value.list();
        if (value.range() == nullptr) return std::nullopt;
        const auto *low = value.range()->low.get_if<Number>(), *high = value.range()->high.get_if<Number>();
        const auto from = low == nullptr ? std::nullopt : low->whole(), to = high == nullptr ? std::nullopt : high->whole();
        if (!from || !to) return std::nullopt;
        base::List out;
        const std::int64_t first = *from, last = *to;
        for (std::int64_t i = first;; i += first <= last ? 1 : -1) {
            out.emplace_back(Number(i));
            if (i == last) return out;
            if (out.size() > base::limits::list_items) {
                faults_.too_long = true;
                return std::nullopt;
            }
        }
    }

    Value call(const Instruction& at) {
        std::vector<Value> arguments;
        arguments.reserve(at.count);
        for (std::uint32_t i = 0; i < at.count; ++i)
            if (child(at, i) != Code::absent) arguments.push_back(operand(at, i));
        return checked(call_function(static_cast<model::FunctionId>(at.detail), arguments));
    }

    const Code& code_;
    const Inputs& inputs_;
    Recorder* recorder_;
    std::vector<Value> variables_;
    std::size_t steps_ = 0;
    Faults faults_;
};

}  // namespace

base::Value evaluate(const Code& code, const Inputs& inputs, Recorder* recorder, Faults* faults) {
    Evaluation evaluation(code, inputs, recorder);
    base::Value found = evaluation.run();
    if (faults != nullptr) *faults = found.known() ? Faults{} : evaluation.faults();
    return found;
}

}  // namespace ocop::program
