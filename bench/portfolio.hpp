// Portfolios of made-up scorecards of 26-2026/food/fresh-produce, the same for the same seed, as NDJSON or wide CSV.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "form.hpp"

namespace workload {

enum class Format { ndjson, csv };

// What is stated besides marks and the three facts that every dossier is asked for.
enum class Kind {
    plain,      // nothing
    realistic,  // shares, and half of the evidence: some marks go against the facts, some lack what they require
    complete,   // all evidence that a mark may require, and no shares that a mark could go against
};

struct PortfolioOptions {
    std::size_t cards = 1000;
    std::size_t sheets = 1;
    Format format = Format::ndjson;
    Kind kind = Kind::plain;
    unsigned seed = 26'2026;
};

// A portfolio, one scorecard after the other.
class Portfolio {
public:
    // What stands on one scorecard.
    struct Entry {
        std::string id, product, maker;
        int local_share = 0, local_labour = 0;  // percent
        std::vector<std::string> evidence;
        std::vector<hand_written::Card> sheets;
    };

    Portfolio(hand_written::Form form, PortfolioOptions options);
    // The header of a CSV; NDJSON has none.
    void begin(std::string& out) const;
    // Appends the next scorecard: a line, or in CSV a line a sheet.
    void next(std::string& out);

private:
    Entry entry();
    void write_json(const Entry& entry, std::string& out) const;
    void write_rows(const Entry& entry, std::string& out) const;

    hand_written::Form form_;
    PortfolioOptions options_;
    Random random_;
    std::size_t number_ = 0;
};

// All of it in one text.
std::string portfolio(const hand_written::Form& form, const PortfolioOptions& options);

}  // namespace workload
