// Conditions sorted by what they ask for, so that most answers are found by a fact's text alone.
#include "portfolio/fast_form.hpp"

#include <algorithm>
#include <set>

#include "card/bind.hpp"
#include "program/evaluate.hpp"
#include "rate/rate.hpp"
#include "report/fragments.hpp"

namespace ocop::portfolio {
namespace {

using batch::Answer;
using program::none;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

std::vector<int> readings_in(const program::Code& code) {
    std::set<int> found;
    for (const program::Instruction& each : code.instructions)
        if (each.op == program::Op::reading) found.insert(each.slot);
    return {found.begin(), found.end()};
}

bool plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c < 0x80 && c != '"' && c != '\\'; });
}

}  // namespace

FastForm::FastForm(const Rule& rule) : program(rule.program), plan(batch::plan_of(rule.program)), index(rule.index) {
    const model::RuleSet& rules = *program->rules;
    usable = plan->narrow && plain(rules.id) && rules.evidence.size() < 64 && program->code.size() <= 4096;
    for (std::size_t i = 0; i < program->leaves.size() && usable; ++i) {
        const program::Leaf& leaf = program->leaves[i];
        const model::Node& node = rules.nodes[portfolio::index(leaf.node)];
        criteria.emplace_back();
        criteria.back().id = node.id;
        criteria.back().key = "\"" + node.id + "\":";
        criteria.back().any = leaf.any;
        criteria.back().letters.fill(FastCriterion::other);
        usable = plain(node.id);
        for (int c = 'a'; c <= 'z' && usable; ++c) {
            const auto mark = card::bind_mark(*program, static_cast<int>(i), std::string(1, static_cast<char>(c)));
            if (mark && !leaf.any) criteria.back().letters[portfolio::index(c)] = static_cast<std::uint8_t>(plan->leaves[i].codes.code(*mark));
        }
        bool watch = leaf.has_evidence || leaf.has_when || leaf.end_case - leaf.first_case > 1 || !node.incomplete->empty();
        for (int choice = leaf.first_choice; choice < leaf.end_choice; ++choice) watch = watch || program->choices[portfolio::index(choice)].misprinted;
        if (watch) watched.push_back(static_cast<int>(i));
        needs.emplace_back();
        for (int choice = leaf.first_choice; choice <= leaf.end_choice && leaf.has_evidence; ++choice) {
            Needs& each = needs.back().emplace_back();
            const auto need = [&](const std::vector<int>& ids) {
                for (int id : ids) {
                    if ((each.all >> id & 1U) == 0) each.in_order.push_back(id);
                    each.all |= std::uint64_t{1} << id;
                }
            };
            need(node.remarks->evidence);
            if (choice < leaf.end_choice) need(program->option(program->choices[portfolio::index(choice)], leaf).remarks->evidence);
        }
    }
    for (std::size_t i = 0; i < program->nodes.size(); ++i)
        if (program->nodes[i].parent < 0) parts.push_back(static_cast<int>(i));
    for (const model::Evidence& each : rules.evidence) evidence.push_back(each.id);
    if (usable) find_readers();
    if (usable) find_readings();
}

void FastForm::find_readers() {
    const model::RuleSet& rules = *program->rules;
    for (std::size_t slot = 0; slot < rules.facts.size(); ++slot) {
        assumed.push_back(rules.facts[slot].missing.value_or(base::Value()));
        if (slot < model::slot_declared) continue;
        usable = usable && plain(rules.facts[slot].name);
        facts.emplace_back();
        facts.back().slot = static_cast<int>(slot);
        facts.back().key = "\"" + rules.facts[slot].name + "\":";
    }
    asked_.assign(program->code.size(), false);
    for (int code : plan->deciding) asked_[portfolio::index(code)] = true;
    for (const program::Choice& each : program->choices)
        if (each.when != none) asked_[portfolio::index(each.when)] = true;
    assumed_answers.assign(program->code.size(), batch::ask);
    std::vector<int> without;
    for (int code = 0; code < static_cast<int>(program->code.size()); ++code) {
        if (!asked_[portfolio::index(code)]) continue;
        const batch::Condition& condition = plan->conditions[portfolio::index(code)];
        if (condition.figures) {
            usable = usable && condition.closed;
            continue;
        }
        const program::Asked asked = program::asked(program->code[portfolio::index(code)]);
        without.push_back(code);
        if (asked.facts.size() == 1 && asked.facts[0] >= model::slot_declared) {
            facts[portfolio::index(asked.facts[0] - model::slot_declared)].readers.push_back(code);
        } else if (!asked.facts.empty()) {
            several.push_back(code);
            wants_evidence = wants_evidence || std::find(asked.facts.begin(), asked.facts.end(), static_cast<int>(model::slot_evidence)) != asked.facts.end();
        }
    }
    usable = answer(without, assumed, plan->choices, assumed_answers) && usable;
    wants_values = !several.empty();
}

