// The tables of a compiled form copied out, and marks thrown for it.
#include "form.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "api/state.hpp"
#include "program/program.hpp"

namespace workload {
namespace {

std::size_t criterion(const hand_written::Form& form, std::string_view name) {
    const auto found = std::find(form.name.begin(), form.name.end(), name);
    if (found == form.name.end()) give_up("the form has no criterion " + std::string(name));
    return static_cast<std::size_t>(found - form.name.begin());
}

std::uint8_t part_of(const ocop::program::Program& program, int node) {
    std::uint8_t parts = 0;
    for (int n = 0; n <= node; ++n) parts = static_cast<std::uint8_t>(parts + (program.nodes[static_cast<std::size_t>(n)].parent == ocop::program::none));
    return static_cast<std::uint8_t>(parts - 1);
}

void copy_criterion(const ocop::program::Program& program, std::size_t i, hand_written::Form& form) {
    const auto& leaf = program.leaves[i];
    form.name[i] = program.rules->nodes[static_cast<std::size_t>(leaf.node)].id;
    form.part[i] = part_of(program, leaf.node);
    form.options[i] = static_cast<std::uint8_t>(leaf.end_choice - leaf.first_choice);
    for (int k = leaf.first_choice; k < leaf.end_choice; ++k)
        form.points[i][hand_written::first_option + static_cast<std::size_t>(k - leaf.first_choice)] = static_cast<std::uint8_t>(program.choices[static_cast<std::size_t>(k)].points[0]);
}

// A star needs its own minima and those of the stars below.
void fill_allows(std::size_t i, hand_written::Form& form) {
    for (std::size_t code = 0; code < hand_written::codes; ++code) {
        std::uint8_t star = 2;
        while (star < 5 && form.points[i][code] >= form.minimum[i][star + 1U]) ++star;
        form.allows[i][code] = star;
    }
}

}  // namespace

void give_up(const std::string& why) {
    std::fputs((why + "\n").c_str(), stderr);
    std::exit(2);
}

ocop::RuleSet fresh_produce() {
    const auto library = ocop::Library::open({OCOP_SOURCE_DIR "/rules"}).value();
    auto loaded = library.load("26-2026/food/fresh-produce");
    if (!loaded) {
        for (const auto& each : loaded.diagnostics) std::fputs(ocop::to_string(each).c_str(), stderr);
        give_up("the rule set did not load");
    }
    return *loaded.rule_set;
}

hand_written::Form form_of(const ocop::RuleSet& rules) {
    const auto& program = *rules.state().program;
    hand_written::Form form;
    form.id = rules.id();
    form.used = program.leaves.size();
    if (form.used > hand_written::criteria || program.scale != 1) give_up("the form is not the one that the hand-written code is for");
    for (std::size_t i = 0; i < form.used; ++i) copy_criterion(program, i, form);
    for (const auto& minimum : program.minima)
        form.minimum[static_cast<std::size_t>(minimum.leaf)][static_cast<std::size_t>(minimum.star)] =
            static_cast<std::uint8_t>(program.choices[static_cast<std::size_t>(minimum.choice)].points[0]);
    for (std::size_t i = 0; i < form.used; ++i) fill_allows(i, form);
    for (const auto& band : program.bands) form.band[static_cast<std::size_t>(band.star)] = static_cast<std::uint8_t>(band.low);
    form.story = criterion(form, "5.1");
    form.telling = criterion(form, "5.2");
    if (form.minimum[form.telling] != decltype(form.band){}) give_up("5.2 carries a minimum, which the hand-written code does not expect");
    return form;
}

// The better of one to three throws a criterion.
hand_written::Card random_card(const hand_written::Form& form, Random& random) {
    hand_written::Card card{};
    const auto throws = static_cast<unsigned>(1 + random() % 3);
    for (std::size_t i = 0; i < form.used; ++i)
        for (unsigned t = 0; t < throws; ++t) card[i] = std::max(card[i], static_cast<std::uint8_t>(hand_written::first_option + random() % form.options[i]));
    return card;
}

std::vector<hand_written::Card> random_council(const hand_written::Form& form, std::size_t sheets, Random& random) {
    std::vector<hand_written::Card> council(sheets, random_card(form, random));
    for (std::size_t s = 1; s < sheets; ++s)
        for (std::size_t i = 0; i < form.used; ++i) {
            const auto thrown = random() % 16;
            auto& mark = council[s][i];
            if (thrown == 0 && mark > hand_written::first_option) --mark;
            if (thrown == 1 && mark + 1U < form.options[i] + hand_written::first_option) ++mark;
        }
    return council;
}

}  // namespace workload
