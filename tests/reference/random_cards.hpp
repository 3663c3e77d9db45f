// Random but valid cards of one rule set, the same ones on every machine: only the raw numbers of std::mt19937 are used.
#pragma once

#include <random>

#include <nlohmann/json.hpp>

#include "reference/card.hpp"
#include "reference/form.hpp"

namespace reference {

class RandomCards {
public:
    // `rule_set`: its JSON, as for reference::rate.
    RandomCards(const nlohmann::json& rule_set, unsigned seed);

    // Complete: every fact known, every criterion marked on every sheet. Most of them get past the gates.
    Card complete(std::size_t most_sheets);
    // The card with some marks and facts taken away.
    Card partial(const Card& card);
    // The card with one mark of one sheet raised to an option with more points (to more points, to one tick more).
    // The same card if the mark that was picked is the highest already.
    Card raised(const Card& card);
    // The card with its sheets in another order.
    Card shuffled(const Card& card);

private:
    std::size_t below(std::size_t n) { return n == 0 ? 0 : generator_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    void draw_facts(Card& card);
    bool held_back(const Card& card) const;
    std::vector<std::string> mark(const Criterion& criterion, const Card& card, std::size_t quality);
    const Case& case_of(const Criterion& criterion, const Card& card) const;

    const nlohmann::json& rules_;
    nlohmann::json facts_, gates_;
    std::vector<Criterion> form_;
    std::mt19937 generator_;
    int number_ = 0;
};

}  // namespace reference
