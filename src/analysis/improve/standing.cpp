// Facts to a sheet, missing marks to 0.
#include "analysis/improve/standing.hpp"

#include "rate/completions.hpp"

namespace ocop::analysis::improve {

card::Card standing(const program::Program& program, const card::Card& card) {
    card::Card out = rate::with_sheet(program, card);
    for (card::Sheet& sheet : out.sheets)
        for (std::size_t leaf = 0; leaf < sheet.marks.size(); ++leaf) {
            sheet.marks[leaf].note.clear();
            if (sheet.marks[leaf].kind == card::Mark::Kind::missing) sheet.marks[leaf] = rate::zero_mark(program, static_cast<int>(leaf));
        }
    return out;
}

}  // namespace ocop::analysis::improve
