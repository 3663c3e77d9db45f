// The trail of one card as numbers, without a word of text: for programs that check or keep the steps of many ratings. What
// Trail says of marks, sums, conditions, gates, minima and readings stands here too, in a small part of the time.
//
//     const ocop::Legend legend(rules);            // once for a rule set: what the indices stand for
//     ocop::Records records;                       // one a thread, used again for each card
//     for (const ocop::Scorecard& card : cards) {
//         rules.rate(card).records(records);
//         if (records.stars == 5) ...
//     }
//
// Points are whole numbers of 1 / scale points; combined figures are exact fractions of them: number() has both in points. Criteria are the items that are
// marked, in form order; every index counts from 0 into the list of its name in Legend, and `none` is no index.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <ocop/export.hpp>
#include <ocop/number.hpp>
#include <ocop/rating.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/text.hpp>

namespace ocop {

// Values without pointers to anything else: copies stand on their own, and threads may share what none of them changes. Filled again,
// one keeps its room, so that cards of the same form take no more memory (a condition with ranges or lists may, while it is decided).
struct Records {
    using Index = std::int32_t;
    using Points = std::int64_t;
    static constexpr Index none = -1;
    static constexpr Points no_points = std::numeric_limits<Points>::min();  // missing, or not assessed

    enum class Answer : std::uint8_t { no, yes, unknown };

    // numerator / denominator, not necessarily in lowest terms.
    struct Figure {
        Points numerator = 0;
        std::int64_t denominator = 0;  // 0: there is no figure; never below
        explicit operator bool() const { return denominator != 0; }
        bool operator==(const Figure&) const = default;
    };

    // Some entries of another list of these records: [first, end).
    struct Part {
        Index first = 0, end = 0;
        bool operator==(const Part&) const = default;
    };

    // How it was worked out: the readings chosen, decoded, and the council's rule.
    struct Ways {
        enum class Combine : std::uint8_t { mean, median, trimmed_mean };
        enum class MetBy : std::uint8_t { combined, majority, each, any };
        Combine combine = Combine::mean;
        MetBy minima_met_by = MetBy::combined;
        MetBy gates_met_by = MetBy::combined;
        std::int8_t rounding_places = -1;  // of the total, half up; -1: not rounded
        bool cumulative = true;            // a star asks for the minima of the stars below it too
        bool next_star = true;             // where a minimum is missed the next lower star is tried; else there is no star
        bool printed = false;              // misprints are taken as printed
        bool operator==(const Ways&) const = default;
    };

    // One condition as it was decided.
    struct Condition {
        enum class Kind : std::uint8_t { gate, applies, case_, option, minimum };
        Kind kind = Kind::gate;
        Answer answer = Answer::unknown;
        Index of = none;     // gate, node (for `applies`), case, option or minimum that has it
        Index sheet = none;  // `none`: on the combined figures
        bool operator==(const Condition&) const = default;
    };

    // What one sheet says about one criterion.
    struct Mark {
        TrailMark::State state = TrailMark::State::missing;
        Answer applies = Answer::yes;
        Index case_ = none;         // the case that counts; `none` where that is not known
        Points points = no_points;  // what counts
        Points low = 0, high = 0;   // its sure bounds; equal where it is known
        Part options;               // of `options`: those marked, or those that the facts give
        Part conditions;            // of `conditions`: `applies` from the criterion up, of the case, of its options
        Part evidence_missing;      // of `evidence_missing`
        bool operator==(const Mark&) const = default;
    };

    struct Gate {
        TrailGate::Effect effect = TrailGate::Effect::reject;
        Answer met = Answer::no;
        std::int32_t stars = 0;    // of a cap
        Index end_criterion = 0;   // of a stop: criteria from here on are not assessed
        Part conditions;           // of `conditions`: on combined figures, then sheet by sheet where sheets decide
        bool operator==(const Gate&) const = default;
    };

    // A minimum that may be asked of this card: those of other cases and of the other print are left out.
    struct Minimum {
        Index minimum = none;
        Index criterion = none;
        std::int32_t star = 0;
        Points required = 0;
        Figure actual;                  // combined
        Answer binds = Answer::yes;     // its condition
        Answer met = Answer::unknown;   // under the reading chosen
        std::int32_t sheets_met = 0;    // how many sheets reach it
        Index condition = none;         // of `conditions`
        bool operator==(const Minimum&) const = default;
    };

