// What every search of one problem needs to know about the form, asked of the evaluator once.
#pragma once

#include <map>
#include <memory>
#include <span>

#include "analysis/improve/effects.hpp"

namespace ocop::analysis::improve {

// By leaf, candidate by candidate; empty for heads.
using Effects = std::vector<std::vector<Effect>>;

// What follows once all heads are marked.
struct Settled {
    bool possible = false;           // false: a gate stands before the goal, or something can never be known
    int ceiling = 0;                 // the stars that caps leave
    std::vector<Effect> heads;       // of the marks chosen, in the order of Problem::heads
    std::shared_ptr<const Effects> tails;  // the same object for all heads that leave the tails alike
};

// Steps are counted in units of roughly the same work: 1 for a node of a search, so many for a rating.
class Ground {
public:
    explicit Ground(const Problem& problem);

    const Problem& problem() const { return problem_; }
    // By leaf, candidate by candidate, with all marks open that may change.
    const Effects& open() const { return open_; }
    // `picks`: a candidate a leaf, -1 where open.
    bool gates_open(const std::vector<int>& picks, int heads_decided);
    std::shared_ptr<const Settled> settle(const std::vector<int>& picks);
    // What comes out where every leaf is decided.
    const rate::Conclusion& rate(const std::vector<int>& picks);

    std::int64_t steps = 0;

private:
    void mark(const std::vector<int>& picks);
    Settled settled(const std::vector<int>& picks);
    std::shared_ptr<const Effects> kept(Effects tails);

    const Problem& problem_;
    Attempt attempt_;
    Effects open_;
    std::vector<int> last_heads_;  // one a gate: so many heads are decided before all that it reads is
    std::map<std::vector<int>, std::shared_ptr<const Settled>> known_;  // by the picks of the heads
    std::map<std::vector<std::int64_t>, std::shared_ptr<const Effects>> tails_;
};

}  // namespace ocop::analysis::improve
