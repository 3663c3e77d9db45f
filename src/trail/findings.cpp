// Findings as numbers to findings with names, values and a sentence.
#include "trail/build.hpp"

#include <algorithm>

#include "trail/finding_text.hpp"

namespace ocop::trail {
namespace {

using Kind = Finding::Kind;
using program::none;

std::size_t index(int i) { return static_cast<std::size_t>(i); }
std::string text(const std::optional<base::Date>& date) { return date ? date->text() : std::string(); }

class Teller {
public:
    Teller(const program::Program& program, const card::Card& card, const rate::Result& result)
        : program_(program), rules_(*program.rules), card_(card), result_(result) {}

    Finding tell(const Records::Finding& from) const {
        Finding to;
        to.kind = from.kind;
        if (from.criterion != none) to.node = node_of(from.criterion).id;
        if (from.sheet != none) to.sheet = card_.sheets[index(from.sheet)].assessor;
        switch (from.kind) {
            case Kind::facts_against_mark: to.values = against(from); break;
            case Kind::evidence_missing: to.values = evidence(rules_.evidence[index(from.what)]); break;
            case Kind::spread: to.values = {points(from.points), rules_.council.spread->text()}; break;
            case Kind::no_quorum: to.values = {std::to_string(from.what), std::to_string(from.other), rules_.council.quorum->text()}; break;
            case Kind::trimmed_mean_of_few: to.values = {std::to_string(from.what)}; break;
            case Kind::erratum_used: to.values = erratum(option(from.what)); break;
            case Kind::incomplete_rule_set:
                to.values = {from.what == none ? *node_of(from.criterion).incomplete : rules_.incomplete[index(from.what)]};
                break;
            case Kind::not_in_force: to.values = not_in_force(from); break;
            case Kind::reading_changes_stars: reading(result_.alternatives[index(from.what)], to); break;
            case Kind::not_known: not_known(from, to); break;
            default: break;
        }
        to.text = finding_text(to.kind, to.node, to.sheet, to.values);
        return to;
    }

private:
    using Values = std::vector<std::string>;

    const program::Leaf& leaf(int criterion) const { return program_.leaves[index(criterion)]; }
    const model::Node& node_of(int criterion) const { return rules_.nodes[index(leaf(criterion).node)]; }
    std::string points(program::Scaled units) const { return program_.number(units).text(); }

    const model::Option& option(int choice) const {
        const auto of = std::find_if(program_.leaves.begin(), program_.leaves.end(), [&](const program::Leaf& each) { return choice < each.end_choice; });
        return program_.option(program_.choices[index(choice)], *of);
    }
    std::string option_name(int choice, int criterion) const {
        return choice == none ? "0" : program_.option_name(program_.choices[index(choice)], leaf(criterion));
    }

    Values against(const Records::Finding& from) const {
        const std::string marked = option_name(from.what, from.criterion);
        if (from.other_points == Records::no_points)
            return {marked, points(from.points), node_of(from.criterion).cases[index(from.other - leaf(from.criterion).first_case)].id, ""};
        return {marked, points(from.points), option_name(from.other, from.criterion), points(from.other_points)};
    }

    static Values evidence(const model::Evidence& wanted) { return {wanted.title.vi, wanted.title.en, wanted.id}; }
    static Values erratum(const model::Option& option) { return {option.remarks->erratum.vi, option.remarks->erratum.en}; }

    Values not_in_force(const Records::Finding& from) const {
        const model::InForce& law = rules_.in_force;
        const bool assessed = from.what == 1, successor = from.other == 2;
        const char* how[] = {"before", "until", "successor"};
        return {assessed ? "assessed_on" : "filed_on", text(assessed ? card_.assessed_on : card_.filed_on), text(law.from),
                text(successor ? law.new_dossiers_until : law.until), how[from.other]};
    }

    void reading(const rate::Alternative& other, Finding& to) const {
        const model::Reading& reading = rules_.readings[index(other.reading)];
        to.node = reading.name;
        to.values = {reading.name, rate::word(reading, other.choice), other.outcome == Outcome::rated ? std::to_string(other.stars) : name(other.outcome)};
    }

    void not_known(const Records::Finding& from, Finding& to) const {
        const auto kind = static_cast<Records::Condition::Kind>(from.other);
        const auto of = index(from.what);
        if (kind == Records::Condition::Kind::gate) {
            to.node = rules_.gates[of].id;
            to.values = {rules_.gates[of].when->text};
        } else if (kind == Records::Condition::Kind::applies) {
            to.values = {from.what == none ? std::string() : rules_.nodes[of].applies->text};
        } else if (kind == Records::Condition::Kind::case_) {
            to.values = {node_of(from.criterion).cases.front().when->text};
        } else {
            to.values = {minimum_of(program_, from.what).when->text};
        }
    }

    const program::Program& program_;
    const model::RuleSet& rules_;
    const card::Card& card_;
    const rate::Result& result_;
};

}  // namespace

const model::Minimum& minimum_of(const program::Program& program, int minimum) {
    const program::MinimumEntry& entry = program.minima[index(minimum)];
    const program::Leaf& leaf = program.leaves[index(entry.leaf)];
    const model::Option& option = program.option(program.choices[index(entry.choice)], leaf);
    // Of several for one star they stand in the order of the option.
    int before = 0;
    for (int i = leaf.first_minimum; i < minimum; ++i)
        if (program.minima[index(i)].choice == entry.choice && program.minima[index(i)].star == entry.star) ++before;
    for (const model::Minimum& each : option.minima)
        if (each.star == entry.star && before-- == 0) return each;
    return option.minima.front();
}

std::vector<Finding> findings(const program::Program& program, const card::Card& card, const rate::Result& result) {
    std::vector<Records::Finding> found;
    rate::find(program, card, result, found);
    const Teller teller(program, card, result);
    std::vector<Finding> out;
    for (const Records::Finding& each : found)
        // What differs as numbers may read the same.
        if (Finding told = teller.tell(each); std::find(out.begin(), out.end(), told) == out.end()) out.push_back(std::move(told));
    return out;
}

}  // namespace ocop::trail
