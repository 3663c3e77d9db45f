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
        const bool alone = row_.sheets == 1;
        for (int leaf : program_.order) {
            const LeafTable& table = plan_.tables[index(leaf)];
            if (!(!table.plain ? special(leaf) : alone ? plain_alone(leaf, table) : plain(leaf))) return false;
        }
        return gates() && minima();
    }

private:
    bool plain_alone(int number, const LeafTable& table) {
        const std::uint8_t code = row_.codes[number];
        if (code == 0 || code >= table.codes) return false;
        const Scaled points = plan_.points[table.first + code];
        out_.points[index(number)] = out_.sums[index(number)] = points;
        out_.total += points;
        return true;
    }

    bool plain(int number) {
        const LeafPlan& leaf = plan_.leaves[index(number)];
        Scaled sum = 0;
        for (int sheet = 0; sheet < row_.sheets; ++sheet) {
            const std::size_t cell = index(number * row_.sheets + sheet);
            const std::uint8_t code = row_.codes[cell];
            if (code == 0 || code >= leaf.points.size()) return false;
            const Scaled points = leaf.points[code];
            out_.points[cell] = points;
            sum += points;
        }
        out_.sums[index(number)] = sum;
        out_.total += sum;
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
        out_.minima.resize(plan_.minima.size());
        out_.missed.fill(0);
        for (std::size_t i = 0; i < plan_.minima.size(); ++i) {
            const MinimumPlan& minimum = plan_.minima[i];
            Working::Minimum& found = out_.minima[i];
            found.binds = minimum.stands && concerns(minimum);
            if (found.binds && minimum.when != none) {
                const Answer binds = of_council(minimum.when);
                if (binds == not_known) return false;
                found.binds = binds == yes;
            }
            if (found.binds) judge(minimum, found);
            if (found.binds) see_missed(found, 1U << minimum.star);
        }
        return true;
    }

    void see_missed(const Working::Minimum& found, std::uint32_t star) {
        if (!found.met) out_.missed[0] |= star;
        if (found.sheets * 2 <= row_.sheets) out_.missed[1] |= star;
        if (found.sheets < row_.sheets) out_.missed[2] |= star;
    }

    bool concerns(const MinimumPlan& minimum) const {
        if (plan_.tables[index(minimum.leaf)].plain || plan_.leaves[index(minimum.leaf)].cases == 1) return true;
        for (int sheet = 0; sheet < row_.sheets; ++sheet)
            if (out_.cases[index(minimum.leaf * row_.sheets + sheet)] == minimum.case_index) return true;
        return false;
    }

    void judge(const MinimumPlan& minimum, Working::Minimum& found) const {
        if (plan_.tables[index(minimum.leaf)].plain) return judge_plain(minimum, found);
        bool applies = false;
        found.sheets = 0;
        for (int sheet = 0; sheet < row_.sheets; ++sheet) {
            const std::size_t cell = index(minimum.leaf * row_.sheets + sheet);
            const bool here = out_.cases[cell] == minimum.case_index, applied = out_.applies[cell] != 0;
            found.sheets += !here || (applied && out_.points[cell] >= minimum.required) ? 1 : 0;
            applies = applies || applied;
        }
        found.met = applies && out_.sums[index(minimum.leaf)] >= minimum.required * row_.sheets;
    }

    void judge_plain(const MinimumPlan& minimum, Working::Minimum& found) const {
        const Scaled* points = out_.points.data() + minimum.leaf * row_.sheets;
        found.sheets = 0;
        for (int sheet = 0; sheet < row_.sheets; ++sheet) found.sheets += points[sheet] >= minimum.required ? 1 : 0;
        found.met = out_.sums[index(minimum.leaf)] >= minimum.required * row_.sheets;
    }

    const Plan& plan_;
    const Program& program_;
    const Row& row_;
    Working& out_;
};

}  // namespace

bool met(const Working::Minimum& minimum, const rate::Ways& ways, int sheets) {
    if (!minimum.binds) return true;
    switch (ways.minima_met_by) {
        case program::MetBy::majority: return minimum.sheets * 2 > sheets;
        case program::MetBy::each: return minimum.sheets == sheets;
        default: return minimum.met;
    }
}

namespace {

// The highest star at or below the ceiling whose minima are met.
int stars(const Plan& plan, const Working& working, const rate::Ways& ways, int ceiling) {
    const std::vector<int>& all = plan.program->stars;
    const std::uint32_t missed = working.missed[index(static_cast<int>(ways.minima_met_by))];
    for (int star = static_cast<int>(all.size()) - 1; star >= 0; --star) {
        if (all[index(star)] > ceiling) continue;
        const std::uint32_t asked = ways.cumulative ? (2U << star) - 1 : 1U << star;
        if ((missed & asked) == 0) return all[index(star)];
        if (!ways.next_star) return 0;
    }
    return 0;
}

}  // namespace

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
