// Column by column what the reader of cards says of each card.
#include "batch/fact_check.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/days.hpp"
#include "base/limits.hpp"
#include "program/evaluate.hpp"

namespace ocop::batch {
namespace {

using Kind = FactColumn::Kind;
using program::none;
using program::Program;

constexpr std::array<std::string_view, 4> levels = {"commune", "district", "province", "ministry"};

bool in_domain(const Program& program, int domain, const base::Value& value) {
    if (domain == none) return true;
    const base::Value inside = program::evaluate(program.code[static_cast<std::size_t>(domain)], {{&value, 1}, nullptr, {}}, nullptr, nullptr);
    const bool* answer = inside.get_if<bool>();
    return answer != nullptr && *answer;
}

std::string_view text_at(const FactColumn& column, std::size_t card) {
    const std::int32_t* at = column.offsets + column.offset + card;
    return at[1] <= at[0] ? std::string_view() : std::string_view(column.chars + at[0], static_cast<std::size_t>(at[1] - at[0]));
}

// A value that is stated.
bool allowed(const Program& program, const model::Type& type, int domain, const FactColumn& column, std::size_t at) {
    switch (column.kind) {
        case Kind::boolean: break;
        case Kind::day:
            if (!base::date_of(static_cast<const std::int32_t*>(column.values)[column.offset + at])) return false;
            break;
        case Kind::text:
            if (type.values && std::find(type.values->begin(), type.values->end(), text_at(column, at)) == type.values->end()) return false;
            break;
        case Kind::list: {
            const std::int32_t from = column.offsets[column.offset + at], to = column.offsets[column.offset + at + 1];
            if (to - from > static_cast<std::int32_t>(base::limits::list_items)) return false;
            for (std::int32_t i = from; i < to; ++i)
                if (stated(*column.elements, static_cast<std::size_t>(i)) && !allowed(program, *type.element, domain, *column.elements, static_cast<std::size_t>(i))) return false;
            return true;
        }
        case Kind::number: break;
    }
    return domain == none || in_domain(program, domain, value_of(column, at));
}

bool level_allowed(const FactColumn& column, std::size_t card) {
    return !stated(column, card) || std::find(levels.begin(), levels.end(), text_at(column, card)) != levels.end();
}

bool evidence_allowed(const Program& program, const FactColumn& column, std::size_t card) {
    if (!stated(column, card)) return true;
    const auto& known = program.rules->evidence;
    const std::int32_t from = column.offsets[column.offset + card], to = column.offsets[column.offset + card + 1];
    for (std::int32_t i = from; i < to; ++i) {
        const auto id = [&](std::int32_t which) { return text_at(*column.elements, static_cast<std::size_t>(which)); };
        if (!stated(*column.elements, static_cast<std::size_t>(i))) return false;
        if (std::none_of(known.begin(), known.end(), [&](const model::Evidence& each) { return each.id == id(i); })) return false;
        for (std::int32_t other = from; other < i; ++other)
            if (id(other) == id(i)) return false;
    }
    return true;
}

bool dates_in_order(const Facts& facts, std::size_t card) {
    const FactColumn *filed = facts.column(model::slot_filed_on), *assessed = facts.column(model::slot_assessed_on);
    if (filed == nullptr || assessed == nullptr || !stated(*filed, card) || !stated(*assessed, card)) return true;
    return static_cast<const std::int32_t*>(filed->values)[filed->offset + card] <= static_cast<const std::int32_t*>(assessed->values)[assessed->offset + card];
}

bool unchecked(const model::Fact& fact, int domain, const FactColumn& column) {
    return domain == none && (column.kind == Kind::boolean || column.kind == Kind::number || (column.kind == Kind::text && !fact.type.values && fact.name != "level"));
}

// The ends of a domain that is one range; nothing for any other.
std::optional<Bounds> range_of(const Program& program, int domain, int decimals) {
    const rate::Choices chosen(program.rules->readings.size(), 0);
    const Condition condition = condition_of(program, program.code[static_cast<std::size_t>(domain)], chosen);
    if (!condition.closed) return std::nullopt;
    Bounds out;
    for (const Step& step : condition.steps) {
        if (step.what == Step::Do::and_) continue;
        if (step.what != Step::Do::number || step.negated) return std::nullopt;
        const Bounds one = bounds_of(step, decimals);
        out = {std::max(out.low, one.low), std::min(out.high, one.high)};
    }
    return out;
}

}  // namespace

FactCheck::FactCheck(const Program& program, const Facts& facts) : program_(program), facts_(facts) {
    for (int slot = 0; slot < static_cast<int>(program.rules->facts.size()); ++slot) {
        const FactColumn* column = facts.column(slot);
        const int domain = program.domains[static_cast<std::size_t>(slot)];
        if (column == nullptr || unchecked(program.rules->facts[static_cast<std::size_t>(slot)], domain, *column)) continue;
        needed_ = true;
        if (slot < model::slot_declared) {
            head_ = true;
            continue;
        }
        const auto range = column->kind == Kind::number && domain != none ? range_of(program, domain, column->decimals) : std::nullopt;
        if (range) bounded_.push_back({column, *range});
        else others_.push_back(slot);
    }
}

bool FactCheck::allowed(std::size_t card) const {
    for (const Bounded& each : bounded_) {
        const std::int64_t value = static_cast<const std::int64_t*>(each.column->values)[each.column->offset + card];
        if ((value < each.bounds.low || value > each.bounds.high) && stated(*each.column, card)) return false;
    }
    for (int slot : others_) {
        const FactColumn& column = *facts_.column(slot);
        const model::Fact& fact = program_.rules->facts[static_cast<std::size_t>(slot)];
        if (stated(column, card) && !batch::allowed(program_, fact.type, program_.domains[static_cast<std::size_t>(slot)], column, card)) return false;
    }
    if (!head_) return true;
    for (int slot : {static_cast<int>(model::slot_assessed_on), static_cast<int>(model::slot_filed_on)}) {
        const FactColumn* day = facts_.column(slot);
        if (day != nullptr && stated(*day, card) && !base::date_of(static_cast<const std::int32_t*>(day->values)[day->offset + card])) return false;
    }
    const FactColumn *level = facts_.column(model::slot_level), *evidence = facts_.column(model::slot_evidence);
    return (level == nullptr || level_allowed(*level, card)) && (evidence == nullptr || evidence_allowed(program_, *evidence, card)) && dates_in_order(facts_, card);
}

}  // namespace ocop::batch
