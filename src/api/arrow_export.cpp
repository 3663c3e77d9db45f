// Results as a record batch that owns its columns.
#include <array>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <ocop/arrow.hpp>

namespace ocop::batch {
namespace {

// What a struct's pointers point to, freed by its release.
struct SchemaData {
    std::string name;
    std::vector<std::unique_ptr<ArrowSchema>> children;
    std::vector<ArrowSchema*> pointers;
    std::unique_ptr<ArrowSchema> dictionary;
};
struct ArrayData {
    std::vector<std::uint8_t> validity;
    std::vector<std::byte> values;
    std::string chars;
    std::array<const void*, 3> buffers{};
    std::vector<std::unique_ptr<ArrowArray>> children;
    std::vector<ArrowArray*> pointers;
    std::unique_ptr<ArrowArray> dictionary;
};

// Children may have been moved out by then; those are no longer ours to release.
template <class Struct, class Data>
void release(Struct* held) {
    const std::unique_ptr<Data> data(static_cast<Data*>(held->private_data));
    for (const auto& each : data->children)
        if (each->release != nullptr) each->release(each.get());
    if (data->dictionary != nullptr && data->dictionary->release != nullptr) data->dictionary->release(data->dictionary.get());
    held->release = nullptr;
}

template <class Struct, class Data>
struct Releasing {
    void operator()(Struct* held) const {
        if (held->release != nullptr) held->release(held);
        delete held;
    }
};
using Schema = std::unique_ptr<ArrowSchema, Releasing<ArrowSchema, SchemaData>>;
using Array = std::unique_ptr<ArrowArray, Releasing<ArrowArray, ArrayData>>;

struct Column {
    Schema schema;
    Array array;
};

Schema schema_of(const char* format, std::string name, bool nullable) {
    auto data = std::make_unique<SchemaData>();
    data->name = std::move(name);
    Schema out(new ArrowSchema{});
    out->format = format;
    out->name = data->name.c_str();
    out->flags = nullable ? ARROW_FLAG_NULLABLE : 0;
    out->private_data = data.release();
    out->release = release<ArrowSchema, SchemaData>;
    return out;
}

Array array_of(std::size_t length, std::int64_t buffers) {
    auto data = std::make_unique<ArrayData>();
    Array out(new ArrowArray{});
    out->length = static_cast<std::int64_t>(length);
    out->n_buffers = buffers;
    out->buffers = data->buffers.data();
    out->private_data = data.release();
    out->release = release<ArrowArray, ArrayData>;
    return out;
}

ArrayData& data_of(const Array& array) { return *static_cast<ArrayData*>(array->private_data); }
SchemaData& data_of(const Schema& schema) { return *static_cast<SchemaData*>(schema->private_data); }

using Present = std::function<bool(std::size_t)>;

// Bits of the values that are there; none where all are.
void mark_nulls(const Array& array, std::size_t count, const Present& present) {
    ArrayData& data = data_of(array);
    data.validity.assign(count / 8 + 1, 0);
    std::int64_t nulls = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (present(i)) data.validity[i / 8] = static_cast<std::uint8_t>(data.validity[i / 8] | 1U << (i % 8));
        else ++nulls;
    }
    array->null_count = nulls;
    data.buffers[0] = nulls == 0 ? nullptr : data.validity.data();
}

template <class Value>
Column column(const char* name, const char* format, const Value* values, std::size_t count, const Present& present = {}) {
    Column out{schema_of(format, name, static_cast<bool>(present)), array_of(count, 2)};
    ArrayData& data = data_of(out.array);
    const auto bytes = std::as_bytes(std::span(values, count));
    data.values.reserve(bytes.size() + 1);  // there for no values too
    data.values.assign(bytes.begin(), bytes.end());
    data.buffers[1] = data.values.data();
    if (present) mark_nulls(out.array, count, present);
    return out;
}

Column texts(const std::vector<std::string>& all) {
    std::vector<std::int32_t> offsets = {0};
    std::string chars;
    for (const std::string& each : all) {
        chars += each;
        offsets.push_back(static_cast<std::int32_t>(chars.size()));
    }
    Column out = column("", "u", offsets.data(), offsets.size());
    ArrayData& data = data_of(out.array);
    data.chars = std::move(chars);
    data.buffers[2] = data.chars.data();
    out.array->length = static_cast<std::int64_t>(all.size());
    out.array->n_buffers = 3;
    return out;
}

// The index column then stands for these texts.
void stand_for(Column& indices, const std::vector<std::string>& all) {
    Column values = texts(all);
    data_of(indices.schema).dictionary.reset(values.schema.release());
    indices.schema->dictionary = data_of(indices.schema).dictionary.get();
    data_of(indices.array).dictionary.reset(values.array.release());
    indices.array->dictionary = data_of(indices.array).dictionary.get();
}

class Table {
public:
    explicit Table(std::size_t count) : whole_{schema_of("+s", "", false), array_of(count, 1)} {}

    void add(Column column) {
        add(std::move(column.schema), whole_.schema);
        add(std::move(column.array), whole_.array);
    }

    void give(ArrowSchema* schema, ArrowArray* array) {
        *schema = *whole_.schema;
        *array = *whole_.array;
        whole_.schema->release = nullptr;
        whole_.array->release = nullptr;
    }

private:
    template <class Held>
    static void add(Held column, const Held& to) {
        auto& data = data_of(to);
        data.children.reserve(data.children.size() + 1);
        data.pointers.push_back(column.get());
        data.children.emplace_back(column.release());
        to->children = data.pointers.data();
        to->n_children = static_cast<std::int64_t>(data.pointers.size());
    }

    Column whole_;
};

std::vector<std::string> minima_of(const Batch& batch) {
    std::vector<std::string> out;
    for (const Batch::Minimum& each : batch.minima()) out.push_back("minimum " + batch.criterion(each.criterion) + " for " + std::to_string(each.star));
    return out;
}

}  // namespace

void to_arrow(const Batch& batch, std::size_t count, const Results& results, ArrowSchema* schema, ArrowArray* array) {
    Table table(count);
    if (results.outcome != nullptr) {
        Column outcome = column("outcome", "c", results.outcome, count);
        stand_for(outcome, {"rated", "undecided", "stopped", "rejected", "invalid"});
        table.add(std::move(outcome));
    }
    const auto given = [](const auto* values) { return [values](std::size_t i) { return values[i] >= 0; }; };
    if (results.stars != nullptr) table.add(column("stars", "c", results.stars, count, given(results.stars)));
    if (results.band != nullptr) table.add(column("band", "c", results.band, count, given(results.band)));
    const auto summed = [&](std::size_t i) { return results.denominator == nullptr || results.denominator[i] != 0; };
    if (results.total != nullptr) table.add(column("total", "l", results.total, count, summed));
    if (results.denominator != nullptr) table.add(column("denominator", "l", results.denominator, count, summed));
    if (results.blocking != nullptr) {
        Column blocking = column("blocking", "i", results.blocking, count, given(results.blocking));
        stand_for(blocking, minima_of(batch));
        table.add(std::move(blocking));
    }
    table.give(schema, array);
}

}  // namespace ocop::batch
