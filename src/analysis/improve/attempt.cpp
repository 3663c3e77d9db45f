// Marks put in, and the evaluator asked.
#include "analysis/improve/attempt.hpp"

#include "rate/minima.hpp"

namespace ocop::analysis::improve {

Attempt::Attempt(const program::Program& program, const card::Card& card)
    : program_(program), original_(card), card_(card), readings_(program.rules->readings.size(), 0), ways_(rate::decode(program, readings_)) {}

void Attempt::keep(int leaf) {
    const auto at = static_cast<std::size_t>(leaf);
    for (std::size_t sheet = 0; sheet < card_.sheets.size(); ++sheet) card_.sheets[sheet].marks[at] = original_.sheets[sheet].marks[at];
}

void Attempt::put(int leaf, const card::Mark& mark) {
    for (card::Sheet& sheet : card_.sheets) sheet.marks[static_cast<std::size_t>(leaf)] = mark;
}

void Attempt::clear(int leaf) { put(leaf, card::Mark()); }

void Attempt::assess() { rate::assess(program_, card_, readings_, ways_, static_cast<int>(program_.leaves.size()), marks_); }

void Attempt::rate() {
    assess();
    found_ = rate::find_out(program_, card_, readings_, ways_, marks_, stopped_);
    conclusion_ = rate::conclude(program_, ways_, found_);
}

std::vector<rate::MinimumFound> Attempt::minima() const {
    bool faults = false;
    std::vector<rate::MinimumFound> found;
    rate::find_minima(program_, card_, readings_, ways_, marks_, faults, found);
    return found;
}

}  // namespace ocop::analysis::improve
