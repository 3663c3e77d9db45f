// Blocks in, one text out.
#include "portfolio/feed.hpp"

#include <cstring>

namespace ocop::portfolio {
namespace {

constexpr std::size_t block = 1U << 20U;

}  // namespace

// What is not done with moves to the front: less than one card as a rule.
void Feed::make_room() {
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        before_ += begin_;
        begin_ = 0;
    }
    if (end_ == 0 && buffer_.size() > 4 * block) buffer_ = std::vector<char>(block);  // after a very large card
    if (buffer_.size() < end_ + block) buffer_.resize(end_ + block);
}

bool Feed::more(bool may_wait) {
    if (ended_ || failure_ != nullptr || (short_of_bytes_ && !may_wait)) return false;
    make_room();
    std::size_t got = 0;
    try {
        got = read_(buffer_.data() + end_, block);
    } catch (...) {
        failure_ = std::current_exception();
        return false;
    }
    end_ += got;
    ended_ = got == 0;
    short_of_bytes_ = got < block;
    return got > 0;
}

}  // namespace ocop::portfolio
