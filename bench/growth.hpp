// Made-up rule sets and scorecards of any size, to see how cost grows with criteria, conditions and sheets: one by one, as columns, as lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <ocop/batch.hpp>
#include <ocop/ocop.hpp>

namespace growth {

struct Size {
    std::size_t criteria = 32;    // each with four options, 0 to 3 points
    std::size_t conditions = 0;   // of five kinds in turn, see growth.cpp
    std::size_t sheets = 1;
};

// The rule set as YAML text.
std::string yaml(const Size& size);

// The rule set read. Ends the program with its faults if there are any.
ocop::RuleSet rules(const Size& size);

// Random scorecards of it from a fixed seed, with all facts given and no dossier rejected.
std::vector<ocop::Scorecard> cards(const ocop::RuleSet& rules, const Size& size, std::size_t count);

// The same scorecards as lines of NDJSON.
std::string lines(const Size& size, std::size_t count);

// The same scorecards as columns; past the first `different` they repeat.
class Columns {
public:
    static constexpr std::size_t different = 16384;

    Columns(const ocop::Batch& batch, const Size& size, std::size_t count);
    Columns(const Columns&) = delete;
    Columns& operator=(const Columns&) = delete;
    const ocop::batch::Cards& cards() const { return cards_; }

private:
    struct Fact {
        std::string name;
        std::vector<std::uint8_t> bits;
        std::vector<std::int64_t> percent;
    };

    std::vector<std::vector<std::uint8_t>> marks_;
    std::vector<Fact> facts_;
    std::vector<ocop::batch::MarkColumn> mark_columns_;
    std::vector<ocop::batch::FactColumn> fact_columns_;
    ocop::batch::Cards cards_;
};

}  // namespace growth
