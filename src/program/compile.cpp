// The checked model to flat arrays. Nothing can be wrong any more, so there is no error path here.
#include <algorithm>
#include <limits>

#include "base/limits.hpp"
#include "program/program.hpp"

namespace ocop::program {
namespace {

constexpr auto corrected = static_cast<std::size_t>(model::Print::corrected);
constexpr auto printed = static_cast<std::size_t>(model::Print::printed);

int size_of(const auto& list) { return static_cast<int>(list.size()); }

// The decimals that a number needs; the checks have seen to it that there are few.
int decimals_of(const Number& number) {
    for (int places = 0; places < 18; ++places)
        if (number.round(places, Number::Rounding::down) == number) return places;
    return 18;
}

// "half-up 2" → 2, "none" → -1, "majority" → MetBy::majority, …
int meaning(const std::string& word) {
    if (word == "none") return -1;
    if (word.rfind("half-up ", 0) == 0) return word.back() - '0';
    if (word == "majority") return static_cast<int>(MetBy::majority);
    if (word == "every-sheet") return static_cast<int>(MetBy::each);
    if (word == "any-sheet") return static_cast<int>(MetBy::any);
    return word == "own" || word == "no-star" || word == "printed" ? 1 : 0;
}

class Compiler {
public:
    Compiler(std::shared_ptr<const model::RuleSet> rules, const Program* same_conditions) : same_conditions_(same_conditions) {
        program_.rules = std::move(rules);
        if (same_conditions != nullptr) program_.reading_used = same_conditions->reading_used;
        program_.reading_used.resize(program_.rules->readings.size(), false);
        ReadingWords words;
        for (const model::Reading& each : program_.rules->readings) words.push_back(each.choices());
        reading_words_ = std::make_shared<const ReadingWords>(std::move(words));
    }

    std::shared_ptr<const Program> compile() {
        choose_scale();
        for (int node = 0; node < size_of(rules().nodes); ++node) add_node(node);
        close_nodes();
        for (const model::Gate& gate : rules().gates) add_gate(gate);
        for (const model::Fact& fact : rules().facts) program_.domains.push_back(add_code(fact.domain));
        add_bands();
        find_read_leaves();
        for (const Code& code : program_.code) program_.by_facts.push_back(asks_facts_only(code));
        trim();
        for (std::size_t i = 0; i < program_.meanings.size(); ++i) add_meanings(i);
        for (int node : rules().order) program_.order.push_back(program_.leaf_of_node(node));
        return std::make_shared<const Program>(std::move(program_));
    }

private:
    const model::RuleSet& rules() const { return *program_.rules; }

    void choose_scale() {
        int most = 0;
        const auto see = [&](const Number& number) { most = std::max(most, decimals_of(number)); };
        for (const model::Node& node : rules().nodes) {
            if (node.max) see(*node.max);
            if (node.score) {
                see(node.score->low);
                see(node.score->high);
                if (node.score->step) see(*node.score->step);
            }
            for (const model::Case& each : node.cases)
                for (const model::Option& option : each.options) {
                    see(option.points);
                    see(option.printed_points);
                }
        }
        for (const model::Band& band : rules().bands) see(band.low);
        // Free points without a step may have any decimals up to the limit.
        for (const model::Node& node : rules().nodes)
            if (node.score && !node.score->step) most = std::max(most, base::limits::points_decimals);
        program_.decimals = most;
        for (int i = 0; i < most; ++i) program_.scale *= 10;
    }

    int add_code(const model::ConditionPtr& condition) { return condition ? add_code(*condition) : none; }
    int add_code(const model::Condition& condition) {
        if (same_conditions_ != nullptr) {
            program_.code.push_back(same_conditions_->code[program_.code.size()]);
            program_.code.back().readings = reading_words_;
            return size_of(program_.code) - 1;
        }
        for (int reading : readings_used(*condition.checked)) program_.reading_used[static_cast<std::size_t>(reading)] = true;
        program_.code.push_back(program::compile(*condition.checked, reading_words_));
        return size_of(program_.code) - 1;
    }

