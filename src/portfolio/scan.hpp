// JSON of one line, token by token, as far as it is plain: strings without escapes, numbers without exponents. Whatever is not plain
// makes it fail, and somebody else reads the line.
#pragma once

#include <cstring>
#include <string_view>

namespace ocop::portfolio {

class Scanner {
public:
    explicit Scanner(std::string_view line) : at_(line.data()), end_(at_ + line.size()) {}

    // Blanks, then this character.
    bool take(char wanted) {
        if (at_ != end_ && *at_ == wanted) return ++at_, true;
        blanks();
        if (at_ == end_ || *at_ != wanted) return false;
        ++at_;
        return true;
    }
    // These bytes, exactly here.
    bool take(std::string_view wanted) {
        if (static_cast<std::size_t>(end_ - at_) < wanted.size() || std::memcmp(at_, wanted.data(), wanted.size()) != 0) return false;
        at_ += wanted.size();
        return true;
    }
    char peek() {
        blanks();
        return at_ == end_ ? '\0' : *at_;
    }
    bool at_end() {
        blanks();
        return at_ == end_;
    }

    // A string's bytes between its quotes. `ascii` becomes false where it has others.
    bool text(std::string_view& out, bool& ascii) {
        if (!take('"')) return false;
        const char* begin = at_;
        unsigned char seen = 0;
        for (; at_ != end_; ++at_) {
            const auto byte = static_cast<unsigned char>(*at_);
            if (byte == '"') break;
            if (byte < 0x20 || byte == '\\') return false;
            seen |= byte;
        }
        if (at_ == end_) return false;
        out = {begin, static_cast<std::size_t>(at_ - begin)};
        ++at_;
        ascii = ascii && seen < 0x80;
        return true;
    }
    bool ascii_text(std::string_view& out) {
        bool ascii = true;
        return text(out, ascii) && ascii;
    }

    // A number, true, false or null, as written.
    bool literal(std::string_view& out) {
        blanks();
        const char* begin = at_;
        if (take(std::string_view("true")) || take(std::string_view("false")) || take(std::string_view("null"))) {
            out = {begin, static_cast<std::size_t>(at_ - begin)};
            return true;
        }
        if (at_ != end_ && *at_ == '-') ++at_;
        const char* digits = at_;
        while (at_ != end_ && is_digit(*at_)) ++at_;
        if (at_ == digits || (*digits == '0' && at_ - digits > 1)) return false;
        if (at_ != end_ && *at_ == '.') {
            const char* decimals = ++at_;
            while (at_ != end_ && is_digit(*at_)) ++at_;
            if (at_ == decimals) return false;
        }
        if (at_ != end_ && (*at_ == 'e' || *at_ == 'E')) return false;
        out = {begin, static_cast<std::size_t>(at_ - begin)};
        return true;
    }

private:
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    void blanks() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r')) ++at_;
    }

    const char* at_;
    const char* end_;
};

}  // namespace ocop::portfolio
