// Characters below U+0300 and U+1E80 to U+1EFF, which Vietnamese is written with, are in normal form in any order: no character among
// them is joined to the one before it. Others are asked about in general.
#include "portfolio/fast_text.hpp"

#include <simdjson.h>

#include <array>
#include <cstring>

#include "base/text.hpp"

namespace ocop::portfolio {
namespace {

constexpr std::size_t step = 16, most_bytes = 160;

// Only such characters, well formed. Every byte is looked at with the two before it, without a branch; zeros stand around the text,
// so what is begun has to be ended.
bool is_plain(std::string_view text) {
    if (text.size() > most_bytes) return false;
    std::array<unsigned char, 2 + most_bytes + 2 * step> bytes{};
    std::memcpy(bytes.data() + 2, text.data(), text.size());
    const auto check = [](unsigned char now, unsigned char one, unsigned char two) {
        const bool follows = (now & 0xC0U) == 0x80U;
        const bool should = (static_cast<unsigned char>(one - 0xC2U) <= 0x09U) | (one == 0xE1U) | (two == 0xE1U);
        const bool other = (now >= 0xC0U) & (static_cast<unsigned char>(now - 0xC2U) > 0x09U) & (now != 0xE1U);
        const bool not_latin = (one == 0xE1U) & ((now | 1U) != 0xBBU);
        return static_cast<unsigned char>((follows != should) | other | not_latin);
    };
    unsigned char wrong = 0;
    for (std::size_t at = 0; at < text.size() + 2; at += step)
        for (std::size_t i = at + 2; i < at + 2 + step; ++i) wrong = static_cast<unsigned char>(wrong | check(bytes[i], bytes[i - 1], bytes[i - 2]));
    return wrong == 0;
}

}  // namespace

bool is_valid(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

bool is_normal(std::string_view text) { return text.empty() || is_plain(text) || (is_valid(text) && base::nfc(text) == text); }

}  // namespace ocop::portfolio