    struct Band {
        std::int32_t star = 0;
        Points low = 0;         // it ends where the next higher one begins
        bool low_open = false;
        bool holds = false;     // the total lies in it; of a rated card only
        bool operator==(const Band&) const = default;
    };

    // What another way to take one reading gives.
    struct Alternative {
        Index reading = none;
        Index choice = 0;        // into Legend::Reading::choices; 0 is the one chosen
        Outcome outcome = Outcome::undecided;
        std::int32_t stars = none;
        Figure total;
        bool changes = false;    // other stars or another outcome
        bool operator==(const Alternative&) const = default;
    };

    // The sure bounds of an undecided card: see ocop::Range.
    struct Range {
        Figure total_low, total_high;
        std::int32_t stars_low = 0, stars_high = 0;
        bool rated = false, stopped = false, rejected = false;  // what it can become
        bool exact = false;
        bool operator==(const Range&) const = default;
    };

    // Something before one star more.
    struct Blocker {
        enum class Kind : std::uint8_t { minimum, points, cap };
        Kind kind = Kind::minimum;
        Index of = none;        // minimum, or gate
        std::int32_t star = 0;  // the star it blocks
        Figure points;          // of `points`: how many are missing
        bool operator==(const Blocker&) const = default;
    };

    // Something a person should look at. What `what` and `other` are:
    //
    //     facts_against_mark      option marked (`none`: 0), with its `points`; option implied (`none`: 0), with its `other_points`,
    //                             or the case implied, without (`no_points`)
    //     evidence_missing        evidence
    //     spread                  `points`: how far the members' totals lie apart
    //     no_quorum               sheets, members
    //     trimmed_mean_of_few     sheets
    //     erratum_used            option
    //     incomplete_rule_set     Legend::incomplete, or `none` for what the criterion lacks
    //     not_in_force            0 filed_on, 1 assessed_on; 0 before, 1 until, 2 successor
    //     reading_changes_stars   `alternatives`
    //     not_known               gate, node, case or minimum whose condition it is; Condition::Kind as a number
    struct Finding {
        ocop::Finding::Kind kind = ocop::Finding::Kind::spread;
        Index criterion = none;
        Index sheet = none;
        Index what = none, other = none;
        Points points = no_points, other_points = no_points;
        bool operator==(const Finding&) const = default;
    };

    struct Recognition {
        Index entry = none;  // the period that the date falls in: Legend::recognition
        Authority authority = Authority::province;
        ocop::Recognition::Standing standing = ocop::Recognition::Standing::unknown;
        bool operator==(const Recognition&) const = default;
    };

    struct Fact {
        bool known = false;
        bool assumed = false;  // not given; the rule set says what to take
        bool operator==(const Fact&) const = default;
    };

    // ---- the result ----
    Outcome outcome = Outcome::undecided;
    std::int32_t stars = none;    // of a rated card; 0: rated, and no star
    std::int32_t band = none;     // likewise: the star whose band holds the total
    std::int32_t ceiling = none;  // likewise: the least of band and caps that hold
    Figure total_before_rounding;
    Figure total;                 // after it; none where undecided
    Figure to_next_band;          // of a rated card: what the total lacks for the next higher band; none at the top
    std::optional<Range> range;   // of an undecided card
    std::optional<Recognition> recognition;
    std::vector<Blocker> blocked_by;

    // ---- how it came about ----
    std::int64_t scale = 1;          // so many units are one point
    std::int32_t sheets = 0;         // 1 where the facts alone were rated
    bool from_facts = false;
    Ways ways;
    std::vector<Fact> facts;         // by fact
    std::vector<Mark> marks;         // [criterion * sheets + sheet]
    std::vector<Points> by_sheet;    // [node * sheets + sheet]
    std::vector<Figure> nodes;       // by node, combined
    std::vector<Points> sheet_totals;
    std::vector<Gate> gates;         // by gate
    Index stop_gate = none;          // the gate whose stop came first
    Index end_criterion = 0;         // criteria from here on were not assessed; the number of criteria where nothing stopped
    std::vector<Band> bands;         // lowest star first
    std::vector<Minimum> minima;     // form order, stars ascending within a criterion; empty after a stop
    std::vector<Alternative> alternatives;  // in the order of the readings
    std::vector<Finding> findings;   // in the order in which Summary has them

