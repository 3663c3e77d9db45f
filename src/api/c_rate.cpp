// One scorecard for C: JSON in, a result line, a trail or an explanation out.
#include "api/c_handles.hpp"

namespace c = ocop::c;

std::string ocop::c::explained(const Rating& rating, ocop_language language, ocop_format format) {
    report::Style style;
    style.language = language_of(language);
    switch (format) {
        case OCOP_MARKDOWN: return report::markdown(rating.trail(), style);
        case OCOP_HTML: return report::html(rating.trail(), style);
        case OCOP_JSON: return report::json(rating.trail());
        default: return report::text(rating.trail(), style);
    }
}

// The only card in a text; nothing, and what is wrong, where there is none or it does not fit the rule set.
std::optional<ocop::Scorecard> ocop::c::card_of(const ocop::RuleSet& rules, std::string_view json, ocop_diagnostics** told) {
    auto loaded = ocop::Scorecard::from_text(json, rules, "<card>", ocop::CardFormat::json);
    tell(std::move(loaded.diagnostics), told);
    return std::move(loaded.scorecard);
}

namespace {

// The rule set that a card names, kept by the library.
ocop::RuleSet::Loaded rules_named(const ocop_library& library, const ocop::WrittenCard& card) {
    const std::pair<std::string, std::string> key(card.rule_set(), card.council());
    const std::lock_guard lock(library.mutex);
    if (const auto known = library.kept.find(key); known != library.kept.end()) return {known->second, {}};
    auto loaded = key.second.empty() ? library.library.load(key.first) : library.library.load(key.first, key.second);
    if (loaded) library.kept.emplace(key, *loaded.rule_set);
    return loaded;
}

}  // namespace

ocop_status ocop_rate(const ocop_rules* rules, const char* card, size_t size, ocop_depth depth, ocop_text** out, ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (rules == nullptr || card == nullptr || depth < OCOP_RESULT_LINE || depth > OCOP_REASONS) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] {
        const auto read = c::card_of(rules->rules, c::view(card, size), told);
        if (!read) return OCOP_REFUSED;
        const ocop::Rating rating = rules->rules.rate(*read);
        if (depth == OCOP_RESULT_LINE) return c::give(ocop::report::json_line(rating.summary()), out);
        return c::give(ocop::report::json(rating.trail(depth == OCOP_TRAIL ? ocop::Depth::plain : ocop::Depth::by_criterion)), out);
    });
}

ocop_status ocop_rate_line(const ocop_library* library, const char* card, size_t size, ocop_text** out, ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (library == nullptr || card == nullptr) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] {
        ocop::WrittenCards written = ocop::WrittenCards::from_text(c::view(card, size), "<card>", ocop::CardFormat::json);
        if (written.cards.size() != 1 || !written.diagnostics.empty()) {
            if (written.diagnostics.empty())
                written.diagnostics.push_back({ocop::Diagnostic::Severity::error, "not-one-card", {}, {"ở đây phải có đúng một hồ sơ chấm điểm", "exactly one scorecard was expected here"}, {}});
            c::tell(std::move(written.diagnostics), told);
            return OCOP_REFUSED;
        }
        auto rules = rules_named(*library, written.cards.front());
        if (!rules) {
            c::tell(std::move(rules.diagnostics), told);
            return OCOP_REFUSED;
        }
        auto read = ocop::Scorecard::read(written.cards.front(), *rules.rule_set);
        c::tell(std::move(read.diagnostics), told);
        if (!read.scorecard) return OCOP_REFUSED;
        return c::give(ocop::report::json_line(rules.rule_set->rate(*read.scorecard).summary()), out);
    });
}

ocop_status ocop_explain(const ocop_rules* rules, const char* card, size_t size, ocop_language language, ocop_format format, ocop_text** out, ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (rules == nullptr || card == nullptr || !c::known(language) || !c::known(format)) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] {
        const auto read = c::card_of(rules->rules, c::view(card, size), told);
        return read ? c::give(c::explained(rules->rules.rate(*read), language, format), out) : OCOP_REFUSED;
    });
}
