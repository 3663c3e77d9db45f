// What a person should look at: the council as a whole, then criterion by criterion, then what was not known.
#include <algorithm>

#include "rate/rate.hpp"

namespace ocop::rate {
namespace {

using Kind = Finding::Kind;
using program::Leaf;
using program::none;
using program::Program;
using program::Scaled;
using State = Cell::State;

std::size_t index(int i) { return static_cast<std::size_t>(i); }
std::string text(const std::optional<base::Date>& date) { return date ? date->text() : std::string(); }

class Finder {
public:
    Finder(const Program& program, const card::Card& card, const Result& result)
        : program_(program), rules_(*program.rules), card_(card), result_(result),
          column_(result.ways.column()) {}

    std::vector<Finding> find() {
        if (result_.counted.from_facts) add(Kind::from_facts);
        dates();
        if (!card_.level) add(Kind::level_unknown);
        council();
        for (const std::string& what : rules_.missing_on(card_.assessed_on)) add(Kind::incomplete_rule_set, {}, {}, {what});
        for (int leaf = 0; leaf < static_cast<int>(program_.leaves.size()); ++leaf) criterion(leaf);
        if (result_.conclusion.outcome == Outcome::rated) not_known();
        if (result_.found.faults) add(Kind::calculation_fault);
        readings();
        return std::move(found_);
    }

private:
    void add(Kind kind, std::string node = {}, std::string sheet = {}, std::vector<std::string> values = {}) {
        Finding finding{kind, std::move(node), std::move(sheet), std::move(values), {}};
        if (std::find(found_.begin(), found_.end(), finding) == found_.end()) found_.push_back(std::move(finding));
    }

    void dates() {
        const model::InForce& law = rules_.in_force;
        const auto outside = [&](const char* field, const base::Date& date, const std::optional<base::Date>& end, const char* code) {
            add(Kind::not_in_force, {}, {}, {field, date.text(), text(law.from), text(end), code});
        };
        if (!card_.assessed_on && (law.from || law.until)) add(Kind::date_unknown);
        if (card_.assessed_on && law.from && *card_.assessed_on < *law.from)
            outside("assessed_on", *card_.assessed_on, law.until, "before");
        if (card_.assessed_on && law.until && *card_.assessed_on >= *law.until)
            outside("assessed_on", *card_.assessed_on, law.until, "until");
        if (card_.filed_on && law.from && *card_.filed_on < *law.from) outside("filed_on", *card_.filed_on, law.until, "before");
        if (card_.filed_on && law.new_dossiers_until && *card_.filed_on >= *law.new_dossiers_until)
            outside("filed_on", *card_.filed_on, law.new_dossiers_until, "successor");
    }

    void council() {
        if (result_.counted.from_facts) return;
        const int sheets = result_.counted.sheets;
        if (rules_.council.quorum) {
            if (!card_.members) {
                add(Kind::quorum_unknown);
            } else if (*multiply(*rules_.council.quorum, Number(*card_.members)) > Number(std::int64_t{sheets} * 100)) {
                add(Kind::no_quorum, {}, {}, {std::to_string(sheets), std::to_string(*card_.members), rules_.council.quorum->text()});
            }
        }
        if (rules_.council.combine == model::Combine::trimmed_mean && sheets < 3)
            add(Kind::trimmed_mean_of_few, {}, {}, {std::to_string(sheets)});
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
        const Number difference = program_.number(most - least);
        if (difference > *rules_.council.spread) add(Kind::spread, {}, {}, {difference.text(), rules_.council.spread->text()});
    }

    void criterion(int number) {
        const Leaf& leaf = program_.leaves[index(number)];
        const model::Node& node = rules_.nodes[index(leaf.node)];
        if (!node.incomplete->empty()) add(Kind::incomplete_rule_set, node.id, {}, {*node.incomplete});
        for (int sheet = 0; sheet < result_.counted.sheets; ++sheet) {
            const Cell& cell = result_.counted.at(number, sheet);
            if (!result_.counted.from_facts) against_mark(number, sheet, leaf, node, cell);
            if (cell.state != State::counted && cell.state != State::unsure) continue;
            if (cell.high > 0) evidence(number, sheet, leaf, node, cell);
            erratum(leaf, node, cell);
        }
    }

    std::string assessor(int sheet) const { return card_.sheets[index(sheet)].assessor; }

    void against_mark(int number, int sheet, const Leaf& leaf, const model::Node& node, const Cell& cell) {
        const card::Mark& mark = card_.sheets[index(sheet)].marks[index(number)];
        if (mark.kind == card::Mark::Kind::missing) return;
        if (cell.state == State::ignored) return add(Kind::mark_after_stop, node.id, assessor(sheet));
        const bool unnamed = mark.kind == card::Mark::Kind::by_case && cell.choice == none;
        if (unnamed && cell.state != State::counted && cell.state != State::not_applicable)
            return add(Kind::mark_without_case, node.id, assessor(sheet));
        if (cell.state == State::counted && !leaf.any && !leaf.free) facts_against(leaf, node, sheet, cell);
    }

    Truth ask(int code, int sheet) const {
        const SheetFigures figures(program_, result_.counted, card_, sheet);
        bool faults = false;
        return truth(program_, code, {card_.facts, &figures, result_.choices}, faults);
    }

