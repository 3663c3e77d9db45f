// Record batches with faults: all that can be seen is told, nothing is read past it, everything is released once.
#include <gtest/gtest.h>

#include <functional>

#include "rules.hpp"

namespace ocop::test {
namespace {

std::vector<Field> columns() {
    return {texts("1", {"a", "b", "c"}), texts("2", {"a", "b", "c"}), numbers("share", "g", std::vector<double>{1, 2, 3}), lists("labels", {0, 1, 2, 3}, texts("item", {"a", "b", "c"})), in_dictionary("place", {0, 1, 0}, {"a", "b"})};
}

std::string after(const std::function<void(RecordBatch&)>& fault) {
    RecordBatch batch(columns());
    fault(batch);
    return said(batch);
}

TEST(ArrowFaults, AreAllToldByColumn) {
    RecordBatch batch({numbers("organic", "l", std::vector<std::int64_t>{1}), texts("shares", {"1"}), texts("share", {"1"}), booleans("since", {true}), lists("labels", {0, 1}, booleans("item", {true})),
                       texts("weights", {"1"}), numbers("3", "C", std::vector<std::uint8_t>{1}), texts("1", {"a"}), texts("1", {"a"}), booleans("answers", {true}), texts("place", {"a"}), texts("fact:place", {"a"}), numbers("2", "e", std::vector<std::int16_t>{1})});
    EXPECT_EQ(said(batch),
              "column `organic`: it is int64, bool is expected\n"
              "column `shares`: the rule set has no criterion and no fact of this name (did you mean `share`?)\n"
              "column `share`: it is utf8, an integer, decimal128, float32 or float64 is expected\n"
              "column `since`: it is bool, date32, date64 or timestamp in UTC is expected\n"
              "column `labels`: its elements are bool, utf8, large_utf8, utf8_view or a dictionary of these is expected\n"
              "column `weights`: it is utf8, a list of an integer, decimal128, float32 or float64 is expected\n"
              "column `3`: the rule set has no criterion and no fact of this name (did you mean `1`?)\n"
              "column `1`: it is there twice\n"
              "column `answers`: it is bool, a list of bool is expected\n"
              "column `fact:place`: it is there twice\n"
              "column `2`: it is of format `e`; marks are uint8 numbers, or utf8, also in a dictionary, or lists of these\n");
}

TEST(ArrowFaults, OfTheWholeBatch) {
    EXPECT_EQ(after([](RecordBatch& at) { at.schema.format = "+l"; }), "a record batch is a struct, this is list\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.schema.format = nullptr; }), "a record batch is a struct, this is of no format\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.array.length = -1; }), "the record batch has a length or an offset that cannot be\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.array.offset = -1; }), "the record batch has a length or an offset that cannot be\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.array.n_buffers = 2; }), "a record batch has one buffer\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.array.buffers = nullptr; }), "a record batch has one buffer\n");
    const auto fewer = [](RecordBatch& at) { at.array.n_children = 4; };
    RecordBatch batch(columns());
    fewer(batch);
    Diagnostics told;
    EXPECT_FALSE(batch::Imported::from_arrow(small_batch(), &batch.schema, &batch.array, told));
    EXPECT_EQ(told.at(0).message.en, "the schema has 5 columns, the array 4");
}

TEST(ArrowFaults, OfRowsThatAreNull) {
    RecordBatch batch(columns());
    const std::uint8_t there = 0b101;
    batch.array.buffers[0] = &there;
    batch.array.null_count = -1;
    EXPECT_EQ(said(batch), "row 1 is null\n");
}

TEST(ArrowFaults, OfLengthsAndBuffers) {
    EXPECT_EQ(after([](RecordBatch& at) { at.array.length = 4; }),
              "column `1`: it has 3 values, 4 are needed\ncolumn `2`: it has 3 values, 4 are needed\ncolumn `share`: it has 3 values, 4 are needed\n"
              "column `labels`: it has 3 values, 4 are needed\ncolumn `place`: it has 3 values, 4 are needed\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.array.offset = std::int64_t{1} << 40, at.array.length = 0; }).substr(0, 57), "column `1`: it has 3 values, 1099511627776 are needed\ncol");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(2).length = -3; }), "column `share`: length -3 and offset 0 cannot be\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(2).offset = -1; }), "column `share`: length 3 and offset -1 cannot be\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(2).offset = std::numeric_limits<std::int64_t>::max(); }), "column `share`: length 3 and offset 9223372036854775807 cannot be\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(2).null_count = 4; }), "column `share`: null_count 4 cannot be, of 3 values\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(2).null_count = -2; }), "column `share`: null_count -2 cannot be, of 3 values\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(2).null_count = 1; }), "column `share`: 1 values are null, and the bits that say which are missing\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(2).n_buffers = 1; }), "column `share`: it has 1 buffers, 2 are needed\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(2).buffers = nullptr; }), "column `share`: its buffers are missing\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(2).buffers[1] = nullptr; }), "column `share`: buffer 1 is missing\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(0).buffers[1] = nullptr; }), "column `1`: buffer 1 is missing\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(0).buffers[2] = nullptr; }), "column `1`: buffer 2 is missing\n");
}

