// One card rated: under the readings chosen, and under each alternative in turn.
#pragma once

#include <vector>

#include <ocop/records.hpp>

#include "rate/decide.hpp"

namespace ocop::rate {

// What another way to take one reading gives.
struct Alternative {
    int reading = 0;
    int choice = 0;  // into Reading::choices()
    Outcome outcome = Outcome::undecided;
    int stars = 0;
    Figure total;
    bool changes = false;
};

struct Result {
    Choices choices;
    Assessment counted;  // the marks that count: after a stop, those from it on are ignored
    Ways ways;
    Found found;
    Conclusion conclusion;
    std::vector<Alternative> alternatives;  // in the order of the readings, as declared
};

Result rate(const program::Program& program, const card::Card& card);

// What is made on the way and not kept. Used again for the next card, it asks for no more memory.
struct Room {
    Choices choices;
    Assessment stopped;              // under the readings chosen
    Assessment other, other_stopped;  // under an alternative
    Found other_found;
    std::vector<std::uint8_t> answers;  // by code
};
void rate(const program::Program& program, const card::Card& card, Result& out, Room& room);

// What follows under the readings chosen alone; the range of an undecided card is sure, and not narrowed. The fast way to try a card
// that was varied.
Conclusion conclusion(const program::Program& program, const card::Card& card);

// How many variations of a card may be tried for one question: counted in steps of work, never in time, so that the answer is the
// same on every machine.
std::size_t variations(const program::Program& program, const card::Card& card);

// The star that would be one more; 0: not rated, or at the top. Without any star, meeting the minima of the ceiling gives the ceiling.
int next_star(const program::Program& program, const Ways& ways, Outcome outcome, int stars, int ceiling);

// Everything before one star more: "minimum 1.5 for 5", "points 17.5 for 5", "cap ID". Empty unless rated, and at the top.
std::vector<std::string> blocked_by(const program::Program& program, const Result& result);

// The same without words.
void blockers(const program::Program& program, const Result& result, std::vector<Records::Blocker>& out);

// The minima among it, as indices into Program::minima: of those of one criterion for one star the first.
std::vector<int> blocking_minima(const program::Program& program, const Result& result);

// Who may recognise the stars that were given.
std::optional<Recognition> recognise(const program::Program& program, const card::Card& card, const Conclusion& conclusion);
std::optional<Records::Recognition> recognised(const program::Program& program, const card::Card& card, const Conclusion& conclusion);

// What a person should look at, in a fixed order.
void find(const program::Program& program, const card::Card& card, const Result& result, std::vector<Records::Finding>& out);

// What a gate does, as the public interface names it.
TrailGate::Effect effect(model::Effect effect);

// All that happened, as numbers.
void record(const program::Program& program, const card::Card& card, const Result& result, Room& room, Records& into);

}  // namespace ocop::rate
