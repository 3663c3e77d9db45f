// The other rule sets of a library, for questions that compare.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/subject.hpp"

namespace ocop::analysis {

struct Neighbours {
    std::vector<const Subject*> all;  // every rule set that could be loaded, by id; the one under review too
    std::vector<std::string> ids;     // also of those that could not
    std::set<std::string> tested;     // ids that some test file names

    // Criteria of one decision with the same name and maximum.
    struct Criterion {
        const Subject* subject;
        const model::Node* node;
    };
    std::multimap<std::string, Criterion> criteria;  // by alike()

    void add(const Subject& subject);
};

// What makes two criteria alike enough to be compared.
std::string alike(const model::RuleSet& rules, const model::Node& node);

}  // namespace ocop::analysis
