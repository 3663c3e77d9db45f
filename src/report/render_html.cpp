// Documents as one HTML file without script or anything from elsewhere. A heading opens a section, items become a list,
// an indented paragraph stays with its item; every text passes `for_html`.
#include <fmt/format.h>

#include "report/escape.hpp"
#include "report/figures.hpp"
#include "report/render.hpp"

namespace ocop::report {
namespace {

constexpr std::size_t most_columns = 7;  // more of them may be wider than a telephone

std::string tone_class(Tone tone) {
    switch (tone) {
        case Tone::plain: return {};
        case Tone::strong: return "strong";
        case Tone::good: return "good";
        case Tone::bad: return "bad";
        case Tone::notice: return "notice";
        case Tone::faint: return "faint";
    }
    return {};
}

// A number stays with its sign, before or behind it.
std::string shown(const std::string& text) {
    std::string out = for_html(text);
    for (std::size_t at = 0; (at = out.find(" ★", at)) != std::string::npos;) out.replace(at, 1, "&nbsp;");
    for (std::size_t at = 0; (at = out.find("≈ ", at)) != std::string::npos;) out.replace(at, std::string("≈ ").size(), "≈&nbsp;");
    return out;
}

std::string classes(const std::string& a, const std::string& b = {}) {
    if (a.empty() && b.empty()) return {};
    return " class=\"" + a + (a.empty() || b.empty() ? "" : " ") + b + "\"";
}

class Article {
public:
    Article(int number, Language language) : number_(number), vi_(language == Language::vi) {}

    std::string write(const Document& document) {
        out_ = fmt::format("<article class=\"report\" id=\"report-{}\">\n", number_);
        for (const Block& each : document.blocks) std::visit([this](const auto& block) { write(block); }, each);
        close_section();
        return out_ + "</article>\n";
    }

private:
    void write(const Lead& lead) {
        close_section();
        out_ += "<header>\n";
        if (!lead.title.empty()) out_ += "<p class=\"kind\">" + shown(lead.kind) + "</p>\n";
        out_ += "<h1>" + shown(lead.title.empty() ? lead.kind : lead.title) + "</h1>\n";
        if (!lead.by.empty()) out_ += "<p class=\"by\">" + shown(lead.by) + "</p>\n";
        out_ += "<p" + classes("result", tone_class(lead.tone)) + ">";
        if (lead.stars) out_ += star_picture(*lead.stars) + " ";
        out_ += "<strong>" + shown(lead.result) + "</strong></p>\n";
        for (const std::string& each : lead.of) out_ += "<p class=\"of\">" + shown(each) + "</p>\n";
        out_ += "</header>\n";
        heading_ = lead.kind;
    }

    void write(const Heading& heading) {
        if (heading.level <= 2) {
            close_section();
            out_ += "<section>\n";
            in_section_ = true;
        }
        close_list();
        out_ += fmt::format("<h{0}>{1}</h{0}>\n", heading.level, shown(heading.text));
        heading_ = heading.text;
    }

    void write(const Paragraph& paragraph) {
        if (!on_pages(paragraph.medium)) return;
        const bool of_item = in_list_ && paragraph.indent > 0;
        if (!of_item) close_list();
        out_ += "<p" + classes(paragraph.indent > 0 ? "under" : "", tone_class(paragraph.tone)) + ">" + shown(paragraph.text) + "</p>\n";
    }

    void write(const Item& item) {
        const bool numbered = item.mark.ends_with('.');
        if (in_list_ && numbered != numbered_) close_list();
        if (in_list_) out_ += "</li>\n";
        else out_ += numbered ? "<ol class=\"items\">\n" : "<ul class=\"items\">\n";
        in_list_ = true;
        numbered_ = numbered;
        out_ += "<li" + classes(item.indent > 0 ? "sub" : "") + "><span" + classes("mark", tone_class(item.tone)) + ">" + shown(item.mark) + "</span> <span" +
                classes(item.tone == Tone::strong ? "strong" : "") + ">" + shown(item.text) + "</span>\n";
    }

    void write(const Space&) {}

    void write(const Table& table) { this->table(table, nullptr); }
    void write(const Bars& bars) { this->table(bars.table, &bars); }

    void write(const Scale& scale) {
        close_list();
        out_ += "<figure>\n" + scale_picture(scale, fmt::format("scale-{}-{}", number_, ++figures_)) + "\n<figcaption>" + shown(scale.text) + "</figcaption>\n</figure>\n";
    }

    void write(const Stacks& stacks) {
        close_list();
        out_ += "<figure class=\"stacks\">\n<figcaption>" + shown(stacks.caption) + "</figcaption>\n<p class=\"legend\" aria-hidden=\"true\">";
        for (std::size_t i = 0; i < stacks.kinds.size(); ++i) out_ += legend_picture(stacks, i) + " <span>" + shown(stacks.kinds[i].text) + "</span> ";
        out_ += "</p>\n";
        for (const Stacks::Bar& each : stacks.bars) out_ += "<div class=\"stack\"><span>" + shown(each.name) + "</span>" + stack_picture(stacks, each) + "</div>\n";
        out_ += "</figure>\n";
    }

    // ---- tables ----

    static bool is_shown(const Table::Column& column) { return on_pages(column.medium); }

    static std::string column_class(const Table::Column& column) {
        if (column.wide) return "wide";
        if (column.below) return "stack";
        return column.align == Table::Align::right ? "number" : column.align == Table::Align::centre ? "centre" : "";
    }

    std::size_t count(const Table& table) const {
        std::size_t out = 0;
        for (const Table::Column& each : table.columns) out += is_shown(each) ? 1 : 0;
        return out;
    }

