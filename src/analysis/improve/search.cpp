// Best first: criteria that conditions read are decided before the others, and what is open is counted at its least. So the
// first way that is complete is the cheapest. Every way is rated by the evaluator before it counts.
#include "analysis/improve/search.hpp"

#include <algorithm>

#include "analysis/improve/reads.hpp"

namespace ocop::analysis::improve {
namespace {

using program::Scaled;
using rate::Truth;

constexpr std::int64_t rating_steps = 20;  // one rating, in steps

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// All that the marks of the heads decide about the tails.
struct Context {
    std::vector<std::vector<Effect>> effects;
    std::unique_ptr<Bound> bound;
};

struct Node {
    int parent = -1;
    int pick = -1;
    int depth = 0;       // criteria decided
    Goals goals = 0;
    Value own, estimate;
    std::shared_ptr<const Context> context;  // once all heads are decided
};

class Search {
public:
    Search(const Problem& problem, int top, std::int64_t budget)
        : problem_(problem), attempt_(problem.program, problem.card), lanes_(Bound::lanes(problem)), top_(index(top)), budget_(budget) {
        order_ = problem.heads;
        order_.insert(order_.end(), problem.tails.begin(), problem.tails.end());
        open_ = open_effects(problem, attempt_);
        std::vector<const std::vector<Effect>*> effects;
        for (int leaf : order_) effects.push_back(&open_[index(leaf)]);
        bound_ = std::make_unique<Bound>(problem, effects, problem.program.stars.back(), false);
        find_last_heads();
    }

    Searched run() {
        add({-1, -1, 0, problem_.all_goals(), {}, {}, nullptr}, std::vector<Scaled>(lanes_, 0));
        while (!queue_.empty() && !enough()) {
            if (steps_ > budget_ && !dive()) break;
            std::pop_heap(queue_.begin(), queue_.end(), later_);
            const int next = queue_.back();
            queue_.pop_back();
            look(next);
        }
        if (queue_.empty() && out_.ways.empty()) out_.finished = true;  // everything was looked at after all
        return std::move(out_);
    }

private:
    // Which is looked at later: the dearer; of equals the one that is less far; then the one made later.
    struct Later {
        const Search* of;
        bool operator()(int a, int b) const {
            const Node &left = of->nodes_[index(a)], &right = of->nodes_[index(b)];
            if (of->diving_ && left.depth != right.depth) return left.depth < right.depth;
            if (left.estimate != right.estimate) return right.estimate < left.estimate;
            if (left.depth != right.depth) return left.depth < right.depth;
            return b < a;
        }
    };

    int heads() const { return static_cast<int>(problem_.heads.size()); }
    std::span<Scaled> points(int node) { return {&points_[index(node) * lanes_], lanes_}; }

    // Enough ways, and it is known whether there is another at that cost.
    bool enough() {
        if (out_.ways.size() < top_) return false;
        return out_.more || nodes_[index(queue_.front())].estimate.cost > out_.ways.back().value.cost;
    }

    // The budget is spent: goes for any way at all, if there is none yet.
    bool dive() {
        if (out_.finished) {
            out_.finished = false;
            out_.at_least = nodes_[index(queue_.front())].estimate.cost;
            if (!out_.ways.empty()) out_.more = out_.at_least == out_.ways.back().value.cost;
            budget_ += budget_ / 10;
            diving_ = true;
            std::make_heap(queue_.begin(), queue_.end(), later_);
            return out_.ways.empty();
        }
        return false;
    }

    void add(Node node, const std::vector<Scaled>& points) {
        ++steps_;
        const Bound& bound = node.context ? *node.context->bound : *bound_;
        const auto position = index(node.context ? node.depth - heads() : node.depth);
        const Value rest = bound.least(position, points, node.goals);
        if (rest.cost == impossible) return;
        node.estimate = node.own + rest;
        nodes_.push_back(std::move(node));
        points_.insert(points_.end(), points.begin(), points.end());
        queue_.push_back(static_cast<int>(nodes_.size()) - 1);
        std::push_heap(queue_.begin(), queue_.end(), later_);
    }

    void look(int number) {
        const std::vector<int> picks = this->picks(number);
        if (contains_a_way(picks)) return;
        const Node node = nodes_[index(number)];
        if (node.context && node.depth == static_cast<int>(order_.size())) return complete(node, picks);
        if (!node.context && node.depth == heads()) return settle(number, node, picks);
        if (!node.context && node.depth > 0 && !possible(node, picks)) return;
        expand(number, node);
    }

    void expand(int number, const Node& node) {
        const int leaf = order_[index(node.depth)];
        const std::vector<Effect>& effects = node.context ? node.context->effects[index(leaf)] : open_[index(leaf)];
        for (std::size_t i = 0; i < effects.size(); ++i) {
            const Goals goals = node.goals & effects[i].goals;
            if (goals == 0 || !effects[i].possible) continue;
            std::vector<Scaled> sum(points(number).begin(), points(number).end());
            Bound::add(problem_, effects[i], sum);
            add({number, static_cast<int>(i), node.depth + 1, goals, node.own + effects[i].value, {}, node.context}, sum);
        }
    }

    std::vector<int> picks(int number) const {
        std::vector<int> out(order_.size(), -1);
        for (int at = number; at >= 0; at = nodes_[index(at)].parent)
            if (nodes_[index(at)].pick >= 0) out[index(order_[index(nodes_[index(at)].depth - 1)])] = nodes_[index(at)].pick;
        return out;
    }

    const Candidate& candidate(int leaf, int pick) const { return problem_.choices.leaves[index(leaf)][index(pick)]; }

