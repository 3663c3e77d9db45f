// Small rule sets drawn at random, in which conditions, cases, gates, minima and readings meet in every way; and all the cards there
// are for them.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

namespace reference {

struct SmallCriterion {
    std::string id;
    std::vector<std::string> marks;  // every mark a card can have: "a", "x.b", "0", "2"; several as "a+c"
    bool any = false;
};

struct SmallRules {
    std::string yaml;
    std::vector<SmallCriterion> criteria;
    std::vector<std::string> facts;  // true or false each
    bool g_is_assumed = false;       // `g` is false where a card does not say
};

// The same seed gives the same rule set on every machine.
SmallRules small_rules(unsigned seed);

using Marks = std::map<std::string, std::string>;  // criterion to mark; no entry: missing
struct SmallCard {
    std::vector<Marks> sheets;
    std::map<std::string, bool> facts;
    bool operator==(const SmallCard&) const = default;
};

// As JSON that can be loaded.
std::string to_json(const SmallRules& rules, const SmallCard& card);

// A card with every mark and fact.
SmallCard complete_card(const SmallRules& rules, std::size_t sheets, std::mt19937& random);
// Every way to fill in what is missing: marks, and facts too. Stops past `most` and gives nothing then.
std::vector<SmallCard> completions(const SmallRules& rules, const SmallCard& card, std::size_t most);

}  // namespace reference
