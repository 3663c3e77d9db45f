// Escapes, and the order of names, for every canonical text of ours.
#include "base/json_text.hpp"

#include <algorithm>

namespace ocop::base {
namespace {

void escape(std::string& out, char c) {
    constexpr std::string_view short_forms = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (std::size_t i = 0; i < short_forms.size(); i += 2)
        if (short_forms[i] == c) {
            out += {'\\', short_forms[i + 1]};
            return;
        }
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20)
        out += c;
    else
        out += {'\\', 'u', '0', '0', digits[byte >> 4U], digits[byte & 15U]};
}

// UTF-8 bytes order as code points do, UTF-16 units nearly so: those beyond the BMP come before U+E000 to U+FFFF.
// Lead bytes F0 and up stand for the former, EE and EF for the latter.
int unit_rank(char c) {
    const int byte = static_cast<unsigned char>(c);
    if (byte >= 0xF0) return byte - 2;
    if (byte >= 0xEE) return byte + 16;
    return byte;
}

}  // namespace

void put_json_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) escape(out, c);
    out += '"';
}

bool before_in_utf16(std::string_view a, std::string_view b) {
    return std::ranges::lexicographical_compare(a, b, {}, unit_rank, unit_rank);
}

}  // namespace ocop::base
