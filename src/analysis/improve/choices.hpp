// What each criterion may become, and what that costs.
#pragma once

#include <ocop/improve.hpp>

#include "card/card.hpp"
#include "program/program.hpp"

namespace ocop::analysis::improve {

// One mark that a criterion may get on every sheet; or, last in its list, that it keeps the marks it has.
struct Candidate {
    card::Mark mark;
    std::int64_t cost = 0;  // in units of 1 / Choices::unit
    bool keeps = false;
};

struct Choices {
    std::int64_t unit = 1;
    std::vector<std::vector<Candidate>> leaves;
    bool complete = true;  // false: a criterion has more marks than are tried
};

// `card` stands: it has sheets, and no mark is missing. Left out are marks that every sheet has, options of a case that the
// facts exclude, and what cannot be changed.
Choices choices(const program::Program& program, const card::Card& card, const Costs& costs);

}  // namespace ocop::analysis::improve
