// The hook for readers that go from a card's text to its result line without the steps between. They may decline.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "card/read_csv.hpp"
#include "portfolio/counted.hpp"
#include "portfolio/fast_forms.hpp"
#include "portfolio/fast_rows.hpp"
#include "portfolio/fast_shape.hpp"

namespace ocop::portfolio {

// One a thread. What it writes is byte for byte what the general way writes; whatever it is not sure of, it declines: anything wrong
// with the card above all, since it tells no errors.
class FastReader {
public:
    FastReader(Lookup& rules, Format results) : rules_(rules), results_(results), forms_(rules, std::make_unique<AskJson>(), results) {}

    // The result of an NDJSON line that stands in a Piece, both without line breaks, put behind what is in `out`, and what it adds to the
    // summary (views in it last until the next call). False: declined, and `out` is as it was.
    bool rate(std::string_view line, Line& out, Counted& counted);
    // The same for the rows of one scorecard, with their line breaks. The header outlives the reader.
    bool rate(const card::CsvHeader& header, std::string_view rows, Line& out, Counted& counted);

private:
    enum class Read { done, other_shape, declined };

    const Shape* read(std::string_view line);
    Read read(const Shape& shape, std::string_view line);
    const char* value(Form& form, const Shape::Value& value, const char* at);
    const char* text(Form& form, const Shape::Value& value, const char* at);
    const char* evidence(Form& form, const char* at);
    const char* read_evidence(const Form& form, const char* at);

    Lookup& rules_;
    Format results_;
    Forms forms_;  // of lines
    std::optional<FastRows> rows_;
    std::vector<std::unique_ptr<Shape>> shapes_;  // the last one used first
    FastCard card_;
};

}  // namespace ocop::portfolio
