// The rating of one scorecard, and the trail that explains it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <ocop/export.hpp>
#include <ocop/number.hpp>
#include <ocop/text.hpp>

namespace ocop {

struct Records;  // <ocop/records.hpp>

// What became of a dossier. Only a rated one has stars.
enum class Outcome { rated, undecided, stopped, rejected };
// Levels of government, lowest first.
enum class Authority { commune, district, province, ministry };

OCOP_API const char* name(Outcome outcome);      // "rated", …
OCOP_API const char* name(Authority authority);  // "commune", …

// A place in a decision: "26/2026/QĐ-TTg", "Phụ lục II, bộ 1, 1.1".
struct Citation {
    std::string decision;
    std::string place;
    bool operator==(const Citation&) const = default;
};

// Where something was written, relative to the library.
struct Origin {
    std::string file;
    int line = 0;
    bool operator==(const Origin&) const = default;
};

// Something a person should look at. It never changes stars by itself.
struct Finding {
    enum class Kind {
        facts_against_mark,      // facts imply another option than the one marked
        evidence_missing,        // points given without the evidence they require
        spread,                  // members' totals lie further apart than allowed
        no_quorum,               // too few sheets for the members named
        quorum_unknown,          // the council's members are not stated
        trimmed_mean_of_few,     // fewer than three sheets: the trimmed mean is the mean
        erratum_used,            // a printed slip was corrected (or taken as printed) and points were given there
        incomplete_rule_set,     // criteria or minima known to be missing from the rule set
        not_in_force,            // the rule set is not the one for this dossier's dates
        date_unknown,            // no date to tell whether it is in force
        level_unknown,           // no level, so nobody can say whether the rating is final
        reading_changes_stars,   // another way to read the decree gives other stars
        not_known,               // a condition could not be decided; it made no difference
        mark_after_stop,         // marks after the place where assessment stopped were ignored
        mark_without_case,       // the case that applies does not have the option marked, or no case is known
        from_facts,              // no sheets: the facts alone were rated; never final
        calculation_fault,       // a division by zero or a number too large in a condition; taken as not known
    };
    Kind kind = Kind::spread;
    std::string node;                 // criterion, gate or reading concerned; may be empty
    std::string sheet;                // assessor concerned; may be empty
    std::vector<std::string> values;  // what the sentence about it needs, in the order `report` documents
    Text text;                        // the whole sentence

