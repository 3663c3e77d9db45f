// Wrapping, tables and colours.
#include "report/layout.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "report/escape.hpp"

namespace ocop::report {
namespace {

int columns(std::string_view text) { return static_cast<int>(base::display_width(text)); }

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The bytes of the first character.
std::size_t first_character(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && continues(text[end])) ++end;
    return end;
}

// The longest beginning that fits, at least one character.
std::string_view fitting(std::string_view word, int width) {
    std::size_t end = first_character(word);
    while (end < word.size()) {
        const std::size_t next = end + first_character(word.substr(end));
        if (columns(word.substr(0, next)) > width) break;
        end = next;
    }
    return word.substr(0, end);
}

class Wrapper {
public:
    explicit Wrapper(int width) : width_(std::max(1, width)) {}

    void word(std::string_view word) {
        const int needed = columns(word);
        if (!line_.empty() && columns(line_) + 1 + needed > width_) finish();
        if (!line_.empty()) line_ += ' ';
        while (columns(word) > width_) {
            const std::string_view head = fitting(word, width_);
            lines_.emplace_back(head);
            word.remove_prefix(head.size());
        }
        line_ += word;
    }

    std::vector<std::string> take() {
        if (!line_.empty() || lines_.empty()) finish();
        return std::move(lines_);
    }

private:
    void finish() {
        lines_.push_back(std::move(line_));
        line_.clear();
    }

    int width_;
    std::string line_;
    std::vector<std::string> lines_;
};

const char* escape(Tone tone) {
    switch (tone) {
        case Tone::plain: return "";
        case Tone::strong: return "\x1b[1m";
        case Tone::good: return "\x1b[32m";
        case Tone::bad: return "\x1b[31m";
        case Tone::notice: return "\x1b[33m";
        case Tone::faint: return "\x1b[2m";
    }
    return "";
}

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(0, count)), ' '); }

constexpr int gap = 2;               // between columns
constexpr int least_wide = 20;       // of the column that is wrapped
constexpr int detail_indent = 2;

std::size_t wide_column(const Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].wide) return i;
    return 0;
}

// A row as lines have it: what belongs below it as its details, nothing that is for pages only, nothing that drives a terminal.
Table::Row for_lines(const Table& table, const Table::Row& row) {
    Table::Row out;
    out.rank = row.rank;
    for (const Table::Detail& each : row.details)
        if (on_lines(each.medium)) out.details.push_back(each);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Table::Column& column = table.columns[i];
        if (!on_lines(column.medium)) continue;
        Cell cell{without_controls(row.cells[i].text), row.cells[i].tone};
        if (!column.below) out.cells.push_back(std::move(cell));
        else if (!cell.text.empty()) out.details.push_back({table.head[i] + ": " + cell.text, cell.tone});
    }
    return out;
}

// The columns' heads become the first row.
Table for_lines(const Table& table) {
    std::vector<Table::Column> columns;
    std::vector<Cell> head;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Table::Column& column = table.columns[i];
        if (!on_lines(column.medium) || column.below) continue;
        columns.push_back(column);
        if (!table.head.empty()) head.push_back({without_controls(table.head[i]), Tone::faint});
    }
    Table out(std::move(columns));
    if (!head.empty()) out.row(std::move(head));
    for (const Table::Row& row : table.rows) out.rows.push_back(for_lines(table, row));
    return out;
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, int width) {
    const std::string clean = without_controls(text);
    Wrapper wrapper(width);
    std::size_t at = 0;
    while ((at = clean.find_first_not_of(' ', at)) != std::string::npos) {
        const std::size_t end = std::min(clean.find(' ', at), clean.size());
        wrapper.word(std::string_view(clean).substr(at, end - at));
        at = end;
    }
    return wrapper.take();
}

Page::Page(const Style& style) : width_(std::max(40, style.width)), colour_(style.colour) {}

std::string Page::painted(std::string_view text, Tone tone) const {
    if (!colour_ || tone == Tone::plain || text.empty()) return std::string(text);
    return std::string(escape(tone)) + std::string(text) + "\x1b[0m";
}

void Page::line(std::string_view text) {
    const std::size_t last = text.find_last_not_of(' ');
    out_ += last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
    out_ += '\n';
}

void Page::blank() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

void Page::heading(std::string_view text) {
    blank();
    for (const std::string& each : wrap(base::upper(text), width_)) line(painted(each, Tone::strong));
}

void Page::paragraph(std::string_view text, Tone tone, int indent) {
    for (const std::string& each : wrap(text, width_ - indent)) line(blanks(indent) + painted(each, tone));
}

void Page::item(std::string_view mark, std::string_view text, Tone tone, int indent) {
    std::string lead = blanks(indent) + std::string(mark) + " ";
    for (const std::string& each : wrap(text, width_ - columns(lead))) {
        line(lead + painted(each, tone));
        lead = blanks(columns(lead));
    }
}

void Page::table(const Table& given) {
    const Table table = for_lines(given);
    std::vector<int> widths(table.columns.size());
    int room = width_ - gap * (static_cast<int>(widths.size()) - 1);
    const std::size_t wide = wide_column(table);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        for (const Table::Row& row : table.rows) widths[i] = std::max(widths[i], columns(row.cells[i].text));
        if (i != wide) room -= widths[i];
    }
    const bool fits = room >= std::min(least_wide, widths[wide]);
    widths[wide] = std::min(room, widths[wide]);
    for (const Table::Row& row : table.rows) fits ? this->row(table, row, widths) : stacked(table, row);
}

void Page::row(const Table& table, const Table::Row& row, const std::vector<int>& widths) {
    const std::size_t wide = wide_column(table);
    int start = 0;
    for (std::size_t i = 0; i < wide; ++i) start += widths[i] + gap;
    std::vector<std::string> lines = wrap(row.cells[wide].text, widths[wide]);
    for (std::size_t n = 0; n < lines.size(); ++n) {
        std::string text;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (i > 0) text += blanks(gap);
            const std::string cell = i == wide ? lines[n] : (n == 0 ? row.cells[i].text : std::string());
            const std::string fill = blanks(widths[i] - columns(cell));
            const bool right = table.columns[i].align == Table::Align::right;
            text += right ? fill + painted(cell, row.cells[i].tone) : painted(cell, row.cells[i].tone) + fill;
        }
        line(text);
    }
    for (const Table::Detail& detail : row.details) {
        int indent = start;
        for (const std::string& each : wrap(detail.text, width_ - start - detail_indent)) {
            line(blanks(indent) + painted(each, detail.tone));
            indent = start + detail_indent;
        }
    }
}

void Page::stacked(const Table& table, const Table::Row& row) {
    std::string lead, rest;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string& text = row.cells[i].text;
        if (text.empty()) continue;
        const bool before = lead.empty() || table.columns[i].wide;
        std::string& to = before ? lead : rest;
        to += (to.empty() ? "" : (before ? " " : " · ")) + text;
    }
    paragraph(lead, row.cells.front().tone);
    if (!rest.empty()) paragraph(rest, Tone::plain, detail_indent);
    for (const Table::Detail& detail : row.details) paragraph(detail.text, detail.tone, detail_indent);
}

}  // namespace ocop::report
