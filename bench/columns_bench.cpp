// Stars of many cards at once from columns of bytes: in the cache, and from 2 GB of memory beside what reading alone takes.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <ocop/batch.hpp>

#include "huge_columns.hpp"
#include "measure.hpp"

namespace {

constexpr std::size_t large = std::size_t{2} << 30U;  // bytes of columns

const hand_written::Form& form() {
    static const hand_written::Form read = workload::form_of(workload::fresh_produce());
    return read;
}

// One portfolio is kept at a time: lines of the same one follow each other.
const workload::HugeColumns& portfolio(std::size_t sheets, std::size_t bytes) {
    static std::unique_ptr<const workload::HugeColumns> kept;
    const std::size_t cards = bytes / (form().used * sheets) / 4096 * 4096;
    if (!kept || kept->view().sheets != sheets || kept->view().cards != cards) {
        kept.reset();
        kept = std::make_unique<const workload::HugeColumns>(form(), sheets, cards);
    }
    return *kept;
}

void bytes_per_second(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(static_cast<std::size_t>(state.iterations()) * bytes));
}

// What a user with much to rate would write; `state.range(0)` sheets, `state.range(1)` bytes of columns.
void HandWrittenColumns(benchmark::State& state) {
    const auto& of = portfolio(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    measure::cards(state, of.view().cards, [&] {
        hand_written::stars(form(), of.view(), of.stars());
        benchmark::ClobberMemory();
    });
    bytes_per_second(state, of.bytes());
    state.SetLabel(hand_written::instructions());
}

// The same bytes read once and added up: what memory delivers at best.
void ReadColumns(benchmark::State& state) {
    const auto& of = portfolio(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    measure::cards(state, of.view().cards, [&] { benchmark::DoNotOptimize(hand_written::read_all(of.first(), of.bytes())); });
    bytes_per_second(state, of.bytes());
}

// Facts that let every dossier pass, as bits.
std::vector<ocop::batch::FactColumn> facts(const std::vector<std::uint8_t>& all) {
    std::vector<ocop::batch::FactColumn> out;
    for (const char* name : {"grown_in_province", "food_safety_compliant", "dossier_complete"}) {
        ocop::batch::FactColumn column;
        column.name = name;
        column.values = all.data();
        out.push_back(column);
    }
    return out;
}

// The same bytes rated by the engine: stars alone, or all results.
void rate(benchmark::State& state, bool everything) {
    static const ocop::Batch batch(workload::fresh_produce());
    const auto& of = portfolio(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    const hand_written::Columns view = of.view();
    const std::vector<std::uint8_t> all(view.cards / 8 + 1, 0xFF);
    const auto stated = facts(all);
    const std::vector<ocop::batch::MarkColumn> marks(view.columns, view.columns + form().used * view.sheets);
    ocop::batch::Cards cards;
    cards.count = view.cards;
    cards.sheets = view.sheets;
    cards.marks = marks;
    cards.facts = stated;
    std::vector<std::int8_t> stars(view.cards), band(everything ? view.cards : 0);
    std::vector<ocop::batch::Result> outcome(band.size());
    std::vector<std::int64_t> total(band.size()), denominator(band.size());
    ocop::batch::Results results;
    results.stars = stars.data();
    if (everything) results = {outcome.data(), stars.data(), band.data(), total.data(), denominator.data(), nullptr};
    measure::cards(state, view.cards, [&] {
        batch.rate(cards, results);
        benchmark::ClobberMemory();
    });
    hand_written::stars(form(), view, of.stars());
    for (std::size_t n = 0; n < view.cards; ++n)
        if (stars[n] != of.stars()[n]) workload::give_up("columns: card " + std::to_string(n) + ": by hand " + std::to_string(of.stars()[n]) + " stars, by ocop " + std::to_string(stars[n]));
    bytes_per_second(state, of.bytes());
}
void RateColumns(benchmark::State& state) { rate(state, false); }
void RateColumnsAllResults(benchmark::State& state) { rate(state, true); }

constexpr std::int64_t in_cache = 512 * 1024, from_memory = large;

BENCHMARK(ReadColumns)->ArgNames({"sheets", "bytes"})->Args({1, in_cache});
BENCHMARK(HandWrittenColumns)->ArgNames({"sheets", "bytes"})->Args({1, in_cache});
BENCHMARK(RateColumns)->ArgNames({"sheets", "bytes"})->Args({1, in_cache});
BENCHMARK(RateColumnsAllResults)->ArgNames({"sheets", "bytes"})->Args({1, in_cache});
BENCHMARK(HandWrittenColumns)->ArgNames({"sheets", "bytes"})->Args({7, 2 * in_cache});
BENCHMARK(RateColumns)->ArgNames({"sheets", "bytes"})->Args({7, 2 * in_cache});
BENCHMARK(ReadColumns)->ArgNames({"sheets", "bytes"})->Args({1, from_memory})->Unit(benchmark::kMillisecond);
BENCHMARK(HandWrittenColumns)->ArgNames({"sheets", "bytes"})->Args({1, from_memory})->Unit(benchmark::kMillisecond);
BENCHMARK(RateColumns)->ArgNames({"sheets", "bytes"})->Args({1, from_memory})->Unit(benchmark::kMillisecond);
BENCHMARK(RateColumnsAllResults)->ArgNames({"sheets", "bytes"})->Args({1, from_memory})->Unit(benchmark::kMillisecond);
BENCHMARK(ReadColumns)->ArgNames({"sheets", "bytes"})->Args({7, from_memory})->Unit(benchmark::kMillisecond);
BENCHMARK(HandWrittenColumns)->ArgNames({"sheets", "bytes"})->Args({7, from_memory})->Unit(benchmark::kMillisecond);
BENCHMARK(RateColumns)->ArgNames({"sheets", "bytes"})->Args({7, from_memory})->Unit(benchmark::kMillisecond);

}  // namespace
