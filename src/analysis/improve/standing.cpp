// Facts to a sheet, missing marks to 0.
#include "analysis/improve/standing.hpp"

#include "rate/completions.hpp"

namespace ocop::analysis::improve {

card::Card with_sheets(const program::Program& program, const card::Card& card) {
    const rate::Choices readings(program.rules->readings.size(), 0);
    rate::Assessment assessed;
    rate::assess(program, card, readings, rate::decode(program, readings), static_cast<int>(program.leaves.size()), assessed);
    return rate::with_sheet(program, card, readings, assessed);
}

card::Card standing(const program::Program& program, const card::Card& card) {
    card::Card out = with_sheets(program, card);
    for (card::Sheet& sheet : out.sheets)
        for (std::size_t leaf = 0; leaf < sheet.marks.size(); ++leaf) {
            sheet.marks[leaf].note.clear();
            if (sheet.marks[leaf].kind == card::Mark::Kind::missing) sheet.marks[leaf] = rate::zero_mark(program, static_cast<int>(leaf));
        }
    return out;
}

}  // namespace ocop::analysis::improve
