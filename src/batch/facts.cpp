// Values read from Arrow's layouts, and steps of conditions over whole columns of them.
#include "batch/facts.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <stdexcept>

#include "base/days.hpp"

namespace ocop::batch {
namespace {

using Kind = FactColumn::Kind;
using model::Type;

bool bit(const std::uint8_t* bits, std::size_t at) { return (bits[at / 8] >> (at % 8) & 1) != 0; }

// The bits of a byte, a byte each.
constexpr auto spread_bits = [] {
    std::array<std::array<std::uint8_t, 8>, 256> all{};
    for (std::size_t bits = 0; bits < all.size(); ++bits)
        for (std::size_t i = 0; i < 8; ++i) all[bits][i] = bits >> i & 1U;
    return all;
}();

void spread(const std::uint8_t* bits, std::size_t first, std::size_t count, std::uint8_t* out) {
    std::size_t at = 0;
    for (; at < count && (first + at) % 8 != 0; ++at) out[at] = bit(bits, first + at) ? 1 : 0;
    for (; at + 8 <= count; at += 8) std::memcpy(out + at, spread_bits[bits[(first + at) / 8]].data(), 8);
    for (; at < count; ++at) out[at] = bit(bits, first + at) ? 1 : 0;
}

bool all_set(const std::uint8_t* bits, std::size_t first, std::size_t count) {
    std::size_t at = first;
    const std::size_t end = first + count;
    for (; at < end && at % 8 != 0; ++at)
        if (!bit(bits, at)) return false;
    for (; at + 64 <= end; at += 64) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bits + at / 8, sizeof eight);
        if (eight != ~std::uint64_t{0}) return false;
    }
    for (; at < end; ++at)
        if (!bit(bits, at)) return false;
    return true;
}

const char* word(Kind kind) {
    switch (kind) {
        case Kind::boolean: return "boolean";
        case Kind::number: return "number";
        case Kind::text: return "text";
        case Kind::day: return "day";
        case Kind::list: return "list";
    }
    return "";
}

bool fits(Kind kind, const Type& type) {
    switch (type.kind) {
        case Type::Kind::boolean: return kind == Kind::boolean;
        case Type::Kind::number: return kind == Kind::number;
        case Type::Kind::string: return kind == Kind::text;
        case Type::Kind::date: return kind == Kind::day;
        default: return kind == Kind::list;
    }
}

[[noreturn]] void refuse(std::string_view column, const std::string& why) { throw std::invalid_argument("fact column `" + std::string(column) + "`: " + why); }

void check(const FactColumn& column, const Type& type, std::string_view name) {
    if (!fits(column.kind, type)) refuse(name, std::string("a ") + word(column.kind) + " is not what the rule set asks for");
    if (column.decimals < 0 || column.decimals > 18) refuse(name, "decimals are 0 to 18");
    const bool by_offsets = column.kind == Kind::text || column.kind == Kind::list;
    if (!by_offsets && column.values == nullptr) refuse(name, "it has no values");
    if (by_offsets && column.offsets == nullptr) refuse(name, "it has no offsets");
    if (column.kind != Kind::list) return;
    if (column.elements == nullptr || type.element == nullptr) refuse(name, "it has no elements");
    check(*column.elements, *type.element, name);
}

Number scaled(std::int64_t value, int decimals) {
    std::int64_t unit = 1;
    for (int i = 0; i < decimals; ++i) unit *= 10;
    return *Number::fraction(value, unit);
}

std::string_view text_at(const FactColumn& column, std::size_t card) {
    const std::int32_t *at = column.offsets + column.offset + card;
    return at[1] <= at[0] ? std::string_view() : std::string_view(column.chars + at[0], static_cast<std::size_t>(at[1] - at[0]));
}

// One block of one column.
class Block {
public:
    Block(const Step& step, const FactColumn& column, std::size_t first, std::size_t count, std::uint8_t* out)
        : step_(step), column_(column), first_(first), count_(count), out_(out) {}

    void answer() {
        switch (step_.what) {
            case Step::Do::boolean: return booleans();
            case Step::Do::number: return inside(static_cast<const std::int64_t*>(column_.values), bounds_of(step_, column_.decimals));
            case Step::Do::day: return inside(static_cast<const std::int32_t*>(column_.values), bounds_of(step_, 0));
            default: return texts();
        }
    }

    void fill_in(Answer otherwise) {
        if (column_.validity == nullptr) return;
        for (std::size_t i = 0; i < count_; ++i)
            if (!bit(column_.validity, column_.offset + first_ + i)) out_[i] = otherwise;
    }

    bool all_stated() const { return column_.validity == nullptr || all_set(column_.validity); }
    bool all_set(const std::uint8_t* bits) const { return batch::all_set(bits, column_.offset + first_, count_); }

private:
    void booleans() {
        spread(static_cast<const std::uint8_t*>(column_.values), column_.offset + first_, count_, out_);
    }

    template <class Value>
    void inside(const Value* values, Bounds bounds) {
        const Value* from = values + column_.offset + first_;
        const std::uint8_t turned = step_.negated ? 1 : 0;
        for (std::size_t i = 0; i < count_; ++i)
            out_[i] = static_cast<std::uint8_t>((from[i] >= bounds.low ? 1 : 0) & (from[i] <= bounds.high ? 1 : 0)) ^ turned;
    }

