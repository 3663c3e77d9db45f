// A result line put together from pieces: short ones are copied in whole blocks, over what comes next.
#pragma once

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace ocop::portfolio {

// A piece of text with room behind it, so that it can be read in blocks.
class Fragment {
public:
    static constexpr std::size_t block = 32;

    Fragment() : Fragment(std::string()) {}
    explicit Fragment(std::string text) : size_(text.size()), padded_(std::move(text)) { padded_.resize(size_ + block); }

    const char* data() const { return padded_.data(); }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    bool operator==(const Fragment&) const = default;

private:
    std::size_t size_;
    std::string padded_;
};

// The line of one card after the other.
class Line {
public:
    Line() : room_(1U << 12U) { begin(); }

    void begin() { at_ = room_.data(); }
    void put(const Fragment& piece) { put_padded(piece.data(), piece.size()); }
    // A block can be read from every multiple of its size below `size`.
    void put_padded(const char* from, std::size_t size) {
        make_room(size);
        std::memcpy(at_, from, Fragment::block);
        for (std::size_t done = Fragment::block; done < size; done += Fragment::block) std::memcpy(at_ + done, from + done, Fragment::block);
        at_ += size;
    }
    void put(std::string_view text) {
        make_room(text.size());
        std::memcpy(at_, text.data(), text.size());
        at_ += text.size();
    }
    // A literal.
    template <std::size_t N>
    void put(const char (&text)[N]) {
        make_room(N - 1);
        std::memcpy(at_, text, N - 1);
        at_ += N - 1;
    }
    void take_back(std::size_t bytes) { at_ -= bytes; }

    std::size_t size() const { return static_cast<std::size_t>(at_ - room_.data()); }
    std::string_view text() const { return {room_.data(), size()}; }

private:
    void make_room(std::size_t size) {
        if (static_cast<std::size_t>(room_.data() + room_.size() - at_) < size + Fragment::block) grow(size);
    }
    void grow(std::size_t size) {
        const std::size_t used = this->size();
        room_.resize(2 * (used + size + Fragment::block));
        at_ = room_.data() + used;
    }

    std::vector<char> room_;
    char* at_ = nullptr;
};

}  // namespace ocop::portfolio
