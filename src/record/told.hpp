// A verification in words, and as JSON.
#pragma once

#include <ocop/record.hpp>

namespace ocop::record {

std::string told(const Verification& verification, Language language);
std::string told_json(const Verification& verification);

}  // namespace ocop::record
