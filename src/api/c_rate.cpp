// One scorecard for C: JSON in, a result line, a trail or an explanation out.
#include "api/c_handles.hpp"

namespace c = ocop::c;

// The only card in a text; nothing, and what is wrong, where there is none or it does not fit the rule set.
std::optional<ocop::Scorecard> ocop::c::card_of(const ocop::RuleSet& rules, std::string_view json, ocop_diagnostics** told) {
    auto loaded = ocop::Scorecard::from_text(json, rules, "<card>", ocop::CardFormat::json);
    tell(std::move(loaded.diagnostics), told);
    return std::move(loaded.scorecard);
}

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
        const auto found = c::with_its_rules(*library, c::view(card, size), told);
        if (!found) return OCOP_REFUSED;
        auto read = ocop::Scorecard::read(found->written, found->rules);
        c::tell(std::move(read.diagnostics), told);
        return read ? c::give(ocop::report::json_line(found->rules.rate(*read.scorecard).summary()), out) : OCOP_REFUSED;
    });
}

ocop_status ocop_explain(const ocop_rules* rules, const char* card, size_t size, ocop_language language, ocop_format format, ocop_text** out, ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (rules == nullptr || card == nullptr || !c::known(language) || !c::known(format)) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] {
        const auto read = c::card_of(rules->rules, c::view(card, size), told);
        return read ? c::give(c::written(rules->rules.rate(*read).trail(), language, format), out) : OCOP_REFUSED;
    });
}
