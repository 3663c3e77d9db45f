// Result lines put together from pieces: short ones are copied in whole blocks, over what comes next.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

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

// Grows at its end.
class Line {
public:
    Line() = default;
    Line(Line&& other) noexcept : bytes_(std::move(other.bytes_)), size_(std::exchange(other.size_, 0)), room_(std::exchange(other.room_, 0)) {}
    Line& operator=(Line&& other) noexcept {
        std::swap(bytes_, other.bytes_);
        std::swap(size_, other.size_);
        std::swap(room_, other.room_);
        return *this;
    }

    void put(const Fragment& piece) { put_padded(piece.data(), piece.size()); }
    // A block can be read from every multiple of its size below `size`.
    void put_padded(const char* from, std::size_t size) {
        char* const to = make_room(size);
        std::memcpy(to, from, Fragment::block);
        for (std::size_t done = Fragment::block; done < size; done += Fragment::block) std::memcpy(to + done, from + done, Fragment::block);
        size_ += size;
    }
    void put(std::string_view text) {
        std::copy(text.begin(), text.end(), make_room(text.size()));
        size_ += text.size();
    }
    // A literal.
    template <std::size_t N>
    void put(const char (&text)[N]) {
        std::memcpy(make_room(N - 1), text, N - 1);
        size_ += N - 1;
    }
    void cut(std::size_t size) { size_ = size; }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    std::string_view text() const { return {bytes_.get(), size_}; }
    void reserve(std::size_t size) {
        if (size <= room_) return;
        auto larger = std::make_unique_for_overwrite<char[]>(size);
        std::copy_n(bytes_.get(), size_, larger.get());
        bytes_ = std::move(larger);
        room_ = size;
    }

private:
    char* make_room(std::size_t size) {
        if (room_ - size_ < size + Fragment::block) reserve(2 * (size_ + size + Fragment::block));
        return bytes_.get() + size_;
    }

    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0, room_ = 0;
};

}  // namespace ocop::portfolio
