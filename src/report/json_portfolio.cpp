// The summary of a portfolio as JSON. Its keys are explained in rules/schema/portfolio-summary.schema.json.
#include <ocop/report.hpp>

#include <algorithm>

#include "report/json_values.hpp"
#include "report/portfolio_words.hpp"

namespace ocop::report {
namespace {

using portfolio::Tally;

// 0 to 5 always; more stars where there are any.
Json stars_of(const portfolio::Counts& counts) {
    Json out = Json::object();
    for (std::size_t star = 0; star < counts.stars.size(); ++star)
        if (star <= 5 || counts.stars[star] > 0) out[std::to_string(star)] = counts.stars[star];
    return out;
}

void add(const portfolio::Counts& counts, Json& to) {
    to["scorecards"] = counts.scorecards;
    to["errors"] = counts.errors;
    Json outcomes = Json::object();
    for (const Outcome each : {Outcome::rated, Outcome::undecided, Outcome::stopped, Outcome::rejected}) outcomes[name(each)] = counts.of(each);
    to["outcomes"] = std::move(outcomes);
    to["stars"] = stars_of(counts);
}

Json groups_of(const Tally& tally) {
    Json out = Json::array();
    for (const auto& [group, counts] : tally.groups) {
        Json each = {{"group", group}, {"title", json_of(group_title(group))}};
        add(counts, each);
        out.push_back(std::move(each));
    }
    return out;
}

Json rule_sets_of(const Tally& tally) {
    Json out = Json::array();
    for (const auto& [id, of] : tally.rule_sets) {
        Json each = {{"rule_set", id}, {"title", text_or_null(of.title)}};
        add(of.counts, each);
        out.push_back(std::move(each));
    }
    return out;
}

// Most frequent first.
Json blocking_of(const Tally& tally) {
    std::vector<std::map<portfolio::Minimum, portfolio::Blocking>::const_pointer> all;
    for (const auto& each : tally.blocking) all.push_back(&each);
    std::ranges::stable_sort(all, [](const auto* a, const auto* b) { return a->second.scorecards > b->second.scorecards; });
    Json out = Json::array();
    for (const auto* each : all)
        out.push_back({{"rule_set", each->first.rule_set}, {"criterion", each->first.criterion}, {"star", each->first.star}, {"title", text_or_null(each->second.title)}, {"scorecards", each->second.scorecards}});
    return out;
}

void add(const portfolio::OfMaker& maker, Json& to) {
    to["scorecards"] = maker.scorecards;
    to["three_or_more"] = maker.three_or_more;
    to["best"] = json_of(maker.best);
}

Json makers_of(const Tally& tally) {
    const auto good = std::ranges::count_if(tally.makers, [](const auto& each) { return each.second.three_or_more > 0; });
    Json list = Json::array(), others = Json::object();
    for (const auto& [name, maker] : tally.makers) {
        Json each = {{"maker", name}};
        add(maker, each);
        list.push_back(std::move(each));
    }
    add(tally.other_makers, others);
    return {{"named", tally.makers.size()}, {"with_three_or_more", good}, {"unnamed", tally.makers_unnamed}, {"others", std::move(others)}, {"list", std::move(list)}};
}

Json findings_of(const Tally& tally) {
    Json out = Json::array();
    for (std::size_t i = 0; i < tally.findings.size(); ++i) {
        const auto kind = static_cast<Finding::Kind>(i);
        out.push_back({{"kind", name(kind)}, {"title", json_of(finding_title(kind))}, {"findings", tally.findings[i].findings}, {"scorecards", tally.findings[i].scorecards}});
    }
    return out;
}

Json json_of(const portfolio::Attained& plan) {
    Json targets = Json::array();
    for (const portfolio::Attained::Of& each : plan.targets)
        targets.push_back({{"group", text_or_null(each.target.group)}, {"stars", each.target.stars}, {"at_least", each.target.at_least}, {"products", each.target.products},
                           {"there", each.there}, {"share", report::json_of(each.share)}, {"percent", tenths(multiply(each.share, Number(100)).value_or(Number()))}, {"missing", each.missing}});
    return {{"title", text_or_null(plan.title)}, {"targets", std::move(targets)}};
}

}  // namespace

std::string json(const Tally& tally, const std::optional<portfolio::Attained>& plan) {
    Json out = Json::object();
    add(tally.all, out);
    out["groups"] = groups_of(tally);
    out["rule_sets"] = rule_sets_of(tally);
    out["blocking"] = blocking_of(tally);
    out["makers"] = makers_of(tally);
    out["findings"] = findings_of(tally);
    out["plan"] = plan ? json_of(*plan) : Json();
    return dumped(out, 2) + "\n";
}

}  // namespace ocop::report
