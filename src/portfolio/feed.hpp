// A source of bytes read ahead in large blocks: what was read and is not yet done with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string_view>
#include <vector>

#include <ocop/portfolio.hpp>

namespace ocop::portfolio {

class Feed {
public:
    explicit Feed(const Read& read) : read_(read) {}

    // Stays where it is until more() is called.
    std::string_view text() const { return {buffer_.data() + begin_, end_ - begin_}; }
    // Reads on; false where nothing was added. Without `may_wait` it does not ask a source that had less to give than was wanted
    // when it was asked last: it may have no more at the moment.
    bool more(bool may_wait = true);
    void done(std::size_t bytes) { begin_ += bytes; }

    std::uint64_t position() const { return before_ + begin_; }  // in the source, of the text's begin
    bool ended() const { return ended_; }                        // there is no more to come
    std::exception_ptr failure() const { return failure_; }      // what the source threw; it is not asked again

private:
    void make_room();

    const Read& read_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0, end_ = 0;
    std::uint64_t before_ = 0;  // bytes of the source before the buffer
    bool short_of_bytes_ = false, ended_ = false;
    std::exception_ptr failure_;
};

}  // namespace ocop::portfolio
