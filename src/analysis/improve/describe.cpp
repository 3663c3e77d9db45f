// Candidates to changes: marks by name, points before and after, what each change is for.
#include "analysis/improve/describe.hpp"

#include <algorithm>

#include "analysis/improve/effects.hpp"

namespace ocop::analysis::improve {
namespace {

using card::Mark;
using program::Leaf;
using program::none;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class Author {
public:
    Author(const Problem& problem, const Found& found, const card::Card& given)
        : problem_(problem), program_(problem.program), rules_(*problem.program.rules), found_(found), given_(given), before_(problem.program, problem.card),
          after_(problem.program, problem.card) {
        before_.assess();
        for (int leaf = 0; leaf < leaves(); ++leaf) put(candidate(leaf), leaf, after_);
        after_.rate();
        minima_before_ = before_.minima();
        minima_after_ = after_.minima();
    }

    Way write() {
        Way out;
        out.cost = in_units(found_.value.cost);
        for (int leaf = 0; leaf < leaves(); ++leaf) {
            if (!candidate(leaf).keeps) out.changes.push_back(change(leaf));
            else fill_in(leaf, out);
        }
        std::stable_sort(out.changes.begin(), out.changes.end(), [](const Change& a, const Change& b) { return a.why == Change::Why::minimum && b.why != Change::Why::minimum; });
        const rate::Conclusion& end = after_.conclusion();
        out.stars = end.stars;
        out.total = program_.number(end.total.numerator, end.total.denominator);
        return out;
    }

private:
    int leaves() const { return static_cast<int>(program_.leaves.size()); }
    const Candidate& candidate(int leaf) const { return problem_.choices.leaves[index(leaf)][index(found_.picks[index(leaf)])]; }
    Number in_units(std::int64_t cost) const { return *Number::fraction(cost, problem_.choices.unit); }

    std::string name(int choice, const Leaf& leaf) const { return program_.option_name(program_.choices[index(choice)], leaf); }

    // The words of a mark: options, points, or none.
    std::vector<std::string> words(const Mark& mark, int number, int counted) const {
        const Leaf& leaf = program_.leaves[index(number)];
        switch (mark.kind) {
            case Mark::Kind::missing:
            case Mark::Kind::none: return {};
            case Mark::Kind::choice: return {name(mark.choice, leaf)};
            case Mark::Kind::free: return {program_.number(mark.points).text()};
            case Mark::Kind::several: {
                std::vector<std::string> out;
                for (int each : mark.ticked) out.push_back(name(each, leaf));
                return out;
            }
            case Mark::Kind::by_case: break;
        }
        if (counted != none) return {name(counted, leaf)};
        for (int each : mark.per_case)
            if (each >= 0) return {program_.option(program_.choices[index(each)], leaf).id};
        return {};
    }

    static std::string joined(const std::vector<std::string>& words) {
        std::string out;
        for (const std::string& each : words) out += (out.empty() ? "" : "+") + each;
        return out.empty() ? "none" : out;
    }

    Change change(int number) {
        const Leaf& leaf = program_.leaves[index(number)];
        const model::Node& node = rules_.nodes[index(leaf.node)];
        const Candidate& chosen = candidate(number);
        Change out;
        out.criterion = node.id;
        out.title = node.title;
        out.cite = node.cite;
        for (int sheet = 0; sheet < problem_.sheets(); ++sheet) out.now.push_back(now(number, sheet));
        out.mark = words(chosen.mark, number, none);
        out.to = joined(out.mark);
        if (chosen.mark.kind == Mark::Kind::by_case) {  // the mark 0, whatever the case
            out.mark.clear();
            out.to = "none";
        }
        out.before = points(before_, number);
        out.after = points(after_, number);
        out.cost = in_units(chosen.cost);
        if (chosen.mark.choice != none) option(chosen.mark.choice, leaf, out);
        for (int each : chosen.mark.ticked) option(each, leaf, out);
        if (out.after > Number()) require(node.remarks->evidence, out);
        minima(leaf, out);
        out.why = !out.minima.empty() ? Change::Why::minimum : out.after > out.before ? Change::Why::points : Change::Why::condition;
        return out;
    }

    std::string now(int number, int sheet) const {
        const Mark& stands = problem_.card.sheets[index(sheet)].marks[index(number)];
        const bool missing = given_.sheets[index(sheet)].marks[index(number)].kind == Mark::Kind::missing;
        return missing ? std::string() : joined(words(stands, number, before_.marks().at(number, sheet).choice));
    }

    Number points(const Attempt& attempt, int leaf) const {
        const rate::Figure figure = rate::combined_low(program_, attempt.marks(), leaf, leaf + 1);
        return program_.number(figure.numerator, figure.denominator);
    }

    void option(int choice, const Leaf& leaf, Change& out) const {
        const program::Choice& entry = program_.choices[index(choice)];
        const model::Option& of = program_.option(entry, leaf);
        out.to_title.vi += (out.to_title.vi.empty() ? "" : "; ") + of.title.vi;
        out.to_title.en += (out.to_title.en.empty() ? "" : "; ") + of.title.en;
        if (of.when) out.when += (out.when.empty() ? "" : " and ") + of.when->text;
        out.cite = of.cite;
        if (entry.points[0] > 0) require(of.remarks->evidence, out);
    }

    void require(const std::vector<int>& evidence, Change& out) const {
        for (int id : evidence) {
            const model::Evidence& paper = rules_.evidence[index(id)];
            const bool listed = std::any_of(out.evidence.begin(), out.evidence.end(), [&](const Change::Evidence& each) { return each.id == paper.id; });
            if (!problem_.card.evidence[index(id)] && !listed) out.evidence.push_back({paper.id, paper.title});
        }
    }

    // Minima met now that were not, up to the stars that are reached.
    void minima(const Leaf& leaf, Change& out) const {
        for (int i = leaf.first_minimum; i < leaf.end_minimum; ++i) {
            const int star = program_.minima[index(i)].star;
            const int reached = after_.conclusion().stars, upto = problem_.ways.next_star ? problem_.target : reached;
            const bool needed = problem_.ways.cumulative ? star <= upto : star == reached;
            const rate::MinimumFound &was = minima_before_[index(i)], &is = minima_after_[index(i)];
            if (!needed || is.binds == rate::Truth::no || !is.met || (was.relevant && was.met)) continue;
            if (out.minima.empty() || out.minima.back() != star) out.minima.push_back(star);
        }
    }

    // Marks that are missing on the card, and would be asked for.
    void fill_in(int number, Way& out) const {
        Way::FilledIn filled{rules_.nodes[index(program_.leaves[index(number)].node)].id, {}};
        for (std::size_t sheet = 0; sheet < given_.sheets.size(); ++sheet) {
            const bool missing = given_.sheets[sheet].marks[index(number)].kind == Mark::Kind::missing;
            const bool asked = after_.marks().at(number, static_cast<int>(sheet)).state != rate::Cell::State::not_applicable;
            if (missing && asked) filled.sheets.push_back(given_.sheets[sheet].assessor);
        }
        if (!filled.sheets.empty()) out.filled_in.push_back(std::move(filled));
    }

    const Problem& problem_;
    const program::Program& program_;
    const model::RuleSet& rules_;
    const Found& found_;
    const card::Card& given_;
    Attempt before_, after_;
    std::vector<rate::MinimumFound> minima_before_, minima_after_;
};

}  // namespace

Way describe(const Problem& problem, const Found& found, const card::Card& given) { return Author(problem, found, given).write(); }

}  // namespace ocop::analysis::improve
