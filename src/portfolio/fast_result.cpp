// Stars in one pass, then the line from its pieces.
#include "portfolio/fast_result.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rate/rate.hpp"
#include "report/fragments.hpp"

namespace ocop::portfolio {
namespace {

using program::none;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// The star that would be one more; 0 at the top.
int aim(const program::Program& program, const rate::Ways& ways, const batch::Verdict& verdict) {
    if (verdict.outcome != Outcome::rated) return 0;
    if (verdict.stars == 0 && !ways.next_star) return verdict.ceiling;
    for (int star : program.stars)
        if (star > verdict.stars) return star;
    return 0;
}

}  // namespace

bool FastResults::write(const FastCard& card, std::string& out, Counted& counted) {
    card_ = &card;
    counted_ = &counted;
    pieces_ = &by_form_[card.form];
    pieces_->findings.make_room();
    pieces_->lacking.resize(card.form->criteria.size());
    pieces_->recognitions.make_room();
    numbers_.make_room();
    if (!batch::decide(*card.form->plan, {card.sheets, card.codes.data(), card.answers.data()}, working_, verdict_)) return false;
    if (!readings()) return false;
    counted = {};
    counted.rule_set = card.form->index;
    counted.outcome = verdict_.outcome;
    counted.stars = verdict_.outcome == Outcome::rated ? verdict_.stars : -1;
    counted.maker = card.maker;
    line(out);
    counted.blocked = blocked_;
    return true;
}

// The other ways to read the decree; false where one of them cannot be told here.
bool FastResults::readings() {
    const FastForm& form = *card_->form;
    changes_.clear();
    others_.clear();
    for (std::size_t i = 0; i < form.readings.size(); ++i) {
        const FastReading& reading = form.readings[i];
        batch::Verdict other = verdict_;
        if (reading.plan != nullptr) {
            const std::uint8_t* answers = card_->answers.data();
            if (!reading.asked.empty()) {
                answers_ = card_->answers;
                if (!form.answer(reading.asked, card_->values, reading.plan->choices, answers_)) return false;
                answers = answers_.data();
            }
            if (!batch::decide(*reading.plan, {card_->sheets, card_->codes.data(), answers}, other_, other)) return false;
        } else if (can_change(reading)) {
            other = batch::conclude(*form.plan, working_, reading.ways);
        }
        const bool changes = other.outcome != verdict_.outcome || (other.outcome == Outcome::rated && other.stars != verdict_.stars);
        if (changes) changes_.push_back(static_cast<int>(i));
        others_.push_back(other);
    }
    return true;
}

// One sheet is its own majority, and whole points are rounded already.
bool FastResults::can_change(const FastReading& reading) const {
    if (card_->sheets > 1) return true;
    const bool whole = card_->form->program->scale == 1 && verdict_.total.denominator == 1;
    return reading.reading != model::reading_minima_met_by && !(reading.reading == model::reading_rounding && whole);
}

void FastResults::line(std::string& out) {
    const bool rated = verdict_.outcome == Outcome::rated;
    const auto put = [&](std::string_view text) { out.append(text); };
    put("{\"scorecard\":\"");
    put(card_->id);
    put("\",\"rule_set\":\"");
    put(card_->form->program->rules->id);
    put("\",\"outcome\":\"");
    put(name(verdict_.outcome));
    put("\",\"stars\":");
    rated ? put(fmt::format_int(verdict_.stars).c_str()) : put("null");
    put(",\"band\":");
    rated ? put(fmt::format_int(verdict_.band).c_str()) : put("null");
    put(",\"total\":\"");
    figure(verdict_.total.numerator, verdict_.total.denominator, out);
    put("\",\"parts\":{");
    parts(out);
    put("},\"blocked_by\":[");
    blocked_by(out);
    put("],\"recognition\":");
    recognition(out);
    put(",\"findings\":[");
    findings(out);
    put("]}");
}

void FastResults::figure(program::Scaled numerator, std::int64_t denominator, std::string& out) {
    const program::Scaled key[] = {numerator, denominator * card_->form->program->scale};
    if (numerator >= 0 && key[1] == 1) {
        out += fmt::format_int(numerator).c_str();
        return;
    }
    const std::string_view bytes(reinterpret_cast<const char*>(key), sizeof key);
    const std::string* known = numbers_.find(bytes);
    if (known == nullptr) known = &numbers_.add(bytes, card_->form->program->number(numerator, denominator).text());
    out += *known;
}

void FastResults::parts(std::string& out) {
    const program::Program& program = *card_->form->program;
    for (int part : card_->form->parts) {
        const program::NodeEntry& node = program.nodes[index(part)];
        program::Scaled sum = 0;
        for (int leaf = node.first_leaf; leaf < node.end_leaf; ++leaf) sum += working_.sums[index(leaf)];
        if (out.back() != '{') out += ',';
        std::string& id = ids_[program.rules->nodes[index(part)].id];
        if (id.empty()) id = report::json_piece(program.rules->nodes[index(part)].id);
        out += id;
        out += ":\"";
        figure(sum, card_->sheets, out);
        out += '"';
    }
}

// As rate::blocked_by().
void FastResults::blocked_by(std::string& out) {
    const FastForm& form = *card_->form;
    const program::Program& program = *form.program;
    const rate::Ways& ways = form.plan->ways;
    blocked_.clear();
    const int target = aim(program, ways, verdict_);
    if (target == 0) return;
    const auto begin = [&] { out += out.back() == '[' ? "\"" : ",\""; };
    for (std::size_t i = 0; i < program.minima.size(); ++i) {
        const program::MinimumEntry& minimum = program.minima[i];
        const bool needed = ways.cumulative ? minimum.star <= target : minimum.star == target;
        if (!needed || batch::met(working_.minima[i], ways, card_->sheets)) continue;
        if (!blocked_.empty()) {
            const program::MinimumEntry& last = program.minima[index(blocked_.back())];
            if (last.leaf == minimum.leaf && last.star == minimum.star) continue;
        }
        blocked_.push_back(static_cast<int>(i));
        begin();
        out += "minimum ";
        out += form.criteria[index(minimum.leaf)].id;
        out += " for ";
        out += fmt::format_int(minimum.star).c_str();
        out += '"';
    }
    if (verdict_.band < target) {
        program::Scaled low = 0;
        for (const program::BandEntry& band : program.bands)
            if (band.star == target) low = band.low;
        begin();
        out += "points ";
        figure(low * verdict_.total.denominator - verdict_.total.numerator, verdict_.total.denominator, out);
        out += " for ";
        out += fmt::format_int(target).c_str();
        out += '"';
    }
    for (std::size_t i = 0; i < program.gates.size(); ++i) {
        const program::GateEntry& gate = program.gates[i];
        if (gate.effect != model::Effect::cap || gate.stars >= target || working_.gates[i] == batch::no) continue;
        const std::string whole = report::json_piece("cap " + program.rules->gates[i].id);
        out += out.back() == '[' ? "" : ",";
        out += whole;
    }
}

void FastResults::recognition(std::string& out) {
    if (verdict_.outcome != Outcome::rated) {
        out += "null";
        return;
    }
    const program::Program& program = *card_->form->program;
    key_.assign(1, static_cast<char>(verdict_.stars));
    key_ += card_->level ? static_cast<char>('0' + static_cast<int>(*card_->level)) : '-';
    // What is valid depends on the day; most days are of one entry.
    const auto& entries = program.rules->recognition;
    int valid = -1;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (card_->assessed_on ? entries[i].from <= *card_->assessed_on : entries.size() == 1) valid = static_cast<int>(i);
    key_ += static_cast<char>(valid + 1);
    const std::string* known = pieces_->recognitions.find(key_);
    if (known == nullptr) {
        card::Card card;
        card.level = card_->level;
        card.assessed_on = card_->assessed_on;
        card.sheets.resize(1);
        rate::Conclusion conclusion;
        conclusion.outcome = verdict_.outcome;
        conclusion.stars = verdict_.stars;
        known = &pieces_->recognitions.add(key_, report::json_piece(rate::recognise(program, card, conclusion)));
    }
    out += *known;
}

}  // namespace ocop::portfolio
