// Each list of the records, looked up in the legend, against the list of the trail that tells the same.
#include "records_against_trail.hpp"

#include <algorithm>

namespace ocop::test {
namespace {

using Answer = Records::Answer;

std::string text(const std::optional<Number>& value) { return value ? value->text() : "null"; }
std::string text(const std::optional<bool>& value) { return value ? (*value ? "yes" : "no") : "unknown"; }
std::string text(Answer value) { return value == Answer::unknown ? "unknown" : value == Answer::yes ? "yes" : "no"; }
std::string text(std::size_t value) { return std::to_string(value); }
std::string text(int value) { return std::to_string(value); }
std::string star(const std::optional<int>& value) { return value ? std::to_string(*value) : "-1"; }

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& each : parts) out += each + "|";
    return out;
}

std::string told(const std::string& where, const std::string& what, const std::optional<TrailCondition>& condition) {
    return condition ? where + " " + what + " " + condition->text + ": " + text(condition->value) : std::string();
}

class Comparison {
public:
    Comparison(const Records& records, const Legend& legend, const Trail& trail) : r_(records), legend_(legend), trail_(trail) {}

    std::vector<std::string> compare() {
        same("scale", text(static_cast<std::size_t>(r_.scale)), text(static_cast<std::size_t>(legend_.scale)));
        same("rule set", legend_.rule_set + legend_.digest, trail_.summary.rule_set + trail_.rule_set.digest);
        result();
        blocked_by();
        findings();
        facts();
        sheets();
        if (same("nodes", text(r_.nodes.size()), text(trail_.nodes.size()))) nodes();
        if (same("gates", text(r_.gates.size()), text(trail_.gates.size()))) gates();
        if (same("minima", text(r_.minima.size()), text(trail_.minima.size()))) minima();
        bands();
        readings();
        return std::move(found_);
    }

private:
    bool same(const std::string& what, const std::string& records, const std::string& trail) {
        if (records != trail) found_.push_back(what + ": records " + records + ", trail " + trail);
        return records == trail;
    }
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    const Legend::Node& node_of(int criterion) const { return legend_.nodes[index(legend_.criteria[index(criterion)].node)]; }
    std::string assessor(int sheet) const { return trail_.sheets[index(sheet)].assessor; }

    void result() {
        const Summary& summary = trail_.summary;
        same("outcome", name(r_.outcome), name(summary.outcome));
        same("stars", text(r_.stars), star(summary.stars));
        same("band", text(r_.band), star(summary.band));
        same("ceiling", text(r_.ceiling), star(trail_.ceiling));
        same("total", text(r_.number(r_.total)), text(summary.total));
        same("total before rounding", text(r_.number(r_.total_before_rounding)), text(trail_.total_before_rounding));
        same("to next band", text(r_.number(r_.to_next_band)), text(trail_.to_next_band));
        same("range", range(), range(summary.range));
        same("recognition", recognition(), recognition(summary.recognition));
        const std::string combine[] = {"mean", "median", "trimmed mean"};
        same("combine", combine[static_cast<int>(r_.ways.combine)], trail_.council.combine);
        for (std::size_t i = 0, part = 0; i < legend_.nodes.size() && part < summary.parts.size(); ++i)
            if (legend_.nodes[i].parent == Records::none) {
                same("part", legend_.nodes[i].id + text(r_.number(r_.nodes[i])), summary.parts[part].first + text(summary.parts[part].second));
                ++part;
            }
    }

    std::string range() const {
        if (!r_.range) return "none";
        const auto& range = *r_.range;
        return text(r_.number(range.total_low)) + ".." + text(r_.number(range.total_high)) + " " + text(range.stars_low) + ".." + text(range.stars_high) +
               (range.rated ? " rated" : "") + (range.stopped ? " stopped" : "") + (range.rejected ? " rejected" : "") + (range.exact ? " exact" : "");
    }
    static std::string range(const std::optional<Range>& range) {
        if (!range) return "none";
        std::string out = range->total_low.text() + ".." + range->total_high.text() + " " + text(range->stars_low) + ".." + text(range->stars_high);
        for (const Outcome each : range->outcomes) out += std::string(" ") + name(each);
        return out + (range->exact ? " exact" : "");
    }

