// The sections of a report, one a function, in the order they stand in it. Each writes nothing where it has nothing to say.
#pragma once

#include <string>

#include "report/layout.hpp"
#include "report/words.hpp"

namespace ocop::report {

// What every section looks at and writes to.
struct Report {
    const Trail& trail;
    const Words& words;
    Page& page;
};

void verdict(const Report& report);
void ahead(const Report& report);          // what the next star still needs; of an undecided card what is missing
void sheets(const Report& report);
void points_by_part(const Report& report);
void points_by_criterion(const Report& report);
void steps(const Report& report);          // from the total to the stars
void minima(const Report& report);
void gates(const Report& report);
void readings(const Report& report);
void facts(const Report& report);
void findings(const Report& report);
void provenance(const Report& report);

// "26/2026/QĐ-TTg, Điều 3"; the decision is left out where it is the rule set's own.
std::string citation(const Citation& cite, const Trail& trail);
// "points("5.1") > 0: false (points("5.1") = 0)"
std::string condition(const TrailCondition& condition, const Words& words);

}  // namespace ocop::report
