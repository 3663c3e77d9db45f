// A hand-written yardstick and the engine, on the same cards in one run. Ratios between lines are what counts.
#include <malloc.h>

#include <benchmark/benchmark.h>

#include <filesystem>

#include "api/state.hpp"
#include "measure.hpp"
#include "program/evaluate.hpp"
#include "rate/rate.hpp"
#include "workload.hpp"

namespace {

constexpr std::size_t cards = 4096;

const workload::Workload& work() {
    static const workload::Workload made = workload::make(cards);
    return made;
}

template <class Rate>
void one_by_one(benchmark::State& state, Rate rate) {
    work();  // made before anything is timed or counted
    std::size_t next = 0;
    measure::cards(state, 1, [&] {
        benchmark::DoNotOptimize(rate(next));
        next = (next + 1) % cards;
    });
}

void HandWrittenOneCard(benchmark::State& state) {
    one_by_one(state, [](std::size_t i) { return hand_written::stars(work().form, work().cards[i]); });
}

// The evaluator alone: stars, total, every alternative reading.
void EvaluatorOneCard(benchmark::State& state) {
    const auto& program = *work().rules.state().program;
    one_by_one(state, [&](std::size_t i) {
        return ocop::rate::rate(program, work().scorecards[i].state().card).conclusion.stars;
    });
}

// The public call: outcome, stars, total. What else there is to say is worked out where it is asked for, as below.
void RateOneCard(benchmark::State& state) {
    one_by_one(state, [](std::size_t i) { return work().rules.rate(work().scorecards[i]).stars(); });
}

// What blocks the next star, findings with their sentences.
void RateOneCardWithSummary(benchmark::State& state) {
    one_by_one(state, [](std::size_t i) { return work().rules.rate(work().scorecards[i]).summary().findings.size(); });
}

void RateOneCardWithTrail(benchmark::State& state) {
    one_by_one(state, [](std::size_t i) { return work().rules.rate(work().scorecards[i]).trail(ocop::Depth::plain).nodes.size(); });
}

// The same steps as numbers, into room that was used before.
void RateOneCardWithRecords(benchmark::State& state) {
    ocop::Records records;
    one_by_one(state, [&](std::size_t i) {
        work().rules.rate(work().scorecards[i]).records(records);
        return records.stars;
    });
}

void RateCouncilWithRecords(benchmark::State& state) {
    const std::filesystem::path file = OCOP_SOURCE_DIR "/examples/scorecards/xoai-cat.yaml";
    const ocop::Scorecard card = ocop::Scorecard::load(file, work().rules).value();
    ocop::Records records;
    measure::cards(state, 1, [&] {
        work().rules.rate(card).records(records);
        benchmark::DoNotOptimize(records.stars);
    });
}

// The trail with its reasons: each takes hundreds of variations of the card, rated again.
void RateOneCardWithReasons(benchmark::State& state) {
    one_by_one(state, [](std::size_t i) { return work().rules.rate(work().scorecards[i]).trail().reasons.irrelevant.size(); });
}

// A council of seven: also each sheet alone, the council without each, and every mark moved by one option.
void RateCouncilWithReasons(benchmark::State& state) {
    const std::filesystem::path file = OCOP_SOURCE_DIR "/examples/scorecards/xoai-cat.yaml";
    const ocop::Scorecard card = ocop::Scorecard::load(file, work().rules).value();
    measure::cards(state, 1, [&] { benchmark::DoNotOptimize(work().rules.rate(card).trail().agreement->moves.size()); });
}

void TextReport(benchmark::State& state) {
    one_by_one(state, [](std::size_t i) {
        ocop::report::Style style;
        style.language = ocop::Language::vi;
        return ocop::report::text(work().rules.rate(work().scorecards[i]).trail(ocop::Depth::plain), style).size();
    });
}

void JsonReport(benchmark::State& state) {
    one_by_one(state, [](std::size_t i) { return ocop::report::json(work().rules.rate(work().scorecards[i]).trail(ocop::Depth::plain)).size(); });
}

// The cheapest way to five stars, proven; `state.range(0)` of them.
void Improve(benchmark::State& state) {
    ocop::ImproveOptions options;
    options.to = 5;
    options.top = static_cast<int>(state.range(0));
    one_by_one(state, [&](std::size_t i) { return ocop::improve(work().rules, work().scorecards[i], options).ways.size(); });
}

// The condition of the form's first gate, over the facts of one card.
void Condition(benchmark::State& state) {
    const auto& program = *work().rules.state().program;
    const auto& card = work().scorecards[0].state().card;
    const std::vector<int> choices(program.rules->readings.size(), 0);
    const ocop::program::Inputs inputs{card.facts, nullptr, choices};
    const auto& code = program.code[static_cast<std::size_t>(program.gates.front().when)];
    measure::cards(state, 1, [&] { benchmark::DoNotOptimize(ocop::program::evaluate(code, inputs, nullptr, nullptr)); });
}

void LoadOneRuleSet(benchmark::State& state) {
    const auto library = ocop::Library::open({OCOP_SOURCE_DIR "/rules"}).value();
    for (auto _ : state) benchmark::DoNotOptimize(library.load("26-2026/food/fresh-produce").value());
}

// All that is shipped, kept loaded; and what it takes to keep.
void LoadAllRuleSets(benchmark::State& state) {
    const auto library = ocop::Library::open({OCOP_SOURCE_DIR "/rules"}).value();
    const auto listed = library.list();
    std::size_t bytes = 0;
    for (auto _ : state) {
        const std::size_t before = mallinfo2().uordblks;
        std::vector<ocop::RuleSet> kept;
        for (const auto& each : listed) kept.push_back(library.load(each.id).value());
        bytes = mallinfo2().uordblks - before;
        benchmark::DoNotOptimize(kept);
    }
    state.counters["rule_sets"] = static_cast<double>(listed.size());
    state.counters["MB_kept"] = static_cast<double>(bytes) / 1e6;
}

void ReadOneCard(benchmark::State& state) {
    const std::filesystem::path file = OCOP_SOURCE_DIR "/examples/scorecards/xoai-cat.yaml";
    const ocop::RuleSet& rules = work().rules;
    measure::cards(state, 1, [&] { benchmark::DoNotOptimize(ocop::Scorecard::load(file, rules).value()); });
}

BENCHMARK(HandWrittenOneCard);
BENCHMARK(EvaluatorOneCard);
BENCHMARK(RateOneCard);
BENCHMARK(RateOneCardWithSummary);
BENCHMARK(RateOneCardWithTrail);
BENCHMARK(RateOneCardWithRecords);
BENCHMARK(RateCouncilWithRecords);
BENCHMARK(RateOneCardWithReasons)->Unit(benchmark::kMicrosecond);
BENCHMARK(RateCouncilWithReasons)->Unit(benchmark::kMillisecond);
BENCHMARK(TextReport);
BENCHMARK(JsonReport);
BENCHMARK(Improve)->Arg(1)->Arg(10)->Unit(benchmark::kMicrosecond);
BENCHMARK(Condition);
BENCHMARK(LoadOneRuleSet)->Unit(benchmark::kMillisecond);
BENCHMARK(LoadAllRuleSets)->Unit(benchmark::kMillisecond);
BENCHMARK(ReadOneCard)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
