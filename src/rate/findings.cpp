// What a person should look at: the council as a whole, then criterion by criterion, then what was not known.
#include <algorithm>

#include "rate/answers.hpp"

namespace ocop::rate {
namespace {

using Kind = Finding::Kind;
using program::Leaf;
using program::none;
using program::Program;
using program::Scaled;
using State = Cell::State;
using ConditionKind = Records::Condition::Kind;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class Finder {
public:
    Finder(const Program& program, const card::Card& card, const Result& result, Answers& answers, std::vector<Records::Finding>& out)
        : program_(program), rules_(*program.rules), card_(card), result_(result), answers_(answers), column_(result.ways.column()), found_(out) {}

    void find() {
        found_.clear();
        if (result_.counted.from_facts) add({Kind::from_facts});
        dates();
        if (!card_.level) add({Kind::level_unknown});
        council();
        const int lacking = rules_.lacks_on(card_.assessed_on) ? static_cast<int>(rules_.incomplete.size()) : 0;
        for (int i = 0; i < lacking; ++i) add({Kind::incomplete_rule_set, none, none, i});
        for (int leaf = 0; leaf < static_cast<int>(program_.leaves.size()); ++leaf) criterion(leaf);
        if (result_.conclusion.outcome == Outcome::rated) not_known();
        if (result_.found.faults) add({Kind::calculation_fault});
        for (int i = 0; i < static_cast<int>(result_.alternatives.size()); ++i)
            if (result_.alternatives[index(i)].changes) add({Kind::reading_changes_stars, none, none, i});
    }

private:
    // Each once. Those of one criterion follow each other, so none further back can be the same.
    void add(const Records::Finding& finding) {
        for (auto last = found_.rbegin(); last != found_.rend() && last->criterion == finding.criterion; ++last)
            if (*last == finding) return;
        found_.push_back(finding);
    }

    void dates() {
        enum : int { filed_on, assessed_on };
        enum : int { before, until, successor };
        const model::InForce& law = rules_.in_force;
        const auto outside = [&](int field, int how) { add({Kind::not_in_force, none, none, field, how}); };
        if (!card_.assessed_on && (law.from || law.until)) add({Kind::date_unknown});
        if (card_.assessed_on && law.from && *card_.assessed_on < *law.from) outside(assessed_on, before);
        if (card_.assessed_on && law.until && *card_.assessed_on >= *law.until) outside(assessed_on, until);
        if (card_.filed_on && law.from && *card_.filed_on < *law.from) outside(filed_on, before);
        if (card_.filed_on && law.new_dossiers_until && *card_.filed_on >= *law.new_dossiers_until) outside(filed_on, successor);
    }

    void council() {
        if (result_.counted.from_facts) return;
        const int sheets = result_.counted.sheets;
        if (rules_.council.quorum) {
            if (!card_.members) {
                add({Kind::quorum_unknown});
            } else if (*multiply(*rules_.council.quorum, Number(*card_.members)) > Number(std::int64_t{sheets} * 100)) {
                add({Kind::no_quorum, none, none, sheets, *card_.members});
            }
        }
        if (rules_.council.combine == model::Combine::trimmed_mean && sheets < 3) add({Kind::trimmed_mean_of_few, none, none, sheets});
        spread();
    }

    // Exactly the limit is allowed.
    void spread() {
        const Assessment& counted = result_.counted;
        const int end = std::min(counted.end_leaf, static_cast<int>(program_.leaves.size()));
        if (!rules_.council.spread || counted.sheets < 2 || !all_known(counted, 0, end)) return;
        Scaled least = 0, most = 0;
        for (int sheet = 0; sheet < counted.sheets; ++sheet) {
            Scaled sum = 0;
            for (int leaf = 0; leaf < end; ++leaf) sum += counted.at(leaf, sheet).low;
            least = sheet == 0 ? sum : std::min(least, sum);
            most = sheet == 0 ? sum : std::max(most, sum);
        }
        if (program_.number(most - least) > *rules_.council.spread) add({Kind::spread, none, none, none, none, most - least});
    }

    void criterion(int number) {
        const Leaf& leaf = program_.leaves[index(number)];
        if (!rules_.nodes[index(leaf.node)].incomplete->empty()) add({Kind::incomplete_rule_set, number});
        for (int sheet = 0; sheet < result_.counted.sheets; ++sheet) {
            const Cell& cell = result_.counted.at(number, sheet);
            if (!result_.counted.from_facts) against_mark(number, sheet, leaf, cell);
            if (cell.state != State::counted && cell.state != State::unsure) continue;
            if (cell.high > 0 && leaf.has_evidence) evidence(number, sheet, leaf, cell);
            if (cell.choice != none && program_.choices[index(cell.choice)].misprinted) add({Kind::erratum_used, number, none, cell.choice});
        }
    }

    void against_mark(int number, int sheet, const Leaf& leaf, const Cell& cell) {
        const card::Mark& mark = card_.sheets[index(sheet)].marks[index(number)];
        if (mark.kind == card::Mark::Kind::missing) return;
        if (cell.state == State::ignored) return add({Kind::mark_after_stop, number, sheet});
        const bool unnamed = mark.kind == card::Mark::Kind::by_case && cell.choice == none;
        if (unnamed && cell.state != State::counted && cell.state != State::not_applicable) return add({Kind::mark_without_case, number, sheet});
        if (cell.state == State::counted && !leaf.any && !leaf.free) facts_against(number, leaf, sheet, cell);
    }

    // Facts imply an option when exactly one option's condition is true and all others are false.
    void facts_against(int number, const Leaf& leaf, int sheet, const Cell& cell) {
        if (const int other = other_case(leaf, sheet, cell); other != none)
            return add({Kind::facts_against_mark, number, sheet, cell.choice, other, cell.low});
        if (!leaf.has_when || cell.case_index == Cell::any_case) return;
        const program::CaseEntry& options = program_.cases[index(leaf.first_case + cell.case_index)];
        int implied = none;
        for (int i = options.first_choice; i < options.end_choice; ++i) {
            const int when = program_.choices[index(i)].when;
            const Truth holds = when == none ? Truth::unknown : answers_.ask(when, sheet);
            if (holds == Truth::unknown || (holds == Truth::yes && implied != none)) return;
            if (holds == Truth::yes) implied = i;
        }
        if (implied == cell.choice || (implied == none && cell.low == 0)) return;
        const Scaled worth = implied == none ? 0 : program_.choices[index(implied)].points[column_];
        add({Kind::facts_against_mark, number, sheet, cell.choice, implied, cell.low, worth});
    }

    // The case that the facts name, where the mark names another.
    int other_case(const Leaf& leaf, int sheet, const Cell& cell) const {
        if (leaf.end_case - leaf.first_case < 2 || cell.choice == none) return none;
        const int marked = program_.cases[index(leaf.first_case + cell.case_index)].when;
        if (marked == none || answers_.ask(marked, sheet) != Truth::no) return none;
        for (int i = leaf.first_case; i < leaf.end_case; ++i) {
            const int when = program_.cases[index(i)].when;
            if (when != none && answers_.ask(when, sheet) == Truth::yes) return i;
        }
        return none;
    }

    void evidence(int number, int sheet, const Leaf& leaf, const Cell& cell) {
        const auto require = [&](const std::vector<int>& ids) {
            for (int id : ids)
                if (!card_.evidence[index(id)]) add({Kind::evidence_missing, number, none, id});
        };
        const auto require_of = [&](int choice) { require(program_.option(program_.choices[index(choice)], leaf).remarks->evidence); };
        require(rules_.nodes[index(leaf.node)].remarks->evidence);
        // The options that gave the mark its points.
        if (cell.choice != none) return require_of(cell.choice);
        if (result_.counted.from_facts) return;
        for (int choice : card_.sheets[index(sheet)].marks[index(number)].ticked) require_of(choice);
    }

    void not_known(int number, ConditionKind kind, int of) { add({Kind::not_known, number, none, of, static_cast<int>(kind)}); }

    // Conditions that could not be decided and made no difference.
    void not_known() {
        for (int number = 0; number < static_cast<int>(program_.leaves.size()); ++number) {
            const Leaf& leaf = program_.leaves[index(number)];
            const bool chosen = leaf.end_case > leaf.first_case && program_.cases[index(leaf.first_case)].when != none;
            for (int sheet = 0; sheet < result_.counted.sheets; ++sheet) {
                const Cell& cell = result_.counted.at(number, sheet);
                if (cell.applies == Truth::unknown) not_known(number, ConditionKind::applies, applies_node(leaf));
                if (chosen && cell.choice == none && cell.case_index == Cell::any_case) not_known(number, ConditionKind::case_, leaf.first_case);
            }
        }
        for (int i = 0; i < static_cast<int>(program_.minima.size()); ++i)
            if (result_.found.minima[index(i)].binds == Truth::unknown) minimum_not_known(program_.minima[index(i)]);
        for (int i = 0; i < static_cast<int>(program_.gates.size()); ++i)
            if (result_.found.gates[index(i)].met == Truth::unknown) not_known(none, ConditionKind::gate, i);
    }

    // With the one that stands in the other print.
    void minimum_not_known(const program::MinimumEntry& minimum) {
        const Leaf& leaf = program_.leaves[index(minimum.leaf)];
        for (int i = leaf.first_minimum; i < leaf.end_minimum; ++i) {
            const program::MinimumEntry& each = program_.minima[index(i)];
            if (each.choice == minimum.choice && each.star == minimum.star && each.when != none) not_known(minimum.leaf, ConditionKind::minimum, i);
        }
    }

    int applies_node(const Leaf& leaf) const {
        int node = leaf.node;
        while (node >= 0 && !rules_.nodes[index(node)].applies) node = rules_.nodes[index(node)].parent;
        return node;
    }

    const Program& program_;
    const model::RuleSet& rules_;
    const card::Card& card_;
    const Result& result_;
    Answers& answers_;
    std::size_t column_;
    std::vector<Records::Finding>& found_;
};

}  // namespace

void find(const Program& program, const card::Card& card, const Result& result, Answers& answers, std::vector<Records::Finding>& out) {
    Finder(program, card, result, answers, out).find();
}

void find(const Program& program, const card::Card& card, const Result& result, std::vector<Records::Finding>& out) {
    std::vector<std::uint8_t> room;
    Answers answers(program, card, result, room);
    find(program, card, result, answers, out);
}

}  // namespace ocop::rate
