// Texts of a column, however it keeps them: one after the other, as views, or once each in a dictionary.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "api/arrow_column.hpp"

namespace ocop::arrow {

class Texts {
public:
    // Of a column of texts without a dictionary; nothing where offsets or views lead nowhere.
    static std::optional<Texts> of(const Column& column, Faults& faults);

    std::string_view at(std::int64_t i) const;  // any for null
    std::int64_t count() const { return column_.count; }
    const Column& column() const { return column_; }
    // All characters, if they follow each other.
    std::string_view together() const;
    const char* chars() const { return chars_; }

private:
    Column column_;
    Extents extents_;             // of texts that follow each other
    const char* chars_ = nullptr;
};

// Indices and what they stand for.
class Dictionary {
public:
    // Its values are texts; nothing, and what is wrong, else.
    static std::optional<Dictionary> of(const Column& column, Faults& faults);

    // Where the value stands in `values`; nothing, and what is wrong, beyond them.
    std::optional<std::int64_t> index(std::int64_t i, Faults& faults) const;
    const Texts& values() const { return values_; }

private:
    Column column_;
    Texts values_;
};

}  // namespace ocop::arrow
