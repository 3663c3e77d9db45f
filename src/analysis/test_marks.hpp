// The marks of a test, written for every criterion.
#pragma once

#include "card/card.hpp"
#include "program/program.hpp"
#include "yaml/tree.hpp"

namespace ocop::analysis {

// `marks` may name criteria, sections, parts and `all`; what is nearest to a criterion counts. Words such as `best` become the
// option they stand for; all else is left for the card to be read. `facts`: the card without marks, which says which case applies.
yaml::Node written_marks(const yaml::Node& marks, const program::Program& program, const card::Card& facts, base::Report& report);

}  // namespace ocop::analysis
