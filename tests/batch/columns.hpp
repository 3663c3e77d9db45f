// Scorecards as columns, so that both ways of rating have the same cards.
#pragma once

#include <cstring>
#include <deque>

#include <ocop/batch.hpp>

#include "api/state.hpp"
#include "base/days.hpp"

namespace ocop::test {

// Columns of cards that were read against one rule set. Cards without sheets have no columns.
class CardColumns {
public:
    CardColumns(const Batch& batch, const std::vector<Scorecard>& cards) : batch_(batch) {
        for (const Scorecard& each : cards) sheets_ = std::max(sheets_, each.state().card.sheets.size());
        counts_.resize(cards.size());
        for (std::size_t column = 0; column < batch.criteria() * sheets_; ++column) marks_.emplace_back(cards.size() * (batch.is_wide(column / sheets_) ? 8 : 1));
        for (std::size_t i = 0; i < cards.size(); ++i) add_marks(cards[i].state().card, i, cards[i].state().plan->leaves);
        for (const auto& each : marks_) pointers_.push_back(each.data());
        if (cards.empty()) return;
        const auto& facts = cards[0].state().plan->program->rules->facts;
        for (std::size_t slot = 0; slot < facts.size(); ++slot) add_fact(facts[slot], slot, cards);
        out_.count = cards.size();
        out_.sheets = sheets_;
        out_.sheets_of = counts_.data();
        out_.marks = pointers_;
        out_.facts = columns_;
    }

    const batch::Cards& cards() const { return out_; }
    batch::Cards& cards() { return out_; }
    std::vector<std::vector<std::uint8_t>>& marks() { return marks_; }

private:
    void add_marks(const card::Card& card, std::size_t number, const std::vector<batch::LeafPlan>& leaves) {
        counts_[number] = static_cast<std::uint16_t>(card.sheets.size());
        for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf)
            for (std::size_t sheet = 0; sheet < card.sheets.size(); ++sheet)
                set_mark(leaf, sheet, number, leaves[leaf].codes.code(card.sheets[sheet].marks[leaf]));
    }

    void set_mark(std::size_t leaf, std::size_t sheet, std::size_t number, batch::Code code) {
        std::vector<std::uint8_t>& column = marks_[leaf * sheets_ + sheet];
        if (batch_.is_wide(leaf)) std::memcpy(column.data() + 8 * number, &code, 8);
        else column[number] = static_cast<std::uint8_t>(code);
    }

    struct Buffers {
        std::vector<std::uint8_t> validity, bits;
        std::vector<std::int64_t> numbers;
        std::vector<std::int32_t> days, offsets;
        std::string chars;
        std::unique_ptr<batch::FactColumn> elements;
        std::unique_ptr<Buffers> of_elements;
    };

    static void set(std::vector<std::uint8_t>& bits, std::size_t at, bool value) {
        bits.resize(at / 8 + 1);
        if (value) bits[at / 8] = static_cast<std::uint8_t>(bits[at / 8] | 1U << (at % 8));
    }

    static batch::FactColumn column_of(std::string_view name, const model::Type& type, const std::vector<base::Value>& values, Buffers& to) {
        using Kind = batch::FactColumn::Kind;
        batch::FactColumn out;
        out.name = name;
        out.decimals = 6;
        std::vector<base::Value> elements;
        to.offsets.push_back(0);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const base::Value& value = values[i];
            set(to.validity, i, value.known());
            const bool* truth = value.get_if<bool>();
            set(to.bits, i, truth != nullptr && *truth);
            const Number* number = value.get_if<Number>();
            to.numbers.push_back(number == nullptr ? 0 : multiply(*number, Number(1'000'000))->whole().value());
            const base::Date* date = value.get_if<base::Date>();
            to.days.push_back(date == nullptr ? 0 : static_cast<std::int32_t>(base::days(*date)));
            if (const std::string* text = value.get_if<std::string>()) to.chars += *text;
            if (value.list() != nullptr) elements.insert(elements.end(), value.list()->begin(), value.list()->end());
            to.offsets.push_back(static_cast<std::int32_t>(type.kind == model::Type::Kind::list ? elements.size() : to.chars.size()));
        }
        out.validity = to.validity.data();
        out.offsets = to.offsets.data();
        out.chars = to.chars.data();
        switch (type.kind) {
            case model::Type::Kind::boolean: out.kind = Kind::boolean; out.values = to.bits.data(); break;
            case model::Type::Kind::number: out.kind = Kind::number; out.values = to.numbers.data(); break;
            case model::Type::Kind::date: out.kind = Kind::day; out.values = to.days.data(); break;
            case model::Type::Kind::string: out.kind = Kind::text; break;
            default:
                out.kind = Kind::list;
                to.of_elements = std::make_unique<Buffers>();
                to.elements = std::make_unique<batch::FactColumn>(column_of(name, *type.element, elements, *to.of_elements));
                out.elements = to.elements.get();
        }
        return out;
    }

    // What was assumed is not stated.
    void add_fact(const model::Fact& fact, std::size_t slot, const std::vector<Scorecard>& cards) {
        std::vector<base::Value> values;
        for (const Scorecard& each : cards) {
            const card::Card& card = each.state().card;
            values.push_back(card.assumed[slot] ? base::Value() : card.facts[slot]);
        }
        buffers_.emplace_back();
        columns_.push_back(column_of(fact.name, fact.type, values, buffers_.back()));
    }

    const Batch& batch_;
    std::size_t sheets_ = 1;
    std::vector<std::uint16_t> counts_;
    std::vector<std::vector<std::uint8_t>> marks_;
    std::vector<batch::MarkColumn> pointers_;
    std::deque<Buffers> buffers_;
    std::vector<batch::FactColumn> columns_;
    batch::Cards out_;
};

// Results of a run, one struct a card.
struct Rated {
    batch::Result outcome{};
    int stars = 0, band = 0, blocking = 0;
    std::int64_t total = 0, denominator = 0;
    bool operator==(const Rated&) const = default;
};

inline std::vector<Rated> rated(const Batch& batch, const batch::Cards& cards, int threads = 1) {
    const std::size_t n = cards.count;
    std::vector<batch::Result> outcome(n);
    std::vector<std::int8_t> stars(n), band(n);
    std::vector<std::int64_t> total(n), denominator(n);
    std::vector<std::int32_t> blocking(n);
    batch.rate(cards, {outcome.data(), stars.data(), band.data(), total.data(), denominator.data(), blocking.data()}, threads);
    std::vector<Rated> out;
    for (std::size_t i = 0; i < n; ++i) out.push_back({outcome[i], stars[i], band[i], blocking[i], total[i], denominator[i]});
    return out;
}

}  // namespace ocop::test
