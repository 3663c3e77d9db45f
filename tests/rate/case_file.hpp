// A domain test as a file: rules, a card, and what the rating must be (tests/cases/README.md).
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "yaml/tree.hpp"

namespace ocop::test {

struct CaseFile {
    std::filesystem::path file;
    bool good = true;           // bad: refused, with the texts in `error`
    std::string rules;          // the id of a shipped rule set, or a whole rule set
    std::string council;        // a council's rules; may be empty
    std::string card;           // a scorecard; may be empty where the rules are refused
    std::vector<std::string> errors;  // parts of the message expected
    yaml::Node expect;          // of a good case: a map
};

// Throws std::runtime_error with the place for a file that cannot be read.
CaseFile read_case(const std::filesystem::path& file);
// Every tests/cases/<topic>/{good,bad}/*.yaml, sorted.
std::vector<std::filesystem::path> case_files();

// A scalar, or the list's items joined by "; "; null is "null".
std::string text_of(const yaml::Node& node);
std::vector<std::string> texts_of(const yaml::Node& node);

}  // namespace ocop::test