TEST(ArrowFaults, OfChildrenAndDictionaries) {
    EXPECT_EQ(after([](RecordBatch& at) { at.column_schema(2).format = nullptr; }), "column `share`: it has no format\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(4).dictionary->length = 1; }), "column `place`, row 1: index 1 is beyond its dictionary of 1 values\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column_schema(4).format = "g"; }), "column `place`: indices into its dictionary are no integers\n");
    RecordBatch negative({texts("1", {"a"}), texts("2", {"a"}), in_dictionary("place", {-1}, {"a"})});
    EXPECT_EQ(said(negative), "column `place`, row 0: index -1 is beyond its dictionary of 1 values\n");
    RecordBatch numbers_in_it({texts("1", {"a"}), [] {
                                   Field out = in_dictionary("2", {0}, {"a"});
                                   out.dictionary = {numbers("", "C", std::vector<std::uint8_t>{1})};
                                   return out;
                               }()});
    EXPECT_EQ(said(numbers_in_it), "column `2`: it is a dictionary of uint8; marks are uint8 numbers, or utf8, also in a dictionary, or lists of these\n");
    EXPECT_EQ(after([](RecordBatch& at) { at.column(3).children[0]->length = 2; }), "column `labels`: it has 2 values, 3 are needed\n");
}

TEST(ArrowFaults, OfOffsets) {
    RecordBatch back({lists("labels", {0, 2, 1}, texts("item", {"a", "b"})), texts("1", {"a", "a"}), texts("2", {"a", "a"})});
    EXPECT_EQ(said(back), "column `labels`, row 1: offset 1 is negative or goes back\n");
    RecordBatch negative({lists("labels", {-1, 0, 1}, texts("item", {"a", "b"})), texts("1", {"a", "a"}), texts("2", {"a", "a"})});
    EXPECT_EQ(said(negative), "column `labels`, row 0: offset -1 is negative or goes back\n");
    Field text = texts("place", {"abc", "de"});
    text.buffers[1] = bytes(std::vector<std::int32_t>{0, 3, 2});
    RecordBatch in_text({text, texts("1", {"a", "a"}), texts("2", {"a", "a"})});
    EXPECT_EQ(said(in_text), "column `place`, row 1: offset 2 is negative or goes back\n");
    Field large = large_texts("1", {"a", "b"});
    large.buffers[1] = bytes(std::vector<std::int64_t>{0, -5, 2});
    RecordBatch in_marks({large, texts("2", {"a", "a"})});
    EXPECT_EQ(said(in_marks), "column `1`, row 0: offset -5 is negative or goes back\n");
    Field view = text_views("place", {"a text that is longer than twelve bytes"});
    (*view.buffers[1])[12] = 30;
    RecordBatch in_view({view, texts("1", {"a"}), texts("2", {"a"})});
    EXPECT_EQ(said(in_view), "column `place`, row 0: its text lies outside the buffers\n");
}

TEST(ArrowFaults, OfStructsThatWereMovedAway) {
    RecordBatch batch(columns());
    ArrowArray moved = batch.column(0);
    batch.column(0).release = nullptr;
    Diagnostics told;
    EXPECT_FALSE(batch::Imported::from_arrow(small_batch(), &batch.schema, &batch.array, told));
    EXPECT_EQ(told.at(0).message.en, "column `1`: it was moved away or released");
    moved.release(&moved);
    EXPECT_EQ(batch.arrays_released(), batch.structs());

    RecordBatch gone(columns());
    gone.array.release(&gone.array);
    EXPECT_EQ(said(gone), "the record batch was moved away or released\n");
    EXPECT_FALSE(batch::Imported::from_arrow(small_batch(), nullptr, nullptr, told));
    EXPECT_EQ(batch::Imported().cards().count, 0U);
}

TEST(ArrowImport, OfNoRows) {
    auto none = columns();
    for (Field& each : none) {
        each.length = 0;
        each.buffers.assign(each.buffers.size(), Bytes());
    }
    RecordBatch batch(std::move(none), 0);
    EXPECT_EQ(results(batch).size(), 0U);
    RecordBatch empty({}, 0);
    EXPECT_EQ(said(empty), "there is no column for `1`, `2`: no card has a mark there\n");
}

TEST(ArrowImport, KeepsTheRecordBatchAsLongAsItIsHeld) {
    RecordBatch batch(columns());
    Diagnostics told;
    {
        auto first = batch::Imported::from_arrow(small_batch(), &batch.schema, &batch.array, told);
        const auto second = first;
        first = {};
        EXPECT_EQ(batch.arrays_released(), 0);
        EXPECT_EQ(second.cards().count, 3U);
    }
    EXPECT_EQ(batch.arrays_released(), batch.structs());
}

}  // namespace
}  // namespace ocop::test
