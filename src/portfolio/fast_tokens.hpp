// The bytes of a line of JSON, eight at a time: where a text or a word ends, and tables by what stands there. Behind the line stands
// a byte that no token goes past, and memory that may be read.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "portfolio/fast_line.hpp"
#include "portfolio/piece.hpp"

namespace ocop::portfolio {

inline std::uint64_t eight(const char* at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    if constexpr (std::endian::native == std::endian::big) {
        std::uint64_t turned = 0;
        for (int i = 0; i < 8; ++i) turned |= (bytes >> (8 * i) & 0xFF) << (8 * (7 - i));
        return turned;
    }
    return bytes;
}

namespace bytes {

inline constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;

// The high bit of each byte that is 0, or is below `than`; wrong only in bytes behind the first that is right.
inline std::uint64_t zero(std::uint64_t v) { return (v - ones) & ~v & highs; }
inline std::uint64_t equal(std::uint64_t v, unsigned char c) { return zero(v ^ (ones * c)); }
inline std::uint64_t below(std::uint64_t v, unsigned char than) { return (v - ones * than) & ~v & highs; }
inline int first(std::uint64_t marks) { return std::countr_zero(marks) / 8; }

}  // namespace bytes

// From behind the opening quote to the first quote, backslash or control character. `all` takes in the bits of all bytes before it
// and of some behind.
inline const char* end_of_text(const char* at, std::uint64_t& all) {
    while (true) {
        const std::uint64_t v = eight(at);
        all |= v;
        const std::uint64_t found = bytes::equal(v, '"') | bytes::equal(v, '\\') | bytes::below(v, 0x20);
        if (found != 0) return at + bytes::first(found);
        at += 8;
    }
}
inline const char* end_of_text(const char* at) {
    std::uint64_t all = 0;
    return end_of_text(at, all);
}

// To the first blank, comma or closing bracket.
inline const char* end_of_word(const char* at) {
    while (true) {
        const std::uint64_t v = eight(at);
        const std::uint64_t found = bytes::equal(v, ',') | bytes::equal(v, '}') | bytes::equal(v, ']') | bytes::below(v, 0x21);
        if (found != 0) return at + bytes::first(found);
        at += 8;
    }
}

// Up to eight bytes as a number. Tokens hold no zero, so two of them are never the same number.
inline std::uint64_t short_token(const char* at, std::size_t size) {
    const std::uint64_t v = eight(at);
    return size >= 8 ? v : v & ((std::uint64_t{1} << (8 * size)) - 1);
}

// Whether a token is this one.
inline bool is(std::string_view token, const Fragment& other) {
    const std::size_t size = token.size();
    if (size != other.size()) return false;
    std::size_t at = 0;
    for (; at + 8 <= size; at += 8)
        if (eight(token.data() + at) != eight(other.data() + at)) return false;
    const std::size_t rest = size - at;
    return rest == 0 || (eight(token.data() + at) ^ eight(other.data() + at)) << (64 - 8 * rest) == 0;
}

inline std::uint64_t hash_of(std::string_view text) {
    const auto mix = [](std::uint64_t all, std::uint64_t bytes) {
        all = (all ^ bytes) * 0x9E3779B97F4A7C15U;
        return all ^ (all >> 32U);
    };
    std::uint64_t all = text.size();
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left >= 8; at += 8, left -= 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, 8);
        all = mix(all, bytes);
    }
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, left);
    return mix(all, bytes);
}

// For tables by text.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return static_cast<std::size_t>(hash_of(text)); }
};

// What stands for a number. Entries stay where they are until clear().
template <class V>
class NumberTable {
public:
    V* find(std::uint64_t key) const { return slots_.empty() ? nullptr : slots_[place(key)].second; }
    V& add(std::uint64_t key, V value) {
        V& added = values_.emplace_back(std::move(value));
        if (2 * values_.size() > slots_.size()) grow();
        slots_[place(key)] = {key, &added};
        return added;
    }
    std::size_t size() const { return values_.size(); }
    void clear() { *this = NumberTable(); }

private:
    using Slot = std::pair<std::uint64_t, V*>;

    std::size_t place(std::uint64_t key) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 32U) & mask;
        while (slots_[at].second != nullptr && slots_[at].first != key) at = (at + 1) & mask;
        return at;
    }
    void grow() {
        std::vector<Slot> old(std::max<std::size_t>(16, 2 * slots_.size()));
        old.swap(slots_);
        for (const Slot& each : old)
            if (each.second != nullptr) slots_[place(each.first)] = each;
    }

    std::deque<V> values_;
    std::vector<Slot> slots_;
};

// What stands for a token, likewise.
template <class V>
class TokenTable {
public:
    // Eight bytes can be read from where the token begins.
    V* find(std::string_view token) {
        if (token.size() <= 8) return short_.find(short_token(token.data(), token.size()));
        const auto found = long_.find(token);
        return found == long_.end() ? nullptr : &found->second;
    }
    V& add(std::string_view token, V value) {
        if (token.size() > 8) return long_.emplace(std::string(token), std::move(value)).first->second;
        char padded[8] = {};
        std::memcpy(padded, token.data(), token.size());
        return short_.add(eight(padded), std::move(value));
    }
    std::size_t size() const { return short_.size() + long_.size(); }

private:
    NumberTable<V> short_;
    std::unordered_map<std::string, V, TextHash, std::equal_to<>> long_;
};

}  // namespace ocop::portfolio
