// The compiled rule set once more, as what one pass over the marks of a card looks up, for one choice of readings.
#pragma once

#include <memory>
#include <vector>

#include "batch/codes.hpp"
#include "batch/conditions.hpp"
#include "rate/ways.hpp"

namespace ocop::batch {

// One criterion, by code of its mark. Only narrow ones have tables.
struct LeafPlan {
    LeafCodes codes;
    std::vector<program::Scaled> points;   // of marks that name their case, or need none
    std::vector<std::int16_t> case_of;     // rate::Cell::any_case where the mark names none
    bool plain = false;                    // it always applies and has one case
    int cases = 1;
};

// The same in little, for the pass over one card.
struct LeafTable {
    std::uint32_t first = 0;   // into Plan::points
    std::uint16_t codes = 0;
    bool plain = false;
};

struct MinimumPlan {
    int leaf = 0;
    int star = 0;           // index into Program::stars
    int when = program::none;
    std::int16_t case_index = 0;
    bool stands = true;
    program::Scaled required = 0;
};

// Immutable; any number of threads rate with it.
struct Plan {
    std::shared_ptr<const program::Program> program;
    rate::Choices choices;
    rate::Ways ways;
    std::vector<LeafPlan> leaves;
    std::vector<LeafTable> tables;       // likewise
    std::vector<program::Scaled> points; // of all of them
    std::vector<MinimumPlan> minima;     // as Program::minima
    std::vector<Condition> conditions;   // as Program::code
    std::vector<int> deciding;           // codes of gates, `applies`, cases and minima: what stars depend on
    bool narrow = false;                 // every mark is a byte

};

// All readings as chosen, or as `choices` say.
std::shared_ptr<const Plan> plan_of(std::shared_ptr<const program::Program> program);
std::shared_ptr<const Plan> plan_of(std::shared_ptr<const program::Program> program, rate::Choices choices);

// One card as the plan takes it: marks by their codes, and what its facts alone answer to the deciding conditions.
struct Prepared {
    bool quick = false;                 // false: the general way only
    int sheets = 0;
    std::vector<std::uint8_t> codes;    // [leaf * sheets + sheet]
    std::vector<std::uint8_t> answers;  // by code; Answer
};
Prepared prepare(const Plan& plan, const card::Card& card);

}  // namespace ocop::batch
