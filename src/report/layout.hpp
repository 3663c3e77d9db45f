// Lines for a terminal or a printer: wrapped at words by display width, in columns, in colour where that is wanted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ocop/report.hpp>

#include "report/document.hpp"

namespace ocop::report {

// Lines of at most `width` columns. A word that is wider is cut; control characters and line breaks become blanks.
std::vector<std::string> wrap(std::string_view text, int width);

// A report as it grows, line by line. No line is wider than the style's width, trailing blanks are cut.
class Page {
public:
    explicit Page(const Style& style);

    void heading(std::string_view text);  // in capitals, after an empty line
    void blank();
    void paragraph(std::string_view text, Tone tone = Tone::plain, int indent = 0);
    // `mark` stands before the first line, the others hang under the text.
    void item(std::string_view mark, std::string_view text, Tone tone = Tone::plain, int indent = 0);
    void table(const Table& table);

    std::string take() { return std::move(out_); }

private:
    void line(std::string_view text);
    std::string painted(std::string_view text, Tone tone) const;
    void row(const Table& table, const Table::Row& row, const std::vector<int>& widths);
    void stacked(const Table& table, const Table::Row& row);

    int width_;
    bool colour_;
    std::string out_;
};

}  // namespace ocop::report
