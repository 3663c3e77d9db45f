// The way from a card's text to its result line without the steps between, for cards that are plain. It may decline.
#pragma once

#include <string>
#include <string_view>

#include "card/read_csv.hpp"
#include "portfolio/counted.hpp"
#include "portfolio/fast_card.hpp"
#include "portfolio/fast_result.hpp"
#include "portfolio/rules.hpp"

namespace ocop::portfolio {

// One a thread. What it writes is byte for byte what the general way writes; whatever it is not sure of, it declines: anything wrong
// with the card above all, since it tells no errors.
class FastReader {
public:
    explicit FastReader(Lookup& rules) : cards_(rules) {}

    // The result line of an NDJSON line, without line breaks, put behind what is in `out`, and what it adds to the summary (views in it
    // last until the next call). False: declined, and `out` is as it was.
    bool rate(std::string_view line, std::string& out, Counted& counted) {
        const FastCard* card = cards_.read(line);
        return card != nullptr && results_.write(*card, out, counted);
    }
    // The rows of one scorecard; all of them take the general way so far as columns are not known by heart.
    bool rate(const card::CsvHeader&, std::string_view, std::string&, Counted&) { return false; }

private:
    FastCards cards_;
    FastResults results_;
};

}  // namespace ocop::portfolio
