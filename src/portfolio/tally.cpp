// Tallies added up.
#include <ocop/portfolio.hpp>

#include "portfolio/makers.hpp"

namespace ocop::portfolio {

Counts& Counts::operator+=(const Counts& more) {
    scorecards += more.scorecards;
    errors += more.errors;
    for (std::size_t i = 0; i < outcomes.size(); ++i) outcomes[i] += more.outcomes[i];
    for (std::size_t i = 0; i < stars.size(); ++i) stars[i] += more.stars[i];
    return *this;
}

OfMaker& OfMaker::operator+=(const OfMaker& more) {
    scorecards += more.scorecards;
    three_or_more += more.three_or_more;
    if (more.best && (!best || *best < *more.best)) best = more.best;
    return *this;
}

Tally& Tally::operator+=(const Tally& more) {
    all += more.all;
    for (const auto& [id, rules] : more.rule_sets) {
        OfRuleSet& into = rule_sets[id];
        if (into.title == Text{}) into.title = rules.title;
        into.counts += rules.counts;
    }
    for (const auto& [group, counts] : more.groups) groups[group] += counts;
    for (const auto& [minimum, blocked] : more.blocking) {
        Blocking& into = blocking[minimum];
        if (into.title == Text{}) into.title = blocked.title;
        into.scorecards += blocked.scorecards;
    }
    for (const auto& [name, maker] : more.makers) makers[name] += maker;
    other_makers += more.other_makers;
    makers_unnamed += more.makers_unnamed;
    keep_most(makers, other_makers);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        findings[i].findings += more.findings[i].findings;
        findings[i].scorecards += more.findings[i].scorecards;
    }
    return *this;
}

std::string group_of(std::string_view rule_set) {
    const auto first = rule_set.find('/');
    if (first == std::string_view::npos) return {};
    const auto second = rule_set.find('/', first + 1);
    return second == std::string_view::npos ? std::string() : std::string(rule_set.substr(first + 1, second - first - 1));
}

// FNV-1a, its bits mixed once more.
std::uint64_t rank(std::string_view maker) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : maker) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    hash ^= hash >> 32U;
    return hash * 0x9E3779B97F4A7C15U;
}

}  // namespace ocop::portfolio
