// How far a long run has come, on a terminal: one line that is written over again and again.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include <ocop/text.hpp>

namespace ocop::cli {

struct Progressed {
    std::uint64_t bytes = 0, scorecards = 0;
    std::chrono::milliseconds since{0};  // the begin
};

// "[#####     ]  52%  12,400 scorecards  3,100 a second  4 s left"; without the whole size what can be told.
std::string progress_line(const Progressed& now, const std::optional<std::uint64_t>& size, int width, Language language);

class ProgressBar {
public:
    // Silent unless `shown`.
    ProgressBar(bool shown, std::optional<std::uint64_t> size, Language language) : shown_(shown), size_(size), language_(language) {}
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::uint64_t bytes, std::uint64_t scorecards);
    void clear();  // so that something else can be told

private:
    using Clock = std::chrono::steady_clock;

    bool shown_;
    std::optional<std::uint64_t> size_;
    Language language_;
    Clock::time_point begin_ = Clock::now();
    std::optional<Clock::time_point> last_;
    bool there_ = false;  // on the terminal now
};

// 12400 as people write it: "12,400", in Vietnamese "12.400".
std::string grouped(std::uint64_t number, Language language);

}  // namespace ocop::cli
