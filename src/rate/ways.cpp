// The choices of readings to what the evaluator does.
#include "rate/ways.hpp"

namespace ocop::rate {

const std::string& word(const model::Reading& reading, int choice) {
    return choice == 0 ? reading.chosen : reading.also[static_cast<std::size_t>(choice - 1)];
}

Ways decode(const program::Program& program, std::span<const int> choices) {
    const auto meaning = [&](model::EngineReading reading) {
        const auto index = static_cast<std::size_t>(reading);
        return program.meanings[index][static_cast<std::size_t>(choices[index])];
    };
    Ways ways;
    ways.rounding_places = meaning(model::reading_rounding);
    ways.minima_met_by = static_cast<program::MetBy>(meaning(model::reading_minima_met_by));
    ways.gates_met_by = static_cast<program::MetBy>(meaning(model::reading_gates_met_by));
    ways.cumulative = meaning(model::reading_minima_cumulate) == 0;
    ways.next_star = meaning(model::reading_minima_missed) == 0;
    ways.print = static_cast<model::Print>(meaning(model::reading_errata));
    return ways;
}

}  // namespace ocop::rate
