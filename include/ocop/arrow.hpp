// Record batches of Apache Arrow in and out, by its C data interface: no copy where the layout is the same, and no library of Arrow's.
//
//     ocop::Diagnostics told;
//     const auto cards = ocop::batch::Imported::from_arrow(batch, &schema, &array, told);   // as pyarrow's _export_to_c and others give them
//     std::vector<std::int8_t> stars(cards.cards().count);
//     const ocop::batch::Results results{.stars = stars.data()};
//     batch.rate(cards.cards(), results);
//     ocop::batch::to_arrow(batch, cards.cards().count, results, &schema, &array);
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include <ocop/batch.hpp>
#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>

// As https://arrow.apache.org/docs/format/CDataInterface.html gives it.
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4
extern "C" {
struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};
}
#endif

namespace ocop::batch {

// A record batch as columns: where the layout is the same they point into it, else they were converted. Keeps the record batch; a cheap
// handle to immutable data.
//
// The record batch is a struct array without null rows. Its columns:
//  - the id of a criterion: its marks. uint8 (uint64 where the criterion is wide) are the numbers of Batch::code(); utf8, large_utf8 and
//    utf8_view, also in a dictionary, are marks as a scorecard writes them: "c", "2", "operator.b", "a+c" for several. Null and "" are no
//    mark. Where cards have several sheets, lists of these: as many in a row as it has sheets, in all columns of marks alike; a row whose
//    lists are all null or empty has one sheet without marks.
//  - the name of a fact, or "fact:NAME" where a criterion has that name; also level, filed_on, assessed_on, evidence. Null: the card does
//    not state it. Numbers are integers of any size, decimal128 or floating point, which stands for its shortest decimal (0.1 is a tenth);
//    at most 18 decimals, and all of a column must fit 64 bits with the decimals that the longest needs. Days are date32, or date64 and
//    timestamps in UTC that are whole days. Texts may be in a dictionary. Lists have no null elements.
//  - "scorecard" and "rule_set" are left alone. Any other name is an error. A criterion without a column is a warning: no card has a mark
//    there.
// What no fact or mark can be in form (NaN, an unknown option, bad UTF-8) is an error, the first of each column by its row, counted from 0.
// What only no card can have (a number that is no code, a share of 120%) makes a card `invalid`, as in Batch::rate().
class OCOP_API Imported {
public:
    // Takes over both structs, whatever comes of it (they are marked as released, as Arrow asks). All columns are looked at, and all that
    // is wrong is told. How long buffers are cannot be seen: they must be as long as lengths and offsets say.
    static Imported from_arrow(const Batch& batch, ArrowSchema* schema, ArrowArray* array, Diagnostics& diagnostics);

    explicit operator bool() const { return state_ != nullptr; }  // false: it could not be taken
    const Cards& cards() const;                                    // no card where it could not

    struct State;

private:
    std::shared_ptr<const State> state_;
};

// Results as a record batch, owned by whoever takes it: outcome (utf8 in a dictionary), stars and band (int8), total and denominator (int64),
// blocking (utf8 in a dictionary, "minimum 1.5 for 5"); null where there is none. Of `results`, columns that are null are left out.
OCOP_API void to_arrow(const Batch& batch, std::size_t count, const Results& results, ArrowSchema* schema, ArrowArray* array);

}  // namespace ocop::batch
