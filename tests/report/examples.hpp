// The trails of the shipped example scorecards.
#pragma once

#include <algorithm>
#include <filesystem>
#include <vector>

#include <ocop/ocop.hpp>

namespace ocop::test {

inline std::vector<std::filesystem::path> example_files() {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(OCOP_SOURCE_DIR "/examples/scorecards"))
        if (entry.path().extension() == ".yaml") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

inline std::vector<Trail> example_trails() {
    const Library library = Library::open({OCOP_SOURCE_DIR "/rules"}).value();
    std::vector<Trail> out;
    for (const auto& file : example_files())
        for (const WrittenCard& card : WrittenCards::from_file(file).cards) {
            const RuleSet rules = library.load(card.rule_set()).value();
            out.push_back(rules.rate(Scorecard::read(card, rules).value()).trail());
        }
    return out;
}

}  // namespace ocop::test
