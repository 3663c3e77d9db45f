// The way to more stars: which criteria to better, and what it costs, proven to be the cheapest; or why there is no way.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>
#include <ocop/number.hpp>
#include <ocop/rating.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/scorecard.hpp>
#include <ocop/text.hpp>

namespace ocop {

// What it costs to change the mark of one criterion. No cost: it cannot be changed, or that option cannot be had.
struct Effort {
    std::optional<Number> cost = Number(1);                 // of every option that is not named
    std::map<std::string, std::optional<Number>> options;   // "c", "operator.b", or "none" for the mark 0
};

// Costs by the id of a criterion, or of a section for all criteria below it; the nearest counts. What is not named costs 1.
// Costs are 0 or more, at most 1,000,000, with at most 6 decimals. Where several options may be ticked, a set of them costs
// the sum of its options.
struct OCOP_API Costs {
    struct Loaded;
    std::map<std::string, Effort> items;

    // Reads a file of costs against the rule set whose criteria it names: `costs: {"1.5": 3, "1.6": {c: 1, d: cannot-change}}`.
    static Loaded from_text(std::string_view yaml, const RuleSet& rules, std::string name = "<costs>");
};

struct OCOP_API Costs::Loaded {
    std::optional<Costs> costs;
    Diagnostics diagnostics;

    explicit operator bool() const { return costs.has_value(); }
    const Costs& value() const;  // throws LoadError
};

struct ImproveOptions {
    std::optional<int> to;             // stars to reach; nothing: one star more than now
    int top = 1;                       // how many ways to find, at least 1
    Costs costs;
    std::int64_t budget = 1'000'000;   // steps of the search, the same on every machine
};

// One criterion that gets another mark, the same on every sheet.
struct Change {
    enum class Why { minimum, points, condition };  // the last: a condition elsewhere asks for it
    std::string criterion;
    Text title;
    std::vector<std::string> now;      // by sheet: "b", "operator.c", "a+c"; "none"; points where points are free; empty: no mark
    std::string to;                    // the same; what a scorecard writes is `mark`
    Text to_title;                     // of the option
    std::vector<std::string> mark;     // what to write on every sheet: one word, or for `choose: any` each option; none: 0
    Number before, after;              // combined points of the criterion
    Number cost;
    Why why = Why::points;
    std::vector<int> minima;           // the stars whose minimum is met now and was not
    std::string when;                  // what must be true of the product, where the option says so
    struct Evidence {
        std::string id;
        Text title;
    };
    std::vector<Evidence> evidence;    // required for the option, and not on the card
    Citation cite;
};

// A set of changes none of which can be left out. With them the card is rated, for certain.
struct Way {
    Number cost;
    std::vector<Change> changes;       // those that minima ask for first; in form order
    struct FilledIn {
        std::string criterion;
        std::vector<std::string> sheets;  // assessors
    };
    std::vector<FilledIn> filled_in;   // marks that are missing and were taken as 0 (free points: as the least)
    int stars = 0;
    Number total;
};

// Something that alone keeps these stars away, whatever is changed; `together` where no single thing does.
struct Blocker {
    enum class Kind { above_highest, gate, minimum, points, together };
    enum class Reason { none, cannot_change, does_not_apply, not_known, too_few_points };
    Kind kind = Kind::together;
    Reason reason = Reason::none;      // of a minimum
    std::string id;                    // gate or criterion
    Text title;
    int star = 0;                      // of a minimum; of a gate that caps: the stars that it leaves
    std::optional<TrailGate::Effect> effect;
    std::optional<bool> holds;         // of a gate; nothing: not known
    std::optional<Number> needed;      // points of a minimum, or the lower end of the band
    std::optional<Number> most;        // that can be had
    std::vector<TrailFact> unknown;    // the facts that are not known and decide it
    std::string condition;             // of a gate
    Citation cite;
};

struct Improvement {
    enum class Answer {
        already,    // it has these stars, or more
        ways,       // what to change
        cannot,     // proven: no change of marks reaches these stars
        not_found,  // the budget ran out before a way was found
    };
    std::string scorecard, rule_set;
    Text rule_set_title;
    std::vector<std::pair<std::string, std::string>> product;
    std::string decision;              // that citations without a decision's name are of
    std::vector<std::string> sheets;   // assessors
    Outcome outcome = Outcome::undecided;  // of the card as it is
    std::optional<int> stars;
    std::optional<Number> total;
    bool from_facts = false;           // it has no sheets; one was made of what the facts say
    int to = 0;
    Answer answer = Answer::cannot;
    bool proven = true;                // no way costs less than the first, nor any than those listed after it
    std::optional<Number> at_least;    // where not proven: what every other way costs at least
    std::vector<Way> ways;             // cheapest first; then fewest changes, fewest points added, form order
    bool more = false;                 // further ways cost as much as the last one listed
    std::vector<Blocker> blockers;     // where there is no way
};

OCOP_API const char* name(Change::Why why);               // "minimum", …
OCOP_API const char* name(Blocker::Kind kind);            // "above-highest", …
OCOP_API const char* name(Blocker::Reason reason);        // "cannot-change", …
OCOP_API const char* name(Improvement::Answer answer);    // "already", …

// The cheapest ways from the marks of a card to a star, under the readings chosen. A change gives a criterion another mark on
// every sheet; facts, evidence and dates stay as they are. The card must have been loaded for this rule set, as for rate(), and
// costs must be within their limits; else std::invalid_argument.
OCOP_API Improvement improve(const RuleSet& rules, const Scorecard& card, const ImproveOptions& options = {});

}  // namespace ocop
