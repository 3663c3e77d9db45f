// The sections of a report on one rating, one a function, in the order they stand in it. Each writes nothing where it has
// nothing to say.
#pragma once

#include <string>

#include "report/document.hpp"
#include "report/words.hpp"

namespace ocop::report {

// What every section looks at and writes to.
struct Report {
    const Trail& trail;
    const Words& words;
    Document& document;
};

void verdict(const Report& report);
void bands(const Report& report);          // the total on the bands of the stars
void ahead(const Report& report);          // what the next star still needs; of an undecided card what is missing
void question(const Report& report);       // of an undecided card, what to find out first
void reasons(const Report& report);        // what alone decides
void findings(const Report& report);
void doubts_of_rule_set(const Report& report);  // the findings that even a brief report has
void points_by_part(const Report& report);
void points_by_criterion(const Report& report);
void council(const Report& report);        // what the sheets say of each other
void steps(const Report& report);          // from the total to the stars
void minima(const Report& report);
void gates(const Report& report);
void readings(const Report& report);
void facts(const Report& report);
void provenance(const Report& report);

// "26/2026/QĐ-TTg, Điều 3"; the decision is left out where it is the rule set's own.
std::string citation(const Citation& cite, const Trail& trail);
// "points("5.1") > 0: false (points("5.1") = 0)"
std::string condition(const TrailCondition& condition, const Words& words);
// "4 stars", "the dossier is rejected"
std::string result(Outcome outcome, std::optional<int> stars, const Words& words);

}  // namespace ocop::report
