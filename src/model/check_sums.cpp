// Points close: every maximum printed is what can be attained below it.
#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "model/reader.hpp"

namespace ocop::model {

Number Reader::best_of(const Node& node) const {
    if (node.score) return node.score->high;
    Number most(0), sum(0);
    for (const Case& each : node.cases)
        for (const Option& option : each.options) {
            most = std::max(most, option.points);
            sum = *add(sum, option.points);
        }
    if (!node.choose_any) return most;
    return node.max ? std::min(sum, *node.max) : sum;
}

// What a node says it comes to. Where it does not close that has been told, and the sum above it may be meant with either.
Number Reader::declared(const Node& node) const { return node.attainable ? *node.attainable : node.max ? *node.max : node.best; }

// An option worth more than the whole criterion: the option is wrong, not the maximum.
bool Reader::check_options_within(const Node& node, const Written& at) {
    bool within = true;
    if (!node.max || node.choose_any) return within;
    const Written* cases = at.find("cases");
    for (std::size_t k = 0; k < node.cases.size(); ++k) {
        const Written* options = cases != nullptr ? cases->items[k].find("options") : at.find("options");
        for (std::size_t i = 0; options != nullptr && i < node.cases[k].options.size() && i < options->items.size(); ++i) {
            const Option& option = node.cases[k].options[i];
            const Written* place = options->items[i].find("points");
            if (option.points <= *node.max || place == nullptr) continue;
            error(*place, "sum-differs", fmt::format("`{}` has {} points, the maximum of `{}` is {}", option.id, option.points.text(), node.id, node.max->text()));
            within = false;
        }
    }
    return within;
}

// "13 for 3": the one option below, in criteria that print no maximum, that alone makes a sum too large and looks it, for
// it stands above a later one or ends in what would be right.
const syntax::Written* Reader::find_excess(int index, const Number& over, std::string& told) const {
    const Written* found = nullptr;
    const int end = rules_.nodes[static_cast<std::size_t>(index)].end;
    for (int i = index + 1; i < end;) {
        const Node& node = rules_.nodes[static_cast<std::size_t>(i)];
        if (node.max) {  // it closes, or that has been told
            i = node.end;
            continue;
        }
        ++i;
        if (node.cases.size() != 1 || node.choose_any) continue;
        const auto& options = node.cases.front().options;
        const auto most = std::ranges::max_element(options, {}, &Option::points);
        if (most == options.end() || most->points < over) continue;
        const Number right = *subtract(most->points, over);
        const bool stays_best = std::ranges::count_if(options, [&](const Option& each) { return each.points > right; }) == 1;
        const bool looks_wrong = most + 1 != options.end() || (most->points.text() != right.text() && most->points.text().ends_with(right.text()));
        const Written& at = *node_places_[static_cast<std::size_t>(i - 1)];
        const Written* written = at.find("options");
        if (written == nullptr && at.find("cases") != nullptr) written = at.find("cases")->items.front().find("options");
        if (!stays_best || !looks_wrong || written == nullptr) continue;
        if (found != nullptr) return nullptr;
        found = written->items[static_cast<std::size_t>(most - options.begin())].find("points");
        told = fmt::format("`{}` of `{}` has {} points", most->id, node.id, most->points.text());
    }
    return found;
}

void Reader::check_sum(int index) {
    Node& node = rules_.nodes[static_cast<std::size_t>(index)];
    std::string parts;
    Number as_declared(0);
    if (node.leaf()) {
        node.best = as_declared = best_of(node);
    } else {
        node.best = Number(0);
        for (int child = index + 1; child < node.end; child = rules_.nodes[static_cast<std::size_t>(child)].end) {
            const Node& below = rules_.nodes[static_cast<std::size_t>(child)];
            node.best = *add(node.best, below.best);
            as_declared = *add(as_declared, declared(below));
            parts += (parts.empty() ? "" : " + ") + below.best.text();
        }
    }
    const Written& at = *node_places_[static_cast<std::size_t>(index)];
    const Written* place = at.find(node.attainable ? "attainable" : "max");
    const std::optional<Number>& wanted = node.attainable ? node.attainable : node.max;
    if (!wanted || *wanted == node.best || *wanted == as_declared || place == nullptr) return;
    const std::string what = node.attainable ? "attainable" : "max";
    if (node.leaf() && !check_options_within(node, at)) return;
    if (node.leaf()) error(*place, "sum-differs", fmt::format("`{}` is {}, the best that can be marked in `{}` is {}", what, wanted->text(), node.id, node.best.text()));
    else if (std::string told; const Written* excess = *wanted < node.best ? find_excess(index, *subtract(node.best, *wanted), told) : nullptr)
        error(*excess, "sum-differs", fmt::format("{}, so the items below `{}` add up to {} ({}); its `{}` is {}", told, node.id, node.best.text(), parts, what, wanted->text()),
              "correct the points here, or the sum");
    else error(*place, "sum-differs", fmt::format("`{}` is {}, the items below `{}` add up to {} ({})", what, wanted->text(), node.id, node.best.text(), parts),
               "correct the points; or, where the source itself does not close, declare `attainable` with a `shortfall`");
}

void Reader::check_sums() {
    rules_.total_max = Number(0);
    for (int i = static_cast<int>(rules_.nodes.size()) - 1; i >= 0; --i)
        if (rules_.nodes[static_cast<std::size_t>(i)].end > i) check_sum(i);
    for (const Node& node : rules_.nodes)
        if (node.parent < 0) rules_.total_max = *add(rules_.total_max, node.max ? *node.max : node.best);
    if (rules_.total_max > Number(base::limits::points_most))
        report_.error("points-range", Place{rules_.file, 0, 0, 0, {}}, fmt::format("the parts add up to {}; at most {} points can be given in all", rules_.total_max.text(), base::limits::points_most));
}

}  // namespace ocop::model