    // A way that has all the changes of another, and more, is none of its own.
    bool contains_a_way(const std::vector<int>& picks) const {
        return std::any_of(out_.ways.begin(), out_.ways.end(), [&](const Found& way) {
            for (std::size_t leaf = 0; leaf < picks.size(); ++leaf)
                if (way.picks[leaf] != picks[leaf] && !problem_.choices.leaves[leaf][index(way.picks[leaf])].keeps) return false;
            return true;
        });
    }

    void mark(const std::vector<int>& picks) {
        clear_all(problem_, attempt_);
        for (std::size_t leaf = 0; leaf < picks.size(); ++leaf)
            if (picks[leaf] >= 0) put(candidate(static_cast<int>(leaf), picks[leaf]), static_cast<int>(leaf), attempt_);
    }

    // Whether no gate stands before the goal yet, whatever the marks that are still open turn out to be. Minima and points are
    // the bound's.
    bool possible(const Node& node, const std::vector<int>& picks) {
        steps_ += rating_steps;
        mark(picks);
        attempt_.rate();
        for (std::size_t i = 0; i < problem_.program.gates.size(); ++i) {
            const program::GateEntry& gate = problem_.program.gates[i];
            if (gate.effect == model::Effect::cap && gate.stars >= problem_.target) continue;
            const Truth met = attempt_.found().gates[i].met;
            // One that has all the marks it reads and still is not known lacks a fact.
            if (met == Truth::yes || (met == Truth::unknown && node.depth >= last_heads_[i])) return false;
        }
        return true;
    }

    // How many heads are decided before all that a gate reads is.
    void find_last_heads() {
        for (const program::GateEntry& gate : problem_.program.gates) {
            const std::vector<bool> read = leaves_behind(problem_.program, gate.when);
            int last = 0;
            for (int i = 0; i < heads(); ++i)
                if (read[index(order_[index(i)])] && !problem_.fixed(order_[index(i)])) last = i + 1;
            last_heads_.push_back(last);
        }
    }

    // All conditions are known now: what is left of the goals, and what each tail does.
    void settle(int number, const Node& node, const std::vector<int>& picks) {
        mark(picks);
        for (int leaf : problem_.tails) attempt_.keep(leaf);
        attempt_.rate();
        steps_ += rating_steps;
        const rate::Found& found = attempt_.found();
        int ceiling = problem_.program.stars.back();
        for (std::size_t i = 0; i < problem_.program.gates.size(); ++i) {
            const program::GateEntry& gate = problem_.program.gates[i];
            if (found.gates[i].met == Truth::no) continue;
            if (gate.effect != model::Effect::cap) return;
            ceiling = std::min(ceiling, gate.stars);
        }
        Node settled{number, -1, node.depth, node.goals, {}, {}, nullptr};
        std::vector<Scaled> points(lanes_, 0);
        const auto minima = attempt_.minima();
        for (int leaf : problem_.heads) {
            const Effect effect = improve::effect(problem_, attempt_, minima, leaf, candidate(leaf, picks[index(leaf)]), true);
            if (!effect.possible) return;
            settled.goals &= effect.goals;
            settled.own = settled.own + effect.value;
            Bound::add(problem_, effect, points);
        }
        if (settled.goals == 0) return;
        settled.context = context(ceiling);
        add(std::move(settled), points);
    }

    // Made once for all heads that leave the tails alike.
    std::shared_ptr<const Context> context(int ceiling) {
        steps_ += rating_steps;
        auto effects = sure_effects(problem_, attempt_);
        std::vector<std::int64_t> key = {ceiling};
        for (int leaf : problem_.tails)
            for (const Effect& each : effects[index(leaf)]) {
                key.insert(key.end(), {each.possible, each.goals, each.value.added});
                key.insert(key.end(), each.points.begin(), each.points.end());
            }
        auto& known = contexts_[std::move(key)];
        if (known) return known;
        auto made = std::make_shared<Context>();
        made->effects = std::move(effects);
        std::vector<const std::vector<Effect>*> tails;
        for (int leaf : problem_.tails) tails.push_back(&made->effects[index(leaf)]);
        made->bound = std::make_unique<Bound>(problem_, tails, ceiling, true);
        steps_ += static_cast<std::int64_t>(made->bound->size() / 4);
        return known = std::move(made);
    }

    void complete(const Node& node, const std::vector<int>& picks) {
        steps_ += rating_steps;
        mark(picks);
        attempt_.rate();
        const rate::Conclusion& end = attempt_.conclusion();
        if (end.outcome != Outcome::rated || end.stars < problem_.target) return;
        if (out_.ways.size() == top_) {
            out_.more = out_.more || node.own.cost == out_.ways.back().value.cost;
            return;
        }
        out_.sure = out_.sure && !diving_;
        out_.ways.push_back({picks, node.own});
        if (diving_) queue_.clear();
    }

    const Problem& problem_;
    Attempt attempt_;
    std::size_t lanes_;
    std::size_t top_;
    std::int64_t budget_, steps_ = 0;
    bool diving_ = false;
    std::vector<int> order_;        // leaves, in the order in which they are decided
    std::vector<int> last_heads_;   // one a gate
    std::vector<std::vector<Effect>> open_;
    std::unique_ptr<Bound> bound_;
    std::vector<Node> nodes_;
    std::vector<Scaled> points_;    // of each node, one a lane
    std::vector<int> queue_;        // a heap
    Later later_{this};
    std::map<std::vector<std::int64_t>, std::shared_ptr<const Context>> contexts_;
    Searched out_;
};

}  // namespace

Searched search(const Problem& problem, int top, std::int64_t budget) { return Search(problem, top, budget).run(); }

}  // namespace ocop::analysis::improve
