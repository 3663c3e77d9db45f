// Scorecards: what is accepted, what is refused, and that every format says the same.
#include <gtest/gtest.h>

#include <ocop/ocop.hpp>

#include "model/small_rules.hpp"

namespace {

using ocop::CardFormat;
using ocop::Scorecard;

const ocop::RuleSet& rules() {
    static const ocop::RuleSet loaded = ocop::RuleSet::from_text(small_rules::good).value();
    return loaded;
}

const std::string good = R"(scorecard: c1
rule_set: small
product: {name: "Xoài", maker: "HTX"}
level: province
filed_on: 2026-02-01
assessed_on: 2026-03-01
facts: {share: 60%, provider: community}
evidence: [paper]
members: 2
sheets:
  - assessor: "A"
    marks: {"1.1": c, "1.2": [a, b], "2": b, "3": 1.5}
  - assessor: "B"
    marks: {"1.1": 3, "1.2": [c], "2": community.b, "3": {mark: 2, note: "tốt"}}
)";

std::string with(const std::string& from, const std::string& to) {
    std::string text = good;
    const auto at = text.find(from);
    return at == std::string::npos ? "not there: " + from : text.replace(at, from.size(), to);
}

std::string total(const std::string& text, CardFormat format = CardFormat::yaml) {
    const auto card = Scorecard::from_text(text, rules(), "card", format);
    if (!card) return "refused: " + (card.diagnostics.empty() ? "" : card.diagnostics.front().message.en);
    const auto rating = rules().rate(*card.scorecard);
    return rating.total() ? rating.total()->text() : name(rating.outcome());
}

struct Row {
    const char* from;
    const char* to;
    const char* expected;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        const std::string found = total(with(row.from, row.to));
        EXPECT_NE(found.find(row.expected), std::string::npos) << row.to << "\n" << found;
    }
}

TEST(Cards, AreReadAndRated) { EXPECT_EQ(total(good), "9"); }

TEST(Marks, AreOptionsOrPoints) {
    check({{"\"1.1\": c", "\"1.1\": 3", "9"}, {"\"1.1\": c", "\"1.1\": b", "8"}, {"\"1.1\": c", "\"1.1\": 0", ""}, {"\"1.1\": c", "\"1.1\": d", "refused: `1.1` has no option `d`"}, {"\"1.1\": c", "\"1.1\": 2", "refused: `1.1` has no option with 2 points"},
           {"\"1.1\": c", "\"1.4\": c", "refused: the form has no criterion `1.4`"}, {"\"1.1\": c", "\"1\": c", "refused: `1` is a section"}, {"\"1.1\": c", "\"1.1\": [c]", "refused: `1.1` takes one option"}, {"\"1.1\": c", "\"1.1\": ", "undecided"},
           {"\"1.1\": c", "\"1.1\": null", "undecided"}, {"\"1.1\": c", "\"1.1\": {marks: c}", "refused: there is no key `marks` here"}});
}

TEST(Marks, ThatSeveralOptionsHaveAskForTheId) {
    const auto two = ocop::RuleSet::from_text(small_rules::with("{id: b, points: 1, title: {vi: \"Ít\"", "{id: b, points: 0, title: {vi: \"Ít\"")).value();
    const auto card = Scorecard::from_text(with("\"1.1\": c", "\"1.1\": 0"), two);
    ASSERT_FALSE(card);
    EXPECT_EQ(card.diagnostics.front().message.en, "`1.1` has several options with 0 points: `a`, `b`");
    EXPECT_EQ(card.diagnostics.front().message.vi, "tiêu chí `1.1` có nhiều mức 0 điểm: `a`, `b`");
}

TEST(Marks, OfSeveralOptionsAreSummedUpToTheMaximum) {
    check({{"\"1.2\": [a, b]", "\"1.2\": [a, b, c]", "9.25"}, {"\"1.2\": [a, b]", "\"1.2\": a", "8.25"}, {"\"1.2\": [a, b]", "\"1.2\": []", "7.75"}, {"\"1.2\": [a, b]", "\"1.2\": 0", "7.75"}, {"\"1.2\": [a, b]", "\"1.2\": [a, a]", "refused: the option `a` is ticked twice"},
           {"\"1.2\": [a, b]", "\"1.2\": [a, d]", "refused: `1.2` has no option `d`"}});
}

