// Each sheet alone, the council without each sheet, each mark moved by one option; and how far the sheets rank the criteria alike.
#include <algorithm>

#include "analysis/examine.hpp"
#include "rate/completions.hpp"
#include "trail/steps.hpp"

namespace ocop::analysis {
namespace {

using card::Mark;
using program::Leaf;
using program::none;
using program::Program;
using program::Scaled;
using rate::Cell;
using rate::Conclusion;

__extension__ using Wide = __int128;  // points times points

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class Council {
public:
    Council(const Program& program, const card::Card& card, const rate::Result& result)
        : program_(program), card_(card), result_(result), sheets_(static_cast<int>(card.sheets.size())), column_(result.ways.column()) {}

    TrailAgreement examine() {
        for (int sheet = 0; sheet < sheets_; ++sheet) member(sheet);
        disagreements();
        const std::size_t marks = program_.leaves.size() * card_.sheets.size();
        out_.moves_tried = marks * 2 <= rate::variations(program_, card_);
        if (result_.conclusion.outcome != Outcome::undecided && out_.moves_tried) moves();
        spread();
        out_.spread_limit = program_.rules->council.spread;
        out_.concordance = concordance();
        return std::move(out_);
    }

private:
    bool differs(const Conclusion& other) const {
        const Conclusion& here = result_.conclusion;
        return other.outcome != here.outcome || (other.outcome == Outcome::rated && other.stars != here.stars);
    }
    static std::optional<int> stars(const Conclusion& of) { return of.outcome == Outcome::rated ? std::optional(of.stars) : std::nullopt; }

    void member(int sheet) {
        card::Card alone = card_, others = card_;
        alone.sheets = {card_.sheets[index(sheet)]};
        others.sheets.erase(others.sheets.begin() + sheet);
        const Conclusion one = rate::conclusion(program_, alone), rest = rate::conclusion(program_, others);
        TrailAgreement::Member& to = out_.members.emplace_back();
        to.alone = one.outcome;
        to.stars_alone = stars(one);
        to.without = rest.outcome;
        to.stars_without = stars(rest);
        if (rest.outcome != Outcome::undecided) to.total_without = program_.number(rest.total.numerator, rest.total.denominator);
        to.decides = differs(rest);
    }

    // ---- criteria ----

    const Cell& cell(int leaf, int sheet) const { return result_.counted.at(leaf, sheet); }
    bool all_known(int leaf) const { return rate::all_known(result_.counted, leaf, leaf + 1); }
    const std::string& id(int leaf) const { return program_.rules->nodes[index(program_.leaves[index(leaf)].node)].id; }
    int leaves() const { return static_cast<int>(program_.leaves.size()); }

    void disagreements() {
        struct Width {
            Scaled low, high, best;
            int leaf;
        };
        std::vector<Width> all;
        for (int leaf = 0; leaf < leaves(); ++leaf) {
            if (!all_known(leaf)) continue;
            Width width{cell(leaf, 0).low, cell(leaf, 0).low, program_.leaves[index(leaf)].best[column_], leaf};
            for (int sheet = 1; sheet < sheets_; ++sheet) {
                width.low = std::min(width.low, cell(leaf, sheet).low);
                width.high = std::max(width.high, cell(leaf, sheet).low);
            }
            if (width.low != width.high) all.push_back(width);
        }
        std::stable_sort(all.begin(), all.end(), [](const Width& a, const Width& b) { return Wide{a.high - a.low} * b.best > Wide{b.high - b.low} * a.best; });
        for (const Width& each : all) out_.disagreements.push_back({id(each.leaf), program_.number(each.low), program_.number(each.high)});
    }

    // ---- one mark moved ----

    void moves() {
        card::Card moved = card_;
        for (int leaf = 0; leaf < leaves(); ++leaf)
            for (int sheet = 0; sheet < sheets_; ++sheet) {
                Mark& mark = moved.sheets[index(sheet)].marks[index(leaf)];
                const Mark before = mark;
                for (Mark& next : neighbours(program_.leaves[index(leaf)], before, cell(leaf, sheet))) {
                    mark = std::move(next);
                    const Conclusion then = rate::conclusion(program_, moved);
                    if (differs(then)) out_.moves.push_back({sheet, id(leaf), written(leaf, before, cell(leaf, sheet)), written(leaf, mark, Cell{}), then.outcome, stars(then)});
                }
                mark = before;
            }
    }

    // The options before and after it on the form; one tick less or more; one step of free points.
    std::vector<Mark> neighbours(const Leaf& leaf, const Mark& mark, const Cell& counted) const {
        if (mark.kind == Mark::Kind::missing) return {};
        if (leaf.free) return steps(leaf, mark);
        if (leaf.any) return ticks(leaf, mark);
        const int at = mark.kind == Mark::Kind::choice ? mark.choice : counted.choice;
        std::vector<Mark> out;
        const auto add = [&](int choice) {
            Mark& to = out.emplace_back();
            to.kind = Mark::Kind::choice;
            to.choice = choice;
        };
        if (at == none) {  // nothing is marked: the form begins with what gives points
            if (leaf.end_case - leaf.first_case == 1) add(leaf.first_choice);
            return out;
        }
        const int of_case = leaf.first_case + program_.choices[index(at)].case_index;
        const program::CaseEntry& entry = program_.cases[index(of_case)];
        if (at > entry.first_choice) add(at - 1);
        else if (rate::zero_option(program_, of_case) == none) out.emplace_back().kind = Mark::Kind::none;
        if (at + 1 < entry.end_choice) add(at + 1);
        return out;
    }

    std::vector<Mark> ticks(const Leaf& leaf, const Mark& mark) const {
        std::vector<Mark> out;
        for (int choice = leaf.first_choice; choice < leaf.end_choice; ++choice) {
            Mark& to = out.emplace_back(mark);
            to.kind = Mark::Kind::several;
            const auto found = std::find(to.ticked.begin(), to.ticked.end(), choice);
            if (found != to.ticked.end()) to.ticked.erase(found);
            else to.ticked.insert(std::upper_bound(to.ticked.begin(), to.ticked.end(), choice), choice);
        }
        return out;
    }

    std::vector<Mark> steps(const Leaf& leaf, const Mark& mark) const {
        const model::Score& score = *program_.rules->nodes[index(leaf.node)].score;
        const Scaled step = score.step ? *program_.scaled(*score.step) : program_.scale;
        std::vector<Mark> out;
        for (const Scaled points : {mark.points - step, mark.points + step}) {
            if (points < *program_.scaled(score.low) || points > *program_.scaled(score.high)) continue;
            out.emplace_back(mark).points = points;
        }
        return out;
    }

    std::string written(int leaf, const Mark& mark, const Cell& counted) const {
        const Leaf& form = program_.leaves[index(leaf)];
        if (form.free) return program_.number(mark.points).text();
        std::string out;
        const auto add = [&](int choice) { out += (out.empty() ? "" : "+") + program_.option_name(program_.choices[index(choice)], form); };
        if (mark.kind == Mark::Kind::choice) add(mark.choice);
        else if (mark.kind == Mark::Kind::by_case && counted.choice != none) add(counted.choice);
        for (int choice : mark.ticked) add(choice);
        return out.empty() ? "none" : out;
    }

    // ---- all together ----

    // Of the totals that the trail shows.
    void spread() {
        const trail::Rated c{program_, card_, result_};
        std::optional<Number> low, high;
        for (int sheet = 0; sheet < sheets_; ++sheet) {
            const std::optional<Number> total = c.figure(0, leaves(), sheet);
            if (!total) return;
            low = low ? std::min(*low, *total) : *total;
            high = high ? std::max(*high, *total) : *total;
        }
        out_.spread = subtract(*high, *low);
    }

    // Maurice Kendall's W with the correction for ties: (12 Σ R² - 3 m² n (n+1)²) / (m² n (n²-1) - m Σ (t³-t)), of m sheets that
    // rank n criteria; R the sum of a criterion's ranks, t how many criteria of a sheet share a rank. Ranks are kept doubled.
    std::optional<Number> concordance() const {
        std::vector<int> ranked;
        for (int leaf = 0; leaf < leaves(); ++leaf)
            if (all_known(leaf) && program_.leaves[index(leaf)].best[column_] > 0) ranked.push_back(leaf);
        const auto n = static_cast<std::int64_t>(ranked.size()), m = static_cast<std::int64_t>(sheets_);
        std::vector<std::int64_t> doubled(ranked.size());
        std::int64_t ties = 0;
        for (int sheet = 0; sheet < sheets_; ++sheet) ties += add_ranks(ranked, sheet, doubled);
        std::int64_t squares = 0;
        for (std::int64_t each : doubled) squares += each * each;
        return Number::fraction(3 * squares - 3 * m * m * n * (n + 1) * (n + 1), m * m * n * (n * n - 1) - m * ties);
    }

    // Ranks criteria by their share of the maximum; those alike share the middle of their ranks. Gives Σ (t³-t).
    std::int64_t add_ranks(const std::vector<int>& ranked, int sheet, std::vector<std::int64_t>& doubled) const {
        const auto points = [&](std::size_t i) { return cell(ranked[i], sheet).low; };
        const auto best = [&](std::size_t i) { return program_.leaves[index(ranked[i])].best[column_]; };
        const auto less = [&](std::size_t a, std::size_t b) { return Wide{points(a)} * best(b) < Wide{points(b)} * best(a); };
        std::vector<std::size_t> order(ranked.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(), less);
        std::int64_t ties = 0;
        for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
            while (end < order.size() && !less(order[first], order[end])) ++end;
            const auto tied = static_cast<std::int64_t>(end - first);
            ties += tied * tied * tied - tied;
            for (std::size_t i = first; i < end; ++i) doubled[order[i]] += static_cast<std::int64_t>(first + end + 1);
        }
        return ties;
    }

    const Program& program_;
    const card::Card& card_;
    const rate::Result& result_;
    int sheets_;
    std::size_t column_;
    TrailAgreement out_;
};

}  // namespace

std::optional<TrailAgreement> agreement(const Program& program, const card::Card& card, const rate::Result& result) {
    if (card.sheets.size() < 2 || card.sheets.size() * 2 > rate::variations(program, card)) return std::nullopt;
    return Council(program, card, result).examine();
}

}  // namespace ocop::analysis
