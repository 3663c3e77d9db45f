// Arrow structs made by hand, with buffers of exactly the bytes they need, that count how often they are released.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ocop/arrow.hpp>

namespace ocop::test {

using Bytes = std::optional<std::vector<std::uint8_t>>;  // nothing: a null pointer

// One column; what a test wants to be wrong is changed here before the structs are made, or in the structs.
struct Field {
    std::string name, format;
    std::int64_t length = 0, offset = 0, null_count = 0;
    std::vector<Bytes> buffers;
    std::vector<Field> children;
    std::vector<Field> dictionary;  // one or none
};

template <class Value>
Bytes bytes(const std::vector<Value>& values) {
    const auto* from = reinterpret_cast<const std::uint8_t*>(values.data());
    return std::vector<std::uint8_t>(from, from + values.size() * sizeof(Value));
}
Bytes bits(const std::vector<bool>& values);

// Nulls by `there`; none where it is empty.
Field field(std::string name, std::string format, std::size_t length, const std::vector<bool>& there, Bytes values);
template <class Value>
Field numbers(std::string name, std::string format, const std::vector<Value>& values, const std::vector<bool>& there = {}) {
    return field(std::move(name), std::move(format), values.size(), there, bytes(values));
}
Field booleans(std::string name, const std::vector<bool>& values, const std::vector<bool>& there = {});

using Texts = std::vector<std::optional<std::string>>;
Field texts(std::string name, const Texts& values);        // utf8
Field large_texts(std::string name, const Texts& values);  // large_utf8
Field text_views(std::string name, const Texts& values);   // utf8_view
Field in_dictionary(std::string name, const std::vector<std::int8_t>& indices, const Texts& values, const std::vector<bool>& there = {});

Field lists(std::string name, const std::vector<std::int32_t>& offsets, Field elements, const std::vector<bool>& there = {});
Field large_lists(std::string name, const std::vector<std::int64_t>& offsets, Field elements);
Field lists_of(std::string name, int size, std::size_t length, Field elements);
Field nulls(std::string name, std::size_t length);

// The values from `from` on: what a slice of the column is.
Field sliced(Field field, std::int64_t from);

class RecordBatch {
public:
    explicit RecordBatch(const std::vector<Field>& columns, std::int64_t length = -1);
    RecordBatch(const RecordBatch&) = delete;
    ~RecordBatch();

    ArrowSchema schema{};
    ArrowArray array{};

    ArrowSchema& column_schema(std::size_t i) { return *schema.children[i]; }
    ArrowArray& column(std::size_t i) { return *array.children[i]; }
    // Of the outer structs and all below them.
    int structs() const { return structs_; }
    int schemas_released() const { return schemas_released_; }
    int arrays_released() const { return arrays_released_; }

    struct Held;

private:
    int structs_ = 0, schemas_released_ = 0, arrays_released_ = 0;
    std::deque<Held> held_;

    void make(const Field& field, ArrowSchema& schema, ArrowArray& array);
};

}  // namespace ocop::test
