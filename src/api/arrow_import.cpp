// A record batch as the columns that Batch takes: each child is the marks of a criterion, a fact, or a name that is left alone.
#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "api/arrow_facts.hpp"
#include "api/arrow_marks.hpp"
#include "api/arrow_taken.hpp"
#include "api/state.hpp"
#include "base/diagnostics.hpp"
#include "base/limits.hpp"

namespace ocop::batch {

// Columns point into the record batch, into what was converted, and to names of the rule set.
struct Imported::State {
    State(const Batch& by, arrow::Taken<ArrowArray> from) : batch(by), array(std::move(from)) {}

    Batch batch;
    arrow::Taken<ArrowArray> array;
    std::deque<arrow::FactBuffers> fact_buffers;
    std::deque<arrow::MarkBuffer> mark_buffers;
    std::vector<std::uint64_t> no_marks;
    std::vector<MarkColumn> marks;
    std::vector<std::uint16_t> sheets_of;
    std::vector<FactColumn> facts;
    Cards cards;
};

namespace {

using arrow::Faults;
using arrow::Format;
using arrow::Marks;

constexpr std::int64_t most_rows = std::int64_t{1} << 40;

class Import {
public:
    Import(Imported::State& to, const ArrowSchema& schema, Diagnostics& diagnostics)
        : to_(to), batch_(to.batch), schema_(schema), array_(*to.array), diagnostics_(diagnostics), whole_(diagnostics, {}), facts_(batch_.rules().state().program->rules->facts) {}

    bool run() {
        if (!is_record_batch() || !columns_hold_marks()) return false;
        bool sound = true;
        for (std::int64_t i = 0; i < schema_.n_children; ++i) sound = take(schema_.children[i], array_.children[i]) && sound;
        return sound && sheets_agree() && fill_in_marks() && give();
    }

private:
    bool is_record_batch() {
        const auto malformed = [&](const char* vi, const char* en) { return whole_.batch("arrow-malformed", vi, en); };
        if (schema_.format == nullptr || std::string_view(schema_.format) != "+s") {
            const std::string is = arrow::described(schema_);
            return whole_.batch("arrow-wrong-type", "dữ liệu phải là một bảng (struct), không phải " + is, "a record batch is a struct, this is " + is);
        }
        if (array_.length < 0 || array_.length > most_rows || array_.offset < 0 || array_.offset > most_rows) return malformed("độ dài hoặc vị trí của bảng không hợp lệ", "the record batch has a length or an offset that cannot be");
        if (array_.n_buffers != 1 || array_.buffers == nullptr) return malformed("bảng phải có đúng một vùng đệm", "a record batch has one buffer");
        if (schema_.n_children < 0 || schema_.n_children != array_.n_children)
            return whole_.batch("arrow-malformed", fmt::format("lược đồ có {} cột, dữ liệu có {}", schema_.n_children, array_.n_children),
                                fmt::format("the schema has {} columns, the array {}", schema_.n_children, array_.n_children));
        if (schema_.n_children > 0 && (schema_.children == nullptr || array_.children == nullptr)) return malformed("thiếu các cột", "the columns are missing");
        return every_row_is_there();
    }

    bool columns_hold_marks() {
        const auto& leaves = batch_.rules().state().plan()->leaves;
        for (std::size_t i = 0; i < leaves.size(); ++i)
            if (!leaves[i].codes.usable())
                return Faults(diagnostics_, batch_.criterion(i)).column("arrow-mark", "có quá 63 mức có thể chọn cùng lúc", "more than 63 options may be ticked together, which no column of marks holds");
        return true;
    }

    bool every_row_is_there() {
        const arrow::Column rows{&schema_, &array_, array_.offset, array_.length, {}, nullptr};
        for (std::int64_t i = 0; rows.has_nulls() && i < rows.count; ++i)
            if (rows.is_null(i)) return whole_.batch("arrow-null-row", fmt::format("dòng {} bị trống", i), fmt::format("row {} is null", i));
        return true;
    }

