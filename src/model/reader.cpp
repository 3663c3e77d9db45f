// Keys, texts, citations and conditions: what every construct has.
#include "model/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "yaml/scalar.hpp"

namespace ocop::model {

using Kind = syntax::Written::Kind;

void Reader::error(const Written& at, std::string_view code, std::string message, std::string help) {
    report_.error(code, at.place(), std::move(message), std::move(help));
}

bool Reader::is_map(const Written& at, std::string_view what) {
    if (at.is_map()) return true;
    error(at, "wrong-type", fmt::format("{} is a map of keys and values, found {}", what, yaml::described(at)));
    return false;
}

bool Reader::is_list(const Written& at, std::string_view what) {
    if (at.is_list()) return true;
    error(at, "wrong-type", fmt::format("{} is a list, found {}", what, yaml::described(at)));
    return false;
}

void Reader::known_keys(const Written& map, std::string_view what, Keys keys) {
    const std::vector<std::string> names(keys.begin(), keys.end());
    for (const syntax::WrittenEntry& entry : map.entries) {
        if (std::find(names.begin(), names.end(), entry.key) != names.end()) continue;
        std::string help = base::did_you_mean(entry.key, names);
        if (help.empty()) help = fmt::format("the keys here are {}", base::one_of(names));
        report_.error("unknown-key", entry.key_place(), fmt::format("{} has no key `{}`", what, entry.key), std::move(help));
    }
    for (const std::string_view key : {"cite", "basis"})
        if (std::find(names.begin(), names.end(), key) != names.end()) check_citation(map, key);
}

// Citations were resolved before merging, where what says nothing was passed over; here it is told.
void Reader::check_citation(const Written& map, std::string_view key) {
    const Written* found = map.find(key);
    if (found == nullptr || (key == "cite" && found->is_scalar())) return;
    const std::string what = fmt::format("`{}`", key);
    if (!found->is_map()) {
        error(*found, "wrong-type", fmt::format("{} names a decision and a place, found {}", what, yaml::described(*found)), "write {decision: 26/2026/QĐ-TTg, place: \"Điều 3\"}");
        return;
    }
    known_keys(*found, what, {"decision", "place"});
    if (found->entries.empty()) error(*found, "empty", fmt::format("{} says nothing", what));
    for (const std::string_view part : {"decision", "place"})
        if (const Written* text = found->find(part)) yaml::read_text(*text, part, report_);
}

Text Reader::text(const Written& at, std::string_view what) {
    Text out;
    if (!at.is_map()) {
        error(at, "translation-missing", fmt::format("{} needs both languages, found {}", what, yaml::described(at)), "write {vi: \"…\", en: \"…\"}");
        return out;
    }
    known_keys(at, what, {"vi", "en"});
    const auto language = [&](std::string_view key, std::string& into) {
        const Written* found = at.find(key);
        if (found == nullptr) return error(at, "translation-missing", fmt::format("{} has no `{}`", what, key), "write {vi: \"…\", en: \"…\"}");
        if (auto read = yaml::read_text(*found, key, report_)) into = std::move(*read);
        if (found->is_scalar() && into.empty()) error(*found, "translation-missing", fmt::format("{} has an empty `{}`", what, key));
    };
    language("vi", out.vi);
    language("en", out.en);
    return out;
}

Text Reader::title(const Written& map, std::string_view what) {
    const Written* found = map.find("title");
    if (found != nullptr) return text(*found, fmt::format("the title of {}", what));
    error(map, "title-missing", fmt::format("{} has no title", what), "write title: {vi: \"…\", en: \"…\"}");
    return {};
}

std::vector<Text> Reader::notes(const Written& map) {
    std::vector<Text> out;
    const Written* found = map.find("notes");
    if (found == nullptr || !is_list(*found, "`notes`")) return out;
    for (const Written& each : found->items) out.push_back(text(each, "a note"));
    return out;
}

Shared<Citation> Reader::kept(const Citation& citation) {
    return citations_.try_emplace({citation.decision, citation.place}, citation).first->second;
}

Shared<Citation> Reader::cite_here(const Written& at) { return at.citation() != nullptr ? kept(*at.citation()) : Shared<Citation>(); }

Shared<Citation> Reader::cite(const Written& at, std::string_view what) {
    if (at.citation() != nullptr) return kept(*at.citation());
    error(at, "citation-missing", fmt::format("{} cites no decision", what), "give the file a `basis: {decision: …, place: …}`, or this a `cite: {decision: …, place: …}`");
    return {};
}

WrittenAt Reader::origin(const Written& at) {
    if (!at.source) return {};
    return {files_.try_emplace(at.source->name(), at.source->name()).first->second, at.source->line_of(at.span.begin)};
}

std::string Reader::id(const Written& map, std::string_view what) {
    const Written* found = map.find("id");
    if (found == nullptr) {
        error(map, "id-missing", fmt::format("{} has no `id`", what));
        return {};
    }
    std::string read = yaml::read_text(*found, "id", report_).value_or(std::string());
    if (found->is_scalar() && read.empty()) error(*found, "id-missing", fmt::format("{} has an empty `id`", what));
    return read;
}

// Points are 0 or more, with few decimals, and not huge: sums of them never overflow.
std::optional<Number> Reader::points(const Written& at, std::string_view what) {
    const auto number = yaml::read_number(at, what, report_);
    if (!number) return std::nullopt;
    if (number->sign() < 0) {
        error(at, "points-range", fmt::format("`{}` is {}; points are 0 or more", what, number->text()));
    } else if (*number > Number(base::limits::points_most)) {
        error(at, "points-range", fmt::format("`{}` is {}; at most {} points can be given", what, number->text(), base::limits::points_most));
    } else if (number->round(base::limits::points_decimals, Number::Rounding::down) != *number) {
        error(at, "points-range", fmt::format("`{}` is {}; points have at most {} decimals", what, number->text(), base::limits::points_decimals));
    } else {
        return number;
    }
    return std::nullopt;
}

std::vector<std::string> Reader::words(const Written& at, std::string_view what) {
    std::vector<std::string> out;
    if (!is_list(at, fmt::format("`{}`", what))) return out;
    for (const Written& each : at.items) {
        auto word = yaml::read_text(each, what, report_);
        if (!word) continue;
        if (std::find(out.begin(), out.end(), *word) != out.end()) error(each, "repeated", fmt::format("`{}` has `{}` twice", what, *word));
        else out.push_back(std::move(*word));
    }
    return out;
}

ConditionPtr Reader::condition(const Written& at, const Names& names, const Use& use) {
    if (!at.is_scalar()) {
        error(at, "wrong-type", fmt::format("a condition is a text, found {}", yaml::described(at)));
        return nullptr;
    }
    if (!at.verbatim) return condition(at.text, at, names, use);
    const auto parsed = syntax::parse_condition(at.source, at.span, report_);
    auto checked = parsed ? check_condition(*parsed, names, use, report_) : std::nullopt;
    if (!checked) return nullptr;
    return std::make_shared<const Condition>(Condition{std::make_shared<const Checked>(std::move(*checked)), at.text, origin(at)});
}

// A condition that does not stand in the file byte for byte has a source of its own, which begins on the same line.
ConditionPtr Reader::condition(std::string text, const Written& at, const Names& names, const Use& use) {
    const auto source = std::make_shared<const base::Source>(at.source->name(), text, at.source->line_of(at.span.begin));
    const auto parsed = syntax::parse_condition(source, {0, static_cast<std::uint32_t>(text.size())}, report_);
    auto checked = parsed ? check_condition(*parsed, names, use, report_) : std::nullopt;
    if (!checked) return nullptr;
    return std::make_shared<const Condition>(Condition{std::make_shared<const Checked>(std::move(*checked)), std::move(text), origin(at)});
}

void Reader::build_names() {
    names_.form = true;
    for (const Fact& fact : rules_.facts) names_.facts.push_back({fact.name, fact.type});
    for (const Node& node : rules_.nodes) {
        Names::ItemName item{node.id, node.leaf(), node.choose_any, {}};
        for (const Case& each : node.cases)
            for (const Option& option : each.options) item.options.push_back(each.id.empty() ? option.id : each.id + "." + option.id);
        names_.items.push_back(std::move(item));
    }
    for (const Reading& reading : rules_.readings) names_.readings.push_back({reading.name, reading.choices()});
}

void Reader::check_conditions() {
    build_names();
    for (const Pending& each : pending_)
        if (auto found = condition(*each.at, names_, each.use)) each.keep(std::move(found));
}

void Reader::read(const syntax::Document& document) {
    const Written& root = document.root;
    if (!is_map(root, "a rule set")) return;
    known_keys(root, "a rule set", {"rule_set", "title", "succeeds", "basis", "cite", "in_force", "facts", "evidence", "gates", "parts", "stars",
                                    "council", "readings", "recognition", "notes", "incomplete", "incomplete_from"});
    read_head(document);
    read_evidence(root.find("evidence"));
    read_facts(root.find("facts"));
    read_readings(root.find("readings"));
    read_council(root.find("council"), {});
    if (root.find("stars") == nullptr) error(root, "key-missing", "the rule set has no `stars`", "stars: {5: \"[90..100]\", …}");
    read_bands(root.find("stars"));
    if (const Written* parts = root.find("parts")) read_parts(*parts);
    else error(root, "parts-missing", "a rule set has `parts`");
    read_gates(root.find("gates"));
    if (const Written* recognition = root.find("recognition")) read_recognition(*recognition);
    check_sums();
    if (bands_at_ != nullptr && !rules_.nodes.empty()) check_tiling(*bands_at_);
    check_conditions();
    if (report_.has_errors()) return;
    check_stops();
    check_order();
}

}  // namespace ocop::model
