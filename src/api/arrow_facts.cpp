// Facts used where they stand if their layout is that of a FactColumn, else converted.
#include "api/arrow_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "api/arrow_numbers.hpp"
#include "api/arrow_texts.hpp"
#include "base/text.hpp"

namespace ocop::arrow {
namespace {

using Kind = Format::Kind;
using Wanted = model::Type::Kind;
using batch::FactColumn;

// What columns without a value point to.
constexpr std::int64_t nothing[2] = {0, 0};

std::string expected(const model::Type& type) {
    switch (type.kind) {
        case Wanted::boolean: return "bool";
        case Wanted::number: return "an integer, decimal128, float32 or float64";
        case Wanted::date: return "date32, date64 or timestamp in UTC";
        case Wanted::string: return "utf8, large_utf8, utf8_view or a dictionary of these";
        default: return "a list of " + (type.element ? expected(*type.element) : std::string("values"));
    }
}

bool fits(const Column& column, const model::Type& type) {
    const Format& format = column.format;
    if (column.schema->dictionary != nullptr) return type.kind == Wanted::string && format_of(column.schema->dictionary->format).kind == Kind::text;
    switch (format.kind) {
        case Kind::null: return true;
        case Kind::boolean: return type.kind == Wanted::boolean;
        case Kind::integer:
        case Kind::decimal:
        case Kind::floating: return type.kind == Wanted::number;
        case Kind::text: return type.kind == Wanted::string;
        case Kind::day: return type.kind == Wanted::date;
        case Kind::instant: return type.kind == Wanted::date && !format.zoned;
        case Kind::list: return type.kind == Wanted::list && type.element != nullptr;
        case Kind::other: break;
    }
    return false;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char each) { return static_cast<unsigned char>(each) < 0x80; });
}

class FactReader {
public:
    FactReader(const Column& column, const model::Type& type, Faults& faults, FactBuffers& own, FactColumn& out)
        : column_(column), type_(type), faults_(faults), own_(own), out_(out) {}

    bool read() {
        if (!fits(column_, type_)) return wrong_type();
        if (column_.rows != nullptr && !elements_are_there()) return false;
        switch (type_.kind) {
            case Wanted::boolean: return booleans();
            case Wanted::number: return numbers();
            case Wanted::date: return days();
            case Wanted::string: return texts();
            default: return lists();
        }
    }

private:
    bool wrong_type() {
        const std::string is = described(*column_.schema), wanted = expected(type_);
        const bool elements = column_.rows != nullptr;
        return faults_.column("arrow-wrong-type", fmt::format("{} là {}, cần {}", elements ? "kiểu phần tử" : "kiểu", is, wanted),
                              fmt::format("{} {}, {} is expected", elements ? "its elements are" : "it is", is, wanted));
    }

    bool in_place() const { return column_.format.kind != Kind::null && column_.count > 0; }

    void stand(FactColumn::Kind kind, const void* values) {
        out_.kind = kind;
        out_.values = values;
        out_.validity = column_.validity();
        out_.offset = static_cast<std::size_t>(column_.first);
    }
    void converted(FactColumn::Kind kind, const void* values) {
        out_.kind = kind;
        out_.values = values == nullptr ? nothing : values;
        if (!column_.has_nulls()) return;
        own_.validity.resize(static_cast<std::size_t>(column_.count) / 8 + 1);
        for (std::int64_t i = 0; i < column_.count; ++i)
            if (!column_.is_null(i)) own_.validity[static_cast<std::size_t>(i / 8)] |= static_cast<std::uint8_t>(1U << (i % 8));
        out_.validity = own_.validity.data();
    }

    bool elements_are_there() {
        for (std::int64_t i = 0; i < column_.count; ++i)
            if (column_.is_null(i) && !column_.rows->column->is_null(column_.row(i))) return faults_.row("arrow-null-element", column_.row(i), "phần tử của danh sách bị trống", "an element of the list is null");
        return true;
    }

    bool booleans() {
        if (in_place()) {
            stand(FactColumn::Kind::boolean, column_.array->buffers[1]);
            return true;
        }
        own_.numbers.resize(static_cast<std::size_t>(column_.count) / 64 + 1);
        converted(FactColumn::Kind::boolean, own_.numbers.data());
        return true;
    }

    bool numbers() {
        const bool same = column_.format.kind == Kind::integer && column_.format.bytes == 8 && column_.format.has_sign;
        if (same && in_place()) {
            stand(FactColumn::Kind::number, column_.array->buffers[1]);
            return true;
        }
        auto found = column_.format.kind == Kind::null ? Numbers{std::vector<std::int64_t>(static_cast<std::size_t>(column_.count)), 0} : numbers_of(column_, faults_);
        if (!found) return false;
        own_.numbers = std::move(found->values);
        out_.decimals = found->decimals;
        converted(FactColumn::Kind::number, own_.numbers.data());
        return true;
    }

