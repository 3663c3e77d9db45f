// Plan to tables. Whatever does not fit leaves it to the pass over single cards.
#include "batch/columns.hpp"

#include <algorithm>

#include "rate/assess.hpp"

namespace ocop::batch {
namespace {

using program::none;
using program::Program;
using program::Scaled;
using rate::Cell;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// What one mark comes to.
struct Entry {
    Scaled points = 0;
    int of_case = 0;
    bool applies = true;
};

class Tables {
public:
    explicit Tables(const Plan& plan) : plan_(plan), program_(*plan.program) {}

    Columns make() {
        const model::RuleSet& rules = *program_.rules;
        out_.single = plan_.narrow && program_.stars.size() <= 7 && plan_.ways.rounding_places < 0;
        out_.council = out_.single && rules.council.combine == model::Combine::mean && plan_.ways.minima_met_by == program::MetBy::combined;
        for (std::size_t i = 0; i < plan_.leaves.size() && out_.single; ++i) out_.leaves.push_back(leaf(static_cast<int>(i)));
        for (const LeafColumn& each : out_.leaves) out_.most += each.best;
        see_conditions();
        bands();
        if (!out_.single || out_.most > 255) out_.leaves.shrink_to_fit();
        out_.council = out_.council && out_.single;
        return std::move(out_);
    }

private:
    Stars left_by(int star) const {
        const auto bit = static_cast<unsigned>(star);
        const unsigned missed = plan_.ways.cumulative ? every_star & (0xFFU << bit) : 1U << bit;
        return static_cast<Stars>(0xFFU & ~missed);
    }

    LeafColumn leaf(int number) {
        LeafColumn column;
        const LeafPlan& leaf = plan_.leaves[index(number)];
        find_minima(number, column);
        // One entry is kept for what does not apply.
        const bool direct = leaf.cases == 1 && leaf.points.size() + (leaf.plain ? 0 : 1) <= column.points.size();
        column.entered = !direct || !leaf.plain;
        column.own_codes = direct;
        entries_ = 1;
        if (direct) {
            for (std::size_t code = 1; code < leaf.points.size(); ++code) add_at(code, {leaf.points[code], 0, true}, number, column);
            if (leaf.plain) return finished(leaf, column);
            add_at(leaf.points.size(), {0, 0, false}, number, column);
            column.not_applicable.push_back(static_cast<std::uint8_t>(leaf.points.size()));
        } else {
            enter(number, column);
        }
        return finished(leaf, column);
    }

    LeafColumn finished(const LeafPlan& leaf, LeafColumn& column) {
        column.best = *std::max_element(column.points.begin(), column.points.end());
        while (column.last + std::size_t{1} < column.leaves.size() && (column.leaves[column.last + std::size_t{1}] & all_known) != 0) ++column.last;
        if (leaf.cases > 1 || column.last == 0) out_.council = false;
        return std::move(column);
    }

    void enter(int number, LeafColumn& column) {
        const LeafPlan& leaf = plan_.leaves[index(number)];
        for (Code code = 0; code < leaf.codes.count(); ++code) {
            const int of_case = leaf.case_of[code];
            column.of_code.push_back(code == 0 ? std::uint8_t{0} : of_case == Cell::any_case ? LeafColumn::by_case : add({leaf.points[code], of_case, true}, number, column));
        }
        std::copy_n(column.of_code.begin(), std::min(column.of_code.size(), column.first_codes.size()), column.first_codes.begin());
        for (int of_case = 0; of_case < leaf.cases; ++of_case) {
            column.not_applicable.push_back(add({0, of_case, false}, number, column));
            if (leaf.cases == 1) continue;
            column.in_case.emplace_back();
            for (Code code = 0; code < leaf.codes.count(); ++code) column.in_case.back().push_back(unnamed(leaf, code, of_case, number, column));
        }
    }

