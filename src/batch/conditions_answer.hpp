// A closed condition over points alone, for one sheet: no values are made, nothing is allocated.
#pragma once

#include <array>
#include <cstddef>

#include "batch/conditions.hpp"

namespace ocop::batch {

inline constexpr std::size_t most_depth = 16;  // of conditions that are closed

inline Answer negation(Answer a) { return a == not_known ? a : a == yes ? no : yes; }
inline Answer both(Answer a, Answer b) { return a == no || b == no ? no : a == yes && b == yes ? yes : not_known; }
inline Answer either(Answer a, Answer b) { return a == yes || b == yes ? yes : a == no && b == no ? no : not_known; }

template <class Sum>
Answer answer(const Condition& condition, Sum sum) {
    std::array<Answer, most_depth> stack{};
    std::size_t top = 0;
    for (const Step& step : condition.steps) {
        switch (step.what) {
            case Step::Do::points: {
                const program::Scaled points = sum(step.slot, step.end);
                stack[top++] = (points >= step.low && points <= step.high) != step.negated ? yes : no;
                break;
            }
            case Step::Do::not_: stack[top - 1] = negation(stack[top - 1]); break;
            case Step::Do::and_: --top; stack[top - 1] = both(stack[top - 1], stack[top]); break;
            case Step::Do::or_: --top; stack[top - 1] = either(stack[top - 1], stack[top]); break;
            case Step::Do::constant: stack[top++] = static_cast<Answer>(step.slot); break;
            default: stack[top++] = not_known; break;
        }
    }
    return stack[0];
}

}  // namespace ocop::batch
