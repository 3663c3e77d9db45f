// A record's card rated again, and the two records held against each other.
#pragma once

#include <functional>
#include <set>

#include "card/written.hpp"
#include "record/open.hpp"

namespace ocop::record {

// The same card once more, as JSON; or why that could not be done. The stage above knows how cards are rated.
struct Again {
    std::optional<std::string> record;
    Text why_not;
};
using RateAgain = std::function<Again(const std::string& rule_set, const std::string& council, const card::Written& card, bool by_sheet)>;

// The card inside a record as a scorecard that can be read; what was taken out of it has something in its place.
std::optional<card::Written> card_of(const Opened& opened);

// Places at which two values differ, and what stands there. Those of `apart` are not looked at.
struct Difference {
    std::string pointer;
    Json told, worked_out;
    bool missing = false, added = false;  // only the other one has it
};
std::vector<Difference> differences(const Json& told, const Json& worked_out, const std::set<std::string>& apart);

// The digests of card, rule set and council, and the whole record against that of a second rating. Without `again`, only what
// the record says by itself.
Statements check_replay(const Opened& opened, const RateAgain& again);

}  // namespace ocop::record
