// Words for what is wrong with lines, indentation, brackets and quotes.
#include <fmt/format.h>

#include <algorithm>

#include "yaml/scene.hpp"

namespace ocop::yaml {
namespace {

constexpr auto quote_colon = "a text that holds `: ` stands in quotes";

std::size_t indent(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

// The nearest line above that is neither blank nor a comment.
struct Line {
    std::size_t start = 0;
    std::string_view text;
};

std::optional<Line> line_above(const Scene& scene) {
    std::size_t start = scene.line_start();
    while (start > 0) {
        start = start_of_line(scene.text, start - 1);
        const Line line{start, scene.text.substr(start, end_of_line(scene.text, start) - start)};
        const std::string_view words = trimmed(line.text);
        if (!words.empty() && words[0] != '#') return line;
    }
    return std::nullopt;
}

bool has_colon(std::string_view line) {
    return line.find(": ") != std::string_view::npos || trimmed(line).ends_with(':');
}

// A key at the beginning of its line that YAML took for the second line of the text above it.
std::optional<Words> key_after_open_text(const Scene& scene) {
    const auto above = line_above(scene);
    const std::string_view key = trimmed(scene.before());
    if (!above || has_colon(scene.before()) || key.empty()) return std::nullopt;
    const std::size_t begin = above->start + indent(above->text);
    if (!has_colon(above->text) && !trimmed(above->text).starts_with("- "))
        return Words{"yaml-no-value", begin, end_of_line(scene.text, begin),
                     fmt::format("`{}` stands alone, without `:` and a value", shortened(trimmed(above->text))),
                     "write `key: value`"};
    if (indent(scene.before()) <= indent(above->text)) return std::nullopt;
    const std::size_t start = scene.line_start() + indent(scene.before());
    return Words{
        "yaml-indentation", start, scene.at,
        fmt::format("`{}` is indented deeper than the line above it, which already has a value", shortened(key)),
        "begin both lines in the same column"};
}

std::optional<Words> key_too_long(const Scene& scene) {
    const std::string_view key = trimmed(scene.before());
    if (key.size() <= 1024) return std::nullopt;
    return Words{"yaml-key", scene.line_start() + indent(scene.before()), scene.at,
                 "a key of more than 1,024 characters", "shorten it"};
}

char closing(char open) { return open == '[' ? ']' : '}'; }

bool may_begin_quote(std::string_view text, std::size_t at) {
    return at == 0 || std::string_view(" \t\n[{,:-?").find(text[at - 1]) != std::string_view::npos;
}

}  // namespace

std::string shortened(std::string_view text) {
    if (text.size() <= 40) return std::string(text);
    std::size_t end = 36;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + "…";
}

Words stray_colon(const Scene& scene) {
    if (const auto words = key_too_long(scene)) return *words;
    if (const auto words = key_after_open_text(scene)) return *words;
    return {"yaml-syntax", scene.at, scene.at + 1, "a second `:` in a text without quotes", quote_colon};
}

Words text_after_value(const Scene& scene) {
    const std::string_view before = trimmed(scene.before());
    const std::string found = shortened(trimmed(scene.rest()));
    const std::size_t end = scene.at + scene.rest().size();
    if (before.empty() && scene.rest().starts_with("- "))
        return {"yaml-indentation", scene.at, scene.at + 1, "a list entry where a key was expected",
                "indent it below the key it belongs to"};
    if (before.empty())
        return {"yaml-indentation", scene.at, end,
                fmt::format("`{}` begins in a column where nothing above it begins", found),
                "begin the keys of one map in the same column"};
    if (before.ends_with('\''))
        return {"yaml-syntax", scene.at, end, fmt::format("`{}` follows a text whose quote is closed", found),
                "put the whole text in quotes; inside `'…'` an apostrophe is written twice"};
    if (before.ends_with('"'))
        return {"yaml-syntax", scene.at, end, fmt::format("`{}` follows a text whose quote is closed", found),
                "put the whole text in quotes: '\"A\" = b'"};
    if (before.ends_with(']') || before.ends_with('}'))
        return {"yaml-syntax", scene.at, end, fmt::format("`{}` follows a closed bracket", found),
                "a text that begins with `[` or `{` stands in quotes"};
    return {"yaml-syntax", scene.at, end, fmt::format("`{}` does not belong here", found),
            "a key and its value are written `key: value`"};
}

Words bad_list_line(const Scene& scene) {
    if (!trimmed(scene.before()).empty()) return text_after_value(scene);
    return {"yaml-indentation", scene.at, scene.at + scene.rest().size(),
            fmt::format("`{}` begins in a column that is neither that of the list nor that of its entries",
                        shortened(trimmed(scene.rest()))),
            "begin the keys of one entry in the same column, after `- `"};
}

Words open_bracket(const Scene& scene) {
    const auto open = scene.builder.innermost();
    const bool known = open && open->flow && open->at < scene.text.size();
    const char bracket = known ? scene.text[open->at] : '\0';
    if (bracket != '[' && bracket != '{') return {"yaml-syntax", scene.at, scene.at + 1, "a bracket is not closed", ""};
    const bool same_line = start_of_line(scene.text, open->at) == scene.line_start();
    if (!same_line || scene.at_end())
        return {"yaml-unclosed", open->at, open->at + 1, fmt::format("`{}` is not closed", bracket),
                "a text that begins with it stands in quotes"};
    if (const std::size_t key = scene.rest().find(':'); key != std::string_view::npos && key > 1024)
        return {"yaml-key", scene.at, scene.at + key, "a key of more than 1,024 characters", "shorten it"};
    return {"yaml-syntax", scene.at, scene.at + 1,
            fmt::format("expected `,` or `{}`, found `{}`", closing(bracket), shortened(trimmed(scene.rest()))),
            "inside brackets a text that holds `: `, `,` or a bracket stands in quotes"};
}

Words stray_bracket(const Scene& scene) {
    return {"yaml-syntax", scene.at, scene.at + 1, fmt::format("`{}` closes nothing that is open here", scene.here()),
            "a text that begins with it, or stands in brackets and holds it, stands in quotes"};
}

Words stray_dash(const Scene& scene) {
    if (scene.first_on_line() || trimmed(scene.before()).empty())
        return {"yaml-indentation", scene.at, scene.at + 1, "a list entry `- ` where none was expected",
                "inside brackets entries are separated by commas"};
    return {"yaml-syntax", scene.at, scene.at + 1, "a list begins on the line of its key",
            "begin the list on the next line; a text that begins with `- ` stands in quotes"};
}

std::optional<Words> tab_in_indentation(const Scene& scene) {
    const std::size_t start = scene.line_start();
    const std::string_view line = scene.text.substr(start, end_of_line(scene.text, start) - start);
    const std::string_view blanks = line.substr(0, indent(line));
    const std::size_t tab = blanks.find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    return Words{"yaml-tab", start + tab, start + tab + 1, "a tab in the indentation", "indent with spaces"};
}

std::optional<Words> quote_too_long(const Scene& scene) {
    const auto& quote = scene.builder.last_long_quote();
    if (!quote || quote->end > scene.at || start_of_line(scene.text, quote->end) != scene.line_start())
        return std::nullopt;
    const std::size_t open = quote->span.begin - (quote->same_bytes ? 1 : 0);
    const auto line = 1 + std::count(scene.text.begin() + static_cast<std::ptrdiff_t>(open),
                                     scene.text.begin() + static_cast<std::ptrdiff_t>(quote->end), '\n');
    return Words{
        "yaml-unclosed", open, open + 1,
        fmt::format("the quote `{}` is closed only {} below, before `{}`", scene.text[open],
                    line == 2 ? "on the line" : fmt::format("{} lines", line - 1), shortened(trimmed(scene.rest()))),
        "close it on its own line"};
}

Words quote_not_closed(const Scene& scene) {
    for (std::size_t at = scene.builder.last_end(); at < scene.text.size(); ++at) {
        const char c = scene.text[at];
        if ((c != '"' && c != '\'') || !may_begin_quote(scene.text, at)) continue;
        const auto close = closing_quote(scene.text, at);
        if (!close || *close >= scene.at)
            return {"yaml-unclosed", at, at + 1, fmt::format("the quote `{}` is never closed", c),
                    "close it on its own line"};
        at = *close;
    }
    return {"yaml-unclosed", scene.at, scene.at, "a quote is never closed", ""};
}

}  // namespace ocop::yaml
