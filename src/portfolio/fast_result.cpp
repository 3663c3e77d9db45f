// A card to its result line: decided in one pass, and put together from pieces.
#include "portfolio/fast_form.hpp"

namespace ocop::portfolio {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

}  // namespace

void Form::parts(int sheets) {
    for (const Part& part : parts_) {
        program::Scaled sum = 0;
        for (int leaf = part.first_leaf; leaf < part.end_leaf; ++leaf) sum += working_.sums[index(leaf)];
        line_->put(part.before);
        points_.put(sum, sheets, *line_);
    }
}

void Form::blocked(const batch::Verdict& verdict) {
    const batch::Plan& plan = *plans_.front();
    const int target = batch::next_star(plan, verdict);
    blocked_.clear();
    if (target == 0) return;
    const std::size_t before = line_->size();
    batch::each_obstacle(plan, working_, target, [&](int minimum) {
        blocked_.push_back(minimum);
        line_->put(minima_[index(minimum)]);
    });
    if (verdict.band < target) {
        const Band& band = bands_[index(target)];
        line_->put("\"points ");
        points_.put(band.low * verdict.total.denominator - verdict.total.numerator, verdict.total.denominator, *line_);
        line_->put(band.wanted);
    }
    for (std::size_t i = 0; i < program_.gates.size(); ++i) {
        const program::GateEntry& gate = program_.gates[i];
        if (gate.effect == model::Effect::cap && gate.stars < target && working_.gates[i] != batch::no) line_->put(caps_[i]);
    }
    if (line_->size() > before) line_->cut(line_->size() - 1);  // the last comma
}

const Fragment& Form::stars_and_band(const batch::Verdict& verdict) {
    const auto at = index(verdict.stars) * 64 + index(verdict.band);
    if (at >= stars_.size()) stars_.resize(at + 1);
    if (stars_[at].empty()) stars_[at] = Fragment("rated\",\"stars\":" + std::to_string(verdict.stars) + ",\"band\":" + std::to_string(verdict.band) + ",\"total\":\"");
    return stars_[at];
}

bool Form::rate(const FastCard& card, Line& out, Counted& counted) {
    if (card.sheets < 1 || card.sheets > 64 || !facts_->settle()) return false;
    OfHead& head = of_head(card);
    if (head.refused) return false;
    batch::Verdict verdict;
    if (!batch::decide(*plans_.front(), {card.sheets, card.codes.data(), facts_->answers(0)}, working_, verdict)) return false;
    const bool rated = verdict.outcome == Outcome::rated;
    line_ = &out;
    const std::size_t begin = out.size();
    line_->put("{\"scorecard\":\"");
    line_->put(card.id);
    line_->put(begin_);
    line_->put(rated ? stars_and_band(verdict) : rejected_);
    points_.put(verdict.total.numerator, verdict.total.denominator, *line_);
    parts(card.sheets);
    line_->put("\"},\"blocked_by\":[");
    blocked(verdict);
    if (rated) line_->put(recognition(head, card.sheets, verdict.stars));
    else line_->put("],\"recognition\":null,\"findings\":[");
    const std::size_t before = line_->size();
    if (!find(card, head, verdict)) {
        out.cut(begin);
        return false;
    }
    if (line_->size() > before) line_->cut(line_->size() - 1);  // the last comma
    line_->put("]}");
    counted.rule_set = rule_.index;
    counted.outcome = verdict.outcome;
    counted.stars = rated ? verdict.stars : -1;
    counted.maker = card.maker;
    counted.blocked = blocked_;
    counted.findings = counts_;
    return true;
}

}  // namespace ocop::portfolio
