// One file of records: opened, and every statement about each.
#pragma once

#include "record/replay.hpp"

namespace ocop::record {

// `key`: 64 hexadecimal digits that are trusted, or empty.
Verification verify(const base::SourcePtr& source, const Shape& shape, const std::string& key, const RateAgain& again);

// What holds of a seal, without asking whose it is.
Statements check_seal(const Sealed& sealed);

// A record sealed, or without some fields; reasons otherwise.
std::optional<std::string> sign(const base::SourcePtr& source, const Shape& shape, std::string_view seed, base::Report& report);
std::optional<std::string> redact(const base::SourcePtr& source, const Shape& shape, const std::vector<std::string>& fields, base::Report& report);

}  // namespace ocop::record
