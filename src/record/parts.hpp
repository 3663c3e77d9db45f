// Into which parts a record is cut for its digests, and which of its places are personal.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "record/json.hpp"

namespace ocop::record {

// A place that can be taken out by itself, and the field that names it: "product.name", "assessors", "notes", "scorecard".
// The digest of the card is in none: it goes with the first field that does, for with it the rest of the card would let anybody
// try names.
struct PersonalPlace {
    std::string pointer;
    std::string field;
};

inline constexpr const char* card_digest_place = "/trail/card/digest";

// Every personal place that the record has, filled or taken out. An empty text is nobody's, and the sentence of a finding is personal
// only where it names an assessor, or where `digests` (those of a sealed record) tell that it did.
std::vector<PersonalPlace> personal_places(const Json& record, const Json& digests);

// A copy in which every personal place is null: what the digests of the parts are taken of.
Json without_personal(Json record, const std::vector<PersonalPlace>& places);

// The parts that together are the whole record, each once: every member of the record and of its trail, of the lists among them
// every element. Personal places are not among them.
std::vector<std::string> parts(const Json& record);

// Pointers to the digests of the parts.
std::map<std::string, std::string> part_digests(const Json& record, const std::vector<PersonalPlace>& places);
// Of a personal value: SHA-256 of the salt's 32 bytes, followed by the value's canonical text.
std::string salted_digest(const Json& value, const std::string& salt);

}  // namespace ocop::record
