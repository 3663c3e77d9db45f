// What of a rule set its tests reach.
#pragma once

#include <string>
#include <vector>

#include <ocop/rule_test.hpp>

#include "card/card.hpp"
#include "program/program.hpp"
#include "rate/rate.hpp"

namespace ocop::analysis {

// Collects over many cards of one rule set; council rules and readings may differ from card to card.
class Reached {
public:
    explicit Reached(const program::Program& program);

    void add(const program::Program& program, const card::Card& card, const rate::Result& result);
    Coverage coverage() const { return coverage_; }

private:
    struct Asked {  // a condition
        int code = program::none;
        bool of_sheet = true;       // read on each sheet; else on the council's figures
        std::size_t item = 0;       // its true branch; the false one follows
    };

    void list_options(const program::Program& program);
    void list_conditions(const program::Program& program);
    void ask(const program::Program& program, int code, bool of_sheet, const std::string& what, const std::string& text);
    std::size_t put(Coverage::Kind kind, std::string name, int star = 0);
    void mark(std::size_t item) { coverage_.items[item].reached = true; }
    void add_cells(const program::Program& program, const card::Card& card, const rate::Result& result);
    void add_conditions(const program::Program& program, const card::Card& card, const rate::Result& result);

    Coverage coverage_;
    std::vector<std::size_t> options_, cases_, gates_, minima_, bands_;  // items, by index in the program
    std::vector<Asked> conditions_;
};

}  // namespace ocop::analysis