    bool operator==(const Finding&) const = default;
};

OCOP_API const char* name(Finding::Kind kind);  // "facts-against-mark", …

// Who may recognise these stars, and whether this level's rating is the last word.
struct Recognition {
    Authority authority = Authority::province;
    std::optional<bool> final;  // nothing when the card states no level
    enum class Standing { final, proposal, adoptable, unknown } standing = Standing::unknown;
    std::string certificate;    // e.g. "36 months"; may be empty
    Citation cite;
    bool operator==(const Recognition&) const = default;
};

// The sure bounds of an undecided card: whatever the missing marks and facts turn out to be, it ends inside.
struct Range {
    Number total_low, total_high;
    int stars_low = 0, stars_high = 0;
    std::vector<Outcome> outcomes;
    bool exact = false;  // some completion attains each bound of total and stars; else they are sure, and may be wide
    bool operator==(const Range&) const = default;
};

// The result in a few numbers. Stars 0 means: rated, and no star (reading `minima_missed: no-star`).
struct Summary {
    std::string scorecard;
    std::string rule_set;
    Outcome outcome = Outcome::undecided;
    std::optional<int> stars;
    std::optional<int> band;                              // the star whose band holds the total
    std::optional<Number> total;
    std::vector<std::pair<std::string, std::optional<Number>>> parts;  // in form order
    std::vector<std::string> blocked_by;                  // all that stands before one star more
    std::optional<Recognition> recognition;
    std::optional<Range> range;                           // of an undecided card only
    std::vector<Finding> findings;
};

// ---- the trail ------------------------------------------------------------------------------------------------------

// One condition as it was decided: its text, and what each of its operands was.
struct TrailCondition {
    struct Operand {
        std::string text;   // as written
        std::string value;  // as people write it; "null" when not known
    };
    std::string text;
    std::optional<bool> value;  // nothing: not known
    std::vector<Operand> operands;
    Origin origin;
};

// What one sheet says about one criterion.
struct TrailMark {
    enum class State {
        marked,          // an option, points or several options
        none,            // 0: nothing ticked
        missing,         // not assessed yet
        not_applicable,  // `applies` is false: 0 points
        unsure,          // `applies` or the case is not known
        ignored,         // after the place where the assessment stopped
    };
    State state = State::missing;
    std::optional<Number> points;      // exactly what counts; nothing where missing or ignored
    std::vector<std::string> options;  // "c", "operator.b"; several for `choose: any`
    Text title;                        // of the option (joined by "; " for several)
    Citation cite;                     // of the option
    Text reason;                       // why these points, one clause
    std::string note;                  // the assessor's own
    bool from_facts = false;           // the option follows from the facts, no sheet was given
    std::vector<std::string> evidence_missing;
    std::optional<TrailCondition> applies;
    std::optional<TrailCondition> when;       // of the case chosen
    std::vector<TrailCondition> option_when;  // of the options that facts were compared with
};

struct TrailNode {
    enum class Kind { part, section, criterion };
    Kind kind = Kind::section;
    std::string id;
    Text title;
    int parent = -1;  // index of the node above, -1 for a part
    int depth = 0;
    std::optional<Number> max;
    std::optional<Number> points;         // combined; nothing where a mark is missing or after a stop
    std::vector<std::optional<Number>> by_sheet;  // the same figure of each sheet
    std::vector<TrailMark> marks;         // of a criterion: one a sheet
    std::vector<Text> notes;
    Text erratum;                         // what the decision prints and what is taken instead
    Citation cite;
    Origin origin;
};

struct TrailGate {
    std::string id;
    Text title;
    enum class Effect { reject, stop, cap } effect = Effect::reject;
    int stars = 0;       // of a cap
    std::string after;   // of a stop; empty: before everything
    std::optional<bool> met;  // true: the gate works; nothing: not known
    TrailCondition condition;               // on combined figures
    std::vector<TrailCondition> by_sheet;   // reading majority or any-sheet
    Citation cite;
    Origin origin;
};

struct TrailMinimum {
    std::string node;     // criterion id
    int star = 0;
    std::string option;   // the option marked: "c", "operator.b"
    Text title;           // of that option
    Number required;
    std::optional<Number> actual;  // combined points of the criterion
    std::optional<bool> binds;     // false: its condition waives it; nothing: not known
    std::optional<bool> met;       // under the reading chosen
    int sheets_met = 0;            // how many sheets reach it
    std::optional<TrailCondition> when;
    Citation cite;
    Origin origin;
};

struct TrailBand {
    int star = 0;
    std::string interval;  // "[70..90)"
    Number low, high;
    bool low_open = false, high_open = false;
    std::string printed;   // the band as the decision prints it, where that differs
    Citation cite;
};

struct TrailReading {
    std::string name;
    Text title;
    std::string chosen;
    struct Alternative {
        std::string value;
        Outcome outcome = Outcome::undecided;
        std::optional<int> stars;
        std::optional<Number> total;
        bool changes = false;  // other stars or another outcome than the reading chosen
    };
    std::vector<Alternative> alternatives;
    Citation cite;
};

struct TrailFact {
    std::string name;
    Text title;
    std::string value;     // "null" when not known
    bool assumed = false;  // not given; the rule set says what to take
};

struct TrailSheet {
    std::string assessor;
    std::optional<Number> total;
};

// What a council's sheets say of each other. `sheet` is an index into Trail::sheets.
struct TrailAgreement {
    struct Member {
        Outcome alone = Outcome::undecided;    // what this sheet gives on its own
        std::optional<int> stars_alone;
        Outcome without = Outcome::undecided;  // what the others give without it
        std::optional<int> stars_without;
        std::optional<Number> total_without;
        bool decides = false;                  // other stars, or another outcome, without it
    };
    struct Disagreement {
        std::string node;   // criterion
        Number low, high;   // the fewest and the most points that a sheet gives
    };
    // One mark that, moved to the next option up or down, would change the stars or the outcome.
    struct Move {
        int sheet = 0;
        std::string node;
        std::string from, to;  // options: "b", "operator.c"; "none"; points where points are free
        Outcome outcome = Outcome::undecided;
        std::optional<int> stars;
    };
    std::vector<Member> members;              // one a sheet
    std::vector<Disagreement> disagreements;  // widest first, as a share of the criterion's maximum; only where sheets differ
    std::vector<Move> moves;                  // form order, then sheets
    bool moves_tried = true;                  // false: the council is too large to try every mark
    std::optional<Number> spread;             // of the members' totals: highest less lowest
    std::optional<Number> spread_limit;
    // Kendall's W with ties corrected, over the criteria's points as shares of their maximum: 1, all sheets rank the criteria
    // alike; 0, no common order. Nothing where no sheet tells two criteria apart.
    std::optional<Number> concordance;
};

// Of an undecided card: the one missing mark or fact whose answer narrows the range most.
struct TrailQuestion {
    enum class Kind { mark, fact } kind = Kind::mark;
    std::string id;   // criterion or fact
    int sheet = -1;   // of a mark: index into Trail::sheets
    Text title;
    struct Answer {
        std::string value;  // an option, or the fact's value as a card writes it
        Text title;         // of the option
        Range range;        // what is still possible then; `outcomes` may hold one outcome only
    };
    std::vector<Answer> answers;
};

// Why these stars: what alone forces them, and what alone keeps the next star away, whatever all else had been.
struct TrailReasons {
    struct Element {
        enum class Kind { fact, criterion, mark } kind = Kind::criterion;  // a criterion: its marks on all sheets
        std::string id;     // fact or criterion
        int sheet = -1;     // of a mark: index into Trail::sheets
        Text title;
        std::string value;  // the fact's value; combined points of a criterion, points of a mark
    };
    struct Set {
        std::vector<Element> elements;  // facts first, then form order; none can be left out
        bool fewest = false;            // proven: no other set has fewer; else it is minimal only
    };
    bool by_sheet = false;
    std::optional<Set> forces;        // this outcome and these stars; nothing for an undecided card, or one too large to vary
    std::optional<Set> blocks;        // anything above these stars; nothing at the top, or where not rated
    std::vector<Element> irrelevant;  // what is in neither: it could have been anything
};

// Everything about one rating, as data. Same inputs give the same trail on every machine.
struct Trail {
    Summary summary;
    std::string engine;  // "ocop 0.1.0"

