// Writes a made-up portfolio to standard output, to try `ocop batch` with.
#include <charconv>
#include <cstdio>
#include <string>
#include <string_view>

#include "portfolio.hpp"

namespace {

constexpr std::size_t buffer = std::size_t{1} << 20U;

int usage() {
    std::fputs("Usage: ocop_portfolio CARDS [ndjson|csv] [SHEETS] [realistic|complete] > FILE\n", stderr);
    return 2;
}

bool read(std::string_view text, std::size_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

bool read(int count, char** words, workload::PortfolioOptions& options) {
    bool cards = false;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "csv") options.format = workload::Format::csv;
        else if (word == "ndjson") options.format = workload::Format::ndjson;
        else if (word == "realistic") options.kind = workload::Kind::realistic;
        else if (word == "complete") options.kind = workload::Kind::complete;
        else if (!read(word, cards ? options.sheets : options.cards)) return false;
        else cards = true;
    }
    return cards && options.sheets > 0;
}

bool flush(std::string& text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    text.clear();
    return written;
}

}  // namespace

int main(int count, char** words) {
    workload::PortfolioOptions options;
    if (!read(count, words, options)) return usage();
    workload::Portfolio portfolio(workload::form_of(workload::fresh_produce()), options);
    std::string text;
    portfolio.begin(text);
    for (std::size_t n = 0; n < options.cards; ++n) {
        portfolio.next(text);
        if (text.size() > buffer && !flush(text)) return 2;
    }
    return flush(text) && std::fflush(stdout) == 0 ? 0 : 2;
}
