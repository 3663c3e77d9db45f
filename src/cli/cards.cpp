#include "cli/cards.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace ocop::cli {
namespace {

std::string everything(std::istream& in) { return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}; }

RuleSet::Loaded load(const WrittenCard& card, const Library& library, const CouncilFile& council) {
    if (card.rule_set().empty())
        return {std::nullopt, {{Diagnostic::Severity::error, "no-rule-set", card.place(), {"hồ sơ không nêu bộ tiêu chí", "the scorecard does not name its rule set"},
                                {"ghi một dòng `rule_set: 26-2026/food/tea`", "write `rule_set: 26-2026/food/tea`"}}}};
    if (council.name.empty()) return card.council().empty() ? library.load(card.rule_set()) : library.load(card.rule_set(), card.council());
    RuleSet::Loaded own = library.load(card.rule_set());
    return own ? own.value().with_council(council.text, council.name) : own;
}

}  // namespace

std::optional<std::string> read_file(const std::string& file, const char* what, Output& output) {
    if (file == "-") return everything(std::cin);
    std::ifstream in(file, std::ios::binary);
    std::string text = in ? everything(in) : std::string();
    if (in) return text;
    output.say(std::string("cannot read the ") + what + " `" + file + "`");
    return std::nullopt;
}

WrittenCards read_cards(const std::string& file) { return file == "-" ? WrittenCards::from_text(everything(std::cin), "<stdin>") : WrittenCards::from_file(file); }

bool overwrites(const std::string& to, const std::vector<std::string>& read, Output& output) {
    for (const std::string& each : read) {
        std::error_code not_there;
        if (!std::filesystem::equivalent(each, to, not_there)) continue;
        output.say("`" + to + "` is read in this call and is not overwritten; write to another file");
        return true;
    }
    return false;
}

RuleSet::Loaded rules_of(const WrittenCard& card, const Library& library, const CouncilFile& council) {
    RuleSet::Loaded found = load(card, library, council);
    for (Diagnostic& each : found.diagnostics)
        if (each.place.file.empty()) each.place = card.place();
    return found;
}

}  // namespace ocop::cli
