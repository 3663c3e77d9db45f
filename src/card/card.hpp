// A scorecard bound to one rule set: marks and facts as indices and values, nothing left to look up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <ocop/rating.hpp>

#include "base/value.hpp"
#include "program/program.hpp"

namespace ocop::card {

struct Mark {
    enum class Kind : std::uint8_t {
        missing,  // not assessed yet
        none,     // 0, and there is no zero option
        choice,   // one option: `choice`
        several,  // several options: `ticked` (choose: any)
        free,     // free points: `points`
        by_case,  // named without its case: `per_case` tells the option in each case
    };
    Kind kind = Kind::missing;
    int choice = program::none;          // flat index into Program::choices
    program::Scaled points = 0;          // of free points
    std::vector<int> ticked;             // flat indices, ascending, unique
    std::vector<int> per_case;           // one a case of the leaf: flat index, `none` for 0 without a zero option, or
                                         // `absent` where the case has no such option
    std::string note;

    static constexpr int absent = -2;
};

struct Sheet {
    std::string assessor;
    std::vector<Mark> marks;  // one a leaf of the program
};

struct Card {
    std::string id;
    std::string rule_set;                                       // as written on the card
    std::vector<std::pair<std::string, std::string>> product;   // as given, in the order given
    std::optional<Authority> level;
    std::optional<base::Date> filed_on, assessed_on;
    std::string council;                                        // id, or empty
    std::vector<base::Value> facts;      // by slot of model::RuleSet::facts; built-in ones filled in; not known: no value
    std::vector<bool> assumed;           // by slot: the rule set's `missing:` was taken
    std::vector<bool> evidence;          // by index of model::RuleSet::evidence
    std::optional<int> members;
    std::vector<Sheet> sheets;           // empty: the facts alone are rated
    std::string canonical;               // RFC 8785 text of the card as written, for its digest
};

}  // namespace ocop::card
