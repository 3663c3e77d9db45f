// What was worked out once for a text, found again by its bytes. Bounded: past `most` entries it begins anew when it is told to make room.
#pragma once

#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace ocop::portfolio {

// Not thread-safe: each thread has its own. Values stay where they are until make_room().
template <class T>
class Interned {
public:
    explicit Interned(std::size_t most = 4096) : most_(most) {}

    T* find(std::string_view key) {
        if (places_.empty()) return nullptr;
        const std::uint64_t wanted = hash(key);
        for (std::size_t at = wanted & mask();; at = (at + 1) & mask()) {
            const std::uint32_t place = places_[at];
            if (place == 0) return nullptr;
            Entry& entry = entries_[place - 1];
            if (entry.hash == wanted && entry.key == key) return &entry.value;
        }
    }

    T& add(std::string_view key, T value) {
        if (2 * (entries_.size() + 1) > places_.size()) grow();
        entries_.push_back({hash(key), std::string(key), std::move(value)});
        place(entries_.size());
        return entries_.back().value;
    }

    void make_room() {
        if (entries_.size() < most_) return;
        entries_.clear();
        places_.assign(places_.size(), 0);
    }

private:
    struct Entry {
        std::uint64_t hash;
        std::string key;
        T value;
    };

    static std::uint64_t hash(std::string_view key) {
        std::uint64_t all = key.size() * 0x9E3779B97F4A7C15U;
        const char* at = key.data();
        std::size_t left = key.size();
        for (; left >= 8; at += 8, left -= 8) all = mix(all, at, 8);
        return left == 0 ? all ^ (all >> 31) : mix(all, at, left);
    }
    static std::uint64_t mix(std::uint64_t all, const char* at, std::size_t size) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, size);
        all = (all ^ bytes) * 0xFF51AFD7ED558CCDU;
        return all ^ (all >> 32);
    }

    std::size_t mask() const { return places_.size() - 1; }
    void place(std::size_t number) {
        std::size_t at = entries_[number - 1].hash & mask();
        while (places_[at] != 0) at = (at + 1) & mask();
        places_[at] = static_cast<std::uint32_t>(number);
    }
    void grow() {
        places_.assign(places_.empty() ? 64 : places_.size() * 2, 0);
        for (std::size_t number = 1; number <= entries_.size(); ++number) place(number);
    }

    std::size_t most_;
    std::deque<Entry> entries_;
    std::vector<std::uint32_t> places_;  // of the entries, counted from 1; 0: free
};

}  // namespace ocop::portfolio
