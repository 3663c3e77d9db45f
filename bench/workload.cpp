// Cards by a fixed seed; both evaluators must agree on every one before anything is timed.
#include "workload.hpp"

#include <cstdio>
#include <cstdlib>
#include <random>

#include "api/state.hpp"
#include "program/program.hpp"

namespace workload {
namespace {

[[noreturn]] void give_up(const std::string& why) {
    std::fputs((why + "\n").c_str(), stderr);
    std::exit(2);
}

ocop::RuleSet load() {
    const auto library = ocop::Library::open({OCOP_SOURCE_DIR "/rules"}).value();
    auto loaded = library.load("26-2026/food/fresh-produce");
    if (!loaded) {
        for (const auto& each : loaded.diagnostics) std::fputs(ocop::to_string(each).c_str(), stderr);
        give_up("the rule set did not load");
    }
    return *loaded.rule_set;
}

// The numbers of the form, taken from the compiled rule set; the code that uses them is hand-written.
hand_written::Form form_of(const ocop::program::Program& program) {
    hand_written::Form form;
    form.used = program.leaves.size();
    if (form.used > hand_written::criteria) give_up("the form has more criteria than expected");
    for (std::size_t i = 0; i < program.leaves.size(); ++i) {
        const auto& leaf = program.leaves[i];
        for (int k = leaf.first_choice; k < leaf.end_choice; ++k)
            form.points[i][static_cast<std::size_t>(k - leaf.first_choice)] =
                static_cast<std::uint8_t>(program.choices[static_cast<std::size_t>(k)].points[0]);
    }
    for (const auto& minimum : program.minima)
        form.minimum[static_cast<std::size_t>(minimum.leaf)][static_cast<std::size_t>(minimum.star)] =
            static_cast<std::uint8_t>(program.choices[static_cast<std::size_t>(minimum.choice)].points[0]);
    for (const auto& band : program.bands) form.band[static_cast<std::size_t>(band.star)] = static_cast<std::uint8_t>(band.low);
    return form;
}

ocop::Scorecard scorecard(const ocop::RuleSet& rules, const hand_written::Card& card, std::size_t number) {
    const auto& program = *rules.state().program;
    ocop::Scorecard::Builder builder(rules, "card-" + std::to_string(number));
    builder.level(ocop::Authority::province).filed_on("2026-06-01").assessed_on("2026-07-01").members(1);
    for (const char* fact : {"grown_in_province", "food_safety_compliant", "dossier_complete"}) builder.fact(fact, "true");
    builder.sheet("hội đồng");
    for (std::size_t i = 0; i < program.leaves.size(); ++i) {
        const auto& leaf = program.leaves[i];
        const auto& choice = program.choices[static_cast<std::size_t>(leaf.first_choice) + card[i]];
        builder.mark(program.rules->nodes[static_cast<std::size_t>(leaf.node)].id, program.option_name(choice, leaf));
    }
    return builder.build().value();
}

}  // namespace

Workload make(std::size_t count) {
    Workload work{load(), {}, {}, {}};
    const auto& program = *work.rules.state().program;
    work.form = form_of(program);
    std::mt19937 random(26'2026);
    for (std::size_t n = 0; n < count; ++n) {
        hand_written::Card card{};
        // Good products are as common as poor ones: the better of two or three throws.
        const auto throws = static_cast<unsigned>(1 + random() % 3);
        for (std::size_t i = 0; i < work.form.used; ++i) {
            const auto& leaf = program.leaves[i];
            const auto options = static_cast<unsigned>(leaf.end_choice - leaf.first_choice);
            for (unsigned t = 0; t < throws; ++t)
                card[i] = std::max(card[i], static_cast<std::uint8_t>(random() % options));
        }
        // A story without points has no structure to mark.
        for (std::size_t i = 0; i < work.form.used; ++i) {
            const std::string& id = program.rules->nodes[static_cast<std::size_t>(program.leaves[i].node)].id;
            if (id == "5.1" && card[i] == 0) card[i + 1] = 0;
        }
        work.cards.push_back(card);
        work.scorecards.push_back(scorecard(work.rules, card, n));
        const auto rating = work.rules.rate(work.scorecards.back());
        const int by_hand = hand_written::stars(work.form, card);
        if (rating.stars() != by_hand)
            give_up("card " + std::to_string(n) + ": by hand " + std::to_string(by_hand) + " stars, by ocop " +
                    ocop::report::json_line(rating.summary()));
    }
    return work;
}

}  // namespace workload
