// Bytes changed at random where whoever reads can see that they are wrong: whatever comes of it, nothing is read that is not there.
#include <gtest/gtest.h>

#include <random>

#include "rules.hpp"
#include "sanitized.hpp"

namespace ocop::test {
namespace {

std::vector<Field> columns() {
    return {in_dictionary("1", {0, 1, 2, 1}, {"a", "b", "c"}, {true, true, true, false}),
            text_views("2", {"a+b", "a+b+c", "a", std::nullopt}),
            text_views("place", {"short", "a text that is longer than twelve", "", "Hà Nội, phường Hoàn Kiếm"}),
            lists("labels", {0, 1, 3, 3, 4}, texts("item", {"a", "fake", "c", "đ"}), {true, true, false, true}),
            lists("weights", {0, 2, 2, 3, 4}, numbers("item", "g", std::vector<double>{1, 2.5, 3, 0.125})),
            large_lists("days", {0, 1, 1, 2, 2}, numbers("item", "tdD", std::vector<std::int32_t>{18'000, 20'000})),
            numbers("share", "f", std::vector<float>{0.1F, 1, 2, 0.5F}),
            numbers("since", "tdm", std::vector<std::int64_t>{0, 86'400'000, 172'800'000, 0}),
            lists_of("answers", 1, 4, booleans("item", {true, false, true, false})),
            booleans("organic", {true, false, true, true}, {true, true, false, true})};
}

using Random = std::mt19937;

void flip(Random& random, Bytes& buffer) {
    if (buffer && !buffer->empty()) (*buffer)[random() % buffer->size()] = static_cast<std::uint8_t>(random());
}

// The characters of texts that follow each other are reached by offsets alone, and how many there are is told nowhere: those offsets stay.
void tamper(Random& random, Field& field) {
    switch (random() % 6) {
        case 0: flip(random, field.buffers[0]); break;
        case 1:
            if (field.format != "u" && field.buffers.size() > 1) flip(random, field.buffers[1]);
            break;
        case 2:
            if (field.buffers.size() > 2) flip(random, field.buffers[2]);
            break;
        case 3:
            if (!field.children.empty()) tamper(random, field.children[0]);
            if (!field.dictionary.empty()) tamper(random, field.dictionary[0]);
            break;
        case 4: field.null_count = static_cast<std::int64_t>(random() % 8) - 3; break;
        default: field.length -= random() % 3 == 0 ? 1 : 0;
    }
}

TEST(ArrowTampered, ReadsNothingThatIsNotThere) {
    Random random(11);
    int refused = 0, taken = 0;
    for (int i = 0; i < 20'000 / static_cast<int>(rarer); ++i) {
        auto tampered = columns();
        for (auto times = 1 + random() % 3; times > 0; --times) tamper(random, tampered[random() % tampered.size()]);
        RecordBatch batch(tampered, 4);
        Diagnostics told;
        {
            const auto imported = batch::Imported::from_arrow(small_batch(), &batch.schema, &batch.array, told);
            ++(imported ? taken : refused);
            ASSERT_EQ(static_cast<bool>(imported), told.empty());
            std::vector<batch::Result> outcome(4);
            if (imported) small_batch().rate(imported.cards(), {.outcome = outcome.data()});
            for (std::size_t card = 0; imported && card < 4; ++card) {
                const auto one = small_batch().card(imported.cards(), card, "card");
                ASSERT_EQ(static_cast<bool>(one), outcome[card] != batch::Result::invalid) << i;
                if (one) {
                    ASSERT_EQ(static_cast<int>(small_batch().rules().rate(*one.scorecard).outcome()), static_cast<int>(outcome[card])) << i;
                }
            }
        }
        ASSERT_EQ(batch.arrays_released(), batch.structs());
        ASSERT_EQ(batch.schemas_released(), batch.structs());
    }
    EXPECT_GT(refused, 100);
    EXPECT_GT(taken, 100);
}

}  // namespace
}  // namespace ocop::test
