// The rule set that a scorecard names, for C: loaded once and kept by the library.
#include "api/c_handles.hpp"

namespace ocop::c {
namespace {

Diagnostic error(const char* code, Place place, Text message, Text help = {}) {
    return {Diagnostic::Severity::error, code, std::move(place), std::move(message), std::move(help)};
}

// What is wrong with a name has its place on the card, where it has none of its own.
RuleSet::Loaded load(const Library& library, const WrittenCard& card) {
    if (card.rule_set().empty())
        return {std::nullopt, {error("no-rule-set", card.place(), {"hồ sơ không nêu bộ tiêu chí", "the scorecard does not name its rule set"},
                                     {"ghi thêm \"rule_set\": \"26-2026/food/tea\"", "add \"rule_set\": \"26-2026/food/tea\""})}};
    auto loaded = card.council().empty() ? library.load(card.rule_set()) : library.load(card.rule_set(), card.council());
    for (Diagnostic& each : loaded.diagnostics)
        if (each.place.file.empty()) each.place = card.place();
    return loaded;
}

RuleSet::Loaded kept(const ocop_library& library, const WrittenCard& card) {
    const std::pair<std::string, std::string> key(card.rule_set(), card.council());
    const std::lock_guard lock(library.mutex);
    if (const auto known = library.kept.find(key); known != library.kept.end()) return {known->second, {}};
    auto loaded = load(library.library, card);
    if (loaded) library.kept.emplace(key, *loaded.rule_set);
    return loaded;
}

}  // namespace

std::optional<NamedCard> with_its_rules(const ocop_library& library, std::string_view json, ocop_diagnostics** told) {
    WrittenCards written = WrittenCards::from_text(json, "<card>", CardFormat::json);
    if (written.cards.size() != 1 && written.diagnostics.empty())
        written.diagnostics.push_back(error("not-one-card", {}, {"ở đây phải có đúng một hồ sơ chấm điểm", "exactly one scorecard was expected here"}));
    if (!written.diagnostics.empty()) {
        tell(std::move(written.diagnostics), told);
        return std::nullopt;
    }
    auto rules = kept(library, written.cards.front());
    if (rules) return NamedCard{std::move(written.cards.front()), std::move(*rules.rule_set)};
    tell(std::move(rules.diagnostics), told);
    return std::nullopt;
}

}  // namespace ocop::c
