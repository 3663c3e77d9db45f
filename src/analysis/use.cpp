// Facts, evidence and readings that nothing in a rule set uses.
#include <fmt/format.h>

#include <functional>
#include <set>

#include "analysis/review.hpp"

namespace ocop::analysis {
namespace {

void each_condition(const model::RuleSet& rules, const std::function<void(const model::Condition&)>& see) {
    const auto look = [&](const model::ConditionPtr& condition) {
        if (condition != nullptr) see(*condition);
    };
    for (const model::Gate& gate : rules.gates) look(gate.when);
    for (const model::Node& node : rules.nodes) {
        look(node.applies);
        for (const model::Case& each : node.cases) {
            look(each.when);
            for (const model::Option& option : each.options) {
                look(option.when);
                for (const model::Minimum& minimum : option.minima) look(minimum.when);
            }
        }
    }
}

std::set<int> facts_read(const model::RuleSet& rules) {
    std::set<int> out;
    each_condition(rules, [&](const model::Condition& condition) {
        for (const model::Read& read : condition.checked->facts) out.insert(read.index);
    });
    return out;
}

std::set<int> readings_asked(const model::RuleSet& rules) {
    std::set<int> out;
    each_condition(rules, [&](const model::Condition& condition) {
        for (const model::Read& read : condition.checked->readings) out.insert(read.index);
    });
    return out;
}

std::set<int> evidence_required(const model::RuleSet& rules) {
    std::set<int> out;
    for (const model::Node& node : rules.nodes) {
        out.insert(node.remarks->evidence.begin(), node.remarks->evidence.end());
        for (const model::Case& each : node.cases)
            for (const model::Option& option : each.options) out.insert(option.remarks->evidence.begin(), option.remarks->evidence.end());
    }
    return out;
}

// Something declared in a file that several rule sets share is used if one of them uses it.
bool used_elsewhere(const model::WrittenAt& origin, const Subject& subject, const Neighbours& neighbours,
                    const std::function<bool(const model::RuleSet&)>& uses) {
    if (*origin.file == subject.rules->file) return false;
    for (const Subject* other : neighbours.all)
        if (other->rules->id != subject.rules->id && uses(*other->rules)) return true;
    return false;
}

void unused(const Subject& subject, base::Report& report, std::string_view section, const std::string& name, std::string_view code, std::string message) {
    const syntax::Written* map = subject.document.root.find(section);
    const syntax::WrittenEntry* entry = map == nullptr ? nullptr : map->entry(name);
    if (entry != nullptr) report.warning(code, entry->key_place(), Text{{}, std::move(message)}, Text{{}, "use it, or take it out (in a shared file: {remove: true} where it is not wanted)"});
}

}  // namespace

void review_use(const Subject& subject, const Neighbours& neighbours, base::Report& report) {
    const model::RuleSet& rules = *subject.rules;
    const std::set<int> read = facts_read(rules), required = evidence_required(rules);
    for (std::size_t i = model::slot_declared; i < rules.facts.size(); ++i) {
        const model::Fact& fact = rules.facts[i];
        if (read.contains(static_cast<int>(i))) continue;
        const auto uses = [&](const model::RuleSet& other) {
            for (int slot : facts_read(other)) {
                const model::Fact& same = other.facts[static_cast<std::size_t>(slot)];
                if (same.name == fact.name && *same.origin.file == *fact.origin.file && same.origin.line == fact.origin.line) return true;
            }
            return false;
        };
        if (!used_elsewhere(fact.origin, subject, neighbours, uses))
            unused(subject, report, "facts", fact.name, "fact-unused", fmt::format("no condition asks for `{}`", fact.name));
    }
    if (!read.contains(model::slot_evidence))
        for (std::size_t i = 0; i < rules.evidence.size(); ++i) {
            const model::Evidence& evidence = rules.evidence[i];
            if (required.contains(static_cast<int>(i))) continue;
            const auto uses = [&](const model::RuleSet& other) {
                for (int index : evidence_required(other)) {
                    const model::Evidence& same = other.evidence[static_cast<std::size_t>(index)];
                    if (same.id == evidence.id && *same.origin.file == *evidence.origin.file) return true;
                }
                return false;
            };
            if (!used_elsewhere(evidence.origin, subject, neighbours, uses))
                unused(subject, report, "evidence", evidence.id, "evidence-unused", fmt::format("nothing requires the evidence `{}`", evidence.id));
        }
    for (std::size_t i = model::reading_count; i < rules.readings.size(); ++i) {
        if (subject.program->reading_used[i]) continue;
        const model::Reading& reading = rules.readings[i];
        const auto uses = [&](const model::RuleSet& other) {
            const int same = other.find_reading(reading.name);
            return same >= 0 && *other.readings[static_cast<std::size_t>(same)].origin.file == *reading.origin.file && readings_asked(other).contains(same);
        };
        if (!used_elsewhere(reading.origin, subject, neighbours, uses))
            unused(subject, report, "readings", reading.name, "reading-unused", fmt::format("no condition asks for the reading `{}`", reading.name));
    }
}

}  // namespace ocop::analysis
