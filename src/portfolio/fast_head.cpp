// What follows from the top of a card: findings about dates and the council, and who may recognise the stars.
#include <algorithm>

#include "portfolio/fast_form.hpp"
#include "portfolio/result.hpp"
#include "rate/rate.hpp"
#include "report/fragments.hpp"
#include "trail/build.hpp"

namespace ocop::portfolio {
namespace {

constexpr std::size_t heads_remembered = 2'000;

// A card of which nothing is known but its top.
card::Card card_of(const program::Program& program, const Head& head, int sheets) {
    card::Card card;
    card.level = head.level;
    card.filed_on = head.filed_on;
    card.assessed_on = head.assessed_on;
    card.members = head.members;
    card.evidence.assign(program.rules->evidence.size(), false);
    card.facts.assign(program.rules->facts.size(), {});
    card.sheets.resize(static_cast<std::size_t>(sheets));
    for (card::Sheet& each : card.sheets) each.marks.resize(program.leaves.size());
    return card;
}

}  // namespace

std::optional<Head> Form::read_head(const FastCard& card) const {
    std::vector<Stated> stated;
    for (std::size_t i = 0; i < card.head.size(); ++i)
        if (!card.head[i].empty()) stated.push_back({Stated::Where::head, head_keys[i], card.head[i]});
    const auto read = how_.card(program_, stated);
    if (!read || (read->members && *read->members < card.sheets)) return std::nullopt;
    return Head{read->level, read->filed_on, read->assessed_on, read->members};
}

Form::OfHead Form::work_out(const FastCard& card) const {
    OfHead out;
    out.head = read_head(card);
    out.refused = !out.head;
    if (out.refused) return out;
    const card::Card alone = card_of(program_, *out.head, card.sheets);
    rate::Result nothing;
    nothing.choices.assign(rules_.readings.size(), 0);
    nothing.ways = plans_.front()->ways;
    nothing.counted.sheets = card.sheets;
    nothing.counted.end_leaf = static_cast<int>(program_.leaves.size());
    nothing.counted.cells.resize(program_.leaves.size() * static_cast<std::size_t>(card.sheets));
    std::string findings, incomplete;
    for (const Finding& each : trail::findings(program_, alone, nothing)) {
        if (!each.node.empty()) continue;  // of a criterion: stands with it
        (each.kind == Finding::Kind::incomplete_rule_set ? incomplete : findings) += report::json_piece(each) + ",";
        ++out.counts[static_cast<std::size_t>(each.kind)];
        (each.kind == Finding::Kind::incomplete_rule_set ? out.incomplete_kinds : out.kinds).push_back(each.kind);
    }
    out.findings = Fragment(std::move(findings));
    out.incomplete = Fragment(std::move(incomplete));
    return out;
}

Form::OfHead& Form::of_head(const FastCard& card) {
    if (last_head_ != nullptr && last_head_sheets_ == card.sheets && std::equal(card.head.begin(), card.head.end(), last_head_tokens_.begin(), is)) return *last_head_;
    head_key_.assign(1, static_cast<char>(card.sheets));
    for (const std::string_view each : card.head) (head_key_ += each) += '\n';
    auto found = heads_.find(head_key_);
    if (found == heads_.end()) {
        if (heads_.size() >= heads_remembered) heads_.clear();
        found = heads_.emplace(head_key_, work_out(card)).first;
    }
    for (std::size_t i = 0; i < card.head.size(); ++i) last_head_tokens_[i] = Fragment(std::string(card.head[i]));
    last_head_sheets_ = card.sheets;
    last_head_ = &found->second;
    return *last_head_;
}

const Fragment& Form::recognition(OfHead& of, int sheets, int stars) {
    const auto at = static_cast<std::size_t>(stars);
    if (of.recognition.size() <= at) of.recognition.resize(at + 1);
    if (!of.recognition[at].empty()) return of.recognition[at];
    rate::Conclusion conclusion;
    conclusion.outcome = Outcome::rated;
    conclusion.stars = stars;
    const auto found = rate::recognise(program_, card_of(program_, *of.head, sheets), conclusion);
    return of.recognition[at] = Fragment(csv_ ? "," + recognition_cells(found) + "," : "],\"recognition\":" + report::json_piece(found) + ",\"findings\":[");
}

}  // namespace ocop::portfolio
