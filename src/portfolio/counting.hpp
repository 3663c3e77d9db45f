// Result lines counted: what one thread of a run has seen so far.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <ocop/portfolio.hpp>

#include "portfolio/counted.hpp"
#include "portfolio/fast_tokens.hpp"
#include "portfolio/makers.hpp"
#include "portfolio/rules.hpp"

namespace ocop::portfolio {

class Counting {
public:
    explicit Counting(const Rules& rules) : rules_(rules) {}

    void add(const Counted& line);
    Tally tally() const;

private:
    struct OfRule {
        std::shared_ptr<const Rule> rule;
        Counts counts;
        std::vector<std::uint64_t> blocked;  // by index into Program::minima
    };
    OfRule& of(int rule);
    void add_maker(const Counted& line);
    OfMaker* known(std::string_view maker);

    const Rules& rules_;
    Counts unknown_;              // whose rule set could not be told
    std::vector<OfRule> of_rule_;  // by the rule set's index
    std::unordered_map<std::string, OfMaker, TextHash, std::equal_to<>> makers_;
    // Where makers that were seen last stand in the map, by hash.
    struct Seen {
        std::uint64_t hash = 0;
        const std::string* name = nullptr;
        OfMaker* maker = nullptr;
    };
    std::vector<Seen> seen_ = std::vector<Seen>(4096);
    OfMaker other_makers_;
    std::uint64_t makers_unnamed_ = 0;
    std::array<OfFinding, 17> findings_{};
};

}  // namespace ocop::portfolio
