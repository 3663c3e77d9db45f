// Minima of one council under one choice of readings.
#include "rate/minima.hpp"

#include <algorithm>

namespace ocop::rate {
namespace {

using program::MinimumEntry;
using program::Program;
using program::Scaled;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// One minimum against the marks of its criterion.
class Judge {
public:
    Judge(const Program& program, const Ways& ways, const Assessment& assessment)
        : program_(program), ways_(ways), assessment_(assessment) {}

    MinimumFound judge(const MinimumEntry& minimum) {
        MinimumFound found;
        const program::Choice& choice = program_.choices[index(minimum.choice)];
        required_ = choice.points[ways_.column()];
        leaf_ = minimum.leaf;
        case_ = static_cast<std::int16_t>(choice.case_index);
        int concerned = 0, surely = 0, sure = 0, possible = 0;
        Scaled low = 0, high = 0;
        bool applies = false, can_apply = false;
        for (int sheet = 0; sheet < assessment_.sheets; ++sheet) {
            const Cell& cell = assessment_.at(leaf_, sheet);
            const bool here = cell.case_index == case_ || open_case(cell) || may_fall_to(cell, case_);
            low += cell.low;
            high += cell.high;
            concerned += here ? 1 : 0;
            surely += surely_of(cell, case_) ? 1 : 0;
            const bool met = cell.applies == Truth::yes && cell.low >= required_;
            found.sheets_met += here && met ? 1 : 0;
            sure += !here || met ? 1 : 0;
            possible += !here || possibly(cell) ? 1 : 0;
            applies = applies || cell.applies == Truth::yes;
            can_apply = can_apply || cell.applies != Truth::no;
        }
        found.relevant = concerned > 0;
        if (ways_.minima_met_by == program::MetBy::combined) {
            const bool sums = adds_up(program_.rules->council.combine, assessment_.sheets);
            const Figure least = sums ? Figure{low, assessment_.sheets} : combined_low(program_, assessment_, leaf_, leaf_ + 1);
            const Figure most = sums ? Figure{high, assessment_.sheets} : combined_high(program_, assessment_, leaf_, leaf_ + 1);
            found.met = applies && compare(least, required_) >= 0;
            // Where no sheet is sure to be of its case, it may not be asked for at all.
            found.can_be_met = (several_cases() && surely == 0) ||
                               (can_apply && compare(most, required_) >= 0);
        } else {
            found.met = enough(sure);
            found.can_be_met = enough(possible);
        }
        return found;
    }

private:
    // With the case not known, another case's minimum may be the one that counts, or none.
    bool possibly(const Cell& cell) const {
        if (several_cases() && !surely_of(cell, case_)) return true;
        return cell.applies != Truth::no && cell.high >= required_;
    }
    // A mark yet to come may name any case.
    static bool open_case(const Cell& cell) { return cell.case_index == Cell::any_case || cell.state == Cell::State::missing; }
    // Should the criterion turn out not to apply, the facts choose the case, whatever the mark says.
    static bool may_fall_to(const Cell& cell, std::int16_t of_case) {
        return cell.applies == Truth::unknown && (cell.by_facts == of_case || cell.by_facts == Cell::any_case);
    }
    static bool surely_of(const Cell& cell, std::int16_t of_case) {
        return cell.case_index == of_case && !open_case(cell) && (cell.applies != Truth::unknown || cell.by_facts == of_case);
    }
    bool several_cases() const {
        const program::Leaf& leaf = program_.leaves[index(leaf_)];
        return leaf.end_case - leaf.first_case > 1;
    }
    bool enough(int sheets) const {
        return ways_.minima_met_by == program::MetBy::majority ? sheets * 2 > assessment_.sheets : sheets == assessment_.sheets;
    }

    const Program& program_;
    const Ways& ways_;
    const Assessment& assessment_;
    Scaled required_ = 0;
    int leaf_ = 0;
    std::int16_t case_ = 0;
};

}  // namespace

void find_minima(const Program& program, const card::Card& card, std::span<const int> choices, const Ways& ways,
                 const Assessment& assessment, bool& faults, std::vector<MinimumFound>& out) {
    const CombinedFigures figures(program, assessment);
    const program::Inputs inputs{card.facts, &figures, choices};
    Judge judge(program, ways, assessment);
    out.clear();
    out.reserve(program.minima.size());
    for (const MinimumEntry& minimum : program.minima) {
        MinimumFound one = judge.judge(minimum);
        one.relevant = one.relevant && minimum.stands[ways.column()];
        if (!one.relevant) {
            one.binds = Truth::no;
        } else if (minimum.when != program::none) {
            one.binds = truth(program, minimum.when, inputs, faults);
        }
        out.push_back(one);
    }
}

bool minima_allow(const Program& program, const Ways& ways, const std::vector<MinimumFound>& found, int star, bool possibly) {
    for (std::size_t i = 0; i < found.size(); ++i) {
        const int of = program.minima[i].star;
        if (ways.cumulative ? of > star : of != star) continue;
        if (found[i].binds == Truth::no) continue;
        const bool fine = possibly ? found[i].can_be_met || found[i].binds == Truth::unknown : found[i].met;
        if (!fine) return false;
    }
    return true;
}

}  // namespace ocop::rate
