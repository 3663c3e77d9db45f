// Every mark that a card can have for a criterion, numbered.
#include "batch/codes.hpp"

#include <algorithm>
#include <set>

namespace ocop::batch {
namespace {

using card::Mark;
using program::Choice;
using program::Leaf;
using program::none;
using program::Program;
using program::Scaled;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// The only option of a case that `wanted` picks: `absent` for none, nothing where there are several.
template <class Wanted>
std::optional<int> only(const Program& program, const program::CaseEntry& entry, Wanted wanted) {
    int found = Mark::absent;
    for (int i = entry.first_choice; i < entry.end_choice; ++i) {
        if (!wanted(program.choices[index(i)])) continue;
        if (found != Mark::absent) return std::nullopt;
        found = i;
    }
    return found;
}

template <class Wanted>
std::optional<std::vector<int>> of_each_case(const Program& program, const Leaf& leaf, Wanted wanted) {
    std::vector<int> per_case;
    for (int i = leaf.first_case; i < leaf.end_case; ++i) {
        const auto found = only(program, program.cases[index(i)], wanted);
        if (!found) return std::nullopt;
        per_case.push_back(*found);
    }
    return per_case;
}

}  // namespace

LeafCodes::LeafCodes(const Program& program, int number) {
    const Leaf& leaf = program.leaves[index(number)];
    first_choice_ = leaf.first_choice;
    any_ = leaf.any;
    free_ = leaf.free;
    const auto options = static_cast<Code>(leaf.end_choice - leaf.first_choice);
    if (free_) {
        low_ = *program.scaled(program.rules->nodes[index(leaf.node)].score->low);
        count_ = 2 + static_cast<Code>(leaf.best[0] - low_);
    } else if (any_) {
        usable_ = options <= 63;
        count_ = usable_ ? 1 + (Code{1} << options) : 1;
    } else {
        first_unnamed_ = 2 + options;
        if (leaf.end_case - leaf.first_case > 1) find_unnamed(program, leaf);
        count_ = first_unnamed_ + unnamed_.size();
    }
}

// By the ids that the cases' options have, and by their points.
void LeafCodes::find_unnamed(const Program& program, const Leaf& leaf) {
    std::set<std::string> ids;
    std::set<Scaled> points = {0};
    for (int i = leaf.first_choice; i < leaf.end_choice; ++i) {
        ids.insert(program.option(program.choices[index(i)], leaf).id);
        points.insert(program.choices[index(i)].points[0]);
    }
    for (const std::string& id : ids)
        if (auto found = of_each_case(program, leaf, [&](const Choice& each) { return program.option(each, leaf).id == id; })) add_unnamed(std::move(*found));
    for (Scaled each : points) {
        auto found = of_each_case(program, leaf, [&](const Choice& choice) { return choice.points[0] == each; });
        if (!found) continue;
        // "0" also means that nothing is ticked.
        if (each == 0) std::replace(found->begin(), found->end(), Mark::absent, none);
        add_unnamed(std::move(*found));
    }
}

void LeafCodes::add_unnamed(std::vector<int> per_case) {
    if (std::find(unnamed_.begin(), unnamed_.end(), per_case) == unnamed_.end()) unnamed_.push_back(std::move(per_case));
}

Mark LeafCodes::mark(Code code) const {
    Mark mark;
    if (code == 0) return mark;
    if (free_) {
        mark.kind = Mark::Kind::free;
        mark.points = low_ + static_cast<Scaled>(code - 1);
    } else if (any_) {
        mark.kind = Mark::Kind::several;
        for (int i = 0; i < 63; ++i)
            if (((code - 1) >> i & 1) != 0) mark.ticked.push_back(first_choice_ + i);
    } else if (code == 1) {
        mark.kind = Mark::Kind::none;
    } else if (code < first_unnamed_) {
        mark.kind = Mark::Kind::choice;
        mark.choice = first_choice_ + static_cast<int>(code - 2);
    } else {
        mark.kind = Mark::Kind::by_case;
        mark.per_case = unnamed_[code - first_unnamed_];
    }
    return mark;
}

Code LeafCodes::code(const Mark& mark) const {
    switch (mark.kind) {
        case Mark::Kind::missing: return 0;
        case Mark::Kind::none: return 1;
        case Mark::Kind::choice: return 2 + static_cast<Code>(mark.choice - first_choice_);
        case Mark::Kind::free: return 1 + static_cast<Code>(mark.points - low_);
        case Mark::Kind::several: {
            Code ticked = 0;
            for (int each : mark.ticked) ticked |= Code{1} << (each - first_choice_);
            return 1 + ticked;
        }
        case Mark::Kind::by_case:
            return first_unnamed_ + static_cast<Code>(std::find(unnamed_.begin(), unnamed_.end(), mark.per_case) - unnamed_.begin());
    }
    return 0;
}

}  // namespace ocop::batch
