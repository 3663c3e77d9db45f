// Plain cards written out as JSON and as YAML.
#include "reference/card.hpp"

namespace reference {
namespace {

using nlohmann::json;

bool number(const std::string& mark) { return mark.find_first_not_of("0123456789.") == std::string::npos; }

json as_json(const std::vector<std::string>& ids) {
    if (ids.size() != 1) return ids;
    return number(ids.front()) && ids.front().find('.') == std::string::npos ? json(std::stoi(ids.front())) : json(ids.front());
}

}  // namespace

std::string to_json(const Card& card) {
    json out = {{"scorecard", card.id}, {"rule_set", card.rule_set}, {"level", "province"}, {"assessed_on", "2026-06-20"}};
    out["facts"] = json::object();
    for (const auto& [name, value] : card.facts) out["facts"][name] = value;
    out["sheets"] = json::array();
    for (const Sheet& sheet : card.sheets) {
        json marks = json::object();
        for (const auto& [criterion, ids] : sheet.marks) marks[criterion] = as_json(ids);
        out["sheets"].push_back({{"assessor", sheet.assessor}, {"marks", marks}});
    }
    return out.dump();
}

std::string to_yaml(const Card& card) {
    std::string out = "scorecard: \"" + card.id + "\"\nrule_set: " + card.rule_set + "\nlevel: province\nassessed_on: 2026-06-20\nfacts:";
    out += card.facts.empty() ? " {}\n" : "\n";
    for (const auto& [name, value] : card.facts) out += "  " + name + ": " + value.dump() + "\n";
    out += "sheets:\n";
    for (const Sheet& sheet : card.sheets) {
        out += "  - assessor: \"" + sheet.assessor + "\"\n    marks:";
        out += sheet.marks.empty() ? " {}\n" : "\n";
        for (const auto& [criterion, ids] : sheet.marks) {
            std::string text;
            for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
            out += "      \"" + criterion + "\": " + (ids.size() == 1 ? text : "[" + text + "]") + "\n";
        }
    }
    return out;
}

}  // namespace reference
