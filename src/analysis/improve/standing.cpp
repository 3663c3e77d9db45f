// Facts to a sheet, missing marks to 0.
#include "analysis/improve/standing.hpp"

#include "rate/assess.hpp"

namespace ocop::analysis::improve {
namespace {

using card::Mark;
using program::Leaf;
using program::none;
using program::Program;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// What rating makes of the facts, written down as the marks of a sheet.
class Transcript {
public:
    Transcript(const Program& program, const card::Card& card) : program_(program), card_(card), readings_(program.rules->readings.size(), 0) {}

    card::Sheet sheet() {
        const int leaves = static_cast<int>(program_.leaves.size());
        rate::assess(program_, card_, readings_, rate::decode(program_, readings_), leaves, assessed_);
        card::Sheet out;
        for (int leaf = 0; leaf < leaves; ++leaf) out.marks.push_back(mark(leaf));
        return out;
    }

private:
    Mark mark(int number) {
        const Leaf& leaf = program_.leaves[index(number)];
        const rate::Cell& cell = assessed_.at(number, 0);
        Mark out;
        if (cell.state != rate::Cell::State::counted) return out;
        if (leaf.any) {
            out.kind = Mark::Kind::several;
            out.ticked = holding(leaf);
        } else if (cell.choice != none) {
            out.kind = Mark::Kind::choice;
            out.choice = cell.choice;
        } else {
            out = nothing(program_, number);
        }
        return out;
    }

    std::vector<int> holding(const Leaf& leaf) {
        const rate::SheetFigures figures(program_, assessed_, card_, 0);
        std::vector<int> out;
        for (int i = leaf.first_choice; i < leaf.end_choice; ++i) {
            bool faults = false;
            const int when = program_.choices[index(i)].when;
            if (when != none && rate::truth(program_, when, {card_.facts, &figures, readings_}, faults) == rate::Truth::yes) out.push_back(i);
        }
        return out;
    }

    const Program& program_;
    const card::Card& card_;
    rate::Choices readings_;
    rate::Assessment assessed_;
};

// The option without points of one case; none where there is no such option.
int zero_option(const Program& program, int of_case) {
    const program::CaseEntry& entry = program.cases[index(of_case)];
    for (int i = entry.first_choice; i < entry.end_choice; ++i)
        if (program.choices[index(i)].points[0] == 0) return i;
    return none;
}

}  // namespace

Mark nothing(const Program& program, int number) {
    const Leaf& leaf = program.leaves[index(number)];
    Mark out;
    if (leaf.any) {
        out.kind = Mark::Kind::several;
    } else if (leaf.free) {
        out.kind = Mark::Kind::free;
        out.points = *program.scaled(program.rules->nodes[index(leaf.node)].score->low);
    } else if (leaf.end_case - leaf.first_case > 1) {
        out.kind = Mark::Kind::by_case;
        for (int i = leaf.first_case; i < leaf.end_case; ++i) out.per_case.push_back(zero_option(program, i));
    } else {
        out.choice = zero_option(program, leaf.first_case);
        out.kind = out.choice == none ? Mark::Kind::none : Mark::Kind::choice;
    }
    return out;
}

card::Card standing(const Program& program, const card::Card& card) {
    card::Card out = card;
    if (out.sheets.empty()) out.sheets.push_back(Transcript(program, card).sheet());
    for (card::Sheet& sheet : out.sheets)
        for (std::size_t leaf = 0; leaf < sheet.marks.size(); ++leaf) {
            sheet.marks[leaf].note.clear();
            if (sheet.marks[leaf].kind == Mark::Kind::missing) sheet.marks[leaf] = nothing(program, static_cast<int>(leaf));
        }
    return out;
}

}  // namespace ocop::analysis::improve