void FastForm::find_readings() {
    const model::RuleSet& rules = *program->rules;
    for (std::size_t reading = 0; reading < rules.readings.size(); ++reading) {
        const bool by_points = reading >= model::reading_errata || program->reading_used[reading];
        if (reading == model::reading_errata && !program->misprinted && !program->reading_used[reading]) continue;
        if (reading > model::reading_errata && !program->reading_used[reading]) continue;
        if (reading == model::reading_gates_met_by && !by_points) continue;  // of one sheet, or by facts alone: the same
        for (std::size_t k = 0; k < rules.readings[reading].also.size(); ++k) {
            rate::Choices choices = plan->choices;
            choices[reading] = static_cast<int>(k) + 1;
            FastReading other{static_cast<int>(reading), static_cast<int>(k) + 1, rate::decode(*program, choices), nullptr, {}};
            if (by_points) {
                other.plan = batch::plan_of(program, choices);
                for (int code = 0; code < static_cast<int>(program->code.size()); ++code) {
                    const auto used = readings_in(program->code[portfolio::index(code)]);
                    const bool asks = std::find(used.begin(), used.end(), static_cast<int>(reading)) != used.end();
                    if (asks && asked_[portfolio::index(code)] && !plan->conditions[portfolio::index(code)].figures) other.asked.push_back(code);
                }
                wants_values = wants_values || !other.asked.empty();
            }
            readings.push_back(std::move(other));
        }
    }
}

bool FastForm::answer(const std::vector<int>& codes, const std::vector<base::Value>& values, const rate::Choices& choices, std::vector<std::uint8_t>& answers) const {
    for (int code : codes) {
        bool faults = false;
        answers[portfolio::index(code)] = static_cast<std::uint8_t>(rate::truth(*program, code, {values, nullptr, choices}, faults));
        if (faults) return false;
    }
    return true;
}

bool FastForm::answer_alone(FastFact& fact, FastValue& value) const {
    std::vector<base::Value> values(program->rules->facts.size());
    values[portfolio::index(fact.slot)] = value.value;
    for (int code : fact.readers) {
        bool faults = false;
        value.answers.push_back(static_cast<std::uint8_t>(rate::truth(*program, code, {values, nullptr, plan->choices}, faults)));
        if (faults) return false;
    }
    return true;
}

std::uint8_t FastForm::code(std::size_t number, std::string_view text) {
    FastCriterion& criterion = criteria[number];
    if (const std::uint8_t* known = criterion.marks.find(text)) return *known;
    criterion.marks.make_room();
    const auto mark = criterion.any || text.find('+') != std::string_view::npos ? std::nullopt : card::bind_mark(*program, static_cast<int>(number), text);
    return criterion.marks.add(text, mark ? static_cast<std::uint8_t>(plan->leaves[number].codes.code(*mark)) : FastCriterion::other);
}

const FastValue* FastForm::value(FastFact& fact, std::string_view text, bool quoted) {
    // The text before is often the same.
    if (fact.last != nullptr && fact.last_text.size() == text.size() + 1 && (fact.last_text[0] == '"') == quoted && std::string_view(fact.last_text).substr(1) == text) return fact.last;
    fact.last_text.assign(1, quoted ? '"' : ' ');
    fact.last_text += text;
    FastValue* known = fact.values.find(fact.last_text);
    if (known == nullptr) {
        fact.values.make_room();
        FastValue made;
        if (auto value = card::bind_fact(*program, fact.slot, text, quoted)) {
            made.value = std::move(*value);
            made.allowed = answer_alone(fact, made);
        }
        known = &fact.values.add(fact.last_text, std::move(made));
    }
    fact.last = known;
    return known->allowed ? known : nullptr;
}

}  // namespace ocop::portfolio
