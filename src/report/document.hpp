// A report as data: blocks one after the other, in the words of one language. It knows nothing of what it tells about;
// `render.hpp` makes plain text, Markdown and HTML of it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <ocop/number.hpp>

namespace ocop::report {

enum class Tone { plain, strong, good, bad, notice, faint };

// Where something is shown: plain text is kept compact, so that some things are on pages (Markdown, HTML) only, or there
// are told in another way.
enum class Medium { any, lines, pages, none };
constexpr bool on_lines(Medium medium) { return medium == Medium::any || medium == Medium::lines; }
constexpr bool on_pages(Medium medium) { return medium == Medium::any || medium == Medium::pages; }

struct Cell {
    std::string text;
    Tone tone = Tone::plain;
};

// Rows of cells, one column of which takes the room that the others leave and is wrapped. In plain text, where they leave
// too little, every row becomes a paragraph of its own.
class Table {
public:
    enum class Align { left, right, centre };
    struct Column {
        Align align = Align::left;
        bool wide = false;             // exactly one is
        Medium medium = Medium::any;
        bool below = false;            // plain text tells it in a line under the row, after the column's heading
    };
    // What a row is to those after it.
    enum class Rank { part, section, entry, sum };
    struct Detail {
        std::string text;
        Tone tone = Tone::plain;
        Medium medium = Medium::any;
    };
    struct Row {
        std::vector<Cell> cells;  // one a column
        std::vector<Detail> details;
        Rank rank = Rank::entry;
    };

    explicit Table(std::vector<Column> columns, std::string caption = {}) : caption(std::move(caption)), columns(std::move(columns)) {}
    void row(std::vector<Cell> cells, Rank rank = Rank::entry) { rows.push_back({std::move(cells), {}, rank}); }
    // A line under the last row, in the wide column and to the right end.
    void below(std::string text, Tone tone = Tone::plain, Medium medium = Medium::any) { rows.back().details.push_back({std::move(text), tone, medium}); }

    std::string caption;            // not repeated where the heading above says the same
    std::vector<Column> columns;
    std::vector<std::string> head;  // a text a column, or none
    std::vector<Row> rows;
    Medium medium = Medium::any;
};

// What stands on top: what kind of report it is, of what, and the result in a few words.
struct Lead {
    struct Stars {
        int got = 0, most = 0;
        std::string text;         // "4 trên 5 sao"
    };
    std::string kind;             // "Kết quả phân hạng"
    std::string title;            // the product
    std::string by;               // who makes it, where
    std::optional<Stars> stars;   // a row of them
    std::string result;           // "4 sao · 72,5 điểm"
    Tone tone = Tone::plain;
    std::vector<std::string> of;  // scorecard, rule set
};

struct Heading {
    int level = 2;  // 2 for a section, 3 below it
    std::string text;
};

struct Paragraph {
    std::string text;
    Tone tone = Tone::plain;
    int indent = 0;  // where it is not 0, it belongs to the item before
    Medium medium = Medium::any;
};

// `mark` stands before the first line, the others hang under the text.
struct Item {
    std::string mark;
    std::string text;
    Tone tone = Tone::plain;
    int indent = 0;
};

// An empty line of plain text.
struct Space {};

// A table with a bar in each row.
struct Bars {
    Table table;
    std::vector<std::optional<Number>> shares;  // one a row, of 100
    std::string of;                             // what the bars show: "Đạt so với tối đa"
};

// A value, or a range of it, on neighbouring bands. For pages only.
struct Scale {
    struct Band {
        std::string label;  // "4 ★"
        Number low, high;
        bool here = false;   // the value lies in it
        bool given = false;  // what was given, where that is another one
    };
    std::string caption;
    std::string text;                     // what there is to see, in whole sentences
    std::vector<Band> bands;              // lowest first
    std::vector<std::pair<Number, std::string>> ticks;
    std::optional<Number> low, high;      // one value where they are alike
    std::string value;                    // "72,5"
    std::optional<Number> next;           // where the next band begins
    std::string distance;                 // "+17,5"
};

// Bars one under the other, each of several parts that follow each other. For pages with pictures only: a table beside it has the
// numbers.
struct Stacks {
    struct Kind {
        std::string text;   // "4 ★"
        bool rest = false;  // what is left, drawn without weight
    };
    struct Part {
        std::size_t kind = 0;
        Number share;      // of 100
        std::string text;  // "4 ★: 12 (40%)"
    };
    struct Bar {
        std::string name;
        std::vector<Part> parts;
    };
    std::string caption;
    std::vector<Kind> kinds;  // in the order of their shades, strongest first
    std::vector<Bar> bars;
};

using Block = std::variant<Lead, Heading, Paragraph, Item, Space, Table, Bars, Scale, Stacks>;

class Document {
public:
    void lead(Lead lead) { blocks.push_back(std::move(lead)); }
    void heading(std::string text, int level = 2) { blocks.push_back(Heading{level, std::move(text)}); }
    void paragraph(std::string text, Tone tone = Tone::plain, int indent = 0, Medium medium = Medium::any) {
        blocks.push_back(Paragraph{std::move(text), tone, indent, medium});
    }
    void item(std::string mark, std::string text, Tone tone = Tone::plain, int indent = 0) {
        blocks.push_back(Item{std::move(mark), std::move(text), tone, indent});
    }
    void space() { blocks.push_back(Space{}); }
    void table(Table table) { blocks.push_back(std::move(table)); }
    void bars(Bars bars) { blocks.push_back(std::move(bars)); }
    void scale(Scale scale) { blocks.push_back(std::move(scale)); }
    void stacks(Stacks stacks) { blocks.push_back(std::move(stacks)); }

    std::vector<Block> blocks;
};

}  // namespace ocop::report
