// All ways to rate scorecards, held against rating them one by one: the same random cards of several rule sets, and what each way says
// of every one of them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ocop::test {

// One kind of cards: of a rule set, with so many sheets at the most.
struct Form {
    std::string rule_set;
    std::size_t sheets = 1;
};

// Half of all cards are of the first form, the others of the rest in equal shares.
const std::vector<Form>& compared_forms();

class Ways {
public:
    // Of these many cards one is given to C as JSON, too.
    static constexpr std::size_t json_every = 50;

    struct Way {
        std::string name;  // "columns, 2 threads"
        std::uint64_t cards = 0, differences = 0;
        std::string example;  // the shortest card that differs, with what was said of it; empty where none does
    };

    explicit Ways(unsigned seed);
    ~Ways();

    // Makes so many cards more and compares. All of them are held in memory at once.
    void compare(std::size_t cards);

    const std::vector<Way>& ways() const;
    std::uint64_t differences() const;
    // How many cards became what: "rated, 3 stars", "undecided".
    const std::map<std::string, std::uint64_t>& became() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ocop::test
