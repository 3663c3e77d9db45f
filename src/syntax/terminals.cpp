// Words, numbers and quoted text at the front of a condition.
#include "syntax/terminals.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ocop::syntax {
namespace {

constexpr std::array<std::string_view, 16> keywords = {"and", "or", "in", "between", "if", "then", "else", "some", "every",
                                                       "satisfies", "true", "false", "null", "not", "return", "for"};

struct Character {
    utf8proc_int32_t code = -1;
    std::size_t bytes = 0;
};

Character first(std::string_view text) {
    Character found;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &found.code);
    found.bytes = used > 0 ? static_cast<std::size_t>(used) : 0;
    return found;
}

bool is_letter(utf8proc_int32_t code) {
    if (code == '_') return true;
    switch (utf8proc_category(code)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_SO: return true;
        default: return false;
    }
}

bool continues_name(utf8proc_int32_t code) {
    const auto category = utf8proc_category(code);
    return is_letter(code) || category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ND;
}

// One piece of a name, without dots.
std::size_t scan_piece(std::string_view text) {
    Character next = first(text);
    if (next.bytes == 0 || !is_letter(next.code)) return 0;
    std::size_t size = 0;
    while (next.bytes > 0 && continues_name(next.code)) {
        size += next.bytes;
        next = first(text.substr(size));
    }
    return size;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && is_digit(text[size])) ++size;
    return size;
}

bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

std::optional<utf8proc_int32_t> hex(std::string_view digits, std::size_t count) {
    if (digits.size() < count) return std::nullopt;
    utf8proc_int32_t code = 0;
    for (char c : digits.substr(0, count)) {
        if (!is_hex(c)) return std::nullopt;
        code = code * 16 + (is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return code;
}

bool append(std::string& out, utf8proc_int32_t code) {
    if (!utf8proc_codepoint_valid(code)) return false;
    utf8proc_uint8_t bytes[4];
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(utf8proc_encode_char(code, bytes)));
    return true;
}

// Up to four words with `sign` behind them. A keyword is a word only if it stands alone: `a and (b)` calls nothing.
std::size_t scan_words_before(std::string_view text, char sign) {
    std::size_t end = 0;
    bool keyword = false;
    for (int words = 0; words < 4; ++words) {
        const std::size_t piece = scan_identifier(text.substr(end));
        if (piece == 0) return 0;
        keyword = keyword || is_keyword(text.substr(end, piece));
        if (keyword && words > 0) return 0;
        end += piece;
        const std::size_t blank = scan_blank(text.substr(end));
        if (end + blank < text.size() && text[end + blank] == sign) return end;
        if (keyword || blank == 0) return 0;
        end += blank;
    }
    return 0;
}

// Behind `\`: what it stands for; `at` moves past it.
bool escape(std::string_view text, std::size_t& at, std::string& out) {
    if (at >= text.size()) return false;
    const char kind = text[at++];
    switch (kind) {
        case 'n': out += '\n'; return true;
        case 't': out += '\t'; return true;
        case 'r': out += '\r'; return true;
        case '"':
        case '\'':
        case '\\': out += kind; return true;
        case 'U': {
            const auto code = hex(text.substr(at), 6);
            at += 6;
            return code && append(out, *code);
        }
        case 'u': break;
        default: return false;
    }
    auto code = hex(text.substr(at), 4);
    if (!code) return false;
    at += 4;
    if (*code >= 0xD800 && *code < 0xDC00 && text.substr(at, 2) == "\\u") {
        const auto low = hex(text.substr(at + 2), 4);
        if (!low || *low < 0xDC00 || *low > 0xDFFF) return false;
        code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
        at += 6;
    }
    return append(out, *code);
}

}  // namespace

std::size_t scan_blank(std::string_view text) {
    std::size_t at = 0;
    for (;;) {
        const std::string_view rest = text.substr(at);
        if (rest.empty()) return at;
        if (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n' || rest[0] == '\r') {
            ++at;
        } else if (rest.substr(0, 2) == "\xC2\xA0") {
            at += 2;  // a no-break space, as word processors leave them
        } else if (rest.substr(0, 2) == "//") {
            at += std::min(rest.find('\n'), rest.size());
        } else if (rest.substr(0, 2) == "/*" && rest.find("*/", 2) != std::string_view::npos) {
            at += rest.find("*/", 2) + 2;
        } else {
            return at;
        }
    }
}

std::size_t scan_identifier(std::string_view text) {
    std::size_t size = scan_piece(text);
    while (size > 0 && size + 1 < text.size() && text[size] == '.') {
        const std::size_t more = scan_piece(text.substr(size + 1));
        if (more == 0) break;
        size += 1 + more;
    }
    return size;
}

std::size_t scan_quoted_name(std::string_view text) {
    if (text.empty() || text[0] != '\'') return 0;
    const auto end = text.find('\'', 1);
    return end == std::string_view::npos || end == 1 || text.substr(0, end).find('\n') != std::string_view::npos ? 0 : end + 1;
}

std::size_t scan_number(std::string_view text) {
    std::size_t size = digits(text);
    if (size + 1 < text.size() && text[size] == '.' && is_digit(text[size + 1])) size += 1 + digits(text.substr(size + 1));
    return size;
}

std::size_t scan_unit(std::string_view text) {
    if (!text.empty() && text[0] == '%') return 1;
    const std::size_t size = scan_piece(text);
    return is_keyword(text.substr(0, size)) ? 0 : size;
}

std::size_t scan_quantity(std::string_view text) {
    const std::size_t number = scan_number(text);
    return number == 0 ? 0 : number + scan_unit(text.substr(number));
}

std::size_t scan_string(std::string_view text) {
    if (text.empty() || text[0] != '"') return 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '\\') ++at;
        else if (text[at] == '"') return at + 1;
    }
    return 0;
}

std::size_t scan_word(std::string_view text, std::string_view word) {
    return scan_identifier(text) == word.size() && text.substr(0, word.size()) == word ? word.size() : 0;
}

std::size_t scan_function(std::string_view text) {
    const std::size_t end = scan_words_before(text, '(');
    return is_keyword(text.substr(0, end)) && text.substr(0, end) != "not" ? 0 : end;
}

std::size_t scan_parameter(std::string_view text) { return scan_words_before(text, ':'); }

bool is_keyword(std::string_view word) { return std::find(keywords.begin(), keywords.end(), word) != keywords.end(); }

std::string folded(std::string_view words) {
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t piece = scan_identifier(words.substr(at));
        if (piece == 0) break;
        out += (out.empty() ? "" : " ") + std::string(words.substr(at, piece));
        at += piece;
        at += scan_blank(words.substr(at));
    }
    return base::nfc(out);
}

std::optional<std::string> unescaped(std::string_view quoted) {
    const std::string_view text = quoted.substr(1, quoted.size() - 2);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '\\') {
            out += text[at++];
        } else if (!escape(text, ++at, out)) {
            return std::nullopt;
        }
    }
    return out;
}

}  // namespace ocop::syntax
