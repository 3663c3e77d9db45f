// Rows to trees of the shape that YAML cards have; every value keeps the place of its cell.
#include "card/read_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ocop::card {
namespace {

using yaml::Node;

using Cell = CsvCell;

struct Row {
    std::vector<Cell> cells;
    bool closed = true;  // false: a quote that never ends
};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Takes rows and cells off a text, one after the other.
class Scanner {
public:
    Scanner(std::string_view text, char separator, std::size_t at) : text_(text), separator_(separator), at_(at) {}

    bool at_end() const { return at_ >= text_.size(); }
    std::size_t at() const { return at_; }

    Row row() {
        Row out;
        do out.cells.push_back(cell(out.closed));
        while (another());
        if (!at_end() && text_[at_] == '\r') ++at_;
        if (!at_end() && text_[at_] == '\n') ++at_;
        return out;
    }

    Cell cell(bool& closed) {
        Cell out;
        const std::size_t begin = at_;
        if (!at_end() && text_[at_] == '"') {
            ++at_;
            while (true) {
                const std::size_t quote = std::min(text_.find('"', at_), text_.size());
                out.text += text_.substr(at_, quote - at_);
                at_ = quote;
                if (text_.substr(quote, 2) != "\"\"") break;
                out.text += '"';
                at_ += 2;
            }
            closed = closed && !at_end();
            if (!at_end()) ++at_;
        }
        const std::size_t plain = at_;
        while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
        out.text += text_.substr(plain, at_ - plain);
        const auto trimmed = [](std::string text) {
            const auto from = text.find_first_not_of(" \t"), to = text.find_last_not_of(" \t");
            return from == std::string::npos ? std::string() : text.substr(from, to - from + 1);
        };
        out.text = trimmed(std::move(out.text));
        out.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
        return out;
    }

    // Past the separator, if another cell of this row follows.
    bool another() {
        if (at_end() || text_[at_] != separator_) return false;
        ++at_;
        return true;
    }

private:
    std::string_view text_;
    char separator_;
    std::size_t at_;
};

bool blank(const Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& each) { return each.text.empty(); });
}

class Reader {
public:
    Reader(const CsvHeader& header, const base::SourcePtr& source, base::Report& report) : head_(header), header_(header.columns), source_(source), report_(report) {}

    std::vector<Written> run(std::size_t begin, int first_row) {
        Scanner rows(source_->text(), head_.separator, begin);
        for (int number = first_row; !rows.at_end(); ++number) add(rows.row(), number);
        finish();
        return std::move(out_);
    }

private:
    void error(base::Span span, std::string_view code, Text message) { report_.error(code, source_->place(span), std::move(message), Text{}); }

    void add(const Row& row, int number) {
        if (blank(row)) return;
        const base::Span span{row.cells.front().span.begin, row.cells.back().span.end};
        if (!row.closed || row.cells.size() != header_.size()) broken_.insert(id_of(row));
        if (!row.closed)
            return error(span, "csv-quote", {fmt::format("dòng {}: dấu nháy kép không được đóng", number), fmt::format("row {}: a quote is not closed", number)});
        if (row.cells.size() != header_.size())
            return error(span, "csv-ragged", {fmt::format("dòng {} có {} ô, tiêu đề có {} cột", number, row.cells.size(), header_.size()),
                                              fmt::format("row {} has {} cells, the header has {} columns", number, row.cells.size(), header_.size())});
        Node card = map(span), sheet = map(span), marks = map(span), facts = map(span), product = map(span);
        for (std::size_t i = 0; i < row.cells.size(); ++i) place(header_[i], row.cells[i], card, sheet, marks, facts, product);
        const bool sheets = !marks.entries.empty() || sheet.find("assessor") != nullptr;
        put(sheet, "marks", span, std::move(marks));
        if (!product.entries.empty()) put(card, "product", span, std::move(product));
        if (!facts.entries.empty()) put(card, "facts", span, std::move(facts));
        if (sheets) {
            Node list = map(span);
            list.kind = Node::Kind::list;
            list.items.push_back(std::move(sheet));
            put(card, "sheets", span, std::move(list));
        }
        const Place where = source_->place(span);
        Written made = written(std::move(card), where);
        if (!group_.empty() && group_.front().id != made.id) finish();
        group_.push_back(std::move(made));
    }

