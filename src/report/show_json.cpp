// A checked rule set as one JSON object, under the names that its YAML has.
#include "base/value.hpp"
#include "report/json_values.hpp"
#include "report/show.hpp"

namespace ocop::report {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

template <class T>
void put(Json& to, const char* key, const T& value) {
    Json json = json_of(value);
    if (!json.is_null()) to[key] = std::move(json);
}
void put(Json& to, const char* key, const std::string& text) {
    if (!text.empty()) to[key] = text;
}
void put(Json& to, const char* key, const Text& text) {
    if (text != Text{}) to[key] = json_of(text);
}
void put(Json& to, const char* key, const model::ConditionPtr& condition) {
    if (condition) to[key] = condition->text;
}
void put(Json& to, const char* key, const std::optional<base::Date>& date) {
    if (date) to[key] = date->text();
}
void put(Json& to, const char* key, const std::vector<Text>& texts) {
    if (!texts.empty()) to[key] = json_list(texts);
}

const char* word(TrailNode::Kind kind) {
    switch (kind) {
        case TrailNode::Kind::part: return "part";
        case TrailNode::Kind::section: return "section";
        case TrailNode::Kind::criterion: return "criterion";
    }
    return "";
}

const char* word(model::Effect effect) {
    switch (effect) {
        case model::Effect::reject: return "reject";
        case model::Effect::stop: return "stop";
        case model::Effect::cap: return "cap";
    }
    return "";
}

const char* word(model::Combine combine) {
    switch (combine) {
        case model::Combine::mean: return "mean";
        case model::Combine::median: return "median";
        case model::Combine::trimmed_mean: return "trimmed mean";
    }
    return "";
}

// Booleans as such, texts as they are, all else as people write it.
Json plain(const base::Value& value, const std::string& unit) {
    if (!value.known()) return nullptr;
    if (const bool* truth = value.get_if<bool>()) return *truth;
    if (const auto* text = value.get_if<std::string>()) return *text;
    return base::text(value, unit);
}

class Shower {
public:
    explicit Shower(const model::RuleSet& rules) : rules_(rules), printed_(rules.readings[model::reading_errata].chosen == "printed") {}

    Json show() const {
        Json out = {{"rule_set", rules_.id}, {"title", json_of(rules_.title)}};
        put(out, "file", rules_.file);
        put(out, "digest", rules_.digest);
        out["basis"] = json_of(rules_.basis);
        if (!rules_.succeeds.empty()) out["succeeds"] = rules_.succeeds;
        out["in_force"] = in_force();
        put(out, "notes", rules_.notes);
        if (!rules_.incomplete.empty()) out["incomplete"] = rules_.incomplete;
        put(out, "incomplete_from", rules_.incomplete_from);
        out["max"] = json_of(rules_.total_max);
        out["facts"] = facts();
        out["evidence"] = evidence();
        out["gates"] = gates();
        out["parts"] = below(-1, 0, static_cast<int>(rules_.nodes.size()));
        out["stars"] = stars();
        out["council"] = council();
        out["readings"] = readings();
        out["recognition"] = recognition();
        return out;
    }

private:
    static void place(Json& to, const Citation& cite, const Origin& origin) {
        to["cite"] = json_of(cite);
        to["origin"] = json_of(origin);
    }

    Json in_force() const {
        Json out = Json::object();
        put(out, "from", rules_.in_force.from);
        put(out, "until", rules_.in_force.until);
        put(out, "new_dossiers_until", rules_.in_force.new_dossiers_until);
        return out;
    }

    Json facts() const {
        Json out = Json::object();
        for (const model::Fact& fact : rules_.facts) {
            if (fact.built_in) continue;
            Json to = {{"type", type_name(fact.type)}};
            put(to, "unit", fact.type.unit());
            if (fact.type.values) to["values"] = *fact.type.values;
            if (fact.type.element && fact.type.element->values) to["values"] = *fact.type.element->values;
            put(to, "domain", fact.domain_text);
            if (fact.missing) to["missing"] = plain(*fact.missing, fact.type.unit());
            to["title"] = json_of(fact.title);
            to["origin"] = json_of(fact.origin);
            out[fact.name] = std::move(to);
        }
        return out;
    }

    Json evidence() const {
        Json out = Json::object();
        for (const model::Evidence& each : rules_.evidence) out[each.id] = {{"title", json_of(each.title)}, {"origin", json_of(each.origin)}};
        return out;
    }

    Json gates() const {
        Json out = Json::array();
        for (const model::Gate& gate : rules_.gates) {
            Json to = {{"id", gate.id}, {"title", json_of(gate.title)}, {"effect", word(gate.effect)}};
            if (gate.effect == model::Effect::cap) to["stars"] = gate.stars;
            if (gate.after >= 0) to["after"] = rules_.nodes[index(gate.after)].id;
            to["when"] = gate.when->text;
            place(to, gate.cite, gate.origin);
            out.push_back(std::move(to));
        }
        return out;
    }

    Json ids(const std::vector<int>& evidence) const {
        Json out = Json::array();
        for (int each : evidence) out.push_back(rules_.evidence[index(each)].id);
        return out;
    }

    void remarks(Json& to, const model::Remarks& said) const {
        if (!said.evidence.empty()) to["evidence"] = ids(said.evidence);
        put(to, "notes", said.notes);
        put(to, "erratum", said.erratum);
        put(to, "printed", said.printed);
    }

