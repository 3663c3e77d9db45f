// Options, sets of options and steps of free points as marks, in the order the form has them.
#include "analysis/improve/choices.hpp"

#include <algorithm>

#include "rate/completions.hpp"

namespace ocop::analysis::improve {
namespace {

using card::Mark;
using program::Leaf;
using program::none;
using program::Program;
using program::Scaled;

constexpr int most_ticks = 10;     // of a criterion whose every set of options is tried
constexpr Scaled most_steps = 400;  // of free points
const Effort usual;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// The cost that stands nearest above a criterion.
const Effort& effort(const Program& program, const Costs& costs, int node) {
    for (int at = node; at != none; at = program.nodes[index(at)].parent)
        if (const auto found = costs.items.find(program.rules->nodes[index(at)].id); found != costs.items.end()) return found->second;
    return usual;
}

int decimals(const Number& number) {
    int places = 0;
    while (places < 6 && number.round(places, Number::Rounding::down) != number) ++places;
    return places;
}

std::int64_t unit_of(const Costs& costs) {
    int most = 0;
    const auto see = [&](const std::optional<Number>& cost) { most = std::max(most, cost ? decimals(*cost) : 0); };
    for (const auto& [id, each] : costs.items) {
        see(each.cost);
        for (const auto& [option, cost] : each.options) see(cost);
    }
    std::int64_t unit = 1;
    for (int i = 0; i < most; ++i) unit *= 10;
    return unit;
}

// A case that the facts exclude whatever the marks are, while another may be the one.
class Cases {
public:
    Cases(const Program& program, const card::Card& card) : program_(program), card_(card), readings_(program.rules->readings.size(), 0) {
        card::Card blank = card;
        for (Mark& each : blank.sheets.front().marks) each = Mark();
        blank.sheets.resize(1);
        rate::assess(program, blank, readings_, rate::decode(program, readings_), static_cast<int>(program.leaves.size()), assessed_);
    }

    bool excluded(const Leaf& leaf, int number) const {
        if (!no(number)) return false;
        for (int i = leaf.first_case; i < leaf.end_case; ++i)
            if (!no(i)) return true;
        return false;
    }

private:
    bool no(int number) const {
        bool faults = false;
        const int when = program_.cases[index(number)].when;
        const rate::SheetFigures figures(program_, assessed_, card_, 0);
        return when != none && rate::truth(program_, when, {card_.facts, &figures, readings_}, faults) == rate::Truth::no;
    }

    const Program& program_;
    const card::Card& card_;
    rate::Choices readings_;
    rate::Assessment assessed_;
};

class Lister {
public:
    Lister(const Program& program, const card::Card& card, const Costs& costs) : program_(program), card_(card), costs_(costs), cases_(program, card) {
        out_.unit = unit_of(costs);
    }

    Choices list() {
        for (leaf_ = 0; leaf_ < static_cast<int>(program_.leaves.size()); ++leaf_) {
            const Leaf& leaf = program_.leaves[index(leaf_)];
            effort_ = &effort(program_, costs_, leaf.node);
            out_.leaves.emplace_back();
            if (leaf.free) points(leaf);
            else if (leaf.any) sets(leaf);
            else options(leaf);
            out_.leaves.back().push_back({Mark(), 0, true});
        }
        return std::move(out_);
    }

private:
    std::optional<Number> cost_of(const std::string& name, const std::string& bare) const {
        for (const std::string* each : {&name, &bare})
            if (const auto found = effort_->options.find(*each); found != effort_->options.end()) return found->second;
        return effort_->cost;
    }

    std::optional<Number> cost_of(int choice, const Leaf& leaf) const {
        const program::Choice& of = program_.choices[index(choice)];
        return cost_of(program_.option_name(of, leaf), program_.option(of, leaf).id);
    }