    std::string id_of(const Row& row) const {
        for (std::size_t i = 0; i < header_.size() && i < row.cells.size(); ++i)
            if (header_[i].text == "scorecard") return row.cells[i].text;
        return {};
    }

    // Rows of one scorecard stand together and become one card; without all its rows it would be another card.
    void finish() {
        if (!group_.empty() && broken_.count(group_.front().id) > 0) group_.clear();
        for (Written& each : joined(std::move(group_), report_)) out_.push_back(std::move(each));
        group_.clear();
    }

    Node map(base::Span span) const {
        Node node;
        node.kind = Node::Kind::map;
        node.span = span;
        node.source = source_;
        return node;
    }

    Node scalar(std::string text, base::Span span) const {
        Node node = map(span);
        node.kind = text.empty() ? Node::Kind::null : Node::Kind::scalar;
        node.text = base::nfc(text);
        return node;
    }

    void put(Node& into, std::string key, base::Span span, Node value) const { into.entries.push_back({std::move(key), span, source_, std::move(value)}); }

    // What stands under a column has the column's name for its key, there.
    void put(Node& into, std::string key, const Cell& column, Node value) const { into.entries.push_back({std::move(key), column.span, head_.source, std::move(value)}); }

    Node list(const std::string& text, char between, base::Span span) const {
        Node node = map(span);
        node.kind = Node::Kind::list;
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find(between, at), text.size());
            if (end > at) node.items.push_back(scalar(text.substr(at, end - at), span));
            at = end + 1;
        }
        return node;
    }

    // `12,5` in a spreadsheet of this country is 12.5.
    static std::string with_point(std::string text) {
        const bool decimal = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '%'; }) && std::count(text.begin(), text.end(), ',') == 1;
        if (decimal) std::replace(text.begin(), text.end(), ',', '.');
        return text;
    }

    void place(const Cell& column, const Cell& cell, Node& card, Node& sheet, Node& marks, Node& facts, Node& product) const {
        static const std::vector<std::string_view> own = {"scorecard", "rule_set", "level", "filed_on", "assessed_on", "council", "members"};
        static const std::vector<std::string_view> of_product = {"name", "maker", "commune", "district", "province"};
        const std::string& name = column.text;
        const auto is_one_of = [&](const std::vector<std::string_view>& names) { return std::find(names.begin(), names.end(), name) != names.end(); };
        const auto keep = [&](Node& into, std::string key, Node value) {
            if (value.kind != Node::Kind::null) put(into, std::move(key), column, std::move(value));
        };
        if (name.empty() && cell.text.empty()) return;
        if (is_one_of(own)) return keep(card, name, scalar(cell.text, cell.span));
        if (name == "assessor") return keep(sheet, name, scalar(cell.text, cell.span));
        if (is_one_of(of_product)) return keep(product, name, scalar(cell.text, cell.span));
        if (name.rfind("product.", 0) == 0) return keep(product, name.substr(8), scalar(cell.text, cell.span));
        if (name == "evidence") return cell.text.empty() ? void() : put(card, name, column, list(cell.text, '|', cell.span));
        if (name.rfind("fact:", 0) == 0) {
            const bool many = cell.text.find('|') != std::string::npos;
            return keep(facts, name.substr(5), many ? list(cell.text, '|', cell.span) : scalar(with_point(cell.text), cell.span));
        }
        const bool several = cell.text.find('+') != std::string::npos;
        keep(marks, name, several ? list(cell.text, '+', cell.span) : scalar(with_point(cell.text), cell.span));
    }

    const CsvHeader& head_;
    const std::vector<Cell>& header_;
    base::SourcePtr source_;
    base::Report& report_;
    std::vector<Written> group_, out_;
    std::set<std::string> broken_;  // scorecards that have a row that could not be read
};

