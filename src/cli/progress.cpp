// Figures to a line, and the line to standard error at most ten times a second.
#include "cli/progress.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "cli/terminal.hpp"

namespace ocop::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto pause = 100ms;
constexpr int bar_width = 20;

std::string bar(std::uint64_t percent) {
    const auto full = static_cast<std::size_t>(percent * bar_width / 100);
    return "[" + std::string(full, '#') + std::string(bar_width - full, ' ') + "]";
}

std::string duration(std::uint64_t seconds) {
    if (seconds < 60) return fmt::format("{} s", seconds);
    if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
    return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace

std::string grouped(std::uint64_t number, Language language) {
    std::string out = std::to_string(number);
    for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, 1, language == Language::vi ? '.' : ',');
    return out;
}

std::string progress_line(const Progressed& now, const std::optional<std::uint64_t>& size, int width, Language language) {
    const bool vi = language == Language::vi;
    const auto ms = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(now.since.count()));
    const std::string done = fmt::format("{} {}", grouped(now.scorecards, language), vi ? "hồ sơ" : "scorecards");
    std::string line;
    if (size && *size > 0) {
        const std::uint64_t percent = std::min<std::uint64_t>(100, now.bytes * 100 / *size);
        line = fmt::format("{} {:>3}%  ", bar(percent), percent);
    } else {
        line = fmt::format("{} MB  ", grouped(now.bytes / 1'000'000, language));
    }
    line += fmt::format("{}  {}{}", done, grouped(now.scorecards * 1'000 / ms, language), vi ? "/giây" : " a second");
    if (size && now.bytes > 0 && now.bytes < *size) line += fmt::format("  {} {}", vi ? "còn" : "left:", duration((*size - now.bytes) * ms / now.bytes / 1'000));
    return static_cast<int>(line.size()) < width ? line : done;
}

void ProgressBar::show(std::uint64_t bytes, std::uint64_t scorecards) {
    const auto now = Clock::now();
    if (!shown_ || now - last_.value_or(begin_) < pause) return;
    last_ = now;
    there_ = true;
    const Progressed figures{bytes, scorecards, std::chrono::duration_cast<std::chrono::milliseconds>(now - begin_)};
    const std::string line = progress_line(figures, size_, width(), language_);
    fmt::print(stderr, "\r{}\x1b[K", line);
    std::fflush(stderr);
}

void ProgressBar::clear() {
    if (!there_) return;
    there_ = false;
    std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
}

}  // namespace ocop::cli
