// The questions a review asks, one function each; every one has a file of its own.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "analysis/neighbours.hpp"
#include "analysis/subject.hpp"

namespace ocop::analysis {

// Of one rule set.
void review_points(const Subject& subject, base::Report& report);      // points-order, points-repeated
void review_labels(const Subject& subject, base::Report& report);      // label-repeated
void review_numbering(const Subject& subject, base::Report& report);   // numbering-jump
void review_minima(const Subject& subject, base::Report& report);      // minimum-implied, minimum-unreachable
void review_stars(const Subject& subject, base::Report& report);       // star-unreachable
void review_conditions(const Subject& subject, base::Report& report);  // when-overlap, when-gap, condition-constant, option-unreachable, case-unreachable, gate-never
void review_declared(const Subject& subject, base::Report& report);    // erratum, shortfall, incomplete (notes); in-force-missing

// Of one rule set among the others of its library.
void review_use(const Subject& subject, const Neighbours& neighbours, base::Report& report);       // fact-unused, evidence-unused, reading-unused
void review_periods(const Subject& subject, const Neighbours& neighbours, base::Report& report);   // in-force-overlap, in-force-gap, succeeds-unknown
void review_siblings(const Subject& subject, const Neighbours& neighbours, base::Report& report);  // differs-from-siblings
void review_repeats(const Subject& subject, const Neighbours& neighbours, base::Report& report);   // rule-set-repeated
void review_tests(const Subject& subject, const Neighbours& neighbours, base::Report& report);     // untested

// The rule sets that the test files (`*.test.yaml`) below a directory name.
std::set<std::string> tested_below(const std::filesystem::path& directory);

}  // namespace ocop::analysis
