// Best first: criteria that conditions read are decided before the others, and what is open is counted at its least. So the
// first way that is complete is the cheapest. Every way is rated by the evaluator before it counts.
#include "analysis/improve/search.hpp"

#include <algorithm>

namespace ocop::analysis::improve {
namespace {

using program::Scaled;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// All that the marks of the heads decide about the tails.
struct Context {
    Effects effects;  // those that are not allowed are not possible
    std::unique_ptr<Bound> bound;
};

struct Node {
    int parent = -1;
    int pick = -1;
    int depth = 0;  // criteria decided
    Goals goals = 0;
    Value own, estimate;
    std::shared_ptr<const Context> context;  // once all heads are decided
};

class Search {
public:
    Search(Ground& ground, const Allowed& allowed, std::int64_t budget)
        : ground_(ground), problem_(ground.problem()), allowed_(allowed), lanes_(Bound::lanes(problem_)), budget_(budget) {
        order_ = problem_.heads;
        order_.insert(order_.end(), problem_.tails.begin(), problem_.tails.end());
    }

    Searched run() {
        begin();
        while (!queue_.empty() && !out_.way) {
            if (ground_.steps > budget_ && !dive()) break;
            std::pop_heap(queue_.begin(), queue_.end(), later_);
            const int next = queue_.back();
            queue_.pop_back();
            look(next);
        }
        if (queue_.empty() && !out_.way) out_.finished = true;  // everything was looked at after all
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
    std::span<const Scaled> points(int node) const { return {&points_[index(node) * lanes_], lanes_}; }

    // Where no condition reads a mark there is nothing to bound before all conditions are known.
    void begin() {
        if (heads() > 0) {
            open_ = only_allowed(ground_.open());
            bound_ = bound(open_, order_, problem_.program.stars.back(), false);
        }
        Node root;
        root.goals = problem_.all_goals();
        add(std::move(root), std::vector<Scaled>(lanes_, 0));
    }

    Effects only_allowed(Effects effects) const {
        for (std::size_t leaf = 0; leaf < effects.size(); ++leaf)
            for (std::size_t i = 0; i < effects[leaf].size(); ++i) effects[leaf][i].possible = effects[leaf][i].possible && allowed_[leaf][i];
        return effects;
    }

    std::unique_ptr<Bound> bound(const Effects& effects, const std::vector<int>& leaves, int ceiling, bool sure) {
        std::vector<const std::vector<Effect>*> of;
        for (int leaf : leaves) of.push_back(&effects[index(leaf)]);
        auto made = std::make_unique<Bound>(problem_, of, ceiling, sure);
        ground_.steps += static_cast<std::int64_t>(made->size() / 4);
        return made;
    }

    // The budget is spent: goes for any way at all.
    bool dive() {
        if (!out_.finished) return false;
        out_.finished = false;
        out_.at_least = nodes_[index(queue_.front())].estimate.cost;
        budget_ = ground_.steps + budget_ / 10;
        diving_ = true;
        std::make_heap(queue_.begin(), queue_.end(), later_);
        return true;
    }

    void add(Node node, const std::vector<Scaled>& points) {
        ++ground_.steps;
        const Bound* bound = node.context ? node.context->bound.get() : bound_.get();
        const auto position = index(node.context ? node.depth - heads() : node.depth);
        const Value rest = bound == nullptr ? Value() : bound->least(position, points, node.goals);
        if (rest.cost == impossible) return;
        node.estimate = node.own + rest;
        nodes_.push_back(std::move(node));
        points_.insert(points_.end(), points.begin(), points.end());
        queue_.push_back(static_cast<int>(nodes_.size()) - 1);
        std::push_heap(queue_.begin(), queue_.end(), later_);
    }

    void look(int number) {
        const Node node = nodes_[index(number)];
        if (node.context && node.depth == static_cast<int>(order_.size())) return complete(node, picks(number));
        if (!node.context && node.depth == heads()) return settle(number, node, picks(number));
        if (!node.context && node.depth > 0 && !ground_.gates_open(picks(number), node.depth)) return;
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

    // All conditions are known now: what is left of the goals, and what each tail does.
    void settle(int number, const Node& node, const std::vector<int>& picks) {
        const auto settled = ground_.settle(picks);
        if (!settled->possible) return;
        Node next{number, -1, node.depth, node.goals, {}, {}, nullptr};
        std::vector<Scaled> points(lanes_, 0);
        for (const Effect& each : settled->heads) {
            next.goals &= each.goals;
            next.own = next.own + each.value;
            Bound::add(problem_, each, points);
        }
        if (next.goals == 0) return;
        next.context = context(*settled);
        add(std::move(next), points);
    }

    // Made once for all heads that leave the tails alike.
    std::shared_ptr<const Context> context(const Settled& settled) {
        auto& known = contexts_[{settled.tails.get(), settled.ceiling}];
        if (known) return known;
        auto made = std::make_shared<Context>();
        made->effects = only_allowed(*settled.tails);
        made->bound = bound(made->effects, problem_.tails, settled.ceiling, true);
        return known = std::move(made);
    }

    void complete(const Node& node, std::vector<int> picks) {
        const rate::Conclusion& end = ground_.rate(picks);
        if (end.outcome == Outcome::rated && end.stars >= problem_.target) out_.way = Found{std::move(picks), node.own};
    }

    Ground& ground_;
    const Problem& problem_;
    const Allowed& allowed_;
    std::size_t lanes_;
    std::int64_t budget_;
    bool diving_ = false;
    std::vector<int> order_;      // leaves, in the order in which they are decided
    Effects open_;
    std::unique_ptr<Bound> bound_;
    std::vector<Node> nodes_;
    std::vector<Scaled> points_;  // of each node, one a lane
    std::vector<int> queue_;      // a heap
    Later later_{this};
    std::map<std::pair<const Effects*, int>, std::shared_ptr<const Context>> contexts_;
    Searched out_;
};

}  // namespace

Searched search(Ground& ground, const Allowed& allowed, std::int64_t budget) { return Search(ground, allowed, budget).run(); }

}  // namespace ocop::analysis::improve
