// The C interface: what it gives is what C++ gives, and nothing that comes in makes it fall.
#include <gtest/gtest.h>

#include <thread>

#include "abi/held.hpp"

namespace ocop::test {
namespace {

Held<ocop_rules> fresh_produce() { return rules("26-2026/food/fresh-produce"); }

// An example as JSON, and as C++ reads it.
std::string example() {
    const auto rules = Library::open({directory}).value().load("26-2026/food/fresh-produce").value();
    const auto card = Scorecard::load(OCOP_SOURCE_DIR "/examples/scorecards/rau-muong.yaml", rules).value();
    return rules.rate(card).trail(Depth::plain).card.written;
}

TEST(CInterface, GivesWhatCppGives) {
    const std::string card = example();
    const auto shelf = library();
    const auto rules = fresh_produce();
    const auto own = Library::open({directory}).value().load("26-2026/food/fresh-produce").value();
    const Rating rating = own.rate(Scorecard::from_text(card, own, "<card>", CardFormat::json).value());
    Held<ocop_text> line, same, trail, text;
    EXPECT_EQ(ocop_rate_line(shelf.get(), card.data(), card.size(), out(line), nullptr), OCOP_OK);
    EXPECT_EQ(ocop_rate(rules.get(), card.c_str(), OCOP_TERMINATED, OCOP_RESULT_LINE, out(same), nullptr), OCOP_OK);
    EXPECT_EQ(ocop_rate(rules.get(), card.data(), card.size(), OCOP_REASONS, out(trail), nullptr), OCOP_OK);
    EXPECT_EQ(ocop_explain(rules.get(), card.data(), card.size(), OCOP_VIETNAMESE, OCOP_MARKDOWN, out(text), nullptr), OCOP_OK);
    EXPECT_EQ(ocop_text_data(line.get()), report::json_line(rating.summary()));
    EXPECT_EQ(ocop_text_data(same.get()), report::json_line(rating.summary()));
    EXPECT_EQ(ocop_text_data(trail.get()), report::json(rating.trail()));
    report::Style style;
    style.language = Language::vi;
    EXPECT_EQ(ocop_text_data(text.get()), report::markdown(rating.trail(), style));
    EXPECT_EQ(std::string(ocop_rules_digest(rules.get())), own.digest());
}

TEST(CInterface, TellsWhatIsWrong) {
    const auto shelf = library();
    const std::string card = example();
    Held<ocop_text> line, json, text;
    Held<ocop_diagnostics> told;
    // A buffer that breaks off, bad UTF-8, another rule set.
    for (const std::string& bad : {card.substr(0, card.size() / 2), "\xff" + card, std::string("{}"), std::string("{\"scorecard\":\"a\",\"rule_set\":\"no/such\"}"), std::string()}) {
        EXPECT_EQ(ocop_rate_line(shelf.get(), bad.data(), bad.size(), out(line), out(told)), OCOP_REFUSED) << bad;
        EXPECT_EQ(line, nullptr);
        ASSERT_GT(ocop_diagnostics_count(told.get()), 0U) << bad;
        EXPECT_EQ(ocop_diagnostics_json(told.get(), out(json)), OCOP_OK);
        EXPECT_EQ(ocop_diagnostics_text(told.get(), OCOP_VIETNAMESE, out(text)), OCOP_OK);
        EXPECT_NE(std::string(ocop_text_data(json.get())).find("\"severity\":\"error\""), std::string::npos);
        EXPECT_GT(ocop_text_size(text.get()), 0U);
    }
    EXPECT_EQ(ocop_rate_line(shelf.get(), card.data(), card.size(), out(line), nullptr), OCOP_OK);
    Held<ocop_rules> rules;
    EXPECT_EQ(ocop_rules_load(shelf.get(), "26-2026/food/te", nullptr, out(rules), out(told)), OCOP_REFUSED);
    EXPECT_EQ(rules, nullptr);
    EXPECT_EQ(ocop_rules_from_text("a: [", OCOP_TERMINATED, "x", out(rules), out(told)), OCOP_REFUSED);
    const char* nowhere = "/no/such/directory";
    Held<ocop_library> none;
    EXPECT_EQ(ocop_library_open(&nowhere, 1, out(none), out(told)), OCOP_REFUSED);
    EXPECT_EQ(none, nullptr);
}

TEST(CInterface, TakesNoNullAndNoUnknownValue) {
    const auto shelf = library();
    const auto rules = fresh_produce();
    const std::string card = example();
    Held<ocop_text> text;
    Held<ocop_library> made;
    EXPECT_EQ(ocop_library_open(nullptr, 1, out(made), nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_library_open(&directory, 1, nullptr, nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_library_from_memory(nullptr, 2, out(made)), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_library_list(nullptr, out(text), nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_rate(nullptr, card.data(), card.size(), OCOP_RESULT_LINE, out(text), nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_rate(rules.get(), nullptr, 0, OCOP_RESULT_LINE, out(text), nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_rate(rules.get(), card.data(), card.size(), static_cast<ocop_depth>(3), out(text), nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_explain(rules.get(), card.data(), card.size(), static_cast<ocop_language>(2), OCOP_JSON, out(text), nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_explain(rules.get(), card.data(), card.size(), OCOP_ENGLISH, static_cast<ocop_format>(4), out(text), nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_rate_line(nullptr, card.data(), card.size(), out(text), nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_rate_line(shelf.get(), card.data(), card.size(), nullptr, nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(text, nullptr);
    EXPECT_EQ(ocop_rules_id(nullptr), nullptr);
    EXPECT_STREQ(ocop_text_data(nullptr), "");
    EXPECT_EQ(ocop_batch_criteria(nullptr), 0U);
    Held<ocop_batch> batch;
    EXPECT_EQ(ocop_batch_new(nullptr, out(batch)), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_batch_rate(nullptr, nullptr, nullptr, 1, nullptr), OCOP_BAD_ARGUMENT);
    ocop_text_free(nullptr);
    ocop_library_free(nullptr);
    ocop_rules_free(nullptr);
    ocop_batch_free(nullptr);
    ocop_diagnostics_free(nullptr);
    EXPECT_STREQ(ocop_status_name(static_cast<ocop_status>(99)), "unknown");
    EXPECT_EQ(ocop_abi_version(), OCOP_ABI_VERSION);
}

TEST(CInterface, RatesColumns) {
    const auto rules = fresh_produce();
    Held<ocop_batch> batch;
    ASSERT_EQ(ocop_batch_new(rules.get(), out(batch)), OCOP_OK);
    const std::size_t criteria = ocop_batch_criteria(batch.get());
    ASSERT_GT(criteria, 30U);
    EXPECT_STREQ(ocop_batch_criterion(batch.get(), 0), "1.1");
    EXPECT_EQ(ocop_batch_criterion(batch.get(), criteria), nullptr);
    std::uint64_t code = 0;
    EXPECT_EQ(ocop_batch_code(batch.get(), 0, "z", &code), OCOP_REFUSED);
    constexpr std::size_t cards = 1000;
    std::vector<std::vector<std::uint8_t>> marks;
    std::vector<const void*> columns;
    for (std::size_t i = 0; i < criteria; ++i) {
        ASSERT_EQ(ocop_batch_code(batch.get(), i, "b", &code), OCOP_OK);
        marks.emplace_back(cards, static_cast<std::uint8_t>(code));
    }
    for (const auto& each : marks) columns.push_back(each.data());
    const std::vector<std::uint8_t> all(cards / 8 + 1, 0xFF);
    std::vector<ocop_fact_column> facts;
    for (const char* name : {"grown_in_province", "food_safety_compliant", "dossier_complete"}) facts.push_back({name, OCOP_BOOLEAN, 0, all.data(), nullptr, 0, nullptr, nullptr, nullptr});
    ocop_cards given{cards, 1, nullptr, columns.data(), columns.size(), facts.data(), facts.size()};
    std::vector<std::int8_t> stars(cards), other(cards);
    std::vector<std::uint8_t> outcome(cards);
    ocop_results results{outcome.data(), stars.data(), nullptr, nullptr, nullptr, nullptr};
    Held<ocop_diagnostics> told;
    ASSERT_EQ(ocop_batch_rate(batch.get(), &given, &results, 1, out(told)), OCOP_OK);
    results.stars = other.data();
    ASSERT_EQ(ocop_batch_rate(batch.get(), &given, &results, 4, out(told)), OCOP_OK);
    EXPECT_EQ(stars, other);
    EXPECT_GT(stars[0], 0);
    EXPECT_EQ(outcome[cards - 1], 0);
    Held<ocop_text> text;
    EXPECT_EQ(ocop_batch_explain(batch.get(), &given, 7, OCOP_ENGLISH, OCOP_JSON, out(text), nullptr), OCOP_OK);
    EXPECT_NE(std::string(ocop_text_data(text.get())).find("\"stars\": " + std::to_string(stars[7])), std::string::npos);
    // What does not fit is told, and nothing is touched.
    facts[0].kind = OCOP_NUMBER;
    EXPECT_EQ(ocop_batch_rate(batch.get(), &given, &results, 1, out(told)), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
    facts[0] = {"nobody", OCOP_BOOLEAN, 0, all.data(), nullptr, 0, nullptr, nullptr, nullptr};
    EXPECT_EQ(ocop_batch_rate(batch.get(), &given, &results, 1, out(told)), OCOP_BAD_ARGUMENT);
    given.facts_count = 0;
    given.marks_count = 3;
    EXPECT_EQ(ocop_batch_rate(batch.get(), &given, &results, 1, out(told)), OCOP_BAD_ARGUMENT);
}

TEST(CInterface, IsSharedByThreads) {
    const auto shelf = library();
    const std::string card = example();
    std::vector<std::string> lines(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& line : lines)
            threads.emplace_back([&] {
                for (int i = 0; i < 5; ++i) {
                    Held<ocop_text> text;
                    EXPECT_EQ(ocop_rate_line(shelf.get(), card.data(), card.size(), out(text), nullptr), OCOP_OK);
                    line = ocop_text_data(text.get());
                }
            });
    }
    for (const std::string& line : lines) EXPECT_EQ(line, lines[0]);
}

}  // namespace
}  // namespace ocop::test
