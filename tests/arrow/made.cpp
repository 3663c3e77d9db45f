#include "made.hpp"

#include <algorithm>
#include <cstring>

namespace ocop::test {
namespace {

std::int64_t missing(const std::vector<bool>& there) { return std::count(there.begin(), there.end(), false); }
Bytes validity(const std::vector<bool>& there) { return there.empty() ? Bytes() : bits(there); }

std::vector<bool> there(const Texts& values) {
    std::vector<bool> out;
    for (const auto& each : values) out.push_back(each.has_value());
    return std::count(out.begin(), out.end(), false) == 0 ? std::vector<bool>() : out;
}

template <class Offset>
Field by_offsets(std::string name, std::string format, const Texts& values) {
    std::vector<Offset> offsets = {0};
    std::vector<char> chars;
    for (const auto& each : values) {
        if (each) chars.insert(chars.end(), each->begin(), each->end());
        offsets.push_back(static_cast<Offset>(chars.size()));
    }
    Field out = field(std::move(name), std::move(format), values.size(), there(values), bytes(offsets));
    out.buffers.push_back(bytes(chars));
    return out;
}

}  // namespace

Bytes bits(const std::vector<bool>& values) {
    std::vector<std::uint8_t> out((values.size() + 7) / 8);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i]) out[i / 8] = static_cast<std::uint8_t>(out[i / 8] | 1U << (i % 8));
    return out;
}

Field field(std::string name, std::string format, std::size_t length, const std::vector<bool>& there, Bytes values) {
    Field out;
    out.name = std::move(name);
    out.format = std::move(format);
    out.length = static_cast<std::int64_t>(length);
    out.null_count = missing(there);
    out.buffers = {validity(there), std::move(values)};
    return out;
}

Field booleans(std::string name, const std::vector<bool>& values, const std::vector<bool>& there) { return field(std::move(name), "b", values.size(), there, bits(values)); }
Field texts(std::string name, const Texts& values) { return by_offsets<std::int32_t>(std::move(name), "u", values); }
Field large_texts(std::string name, const Texts& values) { return by_offsets<std::int64_t>(std::move(name), "U", values); }

Field text_views(std::string name, const Texts& values) {
    std::vector<std::uint8_t> views, chars;
    for (const auto& each : values) {
        const std::string text = each.value_or("");
        std::uint8_t view[16] = {};
        const auto size = static_cast<std::int32_t>(text.size()), at = static_cast<std::int32_t>(chars.size());
        std::memcpy(view, &size, 4);
        std::memcpy(view + 4, text.data(), std::min<std::size_t>(text.size(), text.size() <= 12 ? 12 : 4));
        if (text.size() > 12) {
            std::memcpy(view + 12, &at, 4);
            chars.insert(chars.end(), text.begin(), text.end());
        }
        views.insert(views.end(), view, view + 16);
    }
    Field out = field(std::move(name), "vu", values.size(), there(values), views);
    out.buffers.push_back(chars);
    out.buffers.push_back(bytes(std::vector<std::int64_t>{static_cast<std::int64_t>(chars.size())}));
    return out;
}

Field in_dictionary(std::string name, const std::vector<std::int8_t>& indices, const Texts& values, const std::vector<bool>& there) {
    Field out = numbers(std::move(name), "c", indices, there);
    out.dictionary = {texts("", values)};
    return out;
}

Field lists(std::string name, const std::vector<std::int32_t>& offsets, Field elements, const std::vector<bool>& there) {
    Field out = field(std::move(name), "+l", offsets.size() - 1, there, bytes(offsets));
    out.children = {std::move(elements)};
    return out;
}

Field large_lists(std::string name, const std::vector<std::int64_t>& offsets, Field elements) {
    Field out = field(std::move(name), "+L", offsets.size() - 1, {}, bytes(offsets));
    out.children = {std::move(elements)};
    return out;
}

