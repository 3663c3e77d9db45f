// One mark after the other, in order of dependency, so that a condition finds the points it reads.
#include "rate/assess.hpp"

#include <algorithm>

#include "rate/decide.hpp"

namespace ocop::rate {
namespace {

using card::Mark;
using program::Leaf;
using program::none;
using program::Program;
using program::Scaled;
using State = Cell::State;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// Marks one sheet.
class Assessor {
public:
    Assessor(const Program& program, const card::Card& card, std::span<const int> choices, const Ways& ways, Assessment& out, int sheet)
        : program_(program), card_(card), out_(out), sheet_(sheet), figures_(program, out, card, sheet),
          inputs_{card.facts, &figures_, choices},
          column_(ways.column()) {}

    void run() {
        for (int leaf : program_.order) {
            if (leaf >= out_.end_leaf) {
                out_.at(leaf, sheet_) = {State::ignored, Truth::yes, Cell::any_case, Cell::any_case, none, 0, 0};
            } else {
                out_.at(leaf, sheet_) = cell(program_.leaves[index(leaf)], leaf);
            }
        }
    }

private:
    Truth ask(int code) { return code == none ? Truth::yes : truth(program_, code, inputs_, out_.faults); }

    Cell cell(const Leaf& leaf, int number) {
        Cell cell;
        cell.applies = applies(leaf);
        if (leaf.end_case - leaf.first_case == 1) {
            cell.case_index = 0;
        } else if (!leaf.free) {
            cell.case_index = current_case(leaf);
        }
        cell.by_facts = cell.case_index;
        if (cell.applies == Truth::no) {
            // Whatever is marked there, it counts nothing and chooses no case.
        } else if (out_.from_facts) {
            from_facts(leaf, cell);
        } else {
            from_mark(leaf, card_.sheets[index(sheet_)].marks[index(number)], cell);
        }
        if (cell.state == State::missing) cell.high = leaf.best[column_];
        apply(cell);
        return cell;
    }

    // A criterion applies if its own condition and those of the sections above it hold.
    Truth applies(const Leaf& leaf) {
        Truth all = Truth::yes;
        for (int i = leaf.first_applies; i < leaf.end_applies && all != Truth::no; ++i) {
            const Truth one = ask(program_.applies[index(i)]);
            if (one != Truth::yes) all = one;
        }
        return all;
    }

    void apply(Cell& cell) const {
        if (cell.applies == Truth::no) {
            cell.state = State::not_applicable;
            cell.choice = none;
            cell.low = cell.high = 0;
        } else if (cell.applies == Truth::unknown) {
            cell.low = 0;
            if (cell.state == State::counted) cell.state = State::unsure;
        }
    }

    // The one case whose condition is true.
    std::int16_t current_case(const Leaf& leaf) {
        std::int16_t found = Cell::any_case;
        for (int i = leaf.first_case; i < leaf.end_case; ++i) {
            const int when = program_.cases[index(i)].when;
            if (when == none || ask(when) != Truth::yes) continue;
            if (found != Cell::any_case) return Cell::any_case;
            found = static_cast<std::int16_t>(i - leaf.first_case);
        }
        return found;
    }

    void count(Cell& cell, Scaled points) const {
        cell.state = State::counted;
        cell.low = cell.high = points;
    }

    void choose(Cell& cell, int choice) const {
        cell.choice = choice;
        cell.case_index = static_cast<std::int16_t>(program_.choices[index(choice)].case_index);
        count(cell, program_.choices[index(choice)].points[column_]);
    }

    void tick(const Leaf& leaf, Cell& cell, const std::vector<int>& ticked) const {
        Scaled sum = 0;
        for (int choice : ticked) sum += program_.choices[index(choice)].points[column_];
        count(cell, std::min(sum, leaf.cap[column_]));
    }

    void from_mark(const Leaf& leaf, const Mark& mark, Cell& cell) {
        switch (mark.kind) {
            case Mark::Kind::missing: return;
            case Mark::Kind::none: return count(cell, 0);
            case Mark::Kind::choice: return choose(cell, mark.choice);
            case Mark::Kind::several: return tick(leaf, cell, mark.ticked);
            case Mark::Kind::free: return count(cell, mark.points);
            case Mark::Kind::by_case: return by_case(leaf, mark, cell);
        }
    }

    // A mark that does not name its case: the case that applies says what it means.
    void by_case(const Leaf& leaf, const Mark& mark, Cell& cell) {
        if (cell.case_index != Cell::any_case) {
            const int choice = mark.per_case[index(cell.case_index)];
            if (choice >= 0) choose(cell, choice);
            if (choice == none) count(cell, 0);
            return;  // absent: no mark in this case
        }
        bool first = true, absent = false;
        Scaled low = 0, high = 0;
        for (int i = leaf.first_case; i < leaf.end_case; ++i) {
            if (excluded(leaf, i)) continue;
            const int choice = mark.per_case[index(i - leaf.first_case)];
            absent = absent || choice == Mark::absent;
            const Scaled points = choice >= 0 ? program_.choices[index(choice)].points[column_] : 0;
            low = first ? points : std::min(low, points);
            high = first ? points : std::max(high, points);
            first = false;
        }
        if (absent) return;
        cell.state = low == high ? State::counted : State::unsure;
        cell.low = low;
        cell.high = high;
    }

