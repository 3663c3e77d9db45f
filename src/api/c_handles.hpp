// What the handles of the C interface hold, and the guard that lets nothing through.
#pragma once

#include <ocop/ocop.h>

#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>

#include <ocop/ocop.hpp>

#include "base/limits.hpp"

struct ocop_text {
    std::string text;
};

struct ocop_diagnostics {
    ocop::Diagnostics all;
};

struct ocop_library {
    ocop::Library library;
    // Rule sets that cards have named, under the councils that they have named.
    mutable std::mutex mutex;
    mutable std::map<std::pair<std::string, std::string>, ocop::RuleSet> kept;
};

struct ocop_rules {
    ocop::RuleSet rules;
};

struct ocop_batch {
    ocop::Batch batch;
};

namespace ocop::c {

inline void clear(ocop_diagnostics** told) {
    if (told != nullptr) *told = nullptr;
}
inline void tell(Diagnostics all, ocop_diagnostics** told) {
    if (told != nullptr && !all.empty()) *told = new ocop_diagnostics{std::move(all)};
}
inline ocop_status give(std::string text, ocop_text** out) {
    *out = new ocop_text{std::move(text)};
    return OCOP_OK;
}

// A text that no reader would take; it is not looked at.
struct TooLarge {
    std::size_t size = 0;
};
Diagnostic told_of(const TooLarge& text);

inline std::size_t bytes(const char* text, std::size_t size) { return size == OCOP_TERMINATED ? std::strlen(text) : size; }

// Throws std::invalid_argument for more bytes than there can be.
inline std::string_view view(const char* text, std::size_t size) {
    size = bytes(text, size);
    if (size > PTRDIFF_MAX) throw std::invalid_argument("a text has a size that none can have");
    if (size > base::limits::file_bytes) throw TooLarge{size};
    return {text, size};
}

// Every function's body: exceptions become statuses.
template <class Body>
ocop_status guarded(ocop_diagnostics** told, Body body) noexcept {
    try {
        try {
            return body();
        } catch (const TooLarge& text) {
            tell({told_of(text)}, told);
            return OCOP_REFUSED;
        }
    } catch (const std::bad_alloc&) {
        return OCOP_NO_MEMORY;
    } catch (const std::invalid_argument&) {
        return OCOP_BAD_ARGUMENT;
    } catch (...) {
        return OCOP_INTERNAL;
    }
}
template <class Body>
ocop_status guarded(Body body) noexcept {
    return guarded(nullptr, std::move(body));
}

inline bool known(ocop_language language) { return language == OCOP_VIETNAMESE || language == OCOP_ENGLISH; }
inline bool known(ocop_format format) { return format >= OCOP_PLAIN_TEXT && format <= OCOP_JSON; }
inline Language language_of(ocop_language language) { return language == OCOP_VIETNAMESE ? Language::vi : Language::en; }

// A trail, or ways to more stars: for people, or as data.
template <class Told>
std::string written(const Told& told, ocop_language language, ocop_format format) {
    report::Style style;
    style.language = language_of(language);
    switch (format) {
        case OCOP_MARKDOWN: return report::markdown(told, style);
        case OCOP_HTML: return report::html(told, style);
        case OCOP_JSON: return report::json(told);
        default: return report::text(told, style);
    }
}

// The only card in a text; nothing, and what is wrong, where there is none or it does not fit the rule set.
std::optional<Scorecard> card_of(const RuleSet& rules, std::string_view json, ocop_diagnostics** told);

// The only card in a text, and the rule set that it names under the council that it names; nothing, and what is wrong, else.
struct NamedCard {
    WrittenCard written;
    RuleSet rules;
};
std::optional<NamedCard> with_its_rules(const ocop_library& library, std::string_view json, ocop_diagnostics** told);

}  // namespace ocop::c
