// The marks of one criterion, all of them or the outermost.
#include "rate/completions.hpp"

#include <algorithm>
#include <set>

namespace ocop::rate {
namespace {

using card::Mark;
using program::Choice;
using program::Leaf;
using program::none;
using program::Program;
using program::Scaled;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

Mark chosen(int choice) {
    Mark mark;
    mark.kind = Mark::Kind::choice;
    mark.choice = choice;
    return mark;
}

Mark ticked(std::vector<int> choices) {
    Mark mark;
    mark.kind = Mark::Kind::several;
    mark.ticked = std::move(choices);
    return mark;
}

Mark free_points(Scaled points) {
    Mark mark;
    mark.kind = Mark::Kind::free;
    mark.points = points;
    return mark;
}

class Marks {
public:
    using All = std::optional<std::vector<Mark>>;

    Marks(const Program& program, int leaf, std::size_t column, bool points_only, std::size_t most)
        : program_(program), number_(leaf), leaf_(program.leaves[index(leaf)]), column_(column), points_only_(points_only && !leaf_.option_read), most_(most) {}

    All all() const { return leaf_.free ? scores() : (leaf_.any ? combinations() : options()); }

private:
    // Cases have minima of their own, so their marks differ even where they give the same points.
    All options() const {
        std::vector<Mark> out;
        std::set<std::pair<int, Scaled>> seen;
        const auto add = [&](int of_case, Scaled points, const Mark& mark) {
            if (seen.emplace(of_case, points).second || !points_only_) out.push_back(mark);
        };
        if (const Mark zero = zero_mark(program_, number_); zero.kind != Mark::Kind::choice) add(none, 0, zero);
        for (int i = leaf_.first_choice; i < leaf_.end_choice; ++i) {
            const Choice& choice = program_.choices[index(i)];
            add(leaf_.end_case - leaf_.first_case > 1 ? choice.case_index : none, choice.points[column_], chosen(i));
        }
        return out.size() > most_ ? All() : All(std::move(out));
    }

    All combinations() const {
        const int options = leaf_.end_choice - leaf_.first_choice;
        if (options > 20 || (std::size_t{1} << index(options)) > most_) return std::nullopt;
        std::vector<Mark> out;
        std::set<Scaled> seen;
        for (unsigned set = 0; set < 1U << static_cast<unsigned>(options); ++set) {
            std::vector<int> choices;
            Scaled sum = 0;
            for (int i = 0; i < options; ++i) {
                if ((set >> static_cast<unsigned>(i) & 1U) == 0) continue;
                choices.push_back(leaf_.first_choice + i);
                sum += program_.choices[index(leaf_.first_choice + i)].points[column_];
            }
            if (seen.insert(std::min(sum, leaf_.cap[column_])).second || !points_only_) out.push_back(ticked(std::move(choices)));
        }
        return out;
    }

    All scores() const {
        const model::Score& score = *program_.rules->nodes[index(leaf_.node)].score;
        const Scaled low = *program_.scaled(score.low), high = *program_.scaled(score.high);
        const Scaled step = score.step ? *program_.scaled(*score.step) : 1;
        if (static_cast<std::size_t>((high - low) / step) >= most_) return std::nullopt;
        std::vector<Mark> out;
        for (Scaled points = low; points <= high; points += step) out.push_back(free_points(points));
        return out;
    }

    const Program& program_;
    int number_;
    const Leaf& leaf_;
    std::size_t column_;
    bool points_only_;
    std::size_t most_;
};

// What rating makes of the facts, written down as the marks of a sheet.
class Transcript {
public:
    Transcript(const Program& program, const card::Card& card, std::span<const int> choices, const Assessment& assessment)
        : program_(program), card_(card), choices_(choices), assessment_(assessment) {}

