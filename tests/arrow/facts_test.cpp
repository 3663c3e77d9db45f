// Facts in record batches: every type that can stand for one, and what is said where a value cannot.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "rules.hpp"

namespace ocop::test {
namespace {

using Lines = std::vector<std::string>;

// A value of one fact is told from another by what a gate makes of it: one column at a time, all other facts in order.
std::vector<Field> around(const Field& asked) {
    const auto count = static_cast<std::size_t>(asked.length);
    const std::vector<std::int32_t> none(count + 1, 0);
    std::vector<Field> out = {texts("1", Texts(count, "c")), texts("2", Texts(count, "c"))};
    const std::vector<Field> others = {booleans("organic", std::vector<bool>(count, true)), numbers("share", "l", std::vector<std::int64_t>(count, 1)), texts("place", Texts(count, "Huế")),
                                       numbers("since", "tdD", std::vector<std::int32_t>(count, 20'000)), lists("labels", none, texts("item", {})), lists("weights", none, numbers<double>("item", "g", {})),
                                       lists("days", none, numbers<std::int32_t>("item", "tdD", {})), lists("answers", none, booleans("item", {}))};
    for (const Field& each : others)
        if (each.name != asked.name) out.push_back(each);
    out.push_back(asked);
    return out;
}

Lines with(const Field& asked) {
    RecordBatch batch(around(asked));
    return results(batch);
}
std::string told(const Field& asked) {
    RecordBatch batch(around(asked));
    return said(batch);
}

const std::string good = "rated 3 7";

TEST(ArrowFacts, AreBooleans) {
    EXPECT_EQ(with(booleans("organic", {true, false, true}, {true, true, false})), (Lines{good, "rated 2 7", "undecided"}));
    EXPECT_EQ(with(sliced(booleans("organic", {false, false, true, false, true}, {false, true, true, true, false}), 2)), (Lines{good, "rated 2 7", "undecided"}));
    EXPECT_EQ(with(nulls("organic", 1)), (Lines{"undecided"}));
}

template <class Value>
void expect_integers(const char* format) {
    EXPECT_EQ(with(numbers("share", format, std::vector<Value>{0, 1, 0}, {true, true, false})), (Lines{"rated 1 7", good, "undecided"})) << format;
    EXPECT_EQ(with(sliced(numbers("share", format, std::vector<Value>{9, 0, 1, 0}, {true, true, true, false}), 1)), (Lines{"rated 1 7", good, "undecided"})) << format;
}

TEST(ArrowFacts, AreIntegersOfAnyKind) {
    expect_integers<std::int8_t>("c");
    expect_integers<std::uint8_t>("C");
    expect_integers<std::int16_t>("s");
    expect_integers<std::uint16_t>("S");
    expect_integers<std::int32_t>("i");
    expect_integers<std::uint32_t>("I");
    expect_integers<std::int64_t>("l");
    expect_integers<std::uint64_t>("L");
    EXPECT_EQ(with(numbers("share", "c", std::vector<std::int8_t>{-1})), (Lines{"rated 1 7"}));
    EXPECT_EQ(told(numbers("share", "L", std::vector<std::uint64_t>{1, std::numeric_limits<std::uint64_t>::max()})),
              "column `share`, row 1: with the 0 decimals that the column needs, this number takes more than 64 bits\n");
}

TEST(ArrowFacts, AreFloatingPointByTheirShortestDecimal) {
    const double below = std::nextafter(0.5, 0.0);
    EXPECT_EQ(with(numbers("share", "g", std::vector<double>{0.5, 0.1, 1e3, -0.0, 0.49999}, {true, true, true, true, false})), (Lines{good, "rated 1 7", good, "rated 1 7", "undecided"}));
    EXPECT_EQ(with(numbers("share", "g", std::vector<double>{below})), (Lines{"rated 1 7"}));
    EXPECT_EQ(with(sliced(numbers("share", "f", std::vector<float>{7, 0.1F, 0.5F}), 1)), (Lines{"rated 1 7", good}));
    // 0.1 as a float is a tenth, as the shortest decimal says; not 0.100000001490116.
    RecordBatch batch(around(numbers("share", "f", std::vector<float>{0.1F})));
    Diagnostics diagnostics;
    const auto imported = batch::Imported::from_arrow(small_batch(), &batch.schema, &batch.array, diagnostics);
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported.cards().facts.back().decimals, 1);
    EXPECT_EQ(*static_cast<const std::int64_t*>(imported.cards().facts.back().values), 1);
}

TEST(ArrowFacts, ThatAreNoNumberAreToldWithTheirRow) {
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
    EXPECT_EQ(told(numbers("share", "g", std::vector<double>{1, nan})), "column `share`, row 1: NaN is no number\n");
    EXPECT_EQ(told(numbers("share", "g", std::vector<double>{-infinite})), "column `share`, row 0: an infinite value is no number\n");
    EXPECT_EQ(told(numbers("share", "f", std::vector<float>{1, 1, std::numeric_limits<float>::infinity()})), "column `share`, row 2: an infinite value is no number\n");
    EXPECT_EQ(with(numbers("share", "g", std::vector<double>{1, nan}, {true, false})), (Lines{good, "undecided"}));
    EXPECT_EQ(told(numbers("share", "g", std::vector<double>{1e300})), "column `share`, row 0: with the 0 decimals that the column needs, this number takes more than 64 bits\n");
    EXPECT_EQ(told(numbers("share", "g", std::vector<double>{1e-19})), "column `share`, row 0: it has 19 decimals, at most 18 are held\n");
    EXPECT_EQ(told(numbers("share", "g", std::vector<double>{0.0001, 1e16})), "column `share`, row 1: with the 4 decimals that the column needs, this number takes more than 64 bits\n");
    EXPECT_EQ(told(lists("weights", {0, 1, 1, 3}, numbers("item", "g", std::vector<double>{1, 1, nan}))), "column `weights`, row 2: NaN is no number\n");
}

// Low and high half.
std::vector<std::int64_t> wide(std::initializer_list<std::int64_t> values) {
    std::vector<std::int64_t> out;
    for (std::int64_t each : values) {
        out.push_back(each);
        out.push_back(each < 0 ? -1 : 0);
    }
    return out;
}

Field decimals(const char* format, std::vector<std::int64_t> halves, const std::vector<bool>& there = {}) {
    const std::size_t length = halves.size() / 2;
    return field("share", format, length, there, bytes(halves));
}

TEST(ArrowFacts, AreDecimals) {
    EXPECT_EQ(with(decimals("d:19,4", wide({5'000, 4'999, -1}), {true, true, false})), (Lines{good, "rated 1 7", "undecided"}));
    EXPECT_EQ(with(decimals("d:5,0,128", wide({0, 1}))), (Lines{"rated 1 7", good}));
    EXPECT_EQ(with(decimals("d:5,-2", wide({0, 1, -1}))), (Lines{"rated 1 7", good, "rated 1 7"}));
    EXPECT_EQ(with(decimals("d:38,30", {0, 0})), (Lines{"rated 1 7"}));
    EXPECT_EQ(told(decimals("d:38,0", {0, 1})), "column `share`, row 0: with the 0 decimals that the column needs, this number takes more than 64 bits\n");
    EXPECT_EQ(told(decimals("d:38,25", wide({1}))), "column `share`, row 0: it has 25 decimals, at most 18 are held\n");
    EXPECT_EQ(told(decimals("d:9,2,64", wide({1}))), "column `share`: it is of format `d:9,2,64`, an integer, decimal128, float32 or float64 is expected\n");
}

TEST(ArrowFacts, AreTexts) {
    const Texts values = {"Hà Nội", "Huế", std::nullopt};
    const Lines wanted = {"rejected 7", good, "undecided"};
    EXPECT_EQ(with(texts("place", values)), wanted);
    EXPECT_EQ(with(large_texts("place", values)), wanted);
    EXPECT_EQ(with(text_views("place", values)), wanted);
    EXPECT_EQ(with(text_views("place", {"Hà Nội", "a place whose name is long", std::nullopt})), wanted);
    EXPECT_EQ(with(in_dictionary("place", {1, 0, 2}, {"Huế", "Hà Nội", std::nullopt}, {true, true, false})), wanted);
    EXPECT_EQ(with(sliced(texts("place", {"\xFF", "Hà Nội", "Huế", std::nullopt}), 1)), wanted);
    EXPECT_EQ(with(nulls("place", 1)), (Lines{"undecided"}));
}

TEST(ArrowFacts, AreTheSameTextHoweverItIsComposed) { EXPECT_EQ(with(texts("place", {"Ha\u0300 No\u0323\u0302i", "Hue\u0302\u0301"})), (Lines{"rejected 7", good})); }

TEST(ArrowFacts, ThatAreNotUtf8AreToldWithTheirRow) {
    EXPECT_EQ(told(texts("place", {"a", "\xC3"})), "column `place`, row 1: its text is not UTF-8\n");
    EXPECT_EQ(told(large_texts("place", {"a", "b", "\xED\xA0\x80"})), "column `place`, row 2: its text is not UTF-8\n");
    EXPECT_EQ(told(in_dictionary("place", {1}, {"\xFF", "\xFF"})), "column `place`, row 0: its text is not UTF-8\n");
    EXPECT_EQ(with(in_dictionary("place", {1}, {"\xFF", "Huế"})), (Lines{good}));
}

TEST(ArrowFacts, AreDays) {
    EXPECT_EQ(with(numbers("since", "tdD", std::vector<std::int32_t>{18'262, 18'263, 0}, {true, true, false})), (Lines{"rejected 7", good, "undecided"}));
    const std::int64_t day = 86'400;
    for (const auto& [format, unit] : std::vector<std::pair<const char*, std::int64_t>>{{"tdm", 1'000}, {"tss:", 1}, {"tsm:UTC", 1'000}, {"tsu:", 1'000'000}, {"tsn:+00:00", 1'000'000'000}}) {
        EXPECT_EQ(with(numbers("since", format, std::vector<std::int64_t>{18'262 * day * unit, 18'263 * day * unit})), (Lines{"rejected 7", good})) << format;
        EXPECT_EQ(with(numbers("since", format, std::vector<std::int64_t>{-3 * day * unit, 1}, {true, false})), (Lines{"rejected 7", "undecided"})) << format;
        EXPECT_EQ(told(numbers("since", format, std::vector<std::int64_t>{0, 1})), "column `since`, row 1: this instant is no whole day\n") << format;
    }
    EXPECT_EQ(told(numbers("since", "tss:Asia/Ho_Chi_Minh", std::vector<std::int64_t>{0})), "column `since`: it is timestamp, date32, date64 or timestamp in UTC is expected\n");
    EXPECT_EQ(with(numbers("since", "tdD", std::vector<std::int32_t>{std::numeric_limits<std::int32_t>::max()})), (Lines{"invalid"}));
}

TEST(ArrowFacts, AreLists) {
    EXPECT_EQ(with(lists("labels", {0, 1, 3, 3}, texts("item", {"fine", "new", "fake"}), {true, true, false})), (Lines{good, "rejected 7", "undecided"}));
    EXPECT_EQ(with(large_lists("weights", {0, 1, 1, 3}, numbers("item", "g", std::vector<double>{2.25, 1, 2.26}))), (Lines{good, good, "rejected 7"}));
    EXPECT_EQ(with(lists_of("days", 2, 2, numbers("item", "tdD", std::vector<std::int32_t>{18'263, 18'263, 18'263, 18'262}))), (Lines{good, "rejected 7"}));
    EXPECT_EQ(with(lists("answers", {0, 1, 2}, booleans("item", {false, true}))), (Lines{good, "rejected 7"}));
    EXPECT_EQ(with(lists("labels", {0, 1, 2}, in_dictionary("item", {1, 0}, {"fake", "fine"}))), (Lines{good, "rejected 7"}));
    EXPECT_EQ(with(nulls("labels", 1)), (Lines{"undecided"}));
    EXPECT_EQ(with(lists("labels", {0, 0}, nulls("item", 0))), (Lines{good}));
}

TEST(ArrowFacts, OfSlicedListsAreThoseOfTheSlice) {
    EXPECT_EQ(with(sliced(lists("labels", {1, 3, 4, 5}, sliced(texts("item", {"\xFF", "fake", "fake", "fake", "fine", "fake"}), 1)), 1)), (Lines{good, "rejected 7"}));
    EXPECT_EQ(with(sliced(lists_of("weights", 1, 3, sliced(numbers("item", "g", std::vector<double>{9, 9, 1, 9}), 1)), 1)), (Lines{good, "rejected 7"}));
}

TEST(ArrowFacts, ThatAreNullElementsAreToldWithTheirRow) {
    EXPECT_EQ(told(lists("labels", {0, 1, 3}, texts("item", {"a", "b", std::nullopt}))), "column `labels`, row 1: an element of the list is null\n");
    // What a null list has below it says nothing.
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(with(lists("weights", {0, 1, 3}, numbers("item", "g", std::vector<double>{1, nan, 0}, {true, true, false}), {true, false})), (Lines{good, "undecided"}));
}

TEST(ArrowFacts, BuiltInAndQualifiedNames) {
    Field share = numbers("fact:share", "l", std::vector<std::int64_t>{0});
    auto columns = around(numbers("share", "l", std::vector<std::int64_t>{0}));
    columns.back() = share;
    columns.push_back(texts("level", {"province"}));
    columns.push_back(lists("evidence", {0, 1}, texts("item", {"paper"})));
    columns.push_back(numbers("assessed_on", "tdD", std::vector<std::int32_t>{20'600}));
    columns.push_back(numbers("filed_on", "tdD", std::vector<std::int32_t>{20'500}));
    columns.push_back(texts("scorecard", {"T-1"}));
    columns.push_back(numbers("rule_set", "zzz", std::vector<std::int32_t>{0}));
    RecordBatch batch(std::move(columns));
    EXPECT_EQ(results(batch), (Lines{"rated 1 7"}));
}

}  // namespace
}  // namespace ocop::test
