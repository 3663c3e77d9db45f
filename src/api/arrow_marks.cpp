// Marks looked up: numbers as they are, texts once for all rows that have the same.
#include "api/arrow_marks.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "api/arrow_texts.hpp"
#include "base/diagnostics.hpp"

namespace ocop::arrow {
namespace {

using Kind = Format::Kind;

bool is_text(const Column& column) {
    const ArrowSchema* dictionary = column.schema->dictionary;
    return (dictionary == nullptr ? column.format : format_of(dictionary->format)).kind == Kind::text;
}

bool is_code(const Column& column, bool wide) {
    return column.schema->dictionary == nullptr && column.format.kind == Kind::integer && !column.format.has_sign && column.format.bytes == (wide ? 8 : 1);
}

// The number of one mark, asked of the rule set once for each way it is written.
class Lookup {
public:
    Lookup(const Batch& batch, std::size_t criterion, Faults& faults) : batch_(batch), criterion_(criterion), faults_(faults) {}

    std::optional<std::uint64_t> code(std::string_view mark, std::int64_t row) {
        if (const auto known = known_.find(mark); known != known_.end()) return known->second;
        const auto found = mark.size() > longest ? std::nullopt : batch_.code(criterion_, mark);
        if (!found) faults_.row("arrow-mark", row, fmt::format("tiêu chí này không có điểm chấm `{}`", shown(mark)), fmt::format("`{}` is no mark of this criterion", shown(mark)), instead());
        else known_.emplace(mark, *found);
        return found;
    }

private:
    static constexpr std::size_t longest = 10'000;

    // What can be written, one option at a time.
    Text instead() const {
        constexpr std::uint64_t few = 300;
        std::vector<std::string> all;
        for (std::uint64_t code = 1; code < batch_.codes(criterion_) && batch_.codes(criterion_) <= few; ++code)
            if (std::string mark = batch_.mark(criterion_, code); mark.find('+') == std::string::npos) all.push_back(std::move(mark));
        return all.empty() || all.size() > 20 ? Text() : Text{"có thể ghi " + base::one_of(all, Language::vi), "there is " + base::one_of(all)};
    }

    const Batch& batch_;
    std::size_t criterion_;
    Faults& faults_;
    std::unordered_map<std::string_view, std::uint64_t> known_;  // the record batch stays while they are looked up
};

// How to read a value that is not null; nothing where the column's own buffers are at fault.
class MarkReader {
public:
    MarkReader(const Batch& batch, const Marks& marks, const Column& column, Faults& faults) : column_(column), faults_(faults), lookup_(batch, marks.criterion, faults) {}

    bool open() {
        if (column_.schema->dictionary != nullptr) {
            dictionary_ = Dictionary::of(column_, faults_);
            if (dictionary_) of_dictionary_.resize(static_cast<std::size_t>(dictionary_->values().count()));
            return dictionary_.has_value();
        }
        if (column_.format.kind == Kind::text) texts_ = Texts::of(column_, faults_);
        return column_.format.kind != Kind::text || texts_;
    }

    std::optional<std::uint64_t> code(std::int64_t i) {
        if (dictionary_) return in_dictionary(i);
        if (texts_) return lookup_.code(texts_->at(i), column_.row(i));
        return static_cast<std::uint64_t>(column_.integer(i));
    }

private:
    std::optional<std::uint64_t> in_dictionary(std::int64_t i) {
        const auto index = dictionary_->index(i, faults_);
        if (!index) return std::nullopt;
        std::optional<std::uint64_t>& known = of_dictionary_[static_cast<std::size_t>(*index)];
        if (!known) known = dictionary_->values().column().is_null(*index) ? std::optional<std::uint64_t>(0) : lookup_.code(dictionary_->values().at(*index), column_.row(i));
        return known;
    }