    std::string recognition() const {
        if (!r_.recognition) return "none";
        const Legend::Recognition& known = legend_.recognition[index(r_.recognition->entry)];
        return name(r_.recognition->authority) + text(static_cast<int>(r_.recognition->standing)) + known.certificate + known.cite.place;
    }
    static std::string recognition(const std::optional<Recognition>& told) {
        return told ? name(told->authority) + text(static_cast<int>(told->standing)) + told->certificate + told->cite.place : std::string("none");
    }

    void blocked_by() {
        std::vector<std::string> all;
        for (const Records::Blocker& each : r_.blocked_by) {
            const std::string of = " for " + text(each.star);
            if (each.kind == Records::Blocker::Kind::minimum) all.push_back("minimum " + node_of(legend_.minima[index(each.of)].criterion).id + of);
            if (each.kind == Records::Blocker::Kind::points) all.push_back("points " + text(r_.number(each.points)) + of);
            if (each.kind == Records::Blocker::Kind::cap) all.push_back("cap " + legend_.gates[index(each.of)].id);
        }
        same("blocked by", joined(all), joined(trail_.summary.blocked_by));
    }

    // ---- findings ----

    std::string option(int option) const { return option == Records::none ? "0" : legend_.options[index(option)].name; }

    std::string condition(const Records::Finding& from) const {
        switch (static_cast<Records::Condition::Kind>(from.other)) {
            case Records::Condition::Kind::gate: return legend_.gates[index(from.what)].when;
            case Records::Condition::Kind::applies: return legend_.nodes[index(from.what)].applies;
            case Records::Condition::Kind::case_: return legend_.cases[index(from.what)].when;
            case Records::Condition::Kind::option: return legend_.options[index(from.what)].when;
            case Records::Condition::Kind::minimum: return legend_.minima[index(from.what)].when;
        }
        return "";
    }

    std::vector<std::string> values(const Records::Finding& from) const {
        using Kind = Finding::Kind;
        const char* const how[] = {"before", "until", "successor"};
        switch (from.kind) {
            case Kind::facts_against_mark:
                if (from.other_points == Records::no_points)
                    return {option(from.what), text(r_.number(from.points)), legend_.cases[index(from.other)].id, ""};
                return {option(from.what), text(r_.number(from.points)), option(from.other), text(r_.number(from.other_points))};
            case Kind::evidence_missing: {
                const Legend::Named& wanted = legend_.evidence[index(from.what)];
                return {wanted.title.vi, wanted.title.en, wanted.id};
            }
            case Kind::spread: return {text(r_.number(from.points)), text(legend_.spread)};
            case Kind::no_quorum: return {text(from.what), text(from.other), text(legend_.quorum)};
            case Kind::trimmed_mean_of_few: return {text(from.what)};
            case Kind::erratum_used: return {legend_.options[index(from.what)].erratum.vi, legend_.options[index(from.what)].erratum.en};
            case Kind::incomplete_rule_set: return {from.what == Records::none ? node_of(from.criterion).incomplete : legend_.incomplete[index(from.what)]};
            case Kind::not_in_force:
                return {from.what == 1 ? "assessed_on" : "filed_on", from.what == 1 ? trail_.card.assessed_on : trail_.card.filed_on,
                        trail_.rule_set.in_force_from, from.other == 2 ? trail_.rule_set.new_dossiers_until : trail_.rule_set.in_force_until, how[from.other]};
            case Kind::reading_changes_stars: {
                const Records::Alternative& other = r_.alternatives[index(from.what)];
                const Legend::Reading& reading = legend_.readings[index(other.reading)];
                return {reading.name, reading.choices[index(other.choice)], other.outcome == Outcome::rated ? text(other.stars) : name(other.outcome)};
            }
            case Kind::not_known: return {condition(from)};
            default: return {};
        }
    }

    std::string place(const Records::Finding& from) const {
        if (from.kind == Finding::Kind::reading_changes_stars) return legend_.readings[index(r_.alternatives[index(from.what)].reading)].name;
        if (from.criterion != Records::none) return node_of(from.criterion).id;
        return from.kind == Finding::Kind::not_known ? legend_.gates[index(from.what)].id : std::string();
    }

