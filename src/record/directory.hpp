// A directory signed: every file below it with its digest.
#pragma once

#include <filesystem>

#include "record/verify.hpp"

namespace ocop::record {

// The text for its signature file.
std::optional<std::string> sign_directory(const std::filesystem::path& directory, std::string_view seed, base::Report& report);
Verification verify_directory(const std::filesystem::path& directory, const std::string& key);

}  // namespace ocop::record
