// Conditions over columns: each step a loop over the block, and none where all cards answer alike.
#include <algorithm>

#include "batch/block.hpp"
#include "batch/conditions_answer.hpp"

namespace ocop::batch {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// A column to read, also where all answer alike.
const std::uint8_t* spread(const Answers& answers, std::size_t count, Room& room) {
    if (answers.column != nullptr) return answers.column;
    std::uint8_t* all = room.bytes();
    std::fill_n(all, count, static_cast<std::uint8_t>(answers.all));
    return all;
}

template <class Join>
Answers joined(const Answers& a, const Answers& b, std::size_t count, Room& room, Join join) {
    if (a.column == nullptr && b.column == nullptr) return {nullptr, join(a.all, b.all)};
    // With a certain answer on one side the other often does not matter, or is all that matters.
    const Answers& sure = a.column == nullptr ? a : b;
    const Answers& other = a.column == nullptr ? b : a;
    if (sure.column == nullptr && join(sure.all, no) == join(sure.all, yes)) return {nullptr, join(sure.all, no)};
    if (sure.column == nullptr && join(sure.all, no) == no && join(sure.all, yes) == yes) return other;
    const std::uint8_t *left = spread(a, count, room), *right = spread(b, count, room);
    std::uint8_t* out = room.bytes();
    for (std::size_t i = 0; i < count; ++i) out[i] = join(static_cast<Answer>(left[i]), static_cast<Answer>(right[i]));
    return {out, no};
}

Answers turned(const Answers& a, std::size_t count, Room& room) {
    if (a.column == nullptr) return {nullptr, negation(a.all)};
    static constexpr std::uint8_t to[] = {yes, no, not_known};
    std::uint8_t* out = room.bytes();
    for (std::size_t i = 0; i < count; ++i) out[i] = to[a.column[i]];
    return {out, no};
}

}  // namespace

template <class Operand>
Answers answer_steps(const Condition& condition, std::size_t count, Room& room, Operand operand) {
    room.stack.clear();
    for (const Step& step : condition.steps) {
        std::vector<Answers>& stack = room.stack;
        if (step.what == Step::Do::not_) {
            stack.back() = turned(stack.back(), count, room);
        } else if (step.what == Step::Do::and_ || step.what == Step::Do::or_) {
            const Answers last = stack.back();
            stack.pop_back();
            stack.back() = step.what == Step::Do::and_ ? joined(stack.back(), last, count, room, both) : joined(stack.back(), last, count, room, either);
        } else {
            stack.push_back(operand(step));
        }
    }
    return room.stack.back();
}

void answer_facts(const Task& task, std::size_t first, std::size_t count, Room& room) {
    const program::Program& program = *task.plan.program;
    for (int code : task.plan.deciding) {
        const Condition& condition = task.plan.conditions[index(code)];
        if (condition.figures || !condition.closed) continue;
        room.answers[index(code)] = answer_steps(condition, count, room, [&](const Step& step) {
            static const base::Value nothing;
            const auto& missing = program.rules->facts[index(step.slot)].missing;
            return answers_to(step, step.what == Step::Do::constant ? nullptr : task.facts.column(step.slot), step.what != Step::Do::constant && missing ? *missing : nothing, first, count, room.bytes());
        });
    }
}

Answers answer_points(const Task& task, const Condition& condition, std::size_t sheet, std::size_t first, std::size_t count, Room& room) {
    const program::Program& program = *task.plan.program;
    return answer_steps(condition, count, room, [&](const Step& step) -> Answers {
        static const base::Value nothing;
        if (step.what == Step::Do::constant) return {nullptr, static_cast<Answer>(step.slot)};
        if (step.what != Step::Do::points) {
            const auto& missing = program.rules->facts[index(step.slot)].missing;
            return answers_to(step, task.facts.column(step.slot), missing ? *missing : nothing, first, count, room.bytes());
        }
        const LeafColumn& leaf = task.columns.leaves[index(step.slot)];
        Table table{};
        table.fill(not_known);
        for (std::size_t i = 0; i < table.size(); ++i)
            if (leaf.leaves[i] != 0) table[i] = (leaf.points[i] >= step.low && leaf.points[i] <= step.high) != step.negated ? yes : no;
        std::uint8_t* out = room.bytes();
        task.loops.look_up(table, room.entries[index(step.slot) * task.cards.sheets + sheet], count, out);
        return {out, no};
    });
}

}  // namespace ocop::batch
