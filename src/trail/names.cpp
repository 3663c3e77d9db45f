// The stable English names of outcomes, authorities and findings, as the JSON has them.
#include <ocop/rating.hpp>

namespace ocop {

const char* name(Outcome outcome) {
    switch (outcome) {
        case Outcome::rated: return "rated";
        case Outcome::undecided: return "undecided";
        case Outcome::stopped: return "stopped";
        case Outcome::rejected: return "rejected";
    }
    return "";
}

const char* name(Authority authority) {
    switch (authority) {
        case Authority::commune: return "commune";
        case Authority::district: return "district";
        case Authority::province: return "province";
        case Authority::ministry: return "ministry";
    }
    return "";
}

const char* name(Finding::Kind kind) {
    using Kind = Finding::Kind;
    switch (kind) {
        case Kind::facts_against_mark: return "facts-against-mark";
        case Kind::evidence_missing: return "evidence-missing";
        case Kind::spread: return "spread";
        case Kind::no_quorum: return "no-quorum";
        case Kind::quorum_unknown: return "quorum-unknown";
        case Kind::trimmed_mean_of_few: return "trimmed-mean-of-few";
        case Kind::erratum_used: return "erratum-used";
        case Kind::incomplete_rule_set: return "incomplete-rule-set";
        case Kind::not_in_force: return "not-in-force";
        case Kind::date_unknown: return "date-unknown";
        case Kind::level_unknown: return "level-unknown";
        case Kind::reading_changes_stars: return "reading-changes-stars";
        case Kind::not_known: return "not-known";
        case Kind::mark_after_stop: return "mark-after-stop";
        case Kind::mark_without_case: return "mark-without-case";
        case Kind::from_facts: return "from-facts";
        case Kind::calculation_fault: return "calculation-fault";
    }
    return "";
}

}  // namespace ocop
