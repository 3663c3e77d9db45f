// The other rule sets of a library, for questions that compare.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analysis/subject.hpp"

namespace ocop::analysis {

struct Neighbours {
    std::vector<const Subject*> all;  // every rule set that could be loaded, by id; the one under review too
    std::vector<std::string> ids;     // also of those that could not
    std::multimap<std::string, std::filesystem::path> tests;  // the test files, by the id they name

    // Criteria of one decision with the same name and maximum (the one printed, else what can be attained).
    struct Criterion {
        const Subject* subject;
        const model::Node* node;
    };
    std::multimap<std::string, Criterion> criteria;      // by alike()
    std::multimap<std::string, const Subject*> forms;    // by form_of()

    void add(const Subject& subject);
};

// What makes two criteria alike enough to be compared.
std::string alike(const model::RuleSet& rules, const model::Node& node);
// All that a form asks for, as one text: equal where two rule sets ask for the same.
std::string form_of(const model::RuleSet& rules);

}  // namespace ocop::analysis
