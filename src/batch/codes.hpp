// Marks as numbers: what stands in a column of marks, and in one cell of it.
#pragma once

#include <cstdint>
#include <vector>

#include "card/card.hpp"

namespace ocop::batch {

// 0 is no mark. Of a criterion with options: 1 is "0" where no option stands for it, then its options in the order of the form, case
// by case, then the marks that name no case. Of `choose: any`: 1 + a bit for every option ticked. Of free points: 1 + the points
// above the least, in units of 1 / Program::scale.
using Code = std::uint64_t;

class LeafCodes {
public:
    LeafCodes(const program::Program& program, int leaf);

    Code count() const { return count_; }                     // codes are 0 to count - 1
    bool usable() const { return usable_; }                   // false: more than 63 options may be ticked together
    bool narrow() const { return usable_ && count_ <= 255; }  // a byte holds it
    card::Mark mark(Code code) const;                         // code < count()
    Code code(const card::Mark& mark) const;
    // The marks that name no case: the option that each case takes for them.
    const std::vector<std::vector<int>>& unnamed() const { return unnamed_; }
    Code first_unnamed() const { return first_unnamed_; }

private:
    void find_unnamed(const program::Program& program, const program::Leaf& leaf);
    void add_unnamed(std::vector<int> per_case);

    int first_choice_ = 0;
    bool any_ = false, free_ = false, usable_ = true;
    program::Scaled low_ = 0;
    Code first_unnamed_ = 0, count_ = 0;
    std::vector<std::vector<int>> unnamed_;
};

}  // namespace ocop::batch