    void texts() {
        for (std::size_t i = 0; i < count_; ++i) out_[i] = (text_at(column_, first_ + i) == step_.text) != step_.negated ? 1 : 0;
    }

    const Step& step_;
    const FactColumn& column_;
    std::size_t first_, count_;
    std::uint8_t* out_;
};

}  // namespace

Bounds bounds_of(const Step& step, int decimals) {
    Bounds out;
    if (step.what == Step::Do::day) return {step.low, step.high};
    std::int64_t unit = 1;
    for (int i = 0; i < decimals; ++i) unit *= 10;
    const auto nothing = [&] { out = {1, 0}; };
    const auto end = [&](const Number& bound, Number::Rounding towards, bool open, std::int64_t step_in, std::int64_t& to, bool beyond_all) {
        const auto at = multiply(bound, Number(unit));
        const auto whole = at ? at->round(0, towards) : std::nullopt;
        const auto fitting = whole ? whole->whole() : std::nullopt;
        if (!fitting) {
            if ((bound.sign() > 0) == beyond_all) nothing();
            return;
        }
        const bool move = open && at->is_whole();
        if (move && *fitting == (step_in > 0 ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min())) return nothing();
        to = *fitting + (move ? step_in : 0);
    };
    if (step.from) end(*step.from, Number::Rounding::ceiling, step.low_open, 1, out.low, true);
    if (step.to && out.low <= out.high) end(*step.to, Number::Rounding::floor, step.high_open, -1, out.high, false);
    return out;
}

Facts::Facts(const program::Program& program, std::span<const FactColumn> columns) : by_slot_(program.rules->facts.size(), nullptr) {
    const auto& facts = program.rules->facts;
    for (const FactColumn& column : columns) {
        const auto found = std::find_if(facts.begin(), facts.end(), [&](const model::Fact& each) { return each.name == column.name; });
        if (found == facts.end()) refuse(column.name, "the rule set asks for no such fact");
        const FactColumn*& at = by_slot_[static_cast<std::size_t>(found - facts.begin())];
        if (at != nullptr) refuse(column.name, "it is given twice");
        check(column, found->type, column.name);
        at = &column;
    }
}

bool stated(const FactColumn& column, std::size_t card) { return column.validity == nullptr || bit(column.validity, column.offset + card); }

base::Value value_of(const FactColumn& column, std::size_t card) {
    if (!stated(column, card)) return {};
    const std::size_t at = column.offset + card;
    switch (column.kind) {
        case Kind::boolean: return bit(static_cast<const std::uint8_t*>(column.values), at);
        case Kind::number: return scaled(static_cast<const std::int64_t*>(column.values)[at], column.decimals);
        case Kind::text: return std::string(text_at(column, card));
        case Kind::day: {
            const auto day = base::date_of(static_cast<const std::int32_t*>(column.values)[at]);
            return day ? base::Value(*day) : base::Value();
        }
        case Kind::list: {
            auto list = std::make_shared<base::List>();
            for (std::int32_t i = column.offsets[at]; i < column.offsets[at + 1]; ++i) list->push_back(value_of(*column.elements, static_cast<std::size_t>(i)));
            return std::shared_ptr<const base::List>(std::move(list));
        }
    }
    return {};
}

base::Value Facts::value(int slot, std::size_t card) const {
    const FactColumn* from = column(slot);
    return from == nullptr ? base::Value() : value_of(*from, card);
}

Answer answer_to(const Step& step, const base::Value& value) {
    if (step.what == Step::Do::constant) return static_cast<Answer>(step.slot);
    if (!value.known()) return not_known;
    bool holds = false;
    if (const bool* held = value.get_if<bool>()) return *held ? yes : no;
    if (const Number* number = value.get_if<Number>()) {
        const bool above = !step.from || (step.low_open ? *number > *step.from : *number >= *step.from);
        holds = above && (!step.to || (step.high_open ? *number < *step.to : *number <= *step.to));
    } else if (const base::Date* date = value.get_if<base::Date>()) {
        holds = base::days(*date) >= step.low && base::days(*date) <= step.high;
    } else if (const std::string* text = value.get_if<std::string>()) {
        holds = *text == step.text;
    }
    return holds != step.negated ? yes : no;
}

Answers answers_to(const Step& step, const FactColumn* column, const base::Value& otherwise, std::size_t first, std::size_t count, std::uint8_t* out) {
    if (step.what == Step::Do::constant) return {nullptr, static_cast<Answer>(step.slot)};
    if (column == nullptr) return {nullptr, answer_to(step, otherwise)};
    Block block(step, *column, first, count, out);
    const bool stated = block.all_stated();
    if (stated && step.what == Step::Do::boolean && block.all_set(static_cast<const std::uint8_t*>(column->values))) return {nullptr, yes};
    block.answer();
    if (!stated) block.fill_in(answer_to(step, otherwise));
    return {out, no};
}

}  // namespace ocop::batch
