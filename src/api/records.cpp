// What the indices of records stand for.
#include <ocop/records.hpp>

#include "api/state.hpp"
#include "trail/build.hpp"

namespace ocop {
namespace {

std::string text(const model::ConditionPtr& when) { return when ? when->text : std::string(); }

class Reader {
public:
    Reader(const program::Program& program, Legend& out) : program_(program), rules_(*program.rules), out_(out) {}

    void read() {
        out_.rule_set = rules_.id;
        out_.digest = rules_.digest;
        out_.scale = program_.scale;
        for (std::size_t i = 0; i < program_.nodes.size(); ++i) node(rules_.nodes[i], program_.nodes[i]);
        for (std::size_t i = 0; i < program_.leaves.size(); ++i) criterion(static_cast<int>(i), program_.leaves[i]);
        for (std::size_t i = 0; i < program_.minima.size(); ++i) minimum(static_cast<int>(i), program_.minima[i]);
        for (const model::Gate& each : rules_.gates) out_.gates.push_back({each.id, each.title, rate::effect(each.effect), each.after, text(each.when), each.cite});
        for (auto band = rules_.bands.rbegin(); band != rules_.bands.rend(); ++band) out_.bands.push_back({band->star, band->text, band->cite});
        for (const model::Reading& each : rules_.readings) out_.readings.push_back({each.name, each.title, each.choices(), each.cite});
        for (const model::Fact& each : rules_.facts)
            if (!each.built_in) out_.facts.push_back({each.name, each.title});
        for (const model::Evidence& each : rules_.evidence) out_.evidence.push_back({each.id, each.title});
        out_.incomplete = rules_.incomplete;
        for (const model::RecognitionEntry& each : rules_.recognition) out_.recognition.push_back({each.from.text(), each.certificate, each.cite});
        out_.quorum = rules_.council.quorum;
        out_.spread = rules_.council.spread;
    }

private:
    void node(const model::Node& from, const program::NodeEntry& entry) {
        out_.nodes.push_back({from.kind, from.id, from.title, from.parent, entry.leaf, entry.first_leaf, entry.end_leaf, text(from.applies),
                              *from.incomplete, from.cite});
    }

    void criterion(int number, const program::Leaf& leaf) {
        const model::Node& node = rules_.nodes[static_cast<std::size_t>(leaf.node)];
        out_.criteria.push_back({leaf.node, leaf.first_case, leaf.end_case, leaf.first_choice, leaf.end_choice, leaf.any, leaf.any ? leaf.cap[0] : 0});
        for (const model::Case& each : node.cases) out_.cases.push_back({number, each.id, each.title, text(each.when), each.cite});
        for (int i = leaf.first_choice; i < leaf.end_choice; ++i) option(number, leaf, program_.choices[static_cast<std::size_t>(i)]);
    }

    void option(int criterion, const program::Leaf& leaf, const program::Choice& choice) {
        const model::Option& from = program_.option(choice, leaf);
        out_.options.push_back({criterion, leaf.first_case + choice.case_index, program_.option_name(choice, leaf), from.title, choice.points[0],
                                choice.points[1], text(from.when), from.remarks->erratum, from.cite});
    }

    void minimum(int number, const program::MinimumEntry& entry) {
        const model::Minimum& from = trail::minimum_of(program_, number);
        out_.minima.push_back({entry.leaf, entry.choice, entry.star, text(from.when), from.cite});
    }

    const program::Program& program_;
    const model::RuleSet& rules_;
    Legend& out_;
};

}  // namespace

Legend::Legend(const RuleSet& rules) { Reader(*rules.state().program, *this).read(); }

}  // namespace ocop