    bool take(const ArrowSchema* schema, const ArrowArray* array) {
        const std::string_view name = schema == nullptr || schema->name == nullptr ? "" : schema->name;
        if (name == "scorecard" || name == "rule_set") return true;
        Faults faults(diagnostics_, name);
        const auto criterion = batch_.find(name);
        const auto fact = criterion ? facts_.end() : fact_named(name);
        if (!criterion && fact == facts_.end()) return unknown(faults);
        const auto column = arrow::column_of(schema, array, array_.offset, array_.length, faults);
        if (!column) return false;
        return criterion ? take_marks(*criterion, *column, faults) : take_fact(*fact, *column, faults);
    }

    std::vector<model::Fact>::const_iterator fact_named(std::string_view name) const {
        if (name.starts_with("fact:")) name.remove_prefix(5);
        return std::find_if(facts_.begin(), facts_.end(), [&](const model::Fact& each) { return each.name == name; });
    }

    bool unknown(Faults& faults) {
        std::vector<std::string> names = {"scorecard", "rule_set"};
        for (std::size_t i = 0; i < batch_.criteria(); ++i) names.push_back(batch_.criterion(i));
        for (const model::Fact& each : facts_) names.push_back(each.name);
        const std::string near = base::did_you_mean(arrow::shown(faults.name()), names);
        return faults.column("arrow-column-unknown", "bộ tiêu chí không có tiêu chí hay thông tin nào mang tên này", "the rule set has no criterion and no fact of this name",
                             near.empty() ? Text{"cột là mã tiêu chí, tên thông tin, `scorecard` hoặc `rule_set`", "a column is the id of a criterion, the name of a fact, `scorecard` or `rule_set`"}
                                          : base::suggest(arrow::shown(faults.name()), names));
    }

    bool twice(Faults& faults) { return faults.column("arrow-column-twice", "có hai lần", "it is there twice"); }

    bool take_marks(std::size_t criterion, const arrow::Column& column, Faults& faults) {
        if (std::any_of(marks_.begin(), marks_.end(), [&](const Marks& each) { return each.criterion == criterion; })) return twice(faults);
        Marks& marks = marks_.emplace_back();
        marks.criterion = criterion;
        marks.column = column;
        return arrow::read_marks(batch_, faults, marks);
    }

    bool take_fact(const model::Fact& fact, const arrow::Column& column, Faults& faults) {
        if (std::any_of(to_.facts.begin(), to_.facts.end(), [&](const FactColumn& each) { return each.name == fact.name; })) return twice(faults);
        FactColumn out;
        out.name = fact.name;
        to_.fact_buffers.emplace_back();
        const bool read = arrow::read_fact(column, fact.type, faults, to_.fact_buffers.back(), out);
        to_.facts.push_back(out);
        return read;
    }

    Faults faults_of(const Marks& marks) { return {diagnostics_, batch_.criterion(marks.criterion)}; }

    // Either all criteria have a mark a row, or all have lists, in each row of one length.
    bool sheets_agree() {
        const auto listed = std::find_if(marks_.begin(), marks_.end(), [](const Marks& each) { return each.by_sheets(); });
        if (listed == marks_.end()) return true;
        const std::string& name = batch_.criterion(listed->criterion);
        for (const Marks& each : marks_)
            if (!each.by_sheets() && each.column.format.kind != Format::Kind::null)
                return faults_of(each).column("arrow-sheets", fmt::format("mỗi dòng có một điểm chấm, còn `{}` có danh sách", name), fmt::format("it has a mark a row, `{}` has lists of them", name));
        to_.sheets_of.assign(static_cast<std::size_t>(array_.length), 1);
        for (std::int64_t row = 0; row < array_.length; ++row)
            if (!count_sheets(row)) return false;
        return true;
    }

