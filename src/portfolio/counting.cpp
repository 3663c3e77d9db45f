// Lines by rule set and minimum as indices; names come in when a tally is made.
#include "portfolio/counting.hpp"

#include <tuple>

#include "base/limits.hpp"

namespace ocop::portfolio {
namespace {

static_assert(std::tuple_size_v<decltype(Tally::findings)> == static_cast<std::size_t>(Finding::Kind::calculation_fault) + 1);
static_assert(std::tuple_size_v<decltype(Counts::stars)> == base::limits::stars + 1);

void count(Counts& into, const Counted& line) {
    ++into.scorecards;
    if (line.error) {
        ++into.errors;
        return;
    }
    ++into.outcomes[static_cast<std::size_t>(line.outcome)];
    if (line.outcome == Outcome::rated && line.stars >= 0) ++into.stars[static_cast<std::size_t>(line.stars)];
}

}  // namespace

Counting::OfRule& Counting::of(int rule) {
    const auto index = static_cast<std::size_t>(rule);
    if (of_rule_.size() <= index) of_rule_.resize(index + 1);
    OfRule& found = of_rule_[index];
    if (found.rule == nullptr) {
        found.rule = rules_.at(rule);
        found.blocked.resize(found.rule->program->minima.size());
    }
    return found;
}

void Counting::add(const Counted& line) {
    if (line.rule_set < 0) return count(unknown_, line);
    OfRule& rule = of(line.rule_set);
    count(rule.counts, line);
    if (line.error) return;
    const auto& minima = rule.rule->program->minima;
    const program::MinimumEntry* last = nullptr;
    for (const int each : line.blocked) {
        const program::MinimumEntry& minimum = minima[static_cast<std::size_t>(each)];
        if (last == nullptr || last->leaf != minimum.leaf || last->star != minimum.star) ++rule.blocked[static_cast<std::size_t>(each)];
        last = &minimum;
    }
    for (std::size_t i = 0; i < findings_.size(); ++i) {
        findings_[i].findings += line.findings[i];
        if (line.findings[i] > 0) ++findings_[i].scorecards;
    }
    add_maker(line);
}

OfMaker* Counting::known(std::string_view maker) {
    const std::uint64_t hash = hash_of(maker);
    Seen& seen = seen_[hash % seen_.size()];
    if (seen.name != nullptr && seen.hash == hash && *seen.name == maker) return seen.maker;
    const auto found = makers_.find(maker);
    if (found == makers_.end()) return nullptr;
    seen = {hash, &found->first, &found->second};
    return seen.maker;
}

void Counting::add_maker(const Counted& line) {
    if (line.maker.empty()) {
        ++makers_unnamed_;
        return;
    }
    OfMaker one;
    one.scorecards = 1;
    if (line.outcome == Outcome::rated && line.stars >= 0) one.best = line.stars;
    if (one.best && *one.best >= 3) one.three_or_more = 1;
    if (OfMaker* maker = known(line.maker)) {
        *maker += one;
    } else if (line.maker.size() > Tally::maker_bytes) {
        other_makers_ += one;
    } else {
        makers_.emplace(std::string(line.maker), one);
        if (makers_.size() < 2 * Tally::makers_most) return;
        keep_most(makers_, other_makers_);
        seen_.assign(seen_.size(), {});
    }
}

Tally Counting::tally() const {
    Tally out;
    out.all = unknown_;
    for (const OfRule& each : of_rule_) {
        if (each.rule == nullptr) continue;
        const program::Program& program = *each.rule->program;
        const model::RuleSet& rules = *program.rules;
        out.all += each.counts;
        OfRuleSet& into = out.rule_sets[rules.id];
        into.title = rules.title;
        into.counts += each.counts;
        if (const std::string group = group_of(rules.id); !group.empty()) out.groups[group] += each.counts;
        for (std::size_t i = 0; i < each.blocked.size(); ++i) {
            if (each.blocked[i] == 0) continue;
            const program::MinimumEntry& minimum = program.minima[i];
            const model::Node& node = rules.nodes[static_cast<std::size_t>(program.leaves[static_cast<std::size_t>(minimum.leaf)].node)];
            Blocking& blocking = out.blocking[{rules.id, node.id, minimum.star}];
            blocking.title = node.title;
            blocking.scorecards += each.blocked[i];
        }
    }
    for (const auto& [name, maker] : makers_) out.makers.emplace(name, maker);
    out.other_makers = other_makers_;
    out.makers_unnamed = makers_unnamed_;
    keep_most(out.makers, out.other_makers);
    out.findings = findings_;
    return out;
}

}  // namespace ocop::portfolio
