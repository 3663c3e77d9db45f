// Collecting and printing diagnostics.
#include "base/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ocop {
namespace {

const char* word(Diagnostic::Severity severity, Language language) {
    const bool vi = language == Language::vi;
    switch (severity) {
        case Diagnostic::Severity::error: return vi ? "lỗi" : "error";
        case Diagnostic::Severity::warning: return vi ? "cảnh báo" : "warning";
        case Diagnostic::Severity::note: return vi ? "ghi chú" : "note";
    }
    return "";
}

std::string without_tabs(std::string line) {
    std::ranges::replace(line, '\t', ' ');
    return line;
}

// A very long line is shown around its mark only.
struct Excerpt {
    std::string text;
    std::size_t mark = 0;
};

Excerpt excerpt(const Place& place) {
    constexpr std::size_t widest = 160;
    std::string line = without_tabs(place.line_text);
    auto column = static_cast<std::size_t>(place.column - 1);
    if (base::characters(line) <= widest) return {std::move(line), column};
    const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (is_start(line[i])) starts.push_back(i);
    if (starts.empty()) return {};
    const std::size_t first = column > widest / 2 ? std::min(column - widest / 2, starts.size() - 1) : 0;
    const std::size_t last = std::min(first + widest, starts.size());
    const std::size_t end = last < starts.size() ? starts[last] : line.size();
    std::string text = line.substr(starts[first], end - starts[first]);
    std::size_t mark = column - first;
    if (first > 0) {
        text.insert(0, "…");
        ++mark;
    }
    if (end < line.size()) text += "…";
    return {std::move(text), mark};
}

std::string joined(const Diagnostics& diagnostics) {
    std::string all;
    for (const Diagnostic& each : diagnostics) all += to_string(each);
    return all;
}

}  // namespace

std::string to_string(const Diagnostic& d, Language language) {
    std::string out;
    if (!d.place.file.empty()) out += d.place.file + ":";
    if (d.place.line > 0) out += fmt::format("{}:{}:", d.place.line, d.place.column);
    if (!out.empty()) out += " ";
    out += fmt::format("{}: {}", word(d.severity, language), d.message.in(language));
    if (!d.code.empty()) out += fmt::format(" [{}]", d.code);
    out += "\n";
    if (d.place.line > 0 && (!d.place.line_text.empty() || d.place.column == 1)) {
        const Excerpt line = excerpt(d.place);
        out += fmt::format("{:>5} | {}\n", d.place.line, line.text);
        const std::size_t room = base::display_width(line.text) + 1;
        const std::size_t shown = std::min<std::size_t>(line.mark, room);
        const std::size_t marks = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(1, d.place.length)), 1, std::max<std::size_t>(1, room - shown));
        out += fmt::format("      | {}{}\n", std::string(shown, ' '), std::string(marks, '^'));
    }
    if (!d.help.in(language).empty())
        out += fmt::format("      {}: {}\n", language == Language::vi ? "gợi ý" : "help", d.help.in(language));
    return out;
}

LoadError::LoadError(Diagnostics diagnostics) : std::runtime_error(joined(diagnostics)), diagnostics_(std::move(diagnostics)) {}

namespace base {

void Report::add(Diagnostic::Severity severity, std::string_view code, Place place, Text message, Text help) {
    if (severity == Diagnostic::Severity::error) {
        ++errors_;
        if (errors_ > limits::errors_reported + 1) return;
        if (errors_ == limits::errors_reported + 1) {
            place.line = 0;
            code = "too-many-errors";
            message = {fmt::format("có hơn {} lỗi; các lỗi còn lại không được liệt kê", limits::errors_reported),
                       fmt::format("there are more than {} errors; the rest are not listed", limits::errors_reported)};
            help = {};
        }
    }
    all_.push_back({severity, std::string(code), std::move(place), std::move(message), std::move(help)});
}

void Report::error(std::string_view code, Place place, Text message, Text help) {
    add(Severity::error, code, std::move(place), std::move(message), std::move(help));
}
void Report::warning(std::string_view code, Place place, Text message, Text help) {
    add(Severity::warning, code, std::move(place), std::move(message), std::move(help));
}
void Report::note(std::string_view code, Place place, Text message, Text help) {
    add(Severity::note, code, std::move(place), std::move(message), std::move(help));
}

Diagnostics Report::take() {
    const auto key = [](const Diagnostic& d) {
        return std::tie(d.place.file, d.place.line, d.place.column, d.code, d.message.en);
    };
    // A list that was cut short ends with the line that says so.
    const auto cut = [](const Diagnostic& d) { return d.code == "too-many-errors"; };
    std::ranges::stable_sort(all_, [&](const Diagnostic& a, const Diagnostic& b) {
        return cut(a) != cut(b) ? cut(b) : key(a) < key(b);
    });
    const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
    all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
    errors_ = 0;
    return std::exchange(all_, {});
}

std::string did_you_mean(std::string_view name, std::span<const std::string> candidates) {
    const std::string near = nearest(name, candidates);
    return near.empty() ? std::string() : fmt::format("did you mean `{}`?", near);
}

std::string one_of(std::span<const std::string> names, Language language) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out += i + 1 < names.size() ? ", " : language == Language::vi ? " hoặc " : " or ";
        out += "`" + names[i] + "`";
    }
    return out;
}

Text suggest(std::string_view name, std::span<const std::string> candidates) {
    if (candidates.empty()) return {};
    if (const std::string near = nearest(name, candidates); !near.empty())
        return {fmt::format("có phải `{}` không?", near), fmt::format("did you mean `{}`?", near)};
    return {"có thể dùng " + one_of(candidates, Language::vi), "expected " + one_of(candidates)};
}

}  // namespace base
}  // namespace ocop
