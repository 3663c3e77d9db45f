#include "held.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace ocop::test {

Held<ocop_library> library() {
    Held<ocop_library> made;
    EXPECT_EQ(ocop_library_open(&directory, 1, out(made), nullptr), OCOP_OK);
    return made;
}

Held<ocop_rules> rules(const char* id) {
    Held<ocop_rules> made;
    EXPECT_EQ(ocop_rules_load(library().get(), id, nullptr, out(made), nullptr), OCOP_OK);
    return made;
}

const std::vector<Example>& examples() {
    static const std::vector<Example> all = [] {
        std::vector<Example> out;
        const Library shelf = Library::open({directory}).value();
        for (const auto& each : std::filesystem::directory_iterator(OCOP_SOURCE_DIR "/examples/scorecards")) {
            if (each.path().extension() != ".yaml") continue;
            const WrittenCards written = WrittenCards::from_file(each.path());
            const WrittenCard& card = written.cards.at(0);
            const RuleSet by = shelf.load(card.rule_set()).value();
            const Rating rating = by.rate(Scorecard::read(card, by).value());
            out.push_back({each.path().filename(), card.rule_set(), rating.trail(Depth::plain).card.written});
        }
        std::sort(out.begin(), out.end(), [](const Example& a, const Example& b) { return a.file < b.file; });
        return out;
    }();
    return all;
}

}  // namespace ocop::test
