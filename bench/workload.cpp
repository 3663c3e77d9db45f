// Cards by a fixed seed; both evaluators must agree on every one before anything is timed.
#include "workload.hpp"

namespace workload {
namespace {

ocop::Scorecard scorecard(const ocop::RuleSet& rules, const hand_written::Form& form, const hand_written::Card& card, std::size_t number) {
    ocop::Scorecard::Builder builder(rules, "card-" + std::to_string(number));
    builder.level(ocop::Authority::province).filed_on("2026-06-01").assessed_on("2026-07-01").members(1);
    for (const char* fact : {"grown_in_province", "food_safety_compliant", "dossier_complete"}) builder.fact(fact, "true");
    builder.sheet("hội đồng");
    for (std::size_t i = 0; i < form.used; ++i) builder.mark(form.name[i], std::string(1, static_cast<char>('a' + (card[i] - hand_written::first_option))));
    return builder.build().value();
}

void agree(const Workload& work, std::size_t n) {
    const auto rating = work.rules.rate(work.scorecards[n]);
    const int by_hand = hand_written::stars(work.form, work.cards[n]);
    if (rating.stars() != by_hand)
        give_up("card " + std::to_string(n) + ": by hand " + std::to_string(by_hand) + " stars, by ocop " + ocop::report::json_line(rating.summary()));
}

}  // namespace

Workload make(std::size_t count) {
    Workload work{fresh_produce(), {}, {}, {}};
    work.form = form_of(work.rules);
    Random random(26'2026);
    for (std::size_t n = 0; n < count; ++n) {
        work.cards.push_back(random_card(work.form, random));
        work.scorecards.push_back(scorecard(work.rules, work.form, work.cards.back(), n));
        agree(work, n);
    }
    return work;
}

}  // namespace workload
