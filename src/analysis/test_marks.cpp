// `all: best` and the like to a mark for each criterion.
#include "analysis/test_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "rate/assess.hpp"
#include "yaml/scalar.hpp"

namespace ocop::analysis {
namespace {

using program::Choice;
using program::Leaf;
using program::none;
using yaml::Node;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

const std::vector<std::string> words = {"best", "worst", "none", "missing", "minimum 3", "minimum 4", "minimum 5"};

// Cases and minima are asked for before anything is marked.
class NothingMarked final : public program::Figures {
public:
    base::Value points(int) const override { return {}; }
    base::Value option(int) const override { return {}; }
    base::Value total() const override { return {}; }
};

class MarkWriter {
public:
    MarkWriter(const program::Program& program, const card::Card& facts, base::Report& report)
        : program_(program), rules_(*program.rules), facts_(facts), report_(report), readings_(rules_.readings.size(), 0) {}

    Node write(const Node& marks) {
        if (marks.kind != Node::Kind::map) return marks;  // said when the card is read
        for (const yaml::Entry& each : marks.entries) note(each);
        Node out;
        out.kind = Node::Kind::map;
        out.span = marks.span;
        out.source = marks.source;
        for (int leaf = 0; leaf < static_cast<int>(program_.leaves.size()); ++leaf)
            if (auto entry = mark(leaf)) out.entries.push_back(std::move(*entry));
        return out;
    }

private:
    void note(const yaml::Entry& each) {
        const model::Node* item = rules_.find(each.key);
        if (each.key != "all" && item == nullptr) return unknown(each);
        if (item != nullptr && item->leaf()) {
            given_[each.key] = &each;
            return;
        }
        const std::string& word = each.value.text;
        if (each.value.kind == Node::Kind::scalar && (is_word(word) || minimum_star(word) > 0)) given_[each.key] = &each;
        else
            report_.error("no-such-mark", each.value.place(),
                          fmt::format("`{}` stands for many criteria and takes {}, found {}", each.key, base::one_of(words), yaml::described(each.value)),
                          base::did_you_mean(word, words));
    }

    void unknown(const yaml::Entry& each) {
        std::vector<std::string> ids = {"all"};
        for (const model::Node& node : rules_.nodes) ids.push_back(node.id);
        report_.error("unknown-criterion", each.key_place(), fmt::format("the rule set has no criterion, section or part `{}`", each.key),
                      base::did_you_mean(each.key, ids));
    }

    static bool is_word(const std::string& word) { return word == "best" || word == "worst" || word == "none" || word == "missing"; }

    // "minimum 4": 4; else 0.
    static int minimum_star(const std::string& word) {
        if (!word.starts_with("minimum ") || word.size() != 9 || word[8] < '1' || word[8] > '9') return 0;
        return word[8] - '0';
    }

    const yaml::Entry* nearest(int leaf) const {
        for (int node = program_.leaves[index(leaf)].node; node >= 0; node = rules_.nodes[index(node)].parent) {
            const auto found = given_.find(rules_.nodes[index(node)].id);
            if (found != given_.end()) return found->second;
        }
        const auto all = given_.find("all");
        return all == given_.end() ? nullptr : all->second;
    }

    std::optional<yaml::Entry> mark(int leaf) const {
        const yaml::Entry* entry = nearest(leaf);
        if (entry == nullptr) return std::nullopt;
        const std::string& id = rules_.nodes[index(program_.leaves[index(leaf)].node)].id;
        yaml::Entry out = *entry;
        out.key = id;
        const std::string word = entry->value.kind == Node::Kind::scalar ? entry->value.text : std::string();
        if ((!is_word(word) && minimum_star(word) == 0) || names_option(leaf, word)) return out;
        if (word == "missing") return std::nullopt;
        out.value = stands_for(leaf, word, entry->value);
        return out;
    }

