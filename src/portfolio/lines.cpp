// Line ends found by memchr; lines past the limit are read over.
#include "portfolio/lines.hpp"

#include <cstring>

#include "base/limits.hpp"

namespace ocop::portfolio {

LineReader::Line LineReader::taken(std::size_t length, std::size_t with_break) {
    Line line{feed_.text().substr(0, length), skipping_ || length > most_bytes_, with_break > length};
    if (line.too_large) line.text = {};
    feed_.done(with_break);
    searched_ = 0;
    skipping_ = false;
    return line;
}

// What stands behind the last line break.
std::optional<LineReader::Line> LineReader::last() {
    const std::size_t rest = feed_.text().size();
    if (!feed_.ended() || (rest == 0 && !skipping_)) return std::nullopt;
    return taken(rest, rest);
}

std::optional<LineReader::Line> LineReader::next(bool may_wait) {
    while (true) {
        const std::string_view text = feed_.text();
        const void* found = searched_ < text.size() ? std::memchr(text.data() + searched_, '\n', text.size() - searched_) : nullptr;
        if (found != nullptr) {
            const auto length = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
            return taken(length, length + 1);
        }
        searched_ = text.size();
        if (text.size() > most_bytes_) {
            skipping_ = true;
            feed_.done(text.size());
            searched_ = 0;
        }
        if (!feed_.more(may_wait)) return last();
    }
}

Lines::Lines(Feed& feed) : feed_(feed), lines_(feed, base::limits::file_bytes) {}

void Lines::add(LineReader::Line line, Piece& piece) {
    ++line_;
    if (line_ == 1 && line.text.starts_with("\xEF\xBB\xBF")) line.text.remove_prefix(3);
    if (!line.too_large && line.text.find_first_not_of(" \t\r") == std::string_view::npos) return;
    CardText card;
    card.begin = piece.text.size();
    piece.text += line.text;
    card.end = piece.text.size();
    piece.text += '\n';
    card.line = line_;
    card.too_large = line.too_large;
    piece.cards.push_back(std::move(card));
}

std::optional<Piece> Lines::next(bool may_wait) {
    Piece piece;
    piece.text.reserve(Piece::most_bytes + Piece::most_bytes / 8);
    while (!piece.full()) {
        const auto line = lines_.next(may_wait && piece.cards.empty());
        if (!line) break;
        add(*line, piece);
    }
    piece.end = feed_.position();
    piece.text.append(line_padding, '\0');
    return piece.cards.empty() ? std::nullopt : std::optional(std::move(piece));
}

}  // namespace ocop::portfolio
