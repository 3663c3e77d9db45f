// Rows to groups of rows. A scorecard past the limit is read over: all its rows, so that none is rated without the others.
#include "portfolio/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "portfolio/fast_text.hpp"

namespace ocop::portfolio {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t blank_most = 64U << 10U;  // more of nothing ends a scorecard

bool has(std::string_view text, char c) { return std::memchr(text.data(), c, text.size()) != nullptr; }

int line_breaks(std::string_view text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

bool same_id(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty() || a == b) return !a.empty() && a == b;
    return !(is_normal(a) && is_normal(b)) && base::nfc(a) == base::nfc(b);
}

}  // namespace

RowEnds::State RowEnds::step(State state, char c) const {
    switch (state) {
        case State::quoted: return c == '"' ? State::quote : State::quoted;
        case State::quote:
            if (c == '"') return State::quoted;
            break;
        case State::cell:
            if (c == '"') return State::quoted;
            break;
        default: break;
    }
    if (c == separator_) return State::cell;
    return c == '\r' ? State::carriage : State::plain;
}

// Most rows have a carriage return before their line break at most, and no line break in quotes.
std::size_t RowEnds::plain_end(std::string_view text, std::size_t from) const {
    const std::size_t end = text.find('\n', from);
    if (end == npos) return npos;
    std::string_view row = text.substr(from, end - from);
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (has(row, '\r')) return npos;
    // A quote opens where a cell begins, and only there.
    for (std::size_t at = row.find('"'); at != npos; at = row.find('"', at + 1)) {
        if (at > 0 && row[at - 1] != separator_) continue;
        at = row.find('"', at + 1);
        while (at != npos && row.substr(at + 1, 1) == "\"") at = row.find('"', at + 2);
        if (at == npos) return npos;
    }
    return end + 1;
}

std::size_t RowEnds::find(std::string_view text, std::size_t from) {
    if (from >= text.size()) return npos;
    if (!begun_)
        if (const std::size_t end = plain_end(text, from); end != npos) return end;
    begun_ = true;
    const auto ended = [&](std::size_t at) {
        state_ = State::cell;
        begun_ = false;
        return at;
    };
    for (std::size_t i = from; i < text.size(); ++i) {
        if (state_ == State::carriage) return ended(text[i] == '\n' ? i + 1 : i);
        if (text[i] == '\n' && state_ != State::quoted) return ended(i + 1);
        state_ = step(state_, text[i]);
    }
    return npos;
}

RowReader::Row RowReader::taken(std::size_t length, bool whole) {
    Row row{feed_.text().substr(0, length), line_, row_++, skipping_ || length > most_bytes_, whole};
    line_ += lines_before_ + line_breaks(row.text);
    if (skipping_) row.text = begin_;
    feed_.done(length);
    searched_ = 0;
    lines_before_ = 0;
    skipping_ = false;
    return row;
}

void RowReader::skip() {
    const std::string_view text = feed_.text();
    if (!skipping_) begin_ = text.substr(0, base::limits::line_bytes_shown);
    skipping_ = true;
    lines_before_ += line_breaks(text);
    feed_.done(text.size());
    searched_ = 0;
}

std::optional<RowReader::Row> RowReader::next(bool may_wait) {
    while (true) {
        const std::string_view text = feed_.text();
        const std::size_t end = ends_.find(text, searched_);
        if (end != npos) return taken(end, true);
        searched_ = text.size();
        if (text.size() > most_bytes_) skip();
        if (feed_.more(may_wait)) continue;
        if (!feed_.ended() || (feed_.text().empty() && !skipping_)) return std::nullopt;
        return taken(feed_.text().size(), false);
    }
}

std::optional<card::CsvHeader> read_header(Feed& feed, const std::string& name, base::Report& report) {
    if (feed.text().starts_with("\xEF\xBB\xBF")) feed.done(3);
    while (feed.text().find('\n') == npos && feed.text().size() <= base::limits::file_bytes && feed.more()) {}
    RowReader rows(feed, card::csv_separator(feed.text()), base::limits::file_bytes, 1, 1);
    const auto row = rows.next(true);
    const bool too_large = row && row->too_large;
    if (too_large)
        report.error("file-too-large", Place{name, 1, 1, 1, {}},
                     Text{fmt::format("dòng tiêu đề lớn hơn {} byte", base::limits::file_bytes), fmt::format("the header is larger than {} bytes", base::limits::file_bytes)});
    if (!row || too_large) return std::nullopt;
    return card::read_csv_header(std::make_shared<const base::Source>(name, std::string(row->text)), report);
}

Rows::Rows(Feed& feed, const card::CsvHeader& header)
    : feed_(feed), separator_(header.separator), id_column_(header.column("scorecard")),
      rows_(feed, header.separator, base::limits::file_bytes, line_breaks(header.source->text()) + 1, 2) {}

void Rows::close(Piece& piece) {
    if (!group_) return;
    CardText card;
    card.begin = piece.text.size();
    piece.text += group_->text;
    card.end = piece.text.size();
    card.line = group_->line;
    card.row = group_->row;
    card.too_large = group_->too_large;
    card.id = std::move(group_->id);
    piece.cards.push_back(std::move(card));
    group_.reset();
}

// Another row of the same scorecard.
void Rows::join(const RowReader::Row& row) {
    Group& group = *group_;
    group.too_large = group.too_large || row.too_large || group.text.size() + group.blank.size() + row.text.size() > base::limits::file_bytes;
    if (group.too_large) {
        group.text = {};
        group.blank = {};
        return;
    }
    group.text += group.blank;
    group.text += row.text;
    group.blank.clear();
}

void Rows::add(const RowReader::Row& row, Piece& piece) {
    if (!row.too_large && card::is_blank_row(row.text, separator_)) {
        if (group_ && group_->blank.size() + row.text.size() > blank_most) close(piece);
        if (group_ && !group_->too_large) group_->blank += row.text;
        return;
    }
    std::string id = id_column_ < 0 ? std::string() : card::csv_cell(row.text, separator_, id_column_);
    if (group_ && same_id(id, group_->id)) return join(row);
    close(piece);
    group_ = Group{std::move(id), row.too_large ? std::string() : std::string(row.text), {}, row.line, row.row, row.too_large};
}

std::optional<Piece> Rows::next(bool may_wait) {
    Piece piece;
    while (!piece.full()) {
        const auto row = rows_.next(may_wait && piece.cards.empty());
        if (!row && feed_.ended()) close(piece);
        if (!row) break;
        add(*row, piece);
    }
    piece.end = feed_.position();
    piece.text.append(line_padding, '\0');
    return piece.cards.empty() ? std::nullopt : std::optional(std::move(piece));
}

}  // namespace ocop::portfolio
