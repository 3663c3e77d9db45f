// Cards by the column: the stars of millions of products at once, without an object for each.
//
//     const ocop::Batch batch(rules);                       // once for a rule set
//     ocop::batch::Cards cards;                             // views of the caller's columns
//     cards.count = n;
//     cards.marks = columns;                                // one a criterion and sheet: columns[criterion * sheets + sheet]
//     cards.facts = facts;
//     std::vector<std::int8_t> stars(n);
//     batch.rate(cards, {.stars = stars.data()});
//
// The results are those of RuleSet::rate() for the same cards. Columns are laid out as in Apache Arrow (bits lowest first, offsets, validity),
// so that such columns are used where they stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/scorecard.hpp>

namespace ocop {

namespace batch {

// Marks of one criterion on one sheet, a number a card: see Batch::code(). Bytes, or 64-bit numbers where Batch::is_wide().
using MarkColumn = const void*;

// One fact of all cards, as Arrow lays out its type. A view: the caller keeps what it points to.
struct FactColumn {
    enum class Kind {
        boolean,  // `values`: bits, lowest first
        number,   // `values`: std::int64_t, in units of 10^-decimals
        text,     // `offsets` into `chars`; UTF-8, NFC
        day,      // `values`: std::int32_t, days since 1970-01-01
        list,     // `offsets` into `elements`, which has one of the other kinds
    };
    std::string_view name;  // as the rule set declares it; or level (text), assessed_on, filed_on (day), evidence (list of text)
    Kind kind = Kind::boolean;
    const void* values = nullptr;
    const std::uint8_t* validity = nullptr;   // bits, lowest first; 0: the card does not state the fact. Null: every card does
    std::size_t offset = 0;                   // the first card's place in `values`, `validity` and `offsets`
    int decimals = 0;                         // of a number, 0 to 18
    const std::int32_t* offsets = nullptr;    // of text and list: count + 1, ascending, the first one 0 or more
    const char* chars = nullptr;
    const FactColumn* elements = nullptr;
};

// The cards of one call. A fact that no column gives is stated by no card.
struct Cards {
    std::size_t count = 0;
    std::size_t sheets = 1;                          // the most that a card has, 1 to 1,000
    const std::uint16_t* sheets_of = nullptr;        // by card, 1 to `sheets`; its first sheets count. Null: all have `sheets`
    std::span<const MarkColumn> marks;               // [criterion * sheets + sheet]
    std::span<const FactColumn> facts;
};

// What became of a card. `invalid`: a mark, fact or number of sheets that no card can have; RuleSet::rate() would never see it.
enum class Result : std::uint8_t { rated, undecided, stopped, rejected, invalid };

// Where results go: the caller's columns of Cards::count places. Null: not wanted.
struct Results {
    Result* outcome = nullptr;
    std::int8_t* stars = nullptr;        // -1: none, for other outcomes than `rated`; 0: rated without a star
    std::int8_t* band = nullptr;         // the star whose band holds the total; -1 likewise
    std::int64_t* total = nullptr;       // the exact total is total / denominator points
    std::int64_t* denominator = nullptr; // 0: no total (undecided, invalid)
    std::int32_t* blocking = nullptr;    // the first minimum before one star more, an index into Batch::minima(); -1: none
};

}  // namespace batch

// A rule set made ready for columns. A cheap handle to immutable data: any number of threads may use it at one time.
class OCOP_API Batch {
public:
    explicit Batch(const RuleSet& rules);

    const RuleSet& rules() const;
    std::size_t criteria() const;                       // in form order
    const std::string& criterion(std::size_t index) const;  // its id
    std::optional<std::size_t> find(std::string_view criterion) const;
    bool is_wide(std::size_t criterion) const;          // more than 254 marks are possible
    std::uint64_t codes(std::size_t criterion) const;   // valid ones are 0 to codes - 1

    // The number for a mark written as on a card: "c", "2", "0", "operator.b", "a+c" for several; "" is 0, no mark yet. Nothing for what
    // a card could not have.
    std::optional<std::uint64_t> code(std::size_t criterion, std::string_view mark) const;
    // And back; in one of the ways it can be written. `code` is below codes().
    std::string mark(std::size_t criterion, std::uint64_t code) const;

    struct Minimum {
        std::size_t criterion = 0;
        int star = 0;
        Number required;  // points
    };
    std::span<const Minimum> minima() const;            // form order, stars ascending within a criterion

    // Rates all cards; results are the same for any number of threads (0: as many as the machine has). What the cards hold is never
    // an error of the call. Throws std::invalid_argument where the columns themselves do not fit: their number, an unknown fact or
    // its kind. Allocates some room for each thread, nothing for each card; only facts that are long texts or lists, where the card needs
    // more than a pass over columns, take room while that card is rated.
    void rate(const batch::Cards& cards, const batch::Results& results, int threads = 1) const;

    // One of the cards with all that can be said about it: for its trail. Diagnostics where it is `invalid`.
    Scorecard::Loaded card(const batch::Cards& cards, std::size_t index, std::string id) const;

    struct State;

private:
    std::shared_ptr<const State> state_;
};

}  // namespace ocop
