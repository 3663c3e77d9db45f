// The hook for readers that go from a card's text to its result line without the steps between. They may decline.
#pragma once

#include <string>
#include <string_view>

#include "card/read_csv.hpp"
#include "portfolio/counted.hpp"
#include "portfolio/rules.hpp"

namespace ocop::portfolio {

// One a thread. What it writes is byte for byte what the general way writes; whatever it is not sure of, it declines: anything wrong
// with the card above all, since it tells no errors.
class FastReader {
public:
    explicit FastReader(Lookup& rules) : rules_(rules) {}

    // The result line of an NDJSON line, without line breaks, put behind what is in `out`, and what it adds to the summary (views in it
    // last until the next call). False: declined, and `out` is as it was.
    bool rate(std::string_view line, std::string& out, Counted& counted);
    // The same for the rows of one scorecard, with their line breaks.
    bool rate(const card::CsvHeader& header, std::string_view rows, std::string& out, Counted& counted);

private:
    Lookup& rules_;
};

}  // namespace ocop::portfolio
