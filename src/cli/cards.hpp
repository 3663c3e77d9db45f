// What the command reads besides rule sets: scorecards, and the rule set and council that a card names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ocop/scorecard.hpp>

#include "cli/output.hpp"

namespace ocop::cli {

// A file's text, or that of standard input for "-"; nothing, with a message that names it as `what`, where it cannot be read.
std::optional<std::string> read_file(const std::string& file, const char* what, Output& output);

// Cards of a file; "-" is standard input.
WrittenCards read_cards(const std::string& file);

// Whether writing to `to` would lose one of the files that are read, with a message: a slip must not cost a scorecard.
bool overwrites(const std::string& to, const std::vector<std::string>& read, Output& output);

// A council's own rules, in place of those that cards name.
struct CouncilFile {
    std::string name;  // empty: none was given
    std::string text;
};

// The rule set that a card names, under the council's rules that count; what is wrong stands where the card does.
RuleSet::Loaded rules_of(const WrittenCard& card, const Library& library, const CouncilFile& council);

}  // namespace ocop::cli
