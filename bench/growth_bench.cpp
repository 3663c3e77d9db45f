// How cost grows with cards, sheets, criteria and conditions. A line is GrowthOf<what>/<how it is rated>/<how many>.
#include <algorithm>

#include "growth.hpp"
#include "huge_columns.hpp"
#include "measure.hpp"

namespace {

void rate(benchmark::State& state, const growth::Size& size) {
    const ocop::RuleSet rules = growth::rules(size);
    const std::vector<ocop::Scorecard> cards = growth::cards(rules, size, 64);
    std::size_t next = 0;
    measure::cards(state, 1, [&] {
        benchmark::DoNotOptimize(rules.rate(cards[next]).stars());
        next = (next + 1) % cards.size();
    });
}

std::size_t many(const benchmark::State& state) { return static_cast<std::size_t>(state.range(0)); }

void criteria(benchmark::State& state) { rate(state, {many(state), 0, 1}); }
void conditions(benchmark::State& state) { rate(state, {100, many(state), 1}); }
void sheets(benchmark::State& state) { rate(state, {32, 0, many(state)}); }

// So many cards, one after the other; there are 64 different ones.
void cards(benchmark::State& state) {
    const growth::Size size;
    const ocop::RuleSet rules = growth::rules(size);
    const std::vector<ocop::Scorecard> cards = growth::cards(rules, size, 64);
    measure::cards(state, many(state), [&] {
        for (std::size_t n = 0; n < many(state); ++n) benchmark::DoNotOptimize(rules.rate(cards[n % cards.size()]).stars());
    });
}

void cards_by_hand(benchmark::State& state) {
    const hand_written::Form form = workload::form_of(workload::fresh_produce());
    const workload::HugeColumns columns(form, 1, many(state));
    measure::cards(state, many(state), [&] {
        hand_written::stars(form, columns.view(), columns.stars());
        benchmark::ClobberMemory();
    });
}

BENCHMARK(cards)->Name("GrowthOfCards/rate")->RangeMultiplier(10)->Range(1'000, 100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(cards_by_hand)->Name("GrowthOfCards/by hand, columns")->RangeMultiplier(10)->Range(1'000, 10'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(sheets)->Name("GrowthOfSheets/rate")->DenseRange(1, 15, 2)->Unit(benchmark::kMicrosecond);
BENCHMARK(criteria)->Name("GrowthOfCriteria/rate")->Arg(10)->Arg(30)->Arg(100)->Arg(300)->Arg(1'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(conditions)->Name("GrowthOfConditions/rate")->Arg(0)->Arg(10)->Arg(25)->Arg(50)->Arg(100)->Arg(200)->Unit(benchmark::kMicrosecond);

}  // namespace
