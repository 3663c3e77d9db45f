// The order in which criteria are worked out: what is read before what reads it. A circle is an error that names it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/reader.hpp"

namespace ocop::model {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class Order {
public:
    Order(RuleSet& rules, base::Report& report) : rules_(rules), report_(report), state_(rules.nodes.size(), State::fresh) {}

    void run() {
        for (int i = 0; i < static_cast<int>(rules_.nodes.size()); ++i)
            if (rules_.nodes[index(i)].leaf()) visit(i);
    }

private:
    enum class State { fresh, open, done };

    // Every condition that helps to decide the points of a criterion.
    template <class Each>
    void conditions(int leaf, Each each) const {
        for (int up = leaf; up >= 0; up = rules_.nodes[index(up)].parent)
            if (rules_.nodes[index(up)].applies) each(*rules_.nodes[index(up)].applies);
        for (const Case& of : rules_.nodes[index(leaf)].cases) {
            if (of.when) each(*of.when);
            for (const Option& option : of.options)
                if (option.when) each(*option.when);
        }
    }

    std::set<int> needs(int leaf) const {
        std::set<int> out;
        const auto add = [&](int first, int end) {
            for (int i = first; i < end; ++i)
                if (rules_.nodes[index(i)].leaf()) out.insert(i);
        };
        conditions(leaf, [&](const Condition& condition) {
            for (const Read& read : condition.checked->points) add(read.index, rules_.nodes[index(read.index)].end);
            for (const Read& read : condition.checked->options) add(read.index, read.index + 1);
            if (condition.checked->total) add(0, static_cast<int>(rules_.nodes.size()));
        });
        return out;
    }

    // `path_` holds the criteria being worked out. Forms are limited, but long chains still should not eat the stack, so this
    // walks with a stack of its own.
    void visit(int start) {
        struct Step {
            int leaf;
            std::vector<int> needs;
            std::size_t next = 0;
        };
        std::vector<Step> steps;
        const auto open = [&](int leaf) {
            state_[index(leaf)] = State::open;
            const auto wanted = needs(leaf);
            steps.push_back({leaf, {wanted.begin(), wanted.end()}});
        };
        if (state_[index(start)] == State::fresh) open(start);
        while (!steps.empty()) {
            Step& step = steps.back();
            if (step.next == step.needs.size()) {
                state_[index(step.leaf)] = State::done;
                rules_.order.push_back(step.leaf);
                steps.pop_back();
                continue;
            }
            const int wanted = step.needs[step.next++];
            if (state_[index(wanted)] == State::done) continue;
            if (state_[index(wanted)] == State::fresh) {
                open(wanted);
                continue;
            }
            std::vector<int> path;
            for (const Step& each : steps) path.push_back(each.leaf);
            circle(path, wanted);
        }
    }

    void circle(const std::vector<int>& path, int wanted) {
        std::string chain;
        bool inside = false;
        for (int leaf : path) {
            inside = inside || leaf == wanted;
            if (inside) chain += rules_.nodes[index(leaf)].id + " → ";
        }
        chain += rules_.nodes[index(wanted)].id;
        const Condition* first = nullptr;
        conditions(path.back(), [&](const Condition& condition) {
            if (first == nullptr && (!condition.checked->points.empty() || !condition.checked->options.empty() || condition.checked->total)) first = &condition;
        });
        const auto& source = *first->checked->condition;
        report_.error("circle", source.source->place(source.span), fmt::format("these criteria wait for each other: {}", chain),
                      "a criterion's `applies`, cases and options may only read what does not read them");
    }

    RuleSet& rules_;
    base::Report& report_;
    std::vector<State> state_;
};

}  // namespace

void Reader::check_order() { Order(rules_, report_).run(); }

}  // namespace ocop::model
