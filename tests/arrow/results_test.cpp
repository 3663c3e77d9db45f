// Results as record batches.
#include <gtest/gtest.h>

#include <ocop/ocop.h>

#include "rules.hpp"

namespace ocop::test {
namespace {

std::string text(const ArrowArray& texts, std::int64_t i) {
    const auto* offsets = static_cast<const std::int32_t*>(texts.buffers[1]);
    return {static_cast<const char*>(texts.buffers[2]) + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i])};
}

// One value of a column as text.
std::string value(const ArrowSchema& schema, const ArrowArray& array, std::int64_t i) {
    const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
    if (bits != nullptr && (bits[i / 8] >> (i % 8) & 1) == 0) return "null";
    const std::string format = schema.format;
    const std::int64_t number = format == "c" ? static_cast<const std::int8_t*>(array.buffers[1])[i] : format == "i" ? static_cast<const std::int32_t*>(array.buffers[1])[i] : static_cast<const std::int64_t*>(array.buffers[1])[i];
    return array.dictionary == nullptr ? std::to_string(number) : text(*array.dictionary, number);
}

struct Table {
    ArrowSchema schema{};
    ArrowArray array{};
    ~Table() {
        if (schema.release != nullptr) schema.release(&schema);
        if (array.release != nullptr) array.release(&array);
    }
    std::string row(std::int64_t i) const {
        std::string out;
        for (std::int64_t c = 0; c < schema.n_children; ++c) out += std::string(c == 0 ? "" : ", ") + schema.children[c]->name + " " + value(*schema.children[c], *array.children[c], i);
        return out;
    }
};

