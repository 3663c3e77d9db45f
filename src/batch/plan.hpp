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

// A criterion that always applies and has one case, for a card with one sheet: its codes, one after the other in Plan::alone.
struct LeafTable {
    int leaf = 0;
    std::uint32_t first = 0;
    std::uint32_t codes = 0;
};
struct CodeTable {
    program::Scaled points = 0;
    std::uint64_t missed = 0;  // of the first 64 minima those that are direct, and not reached with these points
};

struct MinimumPlan {
    int leaf = 0;
    int star = 0;           // index into Program::stars
    int when = program::none;
    std::int16_t case_index = 0;
    bool stands = true;
    bool one_case = true;   // its criterion has no other
    bool direct = false;    // it stands, binds always, and its criterion is plain: points decide it
    program::Scaled required = 0;
};

// Immutable; any number of threads rate with it.
struct Plan {
    std::shared_ptr<const program::Program> program;
    rate::Choices choices;
    rate::Ways ways;
    std::vector<LeafPlan> leaves;
    std::vector<LeafTable> tables;       // of plain criteria
    std::vector<CodeTable> alone;
    std::vector<int> special;            // the other criteria, in the order in which they can be decided
    std::vector<MinimumPlan> minima;     // as Program::minima
    std::vector<int> asked;              // those of them that `alone` does not tell
    std::vector<std::uint64_t> of_star;  // by index into Program::stars: its minima, of the first 64
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
