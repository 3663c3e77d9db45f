// Results of an earlier run read back, so that a run can go on where it ended.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ocop/portfolio.hpp>

#include "portfolio/feed.hpp"
#include "portfolio/lines.hpp"
#include "portfolio/rows.hpp"

namespace ocop::portfolio {

// What a result line says, as far as a tally asks.
struct Said {
    std::string id;
    bool error = false;
    std::string reason;                   // of an error
    Outcome outcome = Outcome::undecided;
    int stars = -1;
    std::vector<std::string> blocked_by;
    std::array<std::uint16_t, 17> findings{};
};

// Nothing where it is no result line.
std::optional<Said> read_back(const std::string& line, Format format, Language language);

// The complete lines of results, one after the other.
class EarlierLines {
public:
    EarlierLines(const Read& read, Format format);

    // Nothing at the end, where the last line is not complete, or where reading failed.
    std::optional<std::string> next();
    bool has_header() const { return has_header_; }  // of CSV
    std::uint64_t bytes() const { return bytes_; }   // of the complete lines so far
    std::exception_ptr failure() const { return feed_.failure(); }

private:
    std::optional<std::string> line();

    Feed feed_;
    Format format_;
    LineReader lines_;
    RowReader rows_;
    bool has_header_ = false;
    std::uint64_t bytes_ = 0;
    std::optional<std::string> first_;
};

}  // namespace ocop::portfolio
