// What every benchmark line reports besides its time: cards a second, and allocations a card.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>

#include "count_allocations.hpp"

namespace measure {

// Times `work`, which rates so many cards.
template <class Work>
void cards(benchmark::State& state, std::size_t each, Work work) {
    const std::size_t before = count_allocations::count();
    for (auto _ : state) work();
    const auto done = static_cast<double>(state.iterations()) * static_cast<double>(each);
    state.SetItemsProcessed(static_cast<std::int64_t>(done));
    state.counters["allocations"] = static_cast<double>(count_allocations::count() - before) / done;
}

}  // namespace measure