    void findings() {
        std::vector<std::string> ours, theirs;
        for (const Records::Finding& each : r_.findings) {
            std::string line = std::string(name(each.kind)) + " " + place(each) + " " + (each.sheet == Records::none ? "" : assessor(each.sheet)) + joined(values(each));
            // What differs as numbers may read the same.
            if (std::find(ours.begin(), ours.end(), line) == ours.end()) ours.push_back(std::move(line));
        }
        for (const Finding& each : trail_.summary.findings) theirs.push_back(std::string(name(each.kind)) + " " + each.node + " " + each.sheet + joined(each.values));
        same("findings", joined(ours), joined(theirs));
    }

    // ---- the form ----

    void facts() {
        if (!same("facts", text(r_.facts.size()), text(trail_.facts.size()))) return;
        for (std::size_t i = 0; i < r_.facts.size(); ++i)
            same("fact", legend_.facts[i].id + text(r_.facts[i].known) + text(r_.facts[i].assumed),
                 trail_.facts[i].name + text(trail_.facts[i].value != "null") + text(trail_.facts[i].assumed));
    }

    void sheets() {
        same("sheets", text(r_.sheets), text(trail_.sheets.size()));
        for (int sheet = 0; sheet < r_.sheets; ++sheet)
            same("total of a sheet", text(r_.number(r_.sheet_totals[index(sheet)])), text(trail_.sheets[index(sheet)].total));
    }

    void nodes() {
        for (std::size_t i = 0; i < r_.nodes.size(); ++i) {
            const TrailNode& node = trail_.nodes[i];
            const Legend::Node& known = legend_.nodes[i];
            same("node", known.id + text(known.parent) + known.title.en + known.cite.place, node.id + text(node.parent) + node.title.en + node.cite.place);
            same("points of " + node.id, text(r_.number(r_.nodes[i])), text(node.points));
            for (int sheet = 0; sheet < r_.sheets; ++sheet) {
                same("points of " + node.id + " on a sheet", text(r_.number(r_.by_sheet[i * index(r_.sheets) + index(sheet)])), text(node.by_sheet[index(sheet)]));
                if (known.criterion != Records::none) mark(node.id, r_.mark(known.criterion, sheet), node.marks[index(sheet)]);
            }
            same("criterion " + node.id, text(known.criterion != Records::none), text(!node.marks.empty()));
        }
    }

    void mark(const std::string& id, const Records::Mark& mark, const TrailMark& told) {
        same("state of " + id, text(static_cast<int>(mark.state)), text(static_cast<int>(told.state)));
        same("mark of " + id, text(r_.number(mark.points)), text(told.points));
        same("from facts", text(r_.from_facts), text(told.from_facts));
        std::vector<std::string> options, evidence;
        for (int each : Records::part(r_.options, mark.options)) options.push_back(option(each));
        for (int each : Records::part(r_.evidence_missing, mark.evidence_missing)) evidence.push_back(legend_.evidence[index(each)].id);
        std::vector<std::string> wanted = told.evidence_missing;
        same("options of " + id, joined(options), joined(told.options));
        same("evidence of " + id, joined(evidence), joined(wanted));
        conditions(id, mark, told);
    }

    void conditions(const std::string& id, const Records::Mark& mark, const TrailMark& told) {
        std::optional<std::string> applies;
        bool holds = true;
        std::string when, option_when;
        for (const Records::Condition& each : Records::part(r_.conditions, mark.conditions)) {
            const std::string answer = ": " + text(each.answer);
            if (each.kind == Records::Condition::Kind::applies && holds) {
                // Of several, the one that decides: the first that is not true.
                applies = id + " applies " + legend_.nodes[index(each.of)].applies + answer;
                holds = each.answer == Answer::yes;
            }
            if (each.kind == Records::Condition::Kind::case_) when = id + " when " + legend_.cases[index(each.of)].when + answer;
            if (each.kind == Records::Condition::Kind::option) option_when += id + " option " + legend_.options[index(each.of)].when + answer;
        }
        same("applies of " + id, applies.value_or(""), test::told(id, "applies", told.applies));
        same("case of " + id, when, test::told(id, "when", told.when));
        std::string all;
        for (const TrailCondition& each : told.option_when) all += test::told(id, "option", each);
        same("conditions of " + id, option_when, all);
    }

