// Conditions of one card answered again, each that asks for facts only but once.
#pragma once

#include "rate/rate.hpp"

namespace ocop::rate {

class Answers {
public:
    Answers(const program::Program& program, const card::Card& card, const Result& result, std::vector<std::uint8_t>& room)
        : program_(program), card_(card), result_(result), known_(room) {
        known_.assign(program.code.size(), not_asked);
    }

    // On one sheet.
    Truth ask(int code, int sheet) {
        return once(code, [&] { return now(code, SheetFigures(program_, result_.counted, card_, sheet)); });
    }
    // On the council's figures.
    Truth ask(int code) {
        return once(code, [&] { return now(code, CombinedFigures(program_, result_.counted)); });
    }

private:
    static constexpr std::uint8_t not_asked = 0xFF;

    template <class Ask>
    Truth once(int code, Ask ask) {
        const auto at = static_cast<std::size_t>(code);
        if (!program_.by_facts[at]) return ask();
        if (known_[at] == not_asked) known_[at] = static_cast<std::uint8_t>(ask());
        return static_cast<Truth>(known_[at]);
    }

    Truth now(int code, const program::Figures& figures) const {
        bool faults = false;
        return truth(program_, code, {card_.facts, &figures, result_.choices}, faults);
    }

    const program::Program& program_;
    const card::Card& card_;
    const Result& result_;
    std::vector<std::uint8_t>& known_;  // by code
};

// As find(), with what was answered already.
void find(const program::Program& program, const card::Card& card, const Result& result, Answers& answers, std::vector<Records::Finding>& out);

}  // namespace ocop::rate
