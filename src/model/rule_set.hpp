// The checked rule set: everything resolved, typed, exact and cited. It cannot be wrong; what builds it refuses what is.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ocop/number.hpp>
#include <ocop/rating.hpp>
#include <ocop/text.hpp>

#include "base/value.hpp"
#include "model/check_condition.hpp"
#include "model/shared.hpp"

namespace ocop::model {

// A condition that has passed the checks, with the place it was written at.
struct Condition {
    std::shared_ptr<const Checked> checked;  // null once it has been compiled and trimmed
    std::string text;  // as written
    WrittenAt origin;
};

// A condition where there may be none; copies of a rule set share it.
using ConditionPtr = std::shared_ptr<const Condition>;

// The two ways to read a misprint.
enum class Print { corrected = 0, printed = 1 };

// A least mark for a star. An option carries it; it may bind under a condition and in one reading of an erratum only.
struct Minimum {
    int star = 0;
    bool conditional = false;       // binds only where `when` holds
    ConditionPtr when;
    bool corrected = true;  // stands in the corrected text
    bool printed = true;    // stands in the printed text
    Shared<Citation> cite;
    WrittenAt origin;
};

// What is said about an item or an option, and required for it. Most have none, so it stands apart.
struct Remarks {
    std::vector<Text> notes;
    Text erratum;
    std::string printed;        // what the decision prints, in words for the trail; empty where it prints what is taken
    std::vector<int> evidence;  // indices into RuleSet::evidence: required for any points here
    bool operator==(const Remarks&) const = default;
};

struct Option {
    std::string id;
    Text title;
    Number points;
    Number printed_points;  // equal to `points` unless misprinted; 0 where none are printed
    std::vector<Minimum> minima;
    ConditionPtr when;
    Shared<Remarks> remarks;
    Shared<Citation> cite;
    WrittenAt origin;
};

// One of several alternative forms of a criterion. A criterion without `cases` has exactly one, without id.
struct Case {
    std::string id;
    Text title;
    ConditionPtr when;
    std::vector<Option> options;
    Shared<Citation> cite;
    WrittenAt origin;
};

// Free points: any multiple of `step` from `low` (0 or more) to `high`; ends may be open.
struct Score {
    Number low, high;
    bool low_open = false, high_open = false;
    std::optional<Number> step;
};

struct Node {
    TrailNode::Kind kind = TrailNode::Kind::section;
    std::string id;
    Text title;
    int parent = -1;
    int depth = 0;
    int end = 0;  // index after the last node below this one
    std::optional<Number> max;
    Number best;                        // the most that can be attained
    std::optional<Number> attainable;   // declared where the source does not close
    Shared<Text> shortfall;
    Shared<std::string> incomplete;
    ConditionPtr applies;
    bool choose_any = false;            // sums what is ticked, up to max
    std::vector<Case> cases;            // of a criterion with options
    std::shared_ptr<const Score> score;  // of a criterion with free points
    Shared<Remarks> remarks;
    Shared<Citation> cite;
    WrittenAt origin;

    bool leaf() const { return score != nullptr || !cases.empty(); }
    bool several_cases() const { return cases.size() > 1 || (cases.size() == 1 && !cases[0].id.empty()); }
};

struct Fact {
    std::string name;
    Type type;
    Text title;
    std::optional<base::Value> missing;  // what is taken when the card does not say
    ConditionPtr domain;     // never set for the built-in ones
    std::string domain_text;
    bool built_in = false;               // level, assessed_on, filed_on, evidence
    WrittenAt origin;
};

struct Evidence {
    std::string id;
    Text title;
    WrittenAt origin;
};

enum class Effect { reject, stop, cap };

struct Gate {
    std::string id;
    Text title;
    Effect effect = Effect::reject;
    int stars = 0;
    int after = -1;  // node; -1: before everything
    ConditionPtr when;  // never null
    Shared<Citation> cite;
    WrittenAt origin;
};

struct Band {
    int star = 0;
    Number low, high;
    bool low_open = false, high_open = false;
    std::string text;
    std::string printed;
    Text erratum;
    Shared<Citation> cite;
    WrittenAt origin;
};

struct Reading {
    std::string name;
    Text title;
    std::string chosen;
    std::vector<std::string> also;
    Shared<Citation> cite;
    WrittenAt origin;
    std::vector<std::string> choices() const;  // chosen first
};

enum class Combine { mean, median, trimmed_mean };

struct Council {
    std::string id;  // empty: the rule set's own
    Combine combine = Combine::mean;
    std::optional<Number> quorum;  // percent
    std::optional<Number> spread;  // points
    Shared<Citation> cite;
    std::string digest;  // of a council's own file
};

struct RecognitionEntry {
    base::Date from;
    std::vector<std::pair<int, Authority>> stars;
    std::string certificate;
    Shared<Citation> cite;
};

struct InForce {
    std::optional<base::Date> from, until, new_dossiers_until;
};

// Slots of the built-in facts; declared facts follow.
enum BuiltIn : int { slot_level = 0, slot_assessed_on = 1, slot_filed_on = 2, slot_evidence = 3, slot_declared = 4 };

struct RuleSet {
    std::string id;
    Text title;
    std::string file;
    Citation basis;
    InForce in_force;
    std::vector<std::string> succeeds;
    std::vector<Text> notes;
    std::vector<std::string> incomplete;
    std::optional<base::Date> incomplete_from;  // assessments before that day lack nothing
    std::vector<Fact> facts;        // built-in ones first
    std::vector<Evidence> evidence;
    std::vector<Node> nodes;        // form order, every node before those below it
    std::vector<Gate> gates;
    std::vector<Band> bands;        // highest star first
    Number total_max;               // sum of the parts
    Council council;
    std::vector<Reading> readings;  // the engine's first, in the order of model::EngineReading, then the rule set's own
    std::vector<RecognitionEntry> recognition;  // earliest first
    std::vector<int> order;         // leaves in order of dependency (indices into nodes)
    std::string digest;             // SHA-256 of the canonical merged text

    const Node* find(std::string_view id) const;
    // What an assessment of that day (or of an unknown one) lacks: `incomplete`, or nothing.
    std::vector<std::string> missing_on(const std::optional<base::Date>& assessed_on) const;
    bool lacks_on(const std::optional<base::Date>& assessed_on) const;
    int find_reading(std::string_view name) const;  // -1: none
};

// The readings that every rule set has, and the order they stand in. Undeclared ones have their first value, no other.
enum EngineReading : int {
    reading_rounding = 0,         // none, half-up N
    reading_minima_met_by = 1,    // combined, majority, every-sheet
    reading_minima_cumulate = 2,  // cumulative, own
    reading_minima_missed = 3,    // next-star, no-star
    reading_gates_met_by = 4,     // combined, majority, any-sheet
    reading_errata = 5,           // corrected, printed
    reading_count = 6,
};

}  // namespace ocop::model
