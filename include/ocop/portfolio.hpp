// A portfolio: scorecards of any number, rated while they are read, and what they come to in all.
//
//     std::ifstream cards("cards.ndjson", std::ios::binary);
//     ocop::portfolio::Options options;
//     options.name = "cards.ndjson";
//     const auto run = ocop::portfolio::rate(library, ocop::portfolio::from(cards), [](std::string_view lines) { std::cout << lines; }, options);
//     run.tally.all.stars[4];  // how many have four stars
//
// Memory is bounded by what is being rated at the moment, never by the number of scorecards: a single one may be 16 MiB large.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>
#include <ocop/rating.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/scorecard.hpp>
#include <ocop/text.hpp>

namespace ocop::portfolio {

// ---- what a portfolio comes to ---------------------------------------------------------------------------------------

// Scorecards by what became of them. Every scorecard is in one outcome or in `errors`.
struct OCOP_API Counts {
    std::uint64_t scorecards = 0;
    std::uint64_t errors = 0;                 // could not be read, and are not rated
    std::array<std::uint64_t, 4> outcomes{};  // by Outcome
    std::array<std::uint64_t, 21> stars{};    // of rated ones, by their stars; [0]: rated, and no star

    std::uint64_t of(Outcome outcome) const { return outcomes[static_cast<std::size_t>(outcome)]; }
    Counts& operator+=(const Counts& more);
    bool operator==(const Counts&) const = default;
};

// One rule set's scorecards.
struct OfRuleSet {
    Text title;
    Counts counts;
    bool operator==(const OfRuleSet&) const = default;
};

// A minimum, as people speak of it: what a product must have at this criterion for that star.
struct Minimum {
    std::string rule_set;   // id
    std::string criterion;  // id
    int star = 0;
    auto operator<=>(const Minimum&) const = default;
};

// How many scorecards a minimum keeps from one star more (it need not be the only thing that does).
struct Blocking {
    Text title;  // of the criterion
    std::uint64_t scorecards = 0;
    bool operator==(const Blocking&) const = default;
};

// One maker's scorecards, those that could not be read left out.
struct OCOP_API OfMaker {
    std::uint64_t scorecards = 0;
    std::optional<int> best;             // the most stars of one that is rated
    std::uint64_t three_or_more = 0;     // with three stars or more

    OfMaker& operator+=(const OfMaker& more);
    bool operator==(const OfMaker&) const = default;
};

// How often there was something that a person should look at.
struct OfFinding {
    std::uint64_t findings = 0;
    std::uint64_t scorecards = 0;  // that have it at least once
    bool operator==(const OfFinding&) const = default;
};

// The summary of a portfolio, as numbers. Tallies of parts of one portfolio add up, in any order, to the tally of the whole.
// A plain value: nothing in it is shared.
struct OCOP_API Tally {
    static constexpr std::size_t makers_most = 65'536;  // told apart; so that it has a largest size
    static constexpr std::size_t maker_bytes = 400;     // a longer name counts with the others

    Counts all;
    std::map<std::string, OfRuleSet> rule_sets;   // by id; a scorecard whose rule set cannot be told is in `all` alone
    std::map<std::string, Counts> groups;         // by product group: the second word of the id, "food" of `26-2026/food/tea`
    std::map<Minimum, Blocking> blocking;
    std::map<std::string, OfMaker> makers;        // by name, those that have one
    OfMaker other_makers;                         // those past the most that are told apart
    std::uint64_t makers_unnamed = 0;             // scorecards that name no maker
    std::array<OfFinding, 17> findings{};         // by Finding::Kind

    Tally& operator+=(const Tally& more);
    bool operator==(const Tally&) const = default;
};

// The product group of a rule set; empty where its id has fewer than three words.
OCOP_API std::string group_of(std::string_view rule_set);

// ---- rating one ------------------------------------------------------------------------------------------------------

// Puts up to `room` bytes at `into` and says how many; 0 at the end. It may wait. An exception ends the run and comes out of
// it, after what was read before has been rated and written.
using Read = std::function<std::size_t(char* into, std::size_t room)>;
// Takes whole lines, in the order of the scorecards. An exception ends the run and comes out of it.
using Write = std::function<void(std::string_view lines)>;

// The bytes of a stream, which must outlive the run.
OCOP_API Read from(std::istream& in);

enum class Format {
    ndjson,  // report::json_line() for each scorecard, report::json_error() for one that cannot be read
    csv,     // a header, then a row a scorecard
};

// How far a run has come.
struct Progress {
    std::uint64_t bytes = 0;       // of the source, done with
    std::uint64_t scorecards = 0;  // written, those passed over included
};

struct Options {
    std::string name = "<text>";            // of the source, in messages and for `guess`
    CardFormat input = CardFormat::guess;   // ndjson or csv; `guess` goes by the name's ending, else by the first byte
    Format output = Format::ndjson;
    Language language = Language::en;       // of `errors`
    int threads = 0;                        // 0: as many as the machine has. The results are the same with any number
    std::string council, council_text;      // name and text of a council's own rules in place of those that cards name; or empty
    Write errors;                           // where set: one line for each scorecard that cannot be read, its place and why; those
                                            // passed over too
    std::function<bool(const Progress&)> progress;  // where set: asked after every piece written; false stops the run there
    // Resuming: the results that an earlier run over the same source wrote, as far as it got. As many scorecards are passed over
    // as there are complete lines in it; only what follows is rated and written. The tally is that of the whole.
    Read earlier;
};

struct Run {
    Tally tally;               // empty where the run was refused or stopped
    Diagnostics refused;       // where not empty: the source as a whole cannot be rated (its form, its header, the council's rules, or
                               // `earlier` is of another source), and nothing was written
    bool stopped = false;      // `progress` said so
    explicit operator bool() const { return refused.empty(); }
};

// Rates scorecards as they come: NDJSON, a card a line; or wide CSV, whose rows of one scorecard stand together. Each gives exactly
// one line, in the order of the source, whether it can be read or not. Rule sets are loaded once, when a card first names them.
// All callbacks are called in the thread of the caller, one at a time; the threads that rate have ended when this returns. `read` is
// waited for only when all that was read has been written. Several runs over one library may go on at the same time.
OCOP_API Run rate(const Library& library, const Read& read, const Write& write, const Options& options = {});

// How many bytes of results are complete lines: where an earlier run was cut short, what follows them is part of a line. To resume,
// give `earlier` so many bytes of them, and write the rest behind.
OCOP_API std::uint64_t whole_lines(const Read& results, Format format);

}  // namespace ocop::portfolio
