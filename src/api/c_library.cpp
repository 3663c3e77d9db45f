// Libraries and rule sets for C.
#include "api/c_handles.hpp"
#include "report/fragments.hpp"

namespace c = ocop::c;

namespace {

ocop_status rules_of(ocop::RuleSet::Loaded loaded, ocop_rules** out, ocop_diagnostics** told) {
    c::tell(std::move(loaded.diagnostics), told);
    if (!loaded.rule_set) return OCOP_REFUSED;
    *out = new ocop_rules{std::move(*loaded.rule_set)};
    return OCOP_OK;
}

}  // namespace

ocop_status ocop_library_open(const char* const* directories, size_t count, ocop_library** out, ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (directories == nullptr && count > 0) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] {
        std::vector<std::filesystem::path> all;
        for (size_t i = 0; i < count; ++i) {
            if (directories[i] == nullptr) return OCOP_BAD_ARGUMENT;
            all.emplace_back(directories[i]);
        }
        auto opened = ocop::Library::open(std::move(all));
        c::tell(std::move(opened.diagnostics), told);
        if (!opened) return OCOP_REFUSED;
        *out = new ocop_library{*opened.library, {}, {}};
        return OCOP_OK;
    });
}

ocop_status ocop_library_from_memory(const ocop_file* files, size_t count, ocop_library** out) {
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (files == nullptr && count > 0) return OCOP_BAD_ARGUMENT;
    return c::guarded([&] {
        std::vector<std::pair<std::string, std::string>> all;
        for (size_t i = 0; i < count; ++i) {
            if (files[i].path == nullptr || files[i].text == nullptr) return OCOP_BAD_ARGUMENT;
            if (c::bytes(files[i].text, files[i].size) > ocop::base::limits::file_bytes) return OCOP_BAD_ARGUMENT;
            all.emplace_back(files[i].path, c::view(files[i].text, files[i].size));
        }
        *out = new ocop_library{ocop::Library::from_files(std::move(all)), {}, {}};
        return OCOP_OK;
    });
}

ocop_status ocop_library_list(const ocop_library* library, ocop_text** out, ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (library == nullptr) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] {
        ocop::Diagnostics all;
        const auto listed = library->library.list(&all);
        c::tell(std::move(all), told);
        return c::give(ocop::report::json_piece(listed), out);
    });
}

void ocop_library_free(ocop_library* library) { delete library; }

ocop_status ocop_rules_load(const ocop_library* library, const char* id, const char* council, ocop_rules** out, ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (library == nullptr || id == nullptr) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] { return rules_of(council == nullptr ? library->library.load(id) : library->library.load(id, council), out, told); });
}

ocop_status ocop_rules_for_card(const ocop_library* library, const char* card, size_t size, ocop_rules** out, ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (library == nullptr || card == nullptr) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] {
        auto found = c::with_its_rules(*library, c::view(card, size), told);
        if (!found) return OCOP_REFUSED;
        *out = new ocop_rules{std::move(found->rules)};
        return OCOP_OK;
    });
}

ocop_status ocop_rules_from_text(const char* yaml, size_t size, const char* name, ocop_rules** out, ocop_diagnostics** told) {
    c::clear(told);
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (yaml == nullptr) return OCOP_BAD_ARGUMENT;
    return c::guarded(told, [&] { return rules_of(ocop::RuleSet::from_text(c::view(yaml, size), name == nullptr ? "<text>" : name), out, told); });
}

const char* ocop_rules_id(const ocop_rules* rules) { return rules == nullptr ? nullptr : rules->rules.id().c_str(); }
const char* ocop_rules_digest(const ocop_rules* rules) { return rules == nullptr ? nullptr : rules->rules.digest().c_str(); }
void ocop_rules_free(ocop_rules* rules) { delete rules; }

ocop_status ocop_rules_show(const ocop_rules* rules, ocop_language language, ocop_format format, ocop_text** out) {
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (rules == nullptr || !c::known(language) || (format != OCOP_PLAIN_TEXT && format != OCOP_JSON)) return OCOP_BAD_ARGUMENT;
    return c::guarded([&] {
        ocop::report::Style style;
        style.language = c::language_of(language);
        return c::give(format == OCOP_JSON ? ocop::report::show_json(rules->rules) : ocop::report::show(rules->rules, style), out);
    });
}
