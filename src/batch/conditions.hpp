// Conditions for many cards at once: a few kinds of steps that go column by column; what is more than that is left to the evaluator.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "program/program.hpp"
#include "rate/ways.hpp"

namespace ocop::batch {

// Answers as bytes. `ask`: it depends on the points of the form and has to be worked out with them.
enum Answer : std::uint8_t { no = 0, yes = 1, not_known = 2, ask = 3 };

// One step of a condition over a stack of columns of answers.
struct Step {
    enum class Do : std::uint8_t {
        constant,  // `slot` is the Answer
        boolean,   // a fact of true or false
        number,    // a fact inside the bounds
        day,       // a fact inside the bounds, days since 1970-01-01
        text,      // a fact that is `text`
        points,    // points of the leaves [slot, end), scaled, inside [low..high]
        not_, and_, or_,
    };
    Do what = Do::constant;
    bool negated = false;          // of number, day, text, points: true where it is not so
    bool low_open = false, high_open = false;
    int slot = 0, end = 0;         // fact, or leaves
    std::optional<Number> from, to;  // bounds of a number; none: no bound
    std::int64_t low = 0, high = 0;  // bounds of a day or of points; both belong to it
    std::string text;
};

struct Condition {
    bool figures = false;      // it asks for points, options or the total
    bool closed = false;       // `steps` say all of it
    int depth = 0;             // of the stack
    std::vector<Step> steps;   // operands before operators; the last one is the condition
};

// Readings are taken as `choices` say.
Condition condition_of(const program::Program& program, const program::Code& code, const rate::Choices& choices);

// Of a closed condition whose only operands are points: `sum(first_leaf, end_leaf)` is one sheet's.
template <class Sum>
Answer answer(const Condition& condition, Sum sum);

}  // namespace ocop::batch

#include "batch/conditions_answer.hpp"
