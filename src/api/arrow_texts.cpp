// Texts found where Arrow's three layouts keep them.
#include "api/arrow_texts.hpp"

#include <fmt/format.h>

#include <cstring>

namespace ocop::arrow {
namespace {

// 16 bytes: the length, then 12 bytes of text, or its start, the number of a buffer and where in it.
struct View {
    std::int32_t size = 0, buffer = 0, at = 0;
    const char* inside = nullptr;  // the text itself, where it is short
};

View view_at(const Column& column, std::int64_t i) {
    const char* from = static_cast<const char*>(column.array->buffers[1]) + (column.first + i) * 16;
    View out;
    std::memcpy(&out.size, from, 4);
    if (out.size <= 12) return View{out.size, 0, 0, from + 4};
    std::memcpy(&out.buffer, from + 8, 4);
    std::memcpy(&out.at, from + 12, 4);
    return out;
}

// The last buffer holds the sizes of the buffers between.
bool leads_somewhere(const Column& column, const View& view) {
    if (view.size < 0) return false;
    if (view.inside != nullptr) return true;
    const auto* sizes = static_cast<const std::int64_t*>(column.array->buffers[column.array->n_buffers - 1]);
    const std::int64_t buffers = column.array->n_buffers - 3;
    return sizes != nullptr && view.buffer >= 0 && view.buffer < buffers && view.at >= 0 && sizes[view.buffer] - view.at >= view.size && column.array->buffers[2 + view.buffer] != nullptr;
}

bool views_lead_somewhere(const Column& column, Faults& faults) {
    for (std::int64_t i = 0; i < column.count; ++i)
        if (!column.is_null(i) && !leads_somewhere(column, view_at(column, i)))
            return faults.row("arrow-malformed", column.row(i), "văn bản nằm ngoài các vùng đệm", "its text lies outside the buffers");
    return true;
}

}  // namespace

std::optional<Texts> Texts::of(const Column& column, Faults& faults) {
    Texts out;
    out.column_ = column;
    if (column.format.bytes == 0) return views_lead_somewhere(column, faults) ? std::optional(out) : std::nullopt;
    auto extents = extents_of(column, faults);
    if (!extents) return std::nullopt;
    out.extents_ = std::move(*extents);
    out.chars_ = column.count == 0 ? nullptr : static_cast<const char*>(column.array->buffers[2]);
    if (out.chars_ == nullptr && out.extents_.offsets.back() > 0) {
        faults.column("arrow-malformed", "thiếu vùng đệm 2", "buffer 2 is missing");
        return std::nullopt;
    }
    return out;
}

std::string_view Texts::at(std::int64_t i) const {
    if (column_.format.bytes != 0) {
        const std::int64_t from = extents_.offsets[static_cast<std::size_t>(i)], to = extents_.offsets[static_cast<std::size_t>(i) + 1];
        return chars_ == nullptr ? std::string_view() : std::string_view(chars_ + extents_.first_element + from, static_cast<std::size_t>(to - from));
    }
    if (column_.is_null(i)) return {};
    const View view = view_at(column_, i);
    const char* from = view.inside != nullptr ? view.inside : static_cast<const char*>(column_.array->buffers[2 + view.buffer]) + view.at;
    return {from, static_cast<std::size_t>(view.size)};
}

std::string_view Texts::together() const {
    return chars_ == nullptr ? std::string_view() : std::string_view(chars_ + extents_.first_element, static_cast<std::size_t>(extents_.offsets.back()));
}

std::optional<Dictionary> Dictionary::of(const Column& column, Faults& faults) {
    const ArrowArray* array = column.array->dictionary;
    const auto values = column_of(column.schema->dictionary, array, 0, array->length, faults);
    if (!values) return std::nullopt;
    auto texts = Texts::of(*values, faults);
    if (!texts) return std::nullopt;
    Dictionary out;
    out.column_ = column;
    out.values_ = std::move(*texts);
    return out;
}

std::optional<std::int64_t> Dictionary::index(std::int64_t i, Faults& faults) const {
    const std::int64_t found = column_.integer(i);
    if (found >= 0 && found < values_.count()) return found;
    faults.row("arrow-malformed", column_.row(i), fmt::format("chỉ số {} nằm ngoài từ điển có {} giá trị", found, values_.count()),
               fmt::format("index {} is beyond its dictionary of {} values", found, values_.count()));
    return std::nullopt;
}

}  // namespace ocop::arrow
