// Usual slips, known by what stands where the parse stopped.
#include "syntax/explain_condition.hpp"

#include "syntax/terminals.hpp"

namespace ocop::syntax {
namespace {

struct Slip {
    std::string_view sign, help;
};

// Longer signs first where one begins another.
constexpr Slip slips[] = {
    {"===", "equality is written with one `=`"},
    {"==", "equality is written with one `=`"},
    {"=>", "write `>=`"},
    {"=<", "write `<=`"},
    {"=!", "inequality is written `!=`"},
    {"<>", "inequality is written `!=`"},
    {"&&", "write `and`"},
    {"&", "write `and`"},
    {"||", "write `or`"},
    {"|", "write `or`"},
    {"!", "write `not(…)`"},
    {"..", "a range stands in brackets: [1..5], or (1..5) without its ends"},
    {"**", "powers are not part of this language"},
    {"^", "powers are not part of this language"},
    {"≥", "write `>=`"},
    {"≤", "write `<=`"},
    {"≠", "write `!=`"},
    {"×", "write `*`"},
    {"÷", "write `/`"},
    {"−", "write the minus sign of the keyboard: `-`"},
    {"–", "write the minus sign of the keyboard: `-`"},
    {"“", "texts stand in straight quotes: \"…\""},
    {"”", "texts stand in straight quotes: \"…\""},
    {"„", "texts stand in straight quotes: \"…\""},
    {"‘", "names with spaces stand in straight quotes: '…'"},
    {"’", "names with spaces stand in straight quotes: '…'"},
    {"`", "names with spaces stand in straight quotes: '…'"},
    {"/*", "this comment is not closed"},
    {"\"", "this text is not closed"},
    {"'", "this name is not closed, or empty"},
    {"{", "contexts are not part of this language"},
    {"@", "write a day as date(\"2026-05-22\")"},
    {"?", "`?` is not part of this language; write the name of the fact"},
    {";", "arguments and values are separated by commas"},
    {",", "decimals are written with a point, as in 4.5; several values stand in [ ] or ( )"},
};

struct Foreign {
    std::string_view word, help;
};

constexpr Foreign foreign[] = {
    {"for", "`for` is not part of this language; see `some` and `every`"},
    {"return", "`return` is not part of this language; see `some` and `every`"},
    {"function", "functions of one's own are not part of this language"},
    {"instance", "`instance of` is not part of this language; types are checked when the condition is read"},
    {"not", "write `not(…)`"},
    {"AND", "write `and`"},
    {"OR", "write `or`"},
    {"và", "write `and`"},
    {"hoặc", "write `or`"},
};

bool ends_value(std::string_view before) {
    while (!before.empty() && (before.back() == ' ' || before.back() == '\t' || before.back() == '\n')) before.remove_suffix(1);
    if (before.empty()) return false;
    const char last = before.back();
    return last == ')' || last == ']' || last == '"' || last == '\'' || (last >= '0' && last <= '9') || scan_identifier(before.substr(before.size() - 1)) == 1;
}

}  // namespace

std::size_t word_at(std::string_view rest) {
    for (const Slip& slip : slips)
        if (slip.sign.size() > 1 && rest.substr(0, slip.sign.size()) == slip.sign) return slip.sign.size();
    if (const std::size_t name = scan_identifier(rest)) return name;
    if (const std::size_t number = scan_number(rest)) return number;
    std::size_t size = rest.empty() ? 0 : 1;
    while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0U) == 0x80U) ++size;
    return size;
}

std::string help_for(std::string_view before, std::string_view rest) {
    for (const Slip& slip : slips)
        if (rest.substr(0, slip.sign.size()) == slip.sign) return std::string(slip.help);
    for (const Foreign& each : foreign)
        if (scan_word(rest, each.word)) return std::string(each.help);
    if (!rest.empty() && rest[0] == '[' && ends_value(before)) return "filters are not part of this language; see `some` and `every`";
    if (!rest.empty() && rest[0] == '%') return "a unit stands right behind its number: 50%";
    if (scan_identifier(rest) && ends_value(before)) return "a name with spaces stands in quotes: 'two words'";
    return {};
}

}  // namespace ocop::syntax
