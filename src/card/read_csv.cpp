// Rows to trees of the shape that YAML cards have; every value keeps the place of its cell.
#include "card/read_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ocop::card {
namespace {

using yaml::Node;

struct Cell {
    std::string text;
    base::Span span;
};

struct Row {
    std::vector<Cell> cells;
    bool closed = true;  // false: a quote that never ends
};

class Reader {
public:
    Reader(const base::SourcePtr& source, base::Report& report) : source_(source), report_(report), text_(source->text()) {
        if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
        const std::string_view first = text_.substr(at_, std::min(text_.find('\n', at_), text_.size()) - at_);
        const auto count = [&](char c) { return std::count(first.begin(), first.end(), c); };
        separator_ = count(';') > count(',') ? ';' : (count('\t') > count(',') ? '\t' : ',');
    }

    std::vector<Written> run() {
        if (const auto bad = base::invalid_utf8(text_)) {
            const auto at = static_cast<std::uint32_t>(*bad);
            error({at, at + 1}, "bad-utf8", {"byte này không phải UTF-8; hãy lưu tệp dạng CSV UTF-8", "this byte is not UTF-8; save the file as CSV UTF-8"});
            return {};
        }
        header_ = row().cells;
        for (Cell& each : header_) each.text = base::nfc(each.text);
        for (int number = 2; at_ < text_.size(); ++number) add(row(), number);
        finish();
        return std::move(out_);
    }

private:
    void error(base::Span span, std::string_view code, Text message) { report_.error(code, source_->place(span), std::move(message), Text{}); }

    Row row() {
        Row out;
        while (true) {
            out.cells.push_back(cell(out.closed));
            if (at_ >= text_.size() || text_[at_] != separator_) break;
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        return out;
    }

    Cell cell(bool& closed) {
        Cell out;
        const std::size_t begin = at_;
        if (at_ < text_.size() && text_[at_] == '"') {
            ++at_;
            for (;; ++at_) {
                if (at_ >= text_.size()) {
                    closed = false;
                    break;
                }
                if (text_[at_] != '"') out.text += text_[at_];
                else if (text_.substr(at_ + 1, 1) == "\"") out.text += text_[at_++];
                else break;
            }
            if (at_ < text_.size()) ++at_;
        }
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') out.text += text_[at_++];
        const auto trimmed = [](std::string text) {
            const auto from = text.find_first_not_of(" \t"), to = text.find_last_not_of(" \t");
            return from == std::string::npos ? std::string() : text.substr(from, to - from + 1);
        };
        out.text = trimmed(std::move(out.text));
        out.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
        return out;
    }

    void add(const Row& row, int number) {
        const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& each) { return each.text.empty(); });
        if (blank) return;
        const base::Span span{row.cells.front().span.begin, row.cells.back().span.end};
        if (!row.closed || row.cells.size() != header_.size()) broken_.insert(id_of(row));
        if (!row.closed)
            return error(span, "csv-quote", {fmt::format("dòng {}: dấu nháy kép không được đóng", number), fmt::format("row {}: a quote is not closed", number)});
        if (row.cells.size() != header_.size())
            return error(span, "csv-ragged", {fmt::format("dòng {} có {} ô, tiêu đề có {} cột", number, row.cells.size(), header_.size()),
                                              fmt::format("row {} has {} cells, the header has {} columns", number, row.cells.size(), header_.size())});
        Node card = map(span), sheet = map(span), marks = map(span), facts = map(span), product = map(span);
        for (std::size_t i = 0; i < row.cells.size(); ++i) place(header_[i], row.cells[i], card, sheet, marks, facts, product);
        const bool marked = std::any_of(marks.entries.begin(), marks.entries.end(), [](const yaml::Entry& each) { return each.value.kind != Node::Kind::null; });
        const bool sheets = marked || sheet.find("assessor") != nullptr;
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

    void put(Node& into, std::string key, base::Span key_span, Node value) const { into.entries.push_back({std::move(key), key_span, source_, std::move(value)}); }

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
            if (value.kind != Node::Kind::null) put(into, std::move(key), column.span, std::move(value));
        };
        if (name.empty() && cell.text.empty()) return;
        if (is_one_of(own)) return keep(card, name, scalar(cell.text, cell.span));
        if (name == "assessor") return keep(sheet, name, scalar(cell.text, cell.span));
        if (is_one_of(of_product)) return keep(product, name, scalar(cell.text, cell.span));
        if (name.rfind("product.", 0) == 0) return keep(product, name.substr(8), scalar(cell.text, cell.span));
        if (name == "evidence") return cell.text.empty() ? void() : put(card, name, column.span, list(cell.text, '|', cell.span));
        if (name.rfind("fact:", 0) == 0) {
            const bool many = cell.text.find('|') != std::string::npos;
            return keep(facts, name.substr(5), many ? list(cell.text, '|', cell.span) : scalar(with_point(cell.text), cell.span));
        }
        const bool several = cell.text.find('+') != std::string::npos;
        put(marks, name, column.span, several ? list(cell.text, '+', cell.span) : scalar(with_point(cell.text), cell.span));
    }

    base::SourcePtr source_;
    base::Report& report_;
    std::string_view text_;
    std::size_t at_ = 0;
    char separator_ = ',';
    std::vector<Cell> header_;
    std::vector<Written> group_, out_;
    std::set<std::string> broken_;  // scorecards that have a row that could not be read
};

}  // namespace

std::vector<Written> read_csv(const base::SourcePtr& source, base::Report& report) { return Reader(source, report).run(); }

}  // namespace ocop::card
