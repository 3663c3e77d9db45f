// A text with a name, and places in it: bytes inside, lines and characters when shown.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <ocop/diagnostic.hpp>

namespace ocop::base {

// Byte offsets [begin, end) into a source.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool operator==(const Span&) const = default;
};

// Owns its text. Immutable.
class Source {
public:
    // `first_line`: the line of the file that the text begins on, for a text cut out of a file.
    Source(std::string name, std::string text, int first_line = 1);

    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }
    std::string_view text(Span span) const;
    int line_of(std::uint32_t offset) const;  // from 1
    // The place to show for a span; a span of several lines is marked to the end of its first.
    Place place(Span span) const;

private:
    std::string name_;
    std::string text_;
    int first_line_;
    std::vector<std::uint32_t> line_starts_;
};

using SourcePtr = std::shared_ptr<const Source>;

}  // namespace ocop::base
