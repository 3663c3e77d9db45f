// Sheets to points: what each mark counts, criterion by criterion.
#pragma once

#include <cstdint>
#include <vector>

#include "card/card.hpp"
#include "program/evaluate.hpp"
#include "rate/figure.hpp"
#include "rate/ways.hpp"

namespace ocop::rate {

enum class Truth : std::uint8_t { no, yes, unknown };

// One mark as it counts. Where it is not sure, its points lie in [low..high].
struct Cell {
    enum class State : std::uint8_t {
        counted,
        missing,         // no mark yet
        not_applicable,  // 0 points
        unsure,          // marked, but its `applies` or its case is not known
        ignored,         // after the place where assessment stopped
    };
    static constexpr std::int16_t any_case = -1;

    State state = State::missing;
    Truth applies = Truth::yes;
    std::int16_t case_index = any_case;  // the case that applies, as far as it is known; the mark may name it
    std::int16_t by_facts = any_case;    // the case that the facts choose: what counts where the criterion does not apply
    int choice = program::none;          // the option that counts, if it is one
    program::Scaled low = 0, high = 0;

    bool known() const { return state != State::missing && state != State::ignored && low == high; }
};

// All sheets of one card.
struct Assessment {
    int sheets = 0;
    int end_leaf = 0;         // leaves from here on are not assessed
    bool from_facts = false;  // no sheets: one was made from the facts
    std::vector<Cell> cells;  // leaf by leaf, in each one cell a sheet
    bool faults = false;      // a condition divided by zero or grew too large

    const Cell& at(int leaf, int sheet) const { return cells[static_cast<std::size_t>(leaf * sheets + sheet)]; }
    Cell& at(int leaf, int sheet) { return cells[static_cast<std::size_t>(leaf * sheets + sheet)]; }
};

// What conditions of one sheet read.
class SheetFigures final : public program::Figures {
public:
    SheetFigures(const program::Program& program, const Assessment& assessment, const card::Card& card, int sheet)
        : program_(program), assessment_(assessment), card_(card), sheet_(sheet) {}
    base::Value points(int item) const override;
    base::Value option(int item) const override;
    base::Value total() const override;

private:
    base::Value sum(int first_leaf, int end_leaf) const;

    const program::Program& program_;
    const Assessment& assessment_;
    const card::Card& card_;
    int sheet_;
};

// What gates read: the council's figures.
class CombinedFigures final : public program::Figures {
public:
    CombinedFigures(const program::Program& program, const Assessment& assessment) : program_(program), assessment_(assessment) {}
    base::Value points(int item) const override;
    base::Value option(int item) const override;  // never asked: the checks refuse option() in gates
    base::Value total() const override;

private:
    base::Value combined(int first_leaf, int end_leaf) const;

    const program::Program& program_;
    const Assessment& assessment_;
};

// Yes, no, or not known.
Truth truth(const program::Program& program, int code, const program::Inputs& inputs, bool& faults);

// Marks of all sheets; leaves from `end_leaf` on are ignored.
void assess(const program::Program& program, const card::Card& card, std::span<const int> choices, const Ways& ways, int end_leaf,
            Assessment& out);

}  // namespace ocop::rate
