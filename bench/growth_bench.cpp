// How cost grows with cards, sheets, criteria and conditions. A line is GrowthOf<what>/<how it is rated>/<how many>.
#include <algorithm>

#include <ocop/portfolio.hpp>

#include "growth.hpp"
#include "huge_columns.hpp"
#include "measure.hpp"

namespace {

// How a benchmark is rated: a made-up rule set of this size, and so many cards at once.
using Way = void (*)(benchmark::State&, const growth::Size&, std::size_t);

// One after the other; there are 64 different cards.
void one_by_one(benchmark::State& state, const growth::Size& size, std::size_t cards) {
    const ocop::RuleSet rules = growth::rules(size);
    const std::vector<ocop::Scorecard> made = growth::cards(rules, size, 64);
    std::size_t next = 0;
    measure::cards(state, cards, [&] {
        for (std::size_t n = 0; n < cards; ++n) {
            benchmark::DoNotOptimize(rules.rate(made[next]).stars());
            next = (next + 1) % made.size();
        }
    });
}

void by_columns(benchmark::State& state, const growth::Size& size, std::size_t cards) {
    const ocop::Batch batch(growth::rules(size));
    const growth::Columns columns(batch, size, cards);
    std::vector<std::int8_t> stars(cards);
    measure::cards(state, cards, [&] {
        batch.rate(columns.cards(), {.stars = stars.data()});
        benchmark::ClobberMemory();
    });
}

// A whole run with one thread that rates, loading of the rule set included; there are 1024 different lines.
void as_portfolio(benchmark::State& state, const growth::Size& size, std::size_t cards) {
    const ocop::Library library = ocop::Library::from_files({{"growth/made-up.yaml", growth::yaml(size)}});
    const std::size_t different = std::min<std::size_t>(cards, 1024);
    const std::string text = growth::lines(size, different);
    ocop::portfolio::Options options;
    options.input = ocop::CardFormat::ndjson;
    options.threads = 1;
    measure::cards(state, cards / different * different, [&] {
        std::size_t at = 0, round = 1, bytes = 0;
        const ocop::portfolio::Read read = [&](char* into, std::size_t room) {
            if (at == text.size() && round++ < cards / different) at = 0;
            const std::size_t taken = text.copy(into, room, at);
            at += taken;
            return taken;
        };
        const auto run = ocop::portfolio::rate(library, read, [&](std::string_view lines) { bytes += lines.size(); }, options);
        if (run.tally.all.of(ocop::Outcome::rated) != cards / different * different) workload::give_up("a made-up line is not rated");
        benchmark::DoNotOptimize(bytes);
    });
    state.counters.erase("allocations");  // those of one thread of several
}

std::size_t many(const benchmark::State& state) { return static_cast<std::size_t>(state.range(0)); }

template <Way way>
void cards(benchmark::State& state) { way(state, {}, many(state)); }
template <Way way, std::size_t at_once>
void sheets(benchmark::State& state) { way(state, {32, 0, many(state)}, at_once); }
template <Way way, std::size_t at_once>
void criteria(benchmark::State& state) { way(state, {many(state), 0, 1}, at_once); }
template <Way way, std::size_t at_once>
void conditions(benchmark::State& state) { way(state, {100, many(state), 1}, at_once); }

void cards_by_hand(benchmark::State& state) {
    const hand_written::Form form = workload::form_of(workload::fresh_produce());
    const workload::HugeColumns columns(form, 1, many(state));
    measure::cards(state, many(state), [&] {
        hand_written::stars(form, columns.view(), columns.stars());
        benchmark::ClobberMemory();
    });
}

void to_10_million(benchmark::internal::Benchmark* line) { line->RangeMultiplier(10)->Range(1'000, 10'000'000)->Unit(benchmark::kMillisecond); }
void few_and_many_sheets(benchmark::internal::Benchmark* line) { line->DenseRange(1, 15, 2)->Unit(benchmark::kMillisecond); }
void few_and_many_criteria(benchmark::internal::Benchmark* line) {
    for (int each : {10, 30, 100, 300, 1'000}) line->Arg(each);
    line->Unit(benchmark::kMillisecond);
}
void few_and_many_conditions(benchmark::internal::Benchmark* line) {
    for (int each : {0, 10, 25, 50, 100, 200}) line->Arg(each);
    line->Unit(benchmark::kMillisecond);
}

// So many that what a call or a run takes once is little beside them.
constexpr std::size_t block = growth::Columns::different, run = 10'240;

BENCHMARK(cards<one_by_one>)->Name("GrowthOfCards/rate")->Apply(to_10_million);
BENCHMARK(cards<as_portfolio>)->Name("GrowthOfCards/portfolio")->RangeMultiplier(10)->Range(1'000, 1'000'000)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(cards<as_portfolio>)->Name("GrowthOfCards/portfolio")->Arg(10'000'000)->Iterations(1)->Repetitions(1)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(cards<by_columns>)->Name("GrowthOfCards/columns")->Apply(to_10_million);
BENCHMARK(cards_by_hand)->Name("GrowthOfCards/by hand, columns")->Apply(to_10_million);
BENCHMARK(sheets<one_by_one, 1>)->Name("GrowthOfSheets/rate")->Apply(few_and_many_sheets);
BENCHMARK(sheets<as_portfolio, run>)->Name("GrowthOfSheets/portfolio")->Apply(few_and_many_sheets)->MeasureProcessCPUTime();
BENCHMARK(sheets<by_columns, block>)->Name("GrowthOfSheets/columns")->Apply(few_and_many_sheets);
BENCHMARK(criteria<one_by_one, 1>)->Name("GrowthOfCriteria/rate")->Apply(few_and_many_criteria);
BENCHMARK(criteria<as_portfolio, run>)->Name("GrowthOfCriteria/portfolio")->Apply(few_and_many_criteria)->MeasureProcessCPUTime();
BENCHMARK(criteria<by_columns, block>)->Name("GrowthOfCriteria/columns")->Apply(few_and_many_criteria);
BENCHMARK(conditions<one_by_one, 1>)->Name("GrowthOfConditions/rate")->Apply(few_and_many_conditions);
BENCHMARK(conditions<as_portfolio, run>)->Name("GrowthOfConditions/portfolio")->Apply(few_and_many_conditions)->MeasureProcessCPUTime();
BENCHMARK(conditions<by_columns, block>)->Name("GrowthOfConditions/columns")->Apply(few_and_many_conditions);

}  // namespace
