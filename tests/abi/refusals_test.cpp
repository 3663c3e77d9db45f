// What no call may do is refused, and every out-parameter is set all the same.
#include <gtest/gtest.h>

#include <functional>
#include <thread>

#include <ocop/arrow.hpp>

#include "held.hpp"

namespace ocop::test {
namespace {

const Example& rau_muong() {
    for (const Example& each : examples())
        if (each.file == "rau-muong.yaml") return each;
    throw std::runtime_error("the example is gone");
}

// Calls with one argument after the other that may not be; each is refused, gives nothing and says nothing.
class Refused {
public:
    void text(const char* what, const std::function<ocop_status(ocop_text**, ocop_diagnostics**)>& call) { each<ocop_text>(what, call); }
    void rules(const char* what, const std::function<ocop_status(ocop_rules**, ocop_diagnostics**)>& call) { each<ocop_rules>(what, call); }
    void library(const char* what, const std::function<ocop_status(ocop_library**, ocop_diagnostics**)>& call) { each<ocop_library>(what, call); }

private:
    template <class T>
    void each(const char* what, const std::function<ocop_status(T**, ocop_diagnostics**)>& call) {
        Held<T> result;
        Held<ocop_diagnostics> told;
        EXPECT_EQ(call(out(result), out(told)), OCOP_BAD_ARGUMENT) << what;
        EXPECT_EQ(result, nullptr) << what;
        EXPECT_EQ(told, nullptr) << what;
        EXPECT_EQ(call(out(result), nullptr), OCOP_BAD_ARGUMENT) << what;
        EXPECT_EQ(call(nullptr, out(told)), OCOP_BAD_ARGUMENT) << what;
        EXPECT_EQ(told, nullptr) << what;
        EXPECT_EQ(call(nullptr, nullptr), OCOP_BAD_ARGUMENT) << what;
    }
};

constexpr auto no_language = static_cast<ocop_language>(7);
constexpr auto no_format = static_cast<ocop_format>(1'000);
constexpr std::size_t huge = OCOP_TERMINATED - 1;

TEST(CInterfaceRefuses, WhatIsNullOrNoValue) {
    const std::string card = rau_muong().json;
    const auto shelf = library();
    const auto by = rules(rau_muong().rule_set.c_str());
    const ocop_rules* r = by.get();
    const char* text = card.data();
    const std::size_t size = card.size();
    const char* holes[] = {directory, nullptr};
    const ocop_file no_path{nullptr, "x", 1}, no_text{"a.yaml", nullptr, 1}, too_long{"a.yaml", "x", huge};
    Refused refused;
    refused.library("directories", [&](auto o, auto t) { return ocop_library_open(nullptr, 1, o, t); });
    refused.library("a directory", [&](auto o, auto t) { return ocop_library_open(holes, 2, o, t); });
    for (const ocop_file* file : {static_cast<const ocop_file*>(nullptr), &no_path, &no_text, &too_long}) {
        Held<ocop_library> none;
        EXPECT_EQ(ocop_library_from_memory(file, 1, out(none)), OCOP_BAD_ARGUMENT);
        EXPECT_EQ(none, nullptr);
    }
    EXPECT_EQ(ocop_library_from_memory(&no_path, 0, nullptr), OCOP_BAD_ARGUMENT);
    refused.text("list", [&](auto o, auto t) { return ocop_library_list(nullptr, o, t); });
    refused.rules("load: library", [&](auto o, auto t) { return ocop_rules_load(nullptr, "a", nullptr, o, t); });
    refused.rules("load: id", [&](auto o, auto t) { return ocop_rules_load(shelf.get(), nullptr, nullptr, o, t); });
    refused.rules("for card: library", [&](auto o, auto t) { return ocop_rules_for_card(nullptr, text, size, o, t); });
    refused.rules("for card: card", [&](auto o, auto t) { return ocop_rules_for_card(shelf.get(), nullptr, size, o, t); });
    refused.rules("for card: size", [&](auto o, auto t) { return ocop_rules_for_card(shelf.get(), text, huge, o, t); });
    refused.rules("from text", [&](auto o, auto t) { return ocop_rules_from_text(nullptr, 0, "x", o, t); });
    refused.rules("from a huge text", [&](auto o, auto t) { return ocop_rules_from_text("x", huge, "x", o, t); });
    for (auto depth : {3, 1000, 0x7FFFFFFF}) refused.text("rate: depth", [&](auto o, auto t) { return ocop_rate(r, text, size, static_cast<ocop_depth>(depth), o, t); });
    refused.text("rate: rules", [&](auto o, auto t) { return ocop_rate(nullptr, text, size, OCOP_TRAIL, o, t); });
    refused.text("rate: card", [&](auto o, auto t) { return ocop_rate(r, nullptr, 0, OCOP_TRAIL, o, t); });
    refused.text("rate: size", [&](auto o, auto t) { return ocop_rate(r, text, huge, OCOP_TRAIL, o, t); });
    refused.text("line: library", [&](auto o, auto t) { return ocop_rate_line(nullptr, text, size, o, t); });
    refused.text("line: card", [&](auto o, auto t) { return ocop_rate_line(shelf.get(), nullptr, size, o, t); });
    refused.text("line: size", [&](auto o, auto t) { return ocop_rate_line(shelf.get(), text, huge, o, t); });
    refused.text("explain: rules", [&](auto o, auto t) { return ocop_explain(nullptr, text, size, OCOP_ENGLISH, OCOP_HTML, o, t); });
    refused.text("explain: card", [&](auto o, auto t) { return ocop_explain(r, nullptr, size, OCOP_ENGLISH, OCOP_HTML, o, t); });
    refused.text("explain: language", [&](auto o, auto t) { return ocop_explain(r, text, size, no_language, OCOP_HTML, o, t); });
    refused.text("explain: format", [&](auto o, auto t) { return ocop_explain(r, text, size, OCOP_ENGLISH, no_format, o, t); });
    refused.text("improve: rules", [&](auto o, auto t) { return ocop_improve(nullptr, text, size, 0, nullptr, 0, OCOP_ENGLISH, OCOP_HTML, o, t); });
    refused.text("improve: card", [&](auto o, auto t) { return ocop_improve(r, nullptr, size, 0, nullptr, 0, OCOP_ENGLISH, OCOP_HTML, o, t); });
    refused.text("improve: stars", [&](auto o, auto t) { return ocop_improve(r, text, size, -1, nullptr, 0, OCOP_ENGLISH, OCOP_HTML, o, t); });
    refused.text("improve: language", [&](auto o, auto t) { return ocop_improve(r, text, size, 0, nullptr, 0, no_language, OCOP_HTML, o, t); });
    refused.text("improve: costs", [&](auto o, auto t) { return ocop_improve(r, text, size, 0, "x", huge, OCOP_ENGLISH, OCOP_HTML, o, t); });
    refused.text("eval: condition", [&](auto o, auto t) { return ocop_eval(nullptr, 0, nullptr, 0, o, t); });
    refused.text("eval: size", [&](auto o, auto t) { return ocop_eval("1", huge, nullptr, 0, o, t); });
    refused.text("show: rules", [&](auto o, auto t) { return t != nullptr ? *t = nullptr, ocop_rules_show(nullptr, OCOP_ENGLISH, OCOP_JSON, o) : ocop_rules_show(nullptr, OCOP_ENGLISH, OCOP_JSON, o); });
    refused.text("show: format", [&](auto o, auto t) { return t != nullptr ? *t = nullptr, ocop_rules_show(r, OCOP_ENGLISH, OCOP_HTML, o) : ocop_rules_show(r, OCOP_ENGLISH, OCOP_HTML, o); });
    Held<ocop_text> none;
    EXPECT_EQ(ocop_diagnostics_json(nullptr, out(none)), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(none, nullptr);
    EXPECT_EQ(ocop_diagnostics_text(nullptr, OCOP_ENGLISH, out(none)), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(none, nullptr);
    EXPECT_EQ(ocop_diagnostics_json(nullptr, nullptr), OCOP_BAD_ARGUMENT);
}

TEST(CInterfaceRefuses, ColumnsThatAreNoneAndSaysWhy) {
    const auto by = rules(rau_muong().rule_set.c_str());
    Held<ocop_batch> batch;
    EXPECT_EQ(ocop_batch_new(by.get(), nullptr), OCOP_BAD_ARGUMENT);
    ASSERT_EQ(ocop_batch_new(by.get(), out(batch)), OCOP_OK);
    const std::size_t criteria = ocop_batch_criteria(batch.get());
    const std::vector<std::uint8_t> marks(4, 1);
    const std::vector<const void*> columns(criteria, marks.data());
    std::vector<std::int8_t> stars(4);
    const ocop_results results{nullptr, stars.data(), nullptr, nullptr, nullptr, nullptr};
    const ocop_cards good{4, 1, nullptr, columns.data(), columns.size(), nullptr, 0};
    ASSERT_EQ(ocop_batch_rate(batch.get(), &good, &results, 0, nullptr), OCOP_OK);
    Held<ocop_diagnostics> told;
    EXPECT_EQ(ocop_batch_rate(nullptr, &good, &results, 0, out(told)), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_batch_rate(batch.get(), nullptr, &results, 0, out(told)), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_batch_rate(batch.get(), &good, nullptr, 0, out(told)), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_batch_rate(batch.get(), &good, &results, -1, out(told)), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(told, nullptr);
    const std::uint8_t bits = 0xFF;
    ocop_fact_column list{"evidence", OCOP_LIST, 0, nullptr, nullptr, 0, nullptr, nullptr, nullptr}, nested = list;
    nested.elements = &list;
    const std::vector<ocop_fact_column> facts = {{nullptr, OCOP_BOOLEAN, 0, &bits, nullptr, 0, nullptr, nullptr, nullptr},
                                                 {"dossier_complete", static_cast<ocop_fact_kind>(9), 0, &bits, nullptr, 0, nullptr, nullptr, nullptr},
                                                 {"dossier_complete", OCOP_BOOLEAN, 0, nullptr, nullptr, 0, nullptr, nullptr, nullptr},
                                                 {"dossier_complete", OCOP_DAY, 0, &bits, nullptr, 0, nullptr, nullptr, nullptr},
                                                 {"nobody", OCOP_BOOLEAN, 0, &bits, nullptr, 0, nullptr, nullptr, nullptr},
                                                 list,
                                                 nested};
    for (const ocop_fact_column& each : facts) {
        ocop_cards bad = good;
        bad.facts = &each;
        bad.facts_count = 1;
        EXPECT_EQ(ocop_batch_rate(batch.get(), &bad, &results, 0, out(told)), OCOP_BAD_ARGUMENT);
        EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
        Held<ocop_text> text;
        EXPECT_EQ(ocop_batch_explain(batch.get(), &bad, 0, OCOP_ENGLISH, OCOP_HTML, out(text), out(told)), OCOP_BAD_ARGUMENT);
        EXPECT_EQ(text, nullptr);
    }
    const std::vector<const void*> holes(criteria, nullptr);
    for (const ocop_cards& bad : {ocop_cards{4, 1, nullptr, nullptr, criteria, nullptr, 0}, ocop_cards{4, 1, nullptr, holes.data(), criteria, nullptr, 0}, ocop_cards{4, 0, nullptr, columns.data(), criteria, nullptr, 0},
                                  ocop_cards{4, 1, nullptr, columns.data(), criteria - 1, nullptr, 0}, ocop_cards{4, huge, nullptr, columns.data(), criteria, nullptr, 0}, ocop_cards{4, 1, nullptr, columns.data(), criteria, nullptr, 1}}) {
        EXPECT_EQ(ocop_batch_rate(batch.get(), &bad, &results, 0, out(told)), OCOP_BAD_ARGUMENT);
        EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
    }
    Held<ocop_text> text;
    EXPECT_EQ(ocop_batch_explain(batch.get(), &good, 4, OCOP_ENGLISH, OCOP_HTML, out(text), nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_batch_explain(batch.get(), &good, 0, no_language, OCOP_HTML, out(text), nullptr), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_batch_explain(batch.get(), &good, 0, OCOP_ENGLISH, no_format, out(text), nullptr), OCOP_BAD_ARGUMENT);
    std::uint64_t code = 7;
    EXPECT_EQ(ocop_batch_code(batch.get(), criteria, "a", &code), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(code, 0U);
    EXPECT_EQ(ocop_batch_code(batch.get(), 0, nullptr, &code), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_batch_code(batch.get(), 0, "a", nullptr), OCOP_BAD_ARGUMENT);
    std::size_t criterion = 7;
    int star = 7;
    EXPECT_EQ(ocop_batch_minimum(batch.get(), ocop_batch_minima(batch.get()), &criterion, &star), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(star, 0);
    EXPECT_EQ(ocop_batch_minimum(batch.get(), 0, nullptr, &star), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(ocop_batch_is_wide(batch.get(), criteria), 0);
}

TEST(CInterfaceRefuses, RecordBatchesAndReleasesThemAllTheSame) {
    const auto by = rules(rau_muong().rule_set.c_str());
    Held<ocop_batch> batch;
    ASSERT_EQ(ocop_batch_new(by.get(), out(batch)), OCOP_OK);
    const Batch same(RuleSet(Library::open({directory}).value().load(rau_muong().rule_set).value()));
    std::int8_t stars = 3;
    for (int bad = 0; bad < 6; ++bad) {
        ArrowSchema schema, out_schema{};
        ArrowArray array, out_array{};
        batch::to_arrow(same, 1, {.stars = &stars}, &schema, &array);
        out_schema.format = "left over";
        Held<ocop_diagnostics> told;
        EXPECT_NE(ocop_batch_rate_arrow(bad == 0 ? nullptr : batch.get(), bad == 1 ? nullptr : &schema, bad == 2 ? nullptr : &array, bad == 3 ? -1 : 1, bad == 4 ? nullptr : &out_schema, &out_array, out(told)), OCOP_OK);
        EXPECT_EQ(out_array.release, nullptr);
        if (bad != 4) {
            EXPECT_EQ(out_schema.format, nullptr);
        }
        if (bad == 1) schema.release(&schema);
        else EXPECT_EQ(schema.release, nullptr);
        if (bad == 2) array.release(&array);
        else EXPECT_EQ(array.release, nullptr);
    }
}

TEST(CInterfaceTells, WhatIsWrongWithACard) {
    const auto shelf = library();
    const auto by = rules(rau_muong().rule_set.c_str());
    const std::string card = rau_muong().json;
    std::vector<std::string> bad;
    for (std::size_t at = 0; at < card.size(); at += card.size() / 40 + 1) bad.push_back(card.substr(0, at));  // breaks off
    for (const char* bytes : {"\xFF", "\xC3\x28", "\xED\xA0\x80", "\xF4\x90\x80\x80"}) bad.push_back("{\"scorecard\": \"" + std::string(bytes) + "\"}");
    bad.push_back(std::string("{\"scorecard\": \"a\0b\"}", 20));
    bad.push_back(card + card);
    bad.push_back("[" + card + "," + card + "]");
    bad.push_back(std::string(100'000, '['));
    bad.push_back(std::string(17U << 20U, ' '));
    std::string other = card;
    other.replace(other.find("fresh-produce"), 13, "tea");
    bad.push_back(other);
    for (const std::string& each : bad) {
        const std::vector<char> bytes(each.begin(), each.end());
        Held<ocop_text> text;
        Held<ocop_diagnostics> told;
        EXPECT_EQ(ocop_rate(by.get(), bytes.empty() ? "" : bytes.data(), bytes.size(), OCOP_RESULT_LINE, out(text), out(told)), OCOP_REFUSED) << each.substr(0, 200);
        EXPECT_EQ(text, nullptr);
        EXPECT_GE(ocop_diagnostics_count(told.get()), 1U);
        EXPECT_EQ(ocop_rate(by.get(), bytes.empty() ? "" : bytes.data(), bytes.size(), OCOP_RESULT_LINE, out(text), nullptr), OCOP_REFUSED);
        EXPECT_EQ(ocop_rate_line(shelf.get(), bytes.empty() ? "" : bytes.data(), bytes.size(), out(text), out(told)), OCOP_REFUSED) << each.substr(0, 200);
        EXPECT_EQ(text, nullptr);
        EXPECT_GE(ocop_diagnostics_count(told.get()), 1U);
    }
    Held<ocop_text> text;
    Held<ocop_diagnostics> told;
    EXPECT_EQ(ocop_improve(by.get(), card.data(), card.size(), 5, "costs: [", OCOP_TERMINATED, OCOP_ENGLISH, OCOP_JSON, out(text), out(told)), OCOP_REFUSED);
    EXPECT_GE(ocop_diagnostics_count(told.get()), 1U);
    EXPECT_EQ(ocop_eval("share", OCOP_TERMINATED, "{", OCOP_TERMINATED, out(text), out(told)), OCOP_REFUSED);
    EXPECT_GE(ocop_diagnostics_count(told.get()), 1U);
}

TEST(CInterfaceTells, WhereACardNamesNoRuleSetOrOneThatThereIsNot) {
    const auto shelf = library();
    const std::vector<std::pair<std::string, std::string>> cards = {
        {R"({"scorecard": "a"})", "<card>:1:1: lỗi: hồ sơ không nêu bộ tiêu chí [no-rule-set]"},
        {R"({"scorecard": "a", "rule_set": "26-2026/food/te"})", "<card>:1:1: lỗi: there is no rule set `26-2026/food/te` [not-found]"},
        {R"({"scorecard": "a", "rule_set": "26-2026/food/tea", "council": "nobody"})", "<card>:1:1: lỗi: there is no council `nobody` [not-found]"}};
    for (const auto& [card, wanted] : cards) {
        Held<ocop_text> line, words;
        Held<ocop_rules> none;
        Held<ocop_diagnostics> told;
        EXPECT_EQ(ocop_rules_for_card(shelf.get(), card.data(), card.size(), out(none), out(told)), OCOP_REFUSED);
        EXPECT_EQ(none, nullptr);
        EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
        EXPECT_EQ(ocop_rate_line(shelf.get(), card.data(), card.size(), out(line), out(told)), OCOP_REFUSED);
        EXPECT_EQ(line, nullptr);
        ASSERT_EQ(ocop_diagnostics_text(told.get(), OCOP_VIETNAMESE, out(words)), OCOP_OK);
        EXPECT_EQ(std::string(ocop_text_data(words.get())).substr(0, wanted.size()), wanted);
    }
}

// A NUL at the end does not let more in.
TEST(CInterfaceTells, OfTerminatedTextsPastTheLimits) {
    const std::string text = "{" + std::string(17U << 20U, ' ') + "}";
    Held<ocop_text> none;
    Held<ocop_diagnostics> told;
    EXPECT_EQ(ocop_eval("1", 1, text.c_str(), OCOP_TERMINATED, out(none), out(told)), OCOP_REFUSED);
    EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
    EXPECT_EQ(ocop_rate_line(library().get(), text.c_str(), OCOP_TERMINATED, out(none), out(told)), OCOP_REFUSED);
    EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
    Held<ocop_library> shelf;
    const ocop_file file{"a.yaml", text.c_str(), OCOP_TERMINATED};
    EXPECT_EQ(ocop_library_from_memory(&file, 1, out(shelf)), OCOP_BAD_ARGUMENT);
    EXPECT_EQ(shelf, nullptr);
}

// More than there can be is refused before it is looked at.
TEST(CInterfaceTells, OfTextsPastTheLimits) {
    const auto shelf = library();
    const auto by = rules(rau_muong().rule_set.c_str());
    const std::size_t size = std::size_t{1} << 45U;
    Held<ocop_text> text;
    Held<ocop_rules> none;
    Held<ocop_diagnostics> told;
    EXPECT_EQ(ocop_rate(by.get(), "{}", size, OCOP_RESULT_LINE, out(text), out(told)), OCOP_REFUSED);
    EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
    EXPECT_EQ(ocop_rate_line(shelf.get(), "{}", size, out(text), out(told)), OCOP_REFUSED);
    EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
    EXPECT_EQ(ocop_rules_from_text("{}", size, "x", out(none), out(told)), OCOP_REFUSED);
    EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
    EXPECT_EQ(ocop_improve(by.get(), "{}", 2, 0, "{}", size, OCOP_ENGLISH, OCOP_JSON, out(text), out(told)), OCOP_REFUSED);
    EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
    EXPECT_EQ(ocop_eval("1", size, "{}", 2, out(text), out(told)), OCOP_REFUSED);
    EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
    EXPECT_EQ(ocop_eval("1", 1, "{}", size, out(text), out(told)), OCOP_REFUSED);
    EXPECT_EQ(ocop_diagnostics_count(told.get()), 1U);
}

TEST(CInterfaceThreads, ShareEveryHandle) {
    const auto shelf = library();
    const auto by = rules(rau_muong().rule_set.c_str());
    Held<ocop_batch> batch;
    ASSERT_EQ(ocop_batch_new(by.get(), out(batch)), OCOP_OK);
    Held<ocop_text> wanted;
    ASSERT_EQ(ocop_rate_line(shelf.get(), rau_muong().json.c_str(), OCOP_TERMINATED, out(wanted), nullptr), OCOP_OK);
    const auto other = library();  // which has loaded nothing yet
    const auto work = [&](unsigned number) {
        for (unsigned i = 0; i < 6; ++i) {
            const Example& each = examples()[(number + i) % examples().size()];
            Held<ocop_text> line, again;
            EXPECT_EQ(ocop_rate_line(other.get(), each.json.data(), each.json.size(), out(line), nullptr), OCOP_OK);
            EXPECT_EQ(ocop_rate(by.get(), rau_muong().json.data(), rau_muong().json.size(), OCOP_RESULT_LINE, out(again), nullptr), OCOP_OK);
            EXPECT_STREQ(ocop_text_data(again.get()), ocop_text_data(wanted.get()));
            if (each.file == "rau-muong.yaml") {
                EXPECT_STREQ(ocop_text_data(line.get()), ocop_text_data(wanted.get()));
            }
            const std::vector<std::uint8_t> marks(9, 1);
            const std::vector<const void*> columns(ocop_batch_criteria(batch.get()), marks.data());
            std::vector<std::uint8_t> outcome(9);
            const ocop_cards cards{9, 1, nullptr, columns.data(), columns.size(), nullptr, 0};
            const ocop_results results{outcome.data(), nullptr, nullptr, nullptr, nullptr, nullptr};
            EXPECT_EQ(ocop_batch_rate(batch.get(), &cards, &results, 2, nullptr), OCOP_OK);
        }
    };
    std::vector<std::jthread> threads;
    for (unsigned number = 0; number < 6; ++number) threads.emplace_back(work, number);
}

TEST(CInterface, HandlesOutliveWhatTheyCameFrom) {
    auto shelf = library();
    Held<ocop_rules> by;
    ASSERT_EQ(ocop_rules_load(shelf.get(), rau_muong().rule_set.c_str(), nullptr, out(by), nullptr), OCOP_OK);
    shelf.reset();
    Held<ocop_text> text;
    EXPECT_EQ(ocop_rate(by.get(), rau_muong().json.c_str(), OCOP_TERMINATED, OCOP_TRAIL, out(text), nullptr), OCOP_OK);
    Held<ocop_batch> batch;
    ASSERT_EQ(ocop_batch_new(by.get(), out(batch)), OCOP_OK);
    by.reset();
    EXPECT_GT(ocop_batch_criteria(batch.get()), 0U);
    EXPECT_STREQ(ocop_batch_criterion(batch.get(), 0), "1.1");
}

}  // namespace
}  // namespace ocop::test
