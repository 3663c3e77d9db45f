// The compiled form of a condition: flat instructions over slots, children before parents, no pointers into any text.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/value.hpp"
#include "model/check_condition.hpp"

namespace ocop::program {

enum class Op : std::uint8_t {
    constant, fact, variable, points, option, total, reading,
    list, range,
    negate, not_, or_, and_,
    equal, unequal, less, at_most, more, at_least, known, unknown_,  // the last two: `e != null`, `e = null`
    add, subtract, multiply, divide,
    between, in, test, if_, some, every,
    call,
};

struct Instruction {
    Op op = Op::constant;
    std::uint8_t detail = 0;       // of a call: FunctionId; of a test: its Op; of a range: bit 0 low open, bit 1 high open
    std::int32_t slot = 0;         // constant, fact, variable, item, reading
    std::uint32_t first = 0;       // into Code::children
    std::uint32_t count = 0;
};

// What an instruction was in the text, for trails.
struct Spelling {
    std::string text;
    std::string unit;
    bool operand = false;  // worth showing: not a literal, not the whole condition
};

// The words of each reading's choices, as the rule set has them now.
using ReadingWords = std::vector<std::vector<std::string>>;

// Immutable.
struct Code {
    std::vector<Instruction> instructions;  // the last one is the condition itself
    std::vector<std::uint32_t> children;    // instruction numbers; `absent` for an argument left out
    std::vector<base::Value> constants;
    std::shared_ptr<const ReadingWords> readings;
    std::vector<Spelling> spellings;        // one an instruction
    std::uint32_t variables = 0;            // of nested `some` and `every`, most at one time

    static constexpr std::uint32_t absent = 0xFFFFFFFF;
};

// `readings` may be null where the condition asks for none.
Code compile(const model::Checked& checked, std::shared_ptr<const ReadingWords> readings = nullptr);

// What a condition asks for: slots of facts, and items of the form by their points or options.
struct Asked {
    std::vector<int> facts;  // in the order asked, each once
    std::set<int> items;
    bool options = false;  // of some item its option, not only its points
    bool total = false;
};
Asked asked(const Code& code);
// Whether it asks for nothing of the rating itself.
bool asks_facts_only(const Code& code);

// The readings a condition asks for.
std::vector<int> readings_used(const model::Checked& checked);

}  // namespace ocop::program