    // The children of `parent` among the nodes [first, end).
    Json below(int parent, int first, int end) const {
        Json out = Json::array();
        for (int i = first; i < end; i = rules_.nodes[index(i)].end)
            if (rules_.nodes[index(i)].parent == parent) out.push_back(node(i));
        return out;
    }

    Json node(int number) const {
        const model::Node& from = rules_.nodes[index(number)];
        Json to = {{"id", from.id}, {"title", json_of(from.title)}, {"kind", word(from.kind)}};
        put(to, "max", from.max);
        put(to, "attainable", from.attainable);
        put(to, "shortfall", *from.shortfall);
        put(to, "incomplete", *from.incomplete);
        put(to, "applies", from.applies);
        if (from.choose_any) to["choose"] = "any";
        if (!from.leaf()) to["items"] = below(number, number + 1, from.end);
        if (from.score) score(to, *from.score);
        if (from.several_cases()) to["cases"] = cases(from);
        else if (!from.cases.empty()) to["options"] = options(from.cases.front());
        remarks(to, *from.remarks);
        place(to, from.cite, from.origin);
        return to;
    }

    static void score(Json& to, const model::Score& score) {
        to["score"] = (score.low_open ? "(" : "[") + score.low.text() + ".." + score.high.text() + (score.high_open ? ")" : "]");
        put(to, "step", score.step);
    }

    Json cases(const model::Node& node) const {
        Json out = Json::array();
        for (const model::Case& from : node.cases) {
            Json to = {{"id", from.id}, {"title", json_of(from.title)}};
            put(to, "when", from.when);
            to["options"] = options(from);
            place(to, from.cite, from.origin);
            out.push_back(std::move(to));
        }
        return out;
    }

    Json options(const model::Case& of) const {
        Json out = Json::array();
        for (const model::Option& from : of.options) {
            Json to = {{"id", from.id}, {"title", json_of(from.title)}, {"points", json_of(printed_ ? from.printed_points : from.points)}};
            if (from.printed_points != from.points) to[printed_ ? "corrected_points" : "printed_points"] = json_of(printed_ ? from.points : from.printed_points);
            if (Json least = minimum_for(from); !least.is_null()) to["minimum_for"] = std::move(least);
            put(to, "when", from.when);
            remarks(to, *from.remarks);
            place(to, from.cite, from.origin);
            out.push_back(std::move(to));
        }
        return out;
    }

    // A number where one star binds always; else from star to the condition it binds under, or true.
    Json minimum_for(const model::Option& option) const {
        Json map = Json::object();
        const model::Minimum* only = nullptr;
        for (const model::Minimum& each : option.minima) {
            if (!(printed_ ? each.printed : each.corrected)) continue;
            map[std::to_string(each.star)] = each.when ? Json(each.when->text) : Json(true);
            only = &each;
        }
        if (map.empty()) return nullptr;
        return map.size() == 1 && !only->when ? Json(only->star) : map;
    }

    Json stars() const {
        Json out = Json::object();
        for (const model::Band& band : rules_.bands) {
            Json to = {{"band", band.text}, {"low", json_of(band.low)}, {"high", json_of(band.high)}};
            put(to, "printed", band.printed);
            put(to, "erratum", band.erratum);
            place(to, band.cite, band.origin);
            out[std::to_string(band.star)] = std::move(to);
        }
        return out;
    }

    Json council() const {
        Json out = Json::object();
        put(out, "id", rules_.council.id);
        out["combine"] = word(rules_.council.combine);
        put(out, "quorum", rules_.council.quorum);
        put(out, "spread", rules_.council.spread);
        put(out, "digest", rules_.council.digest);
        out["cite"] = json_of(rules_.council.cite);
        return out;
    }

    Json readings() const {
        Json out = Json::object();
        for (const model::Reading& each : rules_.readings) {
            Json to = {{"chosen", each.chosen}, {"also", each.also}};
            put(to, "title", each.title);
            place(to, each.cite, each.origin);
            out[each.name] = std::move(to);
        }
        return out;
    }

    Json recognition() const {
        Json out = Json::array();
        for (const model::RecognitionEntry& each : rules_.recognition) {
            Json to = {{"from", each.from.text()}, {"stars", Json::object()}};
            for (const auto& [star, authority] : each.stars) to["stars"][std::to_string(star)] = {{"authority", name(authority)}};
            put(to, "certificate", each.certificate);
            to["cite"] = json_of(each.cite);
            out.push_back(std::move(to));
        }
        return out;
    }

    const model::RuleSet& rules_;
    bool printed_;
};

}  // namespace

std::string type_name(const model::Type& type) {
    switch (type.kind) {
        case model::Type::Kind::boolean: return "boolean";
        case model::Type::Kind::number: return "number";
        case model::Type::Kind::string: return "string";
        case model::Type::Kind::date: return "date";
        case model::Type::Kind::list: return "list of " + (type.element ? type_name(*type.element) : std::string("any"));
        case model::Type::Kind::range: return "range";
        case model::Type::Kind::any: return "any";
    }
    return "";
}

std::string show_json(const model::RuleSet& rules) { return dumped(Shower(rules).show(), 2); }

}  // namespace ocop::report