    void add_node(int index) {
        const model::Node& node = rules().nodes[static_cast<std::size_t>(index)];
        applies_.push_back(add_code(node.applies));
        NodeEntry entry;
        entry.parent = node.parent;
        entry.first_leaf = size_of(program_.leaves);
        if (node.leaf()) {
            entry.leaf = entry.first_leaf;
            add_leaf(index, node);
        }
        program_.nodes.push_back(entry);
    }

    void close_nodes() {
        for (int i = 0; i < size_of(program_.nodes); ++i) {
            const int end = rules().nodes[static_cast<std::size_t>(i)].end;
            program_.nodes[static_cast<std::size_t>(i)].end_leaf =
                end < size_of(program_.nodes) ? program_.nodes[static_cast<std::size_t>(end)].first_leaf : size_of(program_.leaves);
        }
    }

    void add_leaf(int index, const model::Node& node) {
        Leaf leaf;
        leaf.node = index;
        leaf.any = node.choose_any;
        leaf.free = node.score != nullptr;
        leaf.has_evidence = !node.remarks->evidence.empty();
        leaf.first_applies = size_of(program_.applies);
        for (int up = index; up != none; up = rules().nodes[static_cast<std::size_t>(up)].parent)
            if (const int code = applies_[static_cast<std::size_t>(up)]; code != none) program_.applies.push_back(code);
        leaf.end_applies = size_of(program_.applies);
        leaf.first_case = size_of(program_.cases);
        leaf.first_choice = size_of(program_.choices);
        leaf.first_minimum = size_of(program_.minima);
        for (int i = 0; i < size_of(node.cases); ++i) add_case(node.cases[static_cast<std::size_t>(i)], i, leaf);
        leaf.end_case = size_of(program_.cases);
        leaf.end_choice = size_of(program_.choices);
        leaf.end_minimum = size_of(program_.minima);
        std::stable_sort(program_.minima.begin() + leaf.first_minimum, program_.minima.end(),
                         [](const MinimumEntry& a, const MinimumEntry& b) { return a.star < b.star; });
        leaf.cap.fill(node.max && leaf.any ? *program_.scaled(*node.max) : std::numeric_limits<Scaled>::max());
        leaf.best = {best(leaf, node, corrected), best(leaf, node, printed)};
        program_.leaves.push_back(leaf);
    }

    void add_case(const model::Case& each, int index, Leaf& leaf) {
        CaseEntry entry;
        entry.when = add_code(each.when);
        entry.first_choice = size_of(program_.choices);
        for (int i = 0; i < size_of(each.options); ++i) {
            const model::Option& option = each.options[static_cast<std::size_t>(i)];
            Choice choice;
            choice.points = {*program_.scaled(option.points), *program_.scaled(option.printed_points)};
            choice.case_index = index;
            choice.option_index = i;
            choice.when = add_code(option.when);
            choice.misprinted = option.remarks->erratum != Text{};
            program_.misprinted = program_.misprinted || choice.points[corrected] != choice.points[printed];
            for (const model::Minimum& minimum : option.minima)
                program_.misprinted = program_.misprinted || minimum.corrected != minimum.printed;
            leaf.has_when = leaf.has_when || option.when != nullptr;
            leaf.has_evidence = leaf.has_evidence || !option.remarks->evidence.empty();
            for (const model::Minimum& minimum : option.minima)
                program_.minima.push_back({size_of(program_.leaves), size_of(program_.choices), minimum.star,
                                           add_code(minimum.when), {minimum.corrected, minimum.printed}});
            program_.choices.push_back(choice);
        }
        entry.end_choice = size_of(program_.choices);
        program_.cases.push_back(entry);
    }

