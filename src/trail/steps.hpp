// The pieces of a trail, one a function; `build` puts them together.
#pragma once

#include "rate/rate.hpp"

namespace ocop::trail {

// What every step of one trail looks at.
struct Rated {
    const program::Program& program;
    const card::Card& card;
    const rate::Result& result;

    const model::RuleSet& rules() const { return *program.rules; }
    // The figure of the leaves [first, end): of the council, or of one sheet. Nothing where something is missing, except
    // that a stopped or rejected dossier shows what was assessed.
    std::optional<Number> figure(int first_leaf, int end_leaf) const;
    std::optional<Number> figure(int first_leaf, int end_leaf, int sheet) const;
    std::string assessor(int sheet) const;

private:
    bool shown(int first_leaf, int end_leaf, int first_sheet, int end_sheet) const;
};

// One condition with the value of each operand.
TrailCondition explain(const Rated& c, const model::Condition& condition, int code, const program::Figures& figures);

std::vector<TrailNode> nodes(const Rated& c);
std::vector<TrailGate> gates(const Rated& c);
std::vector<TrailMinimum> minima(const Rated& c);
std::vector<TrailBand> bands(const Rated& c);
std::vector<TrailReading> readings(const Rated& c);
std::vector<TrailFact> facts(const Rated& c);
std::optional<Number> to_next_band(const Rated& c);

// Why a mark counts as it does, one clause.
Text reason(const Rated& c, const TrailMark& mark);

}  // namespace ocop::trail