    // ---- what decided ----

    void gates() {
        for (std::size_t i = 0; i < r_.gates.size(); ++i) {
            const TrailGate& gate = trail_.gates[i];
            const Legend::Gate& known = legend_.gates[i];
            const std::string after = known.after == Records::none ? "" : legend_.nodes[index(known.after)].id;
            same("gate", known.id + known.when + known.cite.place + after, gate.id + gate.condition.text + gate.cite.place + gate.after);
            same("effect of " + gate.id, text(static_cast<int>(r_.gates[i].effect)) + text(r_.gates[i].stars), text(static_cast<int>(gate.effect)) + text(gate.stars));
            same("gate " + gate.id, text(r_.gates[i].met), text(gate.met));
            std::string ours, theirs = text(gate.condition.value);
            for (const Records::Condition& each : Records::part(r_.conditions, r_.gates[i].conditions)) ours += text(each.answer);
            for (const TrailCondition& each : gate.by_sheet) theirs += text(each.value);
            same("conditions of gate " + gate.id, ours, theirs);
        }
        std::optional<std::string> after;
        if (r_.stop_gate != Records::none) {
            const int node = legend_.gates[index(r_.stop_gate)].after;
            after = node == Records::none ? "" : legend_.nodes[index(node)].id;
        }
        same("stopped after", after.value_or("nothing"), trail_.stopped_after.value_or("nothing"));
    }

    void minima() {
        for (std::size_t i = 0; i < r_.minima.size(); ++i) {
            const Records::Minimum& ours = r_.minima[i];
            const TrailMinimum& theirs = trail_.minima[i];
            const Legend::Minimum& known = legend_.minima[index(ours.minimum)];
            const std::string what = "minimum of " + theirs.node;
            same(what, node_of(ours.criterion).id + text(ours.star) + option(known.option) + known.cite.place, theirs.node + text(theirs.star) + theirs.option + theirs.cite.place);
            same(what + ", required", text(r_.number(ours.required)), text(theirs.required));
            same(what + ", actual", text(r_.number(ours.actual)), text(theirs.actual));
            same(what + ", binds", text(ours.binds), text(theirs.binds));
            same(what + ", met", text(ours.met), text(theirs.met));
            same(what + ", sheets", text(ours.sheets_met), text(theirs.sheets_met));
            const std::string when = ours.condition == Records::none ? "" : theirs.node + " when " + known.when + ": " + text(r_.conditions[index(ours.condition)].answer);
            same(what + ", condition", when, told(theirs.node, "when", theirs.when));
        }
    }

    void bands() {
        if (!same("bands", text(r_.bands.size()), text(trail_.bands.size()))) return;
        for (std::size_t i = 0; i < r_.bands.size(); ++i) {
            const TrailBand& band = trail_.bands[trail_.bands.size() - 1 - i];
            same("band", text(r_.bands[i].star) + text(r_.number(r_.bands[i].low)) + text(r_.bands[i].low_open) + legend_.bands[i].interval,
                 text(band.star) + text(band.low) + text(band.low_open) + band.interval);
            same("holds", text(r_.bands[i].holds), text(trail_.summary.band == band.star));
        }
    }

    void readings() {
        std::vector<std::string> ours, theirs;
        for (const Records::Alternative& each : r_.alternatives) {
            const Legend::Reading& reading = legend_.readings[index(each.reading)];
            ours.push_back(reading.name + " " + reading.choices[index(each.choice)] + " " + name(each.outcome) + text(each.stars) + text(r_.number(each.total)) + text(each.changes));
        }
        for (const TrailReading& reading : trail_.readings)
            for (const TrailReading::Alternative& each : reading.alternatives)
                theirs.push_back(reading.name + " " + each.value + " " + name(each.outcome) + star(each.stars) + text(each.total) + text(each.changes));
        same("readings", joined(ours), joined(theirs));
    }

    const Records& r_;
    const Legend& legend_;
    const Trail& trail_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> differences(const Records& records, const Legend& legend, const Trail& trail) { return Comparison(records, legend, trail).compare(); }

}  // namespace ocop::test
