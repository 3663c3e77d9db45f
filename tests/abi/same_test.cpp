// What the C interface gives is what the C++ interface gives: for every example, in every form.
#include <gtest/gtest.h>

#include <ocop/arrow.hpp>

#include "held.hpp"

namespace ocop::test {
namespace {

std::string taken(Held<ocop_text> text) {
    EXPECT_EQ(std::string(ocop_text_data(text.get())).size(), ocop_text_size(text.get()));
    return ocop_text_data(text.get());
}

template <class Result>
std::string in(ocop_format format, const Result& of, const report::Style& style) {
    return format == OCOP_MARKDOWN ? report::markdown(of, style) : format == OCOP_HTML ? report::html(of, style) : format == OCOP_JSON ? report::json(of) : report::text(of, style);
}

class Examples : public ::testing::TestWithParam<Example> {};

TEST_P(Examples, AreRatedExplainedAndImprovedAlike) {
    const Example& card = GetParam();
    const auto shelf = library();
    const auto by = rules(card.rule_set.c_str());
    const RuleSet own = Library::open({directory}).value().load(card.rule_set).value();
    const Scorecard read = Scorecard::from_text(card.json, own, "<card>", CardFormat::json).value();
    const Rating rating = own.rate(read);
    EXPECT_EQ(std::string(ocop_rules_id(by.get())), own.id());
    EXPECT_EQ(std::string(ocop_rules_digest(by.get())), own.digest());
    // No NUL stands behind the card.
    const std::vector<char> bytes(card.json.begin(), card.json.end());
    Held<ocop_text> text;
    ASSERT_EQ(ocop_rate_line(shelf.get(), bytes.data(), bytes.size(), out(text), nullptr), OCOP_OK);
    EXPECT_EQ(taken(std::move(text)), report::json_line(rating.summary()));
    ASSERT_EQ(ocop_rate(by.get(), bytes.data(), bytes.size(), OCOP_RESULT_LINE, out(text), nullptr), OCOP_OK);
    EXPECT_EQ(taken(std::move(text)), report::json_line(rating.summary()));
    ASSERT_EQ(ocop_rate(by.get(), bytes.data(), bytes.size(), OCOP_TRAIL, out(text), nullptr), OCOP_OK);
    EXPECT_EQ(taken(std::move(text)), report::json(rating.trail(Depth::plain)));
    ASSERT_EQ(ocop_rate(by.get(), bytes.data(), bytes.size(), OCOP_REASONS, out(text), nullptr), OCOP_OK);
    EXPECT_EQ(taken(std::move(text)), report::json(rating.trail()));
    const Improvement improvement = improve(own, read);
    for (ocop_language language : {OCOP_VIETNAMESE, OCOP_ENGLISH}) {
        report::Style style;
        style.language = language == OCOP_VIETNAMESE ? Language::vi : Language::en;
        for (ocop_format format : {OCOP_PLAIN_TEXT, OCOP_MARKDOWN, OCOP_HTML, OCOP_JSON}) {
            ASSERT_EQ(ocop_explain(by.get(), bytes.data(), bytes.size(), language, format, out(text), nullptr), OCOP_OK);
            EXPECT_EQ(taken(std::move(text)), in(format, rating.trail(), style));
            ASSERT_EQ(ocop_improve(by.get(), bytes.data(), bytes.size(), 0, nullptr, 0, language, format, out(text), nullptr), OCOP_OK);
            EXPECT_EQ(taken(std::move(text)), in(format, improvement, style));
        }
        ASSERT_EQ(ocop_rules_show(by.get(), language, OCOP_PLAIN_TEXT, out(text)), OCOP_OK);
        EXPECT_EQ(taken(std::move(text)), report::show(own, style));
    }
    ASSERT_EQ(ocop_rules_show(by.get(), OCOP_ENGLISH, OCOP_JSON, out(text)), OCOP_OK);
    EXPECT_EQ(taken(std::move(text)), report::show_json(own));
}

INSTANTIATE_TEST_SUITE_P(CInterface, Examples, ::testing::ValuesIn(examples()), [](const auto& each) {
    std::string name = each.param.file;
    std::replace_if(name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
});

TEST(CInterfaceColumns, AreRatedAlikeAndAsRecordBatchesToo) {
    const auto by = rules("26-2026/food/fresh-produce");
    const RuleSet own = Library::open({directory}).value().load("26-2026/food/fresh-produce").value();
    Held<ocop_batch> batch;
    ASSERT_EQ(ocop_batch_new(by.get(), out(batch)), OCOP_OK);
    const Batch same(own);
    constexpr std::size_t count = 20'000;
    std::vector<std::vector<std::uint8_t>> marks(same.criteria(), std::vector<std::uint8_t>(count));
    std::vector<const void*> columns;
    std::uint64_t random = 88'172'645'463'325'252ULL;
    for (std::size_t i = 0; i < same.criteria(); ++i) {
        EXPECT_STREQ(ocop_batch_criterion(batch.get(), i), same.criterion(i).c_str());
        ASSERT_EQ(ocop_batch_is_wide(batch.get(), i), 0);
        for (std::uint8_t& each : marks[i]) {
            random ^= random << 13, random ^= random >> 7, random ^= random << 17;
            each = static_cast<std::uint8_t>(random % 50 == 0 ? random % 300 : 1 + random % (same.codes(i) - 1));
        }
        columns.push_back(marks[i].data());
    }
    const std::vector<std::uint8_t> all(count / 8 + 1, 0xFF), most(count / 8 + 1, 0xDF);
    std::vector<ocop_fact_column> facts;
    std::vector<batch::FactColumn> same_facts;
    for (const char* name : {"grown_in_province", "food_safety_compliant", "dossier_complete"}) {
        facts.push_back({name, OCOP_BOOLEAN, 0, most.data(), all.data(), 0, nullptr, nullptr, nullptr});
        same_facts.push_back({.name = name, .kind = batch::FactColumn::Kind::boolean, .values = most.data(), .validity = all.data()});
    }
    const ocop_cards cards{count, 1, nullptr, columns.data(), columns.size(), facts.data(), facts.size()};
    batch::Cards same_cards;
    same_cards.count = count;
    same_cards.marks = columns;
    same_cards.facts = same_facts;
    std::vector<std::uint8_t> outcome(count);
    std::vector<batch::Result> same_outcome(count);
    std::vector<std::int8_t> stars(count), band(count), same_stars(count), same_band(count);
    std::vector<std::int64_t> total(count), denominator(count), same_total(count), same_denominator(count);
    std::vector<std::int32_t> blocking(count), same_blocking(count);
    const ocop_results results{outcome.data(), stars.data(), band.data(), total.data(), denominator.data(), blocking.data()};
    ASSERT_EQ(ocop_batch_rate(batch.get(), &cards, &results, 2, nullptr), OCOP_OK);
    same.rate(same_cards, {same_outcome.data(), same_stars.data(), same_band.data(), same_total.data(), same_denominator.data(), same_blocking.data()});
    for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(outcome[i], static_cast<std::uint8_t>(same_outcome[i])) << i;
    EXPECT_EQ(stars, same_stars);
    EXPECT_EQ(band, same_band);
    EXPECT_EQ(total, same_total);
    EXPECT_EQ(denominator, same_denominator);
    EXPECT_EQ(blocking, same_blocking);
    ASSERT_EQ(ocop_batch_minima(batch.get()), same.minima().size());
    for (std::size_t i = 0; i < same.minima().size(); ++i) {
        std::size_t criterion = 0;
        int star = 0;
        ASSERT_EQ(ocop_batch_minimum(batch.get(), i, &criterion, &star), OCOP_OK);
        EXPECT_EQ(criterion, same.minima()[i].criterion);
        EXPECT_EQ(star, same.minima()[i].star);
    }
    for (std::size_t i : {std::size_t{0}, std::size_t{17}, count - 1}) {
        if (outcome[i] == 4) continue;
        Held<ocop_text> text;
        ASSERT_EQ(ocop_batch_explain(batch.get(), &cards, i, OCOP_ENGLISH, OCOP_JSON, out(text), nullptr), OCOP_OK);
        EXPECT_EQ(taken(std::move(text)), report::json(own.rate(same.card(same_cards, i, std::to_string(i)).value()).trail()));
    }

    // The results as a record batch are marks and facts of no card: brought back they are refused, whole and with every column's name.
    ArrowSchema schema;
    ArrowArray array;
    batch::to_arrow(same, count, {.stars = same_stars.data(), .band = same_band.data()}, &schema, &array);
    Held<ocop_diagnostics> told;
    ArrowSchema out_schema;
    ArrowArray out_array;
    EXPECT_EQ(ocop_batch_rate_arrow(batch.get(), &schema, &array, 1, &out_schema, &out_array, out(told)), OCOP_REFUSED);
    EXPECT_EQ(ocop_diagnostics_count(told.get()), 2U);
    EXPECT_EQ(schema.release, nullptr);
    EXPECT_EQ(array.release, nullptr);
    EXPECT_EQ(out_schema.release, nullptr);
    EXPECT_EQ(out_array.release, nullptr);
}

// Another council may decide otherwise: what is explained is what was rated.
TEST(CInterface, TakesTheCouncilThatACardNames) {
    const char* yaml =
        "rule_set: small\ntitle: {vi: n, en: n}\nbasis: {decision: 1/2026, place: \"1\"}\n"
        "parts: [{id: A, title: {vi: A, en: A}, items: [{id: \"1\", title: {vi: x, en: x}, options: [{id: a, points: 1, title: {vi: a, en: a}}, {id: b, points: 2, title: {vi: b, en: b}}]}]}]\n"
        "stars: {2: \"[2..2]\", 1: \"[0..2)\"}\n";
    const char* council = "council: {combine: median}\nbasis: {decision: 2/2026, place: \"1\"}\n";
    const ocop_file files[] = {{"small.yaml", yaml, OCOP_TERMINATED}, {"councils/ours.yaml", council, OCOP_TERMINATED}};
    Held<ocop_library> shelf;
    ASSERT_EQ(ocop_library_from_memory(files, 2, out(shelf)), OCOP_OK);
    const std::string sheets = R"("sheets": [{"assessor": "x", "marks": {"1": "a"}}, {"assessor": "y", "marks": {"1": "b"}}, {"assessor": "z", "marks": {"1": "b"}}]})";
    for (const auto& [named, total] : {std::pair<std::string, std::string>{"", "\"5/3\""}, {R"("council": "ours", )", "\"2\""}}) {
        const std::string card = R"({"scorecard": "T", "rule_set": "small", )" + named + sheets;
        Held<ocop_text> line, same;
        Held<ocop_rules> by;
        Held<ocop_diagnostics> told;
        ASSERT_EQ(ocop_rate_line(shelf.get(), card.data(), card.size(), out(line), out(told)), OCOP_OK);
        EXPECT_NE(std::string(ocop_text_data(line.get())).find("\"total\":" + total), std::string::npos) << ocop_text_data(line.get());
        ASSERT_EQ(ocop_rules_for_card(shelf.get(), card.data(), card.size(), out(by), out(told)), OCOP_OK);
        ASSERT_EQ(ocop_rate(by.get(), card.data(), card.size(), OCOP_RESULT_LINE, out(same), out(told)), OCOP_OK);
        EXPECT_STREQ(ocop_text_data(same.get()), ocop_text_data(line.get()));
    }
}

TEST(CInterface, EvaluatesConditionsAlike) {
    const std::string facts = "{\"share\": 75, \"place\": null}";
    for (const char* condition : {"share >= 75", "place = \"x\"", "share +", "share > 70 and not (share > 80)", "1 + 1"}) {
        const Evaluated same = evaluate(condition, facts);
        Held<ocop_text> text;
        Held<ocop_diagnostics> told;
        EXPECT_EQ(ocop_eval(condition, OCOP_TERMINATED, facts.data(), facts.size(), out(text), out(told)), same.json ? OCOP_OK : OCOP_REFUSED) << condition;
        EXPECT_EQ(ocop_diagnostics_count(told.get()), same.diagnostics.size());
        EXPECT_EQ(taken(std::move(text)), same.json.value_or(""));
    }
}

TEST(CInterface, HasLibrariesInMemory) {
    const char* yaml = "rule_set: a/b\nextends: ../c.yaml\n";
    const ocop_file files[] = {{"a/b.yaml", yaml, OCOP_TERMINATED}, {"d.yaml", yaml, 3}};
    Held<ocop_library> shelf;
    ASSERT_EQ(ocop_library_from_memory(files, 2, out(shelf)), OCOP_OK);
    Held<ocop_rules> none;
    Held<ocop_diagnostics> told;
    EXPECT_EQ(ocop_rules_load(shelf.get(), "a/b", nullptr, out(none), out(told)), OCOP_REFUSED);
    EXPECT_EQ(none, nullptr);
    Held<ocop_text> text;
    ASSERT_EQ(ocop_diagnostics_text(told.get(), OCOP_ENGLISH, out(text)), OCOP_OK);
    EXPECT_NE(taken(std::move(text)).find("a/b.yaml:2:"), std::string::npos);
    ASSERT_EQ(ocop_library_list(shelf.get(), out(text), nullptr), OCOP_OK);
    EXPECT_NE(taken(std::move(text)).find("\"a/b\""), std::string::npos);
}

}  // namespace
}  // namespace ocop::test
