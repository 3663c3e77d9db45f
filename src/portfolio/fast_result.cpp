// A card to its result line: decided in one pass, and put together from pieces.
#include "portfolio/fast_form.hpp"
#include "portfolio/result.hpp"
#include "rate/rate.hpp"

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
    const int target = rate::next_star(program_, plan.ways, verdict.outcome, verdict.stars, verdict.ceiling);
    blocked_.clear();
    if (target == 0) return;
    const std::size_t before = line_->size();
    batch::each_obstacle(plan, working_, target, [&](int minimum) {
        blocked_.push_back(minimum);
        line_->put(minima_[index(minimum)]);
    });
    if (verdict.band < target) {
        const Band& band = bands_[index(target)];
        csv_ ? line_->put("points ") : line_->put("\"points ");
        points_.put(band.low * verdict.total.denominator - verdict.total.numerator, verdict.total.denominator, *line_);
        line_->put(band.wanted);
    }
    for (std::size_t i = 0; i < program_.gates.size(); ++i) {
        const program::GateEntry& gate = program_.gates[i];
        if (gate.effect == model::Effect::cap && gate.stars < target && working_.gates[i] != batch::no) line_->put(caps_[i]);
    }
    if (line_->size() > before) line_->cut(line_->size() - (csv_ ? 2 : 1));  // what stands behind the last
}

const Fragment& Form::stars_and_band(const batch::Verdict& verdict) {
    const auto at = index(verdict.stars) * 64 + index(verdict.band);
    if (at >= stars_.size()) stars_.resize(at + 1);
    if (stars_[at].empty() && csv_) stars_[at] = Fragment("rated," + std::to_string(verdict.stars) + "," + std::to_string(verdict.band) + ",");
    if (stars_[at].empty()) stars_[at] = Fragment("rated\",\"stars\":" + std::to_string(verdict.stars) + ",\"band\":" + std::to_string(verdict.band) + ",\"total\":\"");
    return stars_[at];
}

// To the points of the parts.
void Form::put_top(const FastCard& card, const batch::Verdict& verdict) {
    line_->put(begin_);
    line_->put(verdict.outcome == Outcome::rated ? stars_and_band(verdict) : rejected_);
    points_.put(verdict.total.numerator, verdict.total.denominator, *line_);
    if (csv_) parts_quoted_ ? line_->put(",\"") : line_->put(",");
    parts(card.sheets);
}

bool Form::put_line(const FastCard& card, OfHead& head, const batch::Verdict& verdict) {
    line_->put("{\"scorecard\":\"");
    line_->put(card.id);
    put_top(card, verdict);
    line_->put("\"},\"blocked_by\":[");
    blocked(verdict);
    if (verdict.outcome == Outcome::rated) line_->put(recognition(head, card.sheets, verdict.stars));
    else line_->put("],\"recognition\":null,\"findings\":[");
    const std::size_t before = line_->size();
    if (!find(card, head, verdict)) return false;
    if (line_->size() > before) line_->cut(line_->size() - 1);  // the last comma
    line_->put("]}");
    return true;
}

// Items with semicolons between them; one alone needs no quotes.
void Form::put_cell(const Line& text) {
    const bool quoted = text.text().find(';') != std::string_view::npos;
    if (quoted) line_->put("\"");
    line_->put(text.text());
    if (quoted) line_->put("\"");
}

// Each kind once, with how many there are of it where there are several.
void Form::kinds_found() {
    for (const Finding::Kind each : kinds_) {
        if (!line_->empty()) line_->put("; ");
        line_->put(name(each));
        if (const int count = counts_[static_cast<std::size_t>(each)]; count > 1) line_->put(std::string_view(" (" + std::to_string(count) + ")"));
    }
}

bool Form::put_row(const FastCard& card, OfHead& head, const batch::Verdict& verdict) {
    Line& row = *line_;
    const auto put_made = [&](auto make) {
        cell_.cut(0);
        line_ = &cell_;
        make();
        line_ = &row;
        put_cell(cell_);
    };
    row.put(std::string_view(csv_cell(card.id)));
    put_top(card, verdict);
    parts_quoted_ ? row.put("\",") : row.put(",");
    put_made([&] { blocked(verdict); });
    if (verdict.outcome == Outcome::rated) row.put(recognition(head, card.sheets, verdict.stars));
    else row.put(",,,");
    // Of what is found only the kinds stand here.
    cell_.cut(0);
    line_ = &cell_;
    const bool found = find(card, head, verdict);
    line_ = &row;
    if (!found) return false;
    put_made([&] { kinds_found(); });
    row.put(",");
    return true;
}

bool Form::rate(const FastCard& card, Line& out, Counted& counted) {
    if (card.sheets < 1 || card.sheets > FastCard::most_sheets || !facts_->settle()) return false;
    OfHead& head = of_head(card);
    if (head.refused) return false;
    batch::Verdict verdict;
    if (!batch::decide(*plans_.front(), {card.sheets, card.codes.data(), facts_->answers(0)}, working_, verdict)) return false;
    line_ = &out;
    const std::size_t begin = out.size();
    if (!(csv_ ? put_row(card, head, verdict) : put_line(card, head, verdict))) {
        out.cut(begin);
        return false;
    }
    counted.rule_set = rule_.index;
    counted.outcome = verdict.outcome;
    counted.stars = verdict.outcome == Outcome::rated ? verdict.stars : -1;
    counted.maker = card.maker;
    counted.blocked = blocked_;
    counted.findings = counts_;
    return true;
}

}  // namespace ocop::portfolio