bool readable(const base::SourcePtr& source, base::Report& report) {
    const auto refuse = [&](std::size_t offset, std::string_view code, Text message) {
        const auto at = static_cast<std::uint32_t>(offset);
        report.error(code, source->place({at, at + 1}), std::move(message), Text{});
        return false;
    };
    if (const auto bad = base::invalid_utf8(source->text()))
        return refuse(*bad, "bad-utf8", {"byte này không phải UTF-8; hãy lưu tệp dạng CSV UTF-8", "this byte is not UTF-8; save the file as CSV UTF-8"});
    if (const auto nul = source->text().find('\0'); nul != std::string_view::npos)
        return refuse(nul, "csv-nul", {"byte NUL không thể có trong CSV; hãy lưu tệp dạng CSV UTF-8", "a NUL byte cannot stand in CSV; save the file as CSV UTF-8"});
    return true;
}

// A name that stands twice would leave open which of the cells counts.
bool told_apart(const CsvHeader& header, base::Report& report) {
    bool fine = true;
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        const CsvCell& column = header.columns[i];
        if (column.text.empty()) continue;
        const auto [first, added] = seen.emplace(column.text, i + 1);
        if (added) continue;
        fine = false;
        report.error("csv-column-twice", header.source->place(column.span),
                     Text{fmt::format("cột `{}` có hai lần: cột thứ {} và thứ {}", column.text, first->second, i + 1),
                          fmt::format("the column `{}` stands twice, as number {} and number {}", column.text, first->second, i + 1)},
                     Text{});
    }
    return fine;
}

}  // namespace

char csv_separator(std::string_view text) {
    const std::string_view first = text.substr(0, text.find('\n'));
    const auto count = [&](char c) { return std::count(first.begin(), first.end(), c); };
    return count(';') > count(',') ? ';' : (count('\t') > count(',') ? '\t' : ',');
}

int CsvHeader::column(std::string_view name) const {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].text == name) return static_cast<int>(i);
    return -1;
}

std::optional<CsvHeader> read_csv_header(const base::SourcePtr& source, base::Report& report) {
    if (!readable(source, report)) return std::nullopt;
    const std::string_view text = source->text();
    const std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    CsvHeader out;
    out.source = source;
    out.separator = csv_separator(text.substr(begin));
    Scanner scanner(text, out.separator, begin);
    Row names = scanner.row();
    if (!names.closed) {
        report.error("csv-quote", source->place(names.cells.back().span), Text{"dòng 1: dấu nháy kép không được đóng", "row 1: a quote is not closed"}, Text{});
        return std::nullopt;
    }
    out.columns = std::move(names.cells);
    out.end = scanner.at();
    for (CsvCell& each : out.columns) each.text = base::nfc(each.text);
    if (!told_apart(out, report)) return std::nullopt;
    return out;
}

std::vector<Written> read_csv_rows(const CsvHeader& header, const base::SourcePtr& rows, int first_row, base::Report& report) {
    if (!readable(rows, report)) return {};
    return Reader(header, rows, report).run(rows == header.source ? header.end : 0, first_row);
}

std::vector<Written> read_csv(const base::SourcePtr& source, base::Report& report) {
    const auto header = read_csv_header(source, report);
    return header ? read_csv_rows(*header, source, 2, report) : std::vector<Written>();
}

std::string csv_cell(std::string_view row, char separator, int column) {
    Scanner scanner(row, separator, 0);
    bool closed = true;
    for (int i = 0;; ++i) {
        CsvCell cell = scanner.cell(closed);
        if (i == column) return std::move(cell.text);
        if (!scanner.another()) return {};
    }
}

bool is_blank_row(std::string_view row, char separator) {
    const auto may_be_blank = [&](char c) { return c == separator || c == ' ' || c == '\t' || c == '"' || c == '\r' || c == '\n'; };
    return std::all_of(row.begin(), row.end(), may_be_blank) && blank(Scanner(row, separator, 0).row());
}

}  // namespace ocop::card
