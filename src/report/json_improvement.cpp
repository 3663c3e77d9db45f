// Ways to a star as JSON. Its keys are explained in rules/schema/improvement.schema.json.
#include <ocop/report.hpp>

#include "report/json_values.hpp"

namespace ocop::report {
namespace {

Json mark_or_null(const std::string& mark) { return mark.empty() ? Json() : Json(mark); }

Json change(const Change& from) {
    Json now = Json::array(), evidence = Json::array();
    for (const std::string& each : from.now) now.push_back(mark_or_null(each));
    for (const Change::Evidence& each : from.evidence) evidence.push_back({{"id", each.id}, {"title", text_or_null(each.title)}});
    return {{"criterion", from.criterion}, {"title", text_or_null(from.title)},   {"now", std::move(now)},         {"to", from.to},
            {"to_title", text_or_null(from.to_title)}, {"mark", from.mark},       {"before", json_of(from.before)}, {"after", json_of(from.after)},
            {"cost", json_of(from.cost)},  {"why", name(from.why)},               {"minima", from.minima},          {"when", text_or_null(from.when)},
            {"evidence_missing", std::move(evidence)}, {"cite", json_of(from.cite)}};
}

Json way(const Way& from) {
    Json changes = Json::array(), filled = Json::array();
    for (const Change& each : from.changes) changes.push_back(change(each));
    for (const Way::FilledIn& each : from.filled_in) filled.push_back({{"criterion", each.criterion}, {"sheets", each.sheets}});
    return {{"cost", json_of(from.cost)}, {"stars", from.stars}, {"total", json_of(from.total)}, {"changes", std::move(changes)}, {"filled_in", std::move(filled)}};
}

const char* word(TrailGate::Effect effect) {
    return effect == TrailGate::Effect::reject ? "reject" : effect == TrailGate::Effect::stop ? "stop" : "cap";
}

Json blocker(const Blocker& from) {
    Json out = {{"kind", name(from.kind)}};
    if (!from.id.empty()) out["id"] = from.id;
    if (from.title != Text{}) out["title"] = json_of(from.title);
    if (from.star > 0) out["star"] = from.star;
    if (from.reason != Blocker::Reason::none) out["reason"] = name(from.reason);
    if (from.effect) out["effect"] = word(*from.effect);
    if (from.kind == Blocker::Kind::gate) out["holds"] = json_of(from.holds);
    if (from.needed) out["needed"] = json_of(*from.needed);
    if (from.most) out["most"] = json_of(*from.most);
    if (!from.condition.empty()) out["condition"] = from.condition;
    if (!from.unknown.empty()) {
        out["unknown"] = Json::array();
        for (const TrailFact& each : from.unknown) out["unknown"].push_back({{"name", each.name}, {"title", text_or_null(each.title)}});
    }
    if (from.cite != Citation{}) out["cite"] = json_of(from.cite);
    return out;
}

}  // namespace

std::string json(const Improvement& from) {
    Json ways = Json::array(), blockers = Json::array();
    for (const Way& each : from.ways) ways.push_back(way(each));
    for (const Blocker& each : from.blockers) blockers.push_back(blocker(each));
    const Json out = {{"scorecard", from.scorecard},
                      {"rule_set", from.rule_set},
                      {"to", from.to},
                      {"now", {{"outcome", name(from.outcome)}, {"stars", json_of(from.stars)}, {"total", json_of(from.total)}}},
                      {"sheets", from.sheets},
                      {"from_facts", from.from_facts},
                      {"answer", name(from.answer)},
                      {"proven", from.proven},
                      {"at_least", json_of(from.at_least)},
                      {"ways", std::move(ways)},
                      {"more", from.more},
                      {"blockers", std::move(blockers)}};
    return dumped(out, 2) + "\n";
}

}  // namespace ocop::report