    void table(const Table& table, const Bars* bars) {
        if (!on_pages(table.medium)) return;
        close_list();
        const bool wide = count(table) > most_columns;
        if (wide) out_ += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + for_html(table.caption) + "\">\n";
        out_ += "<table" + classes(bars != nullptr ? "bars" : wide ? "matrix" : table.head.empty() ? "pairs" : "") + ">\n";
        const std::string caption = table.caption.empty() ? heading_ : table.caption;
        out_ += "<caption" + classes(caption == heading_ ? "unseen" : "") + ">" + shown(caption) + "</caption>\n";
        head(table, bars);
        out_ += "<tbody>\n";
        for (std::size_t i = 0; i < table.rows.size(); ++i) row(table, i, bars);
        out_ += std::string("</tbody>\n</table>\n") + (wide ? "</div>\n" : "");
    }

    void head(const Table& table, const Bars* bars) {
        if (table.head.empty()) return;
        out_ += "<thead><tr>";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (!is_shown(table.columns[i])) continue;
            out_ += table.head[i].empty() ? "<td></td>" : "<th scope=\"col\"" + classes(column_class(table.columns[i])) + ">" + shown(table.head[i]) + "</th>";
            if (bars != nullptr && table.columns[i].wide) out_ += "<th scope=\"col\" class=\"drawn\">" + shown(bars->of) + "</th>";
        }
        out_ += "</tr></thead>\n";
    }

    void row(const Table& table, std::size_t index, const Bars* bars) {
        const Table::Row& row = table.rows[index];
        const bool group = row.rank == Table::Rank::part || row.rank == Table::Rank::section;
        if (group && index > 0 && bars == nullptr) out_ += "</tbody>\n<tbody>\n";
        out_ += "<tr" + classes(rank_class(row.rank)) + ">";
        bool named = false;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (!is_shown(table.columns[i])) continue;
            const bool names = !named && !row.cells[i].text.empty();
            named = named || names;
            cell(table.columns[i], row.cells[i], names ? (group && bars == nullptr ? "rowgroup" : "row") : "", row);
            if (bars != nullptr && table.columns[i].wide) bar(bars->shares[index]);
        }
        out_ += "</tr>\n";
    }

    static std::string rank_class(Table::Rank rank) {
        switch (rank) {
            case Table::Rank::part: return "part";
            case Table::Rank::section: return "section";
            case Table::Rank::sum: return "sum";
            case Table::Rank::entry: break;
        }
        return {};
    }

    void cell(const Table::Column& column, const Cell& cell, const std::string& scope, const Table::Row& row) {
        const std::string name = scope.empty() ? "td" : "th";
        out_ += "<" + name + (scope.empty() ? "" : " scope=\"" + scope + "\"") + classes(column_class(column), tone_class(cell.tone)) + ">" + shown(cell.text);
        if (column.wide)
            for (const Table::Detail& each : row.details)
                if (on_pages(each.medium) && !each.text.empty()) out_ += "<span" + classes("detail", tone_class(each.tone)) + ">" + shown(each.text) + "</span>";
        out_ += "</" + name + ">";
    }

    void bar(const std::optional<Number>& share) {
        out_ += "<td class=\"drawn\">" + (share ? bar_picture(*share, percent(*share)) : std::string()) + "</td>";
    }

    std::string percent(const Number& share) const {
        std::string out = share.rounded(1);
        if (vi_)
            for (char& c : out) c = c == '.' ? ',' : c;
        return out + "%";
    }

    // ---- what is open ----

    void close_list() {
        if (in_list_) out_ += numbered_ ? "</li>\n</ol>\n" : "</li>\n</ul>\n";
        in_list_ = false;
    }

    void close_section() {
        close_list();
        if (in_section_) out_ += "</section>\n";
        in_section_ = false;
    }

    int number_;
    bool vi_;
    int figures_ = 0;
    std::string out_;
    std::string heading_;
    bool in_section_ = false, in_list_ = false, numbered_ = false;
};

const Lead* lead_of(const Document& document) {
    for (const Block& each : document.blocks)
        if (const auto* lead = std::get_if<Lead>(&each)) return lead;
    return nullptr;
}

std::string title(std::span<const Document> documents) {
    const Lead* lead = documents.empty() ? nullptr : lead_of(documents.front());
    if (lead == nullptr) return "OCOP";
    if (documents.size() > 1) return fmt::format("{} ({})", lead->kind, documents.size());
    return (lead->title.empty() ? lead->kind : lead->title) + " — " + lead->result;
}

std::string contents(std::span<const Document> documents, Language language) {
    const char* name = language == Language::vi ? "Các báo cáo trong tệp này" : "The reports in this file";
    std::string out = fmt::format("<nav class=\"contents\" aria-label=\"{0}\">\n<p class=\"kind\">{0}</p>\n<ol>\n", name);
    int number = 0;
    for (const Document& each : documents) {
        const Lead* lead = lead_of(each);
        ++number;
        if (lead == nullptr) continue;
        out += fmt::format("<li><a href=\"#report-{}\">{}</a> <strong>{}</strong> <span class=\"of\">{}</span></li>\n", number,
                           for_html(lead->title.empty() ? lead->kind : lead->title), for_html(lead->result), for_html(lead->of.empty() ? "" : lead->of.front()));
    }
    return out + "</ol>\n</nav>\n";
}

}  // namespace

std::string as_html(std::span<const Document> documents, Language language) {
    std::string out = fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                                  "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
                                  language == Language::vi ? "vi" : "en", for_html(title(documents)), style_sheet);
    if (documents.size() > 1) out += contents(documents, language);
    out += "<main>\n";
    int number = 0;
    for (const Document& each : documents) out += Article(++number, language).write(each);
    return out + "</main>\n</body>\n</html>\n";
}

}  // namespace ocop::report