    // A case that is surely not the one, while another may be.
    bool excluded(const Leaf& leaf, int number) {
        const auto no = [&](int i) {
            const int when = program_.cases[index(i)].when;
            return when != none && ask(when) == Truth::no;
        };
        if (!no(number)) return false;
        for (int i = leaf.first_case; i < leaf.end_case; ++i)
            if (!no(i)) return true;
        return false;
    }

    // No sheet: the option whose condition is true; nothing where that is not certain.
    void from_facts(const Leaf& leaf, Cell& cell) {
        if (leaf.free || cell.case_index == Cell::any_case) return;
        const program::CaseEntry& entry = program_.cases[index(leaf.first_case + cell.case_index)];
        std::vector<int> holding;
        for (int i = entry.first_choice; i < entry.end_choice; ++i) {
            const int when = program_.choices[index(i)].when;
            const Truth holds = when == none ? Truth::unknown : ask(when);
            if (holds == Truth::unknown) return;
            if (holds == Truth::yes) holding.push_back(i);
        }
        if (leaf.any) return tick(leaf, cell, holding);
        if (holding.size() > 1) return;
        if (holding.empty()) return count(cell, 0);
        choose(cell, holding.front());
    }

    const Program& program_;
    const card::Card& card_;
    Assessment& out_;
    int sheet_;
    SheetFigures figures_;
    program::Inputs inputs_;
    std::size_t column_;
};

}  // namespace

Truth truth(const Program& program, int code, const program::Inputs& inputs, bool& faults) {
    program::Faults happened;
    const base::Value value = program::evaluate(program.code[index(code)], inputs, nullptr, &happened);
    faults = faults || happened.any();
    const bool* known = value.get_if<bool>();
    return known == nullptr ? Truth::unknown : (*known ? Truth::yes : Truth::no);
}

base::Value SheetFigures::sum(int first_leaf, int end_leaf) const {
    Scaled sum = 0;
    for (int leaf = first_leaf; leaf < end_leaf; ++leaf) {
        const Cell& cell = assessment_.at(leaf, sheet_);
        if (!cell.known()) return {};
        sum += cell.low;
    }
    return program_.number(sum);
}

base::Value SheetFigures::points(int item) const {
    const program::NodeEntry& node = program_.nodes[index(item)];
    return sum(node.first_leaf, node.end_leaf);
}

base::Value SheetFigures::total() const { return sum(0, static_cast<int>(program_.leaves.size())); }

base::Value SheetFigures::option(int item) const {
    const int number = program_.leaf_of_node(item);
    const Cell& cell = assessment_.at(number, sheet_);
    if (cell.state != State::counted && cell.state != State::not_applicable) return {};
    const Leaf& leaf = program_.leaves[index(number)];
    const auto name = [&](int choice) { return program_.option_name(program_.choices[index(choice)], leaf); };
    if (leaf.any) {
        if (assessment_.from_facts && cell.low != 0) return {};
        auto names = std::make_shared<base::List>();
        if (cell.state == State::counted && !assessment_.from_facts)
            for (int choice : card_.sheets[index(sheet_)].marks[index(number)].ticked) names->push_back(name(choice));
        return std::shared_ptr<const base::List>(std::move(names));
    }
    if (cell.choice != none) return name(cell.choice);
    // A mark that several cases share has points, but it is not known which option it is.
    if (cell.state == State::counted && cell.low != 0) return {};
    return std::string("none");
}

base::Value CombinedFigures::combined(int first_leaf, int end_leaf) const {
    if (!all_known(assessment_, first_leaf, end_leaf)) return {};
    const Figure figure = combined_low(program_, assessment_, first_leaf, end_leaf);
    return program_.number(figure.numerator, figure.denominator);
}

base::Value CombinedFigures::points(int item) const {
    const program::NodeEntry& node = program_.nodes[index(item)];
    return combined(node.first_leaf, node.end_leaf);
}

base::Value CombinedFigures::total() const { return combined(0, static_cast<int>(program_.leaves.size())); }

base::Value CombinedFigures::option(int) const { return {}; }

void assess(const Program& program, const card::Card& card, std::span<const int> choices, const Ways& ways, int end_leaf, Assessment& out) {
    out.from_facts = card.sheets.empty();
    out.sheets = out.from_facts ? 1 : static_cast<int>(card.sheets.size());
    out.end_leaf = end_leaf;
    out.faults = false;
    out.cells.assign(program.leaves.size() * index(out.sheets), Cell{});
    for (int sheet = 0; sheet < out.sheets; ++sheet) Assessor(program, card, choices, ways, out, sheet).run();
}

}  // namespace ocop::rate
