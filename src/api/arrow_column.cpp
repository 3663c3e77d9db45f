// Format strings read, and every fault of the structs that can be seen without knowing how long their buffers are.
#include "api/arrow_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace ocop::arrow {
namespace {

using Kind = Format::Kind;

constexpr std::int64_t seconds_a_day = 86'400;

struct Word {
    std::string_view format, name;
    Format means;
};
constexpr std::array<Word, 19> words = {{
    {"n", "null", {.kind = Kind::null}},
    {"b", "bool", {.kind = Kind::boolean}},
    {"c", "int8", {.kind = Kind::integer, .bytes = 1, .has_sign = true}},
    {"C", "uint8", {.kind = Kind::integer, .bytes = 1}},
    {"s", "int16", {.kind = Kind::integer, .bytes = 2, .has_sign = true}},
    {"S", "uint16", {.kind = Kind::integer, .bytes = 2}},
    {"i", "int32", {.kind = Kind::integer, .bytes = 4, .has_sign = true}},
    {"I", "uint32", {.kind = Kind::integer, .bytes = 4}},
    {"l", "int64", {.kind = Kind::integer, .bytes = 8, .has_sign = true}},
    {"L", "uint64", {.kind = Kind::integer, .bytes = 8}},
    {"f", "float32", {.kind = Kind::floating, .bytes = 4}},
    {"g", "float64", {.kind = Kind::floating, .bytes = 8}},
    {"u", "utf8", {.kind = Kind::text, .bytes = 4}},
    {"U", "large_utf8", {.kind = Kind::text, .bytes = 8}},
    {"vu", "utf8_view", {.kind = Kind::text}},
    {"tdD", "date32", {.kind = Kind::day, .bytes = 4}},
    {"tdm", "date64", {.kind = Kind::instant, .bytes = 8, .per_day = seconds_a_day * 1'000}},
    {"+l", "list", {.kind = Kind::list, .bytes = 4}},
    {"+L", "large_list", {.kind = Kind::list, .bytes = 8}},
}};

const Word* word_of(std::string_view format) {
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word& each) { return each.format == format; });
    return found == words.end() ? nullptr : &*found;
}

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// "d:19,4" and "d:19,4,128"
Format decimal(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return {};
    const std::string_view rest = text.substr(comma + 1);
    const std::size_t second = rest.find(',');
    const auto precision = whole(text.substr(0, comma)), scale = whole(rest.substr(0, second));
    const bool wide = second == std::string_view::npos || rest.substr(second + 1) == "128";
    if (!precision || !scale || !wide || *precision < 1 || *precision > 38 || *scale < -38 || *scale > 38) return {};
    return {.kind = Kind::decimal, .bytes = 16, .scale = static_cast<int>(*scale)};
}

// "tsu:", "tsm:UTC"
Format instant(char unit, std::string_view zone) {
    constexpr std::string_view units = "smun";
    std::int64_t per_day = seconds_a_day;
    for (std::size_t i = units.find(unit); i != std::string_view::npos && i > 0; --i) per_day *= 1'000;
    const bool zoned = !zone.empty() && zone != "UTC" && zone != "Etc/UTC" && zone != "Z" && zone != "+00:00";
    return units.find(unit) == std::string_view::npos ? Format{} : Format{.kind = Kind::instant, .bytes = 8, .per_day = per_day, .zoned = zoned};
}

Format with_parameters(std::string_view text) {
    if (text.starts_with("d:")) return decimal(text.substr(2));
    if (text.starts_with("ts") && text.size() >= 4 && text[3] == ':') return instant(text[2], text.substr(4));
    if (!text.starts_with("+w:")) return {};
    const auto size = whole(text.substr(3));
    return size && *size >= 0 ? Format{.kind = Kind::list, .size = *size} : Format{};
}

std::string name_of(const char* format) {
    if (format == nullptr) return "of no format";
    if (const Word* word = word_of(format)) return std::string(word->name);
    switch (with_parameters(format).kind) {
        case Kind::decimal: return "decimal128";
        case Kind::instant: return "timestamp";
        case Kind::list: return "fixed_size_list";
        default: return fmt::format("of format `{}`", shown(format));
    }
}

bool malformed(Faults& faults, const std::string& vi, const std::string& en) { return faults.column("arrow-malformed", vi, en); }

std::int64_t buffers_of(const Format& format) {
    switch (format.kind) {
        case Kind::null: return 0;
        case Kind::text: return 3;
        case Kind::list: return format.bytes == 0 ? 1 : 2;
        default: return 2;
    }
}

bool lengths_fit(const ArrowArray& array, std::int64_t before, std::int64_t count, Faults& faults) {
    if (array.length < 0 || array.offset < 0 || array.offset > std::numeric_limits<std::int64_t>::max() - array.length)
        return malformed(faults, fmt::format("độ dài {} hoặc vị trí {} không hợp lệ", array.length, array.offset), fmt::format("length {} and offset {} cannot be", array.length, array.offset));
    if (array.null_count < -1 || array.null_count > array.length)
        return malformed(faults, fmt::format("số giá trị trống {} không hợp lệ", array.null_count), fmt::format("null_count {} cannot be, of {} values", array.null_count, array.length));
    if (before > array.length || count > array.length - before)
        return malformed(faults, fmt::format("có {} giá trị, cần {}", array.length, before + count), fmt::format("it has {} values, {} are needed", array.length, before + count));
    return true;
}

bool buffers_are_there(const ArrowArray& array, const Format& format, Faults& faults) {
    const std::int64_t wanted = buffers_of(format);
    const bool enough = format.bytes == 0 && format.kind == Kind::text ? array.n_buffers >= wanted : array.n_buffers == wanted;
    if (!enough) return malformed(faults, fmt::format("có {} vùng đệm, cần {}", array.n_buffers, wanted), fmt::format("it has {} buffers, {} are needed", array.n_buffers, wanted));
    if (wanted == 0) return true;
    if (array.buffers == nullptr) return malformed(faults, "không có vùng đệm", "its buffers are missing");
    if (array.buffers[0] == nullptr && array.null_count > 0)
        return malformed(faults, "có giá trị trống nhưng không có bảng bit đánh dấu", fmt::format("{} values are null, and the bits that say which are missing", array.null_count));
    if (array.length > 0 && wanted > 1 && array.buffers[1] == nullptr) return malformed(faults, "thiếu vùng đệm 1", "buffer 1 is missing");
    return true;
}

bool children_fit(const ArrowSchema& schema, const ArrowArray& array, const Format& format, Faults& faults) {
    const std::int64_t wanted = format.kind == Kind::list ? 1 : 0;
    if (schema.n_children != wanted || array.n_children != wanted)
        return malformed(faults, fmt::format("có {} và {} cột con, cần {}", schema.n_children, array.n_children, wanted),
                         fmt::format("it has {} children in the schema and {} in the array, {} are needed", schema.n_children, array.n_children, wanted));
    if (wanted > 0 && (schema.children == nullptr || array.children == nullptr)) return malformed(faults, "thiếu cột con", "its children are missing");
    return true;
}

bool dictionaries_fit(const ArrowSchema& schema, const ArrowArray& array, const Format& format, Faults& faults) {
    if ((schema.dictionary == nullptr) != (array.dictionary == nullptr)) return malformed(faults, "thiếu từ điển", "its dictionary is in the schema or in the array only");
    if (schema.dictionary != nullptr && format.kind != Kind::integer) return malformed(faults, "chỉ số vào từ điển phải là số nguyên", "indices into its dictionary are no integers");
    return true;
}

template <class Offset>
std::optional<Extents> extents(const Column& lists, Faults& faults) {
    const Offset* from = lists.values<Offset>();
    Extents out;
    out.first_element = from[0];
    out.offsets.reserve(static_cast<std::size_t>(lists.count) + 1);
    for (std::int64_t i = 0; i <= lists.count; ++i) {
        if (from[i] < 0 || (i > 0 && from[i] < from[i - 1])) {
            faults.row("arrow-malformed", std::max<std::int64_t>(i - 1, 0), fmt::format("vị trí {} là số âm hoặc đi lùi", from[i]), fmt::format("offset {} is negative or goes back", from[i]));
            return std::nullopt;
        }
        out.offsets.push_back(from[i] - from[0]);
    }
    return out;
}

}  // namespace

