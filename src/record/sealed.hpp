// A signed record: the record, a digest of every part of it, salts of its personal fields, and a signature over the digests.
#pragma once

#include <functional>
#include <optional>

#include "base/diagnostics.hpp"
#include "record/claim.hpp"
#include "record/parts.hpp"

namespace ocop::record {

inline constexpr std::string_view record_domain = "ocop-record-v1\n";
inline constexpr std::string_view directory_domain = "ocop-directory-v1\n";

// As it was read: its shape is right, nothing else is known of it.
struct Sealed {
    Json record, digests, salts;
    std::string key, value;  // of the signature

    // Personal places whose values were taken out: listed, null, and without a salt.
    std::vector<PersonalPlace> redacted() const;
    std::string text() const;  // canonical
};

// The message that is signed.
std::string message(std::string_view domain, const Json& digests);
Json signature_json(const std::string& key, const std::string& value);

// `salt` gives 64 new hexadecimal digits at each call.
Sealed seal(Json record, std::string_view seed, const std::function<std::string()>& salt);

// That the digests are those of the record, every part once; that the signature is over them; whose it is.
Statement check_digests(const Sealed& sealed);
Statement check_signature(std::string_view domain, const Json& digests, const std::string& key, const std::string& value);
Statement check_key(const std::string& key, const std::string& trusted);

}  // namespace ocop::record
