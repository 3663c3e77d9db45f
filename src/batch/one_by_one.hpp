// The cards that columns leave: one at a time, in one pass if all is known, else the general way.
#pragma once

#include "batch/block.hpp"
#include "batch/decide.hpp"
#include "card/card.hpp"

namespace ocop::batch {

class OneByOne {
public:
    explicit OneByOne(const Task& task);

    // Card `at` of a block that begins at `first`, whose answers stand in `room`.
    void rate(std::size_t first, std::size_t at, const Room& room);
    // What keeps a card that is rated already from one star more.
    void find_blocking(std::size_t first, std::size_t at, const Room& room);

    // The card as the general way takes it; nothing where no such card can be.
    const card::Card* card(std::size_t number);

private:
    bool read_codes(std::size_t number);
    void read_answers(std::size_t first, std::size_t at, const Room& room);
    bool read_facts(std::size_t number);
    void generally(std::size_t number);
    void write(std::size_t number, Outcome outcome, int stars, int band, const rate::Figure& total);
    int first_blocking(const Verdict& verdict) const;

    const Task& task_;
    const program::Program& program_;
    Working working_;
    std::vector<std::uint8_t> codes_, answers_;
    card::Card card_;
    std::size_t facts_of_ = static_cast<std::size_t>(-1);  // the card whose facts stand in `card_`
    int sheets_ = 0;
};

}  // namespace ocop::batch