Format format_of(const char* written) {
    if (written == nullptr) return {};
    const Word* word = word_of(written);
    return word == nullptr ? with_parameters(written) : word->means;
}

std::string described(const ArrowSchema& schema) {
    if (schema.dictionary != nullptr) return "a dictionary of " + name_of(schema.dictionary->format);
    const bool list = format_of(schema.format).kind == Kind::list && schema.n_children == 1 && schema.children != nullptr && schema.children[0] != nullptr;
    return list ? "a list of " + name_of(schema.children[0]->format) : name_of(schema.format);
}

std::int64_t Rows::of(std::int64_t element) const { return std::upper_bound(offsets.begin(), offsets.end(), element) - offsets.begin() - 1; }

const std::uint8_t* Column::validity() const {
    return array->null_count == 0 || format.kind == Kind::null || array->buffers[0] == nullptr ? nullptr : static_cast<const std::uint8_t*>(array->buffers[0]);
}

bool Column::is_null(std::int64_t i) const {
    if (format.kind == Kind::null) return true;
    const std::uint8_t* bits = validity();
    return bits != nullptr && (bits[(first + i) / 8] >> ((first + i) % 8) & 1) == 0;
}

bool Column::has_nulls() const {
    if (validity() == nullptr && format.kind != Kind::null) return false;
    for (std::int64_t i = 0; i < count;) {
        const std::int64_t at = first + i;
        const bool whole = at % 8 == 0 && count - i >= 8 && validity() != nullptr && validity()[at / 8] == 0xFF;
        if (!whole && is_null(i)) return true;
        i += whole ? 8 : 1;
    }
    return false;
}

