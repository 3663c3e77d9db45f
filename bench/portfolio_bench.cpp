// A portfolio of NDJSON in memory to result lines in memory: by hand on one thread, and by the engine.
#include <array>
#include <map>
#include <string_view>
#include <tuple>

#include <ocop/ocop.hpp>
#include <ocop/portfolio.hpp>

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

// What is written by hand is how a line of the engine begins: all of it but the last brace, or but the end of the findings, which
// the engine may have and the loop by hand looks for none of.
void agree(const std::string& text, const workload::PortfolioOptions& options, const std::string& by_engine, hand_written::Lines how) {
    std::string by_hand;
    const std::string padded = text + std::string(hand_written::padding, ' ');
    hand_written::NdjsonReader(workload::form_of(rules()), how).rate(padded.data(), text.size(), by_hand);
    std::string_view rest = by_engine;
    std::size_t lines = 0;
    each_line(by_hand, [&](std::string_view line) {
        ++lines;
        line.remove_suffix(how == hand_written::Lines::whole ? 2 : 1);
        if (rest.substr(0, line.size()) != line) workload::give_up("by hand " + std::string(line) + "\nby ocop " + std::string(rest.substr(0, rest.find('\n'))));
        rest.remove_prefix(rest.find('\n') + 1);
    });
    if (lines != options.cards || !rest.empty()) workload::give_up("as many result lines as scorecards were expected");
}

// `state.range(0)` sheets a card; `state.range(1)`: no evidence, half of it (and shares), all of it.
workload::PortfolioOptions options(const benchmark::State& state, std::size_t cards) {
    constexpr std::array kinds = {workload::Kind::plain, workload::Kind::realistic, workload::Kind::complete};
    workload::PortfolioOptions made;
    made.cards = cards;
    made.sheets = static_cast<std::size_t>(state.range(0));
    made.kind = kinds.at(static_cast<std::size_t>(state.range(1)));
    return made;
}

constexpr std::size_t many = 20'000;

// The lines of `many` cards; both sides have agreed on the first of them.
const std::string& lines(const benchmark::State& state) {
    static std::map<std::pair<std::int64_t, std::int64_t>, std::string> made;
    std::string& text = made[{state.range(0), state.range(1)}];
    if (text.empty()) {
        const hand_written::Form form = workload::form_of(rules());
        const std::string few = workload::portfolio(form, options(state, checked));
        std::string by_engine;
        rate(few, by_engine);
        for (const auto how : {hand_written::Lines::lean, hand_written::Lines::whole}) agree(few, options(state, checked), by_engine, how);
        text = workload::portfolio(form, options(state, many)) + std::string(hand_written::padding, '\n');
    }
    return text;
}

void bytes_per_second(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(static_cast<std::size_t>(state.iterations()) * bytes));
}

void written(benchmark::State& state, std::size_t bytes, std::size_t cards) { state.counters["bytes_out"] = static_cast<double>(bytes) / static_cast<double>(cards); }

void by_hand(benchmark::State& state, hand_written::Lines how) {
    const std::string& text = lines(state);
    hand_written::NdjsonReader reader(workload::form_of(rules()), how);
    std::string out;
    measure::cards(state, many, [&] {
        out.clear();
        reader.rate(text.data(), text.size() - hand_written::padding, out);
        benchmark::DoNotOptimize(out.data());
    });
    bytes_per_second(state, text.size());
    written(state, out.size(), many);
}
void HandWrittenNdjson(benchmark::State& state) { by_hand(state, hand_written::Lines::lean); }
void HandWrittenWholeNdjson(benchmark::State& state) { by_hand(state, hand_written::Lines::whole); }

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
    written(state, out.size(), some);
}

// The whole run, `state.range(2)` threads that rate: lines found, read, rated, written and counted; the text, of so many cards, so many
// times, so that loading the rule set, once a run, is little beside it.
void batch(benchmark::State& state, const std::string& text, const char* name, std::size_t cards, std::size_t times) {
    static const ocop::Library library = ocop::Library::open({OCOP_SOURCE_DIR "/rules"}).value();
    ocop::portfolio::Options options;
    options.name = name;
    options.threads = static_cast<int>(state.range(2));
    const std::size_t begin = text.starts_with('{') ? 0 : text.find('\n') + 1;  // past the header of a CSV
    std::size_t bytes = 0;
    measure::cards(state, times * cards, [&] {
        bytes = 0;
        std::size_t at = 0, round = 1;
        const ocop::portfolio::Read read = [&](char* into, std::size_t room) {
            if (at == text.size() && round++ < times) at = begin;
            const std::size_t taken = text.copy(into, room, at);
            at += taken;
            return taken;
        };
        const auto run = ocop::portfolio::rate(library, read, [&](std::string_view out) { bytes += out.size(); }, options);
        if (run.tally.all.of(ocop::Outcome::rated) != times * cards) workload::give_up("a portfolio has cards that are not rated");
    });
    bytes_per_second(state, times * text.size());
    written(state, bytes, times * cards);
    state.counters.erase("allocations");  // those of one thread of several
}

void BatchNdjson(benchmark::State& state) { batch(state, lines(state), "cards.ndjson", many, 10); }

void BatchCsv(benchmark::State& state) {
    constexpr std::size_t some = 4'000;
    workload::PortfolioOptions made = options(state, some);
    made.format = workload::Format::csv;
    batch(state, workload::portfolio(workload::form_of(rules()), made), "cards.csv", some, 1);
}

using Args = std::vector<std::int64_t>;

void each_kind(benchmark::internal::Benchmark* line) {
    line->ArgNames({"sheets", "evidence"})->Unit(benchmark::kMillisecond);
    for (const Args& args : {Args{1, 0}, Args{1, 1}, Args{1, 2}, Args{7, 0}, Args{7, 2}}) line->Args(args);
}

// One thread beside one thread that writes by hand: of both counts what the processor worked, whatever thread it was for.
void on_one_thread(benchmark::internal::Benchmark* line) {
    line->ArgNames({"sheets", "evidence", "threads"})->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
    for (const Args& args : {Args{1, 0, 1}, Args{1, 1, 1}, Args{1, 2, 1}, Args{7, 0, 1}, Args{7, 2, 1}}) line->Args(args);
}

// Of more threads, what a clock on the wall says.
void on_two_threads(benchmark::internal::Benchmark* line) {
    line->ArgNames({"sheets", "evidence", "threads"})->UseRealTime()->Unit(benchmark::kMillisecond);
    for (const Args& args : {Args{1, 0, 2}, Args{1, 2, 2}, Args{7, 2, 2}}) line->Args(args);
}

BENCHMARK(HandWrittenNdjson)->Apply(each_kind);
BENCHMARK(HandWrittenWholeNdjson)->ArgNames({"sheets", "evidence"})->Args({1, 2})->Args({7, 2})->Unit(benchmark::kMillisecond);
BENCHMARK(BatchNdjson)->Apply(on_one_thread);
BENCHMARK(BatchNdjson)->Apply(on_two_threads);
BENCHMARK(BatchCsv)->Apply(on_one_thread);
BENCHMARK(BatchCsv)->Apply(on_two_threads);
BENCHMARK(RateNdjson)->Apply(each_kind);

}  // namespace