    bool days() {
        if (column_.format.kind == Kind::day && in_place()) {
            stand(FactColumn::Kind::day, column_.array->buffers[1]);
            return true;
        }
        auto found = column_.format.kind == Kind::null ? std::vector<std::int32_t>(static_cast<std::size_t>(column_.count)) : days_of(column_, faults_);
        if (!found) return false;
        own_.days = std::move(*found);
        converted(FactColumn::Kind::day, own_.days.data());
        return true;
    }

    bool texts() {
        if (column_.format.kind == Kind::null) return put_together([](std::int64_t) { return std::string_view(); });
        if (column_.schema->dictionary != nullptr) {
            const auto dictionary = Dictionary::of(column_, faults_);
            return dictionary && put_together([&](std::int64_t i) -> std::optional<std::string_view> {
                const auto index = dictionary->index(i, faults_);
                return index ? std::optional(dictionary->values().at(*index)) : std::nullopt;
            });
        }
        const auto texts = Texts::of(column_, faults_);
        if (!texts) return false;
        if (column_.format.bytes != 4 || !in_place() || !is_ready(*texts)) return put_together([&](std::int64_t i) { return std::optional(texts->at(i)); });
        stand(FactColumn::Kind::text, nullptr);
        out_.offsets = static_cast<const std::int32_t*>(column_.array->buffers[1]);
        out_.chars = texts->chars();
        return true;
    }

    // Nothing to check, nothing to change.
    bool is_ready(const Texts& texts) const {
        if (is_ascii(texts.together())) return true;
        for (std::int64_t i = 0; i < column_.count; ++i) {
            if (!column_.matters(i)) continue;
            const std::string_view text = texts.at(i);
            if (!is_ascii(text) && (base::invalid_utf8(text) || base::nfc(text) != text)) return false;
        }
        return true;
    }

    template <class At>
    bool put_together(At at) {
        own_.offsets.assign(1, 0);
        for (std::int64_t i = 0; i < column_.count; ++i) {
            if (column_.matters(i)) {
                const std::optional<std::string_view> text = at(i);
                if (!text) return false;
                if (!add(*text, i)) return false;
            }
            own_.offsets.push_back(static_cast<std::int32_t>(own_.chars.size()));
        }
        converted(FactColumn::Kind::text, nullptr);
        out_.offsets = own_.offsets.data();
        out_.chars = own_.chars.data();
        return true;
    }

    bool add(std::string_view text, std::int64_t i) {
        if (base::invalid_utf8(text)) return faults_.row("arrow-text", column_.row(i), "văn bản không phải là UTF-8", "its text is not UTF-8");
        own_.chars += is_ascii(text) ? std::string(text) : base::nfc(text);
        if (own_.chars.size() <= std::numeric_limits<std::int32_t>::max()) return true;
        return faults_.column("arrow-too-long", "văn bản của cột dài quá 2 GiB", "its texts are longer than 2 GiB", {"hãy chia nhỏ dữ liệu", "use smaller record batches"});
    }

    bool lists() {
        Rows rows{&column_, std::vector<std::int64_t>(static_cast<std::size_t>(column_.count) + 1)};
        own_.elements = std::make_unique<FactColumn>();
        own_.of_elements = std::make_unique<FactBuffers>();
        own_.elements->name = out_.name;
        if (column_.format.kind == Kind::null) return no_lists();
        auto extents = extents_of(column_, faults_);
        if (!extents) return false;
        if (extents->offsets.back() > std::numeric_limits<std::int32_t>::max())
            return faults_.column("arrow-too-long", "danh sách của cột có quá 2^31 phần tử", "its lists have more than 2^31 elements", {"hãy chia nhỏ dữ liệu", "use smaller record batches"});
        rows.offsets = extents->offsets;
        const auto elements = elements_of(column_, *extents, rows, faults_);
        if (!elements || !read_fact(*elements, *type_.element, faults_, *own_.of_elements, *own_.elements)) return false;
        for (std::int64_t each : extents->offsets) own_.offsets.push_back(static_cast<std::int32_t>(each));
        return give_lists();
    }

    bool no_lists() {
        own_.offsets.resize(static_cast<std::size_t>(column_.count) + 1);
        const Column none{column_.schema, column_.array, 0, 0, column_.format, nullptr};
        return read_fact(none, *type_.element, faults_, *own_.of_elements, *own_.elements) && give_lists();
    }

    bool give_lists() {
        converted(FactColumn::Kind::list, nullptr);
        out_.offsets = own_.offsets.data();
        out_.elements = own_.elements.get();
        return true;
    }

    const Column& column_;
    const model::Type& type_;
    Faults& faults_;
    FactBuffers& own_;
    FactColumn& out_;
};

}  // namespace

bool read_fact(const Column& column, const model::Type& type, Faults& faults, FactBuffers& own, FactColumn& out) { return FactReader(column, type, faults, own, out).read(); }

}  // namespace ocop::arrow
