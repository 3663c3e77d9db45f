// The compiled rule set: flat arrays that rating walks. Built from a checked rule set; building cannot fail.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "model/rule_set.hpp"
#include "program/code.hpp"

namespace ocop::program {

// Points times 10^decimals of the rule set: whole numbers, so that sums are exact.
using Scaled = std::int64_t;

inline constexpr int none = -1;

struct Choice {
    std::array<Scaled, 2> points;  // corrected, printed
    int case_index = 0;            // within its leaf
    int option_index = 0;          // within its case
    int when = none;               // code
    bool misprinted = false;
};

struct Leaf {
    int node = 0;
    int first_choice = 0, end_choice = 0;  // empty for free points
    int first_case = 0, end_case = 0;      // into Program::cases; one case without condition for plain options
    int first_minimum = 0, end_minimum = 0;
    int first_applies = 0, end_applies = 0;  // into Program::applies: codes of this criterion and the sections above it
    bool any = false;                      // several may be ticked, summed up to `cap`
    bool free = false;                     // free points
    bool has_evidence = false;             // some option or the criterion requires evidence
    bool has_when = false;                 // some option has a condition
    bool read = false;                     // some gate, minimum, case or `applies` asks for its points, or its option
    bool option_read = false;              // … for its option
    std::array<Scaled, 2> cap;             // of `any`: the most that counts
    std::array<Scaled, 2> best;            // the most a mark here can give
};

struct CaseEntry {
    int first_choice = 0, end_choice = 0;
    int when = none;
};

// Nodes in form order; figures of a node are the sums of its leaves [first_leaf, end_leaf).
struct NodeEntry {
    int parent = none;
    int first_leaf = 0, end_leaf = 0;
    int leaf = none;  // itself
};

struct MinimumEntry {
    int leaf = 0;
    int choice = 0;
    int star = 0;
    int when = none;
    std::array<bool, 2> stands;  // corrected, printed
};

struct GateEntry {
    model::Effect effect = model::Effect::reject;
    int stars = 0;
    int end_leaf = 0;  // of a stop: leaves from here on are not assessed
    int when = none;
};

// How many sheets a gate or a minimum takes.
enum class MetBy : int { combined, majority, each, any };

struct BandEntry {  // lowest star first
    int star = 0;
    Scaled low = 0;
    bool low_open = false;
};

// Immutable; any number of threads rate with it.
struct Program {
    std::shared_ptr<const model::RuleSet> rules;
    int decimals = 0;
    Scaled scale = 1;
    std::vector<NodeEntry> nodes;
    std::vector<Leaf> leaves;        // form order
    std::vector<CaseEntry> cases;
    std::vector<Choice> choices;     // leaf by leaf, case by case, as written
    std::vector<MinimumEntry> minima;  // form order, stars ascending within a leaf
    std::vector<GateEntry> gates;
    std::vector<BandEntry> bands;
    std::vector<int> applies;        // codes
    std::vector<int> stars;          // ascending
    std::vector<Code> code;
    std::vector<bool> by_facts;      // by code: it asks for facts only, so that every sheet has the same answer
    std::vector<int> order;          // leaves in order of dependency
    std::vector<int> domains;        // one a fact: code of its domain
    // What each choice of an engine reading means: rounding places (-1 none), MetBy, or 0/1 for the first and second word.
    std::array<std::vector<int>, model::reading_count> meanings;
    std::vector<bool> reading_used;  // by some condition
    std::vector<int> fact_readers;   // by slot: how many gates, minima, cases and `applies` ask for the fact
    bool misprinted = false;         // some points or minima are printed otherwise

    int leaf_of_node(int node) const { return nodes[static_cast<std::size_t>(node)].leaf; }
    // A figure in points: numerator / (denominator × scale).
    Number number(Scaled numerator, std::int64_t denominator = 1) const;
    // Points as scaled; nothing if they have more decimals than this rule set uses or are out of limits.
    std::optional<Scaled> scaled(const Number& points) const;
    const model::Option& option(const Choice& choice, const Leaf& leaf) const;
    std::string option_name(const Choice& choice, const Leaf& leaf) const;  // "c", "operator.b"
};

// `same_conditions`: a program of a rule set with the same conditions in the same order (this one under other council rules);
// its code is taken over, so that what the conditions were checked from need not be there any more.
std::shared_ptr<const Program> compile(std::shared_ptr<const model::RuleSet> rules, const Program* same_conditions = nullptr);

}  // namespace ocop::program
