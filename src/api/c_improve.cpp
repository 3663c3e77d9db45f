// Ways to more stars, and conditions on their own, for C.
#include "api/c_handles.hpp"

namespace c = ocop::c;

ocop_status ocop_improve(const ocop_rules* rules, const char* card, size_t size, int stars, const char* costs, size_t costs_size, ocop_language language, ocop_format format,
                         ocop_text** out, ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (rules == nullptr || card == nullptr || stars < 0 || !c::known(language) || !c::known(format)) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] {
        ocop::ImproveOptions options;
        if (stars > 0) options.to = stars;
        if (costs != nullptr) {
            auto read = ocop::Costs::from_text(c::view(costs, costs_size), rules->rules);
            if (!read) {
                c::tell(std::move(read.diagnostics), told);
                return OCOP_REFUSED;
            }
            options.costs = std::move(*read.costs);
        }
        const auto read = c::card_of(rules->rules, c::view(card, size), told);
        return read ? c::give(c::written(ocop::improve(rules->rules, *read, options), language, format), out) : OCOP_REFUSED;
    });
}

ocop_status ocop_eval(const char* condition, size_t size, const char* facts, size_t facts_size, ocop_text** out, ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (condition == nullptr) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] {
        auto found = ocop::evaluate(c::view(condition, size), facts == nullptr ? std::string_view("{}") : c::view(facts, facts_size));
        c::tell(std::move(found.diagnostics), told);
        return found.json ? c::give(std::move(*found.json), out) : OCOP_REFUSED;
    });
}
