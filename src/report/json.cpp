// A rating with its whole trail as JSON: everything that ocop::Trail holds, under the same names. `examples/TRAIL.md` explains
// it field by field, and how to work the stars out again from it. Points are exact texts ("72.5", "217/3"); conditions, marks
// and minima that are not known or not there are null; `parent` is the index of the node above, null for a part.
#include <ocop/report.hpp>

#include "report/json_summary.hpp"

namespace ocop::report {
namespace {

Json known_value(const std::string& value) { return value == "null" ? Json() : Json(value); }

Json json_of(const TrailCondition& condition) {
    Json operands = Json::array();
    for (const TrailCondition::Operand& each : condition.operands)
        operands.push_back({{"text", each.text}, {"value", known_value(each.value)}});
    return {{"text", condition.text},
            {"value", report::json_of(condition.value)},
            {"operands", std::move(operands)},
            {"origin", report::json_of(condition.origin)}};
}

Json json_of(const std::optional<TrailCondition>& condition) { return condition ? json_of(*condition) : Json(); }

Json conditions(const std::vector<TrailCondition>& all) {
    Json out = Json::array();
    for (const TrailCondition& each : all) out.push_back(json_of(each));
    return out;
}

const char* word(TrailMark::State state) {
    switch (state) {
        case TrailMark::State::marked: return "marked";
        case TrailMark::State::none: return "none";
        case TrailMark::State::missing: return "missing";
        case TrailMark::State::not_applicable: return "not-applicable";
        case TrailMark::State::unsure: return "unsure";
        case TrailMark::State::ignored: return "ignored";
    }
    return "";
}

Json json_of(const TrailMark& mark) {
    return {{"state", word(mark.state)},
            {"points", report::json_of(mark.points)},
            {"options", mark.options},
            {"title", text_or_null(mark.title)},
            {"reason", text_or_null(mark.reason)},
            {"note", text_or_null(mark.note)},
            {"from_facts", mark.from_facts},
            {"evidence_missing", mark.evidence_missing},
            {"applies", json_of(mark.applies)},
            {"when", json_of(mark.when)},
            {"option_when", conditions(mark.option_when)},
            {"cite", report::json_of(mark.cite)}};
}

const char* word(TrailNode::Kind kind) {
    switch (kind) {
        case TrailNode::Kind::part: return "part";
        case TrailNode::Kind::section: return "section";
        case TrailNode::Kind::criterion: return "criterion";
    }
    return "";
}

Json json_of(const TrailNode& node) {
    Json marks = Json::array();
    for (const TrailMark& each : node.marks) marks.push_back(json_of(each));
    return {{"kind", word(node.kind)},
            {"id", node.id},
            {"title", report::json_of(node.title)},
            {"parent", node.parent < 0 ? Json() : Json(node.parent)},
            {"depth", node.depth},
            {"max", report::json_of(node.max)},
            {"points", report::json_of(node.points)},
            {"by_sheet", json_list(node.by_sheet)},
            {"marks", std::move(marks)},
            {"notes", json_list(node.notes)},
            {"erratum", text_or_null(node.erratum)},
            {"cite", report::json_of(node.cite)},
            {"origin", report::json_of(node.origin)}};
}

const char* word(TrailGate::Effect effect) {
    switch (effect) {
        case TrailGate::Effect::reject: return "reject";
        case TrailGate::Effect::stop: return "stop";
        case TrailGate::Effect::cap: return "cap";
    }
    return "";
}

Json json_of(const TrailGate& gate) {
    const bool cap = gate.effect == TrailGate::Effect::cap;
    return {{"id", gate.id},
            {"title", report::json_of(gate.title)},
            {"effect", word(gate.effect)},
            {"stars", cap ? Json(gate.stars) : Json()},
            {"after", text_or_null(gate.after)},
            {"met", report::json_of(gate.met)},
            {"condition", json_of(gate.condition)},
            {"by_sheet", conditions(gate.by_sheet)},
            {"cite", report::json_of(gate.cite)},
            {"origin", report::json_of(gate.origin)}};
}

Json json_of(const TrailMinimum& minimum) {
    return {{"node", minimum.node},
            {"star", minimum.star},
            {"option", minimum.option},
            {"title", report::json_of(minimum.title)},
            {"required", report::json_of(minimum.required)},
            {"actual", report::json_of(minimum.actual)},
            {"binds", report::json_of(minimum.binds)},
            {"met", report::json_of(minimum.met)},
            {"sheets_met", minimum.sheets_met},
            {"when", json_of(minimum.when)},
            {"cite", report::json_of(minimum.cite)},
            {"origin", report::json_of(minimum.origin)}};
}

Json json_of(const TrailBand& band) {
    return {{"star", band.star},
            {"interval", band.interval},
            {"low", report::json_of(band.low)},
            {"high", report::json_of(band.high)},
            {"low_open", band.low_open},
            {"high_open", band.high_open},
            {"printed", text_or_null(band.printed)},
            {"cite", report::json_of(band.cite)}};
}

Json json_of(const TrailReading& reading) {
    Json alternatives = Json::array();
    for (const TrailReading::Alternative& each : reading.alternatives)
        alternatives.push_back({{"value", each.value},
                                {"outcome", name(each.outcome)},
                                {"stars", report::json_of(each.stars)},
                                {"total", report::json_of(each.total)},
                                {"changes", each.changes}});
    return {{"name", reading.name},
            {"title", text_or_null(reading.title)},
            {"chosen", reading.chosen},
            {"alternatives", std::move(alternatives)},
            {"cite", report::json_of(reading.cite)}};
}

Json json_of(const TrailFact& fact) {
    return {{"name", fact.name}, {"title", report::json_of(fact.title)}, {"value", known_value(fact.value)}, {"assumed", fact.assumed}};
}

Json json_of(const TrailSheet& sheet) {
    return {{"assessor", text_or_null(sheet.assessor)}, {"total", report::json_of(sheet.total)}};
}

Json json_of(const Trail::RuleSetPart& rules) {
    return {{"id", rules.id},
            {"title", report::json_of(rules.title)},
            {"file", rules.file},
            {"digest", rules.digest},
            {"basis", report::json_of(rules.basis)},
            {"in_force",
             {{"from", text_or_null(rules.in_force_from)},
              {"until", text_or_null(rules.in_force_until)},
              {"new_dossiers_until", text_or_null(rules.new_dossiers_until)}}},
            {"incomplete", rules.incomplete},
            {"notes", json_list(rules.notes)}};
}

Json json_of(const Trail::CouncilPart& council) {
    return {{"id", text_or_null(council.id)},
            {"combine", council.combine},
            {"quorum", report::json_of(council.quorum)},
            {"spread", report::json_of(council.spread)},
            {"members", report::json_of(council.members)},
            {"cite", report::json_of(council.cite)},
            {"digest", text_or_null(council.digest)}};
}

Json json_of(const Trail::CardPart& card) {
    Json product = Json::object();
    for (const auto& [key, value] : card.product) product[key] = value;
    return {{"id", card.id},
            {"product", std::move(product)},
            {"level", text_or_null(card.level)},
            {"filed_on", text_or_null(card.filed_on)},
            {"assessed_on", text_or_null(card.assessed_on)},
            {"evidence", card.evidence},
            {"digest", card.digest},
            {"written", Json::parse(card.written, nullptr, false)}};
}

Json json_of(const TrailAgreement& agreement) {
    Json members = Json::array(), disagreements = Json::array(), moves = Json::array();
    for (const TrailAgreement::Member& each : agreement.members)
        members.push_back({{"alone", {{"outcome", name(each.alone)}, {"stars", report::json_of(each.stars_alone)}}},
                           {"without", {{"outcome", name(each.without)}, {"stars", report::json_of(each.stars_without)}, {"total", report::json_of(each.total_without)}}},
                           {"decides", each.decides}});
    for (const TrailAgreement::Disagreement& each : agreement.disagreements)
        disagreements.push_back({{"node", each.node}, {"low", report::json_of(each.low)}, {"high", report::json_of(each.high)}});
    for (const TrailAgreement::Move& each : agreement.moves)
        moves.push_back({{"sheet", each.sheet}, {"node", each.node}, {"from", each.from}, {"to", each.to},
                         {"outcome", name(each.outcome)}, {"stars", report::json_of(each.stars)}});
    return {{"members", std::move(members)},
            {"disagreements", std::move(disagreements)},
            {"moves", std::move(moves)},
            {"moves_tried", agreement.moves_tried},
            {"spread", report::json_of(agreement.spread)},
            {"spread_limit", report::json_of(agreement.spread_limit)},
            {"concordance", report::json_of(agreement.concordance)}};
}

Json json_of(const TrailQuestion& question) {
    const bool mark = question.kind == TrailQuestion::Kind::mark;
    Json answers = Json::array();
    for (const TrailQuestion::Answer& each : question.answers)
        answers.push_back({{"value", each.value}, {"title", text_or_null(each.title)}, {"range", report::json_of(each.range)}});
    return {{"kind", mark ? "mark" : "fact"},
            {"id", question.id},
            {"sheet", mark ? Json(question.sheet) : Json()},
            {"title", report::json_of(question.title)},
            {"answers", std::move(answers)}};
}

const char* word(TrailReasons::Element::Kind kind) {
    switch (kind) {
        case TrailReasons::Element::Kind::fact: return "fact";
        case TrailReasons::Element::Kind::criterion: return "criterion";
        case TrailReasons::Element::Kind::mark: return "mark";
    }
    return "";
}

Json json_of(const TrailReasons::Element& element) {
    return {{"kind", word(element.kind)},
            {"id", element.id},
            {"sheet", element.sheet < 0 ? Json() : Json(element.sheet)},
            {"title", report::json_of(element.title)},
            {"value", known_value(element.value)}};
}

Json elements(const std::vector<TrailReasons::Element>& all) {
    Json out = Json::array();
    for (const TrailReasons::Element& each : all) out.push_back(json_of(each));
    return out;
}

Json json_of(const std::optional<TrailReasons::Set>& set) {
    return set ? Json{{"elements", elements(set->elements)}, {"fewest", set->fewest}} : Json();
}

Json json_of(const TrailReasons& reasons) {
    return {{"by_sheet", reasons.by_sheet},
            {"forces", json_of(reasons.forces)},
            {"blocks", json_of(reasons.blocks)},
            {"irrelevant", elements(reasons.irrelevant)}};
}

template <class T>
Json list(const std::vector<T>& values) {
    Json out = Json::array();
    for (const T& each : values) out.push_back(json_of(each));
    return out;
}

Json trail_json(const Trail& trail) {
    return {{"engine", trail.engine},
            {"rule_set", json_of(trail.rule_set)},
            {"council", json_of(trail.council)},
            {"card", json_of(trail.card)},
            {"facts", list(trail.facts)},
            {"sheets", list(trail.sheets)},
            {"nodes", list(trail.nodes)},
            {"gates", list(trail.gates)},
            {"stopped_after", trail.stopped_after ? Json(*trail.stopped_after) : Json()},
            {"bands", list(trail.bands)},
            {"total_before_rounding", report::json_of(trail.total_before_rounding)},
            {"ceiling", report::json_of(trail.ceiling)},
            {"minima", list(trail.minima)},
            {"to_next_band", report::json_of(trail.to_next_band)},
            {"readings", list(trail.readings)},
            {"agreement", trail.agreement ? json_of(*trail.agreement) : Json()},
            {"question", trail.question ? json_of(*trail.question) : Json()},
            {"reasons", json_of(trail.reasons)},
            {"recognition_cite", trail.summary.recognition ? report::json_of(trail.summary.recognition->cite) : Json()}};
}

}  // namespace

std::string json(const Trail& trail) {
    Json out = summary_json(trail.summary);
    out["trail"] = trail_json(trail);
    return dumped(out, 2);
}

}  // namespace ocop::report