    const Column& column_;
    Faults& faults_;
    Lookup lookup_;
    std::optional<Texts> texts_;
    std::optional<Dictionary> dictionary_;
    std::vector<std::optional<std::uint64_t>> of_dictionary_;
};

// Where one criterion's marks go: `count` places a sheet.
class Places {
public:
    Places(bool wide, std::size_t count, std::size_t sheets, MarkBuffer& own) : wide_(wide), count_(count), sheets_(sheets), own_(own) {
        if (wide) own.wide.resize(count * sheets + 1);
        else own.bytes.resize(count * sheets + 1);
    }

    void put(std::int64_t row, std::int64_t sheet, std::uint64_t code) {
        const std::size_t at = static_cast<std::size_t>(sheet) * count_ + static_cast<std::size_t>(row);
        if (wide_) own_.wide[at] = code;
        else own_.bytes[at] = static_cast<std::uint8_t>(code);
    }

    std::vector<batch::MarkColumn> columns() const {
        std::vector<batch::MarkColumn> out;
        for (std::size_t sheet = 0; sheet < sheets_; ++sheet)
            out.push_back(wide_ ? static_cast<const void*>(own_.wide.data() + sheet * count_) : static_cast<const void*>(own_.bytes.data() + sheet * count_));
        return out;
    }

private:
    bool wide_;
    std::size_t count_, sheets_;
    MarkBuffer& own_;
};

}  // namespace

std::optional<std::int64_t> Marks::sheets(std::int64_t row) const {
    if (column.is_null(row)) return std::nullopt;
    const auto at = static_cast<std::size_t>(row);
    return rows.offsets[at + 1] - rows.offsets[at];
}

bool read_marks(const Batch& batch, Faults& faults, Marks& marks) {
    if (marks.by_sheets()) {
        auto extents = extents_of(marks.column, faults);
        if (!extents) return false;
        marks.rows = {&marks.column, extents->offsets};
        marks.elements = elements_of(marks.column, *extents, marks.rows, faults);
        if (!marks.elements) return false;
    }
    const Column& values = marks.by_sheets() ? *marks.elements : marks.column;
    const bool wide = batch.is_wide(marks.criterion);
    if (is_text(values) || is_code(values, wide) || (values.format.kind == Kind::null && values.schema->dictionary == nullptr)) return true;
    const std::string is = described(*marks.column.schema), codes = wide ? "uint64" : "uint8";
    return faults.column("arrow-wrong-type", fmt::format("kiểu là {}; điểm chấm là số {} hoặc utf8, kể cả trong từ điển", is, codes),
                         fmt::format("it is {}; marks are {} numbers, or utf8, also in a dictionary, or lists of these", is, codes));
}

std::optional<std::vector<batch::MarkColumn>> mark_columns(const Batch& batch, const Marks& marks, std::size_t sheets, Faults& faults, MarkBuffer& own) {
    const bool wide = batch.is_wide(marks.criterion);
    const Column& values = marks.by_sheets() ? *marks.elements : marks.column;
    if (!marks.by_sheets() && values.count > 0 && is_code(values, wide) && !values.has_nulls())
        return std::vector<batch::MarkColumn>{wide ? static_cast<const void*>(values.values<std::uint64_t>()) : static_cast<const void*>(values.values<std::uint8_t>())};
    Places places(wide, static_cast<std::size_t>(marks.column.count), sheets, own);
    MarkReader reader(batch, marks, values, faults);
    if (!reader.open()) return std::nullopt;
    for (std::int64_t row = 0; row < marks.column.count; ++row) {
        const std::int64_t from = marks.by_sheets() ? marks.rows.offsets[static_cast<std::size_t>(row)] : row;
        for (std::int64_t sheet = 0; sheet < (marks.by_sheets() ? marks.sheets(row).value_or(0) : 1); ++sheet) {
            if (values.is_null(from + sheet)) continue;
            const auto code = reader.code(from + sheet);
            if (!code) return std::nullopt;
            places.put(row, sheet, *code);
        }
    }
    return places.columns();
}

}  // namespace ocop::arrow
