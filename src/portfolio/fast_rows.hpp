// Rows of wide CSV read by what each column is for the rule set that they name.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/fast_forms.hpp"

namespace ocop::portfolio {

// One a thread, for one header, which outlives it.
class FastRows {
public:
    FastRows(const card::CsvHeader& header, Lookup& rules, Format results);

    const card::CsvHeader& header() const { return header_; }
    // As FastReader::rate.
    bool rate(std::string_view rows, Line& out, Counted& counted);

private:
    // From `rule_set` to `text` a cell is of the whole card: later rows say the same, or nothing.
    enum class What : std::uint8_t { mark, blank, assessor, rule_set, council, id, maker, head, fact, evidence, text };
    struct Column {
        What what = What::blank;
        char after = ',';         // what stands behind the cell
        std::int16_t index = 0;   // of a mark its leaf; slot of a fact; place in FastCard::head
    };
    // What the columns are for one rule set.
    struct Layout {
        Form* form = nullptr;
        Fragment rule_set, council;  // as written
        std::vector<Column> columns;
        bool all_marked = false;     // every criterion has a column
    };
    enum class Read { done, other_layout, declined };

    const Layout* layout_of(std::string_view rows);
    std::unique_ptr<Layout> learn(std::string_view rule_set, std::string_view council);
    Column column(const Form& form, const std::string& name) const;

    Read read(const Layout& layout, std::string_view rows);
    Read read_row(const Layout& layout);
    const char* read_cell(const Layout& layout, std::size_t number, const char* at);
    const char* past(const char* at, char after) const;
    const char* past_same(const char* at, char after, std::string_view text) const;
    bool take(Form& form, const Column& column, std::string_view token, std::uint64_t bits);
    bool take_text(What what, std::string_view token, std::uint64_t bits);
    bool take_assessor(Form& form, std::string_view token);
    bool evidence(Form& form, std::string_view token);

    const card::CsvHeader& header_;
    Forms forms_;
    int id_, rule_set_, council_;  // columns; -1: there is none
    bool usable_ = true;
    std::vector<std::unique_ptr<Layout>> layouts_;
    const Layout* layout_ = nullptr;  // the last one used

    // The card that is being read.
    const char *at_ = nullptr, *end_ = nullptr;
    int sheet_ = 0;           // the row that is being read, from 0
    bool has_sheet_ = false;  // it names an assessor, or has a mark
    FastCard card_;
    std::vector<std::string_view> first_;  // by column: what the first row has there, of cells of the whole card
};

}  // namespace ocop::portfolio