    card::Sheet sheet() const {
        card::Sheet out;
        for (int leaf = 0; leaf < static_cast<int>(program_.leaves.size()); ++leaf) out.marks.push_back(mark(leaf));
        return out;
    }

private:
    Mark mark(int number) const {
        const Leaf& leaf = program_.leaves[index(number)];
        const Cell& cell = assessment_.at(number, 0);
        if (cell.state != Cell::State::counted) return {};
        if (leaf.any) return ticked(holding(leaf));
        return cell.choice != none ? chosen(cell.choice) : zero_mark(program_, number);
    }

    std::vector<int> holding(const Leaf& leaf) const {
        const SheetFigures figures(program_, assessment_, card_, 0);
        std::vector<int> out;
        for (int i = leaf.first_choice; i < leaf.end_choice; ++i) {
            bool faults = false;
            const int when = program_.choices[index(i)].when;
            if (when != none && truth(program_, when, {card_.facts, &figures, choices_}, faults) == Truth::yes) out.push_back(i);
        }
        return out;
    }

    const Program& program_;
    const card::Card& card_;
    std::span<const int> choices_;
    const Assessment& assessment_;
};

}  // namespace

std::optional<std::vector<Mark>> possible_marks(const Program& program, int leaf, std::size_t column, bool points_only, std::size_t most) {
    return Marks(program, leaf, column, points_only, most).all();
}

int zero_option(const Program& program, int of_case) {
    const program::CaseEntry& entry = program.cases[index(of_case)];
    for (int i = entry.first_choice; i < entry.end_choice; ++i)
        if (program.choices[index(i)].points[0] == 0) return i;
    return none;
}

Mark zero_mark(const Program& program, int leaf) {
    const Leaf& form = program.leaves[index(leaf)];
    if (form.any) return ticked({});
    if (form.free) return free_points(*program.scaled(program.rules->nodes[index(form.node)].score->low));
    Mark out;
    if (form.end_case - form.first_case > 1) {
        out.kind = Mark::Kind::by_case;
        for (int i = form.first_case; i < form.end_case; ++i) out.per_case.push_back(zero_option(program, i));
        return out;
    }
    if (const int zero = zero_option(program, form.first_case); zero != none) return chosen(zero);
    out.kind = Mark::Kind::none;
    return out;
}

Mark least_mark(const Program& program, int leaf, std::size_t column) {
    const Leaf& form = program.leaves[index(leaf)];
    Mark out = zero_mark(program, leaf);
    if (out.kind != Mark::Kind::choice) return out;
    // A misprint may give the zero option points, and another option fewer.
    for (int i = form.first_choice; i < form.end_choice; ++i)
        if (program.choices[index(i)].points[column] < program.choices[index(out.choice)].points[column]) out.choice = i;
    return out;
}

Mark best_mark(const Program& program, int leaf, std::size_t column) {
    const Leaf& form = program.leaves[index(leaf)];
    if (form.free) {
        const model::Score& score = *program.rules->nodes[index(form.node)].score;
        const Scaled low = *program.scaled(score.low), step = score.step ? *program.scaled(*score.step) : 1;
        return free_points(low + (form.best[column] - low) / step * step);
    }
    if (form.any) {
        std::vector<int> all;
        for (int i = form.first_choice; i < form.end_choice; ++i) all.push_back(i);
        return ticked(std::move(all));
    }
    for (int i = form.first_choice; i < form.end_choice; ++i)
        if (program.choices[index(i)].points[column] == form.best[column]) return chosen(i);
    return zero_mark(program, leaf);
}

card::Card with_sheet(const Program& program, const card::Card& card) {
    card::Card out = card;
    if (!card.sheets.empty()) return out;
    const Choices choices(program.rules->readings.size(), 0);
    Assessment assessment;
    assess(program, card, choices, decode(program, choices), static_cast<int>(program.leaves.size()), assessment);
    out.sheets.push_back(Transcript(program, card, choices, assessment).sheet());
    return out;
}

std::vector<base::Value> closed_values(const model::Type& type) {
    if (type.kind == model::Type::Kind::boolean) return {base::Value(true), base::Value(false)};
    if (type.kind != model::Type::Kind::string || !type.values) return {};
    return {type.values->begin(), type.values->end()};
}

}  // namespace ocop::rate
