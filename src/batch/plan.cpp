// Program to tables, and cards to what is looked up in them.
#include "batch/plan.hpp"

#include <algorithm>

#include "program/evaluate.hpp"
#include "rate/assess.hpp"

namespace ocop::batch {
namespace {

using card::Mark;
using program::none;
using program::Program;
using program::Scaled;
using rate::Cell;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

LeafPlan leaf_plan(const Program& program, int number, std::size_t column) {
    const program::Leaf& leaf = program.leaves[index(number)];
    LeafPlan out{LeafCodes(program, number), {}, {}, false, leaf.free ? 1 : leaf.end_case - leaf.first_case};
    out.plain = leaf.first_applies == leaf.end_applies && out.cases == 1;
    if (!out.codes.narrow()) return out;
    for (Code code = 0; code < out.codes.count(); ++code) {
        const Mark mark = out.codes.mark(code);
        Scaled points = mark.kind == Mark::Kind::free ? mark.points : 0;
        if (mark.kind == Mark::Kind::choice) points = program.choices[index(mark.choice)].points[column];
        for (int each : mark.ticked) points += program.choices[index(each)].points[column];
        if (mark.kind == Mark::Kind::several) points = std::min(points, leaf.cap[column]);
        out.points.push_back(points);
        const bool named = mark.kind == Mark::Kind::choice;
        out.case_of.push_back(named ? static_cast<std::int16_t>(program.choices[index(mark.choice)].case_index) : out.cases == 1 ? std::int16_t{0} : Cell::any_case);
    }
    return out;
}

int star_index(const Program& program, int star) {
    return static_cast<int>(std::find(program.stars.begin(), program.stars.end(), star) - program.stars.begin());
}

void find_deciding(Plan& plan) {
    const Program& program = *plan.program;
    std::vector<bool> decides(program.code.size(), false);
    const auto see = [&](int code) { if (code != none) decides[index(code)] = true; };
    for (int code : program.applies) see(code);
    for (const auto& each : program.cases) see(each.when);
    for (const auto& each : program.minima) see(each.when);
    for (const auto& each : program.gates) see(each.when);
    for (std::size_t i = 0; i < decides.size(); ++i)
        if (decides[i]) plan.deciding.push_back(static_cast<int>(i));
}

void make_tables(Plan& plan) {
    constexpr std::size_t bits = 64;
    for (int number : plan.program->order) {
        const LeafPlan& leaf = plan.leaves[index(number)];
        if (!leaf.plain) {
            plan.special.push_back(number);
            continue;
        }
        plan.tables.push_back({number, static_cast<std::uint32_t>(plan.alone.size()), static_cast<std::uint32_t>(leaf.points.size())});
        for (const Scaled points : leaf.points) {
            CodeTable& code = plan.alone.emplace_back();
            code.points = points;
            for (std::size_t i = 0; i < std::min(bits, plan.minima.size()); ++i) {
                const MinimumPlan& minimum = plan.minima[i];
                if (minimum.direct && minimum.leaf == number && points < minimum.required) code.missed |= std::uint64_t{1} << i;
            }
        }
    }
    plan.of_star.resize(plan.program->stars.size());
    for (std::size_t i = 0; i < plan.minima.size(); ++i) {
        if (i < bits) plan.of_star[index(plan.minima[i].star)] |= std::uint64_t{1} << i;
        if (i >= bits || !plan.minima[i].direct) plan.asked.push_back(static_cast<int>(i));
    }
}

}  // namespace

std::shared_ptr<const Plan> plan_of(std::shared_ptr<const Program> program) {
    rate::Choices chosen(program->rules->readings.size(), 0);
    return plan_of(std::move(program), std::move(chosen));
}

std::shared_ptr<const Plan> plan_of(std::shared_ptr<const Program> program, rate::Choices choices) {
    auto plan = std::make_shared<Plan>();
    plan->program = std::move(program);
    const Program& from = *plan->program;
    plan->choices = std::move(choices);
    plan->ways = rate::decode(from, plan->choices);
    const std::size_t column = plan->ways.column();
    plan->narrow = true;
    for (int i = 0; i < static_cast<int>(from.leaves.size()); ++i) {
        plan->leaves.push_back(leaf_plan(from, i, column));
        plan->narrow = plan->narrow && plan->leaves.back().codes.narrow();
    }
    for (const program::MinimumEntry& each : from.minima) {
        const program::Choice& choice = from.choices[index(each.choice)];
        const LeafPlan& leaf = plan->leaves[index(each.leaf)];
        const bool stands = each.stands[column];
        plan->minima.push_back({each.leaf, star_index(from, each.star), each.when, static_cast<std::int16_t>(choice.case_index), stands, leaf.cases == 1,
                                stands && leaf.plain && each.when == none, choice.points[column]});
    }
    make_tables(*plan);
    for (const program::Code& code : from.code) plan->conditions.push_back(condition_of(from, code, plan->choices));
    find_deciding(*plan);
    return plan;
}

Prepared prepare(const Plan& plan, const card::Card& card) {
    Prepared out;
    out.sheets = static_cast<int>(card.sheets.size());
    if (out.sheets == 0 || !plan.narrow) return out;
    for (std::size_t leaf = 0; leaf < plan.leaves.size(); ++leaf)
        for (const card::Sheet& sheet : card.sheets) out.codes.push_back(static_cast<std::uint8_t>(plan.leaves[leaf].codes.code(sheet.marks[leaf])));
    out.quick = true;
    out.answers.assign(plan.conditions.size(), ask);
    const program::Inputs inputs{card.facts, nullptr, plan.choices};
    for (int code : plan.deciding) {
        const Condition& condition = plan.conditions[index(code)];
        if (condition.figures) continue;
        bool faults = false;
        const rate::Truth truth = rate::truth(*plan.program, code, inputs, faults);
        out.answers[index(code)] = static_cast<std::uint8_t>(truth);
        if (faults) out.quick = false;
    }
    return out;
}

}  // namespace ocop::batch
