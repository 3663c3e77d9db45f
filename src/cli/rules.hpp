// Where rule sets come from: the directories of the call, or the usual places.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <ocop/rule_set.hpp>

#include "cli/output.hpp"

namespace ocop::cli {

struct Rules {
    std::vector<std::filesystem::path> directories;
    Library library;
};

// The library over `given` if there are any; else over those of $OCOP_RULES (separated by ':'), then ./rules and the
// installed rules if they exist. Nothing, with a message, where it cannot be opened.
std::optional<Rules> open_rules(const std::vector<std::string>& given, Output& output);

// A rule set by its id or by the path of its file.
RuleSet::Loaded load(const Library& library, const std::string& id_or_path);
// The same for a command that can do nothing without: tells what is wrong.
std::optional<RuleSet> require(const Library& library, const std::string& id_or_path, Output& output);

// Ends in ".yaml" or ".yml", or is a file that exists.
bool is_path(const std::string& id_or_path);

// The path without links, `..` and a slash at its end, as far as it exists; as it is where that cannot be told.
std::filesystem::path real(const std::filesystem::path& path);
// The directory itself, or anything below it; both real.
bool is_inside(const std::filesystem::path& path, const std::filesystem::path& directory);

}  // namespace ocop::cli