TEST(ArrowResults, HaveNullsWhereThereIsNothing) {
    RecordBatch batch({texts("1", {"a", "c", std::nullopt}), texts("2", {"c", "c", "c"}), booleans("organic", {true, true, true}), numbers("share", "l", std::vector<std::int64_t>{1, 1, 1}), texts("place", {"a", "a", "a"}),
                       numbers("since", "tdD", std::vector<std::int32_t>(3, 20'000)), lists_of("labels", 0, 3, texts("item", {})), lists_of("weights", 0, 3, numbers<double>("item", "g", {})),
                       lists_of("days", 0, 3, numbers<std::int32_t>("item", "tdD", {})), lists_of("answers", 0, 3, booleans("item", {}))});
    Diagnostics told;
    const auto imported = batch::Imported::from_arrow(small_batch(), &batch.schema, &batch.array, told);
    ASSERT_TRUE(imported);
    std::vector<batch::Result> outcome(3);
    std::vector<std::int8_t> stars(3), band(3);
    std::vector<std::int64_t> total(3), denominator(3);
    std::vector<std::int32_t> blocking(3);
    const batch::Results results{outcome.data(), stars.data(), band.data(), total.data(), denominator.data(), blocking.data()};
    small_batch().rate(imported.cards(), results);
    Table table;
    batch::to_arrow(small_batch(), 3, results, &table.schema, &table.array);
    EXPECT_EQ(std::string(table.schema.format), "+s");
    EXPECT_EQ(table.array.length, 3);
    const std::string unit = std::to_string(denominator[0]);
    EXPECT_EQ(table.row(0), "outcome rated, stars 2, band 2, total " + std::to_string(total[0]) + ", denominator " + unit + ", blocking minimum 1 for 3");
    EXPECT_EQ(table.row(1), "outcome rated, stars 3, band 3, total " + std::to_string(total[1]) + ", denominator " + unit + ", blocking null");
    EXPECT_EQ(table.row(2), "outcome undecided, stars null, band null, total null, denominator null, blocking null");
    EXPECT_EQ(table.array.children[1]->null_count, 1);
}

TEST(ArrowResults, LeaveOutWhatIsNotWanted) {
    std::int8_t stars[] = {3, -1};
    Table table;
    batch::to_arrow(small_batch(), 2, {.stars = stars}, &table.schema, &table.array);
    ASSERT_EQ(table.schema.n_children, 1);
    EXPECT_EQ(table.row(0), "stars 3");
    EXPECT_EQ(table.row(1), "stars null");
}

TEST(ArrowResults, OfNoCardsAreThere) {
    std::int8_t stars = 0;
    batch::Result outcome{};
    Table table;
    batch::to_arrow(small_batch(), 0, {.outcome = &outcome, .stars = &stars}, &table.schema, &table.array);
    EXPECT_EQ(table.array.length, 0);
    EXPECT_NE(table.array.children[0]->buffers[1], nullptr);
}

TEST(ArrowResults, LetColumnsBeTakenOut) {
    std::vector<std::int8_t> stars = {1, 2};
    ArrowArray taken{};
    {
        Table table;
        batch::to_arrow(small_batch(), 2, {.stars = stars.data(), .band = stars.data()}, &table.schema, &table.array);
        taken = *table.array.children[0];
        table.array.children[0]->release = nullptr;
    }
    EXPECT_EQ(static_cast<const std::int8_t*>(taken.buffers[1])[1], 2);
    taken.release(&taken);
    EXPECT_EQ(taken.release, nullptr);
}

// The whole way through C: the same columns come out, in the same structs if the caller has no others.
TEST(ArrowResults, ComeFromCToo) {
    ocop_rules* rules = nullptr;
    ocop_batch* batch = nullptr;
    ASSERT_EQ(ocop_rules_from_text(small_rules(), OCOP_TERMINATED, "small", &rules, nullptr), OCOP_OK);
    ASSERT_EQ(ocop_batch_new(rules, &batch), OCOP_OK);
    for (bool in_place : {false, true}) {
        RecordBatch cards({texts("1", {"a", "c"}), texts("2", {"c", "c"}), booleans("organic", {true, true}), numbers("share", "g", std::vector<double>{0.5, 0.25}), texts("place", {"a", "Hà Nội"}),
                           numbers("since", "tdD", std::vector<std::int32_t>(2, 20'000)), lists_of("labels", 0, 2, texts("item", {})), lists_of("weights", 0, 2, numbers<double>("item", "g", {})),
                           lists_of("days", 0, 2, numbers<std::int32_t>("item", "tdD", {})), lists_of("answers", 0, 2, booleans("item", {}))});
        Table other;
        ocop_diagnostics* told = nullptr;
        ArrowSchema& schema = in_place ? cards.schema : other.schema;
        ArrowArray& array = in_place ? cards.array : other.array;
        ASSERT_EQ(ocop_batch_rate_arrow(batch, &cards.schema, &cards.array, 1, &schema, &array, &told), OCOP_OK);
        EXPECT_EQ(told, nullptr);
        EXPECT_EQ(cards.arrays_released(), cards.structs());
        EXPECT_EQ(cards.schemas_released(), cards.structs());
        EXPECT_EQ(value(*schema.children[0], *array.children[0], 0), "rated");
        EXPECT_EQ(value(*schema.children[1], *array.children[1], 0), "2");
        EXPECT_EQ(value(*schema.children[5], *array.children[5], 0), "minimum 1 for 3");
        EXPECT_EQ(value(*schema.children[0], *array.children[0], 1), "rejected");
        EXPECT_EQ(value(*schema.children[1], *array.children[1], 1), "null");
    }
    RecordBatch cards({texts("1", {"a"}), texts("3", {"a"})});
    ocop_diagnostics* told = nullptr;
    Table none;
    EXPECT_EQ(ocop_batch_rate_arrow(batch, &cards.schema, &cards.array, 1, &none.schema, &none.array, &told), OCOP_REFUSED);
    EXPECT_EQ(ocop_diagnostics_count(told), 1U);
    ocop_diagnostics_free(told);
    ocop_batch_free(batch);
    ocop_rules_free(rules);
}

}  // namespace
}  // namespace ocop::test
