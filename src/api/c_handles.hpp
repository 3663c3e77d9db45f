// What the handles of the C interface hold, and the guard that lets nothing through.
#pragma once

#include <ocop/ocop.h>

#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <stdexcept>
#include <string>

#include <ocop/ocop.hpp>

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

// Every function's body: exceptions become statuses.
template <class Body>
ocop_status guarded(Body body) noexcept {
    try {
        return body();
    } catch (const std::bad_alloc&) {
        return OCOP_NO_MEMORY;
    } catch (const std::invalid_argument&) {
        return OCOP_BAD_ARGUMENT;
    } catch (...) {
        return OCOP_INTERNAL;
    }
}

inline std::string_view view(const char* text, std::size_t size) { return size == OCOP_TERMINATED ? std::string_view(text) : std::string_view(text, size); }

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

inline bool known(ocop_language language) { return language == OCOP_VIETNAMESE || language == OCOP_ENGLISH; }
inline bool known(ocop_format format) { return format >= OCOP_PLAIN_TEXT && format <= OCOP_JSON; }
inline Language language_of(ocop_language language) { return language == OCOP_VIETNAMESE ? Language::vi : Language::en; }

// A rating for people, or its trail as data.
std::string explained(const Rating& rating, ocop_language language, ocop_format format);

}  // namespace ocop::c
