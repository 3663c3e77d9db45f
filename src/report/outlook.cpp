// Reads `blocked_by` back into what it names, and collects what is not known.
#include "report/outlook.hpp"

#include <algorithm>
#include <string_view>

namespace ocop::report {
namespace {

// "minimum 1.5 for 5" → "1.5"; "cap papers" → "papers".
std::string subject(std::string_view entry) {
    entry.remove_prefix(std::min(entry.size(), entry.find(' ') + 1));
    return std::string(entry.substr(0, entry.rfind(" for ")));
}

int star_above(const Trail& trail, int stars) {
    int next = 0;
    for (const TrailBand& band : trail.bands)
        if (band.star > stars && (next == 0 || band.star < next)) next = band.star;
    return next;
}

bool no_star_rule(const Trail& trail) {
    return std::any_of(trail.readings.begin(), trail.readings.end(),
                       [](const TrailReading& each) { return each.name == "minima_missed" && each.chosen == "no-star"; });
}

Obstacle obstacle(const Trail& trail, const std::string& entry, int target) {
    Obstacle out;
    out.id = subject(entry);
    if (entry.starts_with("points ")) {
        out.kind = Obstacle::Kind::points;
        out.points = Number::parse(out.id).value_or(Number());
    } else if (entry.starts_with("cap ")) {
        out.kind = Obstacle::Kind::cap;
        out.id = entry.substr(4);
        out.gate = find_gate(trail, out.id);
    } else {
        out.node = find_node(trail, out.id);
        for (const TrailMinimum& each : trail.minima)
            if (each.node == out.id && each.star <= target && each.met != true && each.binds != false) out.minima.push_back(&each);
    }
    return out;
}

class Collector {
public:
    explicit Collector(const Trail& trail) : trail_(trail) {}

    void node(const TrailNode& node) {
        Missing::Marks marks{&node, {}};
        for (std::size_t i = 0; i < node.marks.size(); ++i) {
            const TrailMark& mark = node.marks[i];
            if (mark.state == TrailMark::State::missing) marks.sheets.push_back(static_cast<int>(i));
            if (mark.state == TrailMark::State::ignored) continue;
            if (mark.applies && !mark.applies->value) condition(*mark.applies, node.id);
            if (mark.state == TrailMark::State::marked || mark.state == TrailMark::State::none) continue;
            if (mark.when && !mark.when->value) condition(*mark.when, node.id);
            if (!mark.from_facts) continue;
            for (const TrailCondition& each : mark.option_when)
                if (!each.value) condition(each, node.id);
        }
        if (!marks.sheets.empty()) found_.marks.push_back(std::move(marks));
    }

    void condition(const TrailCondition& condition, const std::string& wanted_by) {
        // A condition that is a fact and nothing else has no operands of its own.
        for (const TrailFact& fact : trail_.facts)
            if (fact.name == condition.text && fact.value == "null") unknown(fact.name, wanted_by);
        for (const TrailCondition::Operand& each : condition.operands) {
            const bool figure = each.text.find('(') != std::string::npos || each.text == "total";
            if (each.value == "null" && !figure) unknown(each.text, wanted_by);
        }
    }

    Missing take() { return std::move(found_); }

private:
    void unknown(const std::string& name, const std::string& wanted_by) {
        for (Missing::Unknown& known : found_.facts) {
            if (known.text != name) continue;
            const auto& by = known.wanted_by;
            if (std::find(by.begin(), by.end(), wanted_by) == by.end()) known.wanted_by.push_back(wanted_by);
            return;
        }
        Missing::Unknown entry{name, {}, {wanted_by}};
        for (const TrailFact& fact : trail_.facts)
            if (fact.name == name) entry.title = fact.title;
        found_.facts.push_back(std::move(entry));
    }

    const Trail& trail_;
    Missing found_;
};

}  // namespace

Outlook outlook(const Trail& trail) {
    Outlook out;
    if (!trail.summary.stars) return out;
    const bool to_ceiling = *trail.summary.stars == 0 && no_star_rule(trail) && trail.ceiling;
    out.target = to_ceiling ? *trail.ceiling : star_above(trail, *trail.summary.stars);
    for (const std::string& entry : trail.summary.blocked_by) out.obstacles.push_back(obstacle(trail, entry, out.target));
    return out;
}

Missing missing(const Trail& trail) {
    Collector collector(trail);
    for (const TrailNode& node : trail.nodes) collector.node(node);
    for (const TrailGate& gate : trail.gates)
        if (!gate.met) collector.condition(gate.condition, gate.id);
    for (const TrailMinimum& minimum : trail.minima)
        if (!minimum.binds && minimum.when) collector.condition(*minimum.when, minimum.node);
    return collector.take();
}

const TrailNode* find_node(const Trail& trail, const std::string& id) {
    const auto found = std::find_if(trail.nodes.begin(), trail.nodes.end(), [&](const TrailNode& each) { return each.id == id; });
    return found == trail.nodes.end() ? nullptr : &*found;
}

const TrailGate* find_gate(const Trail& trail, const std::string& id) {
    const auto found = std::find_if(trail.gates.begin(), trail.gates.end(), [&](const TrailGate& each) { return each.id == id; });
    return found == trail.gates.end() ? nullptr : &*found;
}

std::vector<const TrailGate*> deciding_gates(const Trail& trail) {
    std::vector<const TrailGate*> out;
    const bool rejected = trail.summary.outcome == Outcome::rejected;
    if (!rejected && trail.summary.outcome != Outcome::stopped) return out;
    const auto effect = rejected ? TrailGate::Effect::reject : TrailGate::Effect::stop;
    for (const TrailGate& gate : trail.gates) {
        const bool first = rejected || !trail.stopped_after || gate.after == *trail.stopped_after;
        if (gate.effect == effect && gate.met == true && first) out.push_back(&gate);
    }
    return out;
}

std::optional<Number> total_max(const Trail& trail) {
    std::optional<Number> sum = Number(0);
    for (const TrailNode& node : trail.nodes) {
        if (node.parent >= 0 || !sum) continue;
        sum = node.max ? add(*sum, *node.max) : std::nullopt;
    }
    return trail.nodes.empty() ? std::nullopt : sum;
}

int most_stars(const Trail& trail) {
    int most = 0;
    for (const TrailBand& band : trail.bands) most = std::max(most, band.star);
    return most;
}

}  // namespace ocop::report