    bool names_option(int leaf, const std::string& word) const {
        const Leaf& form = program_.leaves[index(leaf)];
        for (int i = form.first_choice; i < form.end_choice; ++i)
            if (program_.option_name(program_.choices[index(i)], form) == word) return true;
        return false;
    }

    Node stands_for(int leaf, const std::string& word, const Node& at) const {
        const Leaf& form = program_.leaves[index(leaf)];
        if (form.free) return scalar(free_points(form, word), at);
        const program::CaseEntry& options = program_.cases[index(case_of(form))];
        if (form.any) return ticked(form, options, word, at);
        if (word == "none") return scalar(zero(form, options), at);
        int found = word == "best" || word == "worst" ? none : least_for(form, options, minimum_star(word));
        for (int i = options.first_choice; found == none && i < options.end_choice; ++i)
            if (is_extreme(i, options, word == "best")) found = i;
        return scalar(program_.option_name(program_.choices[index(found)], form), at);
    }

    bool is_extreme(int choice, const program::CaseEntry& options, bool most) const {
        for (int i = options.first_choice; i < options.end_choice; ++i) {
            const auto other = program_.choices[index(i)].points[0], own = program_.choices[index(choice)].points[0];
            if (most ? other > own : other < own) return false;
        }
        return true;
    }

    // Where the facts name no case, the first.
    int case_of(const Leaf& form) const {
        for (int i = form.first_case; i < form.end_case; ++i) {
            const int when = program_.cases[index(i)].when;
            if (when != none && holds(when)) return i;
        }
        return form.first_case;
    }

    bool holds(int code) const {
        const NothingMarked nothing;
        bool faults = false;
        return rate::truth(program_, code, {facts_.facts, &nothing, readings_}, faults) == rate::Truth::yes;
    }

    // The option that is the least a product of that many stars must have; `none` where nothing is asked.
    int least_for(const Leaf& form, const program::CaseEntry& options, int star) const {
        int found = none;
        for (int i = form.first_minimum; i < form.end_minimum; ++i) {
            const program::MinimumEntry& each = program_.minima[index(i)];
            const bool here = each.choice >= options.first_choice && each.choice < options.end_choice && each.stands[0] && each.star <= star;
            if (here && (each.when == none || holds(each.when))) found = each.choice;  // by stars, ascending
        }
        return found;
    }

    // `0` names the zero option; with several cases it needs the case's name.
    std::string zero(const Leaf& form, const program::CaseEntry& options) const {
        for (int i = options.first_choice; i < options.end_choice; ++i)
            if (program_.choices[index(i)].points[0] == 0) return program_.option_name(program_.choices[index(i)], form);
        return "0";
    }

    Node ticked(const Leaf& form, const program::CaseEntry& options, const std::string& word, const Node& at) const {
        if (word != "best") return scalar("0", at);
        Node out = at;
        out.kind = Node::Kind::list;
        out.text.clear();
        for (int i = options.first_choice; i < options.end_choice; ++i)
            out.items.push_back(scalar(program_.option_name(program_.choices[index(i)], form), at));
        return out;
    }

    std::string free_points(const Leaf& form, const std::string& word) const {
        const model::Score& score = *rules_.nodes[index(form.node)].score;
        return word == "best" ? score.high.text() : score.low.text();
    }

    static Node scalar(std::string text, const Node& at) {
        Node out = at;
        out.text = std::move(text);
        out.verbatim = false;
        out.quoted = true;
        return out;
    }

    const program::Program& program_;
    const model::RuleSet& rules_;
    const card::Card& facts_;
    base::Report& report_;
    std::vector<int> readings_;  // each as chosen
    std::map<std::string, const yaml::Entry*> given_;
};

}  // namespace

Node written_marks(const Node& marks, const program::Program& program, const card::Card& facts, base::Report& report) {
    return MarkWriter(program, facts, report).write(marks);
}

}  // namespace ocop::analysis