TEST(Marks, OfFreePointsStayOnTheirSteps) {
    check({{"\"3\": 1.5", "\"3\": 2", "9.25"}, {"\"3\": 1.5", "\"3\": 0", "8.25"}, {"\"3\": 1.5", "\"3\": 1.25", "refused: `3` takes points in [0..2] in steps of 0.5"}, {"\"3\": 1.5", "\"3\": 2.5", "refused: `3` takes points in [0..2]"}, {"\"3\": 1.5", "\"3\": a", "refused: `3` takes points"}});
}

TEST(Marks, WithoutTheirCaseGoByTheFacts) {
    check({{"provider: community", "provider: operator", "9"}, {", provider: community", "", "9"}, {"\"2\": b", "\"2\": operator.b", "9"}, {"\"2\": b", "\"2\": c", "refused: `2` has no option `c`"}, {"\"2\": b", "\"2\": other.b", "refused: `2` has no option `other.b`"}});
}

TEST(Facts, AreTypedAndInsideTheirDomain) {
    check({{"share: 60%", "share: 60", "9"}, {"share: 60%", "share: 100.1", "refused: `share` is 100.1%, outside its domain [0..100]"}, {"share: 60%", "share: 60kg", "refused: `share` is a number in %"}, {"share: 60%", "share: 60%, forged: yes", "refused: `forged` is true or false"},
           {"share: 60%", "share: 60%, forged: true", "9"}, {"provider: community", "provider: comunity", "refused: `provider` cannot be `comunity`"}, {"share: 60%", "shares: 60%", "refused: the rule set asks for no fact `shares`"}, {"evidence: [paper]", "evidence: [papers]", "refused: the rule set knows no evidence `papers`"}});
}

TEST(Heads, AreChecked) {
    check({{"rule_set: small", "rule_set: other", "refused: this scorecard is for the rule set `other`"}, {"level: province", "level: provinces", "refused: `provinces` is no level"}, {"assessed_on: 2026-03-01", "assessed_on: 2026-02-30", "refused: `assessed_on` is an existing day"},
           {"assessed_on: 2026-03-01", "assessed_on: 2026-01-01", "before it was filed"}, {"members: 2", "members: 1", "refused: there are 2 sheets, but the council has 1 members"}, {"members: 2", "members: many", "refused"}, {"assessor: \"B\"", "assessor: \"A\"", "refused: `A` has two sheets"},
           {"scorecard: c1", "scorecard: ", "refused: the scorecard has no id"}, {"product:", "products:", "refused: there is no key `products` here"}});
}

TEST(Formats, SayTheSame) {
    const std::string json = R"({"scorecard": "c1", "rule_set": "small", "product": {"name": "Xoài", "maker": "HTX"}, "level": "province", "filed_on": "2026-02-01", "assessed_on": "2026-03-01",
      "facts": {"share": "60%", "provider": "community"}, "evidence": ["paper"], "members": 2, "sheets": [
      {"assessor": "A", "marks": {"1.1": "c", "1.2": ["a", "b"], "2": "b", "3": 1.5}}, {"assessor": "B", "marks": {"1.1": 3, "1.2": ["c"], "2": "community.b", "3": {"mark": 2, "note": "tốt"}}}]})";
    EXPECT_EQ(total(json, CardFormat::json), "9");
    const auto digest = [&](const std::string& text, CardFormat format) {
        return rules().rate(Scorecard::from_text(text, rules(), "card", format).value()).trail().card.digest;
    };
    EXPECT_EQ(digest(json, CardFormat::json), digest(good, CardFormat::yaml));
    const std::string csv = "\xEF\xBB\xBFscorecard;rule_set;level;filed_on;assessed_on;members;fact:share;fact:provider;evidence;assessor;1.1;1.2;2;3\r\n"
                            "c1;small;province;2026-02-01;2026-03-01;2;60%;community;paper;A;c;a+b;b;\"1,5\"\r\n"
                            "c1;small;province;2026-02-01;2026-03-01;2;60%;community;paper;B;3;c;community.b;2\r\n";
    EXPECT_EQ(total(csv, CardFormat::csv), "9");
}

TEST(Ndjson, OneBadLineStopsNoOther) {
    const std::string line = R"({"scorecard": "c", "rule_set": "small", "sheets": [{"marks": {"1.1": "c"}}]})";
    const auto cards = ocop::WrittenCards::from_text(line + "\n{\"scorecard\": \n" + line + "\n", "cards.ndjson");
    EXPECT_EQ(cards.cards.size(), 2U);
    ASSERT_EQ(cards.diagnostics.size(), 1U);
    EXPECT_EQ(cards.diagnostics.front().place.line, 2);
}

