// Offsets to lines and columns.
#include "base/source.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ocop::base {

Source::Source(std::string name, std::string text, int first_line)
    : name_(std::move(name)), text_(std::move(text)), first_line_(first_line), line_starts_{0} {
    for (std::size_t i = 0; i < text_.size(); ++i)
        if (text_[i] == '\n') line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
}

std::string_view Source::text(Span span) const {
    const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, text_.size());
    return std::string_view(text_).substr(begin, end - begin);
}

int Source::line_of(std::uint32_t offset) const {
    const auto after = std::ranges::upper_bound(line_starts_, offset);
    return static_cast<int>(after - line_starts_.begin()) + first_line_ - 1;
}

Place Source::place(Span span) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    span.begin = std::min(span.begin, size);
    span.end = std::clamp(span.end, span.begin, size);
    Place place;
    place.file = name_;
    place.line = line_of(span.begin);
    const std::size_t start = line_starts_[static_cast<std::size_t>(place.line - first_line_)];
    std::size_t stop = text_.find('\n', start);
    if (stop == std::string::npos) stop = text_.size();
    if (stop > start && text_[stop - 1] == '\r') --stop;
    place.line_text = text_.substr(start, stop - start);
    const std::string_view line = place.line_text;
    const std::size_t from = std::min<std::size_t>(span.begin - start, line.size());
    const std::size_t to = std::clamp<std::size_t>(span.end - start, from, line.size());
    place.column = static_cast<int>(characters(line.substr(0, from))) + 1;
    place.length = std::max(1, static_cast<int>(characters(line.substr(from, to - from))));
    if (place.line_text.size() > limits::line_bytes_shown) place.line_text.clear();
    return place;
}

}  // namespace ocop::base