Field lists_of(std::string name, int size, std::size_t length, Field elements) {
    Field out = field(std::move(name), "+w:" + std::to_string(size), length, {}, {});
    out.buffers.pop_back();
    out.children = {std::move(elements)};
    return out;
}

Field nulls(std::string name, std::size_t length) {
    Field out = field(std::move(name), "n", length, {}, {});
    out.null_count = out.length;
    out.buffers.clear();
    return out;
}

Field sliced(Field field, std::int64_t from) {
    field.offset += from;
    field.length -= from;
    field.null_count = -1;
    return field;
}

// What the pointers of one pair of structs point to.
struct RecordBatch::Held {
    Field field;
    std::vector<std::unique_ptr<std::uint8_t[]>> exact;  // no byte more than the buffer has
    std::vector<const void*> buffers;
    std::deque<ArrowSchema> schemas;
    std::deque<ArrowArray> arrays;
    std::vector<ArrowSchema*> schema_pointers;
    std::vector<ArrowArray*> array_pointers;
    RecordBatch* batch = nullptr;
};

namespace {

template <class Struct>
void release_below(Struct* from) {
    for (std::int64_t i = 0; i < from->n_children; ++i)
        if (from->children != nullptr && from->children[i] != nullptr && from->children[i]->release != nullptr) from->children[i]->release(from->children[i]);
    if (from->dictionary != nullptr && from->dictionary->release != nullptr) from->dictionary->release(from->dictionary);
    from->release = nullptr;
}

}  // namespace

void RecordBatch::make(const Field& field, ArrowSchema& schema, ArrowArray& array) {
    held_.emplace_back();
    Held& held = held_.back();
    held.field = field;
    held.batch = this;
    ++structs_;
    for (const Bytes& each : field.buffers) {
        held.exact.push_back(each ? std::make_unique<std::uint8_t[]>(each->size()) : nullptr);
        if (each) std::copy(each->begin(), each->end(), held.exact.back().get());
        held.buffers.push_back(held.exact.back().get());
    }
    const auto below = [&](const Field& child) {
        held.schemas.emplace_back();
        held.arrays.emplace_back();
        make(child, held.schemas.back(), held.arrays.back());
    };
    for (const Field& each : held.field.children) {
        below(each);
        held.schema_pointers.push_back(&held.schemas.back());
        held.array_pointers.push_back(&held.arrays.back());
    }
    for (const Field& each : held.field.dictionary) {
        below(each);
        schema.dictionary = &held.schemas.back();
        array.dictionary = &held.arrays.back();
    }
    schema.format = held.field.format.c_str();
    schema.name = held.field.name.c_str();
    schema.n_children = array.n_children = static_cast<std::int64_t>(held.schema_pointers.size());
    schema.children = held.schema_pointers.data();
    array.children = held.array_pointers.data();
    array.length = field.length;
    array.offset = field.offset;
    array.null_count = field.null_count;
    array.n_buffers = static_cast<std::int64_t>(held.buffers.size());
    array.buffers = held.buffers.data();
    schema.private_data = array.private_data = &held;
    schema.release = [](ArrowSchema* from) {
        ++static_cast<Held*>(from->private_data)->batch->schemas_released_;
        release_below(from);
    };
    array.release = [](ArrowArray* from) {
        Held& held = *static_cast<Held*>(from->private_data);
        ++held.batch->arrays_released_;
        for (auto& each : held.exact) each.reset();  // whoever reads on is seen by sanitizers
        release_below(from);
    };
}

namespace {

Field whole(const std::vector<Field>& columns, std::int64_t length) {
    Field out;
    out.format = "+s";
    out.length = length >= 0 ? length : columns.empty() ? 0 : columns.front().length;
    out.buffers = {{}};
    out.children = columns;
    return out;
}

}  // namespace

RecordBatch::RecordBatch(const std::vector<Field>& columns, std::int64_t length) { make(whole(columns, length), schema, array); }

RecordBatch::~RecordBatch() {
    if (schema.release != nullptr) schema.release(&schema);
    if (array.release != nullptr) array.release(&array);
}

}  // namespace ocop::test
