// The parser's complaints in plain words. What it says is poor ("illegal map value"), but it is always the same few
// things that authors write, so the place tells which.
#include "yaml/explain.hpp"

#include <fmt/format.h>

#include <array>

#include "yaml/scene.hpp"

namespace ocop::yaml {
namespace {

std::string in_quotes(char c) { return fmt::format("a text that begins with `{}` stands in quotes", c); }

// The whole character at `at`, for quoting it.
std::string_view character(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    return text.substr(at, end - at);
}

// The nearest of these signs at or before the fault: the parser stops a little after what it stumbled over.
std::size_t sign_before(const Scene& scene, std::string_view signs) {
    const std::size_t found = scene.text.find_last_of(signs, scene.at);
    return found == std::string_view::npos || found < start_of_line(scene.text, scene.at == 0 ? 0 : scene.at - 1)
               ? scene.at
               : found;
}

Words unknown_sign(const Scene& scene) {
    if (scene.at >= scene.text.size())
        return {"yaml-syntax", scene.at, scene.at, "the file ends in the middle of a value", ""};
    const std::string_view sign = character(scene.text, scene.at);
    const std::string shown = sign == "`" ? "a backtick" : fmt::format("`{}`", sign);
    return {"yaml-syntax", scene.at, scene.at + sign.size(), fmt::format("a text cannot begin with {}", shown),
            fmt::format("a text that begins with {} stands in quotes", shown)};
}

Words block_text(const Scene& scene) {
    const std::size_t sign = sign_before(scene, "|>");
    const char c = sign < scene.text.size() ? scene.text[sign] : '>';
    return {"yaml-block-text", sign, end_of_line(scene.text, sign),
            fmt::format("`{}` begins a text on the lines below it, and more follows on this line", c), in_quotes(c)};
}

Words bad_escape(const Scene& scene) {
    const std::size_t sign = sign_before(scene, "\\");
    return {"yaml-escape", sign, sign + 2,
            fmt::format("`{}` is no escape in a text in double quotes", scene.text.substr(sign, 2)),
            "write `\\\\` for a backslash, or use single quotes"};
}

Words anchor(const Scene& scene) {
    const std::size_t sign = sign_before(scene, "&");
    return {"yaml-anchor", sign, sign + 1, "`&` begins a YAML anchor; anchors are not used here", in_quotes('&')};
}

Words alias(const Scene& scene) {
    const std::size_t sign = sign_before(scene, "*");
    return {"yaml-alias", sign, sign + 1, "`*` begins a YAML alias; aliases are not used here", in_quotes('*')};
}

Words tag(const Scene& scene) {
    const std::size_t sign = sign_before(scene, "!");
    return {"yaml-tag", sign, sign + 1, "`!` begins a YAML tag; tags are not used here",
            "a text that begins with `!` stands in quotes; a condition is negated by `not(...)`"};
}

Words question(const Scene& scene) {
    return {"yaml-syntax", scene.at, scene.at + 1, "`? ` where no key can stand", in_quotes('?')};
}
Words too_deep(const Scene& scene) {
    return {"too-deep", scene.at, scene.at + 1, "too many lists and maps inside each other", ""};
}

struct Row {
    std::string_view message;  // as the parser's begins
    Words (*words)(const Scene&);
};

constexpr std::array rows = {
    Row{"illegal map value", stray_colon},
    Row{"end of map not found", text_after_value},
    Row{"end of sequence not found", bad_list_line},
    Row{"end of map flow not found", open_bracket},
    Row{"end of sequence flow not found", open_bracket},
    Row{"illegal flow end", stray_bracket},
    Row{"illegal block entry", stray_dash},
    Row{"illegal map key", question},
    Row{"unknown token", unknown_sign},
    Row{"unexpected character in block scalar", block_text},
    Row{"cannot set zero indentation", block_text},
    Row{"illegal EOF in scalar", quote_not_closed},
    Row{"illegal document indicator", quote_not_closed},
    Row{"unknown escape character", bad_escape},
    Row{"bad character found while scanning hex", bad_escape},
    Row{"invalid unicode", bad_escape},
    Row{"anchor not found", anchor},
    Row{"illegal character found while scanning anchor", anchor},
    Row{"cannot assign multiple anchors", anchor},
    Row{"alias not found", alias},
    Row{"illegal character found while scanning alias", alias},
    Row{"the referenced anchor", alias},
    Row{"aliases can't have", alias},
    Row{"cannot assign multiple tags", tag},
    Row{"tag handle", tag},
    Row{"illegal character found while scanning tag", tag},
    Row{"end of verbatim tag", tag},
    Row{"bad file", too_deep},
};

// These are what a tab or a quote closed too late brings about; of other faults they are not the cause.
bool is_layout(std::string_view message) {
    return message.starts_with("illegal map") || message.starts_with("illegal block") ||
           message.starts_with("illegal tab") || message.starts_with("end of");
}

Words words_for(std::string_view message, const Scene& scene) {
    if (is_layout(message)) {
        if (auto words = tab_in_indentation(scene)) return *words;
        if (auto words = quote_too_long(scene)) return *words;
    }
    for (const Row& row : rows)
        if (message.starts_with(row.message)) return row.words(scene);
    return {"yaml-syntax", scene.at, scene.at + 1, "this cannot be read as YAML", ""};
}

Place place_of(const base::Source& source, std::size_t begin, std::size_t end) {
    return source.place({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

}  // namespace

void explain(const Fault& fault, const base::Source& source, const Builder& builder, base::Report& report) {
    const Scene scene{source.text(), std::min(fault.at, source.text().size()), builder};
    Words words = words_for(fault.message, scene);
    report.error(words.code, place_of(source, words.begin, words.end), std::move(words.message), std::move(words.help));
}

void report_text_after(const base::Source& source, std::size_t at, base::Report& report) {
    const std::string_view rest = source.text().substr(std::min(at, source.text().size()));
    const Place place = place_of(source, at, end_of_line(source.text(), std::min(at, source.text().size())));
    if (rest.starts_with("---"))
        report.error("yaml-second-document", place, "a second document begins here; a file holds one",
                     "put it in a file of its own");
    else if (rest.starts_with(':'))
        report.error("yaml-syntax", place, "a `:` without a blank after it", "write `key: value`");
    else
        report.error("yaml-text-after", place,
                     fmt::format("`{}` stands after the end of the document",
                                 shortened(trimmed(rest.substr(0, rest.find('\n'))))),
                     "begin the keys of one map in the same column");
}

}  // namespace ocop::yaml
