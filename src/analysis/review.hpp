// The questions a review asks, one function each; every one has a file of its own.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "analysis/neighbours.hpp"
#include "analysis/subject.hpp"
#include "syntax/library.hpp"

namespace ocop::analysis {

// Of one rule set.
void review_points(const Subject& subject, base::Report& report);      // points-order, points-repeated
void review_labels(const Subject& subject, base::Report& report);      // label-repeated
void review_numbering(const Subject& subject, base::Report& report);   // numbering-jump
void review_minima(const Subject& subject, base::Report& report);      // minimum-implied, minimum-unreachable
void review_stars(const Subject& subject, base::Report& report);       // star-unreachable
void review_conditions(const Subject& subject, base::Report& report);  // when-overlap, when-gap, when-missing, condition-constant, option-unreachable, case-unreachable, gate-never, star-unreachable
void review_declared(const Subject& subject, base::Report& report);    // erratum, shortfall, incomplete (notes); in-force-missing

// Of one rule set among the others of its library.
void review_use(const Subject& subject, const Neighbours& neighbours, base::Report& report);       // fact-unused, evidence-unused, reading-unused
void review_periods(const Subject& subject, const Neighbours& neighbours, base::Report& report);   // in-force-overlap, in-force-gap, succeeds-unknown
void review_siblings(const Subject& subject, const Neighbours& neighbours, base::Report& report);  // differs-from-siblings
void review_repeats(const Subject& subject, const Neighbours& neighbours, base::Report& report);   // rule-set-repeated

// Of one rule set, and the tests for it in the library it was loaded from.
void review_tests(const Subject& subject, const Neighbours& neighbours, const syntax::Library& library, base::Report& report);  // untested, tests-disagree

// The test files (`*.test.yaml`) below a directory, by the rule set that they name.
std::multimap<std::string, std::filesystem::path> tests_below(const std::filesystem::path& directory);

}  // namespace ocop::analysis
