// A document as GitHub-flavoured Markdown that reads well as it stands: a line a block, marks where HTML has colours.
#include <cstddef>

#include "report/escape.hpp"
#include "report/render.hpp"

namespace ocop::report {
namespace {

std::string blanks(int count) { return std::string(static_cast<std::size_t>(count), ' '); }

std::string painted(const std::string& text, Tone tone) { return tone == Tone::strong && !text.empty() ? "**" + text + "**" : text; }

class Markdown {
public:
    std::string take() { return std::move(out_); }

    void operator()(const Lead& lead) {
        line("# " + for_markdown(lead.title.empty() ? lead.kind : lead.kind + ": " + lead.title));
        std::string stars;
        for (int i = 0; lead.stars && i < lead.stars->most; ++i) stars += i < lead.stars->got ? "★" : "☆";
        line(painted(stars + (stars.empty() ? "" : " ") + for_markdown(lead.result), Tone::strong));
        if (!lead.by.empty()) line(for_markdown(lead.by));
        std::string of;
        for (const std::string& each : lead.of) of += (of.empty() ? "" : " · ") + each;
        if (!of.empty()) line(for_markdown(of));
        heading_ = lead.kind;
    }

    void operator()(const Heading& heading) {
        line(std::string(static_cast<std::size_t>(heading.level), '#') + " " + for_markdown(heading.text));
        heading_ = heading.text;
    }

    // A paragraph of an item stays in it by its indent.
    void operator()(const Paragraph& paragraph) {
        if (!on_pages(paragraph.medium)) return;
        const bool of_item = paragraph.indent > 0 && item_;
        const int indent = of_item ? indent_ : 0;
        line(blanks(indent) + painted(for_markdown(paragraph.text), paragraph.tone));
        item_ = of_item;
    }

    void operator()(const Item& item) {
        const bool numbered = item.mark.ends_with('.');
        const std::string lead = blanks(item.indent) + (numbered ? item.mark + " " : "- " + (item.mark == "•" ? "" : for_markdown(item.mark) + " "));
        if (item_ && out_.ends_with("\n\n")) out_.pop_back();
        line(lead + painted(for_markdown(item.text), item.tone));
        item_ = true;
        indent_ = item.indent + (numbered ? static_cast<int>(item.mark.size()) + 1 : 2);
    }

    void operator()(const Space&) {}

    void operator()(const Table& table) {
        if (!on_pages(table.medium)) return;
        if (!table.caption.empty() && table.caption != heading_) line(painted(for_markdown(table.caption), Tone::strong));
        head(table);
        for (const Table::Row& each : table.rows) row(table, each);
        end_of_block();
    }

    void operator()(const Bars& bars) { (*this)(bars.table); }
    void operator()(const Scale& scale) { line(for_markdown(scale.text)); }
    void operator()(const Stacks&) {}

private:
    void line(const std::string& text) {
        out_ += text + "\n";
        end_of_block();
    }

    void end_of_block() {
        out_ += "\n";
        item_ = false;
    }

    static bool shown(const Table::Column& column) { return on_pages(column.medium); }

    // A table has a head always; an empty one where it needs none.
    void head(const Table& table) {
        std::string names = "|", rule = "|";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (!shown(table.columns[i])) continue;
            names += " " + (table.head.empty() ? std::string() : for_markdown(table.head[i])) + " |";
            const Table::Align align = table.columns[i].align;
            rule += align == Table::Align::left ? " --- |" : align == Table::Align::right ? " ---: |" : " :---: |";
        }
        out_ += names + "\n" + rule + "\n";
    }

    void row(const Table& table, const Table::Row& row) {
        out_ += "|";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (!shown(table.columns[i])) continue;
            const Tone tone = row.rank == Table::Rank::entry ? row.cells[i].tone : Tone::strong;
            out_ += " " + painted(for_markdown(row.cells[i].text), tone);
            if (table.columns[i].wide)
                for (const Table::Detail& each : row.details)
                    if (on_pages(each.medium) && !each.text.empty()) out_ += "<br>" + for_markdown(each.text);
            out_ += " |";
        }
        out_ += "\n";
    }

    std::string out_;
    std::string heading_;
    bool item_ = false;
    int indent_ = 0;
};

}  // namespace

std::string as_markdown(const Document& document) {
    Markdown writer;
    for (const Block& each : document.blocks) std::visit(writer, each);
    std::string out = writer.take();
    while (out.ends_with("\n\n")) out.pop_back();
    return out;
}

}  // namespace ocop::report
