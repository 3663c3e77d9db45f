// The one file that knows utf8proc.
#include "base/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <vector>

namespace ocop::base {
namespace {

// Calls f(code point) for each code point; stops at invalid bytes and tells their offset.
template <class F>
std::optional<std::size_t> each_code_point(std::string_view text, F&& f) {
    std::size_t at = 0;
    while (at < text.size()) {
        utf8proc_int32_t code = 0;
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
        const auto used = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
        if (used <= 0) return at;
        f(code);
        at += static_cast<std::size_t>(used);
    }
    return std::nullopt;
}

bool is_mark(utf8proc_int32_t code) {
    const auto category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

std::vector<utf8proc_int32_t> code_points(std::string_view text) {
    std::vector<utf8proc_int32_t> codes;
    each_code_point(text, [&](utf8proc_int32_t code) { codes.push_back(code); });
    return codes;
}

std::string mapped(std::string_view text, utf8proc_int32_t (*map)(utf8proc_int32_t)) {
    std::string out;
    out.reserve(text.size());
    each_code_point(text, [&](utf8proc_int32_t code) {
        utf8proc_uint8_t bytes[4];
        const auto used = utf8proc_encode_char(map(code), bytes);
        out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(used));
    });
    return out;
}

// Edits (insert, drop, replace, swap of neighbours) that turn a into b.
std::size_t distance(const std::vector<utf8proc_int32_t>& a, const std::vector<utf8proc_int32_t>& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

}  // namespace

std::optional<std::size_t> invalid_utf8(std::string_view text) {
    return each_code_point(text, [](utf8proc_int32_t) {});
}

std::string nfc(std::string_view text) {
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return std::string(text);
    utf8proc_uint8_t* out = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &out,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (size < 0) return std::string(text);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
    return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
}

std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    const auto bad = each_code_point(text, [&](utf8proc_int32_t code) { count += is_mark(code) ? 0 : 1; });
    return count + (bad ? text.size() - *bad : 0);
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    each_code_point(text, [&](utf8proc_int32_t code) { width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code))); });
    return width;
}

std::string nearest(std::string_view name, std::span<const std::string> candidates) {
    if (name.size() > 200) return {};
    const auto wanted = code_points(name);
    std::size_t best = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    std::string found;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > 200) continue;
        const std::size_t edits = distance(wanted, code_points(candidate));
        if (edits < best) {
            best = edits;
            found = candidate;
        }
    }
    return found;
}

std::string lower(std::string_view text) { return mapped(text, utf8proc_tolower); }
std::string upper(std::string_view text) { return mapped(text, utf8proc_toupper); }

}  // namespace ocop::base
