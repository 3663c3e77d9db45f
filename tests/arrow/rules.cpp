#include "rules.hpp"

#include <gtest/gtest.h>

namespace ocop::test {
namespace {

constexpr const char* yaml = R"yaml(
rule_set: small
title: {vi: "Bộ nhỏ", en: "Small"}
basis: {decision: 1/2026, place: "Phụ lục"}
facts:
  organic: {type: boolean, title: {vi: "Hữu cơ", en: "Organic"}}
  share: {type: number, title: {vi: "Tỷ lệ", en: "Share"}}
  place: {type: string, title: {vi: "Nơi", en: "Place"}}
  since: {type: date, title: {vi: "Từ ngày", en: "Since"}}
  labels: {type: list of string, title: {vi: "Nhãn", en: "Labels"}}
  weights: {type: list of number, title: {vi: "Khối lượng", en: "Weights"}}
  days: {type: list of date, title: {vi: "Ngày", en: "Days"}}
  answers: {type: list of boolean, title: {vi: "Trả lời", en: "Answers"}}
evidence:
  paper: {title: {vi: "Giấy", en: "Paper"}}
gates:
  - {id: organic, when: organic = false, effect: cap, stars: 2, title: {vi: "Không hữu cơ", en: "Not organic"}}
  - {id: share, when: share < 0.5, effect: cap, stars: 1, title: {vi: "Tỷ lệ thấp", en: "Low share"}}
  - {id: place, when: 'place = "Hà Nội"', effect: reject, title: {vi: "Nơi", en: "Place"}}
  - {id: since, when: 'since < date("2020-01-02")', effect: reject, title: {vi: "Từ ngày", en: "Since"}}
  - {id: labels, when: 'some x in labels satisfies x = "fake"', effect: reject, title: {vi: "Nhãn", en: "Labels"}}
  - {id: weights, when: 'some x in weights satisfies x > 2.25', effect: reject, title: {vi: "Khối lượng", en: "Weights"}}
  - {id: days, when: 'some x in days satisfies x < date("2020-01-02")', effect: reject, title: {vi: "Ngày", en: "Days"}}
  - {id: answers, when: 'some x in answers satisfies x', effect: reject, title: {vi: "Trả lời", en: "Answers"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    items:
      - id: "1"
        title: {vi: "Nguồn", en: "Origin"}
        options:
          - {id: a, points: 1, title: {vi: "a", en: "a"}}
          - {id: b, points: 2, minimum_for: 3, title: {vi: "b", en: "b"}}
          - {id: c, points: 4, title: {vi: "c", en: "c"}}
      - id: "2"
        title: {vi: "Dấu", en: "Marks"}
        choose: any
        options:
          - {id: a, points: 1, title: {vi: "a", en: "a"}}
          - {id: b, points: 2, title: {vi: "b", en: "b"}}
          - {id: c, points: 3, title: {vi: "c", en: "c"}}
stars: {3: "[6..10]", 2: "[3..6)", 1: "[0..3)"}
council: {combine: mean}
)yaml";

struct Taken {
    batch::Imported imported;
    Diagnostics told;
};

Taken taken(RecordBatch& from, const Batch& batch) {
    Taken out;
    const int before = from.arrays_released();
    out.imported = batch::Imported::from_arrow(batch, &from.schema, &from.array, out.told);
    EXPECT_EQ(from.schema.release, nullptr);
    EXPECT_EQ(from.array.release, nullptr);
    EXPECT_EQ(from.schemas_released(), from.structs());
    EXPECT_EQ(from.arrays_released(), out.imported ? before : from.structs());
    const auto error = std::any_of(out.told.begin(), out.told.end(), [](const Diagnostic& each) { return each.severity == Diagnostic::Severity::error; });
    EXPECT_EQ(static_cast<bool>(out.imported), !error);
    for (const Diagnostic& each : out.told) EXPECT_FALSE(each.message.vi.empty());
    return out;
}

}  // namespace

const char* small_rules() { return yaml; }

const Batch& small_batch() {
    static const Batch batch(RuleSet::from_text(yaml).value());
    return batch;
}

std::string said(RecordBatch& from, const Batch& batch) {
    std::string out;
    {
        const Taken held = taken(from, batch);
        for (const Diagnostic& each : held.told) out += each.message.en + (each.help.en.empty() ? "" : " (" + each.help.en + ")") + "\n";
    }
    EXPECT_EQ(from.arrays_released(), from.structs());
    return out;
}

std::vector<std::string> results(RecordBatch& from, const Batch& batch) {
    std::vector<std::string> out;
    {
        const Taken held = taken(from, batch);
        for (const Diagnostic& each : held.told) EXPECT_NE(each.severity, Diagnostic::Severity::error) << to_string(each);
        if (!held.imported) return {"refused"};
        const std::size_t count = held.imported.cards().count;
        std::vector<batch::Result> outcome(count);
        std::vector<std::int8_t> stars(count);
        std::vector<std::int64_t> total(count), denominator(count);
        batch.rate(held.imported.cards(), {.outcome = outcome.data(), .stars = stars.data(), .total = total.data(), .denominator = denominator.data()});
        const char* names[] = {"rated", "undecided", "stopped", "rejected", "invalid"};
        for (std::size_t i = 0; i < count; ++i) {
            std::string line = names[static_cast<std::size_t>(outcome[i])];
            if (stars[i] >= 0) line += " " + std::to_string(stars[i]);
            if (denominator[i] != 0) line += " " + Number::fraction(total[i], denominator[i])->text();
            out.push_back(line);
            // The trail is that of the same card.
            const auto card = batch.card(held.imported.cards(), i, "card");
            const std::string again = card ? name(batch.rules().rate(*card.scorecard).outcome()) : "invalid";
            EXPECT_EQ(again, names[static_cast<std::size_t>(outcome[i])]) << i;
        }
    }
    EXPECT_EQ(from.arrays_released(), from.structs());
    return out;
}

}  // namespace ocop::test