    bool on_every_sheet(const Mark& mark) const {
        return std::all_of(card_.sheets.begin(), card_.sheets.end(), [&](const card::Sheet& sheet) {
            const Mark& has = sheet.marks[index(leaf_)];
            return has.kind == mark.kind && has.choice == mark.choice && has.points == mark.points && has.ticked == mark.ticked && has.per_case == mark.per_case;
        });
    }

    void add(Mark mark, const std::optional<Number>& cost) {
        if (!cost || on_every_sheet(mark)) return;
        const std::int64_t units = multiply(*cost, Number(out_.unit)).value_or(Number()).whole().value_or(0);
        out_.leaves.back().push_back({std::move(mark), units, false});
    }

    void options(const Leaf& leaf) {
        bool no_zero = false;
        for (int of = leaf.first_case; of < leaf.end_case; ++of) {
            if (cases_.excluded(leaf, of)) continue;
            const program::CaseEntry& entry = program_.cases[index(of)];
            bool zero = false;
            for (int i = entry.first_choice; i < entry.end_choice; ++i) {
                Mark mark;
                mark.kind = Mark::Kind::choice;
                mark.choice = i;
                zero = zero || program_.choices[index(i)].points[0] == 0;
                add(std::move(mark), cost_of(i, leaf));
            }
            no_zero = no_zero || !zero;
        }
        if (no_zero) add(rate::zero_mark(program_, leaf_), cost_of("none", "none"));
    }

    // Every set; of a long list the single options, the pairs and everything.
    void sets(const Leaf& leaf) {
        const int count = leaf.end_choice - leaf.first_choice;
        if (count <= most_ticks) {
            for (unsigned set = 0; set < (1U << static_cast<unsigned>(count)); ++set) add_set(leaf, [&](int i) { return ((set >> static_cast<unsigned>(i)) & 1U) != 0; });
            return;
        }
        out_.complete = false;
        add_set(leaf, [](int) { return false; });
        for (int a = 0; a < count; ++a)
            for (int b = a; b < count; ++b) add_set(leaf, [&](int i) { return i == a || i == b; });
        add_set(leaf, [](int) { return true; });
    }

    template <class In>
    void add_set(const Leaf& leaf, In in) {
        Mark mark;
        mark.kind = Mark::Kind::several;
        std::optional<Number> cost = Number();
        for (int i = leaf.first_choice; i < leaf.end_choice; ++i) {
            if (!in(i - leaf.first_choice)) continue;
            mark.ticked.push_back(i);
            const auto more = cost_of(i, leaf);
            cost = cost && more ? ocop::add(*cost, *more) : std::nullopt;
        }
        if (mark.ticked.empty()) cost = cost_of("none", "none");
        add(std::move(mark), cost);
    }

    // Multiples of the step from the least on, and the most; whole points where there is no step.
    void points(const Leaf& leaf) {
        const model::Score& score = *program_.rules->nodes[index(leaf.node)].score;
        const Scaled low = *program_.scaled(score.low), high = *program_.scaled(score.high);
        const Scaled smallest = score.step ? std::max<Scaled>(1, *program_.scaled(*score.step)) : program_.scale;
        const Scaled steps = (high - low) / smallest;
        const Scaled step = smallest * (1 + steps / most_steps);
        if (step != smallest) out_.complete = false;
        const Scaled top = score.step ? low + steps * smallest : high;
        for (Scaled at = low; at < top; at += step) add_points(at);
        add_points(top);
    }

    void add_points(Scaled points) {
        Mark mark;
        mark.kind = Mark::Kind::free;
        mark.points = points;
        add(std::move(mark), effort_->cost);
    }

    const Program& program_;
    const card::Card& card_;
    const Costs& costs_;
    Cases cases_;
    const Effort* effort_ = nullptr;
    int leaf_ = 0;
    Choices out_;
};

}  // namespace

Choices choices(const Program& program, const card::Card& card, const Costs& costs) { return Lister(program, card, costs).list(); }

}  // namespace ocop::analysis::improve