    struct RuleSetPart {
        std::string id;
        Text title;
        Citation basis;
        std::string in_force_from, in_force_until, new_dossiers_until;  // ISO dates or empty
        std::vector<std::string> incomplete;
        std::vector<Text> notes;
        std::string digest;  // SHA-256, lower-case hex
        std::string file;
    } rule_set;

    struct CouncilPart {
        std::string id;       // empty: the rule set's own
        std::string combine;  // "mean", "median", "trimmed mean"
        std::optional<Number> quorum;  // percent
        std::optional<Number> spread;  // points
        std::optional<int> members;
        Citation cite;
        std::string digest;   // empty where the rule set's own rules are used
    } council;

    struct CardPart {
        std::string id;
        std::vector<std::pair<std::string, std::string>> product;  // name, maker, … as given
        std::string level, filed_on, assessed_on;  // empty: not given
        std::vector<std::string> evidence;
        std::string digest;
        std::string written;  // the card as RFC 8785 JSON: what `digest` is the SHA-256 of, and what can be rated again
    } card;

    std::vector<TrailFact> facts;
    std::vector<TrailSheet> sheets;
    std::vector<TrailNode> nodes;  // form order, every node before those below it
    std::vector<TrailGate> gates;
    std::optional<std::string> stopped_after;  // id of the item after which assessment ended
    std::vector<TrailBand> bands;  // highest star first
    std::optional<Number> total_before_rounding;
    std::optional<int> ceiling;    // the least of band and true caps
    std::vector<TrailMinimum> minima;  // form order, stars ascending within a criterion
    std::optional<Number> to_next_band;  // points from the total to the next higher band; nothing at the top
    std::vector<TrailReading> readings;
    std::optional<TrailAgreement> agreement;  // of two sheets or more; nothing for hundreds of sheets of a long form
    std::optional<TrailQuestion> question;    // of an undecided card with something missing
    TrailReasons reasons;
};

// How far a trail goes. `plain`: what happened, without agreement, question and reasons, for which the card is varied and rated
// again; else with them, and what reasons are made of: criteria, or single marks.
enum class Depth { plain, by_criterion, by_sheet };

// A rating: the stars at once, all else when asked for. Cheap to copy; immutable; any number of threads may read it. It keeps the
// scorecard and the rule set that it was made from.
class OCOP_API Rating {
public:
    Outcome outcome() const;
    // 1 to 5 (or what the rule set uses) when rated; 0 when rated without a star; nothing otherwise.
    std::optional<int> stars() const;
    // Of a rated dossier; of a stopped or rejected one what was assessed; nothing where undecided.
    std::optional<Number> total() const;
    // Worked out when it is first asked for, and kept.
    const Summary& summary() const;
    // Works the rating out again, this time noting every step.
    Trail trail(Depth depth = Depth::by_criterion) const;
    // The same steps as numbers, in a small part of the time; records that are filled again keep their room: <ocop/records.hpp>.
    Records records() const;
    void records(Records& into) const;

    struct State;
    explicit Rating(std::shared_ptr<const State> state) : state_(std::move(state)) {}

private:
    std::shared_ptr<const State> state_;
};

}  // namespace ocop
