// One column of a record batch: what its format string says, and its buffers once they are known to be there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ocop/arrow.hpp>

#include "api/arrow_faults.hpp"

namespace ocop::arrow {

struct Format {
    enum class Kind { null, boolean, integer, floating, decimal, text, day, instant, list, other };
    Kind kind = Kind::other;
    int bytes = 0;             // of a value; of an offset (text, list): 4 or 8, or 0 where there are none (text views, lists of one size)
    bool has_sign = false;     // of an integer
    int scale = 0;             // of a decimal
    std::int64_t per_day = 0;  // of an instant: units in a day
    bool zoned = false;        // of an instant: it has a time zone other than UTC
    std::int64_t size = 0;     // of a list of one size
};
Format format_of(const char* written);
// "int64", "a dictionary of utf8", "a list of int8"
std::string described(const ArrowSchema& schema);

struct Column;

// The elements of lists stand in rows of another column.
struct Rows {
    const Column* column = nullptr;
    std::vector<std::int64_t> offsets;  // one more than rows; from 0
    std::int64_t of(std::int64_t element) const;
};

// `count` values from `first` on, the offsets of the array and of what it stands in added up.
struct Column {
    const ArrowSchema* schema = nullptr;
    const ArrowArray* array = nullptr;
    std::int64_t first = 0, count = 0;
    Format format;
    const Rows* rows = nullptr;  // null: a value a row

    // Of the values; of indices where there is a dictionary. The struct's checks have been made.
    bool is_null(std::int64_t i) const;
    bool has_nulls() const;
    // False for null, and for what a null row has below it.
    bool matters(std::int64_t i) const;
    std::int64_t row(std::int64_t i) const { return rows == nullptr ? i : rows->of(i); }
    const std::uint8_t* validity() const;  // null where nothing is null

    template <class Value>
    const Value* values() const {
        return static_cast<const Value*>(array->buffers[1]) + first;
    }
    // An integer of any type; a uint64 past int64 becomes negative.
    std::int64_t integer(std::int64_t i) const;
    bool bit(std::int64_t i) const;
};

// A column whose structs agree with its format, dictionary and elements included; nothing, and what is wrong, else.
std::optional<Column> column_of(const ArrowSchema* schema, const ArrowArray* array, std::int64_t first, std::int64_t count, Faults& faults);

// Where the lists of a column end, from 0; their elements begin at `first_element` of the child. Nothing where offsets go back or out.
struct Extents {
    std::vector<std::int64_t> offsets;
    std::int64_t first_element = 0;
};
std::optional<Extents> extents_of(const Column& lists, Faults& faults);
// The elements of lists; `rows` has been filled from their extents.
std::optional<Column> elements_of(const Column& lists, const Extents& extents, const Rows& rows, Faults& faults);

}  // namespace ocop::arrow
