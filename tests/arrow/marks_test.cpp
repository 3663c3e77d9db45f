// Marks in record batches: numbers, texts, dictionaries, lists.
#include <gtest/gtest.h>

#include "rules.hpp"

namespace ocop::test {
namespace {

using Lines = std::vector<std::string>;

std::uint8_t code(std::size_t criterion, const char* mark) { return static_cast<std::uint8_t>(small_batch().code(criterion, mark).value()); }
std::vector<std::uint8_t> codes(std::size_t criterion, std::initializer_list<const char*> marks) {
    std::vector<std::uint8_t> out;
    for (const char* each : marks) out.push_back(code(criterion, each));
    return out;
}

Field first(std::initializer_list<const char*> marks) { return numbers("1", "C", codes(0, marks)); }
Field second(std::initializer_list<const char*> marks) { return numbers("2", "C", codes(1, marks)); }
Field facts_yes(std::size_t count) { return booleans("organic", std::vector<bool>(count, true)); }

// The gates that these tests do not ask about.
std::vector<Field> quiet(std::size_t count) {
    std::vector<Field> out = {facts_yes(count), numbers("share", "l", std::vector<std::int64_t>(count, 1)), texts("place", Texts(count, "here")),
                              numbers("since", "tdD", std::vector<std::int32_t>(count, 20'000))};
    const std::vector<std::int32_t> none(count + 1, 0);
    out.push_back(lists("labels", none, texts("item", {})));
    out.push_back(lists("weights", none, numbers<double>("item", "g", {})));
    out.push_back(lists("days", none, numbers<std::int32_t>("item", "tdD", {})));
    out.push_back(lists("answers", none, booleans("item", {})));
    return out;
}

std::vector<Field> with(std::vector<Field> all, Field a, Field b) {
    all.push_back(std::move(a));
    all.push_back(std::move(b));
    return all;
}

const Lines wanted = {"rated 2 5", "rated 3 7", "rated 1 2", "undecided"};

TEST(ArrowMarks, AreNumbersOrTextsInAnyForm) {
    const Texts in_text = {"b", "c", "0", ""};
    const std::vector<Field> forms = {
        first({"b", "c", "0", ""}), texts("1", in_text), large_texts("1", in_text), text_views("1", in_text), texts("1", {"2", "4", "0", std::nullopt}),
        in_dictionary("1", {1, 3, 0, 2}, {"0", "b", "", "c"}), in_dictionary("1", {1, 3, 0, 2}, {"0", "b", std::nullopt, "c"}), in_dictionary("1", {1, 3, 0, 77}, {"0", "b", "never", "c"}, {true, true, true, false}),
        numbers("1", "C", codes(0, {"b", "c", "0", "a"}), {true, true, true, false})};
    for (const Field& each : forms) {
        RecordBatch batch(with(quiet(4), each, texts("2", {"a+b", "c", "b", "a"})));
        EXPECT_EQ(results(batch), wanted) << each.format;
    }
}

TEST(ArrowMarks, StandWhereTheyAre) {
    RecordBatch batch(with(quiet(2), first({"a", "b"}), second({"a", "a+c"})));
    const void* buffer = batch.column(8).buffers[1];
    Diagnostics told;
    const auto imported = batch::Imported::from_arrow(small_batch(), &batch.schema, &batch.array, told);
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported.cards().marks[0], buffer);
    EXPECT_EQ(imported.cards().sheets, 1U);
    EXPECT_EQ(imported.cards().sheets_of, nullptr);
}

TEST(ArrowMarks, OfSlicesAreThoseOfTheSlice) {
    const std::vector<Field> forms = {sliced(first({"a", "a", "b", "c", "0", ""}), 2), sliced(texts("1", {"nonsense", std::nullopt, "b", "c", "0", std::nullopt}), 2),
                                      sliced(text_views("1", {std::nullopt, "a", "b", "c", "0", std::nullopt}), 2), sliced(in_dictionary("1", {9, 9, 0, 1, 2, 2}, {"b", "c", "0"}, {true, true, true, true, true, false}), 2)};
    for (const Field& each : forms) {
        RecordBatch batch(with(quiet(4), each, sliced(second({"", "a+b", "c", "b", "a"}), 1)));
        EXPECT_EQ(results(batch), wanted) << each.format;
    }
}

TEST(ArrowMarks, OfASliceOfTheWholeBatchAreThoseOfTheSlice) {
    RecordBatch batch(with(quiet(6), texts("1", {"q", "q", "b", "c", "0", std::nullopt}), second({"", "", "a+b", "c", "b", "a"})));
    batch.array.offset = 2;
    batch.array.length = 4;
    EXPECT_EQ(results(batch), wanted);
}

TEST(ArrowMarks, OfSeveralSheetsAreLists) {
    const std::vector<std::int32_t> offsets = {0, 2, 3, 3};
    for (bool large : {false, true}) {
        Field a = large ? large_lists("1", {0, 2, 3, 3}, texts("item", {"b", "c", "c"})) : lists("1", offsets, numbers("item", "C", codes(0, {"b", "c", "c"})));
        RecordBatch batch(with(quiet(3), std::move(a), lists("2", offsets, texts("item", {"a+b", "a+b", "c"}))));
        EXPECT_EQ(results(batch), (Lines{"rated 3 6", "rated 3 7", "undecided"}));
    }
    RecordBatch fixed(with(quiet(2), lists_of("1", 2, 2, texts("item", {"b", "c", "c", "c"})), lists_of("2", 2, 2, in_dictionary("item", {0, 0, 1, 1}, {"a+b", "c"}))));
    EXPECT_EQ(results(fixed), (Lines{"rated 3 6", "rated 3 7"}));
}

TEST(ArrowMarks, OfSlicedListsAreThoseOfTheSlice) {
    Field a = sliced(lists("1", {1, 4, 6, 7}, sliced(texts("item", {"q", "q", "q", "q", "q", "b", "c", "c"}), 1), {false, true, true}), 1);
    a.children[0].length = 7;
    RecordBatch batch(with(quiet(2), std::move(a), sliced(lists_of("2", 2, 3, texts("item", {"q", "q", "a+b", "a+b", "c", std::nullopt})), 1)));
    EXPECT_EQ(said(batch), "column `2`, row 1: it has 2 marks, `1` has 1: a list has one a sheet\n");
}

TEST(ArrowMarks, ThatAreNullInAListAreNoMarks) {
    RecordBatch batch(with(quiet(2), lists("1", {0, 2, 4}, texts("item", {"b", std::nullopt, "c", "c"})), lists("2", {0, 2, 4}, texts("item", {"c", "c", "c", "c"}), {true, false})));
    EXPECT_EQ(results(batch), (Lines{"undecided", "undecided"}));
}

TEST(ArrowMarks, ThatDoNotExistAreToldWithTheirRow) {
    RecordBatch batch(with(quiet(3), texts("1", {"a", "d", "e"}), in_dictionary("2", {1, 0, 0}, {"a++", "a"})));
    EXPECT_EQ(said(batch),
              "column `1`, row 1: `d` is no mark of this criterion (there is `0`, `a`, `b` or `c`)\n"
              "column `2`, row 1: `a++` is no mark of this criterion (there is `0`, `a`, `b` or `c`)\n");
    RecordBatch in_list(with(quiet(2), lists("1", {0, 1, 3}, texts("item", {"a", "a", "\xC3"})), lists("2", {0, 1, 3}, texts("item", {"a", "a", "a"}))));
    EXPECT_EQ(said(in_list), "column `1`, row 1: `…` is no mark of this criterion (there is `0`, `a`, `b` or `c`)\n");
}

TEST(ArrowMarks, ThatNoCardCanHaveMakeItInvalid) {
    RecordBatch batch(with(quiet(2), numbers("1", "C", std::vector<std::uint8_t>{250, code(0, "c")}), second({"c", "c"})));
    EXPECT_EQ(results(batch), (Lines{"invalid", "rated 3 7"}));
}

TEST(ArrowMarks, OfOtherTypesAreRefused) {
    RecordBatch batch(with(quiet(1), numbers("1", "i", std::vector<std::int32_t>{1}), numbers("2", "L", std::vector<std::uint64_t>{1})));
    EXPECT_EQ(said(batch),
              "column `1`: it is int32; marks are uint8 numbers, or utf8, also in a dictionary, or lists of these\n"
              "column `2`: it is uint64; marks are uint8 numbers, or utf8, also in a dictionary, or lists of these\n");
    RecordBatch mixed(with(quiet(1), lists("1", {0, 1}, texts("item", {"a"})), second({"a"})));
    EXPECT_EQ(said(mixed), "column `2`: it has a mark a row, `1` has lists of them\n");
}

TEST(ArrowMarks, MayBeMissingAndThatIsTold) {
    auto columns = quiet(1);
    columns.push_back(nulls("2", 1));
    RecordBatch batch(std::move(columns));
    EXPECT_EQ(said(batch), "there is no column for `1`: no card has a mark there\n");
    RecordBatch null_marks(with(quiet(1), nulls("1", 1), nulls("2", 1)));
    EXPECT_EQ(results(null_marks), (Lines{"undecided"}));
}

TEST(ArrowMarks, OfFreePointsAreWide) {
    const Batch batch(RuleSet::from_text(R"yaml(
rule_set: wide
title: {vi: "Rộng", en: "Wide"}
basis: {decision: 1/2026, place: "Phụ lục"}
parts:
  - id: A
    title: {vi: "A", en: "A"}
    items: [{id: "1", title: {vi: "1", en: "1"}, max: 100, score: "[0..100]"}]
stars: {2: "[50..100]", 1: "[0..50)"}
)yaml").value());
    ASSERT_TRUE(batch.is_wide(0));
    RecordBatch wide({numbers("1", "L", std::vector<std::uint64_t>{*batch.code(0, "75"), *batch.code(0, "0")}, {true, false})});
    EXPECT_EQ(results(wide, batch), (Lines{"rated 2 75", "undecided"}));
    RecordBatch in_text({texts("1", {"75.5", "12"})});
    EXPECT_EQ(results(in_text, batch), (Lines{"rated 2 75.5", "rated 1 12"}));
    RecordBatch narrow({numbers("1", "C", std::vector<std::uint8_t>{1})});
    EXPECT_EQ(said(narrow, batch), "column `1`: it is uint8; marks are uint64 numbers, or utf8, also in a dictionary, or lists of these\n");
}

}  // namespace
}  // namespace ocop::test