bool Column::matters(std::int64_t i) const { return !is_null(i) && (rows == nullptr || !rows->column->is_null(rows->of(i))); }

bool Column::bit(std::int64_t i) const { return (static_cast<const std::uint8_t*>(array->buffers[1])[(first + i) / 8] >> ((first + i) % 8) & 1) != 0; }

std::int64_t Column::integer(std::int64_t i) const {
    switch (format.bytes) {
        case 1: return format.has_sign ? values<std::int8_t>()[i] : values<std::uint8_t>()[i];
        case 2: return format.has_sign ? values<std::int16_t>()[i] : values<std::uint16_t>()[i];
        case 4: return format.has_sign ? values<std::int32_t>()[i] : std::int64_t{values<std::uint32_t>()[i]};
        default: return values<std::int64_t>()[i];
    }
}

std::optional<Column> column_of(const ArrowSchema* schema, const ArrowArray* array, std::int64_t before, std::int64_t count, Faults& faults) {
    const auto refused = [](bool) { return std::nullopt; };
    if (schema == nullptr || array == nullptr || schema->release == nullptr || array->release == nullptr) return refused(malformed(faults, "đã được lấy đi hoặc giải phóng", "it was moved away or released"));
    if (schema->format == nullptr) return refused(malformed(faults, "không có định dạng", "it has no format"));
    Column out{schema, array, 0, count, format_of(schema->format), nullptr};
    if (out.format.kind == Kind::other) return out;  // whoever wants another type says so
    const bool fits = lengths_fit(*array, before, count, faults) && buffers_are_there(*array, out.format, faults) && children_fit(*schema, *array, out.format, faults) &&
                      dictionaries_fit(*schema, *array, out.format, faults);
    out.first = fits ? array->offset + before : 0;
    return fits ? std::optional(out) : std::nullopt;
}

std::optional<Extents> extents_of(const Column& lists, Faults& faults) {
    if (lists.count == 0) return Extents{{0}, 0};
    if (lists.format.bytes == 4) return extents<std::int32_t>(lists, faults);
    if (lists.format.bytes == 8) return extents<std::int64_t>(lists, faults);
    const std::int64_t size = lists.format.size, most = std::numeric_limits<std::int64_t>::max();
    if (size > 0 && lists.first + lists.count > most / size) {
        malformed(faults, fmt::format("danh sách có {} phần tử", size), fmt::format("lists of {} elements are too long", size));
        return std::nullopt;
    }
    Extents out;
    out.first_element = lists.first * size;
    for (std::int64_t i = 0; i <= lists.count; ++i) out.offsets.push_back(i * size);
    return out;
}

std::optional<Column> elements_of(const Column& lists, const Extents& extents, const Rows& rows, Faults& faults) {
    auto out = column_of(lists.schema->children[0], lists.array->children[0], extents.first_element, extents.offsets.back(), faults);
    if (out) out->rows = &rows;
    return out;
}

}  // namespace ocop::arrow