    // ---- what the lists above refer to ----
    std::vector<Condition> conditions;
    std::vector<Index> options;
    std::vector<Index> evidence_missing;

    bool operator==(const Records&) const = default;

    const Mark& mark(Index criterion, Index sheet) const { return marks[static_cast<std::size_t>(criterion * sheets + sheet)]; }
    // In points; nothing where there is no figure.
    std::optional<Number> number(Points units) const { return units == no_points ? std::nullopt : Number::fraction(units, scale); }
    std::optional<Number> number(const Figure& figure) const { return Number::fraction(figure.numerator, figure.denominator * scale); }
    // The entries of one part of a list: `part(records.options, mark.options)`.
    template <class T>
    static std::span<const T> part(const std::vector<T>& all, Part of) {
        return std::span<const T>(all).subspan(static_cast<std::size_t>(of.first), static_cast<std::size_t>(of.end - of.first));
    }
};

// What the indices of records stand for. Made once for a rule set, for people's words and for working the stars out again; a
// value of its own.
struct OCOP_API Legend {
    using Index = Records::Index;
    using Points = Records::Points;

    struct Node {
        TrailNode::Kind kind = TrailNode::Kind::section;
        std::string id;
        Text title;
        Index parent = Records::none;
        Index criterion = Records::none;           // of a criterion: which one it is
        Index first_criterion = 0, end_criterion = 0;  // its figures are the sums of these
        std::string applies;                       // condition, as written; empty: always
        std::string incomplete;                    // what is known to be missing; empty: nothing
        Citation cite;
    };
    struct Criterion {
        Index node = 0;
        Index first_case = 0, end_case = 0;        // one without id for plain options; none for free points
        Index first_option = 0, end_option = 0;
        bool any = false;                          // several options may be ticked: their sum counts, up to `cap`
        Points cap = 0;
    };
    struct Case {
        Index criterion = 0;
        std::string id;
        Text title;
        std::string when;
        Citation cite;
    };
    struct Option {
        Index criterion = 0, case_ = 0;
        std::string name;                          // "c", "operator.b"
        Text title;
        Points points = 0, printed_points = 0;     // equal unless misprinted
        std::string when;
        Text erratum;
        Citation cite;
    };
    struct Minimum {
        Index criterion = 0, option = 0;
        int star = 0;
        std::string when;
        Citation cite;
    };
    struct Gate {
        std::string id;
        Text title;
        TrailGate::Effect effect = TrailGate::Effect::reject;
        Index after = Records::none;               // node, of a stop; `none`: before everything
        std::string when;
        Citation cite;
    };
    struct Band {
        int star = 0;
        std::string interval;                      // "[70..90)"
        Citation cite;
    };
    struct Reading {
        std::string name;
        Text title;
        std::vector<std::string> choices;          // the one chosen first
        Citation cite;
    };
    struct Recognition {
        std::string from;                          // ISO date
        std::string certificate;                   // "36 months"; may be empty
        Citation cite;
    };
    struct Named {
        std::string id;
        Text title;
    };

    explicit Legend(const RuleSet& rules);

    std::string rule_set, digest;
    std::int64_t scale = 1;
    std::vector<Node> nodes;
    std::vector<Criterion> criteria;
    std::vector<Case> cases;
    std::vector<Option> options;
    std::vector<Minimum> minima;
    std::vector<Gate> gates;
    std::vector<Band> bands;                       // lowest star first, as in Records
    std::vector<Reading> readings;
    std::vector<Named> facts, evidence;
    std::vector<std::string> incomplete;
    std::vector<Recognition> recognition;          // by Records::Recognition::entry
    std::optional<Number> quorum;                  // percent of the members
    std::optional<Number> spread;                  // points that the members' totals may lie apart
};

}  // namespace ocop
