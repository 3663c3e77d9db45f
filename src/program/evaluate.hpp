// A compiled condition to a value. Kleene's logic, exact numbers, bounded cost.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "program/code.hpp"

namespace ocop::program {

// What a condition reads about the rating itself. Not known where not assessed.
class Figures {
public:
    virtual ~Figures() = default;
    virtual base::Value points(int item) const = 0;
    virtual base::Value option(int item) const = 0;
    virtual base::Value total() const = 0;
};

struct Inputs {
    std::span<const base::Value> facts;  // by slot
    const Figures* figures = nullptr;    // may be null where no condition asks
    std::span<const int> readings;       // the choice of each reading
};

// Why a value is not known although its operands were.
struct Faults {
    bool division_by_zero = false;
    bool too_large = false;   // a number past base::limits::number_bits
    bool too_long = false;    // more than base::limits::evaluation_steps
    bool any() const { return division_by_zero || too_large || too_long; }
};

// What each operand of a condition was, in the order of evaluation.
struct Recorder {
    struct Operand {
        std::string text;        // as written
        std::string value_text;  // as people write it
    };
    std::vector<Operand> operands;
};

// `recorder` and `faults` may be null. Faults are told only where they left the result not known.
base::Value evaluate(const Code& code, const Inputs& inputs, Recorder* recorder, Faults* faults);

}  // namespace ocop::program
