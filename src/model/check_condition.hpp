// A parsed condition with every name resolved and every type known.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/value.hpp"
#include "model/functions.hpp"
#include "model/type.hpp"
#include "syntax/condition.hpp"

namespace ocop::model {

// What names mean where a condition stands.
struct Names {
    struct FactName {
        std::string name;  // NFC
        Type type;
    };
    struct ItemName {
        std::string id;
        bool criterion = false;
        bool several = false;              // choose: any
        std::vector<std::string> options;  // "c", "operator.b"
    };
    struct ReadingName {
        std::string name;
        std::vector<std::string> choices;  // chosen first
    };
    std::vector<FactName> facts;        // index = slot
    std::vector<ItemName> items;        // index = node of the form
    std::vector<ReadingName> readings;  // index = reading of the rule set
    bool form = false;                  // points(), option(), total and reading() may be used
};

// Rules of the place where the condition stands.
struct Use {
    bool boolean_only = true;   // false: any value, as in `ocop eval`
    bool null_tests = false;    // `e = null`
    bool options = true;        // option() may be asked (not in gates)
};

// One thing a condition reads, and where.
struct Read {
    int index = 0;
    base::Span span;
};

// What a node means beyond its kind.
struct Meaning {
    Type type;
    const Function* function = nullptr;   // of a call
    std::vector<int> arguments;           // of a call: child for each parameter in order, -1 where left out; empty: as written
    int slot = -1;                        // of a name: fact; of points(), option(), reading(): index; of a loop variable see `variable`
    int variable = -1;                    // of a name: how far out its loop is counted from the outermost
    bool null_test = false;               // `e = null`, `e != null`: whether e is known
    std::optional<base::Value> constant;  // of a literal, a date("…"), a text
};

struct Checked {
    std::shared_ptr<const syntax::Condition> condition;
    std::vector<Meaning> meanings;  // one a node of the condition
    std::vector<Read> facts, points, options, readings;
    bool total = false;

    const Type& type() const { return meanings[condition->root].type; }
};

// Nothing comes back, and the report has errors, where names or types are wrong.
std::optional<Checked> check_condition(const syntax::Condition& condition, const Names& names, const Use& use, base::Report& report);

}  // namespace ocop::model
