// Facts that no card can have: outside their domain, no value of theirs, an unknown level or paper, dates in the wrong order.
#pragma once

#include "batch/facts.hpp"

namespace ocop::batch {

// What has to be looked at in the columns of one run.
class FactCheck {
public:
    FactCheck(const program::Program& program, const Facts& facts);

    // False: no card can have what is not allowed.
    bool needed() const { return needed_; }
    bool allowed(std::size_t card) const;

private:
    // Numbers whose domain is between two ends, in units of the column.
    struct Bounded {
        const FactColumn* column = nullptr;
        Bounds bounds;
    };

    const program::Program& program_;
    const Facts& facts_;
    std::vector<Bounded> bounded_;
    std::vector<int> others_;  // slots of declared facts
    bool head_ = false;        // level, dates or evidence
    bool needed_ = false;
};

}  // namespace ocop::batch
