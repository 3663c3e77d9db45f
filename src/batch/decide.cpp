// Marks looked up and summed; minima, bands and caps over what they come to.
#include "batch/decide.hpp"

#include <limits>

#include "rate/assess.hpp"
#include "rate/decide.hpp"

namespace ocop::batch {
namespace {

using model::Effect;
using program::none;
using program::Program;
using program::Scaled;
using rate::Cell;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class Pass {
public:
    Pass(const Plan& plan, const Row& row, Working& out) : plan_(plan), program_(*plan.program), row_(row), out_(out) {}

    bool run() {
        const auto leaves = program_.leaves.size(), cells = leaves * index(row_.sheets);
        out_.sheets = row_.sheets;
        out_.total = 0;
        out_.points.resize(cells);
        out_.cases.resize(cells);
        out_.applies.resize(cells);
        out_.sums.resize(leaves);
        for (std::size_t i = 0; i < (row_.sheets == 1 ? 1U : out_.missed.size()); ++i) {
            out_.missed[i].stars = 0;
            out_.missed[i].minima.assign((plan_.minima.size() + 63) / 64, 0);
        }
        if (!(row_.sheets == 1 ? plain_alone() : plain())) return false;
        for (int leaf : plan_.special)
            if (!special(leaf)) return false;
        return gates() && minima();
    }

private:
    bool plain_alone() {
        bool known = true;
        Scaled total = 0;
        std::uint64_t missed = 0;
        for (const LeafTable& each : plan_.tables) {
            const std::uint32_t code = row_.codes[each.leaf];
            const bool here = code - 1 < each.codes - 1;
            known &= here;
            const CodeTable& found = plan_.alone[each.first + (here ? code : 0)];
            out_.points[index(each.leaf)] = out_.sums[index(each.leaf)] = found.points;
            total += found.points;
            missed |= found.missed;
        }
        out_.total = total;
        if (missed == 0) return known;
        out_.missed[0].minima[0] = missed;
        for (std::size_t star = 0; star < plan_.of_star.size(); ++star) out_.missed[0].stars |= std::uint32_t{(missed & plan_.of_star[star]) != 0} << star;
        return known;
    }

    bool plain() {
        for (const LeafTable& each : plan_.tables) {
            const LeafPlan& leaf = plan_.leaves[index(each.leaf)];
            const std::size_t first = index(each.leaf * row_.sheets);
            Scaled sum = 0;
            for (std::size_t cell = first; cell < first + index(row_.sheets); ++cell) {
                const std::uint8_t code = row_.codes[cell];
                if (code == 0 || code >= leaf.points.size()) return false;
                out_.points[cell] = leaf.points[code];
                sum += leaf.points[code];
            }
            out_.sums[index(each.leaf)] = sum;
            out_.total += sum;
        }
        return true;
    }

    // A criterion that may not apply, or that has several cases.
    bool special(int number) {
        Scaled sum = 0;
        for (int sheet = 0; sheet < row_.sheets; ++sheet) {
            if (!cell(number, sheet)) return false;
            sum += out_.points[index(number * row_.sheets + sheet)];
        }
        out_.sums[index(number)] = sum;
        out_.total += sum;
        return true;
    }

    bool cell(int number, int sheet) {
        const LeafPlan& leaf = plan_.leaves[index(number)];
        const std::size_t at = index(number * row_.sheets + sheet);
        const Answer applies = does_apply(number, sheet);
        if (applies == not_known) return false;
        out_.applies[at] = applies == yes ? 1 : 0;
        out_.points[at] = 0;
        const std::uint8_t code = row_.codes[at];
        if (code >= leaf.points.size()) return false;
        if (applies == yes && code == 0) return false;
        std::int16_t of_case = applies == yes ? leaf.case_of[code] : Cell::any_case;
        if (applies == yes && of_case != Cell::any_case) {
            out_.cases[at] = of_case;
            out_.points[at] = leaf.points[code];
            return true;
        }
        of_case = leaf.cases == 1 ? std::int16_t{0} : case_by_facts(number, sheet);
        if (of_case == Cell::any_case) return false;
        out_.cases[at] = of_case;
        return applies == no || unnamed(leaf, code, of_case, at);
    }

    // A mark that does not name its case.
    bool unnamed(const LeafPlan& leaf, std::uint8_t code, std::int16_t of_case, std::size_t at) {
        const Code first = leaf.codes.first_unnamed();
        if (code < first) return true;  // "0" and nothing else
        const int choice = leaf.codes.unnamed()[code - first][index(of_case)];
        if (choice == card::Mark::absent) return false;
        if (choice != none) out_.points[at] = program_.choices[index(choice)].points[plan_.ways.column()];
        return true;
    }

    Answer does_apply(int number, int sheet) {
        const program::Leaf& leaf = program_.leaves[index(number)];
        for (int i = leaf.first_applies; i < leaf.end_applies; ++i)
            if (const Answer one = of_sheet(program_.applies[index(i)], sheet); one != yes) return one;
        return yes;
    }

    // The one case whose condition is true.
    std::int16_t case_by_facts(int number, int sheet) {
        const program::Leaf& leaf = program_.leaves[index(number)];
        std::int16_t found = Cell::any_case;
        for (int i = leaf.first_case; i < leaf.end_case; ++i) {
            const int when = program_.cases[index(i)].when;
            if (when == none || of_sheet(when, sheet) != yes) continue;
            if (found != Cell::any_case) return Cell::any_case;
            found = static_cast<std::int16_t>(i - leaf.first_case);
        }
        return found;
    }

    Answer of_sheet(int code, int sheet) const {
        const auto found = static_cast<Answer>(row_.answers[code]);
        if (found != ask) return found;
        const Condition& condition = plan_.conditions[index(code)];
        if (!condition.closed) return not_known;
        return answer(condition, [&](int first, int end) { return out_.sum(first, end, sheet); });
    }

    // For the council: of one sheet its own figures; those of several are fractions, which the general way compares.
    Answer of_council(int code) const {
        if (code == none) return yes;
        const auto found = static_cast<Answer>(row_.answers[code]);
        if (found != ask) return found;
        return row_.sheets == 1 ? of_sheet(code, 0) : not_known;
    }

    bool gates() {
        out_.rejected = false;
        out_.cap = std::numeric_limits<int>::max();
        out_.gates.clear();
        for (const program::GateEntry& gate : program_.gates) {
            const Answer met = of_council(gate.when);
            out_.gates.push_back(met);
            if (met == no) continue;
            if (met == not_known || gate.effect == Effect::stop) return false;
            if (gate.effect == Effect::reject) out_.rejected = true;
            else out_.cap = std::min(out_.cap, gate.stars);
        }
        return true;
    }

    bool minima() {
        if (row_.sheets == 1) {
            for (int number : plan_.asked)
                if (!minimum(index(number))) return false;
            return true;
        }
        for (std::size_t i = 0; i < plan_.minima.size(); ++i)
            if (!minimum(i)) return false;
        return true;
    }

    bool minimum(std::size_t number) {
        const MinimumPlan& minimum = plan_.minima[number];
        if (!minimum.stands || !concerns(minimum)) return true;
        const Answer binds = of_council(minimum.when);
        if (binds == yes) judge(number, minimum);
        return binds != not_known;
    }

    void miss(std::size_t met_by, std::size_t number, bool missed) {
        Working::Missed& of = out_.missed[met_by];
        of.stars |= std::uint32_t{missed} << plan_.minima[number].star;
        of.minima[number / 64] |= std::uint64_t{missed} << (number % 64);
    }

    bool concerns(const MinimumPlan& minimum) const {
        if (minimum.one_case) return true;
        for (int sheet = 0; sheet < row_.sheets; ++sheet)
            if (out_.cases[index(minimum.leaf * row_.sheets + sheet)] == minimum.case_index) return true;
        return false;
    }

    void judge(std::size_t number, const MinimumPlan& minimum) {
        const bool plain = plan_.leaves[index(minimum.leaf)].plain;
        bool applies = plain;
        int reach = 0;  // sheets, and those that it does not concern
        for (int sheet = 0; sheet < row_.sheets; ++sheet) {
            const std::size_t cell = index(minimum.leaf * row_.sheets + sheet);
            const bool here = plain || out_.cases[cell] == minimum.case_index, applied = plain || out_.applies[cell] != 0;
            reach += !here || (applied && out_.points[cell] >= minimum.required) ? 1 : 0;
            applies = applies || applied;
        }
        miss(0, number, !applies || out_.sums[index(minimum.leaf)] < minimum.required * row_.sheets);
        if (row_.sheets == 1) return;
        miss(1, number, reach * 2 <= row_.sheets);
        miss(2, number, reach < row_.sheets);
    }

    const Plan& plan_;
    const Program& program_;
    const Row& row_;
    Working& out_;
};

}  // namespace

int stars(const Plan& plan, const Working& working, const rate::Ways& ways, int ceiling) {
    const std::vector<int>& all = plan.program->stars;
    const std::uint32_t missed = working.by(ways.minima_met_by).stars;
    for (int star = static_cast<int>(all.size()) - 1; star >= 0; --star) {
        if (all[index(star)] > ceiling) continue;
        const std::uint32_t asked = ways.cumulative ? (2U << star) - 1 : 1U << star;
        if ((missed & asked) == 0) return all[index(star)];
        if (!ways.next_star) return 0;
    }
    return 0;
}

Scaled Working::sum(int first_leaf, int end_leaf, int sheet) const {
    Scaled all = 0;
    for (int leaf = first_leaf; leaf < end_leaf; ++leaf) all += points[index(leaf * sheets + sheet)];
    return all;
}

Verdict conclude(const Plan& plan, const Working& working, const rate::Ways& ways) {
    Verdict out;
    out.total = {working.total, working.sheets};
    if (ways.rounding_places >= 0) out.total = rate::half_up(out.total, plan.program->scale, ways.rounding_places);
    out.band = rate::band_of(*plan.program, out.total);
    out.ceiling = std::min(out.band, working.cap);
    out.outcome = working.rejected ? Outcome::rejected : Outcome::rated;
    out.stars = stars(plan, working, ways, out.ceiling);
    return out;
}

bool decide(const Plan& plan, const Row& row, Working& working, Verdict& verdict) {
    if (!plan.narrow || row.sheets < 1) return false;
    if (row.sheets > 1 && plan.program->rules->council.combine != model::Combine::mean) return false;
    if (!Pass(plan, row, working).run()) return false;
    verdict = conclude(plan, working, plan.ways);
    return true;
}

Working& working() {
    thread_local Working mine;
    return mine;
}

}  // namespace ocop::batch
