// A rule set as the fast reader needs it: keys as they stand in a line, marks by their text, and what each fact answers by its text.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "batch/decide.hpp"
#include "portfolio/interned.hpp"
#include "portfolio/rules.hpp"

namespace ocop::portfolio {

// A fact's value, by how it is written, and what it alone answers to the conditions that ask for no other fact.
struct FastValue {
    bool allowed = false;
    base::Value value;
    std::vector<std::uint8_t> answers;  // as FastFact::readers
};

struct FastFact {
    std::string key;             // "local_share":
    int slot = 0;
    std::vector<int> readers;    // codes of conditions
    Interned<FastValue> values;  // by the text; a quote before it where it is a text
    const FastValue* last = nullptr;
    std::string last_text;
};

struct FastCriterion {
    static constexpr std::uint8_t other = 0xFF;
    std::string key;                   // "1.1":
    std::string id;
    std::array<std::uint8_t, 128> letters;  // the code of a mark of one letter; `other`: see `marks`
    Interned<std::uint8_t> marks{512};      // by text; `other`: none
    bool any = false;
};

// Another way to take one reading that may change stars.
struct FastReading {
    int reading = 0, choice = 0;
    rate::Ways ways;
    std::shared_ptr<const batch::Plan> plan;  // where marks are read otherwise too; null: `ways` say all
    std::vector<int> asked;                   // conditions that ask for this reading
};

class FastForm {
public:
    explicit FastForm(const Rule& rule);

    bool usable = false;  // false: cards of this rule set are left to the general way
    std::shared_ptr<const program::Program> program;
    std::shared_ptr<const batch::Plan> plan;
    int index = 0;                               // of the rule set
    std::vector<FastCriterion> criteria;
    std::vector<FastFact> facts;                 // the declared ones
    std::vector<std::string> evidence;           // ids
    std::vector<std::uint8_t> assumed_answers;   // by code, of a card that states no fact
    std::vector<base::Value> assumed;            // by slot
    std::vector<int> several;                    // conditions that ask for several facts, or for what the card's head says
    bool wants_values = false;                   // of the facts, for these
    bool wants_evidence = false;
    std::vector<int> watched;                    // leaves that findings can be about
    struct Needs {
        std::uint64_t all = 0;      // bits of evidence
        std::vector<int> in_order;  // each once
    };
    std::vector<std::vector<Needs>> needs;       // by leaf, by option counted from its first; the last: whatever is chosen
    std::vector<FastReading> readings;
    std::vector<int> parts;                      // nodes

    // The code of a mark; `other` where the general way has to say what is wrong with it.
    std::uint8_t code(std::size_t criterion, std::string_view text);
    // Nothing where the card could not state it.
    const FastValue* value(FastFact& fact, std::string_view text, bool quoted);
    // `several` answered from values, and those that ask for a reading under another choice of it.
    bool answer(const std::vector<int>& codes, const std::vector<base::Value>& values, const rate::Choices& choices, std::vector<std::uint8_t>& answers) const;

private:
    void find_readers();
    void find_readings();
    bool answer_alone(FastFact& fact, FastValue& value) const;

    std::vector<bool> asked_;  // by code: whether anything asks for its answer
};

}  // namespace ocop::portfolio
