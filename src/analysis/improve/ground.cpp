// The evaluator asked about marks chosen by number.
#include "analysis/improve/ground.hpp"

#include <algorithm>

#include "analysis/improve/reads.hpp"

namespace ocop::analysis::improve {
namespace {

using rate::Truth;

constexpr std::int64_t rating_steps = 20;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

}  // namespace

Ground::Ground(const Problem& problem) : problem_(problem), attempt_(problem.program, problem.card), open_(open_effects(problem, attempt_)) {
    for (const program::GateEntry& gate : problem.program.gates) {
        const std::vector<bool> read = leaves_behind(problem.program, gate.when);
        int last = 0;
        for (std::size_t i = 0; i < problem.heads.size(); ++i)
            if (read[index(problem.heads[i])] && !problem.fixed(problem.heads[i])) last = static_cast<int>(i) + 1;
        last_heads_.push_back(last);
    }
}

void Ground::mark(const std::vector<int>& picks) {
    steps += rating_steps;
    clear_all(problem_, attempt_);
    for (std::size_t leaf = 0; leaf < picks.size(); ++leaf)
        if (picks[leaf] >= 0) put(problem_.choices.leaves[leaf][index(picks[leaf])], static_cast<int>(leaf), attempt_);
}

// Minima and points are the bound's.
bool Ground::gates_open(const std::vector<int>& picks, int heads_decided) {
    mark(picks);
    attempt_.rate();
    for (std::size_t i = 0; i < problem_.program.gates.size(); ++i) {
        const program::GateEntry& gate = problem_.program.gates[i];
        if (gate.effect == model::Effect::cap && gate.stars >= problem_.target) continue;
        const Truth met = attempt_.found().gates[i].met;
        // One that has all the marks it reads and still is not known lacks a fact.
        if (met == Truth::yes || (met == Truth::unknown && heads_decided >= last_heads_[i])) return false;
    }
    return true;
}

std::shared_ptr<const Settled> Ground::settle(const std::vector<int>& picks) {
    std::vector<int> key;
    for (int leaf : problem_.heads) key.push_back(picks[index(leaf)]);
    auto& known = known_[std::move(key)];
    if (!known) known = std::make_shared<const Settled>(settled(picks));
    return known;
}

Settled Ground::settled(const std::vector<int>& picks) {
    Settled out;
    mark(picks);
    for (int leaf : problem_.tails) attempt_.keep(leaf);
    attempt_.rate();
    out.ceiling = problem_.program.stars.back();
    for (std::size_t i = 0; i < problem_.program.gates.size(); ++i) {
        const program::GateEntry& gate = problem_.program.gates[i];
        if (attempt_.found().gates[i].met == Truth::no) continue;
        if (gate.effect != model::Effect::cap) return out;
        out.ceiling = std::min(out.ceiling, gate.stars);
    }
    const auto minima = attempt_.minima();
    for (int leaf : problem_.heads) {
        const Candidate& chosen = problem_.choices.leaves[index(leaf)][index(picks[index(leaf)])];
        out.heads.push_back(effect(problem_, attempt_, minima, leaf, chosen, true));
        if (!out.heads.back().possible || out.heads.back().goals == 0) return out;
    }
    steps += rating_steps;
    out.tails = kept(sure_effects(problem_, attempt_));
    out.possible = true;
    return out;
}

std::shared_ptr<const Effects> Ground::kept(Effects tails) {
    std::vector<std::int64_t> key;
    for (int leaf : problem_.tails)
        for (const Effect& each : tails[index(leaf)]) {
            key.insert(key.end(), {each.possible, each.goals, each.value.added});
            key.insert(key.end(), each.points.begin(), each.points.end());
        }
    auto& known = tails_[std::move(key)];
    if (!known) known = std::make_shared<const Effects>(std::move(tails));
    return known;
}

const rate::Conclusion& Ground::rate(const std::vector<int>& picks) {
    mark(picks);
    attempt_.rate();
    return attempt_.conclusion();
}

}  // namespace ocop::analysis::improve