    // Facts imply an option when exactly one option's condition is true and all others are false.
    void facts_against(const Leaf& leaf, const model::Node& node, int sheet, const Cell& cell) {
        const std::string marked = cell.choice == none ? "0" : program_.option_name(program_.choices[index(cell.choice)], leaf);
        const std::string points = program_.number(cell.low).text();
        if (const int other = other_case(leaf, sheet, cell); other != none) {
            add(Kind::facts_against_mark, node.id, assessor(sheet), {marked, points, node.cases[index(other)].id, ""});
            return;
        }
        if (!leaf.has_when || cell.case_index == Cell::any_case) return;
        const program::CaseEntry& options = program_.cases[index(leaf.first_case + cell.case_index)];
        int implied = none;
        for (int i = options.first_choice; i < options.end_choice; ++i) {
            const int when = program_.choices[index(i)].when;
            const Truth holds = when == none ? Truth::unknown : ask(when, sheet);
            if (holds == Truth::unknown || (holds == Truth::yes && implied != none)) return;
            if (holds == Truth::yes) implied = i;
        }
        const Scaled worth = implied == none ? 0 : program_.choices[index(implied)].points[column_];
        if (implied == cell.choice || (implied == none && cell.low == 0)) return;
        const std::string name = implied == none ? "0" : program_.option_name(program_.choices[index(implied)], leaf);
        add(Kind::facts_against_mark, node.id, assessor(sheet), {marked, points, name, program_.number(worth).text()});
    }

    // The case that the facts name, where the mark names another.
    int other_case(const Leaf& leaf, int sheet, const Cell& cell) const {
        if (leaf.end_case - leaf.first_case < 2 || cell.choice == none) return none;
        const int marked = program_.cases[index(leaf.first_case + cell.case_index)].when;
        if (marked == none || ask(marked, sheet) != Truth::no) return none;
        for (int i = leaf.first_case; i < leaf.end_case; ++i) {
            const int when = program_.cases[index(i)].when;
            if (when != none && ask(when, sheet) == Truth::yes) return i - leaf.first_case;
        }
        return none;
    }

    // The options that gave a mark its points.
    std::vector<int> chosen(int number, int sheet, const Cell& cell) const {
        if (cell.choice != none) return {cell.choice};
        if (result_.counted.from_facts) return {};
        return card_.sheets[index(sheet)].marks[index(number)].ticked;
    }

    void evidence(int number, int sheet, const Leaf& leaf, const model::Node& node, const Cell& cell) {
        if (!leaf.has_evidence) return;
        const auto require = [&](const std::vector<int>& ids) {
            for (int id : ids) {
                const model::Evidence& wanted = rules_.evidence[index(id)];
                if (!card_.evidence[index(id)])
                    add(Kind::evidence_missing, node.id, {}, {wanted.title.vi, wanted.title.en, wanted.id});
            }
        };
        require(node.remarks->evidence);
        for (int choice : chosen(number, sheet, cell)) require(program_.option(program_.choices[index(choice)], leaf).remarks->evidence);
    }

    void erratum(const Leaf& leaf, const model::Node& node, const Cell& cell) {
        if (cell.choice == none || !program_.choices[index(cell.choice)].misprinted) return;
        const model::Option& option = program_.option(program_.choices[index(cell.choice)], leaf);
        add(Kind::erratum_used, node.id, {}, {option.remarks->erratum.vi, option.remarks->erratum.en});
    }

    // Conditions that could not be decided and made no difference.
    void not_known() {
        for (int number = 0; number < static_cast<int>(program_.leaves.size()); ++number) {
            const Leaf& leaf = program_.leaves[index(number)];
            const model::Node& node = rules_.nodes[index(leaf.node)];
            for (int sheet = 0; sheet < result_.counted.sheets; ++sheet) {
                const Cell& cell = result_.counted.at(number, sheet);
                if (cell.applies == Truth::unknown) add(Kind::not_known, node.id, {}, {applies_text(leaf)});
                if (cell.choice == none && cell.case_index == Cell::any_case && !leaf.free && node.cases.front().when)
                    add(Kind::not_known, node.id, {}, {node.cases.front().when->text});
            }
        }
        for (std::size_t i = 0; i < program_.minima.size(); ++i) {
            if (result_.found.minima[i].binds != Truth::unknown) continue;
            const program::MinimumEntry& minimum = program_.minima[i];
            const Leaf& leaf = program_.leaves[index(minimum.leaf)];
            const model::Option& option = program_.option(program_.choices[index(minimum.choice)], leaf);
            for (const model::Minimum& each : option.minima)
                if (each.star == minimum.star && each.when) add(Kind::not_known, rules_.nodes[index(leaf.node)].id, {}, {each.when->text});
        }
        for (std::size_t i = 0; i < program_.gates.size(); ++i)
            if (result_.found.gates[i].met == Truth::unknown)
                add(Kind::not_known, rules_.gates[i].id, {}, {rules_.gates[i].when->text});
    }

    std::string applies_text(const Leaf& leaf) const {
        for (int node = leaf.node; node >= 0; node = rules_.nodes[index(node)].parent)
            if (rules_.nodes[index(node)].applies) return rules_.nodes[index(node)].applies->text;
        return {};
    }

    void readings() {
        for (const Alternative& other : result_.alternatives) {
            if (!other.changes) continue;
            const model::Reading& reading = rules_.readings[index(other.reading)];
            const std::string became = other.outcome == Outcome::rated ? std::to_string(other.stars) : name(other.outcome);
            add(Kind::reading_changes_stars, reading.name, {}, {reading.name, word(reading, other.choice), became});
        }
    }

    const Program& program_;
    const model::RuleSet& rules_;
    const card::Card& card_;
    const Result& result_;
    std::size_t column_;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> find(const Program& program, const card::Card& card, const Result& result) {
    return Finder(program, card, result).find();
}

}  // namespace ocop::rate
