// Texts, diagnostics and versions for C.
#include "api/c_handles.hpp"
#include "report/fragments.hpp"

namespace c = ocop::c;

ocop::Diagnostic c::told_of(const TooLarge& text) {
    const std::string size = std::to_string(text.size), most = std::to_string(base::limits::file_bytes);
    return {Diagnostic::Severity::error, "too-large", {}, {"văn bản có " + size + " byte, nhiều nhất là " + most, "the text has " + size + " bytes, at most " + most + " are allowed"}, {}};
}

int ocop_abi_version(void) { return OCOP_ABI_VERSION; }
const char* ocop_version(void) { return ocop::version(); }

const char* ocop_status_name(ocop_status status) {
    switch (status) {
        case OCOP_OK: return "ok";
        case OCOP_REFUSED: return "refused";
        case OCOP_BAD_ARGUMENT: return "bad argument";
        case OCOP_NO_MEMORY: return "no memory";
        case OCOP_INTERNAL: return "internal fault";
        case OCOP_STATUS_LARGEST: break;
    }
    return "unknown";
}

const char* ocop_text_data(const ocop_text* text) { return text == nullptr ? "" : text->text.c_str(); }
size_t ocop_text_size(const ocop_text* text) { return text == nullptr ? 0 : text->text.size(); }
void ocop_text_free(ocop_text* text) { delete text; }

size_t ocop_diagnostics_count(const ocop_diagnostics* told) { return told == nullptr ? 0 : told->all.size(); }
void ocop_diagnostics_free(ocop_diagnostics* told) { delete told; }

ocop_status ocop_diagnostics_json(const ocop_diagnostics* told, ocop_text** out) {
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (told == nullptr) return OCOP_BAD_ARGUMENT;
    return c::guarded([&] { return c::give(ocop::report::json_piece(told->all), out); });
}

ocop_status ocop_diagnostics_text(const ocop_diagnostics* told, ocop_language language, ocop_text** out) {
    if (out == nullptr) return OCOP_BAD_ARGUMENT;
    *out = nullptr;
    if (told == nullptr || !c::known(language)) return OCOP_BAD_ARGUMENT;
    return c::guarded([&] {
        std::string all;
        for (const ocop::Diagnostic& each : told->all) all += ocop::to_string(each, c::language_of(language));
        return c::give(std::move(all), out);
    });
}
