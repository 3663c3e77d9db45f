// The lists in which facts choose: the options of a criterion or of a case, and the cases of a criterion.
#pragma once

#include <string>
#include <vector>

#include "analysis/subject.hpp"

namespace ocop::analysis {

// An option or a case.
struct WhenEntry {
    std::string id;
    const model::Checked* when = nullptr;  // nullptr: it has none
    Number points;                         // of an option
    bool is_explained = false;
    Place place;  // of its `when`
};

struct WhenList {
    std::vector<WhenEntry> entries;
    bool of_cases = false;
    bool is_explained = false;
    std::string name;  // "option of `1.1`"
    Place place;       // of the key `options` or `cases`

    // The list matters only for facts for which all of these are true, and none of those.
    std::vector<const model::Checked*> needed, excluded;
};

// Whether a condition reads nothing but facts, and does no more than to compare them with constants.
bool compares_facts_only(const model::Checked& checked);

// Of which one entry may be taken, in the order of the form. Lists that matter or not by more than facts are left out, and so are
// those without a `when`.
std::vector<WhenList> when_lists(const Subject& subject);

}  // namespace ocop::analysis
