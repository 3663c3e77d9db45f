// Gates: what rejects a dossier, stops its assessment, or caps its stars.
#include <fmt/format.h>

#include "model/reader.hpp"
#include "yaml/scalar.hpp"

namespace ocop::model {

void Reader::read_gates(const Written* at) {
    if (at == nullptr || !is_list(*at, "`gates`")) return;
    for (const Written& each : at->items) read_gate(each);
}

void Reader::read_gate(const Written& at) {
    if (!is_map(at, "a gate")) return;
    known_keys(at, "a gate", {"id", "when", "effect", "stars", "after", "title", "notes", "cite", "basis"});
    Gate gate;
    gate.id = id(at, "a gate");
    if (const auto [first, added] = gate_places_.emplace(gate.id, &at); !added && !gate.id.empty())
        error(at, "duplicate-id", fmt::format("the gate `{}` repeats line {}", gate.id, first->second->place().line));
    const std::string what = fmt::format("the gate `{}`", gate.id);
    gate.title = title(at, what);
    notes(at);
    gate.cite = cite(at, what);
    gate.origin = origin(at);
    static const std::vector<std::string> effects = {"reject", "stop", "cap"};
    const Written* effect = at.find("effect");
    const auto word = effect == nullptr ? std::nullopt : yaml::read_text(*effect, "effect", report_);
    if (effect == nullptr) error(at, "key-missing", fmt::format("{} has no `effect`", what), "effect: reject, stop or cap");
    if (word == "stop") gate.effect = Effect::stop;
    else if (word == "cap") gate.effect = Effect::cap;
    else if (word && *word != "reject") error(*effect, "unknown-value", fmt::format("`{}` is no effect; expected {}", *word, base::one_of(effects)), base::did_you_mean(*word, effects));
    const Written* stars = at.find("stars");
    if (gate.effect == Effect::cap && stars == nullptr) error(at, "key-missing", fmt::format("{} caps the stars, but has no `stars`", what));
    if (stars != nullptr && gate.effect != Effect::cap) error(*stars, "misplaced-key", "only a gate with effect cap has `stars`");
    else if (stars != nullptr) gate.stars = star(stars->text, *stars).value_or(0);
    if (const Written* after = at.find("after")) {
        const auto wanted = yaml::read_text(*after, "after", report_);
        if (gate.effect != Effect::stop) error(*after, "misplaced-key", "only a gate with effect stop has `after`");
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < rules_.nodes.size(); ++i) {
            ids.push_back(rules_.nodes[i].id);
            if (wanted && rules_.nodes[i].id == *wanted) gate.after = static_cast<int>(i);
        }
        if (wanted && gate.after < 0 && !rules_.nodes.empty()) error(*after, "unknown-item", fmt::format("the form has no criterion, section or part `{}`", *wanted), base::did_you_mean(*wanted, ids));
    }
    const std::size_t number = rules_.gates.size();
    rules_.gates.push_back(std::move(gate));
    Use use;
    use.options = false;
    if (const Written* when = at.find("when")) later(*when, use, [this, number](ConditionPtr c) { rules_.gates[number].when = std::move(c); });
    else error(at, "key-missing", fmt::format("{} has no `when`", what));
}

// A stop gate is decided at its place, so it may not read what comes after.
void Reader::check_stops() {
    for (const Gate& gate : rules_.gates) {
        if (gate.effect != Effect::stop) continue;
        const int end = gate.after < 0 ? 0 : rules_.nodes[static_cast<std::size_t>(gate.after)].end;
        const Checked& checked = *gate.when->checked;
        const auto complain = [&](base::Span span, const std::string& what) {
            report_.error("stop-reads-ahead", checked.condition->source->place(span),
                          fmt::format("the gate `{}` stops the assessment {} but reads {}, which comes later", gate.id,
                                      gate.after < 0 ? "before everything" : "after `" + rules_.nodes[static_cast<std::size_t>(gate.after)].id + "`", what));
        };
        for (const Read& read : checked.points) {
            const Node& node = rules_.nodes[static_cast<std::size_t>(read.index)];
            if (node.end > end) complain(read.span, "`" + node.id + "`");
        }
        if (checked.total && end < static_cast<int>(rules_.nodes.size())) complain(checked.condition->span, "`total`");
    }
}

}  // namespace ocop::model
