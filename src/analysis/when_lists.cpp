// Collects each list with what it depends on: `applies` from the criterion upwards, the case around it, the gates before it.
#include "analysis/when_lists.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/comparisons.hpp"

namespace ocop::analysis {
namespace {

using model::Checked;
using syntax::Written;

bool reads(const WhenList& list, int slot) {
    const auto in = [slot](const Checked* condition) {
        return condition != nullptr && std::any_of(condition->facts.begin(), condition->facts.end(), [slot](const model::Read& read) { return read.index == slot; });
    };
    return std::any_of(list.entries.begin(), list.entries.end(), [&](const WhenEntry& entry) { return in(entry.when); }) || std::any_of(list.needed.begin(), list.needed.end(), in);
}

class Collection {
public:
    explicit Collection(const Subject& subject) : subject_(subject), rules_(*subject.rules) {}

    std::vector<WhenList> run() {
        for (std::size_t i = 0; i < rules_.nodes.size(); ++i) {
            if (rules_.nodes[i].several_cases()) collect_cases(i);
            if (!rules_.nodes[i].choose_any)
                for (std::size_t of_case = 0; of_case < rules_.nodes[i].cases.size(); ++of_case) collect_options(i, of_case);
        }
        return std::move(lists_);
    }

private:
    void collect_cases(std::size_t number) {
        const model::Node& node = rules_.nodes[number];
        WhenList list;
        list.of_cases = true;
        list.name = fmt::format("case of `{}`", node.id);
        if (const Written* item = subject_.item(node.id)) list.place = place_of_key(*item, "cases");
        for (std::size_t i = 0; i < node.cases.size(); ++i)
            add(list, node.cases[i].id, node.cases[i].when, Number(0), explained(node), subject_.case_(node, i));
        keep(std::move(list), number);
    }

    void collect_options(std::size_t number, std::size_t of_case) {
        const model::Node& node = rules_.nodes[number];
        const model::Case& one = node.cases[of_case];
        WhenList list;
        list.name = node.several_cases() ? fmt::format("option of `{}`, case `{}`", node.id, one.id) : fmt::format("option of `{}`", node.id);
        if (const Written* around = node.several_cases() ? subject_.case_(node, of_case) : subject_.item(node.id)) list.place = place_of_key(*around, "options");
        for (std::size_t i = 0; i < one.options.size(); ++i)
            add(list, one.options[i].id, one.options[i].when, one.options[i].points, explained(node) || explained(one.options[i]), subject_.option(node, of_case, i));
        if (one.when) list.needed.push_back(one.when->checked.get());
        keep(std::move(list), number);
    }

    static void add(WhenList& list, const std::string& id, const model::ConditionPtr& when, const Number& points, bool is_explained, const Written* written) {
        list.is_explained = list.is_explained || is_explained;
        list.entries.push_back({id, when == nullptr ? nullptr : when->checked.get(), points, is_explained, written == nullptr ? Place{} : place_of(*written, "when")});
    }

    void keep(WhenList list, std::size_t number) {
        if (std::all_of(list.entries.begin(), list.entries.end(), [](const WhenEntry& each) { return each.when == nullptr; })) return;
        for (int up = static_cast<int>(number); up >= 0; up = rules_.nodes[static_cast<std::size_t>(up)].parent)
            if (const auto& applies = rules_.nodes[static_cast<std::size_t>(up)].applies) list.needed.push_back(applies->checked.get());
        if (!std::all_of(list.needed.begin(), list.needed.end(), [](const Checked* each) { return each != nullptr && compares_facts_only(*each); })) return;
        add_gates(list, number);
        lists_.push_back(std::move(list));
    }

    // What is rejected anyway, or stopped before, needs no option. Gates over other facts leave all facts of the list possible.
    void add_gates(WhenList& list, std::size_t number) const {
        for (const model::Gate& gate : rules_.gates) {
            const Checked* when = gate.when->checked.get();
            const bool before = gate.after < 0 || rules_.nodes[static_cast<std::size_t>(gate.after)].end <= static_cast<int>(number);
            if (gate.effect == model::Effect::cap || !before || when == nullptr || !compares_facts_only(*when)) continue;
            if (std::all_of(when->facts.begin(), when->facts.end(), [&](const model::Read& read) { return reads(list, read.index); })) list.excluded.push_back(when);
        }
    }

    const Subject& subject_;
    const model::RuleSet& rules_;
    std::vector<WhenList> lists_;
};

}  // namespace

bool compares_facts_only(const Checked& checked) {
    return checked.points.empty() && checked.options.empty() && checked.readings.empty() && !checked.total && comparisons(checked);
}

std::vector<WhenList> when_lists(const Subject& subject) { return Collection(subject).run(); }

}  // namespace ocop::analysis