    Scaled best(const Leaf& leaf, const model::Node& node, std::size_t print) const {
        if (leaf.free) return *program_.scaled(node.score->high);
        Scaled most = 0, sum = 0;
        for (int i = leaf.first_choice; i < leaf.end_choice; ++i) {
            const Scaled points = program_.choices[static_cast<std::size_t>(i)].points[print];
            most = std::max(most, points);
            sum += points;
        }
        return leaf.any ? std::min(sum, leaf.cap[print]) : most;
    }

    void add_gate(const model::Gate& gate) {
        GateEntry entry;
        entry.effect = gate.effect;
        entry.stars = gate.stars;
        entry.end_leaf = gate.after < 0 ? 0 : program_.nodes[static_cast<std::size_t>(gate.after)].end_leaf;
        entry.when = add_code(gate.when);
        program_.gates.push_back(entry);
    }

    void add_bands() {
        for (auto band = rules().bands.rbegin(); band != rules().bands.rend(); ++band) {
            program_.bands.push_back({band->star, *program_.scaled(band->low), band->low_open});
            program_.stars.push_back(band->star);
        }
    }

    // What a rating depends on beyond the sums: conditions that ask for points and options of the form itself.
    void find_read_leaves() {
        program_.fact_readers.assign(rules().facts.size(), 0);
        const auto see = [&](int code) {
            if (code == none) return;
            const Asked wanted = asked(program_.code[static_cast<std::size_t>(code)]);
            for (int slot : wanted.facts) ++program_.fact_readers[static_cast<std::size_t>(slot)];
            if (wanted.total) read(0, size_of(program_.leaves), false);
            for (int item : wanted.items) read(program_.nodes[static_cast<std::size_t>(item)].first_leaf, program_.nodes[static_cast<std::size_t>(item)].end_leaf, wanted.options);
        };
        for (int code : program_.applies) see(code);
        for (const CaseEntry& each : program_.cases) see(each.when);
        for (const MinimumEntry& each : program_.minima) see(each.when);
        for (const GateEntry& each : program_.gates) see(each.when);
    }
    void read(int first_leaf, int end_leaf, bool option) {
        for (int leaf = first_leaf; leaf < end_leaf; ++leaf) {
            program_.leaves[static_cast<std::size_t>(leaf)].read = true;
            if (option) program_.leaves[static_cast<std::size_t>(leaf)].option_read = true;
        }
    }

    // Rule sets are kept for long and in numbers.
    void trim() {
        program_.choices.shrink_to_fit();
        program_.leaves.shrink_to_fit();
        program_.cases.shrink_to_fit();
        program_.code.shrink_to_fit();
    }

    void add_meanings(std::size_t reading) {
        for (const std::string& word : rules().readings[reading].choices())
            program_.meanings[reading].push_back(meaning(word));
    }

    const Program* same_conditions_;
    Program program_;
    std::vector<int> applies_;  // one a node
    std::shared_ptr<const ReadingWords> reading_words_;  // shared by all codes
};

}  // namespace

Number Program::number(Scaled numerator, std::int64_t denominator) const {
    return *Number::fraction(numerator, denominator * scale);
}

std::optional<Scaled> Program::scaled(const Number& points) const {
    const auto product = multiply(points, Number(scale));
    return product ? product->whole() : std::nullopt;
}

const model::Option& Program::option(const Choice& choice, const Leaf& leaf) const {
    const model::Node& node = rules->nodes[static_cast<std::size_t>(leaf.node)];
    return node.cases[static_cast<std::size_t>(choice.case_index)].options[static_cast<std::size_t>(choice.option_index)];
}

std::string Program::option_name(const Choice& choice, const Leaf& leaf) const {
    const model::Node& node = rules->nodes[static_cast<std::size_t>(leaf.node)];
    const std::string& case_id = node.cases[static_cast<std::size_t>(choice.case_index)].id;
    const std::string& id = option(choice, leaf).id;
    return case_id.empty() ? id : case_id + "." + id;
}

std::shared_ptr<const Program> compile(std::shared_ptr<const model::RuleSet> rules, const Program* same_conditions) {
    return Compiler(std::move(rules), same_conditions).compile();
}

}  // namespace ocop::program
