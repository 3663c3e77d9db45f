// What stands at the top: title, dates, notes, who recognises.
#include <fmt/format.h>

#include <algorithm>

#include "model/reader.hpp"
#include "yaml/scalar.hpp"

namespace ocop::model {

void Reader::read_head(const syntax::Document& document) {
    const Written& root = document.root;
    rules_.file = document.file;
    if (const Written* id = root.find("rule_set")) rules_.id = yaml::read_text(*id, "rule_set", report_).value_or("");
    else error(root, "rule-set-missing", "this file has no `rule_set:`, so it is a fragment", "a rule set names itself: rule_set: group/name");
    rules_.title = title(root, "the rule set");
    rules_.basis = cite(root, "the rule set");
    rules_.notes = notes(root);
    if (const Written* at = root.find("in_force")) read_in_force(*at);
    if (const Written* at = root.find("succeeds")) rules_.succeeds = words(*at, "succeeds");
    if (const Written* at = root.find("incomplete")) {
        if (at->is_list()) rules_.incomplete = words(*at, "incomplete");
        else if (auto text = yaml::read_text(*at, "incomplete", report_)) rules_.incomplete.push_back(std::move(*text));
    }
    if (const Written* at = root.find("incomplete_from")) {
        rules_.incomplete_from = yaml::read_date(*at, "incomplete_from", report_);
        if (root.find("incomplete") == nullptr) error(*at, "misplaced-key", "`incomplete_from` says since when something is missing, but there is no `incomplete`");
    }
}

void Reader::read_in_force(const Written& at) {
    if (!is_map(at, "`in_force`")) return;
    known_keys(at, "`in_force`", {"from", "until", "new_dossiers_until", "cite"});
    const auto date = [&](std::string_view key, std::optional<base::Date>& into) {
        const Written* found = at.find(key);
        if (found != nullptr && !found->is_null()) into = yaml::read_date(*found, key, report_);
    };
    date("from", rules_.in_force.from);
    date("until", rules_.in_force.until);
    date("new_dossiers_until", rules_.in_force.new_dossiers_until);
    const auto& [from, until, dossiers] = rules_.in_force;
    if (from && until && *until <= *from) error(*at.find("until"), "dates-order", fmt::format("`until` is {}, not after `from` {}", until->text(), from->text()));
    if (from && dossiers && *dossiers <= *from)
        error(*at.find("new_dossiers_until"), "dates-order", fmt::format("`new_dossiers_until` is {}, not after `from` {}", dossiers->text(), from->text()));
}

void Reader::read_recognition(const Written& at) {
    if (!is_list(at, "`recognition`")) return;
    for (const Written& each : at.items) read_recognition_entry(each);
    auto& entries = rules_.recognition;
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    for (std::size_t i = 1; i < entries.size(); ++i)
        if (entries[i].from == entries[i - 1].from) error(at, "repeated", fmt::format("two entries of `recognition` begin on {}", entries[i].from.text()));
}

void Reader::read_recognition_entry(const Written& at) {
    if (!is_map(at, "an entry of `recognition`")) return;
    static const std::vector<std::string> authorities = {"commune", "district", "province", "ministry"};
    RecognitionEntry entry;
    entry.cite = cite(at, "an entry of `recognition`");
    for (const std::string_view key : {"cite", "basis"}) check_citation(at, key);
    const Written* from = at.find("from");
    if (from == nullptr) error(at, "key-missing", "an entry of `recognition` has no `from`");
    else if (const auto date = yaml::read_date(*from, "from", report_)) entry.from = *date;
    for (const syntax::WrittenEntry& each : at.entries) {
        if (each.key == "from" || each.key == "cite" || each.key == "basis") continue;
        if (each.key == "certificate") {
            entry.certificate = yaml::read_text(each.value, "certificate", report_).value_or("");
            continue;
        }
        const auto number = star(each.key, each.value);
        if (!number || !is_map(each.value, fmt::format("the entry for {} stars", *number))) continue;
        known_keys(each.value, "recognition of a star", {"authority", "cite"});
        const Written* authority = each.value.find("authority");
        const auto word = authority == nullptr ? std::nullopt : yaml::read_text(*authority, "authority", report_);
        if (authority == nullptr) error(each.value, "key-missing", fmt::format("the entry for {} stars has no `authority`", *number));
        if (!word) continue;
        const auto found = std::find(authorities.begin(), authorities.end(), *word);
        if (found == authorities.end()) error(*authority, "unknown-authority", fmt::format("`{}` is no authority; expected {}", *word, base::one_of(authorities)), base::did_you_mean(*word, authorities));
        else entry.stars.emplace_back(*number, static_cast<Authority>(found - authorities.begin()));
    }
    rules_.recognition.push_back(std::move(entry));
}

}  // namespace ocop::model
