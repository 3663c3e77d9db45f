// Walks the code. Operators here, functions in apply.cpp. What a step costs is counted before it is taken, so that no
// condition takes long, whatever its facts are.
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

Answer compared(Op op, const Value& a, const Value& b) {
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

Answer within(const Value& a, const base::Range& range) {
    const Answer low = compared(range.low_open ? Op::more : Op::at_least, a, range.low);
    return both(low, compared(range.high_open ? Op::less : Op::at_most, a, range.high));
}

// A value is in a range around it, in a list that has it (or a range around it), and in itself.
Answer matches(const Value& a, const Value& test) {
    if (test.range() != nullptr && a.range() == nullptr) return within(a, *test.range());
    if (test.list() == nullptr) return base::equal(a, test);
    Answer any = a.list() != nullptr ? base::equal(a, test) : Answer(false);
    for (const Value& each : *test.list()) any = either(any, a.list() != nullptr && each.list() == nullptr ? Answer(false) : matches(a, each));
    return any;
}

const Value unknown;

// How much there is to look at in a value, as far as `room`: lists made of lists made of lists may be far larger than the
// memory they take.
std::size_t weight(const Value& value, std::size_t room) {
    if (const auto* number = value.get_if<Number>()) return number->is_small() ? 0 : 20;
    if (const auto* text = value.get_if<std::string>()) return text->size() / 32;
    if (value.list() == nullptr) return 0;
    std::size_t sum = 0;
    for (const Value& each : *value.list()) {
        if (sum > room) break;
        sum += 1 + weight(each, room - sum);
    }
    return sum;
}

class Evaluation {
public:
    Evaluation(const Code& code, const Inputs& inputs, Recorder* recorder) : code_(code), inputs_(inputs), recorder_(recorder) {}

    Value run() {
        Value made;
        return view(static_cast<std::uint32_t>(code_.instructions.size() - 1), made);
    }
    const Faults& faults() const { return faults_; }

private:
    bool spend(std::size_t steps) {
        steps_ += steps;
        faults_.too_long = faults_.too_long || steps_ > base::limits::evaluation_steps;
        return !faults_.too_long;
    }

    std::uint32_t child(const Instruction& at, std::uint32_t index) const { return code_.children[at.first + index]; }

    // The value of an instruction: where it stands already, else in `made`.
    const Value& view(std::uint32_t number, Value& made) {
        if (!spend(1)) return unknown;
        const Value& found = look(code_.instructions[number], made);
        if (!spend(weight(found, base::limits::evaluation_steps))) return unknown;
        if (recorder_ != nullptr) record(number, found);
        return found;
    }
    const Value& operand(const Instruction& at, std::uint32_t index, Value& made) { return view(child(at, index), made); }
    Answer ask(const Instruction& at, std::uint32_t index) {
        Value made;
        return answer(operand(at, index, made));
    }

    // Inside a loop the same operand has many values; the loop's own result stands for them.
    void record(std::uint32_t number, const Value& found) {
        const Spelling& spelling = code_.spellings[number];
        if (!spelling.operand || !variables_.empty()) return;
        for (const auto& seen : recorder_->operands)
            if (seen.text == spelling.text) return;
        recorder_->operands.push_back({spelling.text, base::text(found, spelling.unit)});
    }

    const Value& look(const Instruction& at, Value& made) {
        const auto slot = static_cast<std::size_t>(at.slot);
        switch (at.op) {
            case Op::constant: return code_.constants[slot];
            case Op::fact: return inputs_.facts[slot];
            case Op::variable: return variables_[slot];
            default: made = eval(at); return made;
        }
    }

    Value eval(const Instruction& at) {
        switch (at.op) {
            case Op::constant:
            case Op::fact:
            case Op::variable:
            case Op::test: return {};  // seen to by look() and in()
            case Op::points: return inputs_.figures == nullptr ? Value() : inputs_.figures->points(at.slot);
            case Op::option: return inputs_.figures == nullptr ? Value() : inputs_.figures->option(at.slot);
            case Op::total: return inputs_.figures == nullptr ? Value() : inputs_.figures->total();
            case Op::reading: return reading(at.slot);
            case Op::list: return list(at);
            case Op::range: return range(at);
            case Op::not_: return value(negated(ask(at, 0)));
            case Op::or_: return logic(at, either);
            case Op::and_: return logic(at, both);
            case Op::known: return known(at);
            case Op::unknown_: return !known(at);
            case Op::equal:
            case Op::unequal:
            case Op::less:
            case Op::at_most:
            case Op::more:
            case Op::at_least: return comparison(at);
            case Op::negate:
            case Op::add:
            case Op::subtract:
            case Op::multiply:
            case Op::divide: return arithmetic(at);
            case Op::between: return between(at);
            case Op::in: return in(at);
            case Op::if_: return conditional(at);
            case Op::some:
            case Op::every: return value(loop(at, 0));
            case Op::call: return call(at);
        }
        return {};
    }

    Value reading(std::int32_t slot) const {
        const auto index = static_cast<std::size_t>(slot);
        return (*code_.readings)[index][static_cast<std::size_t>(inputs_.readings[index])];
    }

    // Both sides are always worked out, so that a trail can show them and costs do not depend on who asks.
    Value logic(const Instruction& at, Answer (*join)(Answer, Answer)) {
        const Answer left = ask(at, 0);
        return value(join(left, ask(at, 1)));
    }

    bool known(const Instruction& at) {
        Value made;
        return operand(at, 0, made).known();
    }

    Value comparison(const Instruction& at) {
        Value a, b;
        const Value& left = operand(at, 0, a);
        return value(compared(at.op, left, operand(at, 1, b)));
    }

    Value checked(Arithmetic result) {
        faults_.division_by_zero = faults_.division_by_zero || result.fault == Arithmetic::Fault::division_by_zero;
        faults_.too_large = faults_.too_large || result.fault == Arithmetic::Fault::too_large;
        return std::move(result.value);
    }

    Value arithmetic(const Instruction& at) {
        Value a, b;
        const Value& left = operand(at, 0, a);
        if (at.op == Op::negate) return checked(subtract_values(Number(0), left));
        const Value& right = operand(at, 1, b);
        switch (at.op) {
            case Op::add: return checked(add_values(left, right));
            case Op::subtract: return checked(subtract_values(left, right));
            case Op::multiply: return checked(multiply_values(left, right));
            default: return checked(divide_values(left, right));
        }
    }

    Value list(const Instruction& at) {
        auto items = std::make_shared<base::List>(at.count);
        for (std::uint32_t i = 0; i < at.count; ++i) {
            Value made;
            (*items)[i] = operand(at, i, made);
        }
        return std::shared_ptr<const base::List>(std::move(items));
    }

    Value range(const Instruction& at) {
        base::Range made;
        Value low, high;
        made.low = operand(at, 0, low);
        made.high = operand(at, 1, high);
        made.low_open = (at.detail & 1) != 0;
        made.high_open = (at.detail & 2) != 0;
        return std::make_shared<const base::Range>(std::move(made));
    }

    Value between(const Instruction& at) {
        Value a, b, c;
        const Value &middle = operand(at, 0, a), &low = operand(at, 1, b), &high = operand(at, 2, c);
        const Answer above = compared(Op::at_least, middle, low), below = compared(Op::at_most, middle, high);
        return above && below ? Value(*above && *below) : Value();
    }

    Value in(const Instruction& at) {
        Value made;
        const Value& left = operand(at, 0, made);
        Answer any = false;
        for (std::uint32_t i = 1; i < at.count; ++i) {
            const Instruction& test = code_.instructions[child(at, i)];
            Value other;
            if (test.op == Op::test) any = either(any, compared(static_cast<Op>(test.detail), left, operand(test, 0, other)));
            else any = either(any, matches(left, operand(at, i, other)));
        }
        return value(any);
    }

    Value conditional(const Instruction& at) {
        const Answer condition = ask(at, 0);
        Value a, b;
        if (condition) return *condition ? operand(at, 1, a) : operand(at, 2, b);
        const Value& then = operand(at, 1, a);
        return base::equal(then, operand(at, 2, b)) == true ? then : Value();
    }

    // One variable after the other; the last child is what they must satisfy.
    Answer loop(const Instruction& at, std::uint32_t depth) {
        if (depth + 1 == at.count) return ask(at, depth);
        Value made;
        const Value over = operand(at, depth, made);  // a copy keeps what it goes through alive
        variables_.reserve(code_.variables);          // views of variables stay good while others are added
        const bool some = at.op == Op::some;
        Answer all = !some;
        const auto decided = [&](Value each) {
            variables_.push_back(std::move(each));
            const Answer one = loop(at, depth + 1);
            variables_.pop_back();
            all = some ? either(all, one) : both(all, one);
            return all == some || faults_.too_long;
        };
        if (over.list() != nullptr) {
            for (const Value& each : *over.list())
                if (decided(each)) break;
        } else if (!each_whole(over, decided)) {
            return std::nullopt;
        }
        return faults_.too_long ? Answer() : all;
    }

    // The whole numbers of a range, upwards or downwards; false where it has none that are known.
    template <class Decided>
    bool each_whole(const Value& over, Decided decided) {
        const auto* ends = over.range();
        const auto *low = ends == nullptr ? nullptr : ends->low.get_if<Number>(), *high = ends == nullptr ? nullptr : ends->high.get_if<Number>();
        const auto from = low == nullptr ? std::nullopt : low->whole(), to = high == nullptr ? std::nullopt : high->whole();
        if (!from || !to) return false;
        const bool up = *from <= *to;
        const std::uint64_t steps = up ? static_cast<std::uint64_t>(*to) - static_cast<std::uint64_t>(*from)
                                       : static_cast<std::uint64_t>(*from) - static_cast<std::uint64_t>(*to);
        faults_.too_long = faults_.too_long || steps >= base::limits::list_items;
        const std::uint64_t first = ends->low_open ? 1 : 0, end = steps + (ends->high_open ? 0 : 1);
        for (std::uint64_t i = first; i < end && !faults_.too_long; ++i)
            if (decided(Number(up ? *from + static_cast<std::int64_t>(i) : *from - static_cast<std::int64_t>(i)))) break;
        return true;
    }

    Value call(const Instruction& at) {
        const auto function = static_cast<model::FunctionId>(at.detail);
        std::vector<Value> arguments(at.count);
        std::size_t given = 0;
        for (std::uint32_t i = 0; i < at.count; ++i) {
            if (child(at, i) == Code::absent) continue;
            Value made;
            arguments[i] = operand(at, i, made);
            given = i + 1;
        }
        arguments.resize(given);
        if (function == model::FunctionId::contains && !spend(search_cost(arguments[0], arguments[1]))) return {};
        return faults_.too_long ? Value() : checked(call_function(function, arguments));
    }

    // Looking for one text in another may go over every pair of their characters.
    static std::size_t search_cost(const Value& in, const Value& wanted) {
        const auto *text = in.get_if<std::string>(), *match = wanted.get_if<std::string>();
        return text == nullptr || match == nullptr ? 0 : text->size() / 64 * (match->size() / 64);
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