    std::uint8_t unnamed(const LeafPlan& leaf, Code code, int of_case, int number, LeafColumn& column) {
        if (code == 0) return 0;
        if (code < leaf.codes.first_unnamed()) return add({0, of_case, true}, number, column);
        const int choice = leaf.codes.unnamed()[code - leaf.codes.first_unnamed()][index(of_case)];
        if (choice == card::Mark::absent) return 0;
        return add({choice == none ? 0 : program_.choices[index(choice)].points[plan_.ways.column()], of_case, true}, number, column);
    }

    // The number of an entry; one that looks the same serves as well.
    std::uint8_t add(const Entry& entry, int number, LeafColumn& column) {
        const Stars leaves = left(entry, number);
        for (std::size_t i = 1; i < entries_; ++i)
            if (column.points[i] == entry.points && column.leaves[i] == leaves) return static_cast<std::uint8_t>(i);
        if (entries_ == column.points.size()) {
            out_.single = false;
            return 0;
        }
        add_at(entries_, entry, number, column);
        return static_cast<std::uint8_t>(entries_++);
    }

    void add_at(std::size_t at, const Entry& entry, int number, LeafColumn& column) {
        if (entry.points > 255) out_.single = false;
        column.points[at] = static_cast<std::uint8_t>(entry.points);
        column.leaves[at] = left(entry, number);
    }

    // The stars that the unconditional minima leave to a single sheet.
    Stars left(const Entry& entry, int number) const {
        Stars leaves = 0xFF;
        for (const MinimumPlan& each : plan_.minima) {
            if (each.leaf != number || !each.stands || each.when != none || each.case_index != entry.of_case) continue;
            if (!entry.applies || entry.points < each.required) leaves &= left_by(each.star);
        }
        return leaves;
    }

    void find_minima(int number, LeafColumn& column) {
        for (const MinimumPlan& each : plan_.minima) {
            if (each.leaf != number || !each.stands) continue;
            if (each.required > 255) out_.single = false;
            const MinimumColumn minimum{static_cast<std::uint8_t>(each.required), left_by(each.star), each.when};
            column.council.push_back(minimum);
            if (each.when != none) column.single.push_back(minimum);
            // One without points is missed only where the criterion does not apply: by points alone that cannot be seen.
            if (each.required == 0) out_.council = false;
            if (each.when != none && (each.required == 0 || plan_.leaves[index(number)].cases > 1)) out_.single = false;
        }
    }

    // Conditions are asked for whole columns: those over facts, and those over the points of single criteria.
    void see_conditions() {
        for (int code : plan_.deciding) {
            const Condition& condition = plan_.conditions[index(code)];
            if (!condition.closed) out_.single = false;
            if (!condition.figures) continue;
            for (const Step& step : condition.steps)
                if (step.what == Step::Do::points && step.end != step.slot + 1) out_.single = false;
        }
        const auto council_asks = [&](int code) {
            if (code != none && plan_.conditions[index(code)].figures) out_.council = false;
        };
        for (const auto& each : program_.gates) council_asks(each.when);
        for (const auto& each : program_.minima) council_asks(each.when);
    }

    void bands() {
        for (const program::BandEntry& band : program_.bands) out_.bands.push_back({band.low, band.low_open});
        if (!out_.bands.empty()) out_.bands[0] = {};  // below all bands the lowest holds
        for (std::size_t bits = 0; bits < 16; ++bits)
            for (std::size_t i = 0; i < 4; ++i) {
                if ((bits >> i & 1) == 0) continue;
                if (i < program_.stars.size()) out_.low_bits[bits] = static_cast<std::uint8_t>(program_.stars[i]);
                if (i + 4 < program_.stars.size() && i < 3) out_.high_bits[bits] = static_cast<std::uint8_t>(program_.stars[i + 4]);
            }
    }

    const Plan& plan_;
    const Program& program_;
    Columns out_;
    std::size_t entries_ = 1;
};

}  // namespace

Stars Columns::up_to(const Program& program, int star) const {
    unsigned bits = all_known;
    for (std::size_t i = 0; i < program.stars.size(); ++i)
        if (program.stars[i] <= star) bits |= 1U << i;
    return static_cast<Stars>(bits);
}

Columns columns_of(const Plan& plan) { return Tables(plan).make(); }

}  // namespace ocop::batch
