// A column of a record batch as a column of one fact.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "api/arrow_column.hpp"
#include "model/type.hpp"

namespace ocop::arrow {

// What a column was converted into, where it could not be used as it stands.
struct FactBuffers {
    std::vector<std::uint8_t> validity;
    std::vector<std::int64_t> numbers;
    std::vector<std::int32_t> days, offsets;
    std::string chars;
    std::unique_ptr<batch::FactColumn> elements;
    std::unique_ptr<FactBuffers> of_elements;
};

// False, and what is wrong, where the column is of another type than the fact or has a value that no fact can have.
bool read_fact(const Column& column, const model::Type& type, Faults& faults, FactBuffers& own, batch::FactColumn& out);

}  // namespace ocop::arrow
