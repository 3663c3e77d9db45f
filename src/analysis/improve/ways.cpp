// After a way is found, all others lack at least one of its changes: one search for those that lack the first, one for those
// that have the first and lack the second, and so on. So a way that contains another is never looked for.
#include "analysis/improve/ways.hpp"

#include <algorithm>

namespace ocop::analysis::improve {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// Ways with these marks only, and the cheapest of them, once it was looked for.
struct Space {
    Allowed allowed;
    Value least;
    std::optional<Found> best;
    int number = 0;
};

// Which is looked at later: the dearer; of equals what was not searched yet; then the one made later.
struct Later {
    bool operator()(const Space& a, const Space& b) const {
        if (a.least != b.least) return b.least < a.least;
        if (a.best.has_value() != b.best.has_value()) return b.best.has_value();
        return b.number < a.number;
    }
};

class Finder {
public:
    Finder(const Problem& problem, int top, std::int64_t budget) : problem_(problem), ground_(problem), top_(index(top)), budget_(budget) {}

    Ways find() {
        Space whole;
        for (const auto& leaf : problem_.choices.leaves) whole.allowed.emplace_back(leaf.size(), true);
        push(std::move(whole));
        while (!spaces_.empty() && !done_) {
            std::pop_heap(spaces_.begin(), spaces_.end(), Later());
            Space next = std::move(spaces_.back());
            spaces_.pop_back();
            if (out_.ways.size() == top_ && next.least.cost > out_.ways.back().value.cost) break;
            next.best ? take(next) : look(std::move(next));
        }
        return std::move(out_);
    }

private:
    void push(Space space) {
        space.number = made_++;
        spaces_.push_back(std::move(space));
        std::push_heap(spaces_.begin(), spaces_.end(), Later());
    }

    void look(Space space) {
        if (ground_.steps > budget_) return give_up(space.least.cost);
        Searched found = search(ground_, space.allowed, budget_);
        if (!found.finished) {
            if (out_.ways.empty() && found.way) out_.ways.push_back(std::move(*found.way));
            return give_up(std::max(found.at_least, space.least.cost));
        }
        if (!found.way) return;
        space.least = found.way->value;
        space.best = std::move(found.way);
        push(std::move(space));
    }

    void give_up(std::int64_t at_least) {
        out_.sure = !proven_.empty();
        out_.finished = false;
        out_.at_least = at_least;
        out_.more = !proven_.empty() && at_least == out_.ways.back().value.cost;
        done_ = true;
    }

    void take(const Space& space) {
        const Found way = *space.best;
        const auto known = std::find_if(proven_.begin(), proven_.end(), [&](const Found& less) { return contains(way, less); });
        if (known != proven_.end()) return split(space, *known);
        if (out_.ways.size() == top_) {
            out_.more = true;  // it costs as much as the last: dearer ones are not taken
            done_ = true;
            return;
        }
        out_.ways.push_back(way);
        proven_.push_back(way);
        split(space, way);
    }

    bool keeps(std::size_t leaf, int pick) const { return problem_.choices.leaves[leaf][index(pick)].keeps; }

    bool contains(const Found& way, const Found& less) const {
        for (std::size_t leaf = 0; leaf < way.picks.size(); ++leaf)
            if (less.picks[leaf] != way.picks[leaf] && !keeps(leaf, less.picks[leaf])) return false;
        return true;
    }

    void split(const Space& space, const Found& way) {
        Space rest{space.allowed, space.least, std::nullopt, 0};
        for (std::size_t leaf = 0; leaf < way.picks.size(); ++leaf) {
            if (keeps(leaf, way.picks[leaf])) continue;
            const std::size_t pick = index(way.picks[leaf]);
            Space without = rest;
            without.allowed[leaf][pick] = false;
            if (std::find(without.allowed[leaf].begin(), without.allowed[leaf].end(), true) != without.allowed[leaf].end()) push(std::move(without));
            std::fill(rest.allowed[leaf].begin(), rest.allowed[leaf].end(), false);
            rest.allowed[leaf][pick] = true;
        }
    }

    const Problem& problem_;
    Ground ground_;
    std::size_t top_;
    std::int64_t budget_;
    std::vector<Space> spaces_;  // a heap
    std::vector<Found> proven_;
    int made_ = 0;
    bool done_ = false;
    Ways out_;
};

}  // namespace

Ways find_ways(const Problem& problem, int top, std::int64_t budget) { return Finder(problem, top, budget).find(); }

}  // namespace ocop::analysis::improve