TEST(Csv, RaggedRowsAndOpenQuotesAreToldWithTheirRow) {
    const auto cards = ocop::WrittenCards::from_text("scorecard,rule_set,1.1\na,small,c\nb,small\nc,small,c\n", "cards.csv");
    EXPECT_EQ(cards.cards.size(), 2U);
    ASSERT_EQ(cards.diagnostics.size(), 1U);
    EXPECT_EQ(cards.diagnostics.front().message.en, "row 3 has 2 cells, the header has 3 columns");
    const auto part = ocop::WrittenCards::from_text("scorecard,rule_set,assessor,1.1\na,small,A,c\na,small,B\nb,small,A,c\n", "cards.csv");
    ASSERT_EQ(part.cards.size(), 1U);  // `a` is not rated by one of its two sheets
    EXPECT_EQ(part.cards.front().id(), "b");
    const auto open = ocop::WrittenCards::from_text("scorecard,rule_set,1.1\na,\"small,c\n", "cards.csv");
    EXPECT_EQ(open.diagnostics.front().message.en, "row 2: a quote is not closed");
}

TEST(Joining, WantsMembersFilesToAgree) {
    const auto sheet = [](const std::string& who, const std::string& share) {
        return ocop::WrittenCards::from_text("scorecard: c1\nrule_set: small\nfacts: {share: " + share + "}\nsheets:\n  - assessor: " + who + "\n    marks: {\"1.1\": c}\n", who + ".yaml");
    };
    EXPECT_EQ(ocop::WrittenCards::joined({sheet("A", "60%"), sheet("B", "60%")}).cards.size(), 1U);
    const auto differing = ocop::WrittenCards::joined({sheet("A", "60%"), sheet("B", "70%")});
    EXPECT_TRUE(differing.cards.empty());
    ASSERT_FALSE(differing.diagnostics.empty());
    EXPECT_EQ(differing.diagnostics.front().message.en, "`facts.share` differs from A.yaml:3; the sheets of one scorecard must agree");
}

TEST(Forms, LoadAsTheyAre) {
    for (const auto format : {ocop::FormFormat::yaml, ocop::FormFormat::csv})
        for (const auto language : {ocop::Language::vi, ocop::Language::en}) {
            const std::string form = ocop::blank_form(rules(), format, language);
            EXPECT_EQ(total(form, format == ocop::FormFormat::csv ? CardFormat::csv : CardFormat::yaml), "undecided") << form;
        }
}

TEST(Builder, FillsInByCode) {
    Scorecard::Builder builder(rules(), "c1");
    builder.level(ocop::Authority::province).assessed_on("2026-03-01").fact("share", "60%").fact("provider", "community").evidence("paper").members(1);
    builder.sheet("A").mark("1.1", "c").marks("1.2", {"a", "b"}).mark("2", "b").mark("3", "1.5");
    const auto built = builder.build();
    for (const auto& each : built.diagnostics) ADD_FAILURE() << ocop::to_string(each);
    EXPECT_EQ(rules().rate(built.value()).total()->text(), "9");
    builder.mark("1.1", "z");
    EXPECT_FALSE(builder.build());
}

TEST(Hostile, CardsAreRefusedNotFatal) {
    const std::vector<std::string> texts = {"", "{", "[", "]", "{\"a\":", "\"", std::string(5'000, '['), std::string(5'000, '{'), std::string("\0\0", 2), "\xFF\xFE", "{\"scorecard\": \"\\ud800\"}",
                                            "{\"a\": 1, \"a\": 2}", "null", "1e999999", "[[[[[[]]]]]]", "scorecard,rule_set\n\"", ";;;;\n;;;;\n"};
    for (const std::string& text : texts)
        for (const auto format : {CardFormat::guess, CardFormat::yaml, CardFormat::json, CardFormat::ndjson, CardFormat::csv}) {
            const auto card = Scorecard::from_text(text, rules(), "card", format);
            EXPECT_FALSE(card);
            EXPECT_FALSE(card.diagnostics.empty());
        }
    for (std::size_t size = 0; size < good.size(); ++size) Scorecard::from_text(good.substr(0, size), rules());
}

}  // namespace
