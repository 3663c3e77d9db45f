// Re-reads the source at a scalar's mark to find its end.
#include "yaml/lexeme.hpp"

#include <algorithm>

namespace ocop::yaml {
namespace {

base::Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::optional<std::size_t> closing_double(std::string_view text, std::size_t at) {
    for (; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at;
    }
    return std::nullopt;
}

std::optional<std::size_t> closing_single(std::string_view text, std::size_t at) {
    for (; at < text.size(); ++at) {
        if (text[at] != '\'') continue;
        if (at + 1 == text.size() || text[at + 1] != '\'') return at;
        ++at;
    }
    return std::nullopt;
}

std::optional<Lexeme> quoted_at(std::string_view text, std::size_t at, std::string_view value) {
    const auto close = closing_quote(text, at);
    if (!close) return std::nullopt;
    const bool same = text.substr(at + 1, *close - at - 1) == value;
    return Lexeme{same ? span(at + 1, *close) : span(at, *close + 1), *close + 1, true, same};
}

// Of a text over several lines only the first is marked.
Lexeme first_line_at(std::string_view text, std::size_t at, bool quoted) {
    std::size_t end = end_of_line(text, at);
    while (end > at + 1 && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
    return {span(at, end), end, quoted, false};
}

}  // namespace

std::optional<std::size_t> closing_quote(std::string_view text, std::size_t open) {
    return text[open] == '"' ? closing_double(text, open + 1) : closing_single(text, open + 1);
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at && text[end - 1] == '\r') --end;
    return end;
}

std::size_t start_of_line(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    const std::size_t before = text.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (text[at] == '#')
            at = end_of_line(text, at);
        else if (std::string_view(" \t\r\n").find(text[at]) == std::string_view::npos)
            break;
        else
            ++at;
    }
    return at;
}

bool is_block_header(std::string_view text, std::size_t at) {
    std::string_view rest = text.substr(at + 1, end_of_line(text, at) - at - 1);
    if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) rest.remove_prefix(1);
    const std::size_t word = rest.find_first_not_of(" \t");
    return word == std::string_view::npos || (word > 0 && rest[word] == '#');
}

std::optional<Lexeme> scalar_at(std::string_view text, std::size_t at, std::string_view value) {
    if (at >= text.size()) return Lexeme{span(text.size(), text.size()), text.size(), false, value.empty()};
    if (text[at] == '"' || text[at] == '\'') return quoted_at(text, at, value);
    if (text[at] == '|' || text[at] == '>') return first_line_at(text, at, true);
    if (text.substr(at, value.size()) != value) return first_line_at(text, at, false);
    return Lexeme{span(at, at + value.size()), at + value.size(), false, true};
}

}  // namespace ocop::yaml
