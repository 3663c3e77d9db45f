// The stars worked out again from a trail alone, with the numbers on the way that statements are about.
#pragma once

#include <map>

#include "record/form.hpp"

namespace ocop::record {

// What every sheet gives to the criteria [first, end), added up; nothing where the trail shows no figure.
struct Sums {
    std::vector<Number> by_sheet;
    std::vector<bool> all, any;  // by sheet: everything, anything was assessed
};

// One minimum: met for sure, or possibly, as far as the trail tells the marks.
struct Reach {
    bool sure = false, possible = false;
    std::int64_t sheets_sure = 0, sheets_possible = 0;
};

class Calculation {
public:
    Calculation(const Json& record, const Form& form);

    const Json& record() const { return record_; }
    const Json& trail() const { return record_.at("trail"); }
    const Form& form() const { return form_; }

    std::string reading(const std::string& name) const;  // the way chosen; empty where there is none
    bool rated() const { return outcome_told_ == "rated"; }
    bool undecided() const { return outcome_told_ == "undecided"; }
    bool partial() const { return outcome_told_ == "stopped" || outcome_told_ == "rejected"; }

    // ---- points ----
    Sums sums(std::size_t first_leaf, std::size_t end_leaf) const;
    Points shown(const Sums& sums, std::size_t sheet) const;
    Points combined(const Sums& sums) const;
    Points total_before_rounding() const { return combined(sums(0, form_.leaves.size())); }
    Points total() const;  // as the outcome told would have it

    // ---- gates ----
    Known any_gate(const std::string& effect) const;
    // The criterion from which on nothing is assessed; the number of criteria where nothing stops.
    std::size_t stop_leaf() const;
    std::size_t end_after(const Json& gate) const;  // of a stop gate

    // ---- stars ----
    Reach reach(const Json& minimum) const;
    std::optional<std::int64_t> band(const Points& total) const;
    std::int64_t capped(std::int64_t band, bool lucky) const;
    // The stars that the ceilings from `low` to `high` can give, least and most.
    std::pair<std::int64_t, std::int64_t> stars(std::int64_t low, std::int64_t high) const;
    std::int64_t next_star(std::int64_t stars) const;  // 0 at the top
    Points band_low(std::int64_t star) const;
    // What becomes of the dossier, and what follows then.
    struct Result {
        std::string outcome;
        std::optional<std::int64_t> band, ceiling, stars;
        Points total;
    };
    Result result() const;

private:
    Number combine(std::vector<Number> figures) const;
    Points rounded(const Points& total) const;
    std::int64_t stars_under(std::int64_t ceiling, bool lucky) const;
    bool minima_met(std::int64_t star, bool lucky) const;
    bool anything_missing() const;

    const Json& record_;
    const Form& form_;
    std::string outcome_told_, how_;
    std::map<std::string, std::string> readings_;
    std::vector<Reach> reach_;  // one a minimum
};

}  // namespace ocop::record
