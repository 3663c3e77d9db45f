// One thread's work: a piece of the source in, its result lines out, and everything counted.
#pragma once

#include <optional>
#include <string>

#include <ocop/portfolio.hpp>

#include "card/card.hpp"
#include "portfolio/counting.hpp"
#include "portfolio/earlier.hpp"
#include "portfolio/fast.hpp"
#include "portfolio/fast_line.hpp"
#include "portfolio/piece.hpp"
#include "portfolio/result.hpp"
#include "portfolio/rules.hpp"

namespace ocop::portfolio {

// What is the same for all of a run.
struct Setting {
    std::string name;                       // of the source
    std::optional<card::CsvHeader> header;  // of CSV; nothing: the source is NDJSON
    Format output = Format::ndjson;
    Language language = Language::en;
    bool tells_errors = false;
};

// What became of a piece.
struct Rated {
    Line lines;
    std::string errors;
    std::size_t cards = 0;
    Diagnostics refused;  // the results of an earlier run are not those of these cards
};

class Rater {
public:
    Rater(const Setting& setting, Rules& rules) : setting_(setting), lookup_(rules), fast_(lookup_, setting.output), counting_(rules) {}

    Rated rate(const Piece& piece);
    Tally tally() const { return counting_.tally(); }

private:
    void card(const CardText& card, std::string_view text, Rated& out);
    bool fast(std::string_view text, Rated& out);
    bool general(const card::Written& written, const Rule& rule, base::Report& report, Rated& out);
    void failed(Unreadable card, int rule_set, Rated& out);
    void again(const CardText& card, std::string_view text, const std::string& line, Rated& out);
    std::optional<card::Written> read(const CardText& card, std::string_view text, base::Report& report) const;
    const Rule& rule_of(const card::Written& written, base::Report& report);

    const Setting& setting_;
    Lookup lookup_;
    FastReader fast_;
    Counting counting_;
    std::size_t most_lines_ = 0;  // bytes that the results of a piece came to, so that room is made once
};

}  // namespace ocop::portfolio
