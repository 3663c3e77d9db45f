// The form of a trail: its nodes as a tree, and the marks of every sheet as numbers.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <ocop/number.hpp>

#include "record/claim.hpp"

namespace ocop::record {

using Points = std::optional<Number>;

enum class Known { no, yes, unknown };

Points points(const Json& value);
Json json_of(const Points& points);
Known known(const Json& value);  // true, false, null

struct FormMark {
    enum class State { marked, none, missing, not_applicable, unsure, ignored };
    State state = State::missing;
    Points points;
    Known applies = Known::yes;
    std::vector<std::string> options;
};

struct FormNode {
    std::string id, pointer;
    int parent = -1;
    std::size_t first_leaf = 0, end_leaf = 0;  // criteria at and below it, in form order
    bool criterion = false;
    Points max;
    std::vector<FormMark> marks;               // of a criterion: one a sheet
};

struct Form {
    std::vector<FormNode> nodes;
    std::vector<std::size_t> leaves;  // indices of criteria in `nodes`
    std::unordered_map<std::string, std::size_t> by_id;
    std::size_t sheets = 0;

    const FormNode& leaf(std::size_t i) const { return nodes[leaves[i]]; }
};

// The form, where the claim that it is whole holds; else nothing can be worked out.
Form read_form(const Json& record, Claim& whole);

}  // namespace ocop::record
