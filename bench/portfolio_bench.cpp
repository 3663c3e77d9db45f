// A portfolio of NDJSON in memory to result lines in memory, on one thread: by hand, and by the engine.
#include <map>
#include <string_view>
#include <tuple>

#include <ocop/ocop.hpp>

#include "measure.hpp"
#include "ndjson_by_hand.hpp"
#include "portfolio.hpp"

namespace {

constexpr std::size_t checked = 2000;  // cards whose result lines are compared before anything is timed

const ocop::RuleSet& rules() {
    static const ocop::RuleSet loaded = workload::fresh_produce();
    return loaded;
}

template <class Do>
void each_line(std::string_view text, Do act) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) act(text.substr(at, end - at));
        at = end + 1;
    }
}

// The general way, one line after the other.
void rate(std::string_view lines, std::string& out) {
    each_line(lines, [&](std::string_view line) {
        const ocop::WrittenCards cards = ocop::WrittenCards::from_text(line, "line", ocop::CardFormat::ndjson);
        const ocop::Scorecard card = ocop::Scorecard::read(cards.cards.front(), rules()).value();
        (out += ocop::report::json_line(rules().rate(card).summary())) += '\n';
    });
}

// What is written by hand is how a line of the engine begins.
void agree(const std::string& text, const workload::PortfolioOptions& options, hand_written::NdjsonReader& reader) {
    std::string by_hand, by_engine;
    const std::string padded = text + std::string(hand_written::padding, ' ');
    reader.rate(padded.data(), text.size(), by_hand);
    rate(text, by_engine);
    std::string_view rest = by_engine;
    std::size_t lines = 0;
    each_line(by_hand, [&](std::string_view line) {
        ++lines;
        line.remove_suffix(1);  // the brace
        if (rest.substr(0, line.size()) != line) workload::give_up("by hand " + std::string(line) + "\nby ocop " + std::string(rest.substr(0, rest.find('\n'))));
        rest.remove_prefix(rest.find('\n') + 1);
    });
    if (lines != options.cards || !rest.empty()) workload::give_up("as many result lines as scorecards were expected");
}

workload::PortfolioOptions options(const benchmark::State& state, std::size_t cards) {
    workload::PortfolioOptions made;
    made.cards = cards;
    made.sheets = static_cast<std::size_t>(state.range(0));
    made.realistic = state.range(1) != 0;
    return made;
}

constexpr std::size_t many = 20'000;

// The lines of `many` cards; both sides have agreed on the first of them.
const std::string& lines(const benchmark::State& state) {
    static std::map<std::pair<std::int64_t, std::int64_t>, std::string> made;
    std::string& text = made[{state.range(0), state.range(1)}];
    if (text.empty()) {
        const hand_written::Form form = workload::form_of(rules());
        hand_written::NdjsonReader reader(form);
        agree(workload::portfolio(form, options(state, checked)), options(state, checked), reader);
        text = workload::portfolio(form, options(state, many)) + std::string(hand_written::padding, '\n');
    }
    return text;
}

void bytes_per_second(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(static_cast<std::size_t>(state.iterations()) * bytes));
}

// `state.range(0)` sheets a card; `state.range(1)`: with shares and evidence.
void HandWrittenNdjson(benchmark::State& state) {
    const std::string& text = lines(state);
    hand_written::NdjsonReader reader(workload::form_of(rules()));
    std::string out;
    measure::cards(state, many, [&] {
        out.clear();
        reader.rate(text.data(), text.size() - hand_written::padding, out);
        benchmark::DoNotOptimize(out.data());
    });
    bytes_per_second(state, text.size());
}

void RateNdjson(benchmark::State& state) {
    const std::string_view text = lines(state);
    constexpr std::size_t some = 500;
    std::size_t end = 0;
    for (std::size_t n = 0; n < some; ++n) end = text.find('\n', end) + 1;
    std::string out;
    measure::cards(state, some, [&] {
        out.clear();
        rate(text.substr(0, end), out);
        benchmark::DoNotOptimize(out.data());
    });
    bytes_per_second(state, end);
}

BENCHMARK(HandWrittenNdjson)->ArgNames({"sheets", "evidence"})->Args({1, 0})->Args({1, 1})->Args({7, 0})->Unit(benchmark::kMillisecond);
BENCHMARK(RateNdjson)->ArgNames({"sheets", "evidence"})->Args({1, 0})->Args({1, 1})->Args({7, 0})->Unit(benchmark::kMillisecond);

}  // namespace