    bool count_sheets(std::int64_t row) {
        const Marks* first = nullptr;
        std::int64_t count = 0;
        for (const Marks& each : marks_) {
            const std::int64_t here = each.by_sheets() ? each.sheets(row).value_or(0) : 0;
            if (here == 0 || here == count) continue;
            if (here > static_cast<std::int64_t>(base::limits::sheets))
                return faults_of(each).row("arrow-sheets", row, fmt::format("có {} phiếu chấm, nhiều nhất là {}", here, base::limits::sheets), fmt::format("it has marks of {} sheets, at most {} are possible", here, base::limits::sheets));
            if (first != nullptr) {
                const std::string& name = batch_.criterion(first->criterion);
                return faults_of(each).row("arrow-sheets", row, fmt::format("có {} điểm chấm, còn `{}` có {}", here, name, count), fmt::format("it has {} marks, `{}` has {}: a list has one a sheet", here, name, count));
            }
            first = &each;
            count = here;
        }
        to_.sheets_of[static_cast<std::size_t>(row)] = static_cast<std::uint16_t>(std::max<std::int64_t>(count, 1));
        to_.cards.sheets = std::max(to_.cards.sheets, static_cast<std::size_t>(count));
        return true;
    }

    bool fill_in_marks() {
        to_.no_marks.resize(no_marks());
        to_.marks.assign(batch_.criteria() * to_.cards.sheets, to_.no_marks.data());
        bool sound = true;
        for (const Marks& each : marks_) {
            Faults faults = faults_of(each);
            to_.mark_buffers.emplace_back();
            const auto columns = arrow::mark_columns(batch_, each, to_.cards.sheets, faults, to_.mark_buffers.back());
            if (columns) std::copy(columns->begin(), columns->end(), to_.marks.begin() + static_cast<std::ptrdiff_t>(each.criterion * to_.cards.sheets));
            sound = sound && columns;
        }
        if (sound) tell_missing();
        return sound;
    }

    // How many 64-bit numbers hold no mark for each row of a criterion that has no column, be they its bytes or its numbers.
    std::size_t no_marks() const {
        std::vector<bool> given(batch_.criteria());
        for (const Marks& each : marks_) given[each.criterion] = true;
        const auto rows = static_cast<std::size_t>(array_.length);
        std::size_t most = 1;
        for (std::size_t i = 0; i < given.size(); ++i)
            if (!given[i]) most = std::max(most, batch_.is_wide(i) ? rows + 1 : rows / 8 + 1);
        return most;
    }

    void tell_missing() {
        std::string names;
        for (std::size_t i = 0; i < batch_.criteria(); ++i)
            if (std::none_of(marks_.begin(), marks_.end(), [&](const Marks& each) { return each.criterion == i; })) names += fmt::format("{}`{}`", names.empty() ? "" : ", ", batch_.criterion(i));
        if (!names.empty()) whole_.warn("arrow-column-missing", "không có cột cho tiêu chí " + names + ": chưa hồ sơ nào có điểm chấm ở đó", "there is no column for " + names + ": no card has a mark there");
    }

    bool give() {
        to_.cards.count = static_cast<std::size_t>(array_.length);
        to_.cards.sheets_of = to_.sheets_of.empty() ? nullptr : to_.sheets_of.data();
        to_.cards.marks = to_.marks;
        to_.cards.facts = to_.facts;
        return true;
    }

    Imported::State& to_;
    const Batch& batch_;
    const ArrowSchema& schema_;
    const ArrowArray& array_;
    Diagnostics& diagnostics_;
    Faults whole_;
    const std::vector<model::Fact>& facts_;
    std::deque<Marks> marks_;
};

}  // namespace

Imported Imported::from_arrow(const Batch& batch, ArrowSchema* schema, ArrowArray* array, Diagnostics& diagnostics) {
    const arrow::Taken<ArrowSchema> described(schema);
    arrow::Taken<ArrowArray> held(array);
    Imported out;
    if (!described.is_there() || !held.is_there()) {
        Faults(diagnostics, {}).batch("arrow-malformed", "bảng dữ liệu đã được lấy đi hoặc giải phóng", "the record batch was moved away or released");
        return out;
    }
    auto state = std::make_shared<State>(batch, std::move(held));
    if (Import(*state, *described, diagnostics).run()) out.state_ = std::move(state);
    return out;
}

const Cards& Imported::cards() const {
    static const Cards none;
    return state_ == nullptr ? none : state_->cards;
}

}  // namespace ocop::batch
