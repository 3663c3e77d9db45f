// The order of one block: conditions over facts, entries of criteria in order of dependency, marks, minima by themselves, gates, stars.
#include "batch/block.hpp"

#include <algorithm>

#include "batch/conditions_answer.hpp"
#include "rate/assess.hpp"

namespace ocop::batch {
namespace {

using model::Effect;
using program::none;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class Block {
public:
    Block(const Task& task, std::size_t first, std::size_t count, Room& room)
        : task_(task), program_(*task.plan.program), cards_(task.cards), room_(room), first_(first), count_(count) {}

    void rate() {
        for (int leaf : program_.order)
            for (std::size_t sheet = 0; sheet < cards_.sheets; ++sheet) enter(leaf, sheet);
        const bool bytes = cards_.sheets == 1 && task_.columns.most <= 255;
        room_.narrow = bytes;
        std::uint8_t* small = bytes ? room_.small_totals.data() : nullptr;
        std::uint16_t* totals = bytes ? nullptr : room_.totals.data();
        task_.loops.pass({&task_.columns, cards_.sheets, count_, room_.entries.data(), small, totals, room_.left.data(), room_.small_totals.data()});
        minima();
        const bool capped = gates();
        task_.loops.settle({&task_.columns, cards_.sheets, count_, task_.plan.ways.next_star, small, totals, room_.left.data(), capped ? room_.capped.data() : nullptr,
                            room_.known.data(), task_.results.stars == nullptr ? room_.stars.data() : task_.results.stars + first_, task_.results.band == nullptr ? nullptr : room_.band.data()});
    }

private:
    const std::uint8_t* codes(int leaf, std::size_t sheet) const {
        return static_cast<const std::uint8_t*>(cards_.marks[index(leaf) * cards_.sheets + sheet]) + first_;
    }

    void enter(int number, std::size_t sheet) {
        const LeafColumn& column = task_.columns.leaves[index(number)];
        const std::uint8_t*& to = room_.entries[index(number) * cards_.sheets + sheet];
        to = codes(number, sheet);
        if (!column.entered) return;
        const Answers applies = does_apply(number, sheet);
        std::uint8_t* out = room_.bytes();
        if (task_.plan.leaves[index(number)].cases > 1) {
            by_case(number, sheet, applies, out);
        } else if (column.own_codes) {
            const std::uint8_t end = column.not_applicable[0];  // the first number past the codes
            if (applies.column == nullptr) std::fill_n(room_.known.data(), count_, static_cast<std::uint8_t>(applies.all));
            task_.loops.enter(applies.column == nullptr ? room_.known.data() : applies.column, to, end, end, count_, out);
        } else {
            if (column.of_code.size() <= column.first_codes.size()) task_.loops.look_up(column.first_codes, to, count_, out);
            else for (std::size_t i = 0; i < count_; ++i) out[i] = to[i] < column.of_code.size() ? column.of_code[to[i]] : std::uint8_t{0};
            if (applies.column != nullptr) task_.loops.enter(applies.column, out, 0xFF, column.not_applicable[0], count_, out);
            else if (applies.all != yes) std::fill_n(out, count_, applies.all == no ? column.not_applicable[0] : std::uint8_t{0});
        }
        to = out;
    }

    Answers condition(int code, std::size_t sheet) {
        const Condition& condition = task_.plan.conditions[index(code)];
        return condition.figures ? answer_points(task_, condition, sheet, first_, count_, room_) : room_.answers[index(code)];
    }

    Answers does_apply(int number, std::size_t sheet) {
        const program::Leaf& leaf = program_.leaves[index(number)];
        Answers all{nullptr, yes};
        for (int i = leaf.first_applies; i < leaf.end_applies; ++i) {
            const Answers one = condition(program_.applies[index(i)], sheet);
            if (one.column == nullptr && one.all == yes) continue;
            if (all.column == nullptr && all.all == yes) {
                all = one;
                continue;
            }
            // The first that is not true decides.
            std::uint8_t* out = room_.bytes();
            for (std::size_t card = 0; card < count_; ++card) out[card] = all.at(card) == yes ? one.at(card) : all.at(card);
            all = {out, no};
        }
        return all;
    }

    void by_case(int number, std::size_t sheet, const Answers& applies, std::uint8_t* out) {
        const program::Leaf& leaf = program_.leaves[index(number)];
        const LeafColumn& column = task_.columns.leaves[index(number)];
        std::vector<Answers>& whens = room_.stack;
        std::vector<Answers> found;
        for (int i = leaf.first_case; i < leaf.end_case; ++i) found.push_back(program_.cases[index(i)].when == none ? Answers{nullptr, no} : condition(program_.cases[index(i)].when, sheet));
        whens = std::move(found);
        const std::uint8_t* marks = codes(number, sheet);
        for (std::size_t card = 0; card < count_; ++card) {
            const std::uint8_t answer = applies.at(card);
            const std::uint8_t code = marks[card] < column.of_code.size() ? marks[card] : std::uint8_t{0};
            const bool stray = code != marks[card];
            out[card] = 0;
            if (stray || answer == not_known) continue;
            const std::uint8_t named = column.of_code[code];
            if (answer == yes && named != LeafColumn::by_case) {
                out[card] = named;
                continue;
            }
            int chosen = none;
            for (std::size_t i = 0; i < whens.size(); ++i)
                if (whens[i].at(card) == yes) chosen = chosen == none ? static_cast<int>(i) : -2;
            if (chosen >= 0) out[card] = answer == no ? column.not_applicable[index(chosen)] : column.in_case[index(chosen)][code];
        }
    }

    // Those that stand outside the tables.
    void minima() {
        for (std::size_t leaf = 0; leaf < task_.columns.leaves.size(); ++leaf) {
            const LeafColumn& column = task_.columns.leaves[leaf];
            const auto& extra = cards_.sheets == 1 ? column.single : column.council;
            const std::uint8_t* points = nullptr;
            for (const MinimumColumn& each : extra) {
                if (each.when == none) continue;
                const Answers binds = condition(each.when, 0);
                if (binds.column == nullptr && binds.all == no) continue;
                if (cards_.sheets > 1) {
                    conditional_of_council(leaf, each, binds);
                    continue;
                }
                if (points == nullptr) {
                    std::uint8_t* out = room_.bytes();
                    task_.loops.look_up(column.points, room_.entries[leaf], count_, out);
                    points = out;
                }
                const std::uint8_t* column_of = binds.column;
                if (column_of == nullptr && binds.all == not_known) std::fill_n(room_.left.data(), count_, Stars{0});
                else task_.loops.take_away(each.required, each.leaves, points, column_of, count_, room_.left.data());
            }
        }
    }

    void conditional_of_council(std::size_t leaf, const MinimumColumn& minimum, const Answers& binds) {
        const LeafColumn& column = task_.columns.leaves[leaf];
        for (std::size_t card = 0; card < count_; ++card) {
            const std::uint8_t answer = binds.at(card);
            if (answer == no) continue;
            std::size_t sum = 0;
            for (std::size_t sheet = 0; sheet < cards_.sheets; ++sheet) {
                const std::uint8_t entry = room_.entries[leaf * cards_.sheets + sheet][card];
                sum += entry < column.points.size() ? column.points[entry] : 0U;
            }
            if (answer == not_known) room_.left[card] = 0;
            else if (sum < minimum.required * cards_.sheets) room_.left[card] &= minimum.leaves;
        }
    }

    // Caps leave fewer stars; whatever is not plainly no or yes is looked at card by card. Whether any cap worked.
    bool gates() {
        bool capped = false;
        room_.rejected = false;
        for (const program::GateEntry& gate : program_.gates) {
            const Answers met = condition(gate.when, 0);
            if (met.column == nullptr && met.all == no) continue;
            if (gate.effect == Effect::cap && !capped) std::fill_n(room_.capped.data(), count_, Stars{0xFF});
            capped = capped || gate.effect == Effect::cap;
            const Stars up_to = gate.effect == Effect::cap ? task_.columns.up_to(program_, gate.stars) : Stars{0};
            for (std::size_t card = 0; card < count_; ++card) {
                const std::uint8_t answer = met.at(card);
                if (answer == no) continue;
                if (answer == not_known || gate.effect == Effect::stop) room_.left[card] = 0;
                else if (gate.effect == Effect::reject) reject(card);
                else room_.capped[card] &= up_to;
            }
        }
        return capped;
    }

    void reject(std::size_t card) {
        if (!room_.rejected) std::fill_n(room_.status.data(), count_, static_cast<std::uint8_t>(Result::rated));
        room_.rejected = true;
        room_.status[card] = static_cast<std::uint8_t>(Result::rejected);
    }

    const Task& task_;
    const program::Program& program_;
    const Cards& cards_;
    Room& room_;
    std::size_t first_, count_;
};

}  // namespace

Room::Room(const Plan& plan, const Columns& columns, std::size_t sheets, std::size_t most) {
    // With many conditions a block is smaller, so that what is known of its cards stays in the cache.
    cards_ = std::clamp<std::size_t>(block_cards * 8 / (8 + plan.deciding.size()) / 64 * 64, 4'096, block_cards);
    cards_ = std::min(cards_, std::max<std::size_t>(1, most));
    const std::size_t room = cards_ + 256;
    small_totals = Column<std::uint8_t>(room);
    totals = Column<std::uint16_t>(room);
    left = Column<std::uint8_t>(room);
    capped = Column<std::uint8_t>(room);
    known = Column<std::uint8_t>(room);
    status = Column<std::uint8_t>(room);
    stars = Column<std::int8_t>(room);
    band = Column<std::int8_t>(room);
    entries.resize(columns.leaves.size() * sheets);
    answers.resize(plan.conditions.size(), {nullptr, ask});
    stack.reserve(64);
}

std::uint8_t* Room::bytes() {
    if (used_ == columns_.size()) columns_.push_back(std::make_unique_for_overwrite<std::uint8_t[]>(cards_ + 256));
    return columns_[used_++].get();
}

bool rate_block(const Task& task, std::size_t first, std::size_t count, Room& room) {
    const bool fits = task.cards.sheets == 1 ? task.columns.single : task.columns.council && task.cards.sheets * task.columns.most <= 0xFFFF;
    if (!fits) return false;
    Block(task, first, count, room).rate();
    return true;
}

}  // namespace ocop::batch
