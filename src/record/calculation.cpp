// Adds up, combines, rounds, finds the band, lowers it by the caps, and goes down the stars until the minima are met.
#include "record/calculation.hpp"

#include <algorithm>

namespace ocop::record {
namespace {

using State = FormMark::State;

Number plus(const Number& a, const Number& b) { return add(a, b).value_or(Number()); }
Number over(const Number& a, std::size_t count) { return divide(a, Number(static_cast<std::int64_t>(count))).value_or(Number()); }

Number mean(const std::vector<Number>& figures, std::size_t from, std::size_t to) {
    Number sum;
    for (std::size_t i = from; i < to; ++i) sum = plus(sum, figures[i]);
    return over(sum, to - from);
}

// "operator" of "operator.b"; empty where there are no cases.
std::string case_of(const std::string& option) {
    const std::size_t dot = option.find('.');
    return dot == std::string::npos ? std::string() : option.substr(0, dot);
}

}  // namespace

Calculation::Calculation(const Json& record, const Form& form) : record_(record), form_(form), outcome_told_(record.at("outcome")), how_(trail().at("council").at("combine")) {
    for (const Json& each : trail().at("readings")) readings_.emplace(each.at("name"), each.at("chosen"));
    for (const Json& each : trail().at("minima")) reach_.push_back(reach(each));
}

std::string Calculation::reading(const std::string& name) const {
    const auto found = readings_.find(name);
    return found == readings_.end() ? std::string() : found->second;
}

// ---- points ---------------------------------------------------------------------------------------------------------

Sums Calculation::sums(std::size_t first_leaf, std::size_t end_leaf) const {
    Sums out{std::vector<Number>(form_.sheets), std::vector<bool>(form_.sheets, true), std::vector<bool>(form_.sheets, false)};
    for (std::size_t leaf = first_leaf; leaf < end_leaf; ++leaf)
        for (std::size_t sheet = 0; sheet < form_.sheets; ++sheet) {
            const Points& given = form_.leaf(leaf).marks[sheet].points;
            out.all[sheet] = out.all[sheet] && given.has_value();
            out.any[sheet] = out.any[sheet] || given.has_value();
            if (given) out.by_sheet[sheet] = plus(out.by_sheet[sheet], *given);
        }
    return out;
}

// A stopped or rejected dossier shows what was assessed; else there is no figure where something is missing.
Points Calculation::shown(const Sums& sums, std::size_t sheet) const {
    return sums.all[sheet] || (partial() && sums.any[sheet]) ? Points(sums.by_sheet[sheet]) : Points();
}

Points Calculation::combined(const Sums& sums) const {
    const bool all = std::ranges::all_of(sums.all, [](bool each) { return each; });
    const bool any = std::ranges::any_of(sums.any, [](bool each) { return each; });
    return all || (partial() && any) ? Points(combine(sums.by_sheet)) : Points();
}

Number Calculation::combine(std::vector<Number> figures) const {
    const std::size_t count = figures.size();
    if (count == 0) return {};
    if (how_ == "mean" || (how_ == "trimmed mean" && count < 3)) return mean(figures, 0, count);
    std::ranges::sort(figures);
    if (how_ == "trimmed mean") return mean(figures, 1, count - 1);
    return mean(figures, (count - 1) / 2, count / 2 + 1);
}

Points Calculation::rounded(const Points& total) const {
    const std::string how = reading("rounding");
    if (!total || !how.starts_with("half-up ") || how.size() != 9) return total;
    return total->round(how.back() - '0', Number::Rounding::half_up);
}

Points Calculation::total() const {
    const Points total = total_before_rounding();
    return rounded(partial() && !total ? Points(Number()) : total);
}

// ---- gates ----------------------------------------------------------------------------------------------------------

Known Calculation::any_gate(const std::string& effect) const {
    Known found = Known::no;
    for (const Json& gate : trail().at("gates")) {
        if (gate.at("effect") != effect) continue;
        const Known met = known(gate.at("met"));
        if (met == Known::yes) return met;
        if (met == Known::unknown) found = met;
    }
    return found;
}

std::size_t Calculation::end_after(const Json& gate) const {
    const Json& after = gate.at("after");
    if (after.is_null()) return 0;
    const auto found = form_.by_id.find(after.get<std::string>());
    return found == form_.by_id.end() ? form_.leaves.size() : form_.nodes[found->second].end_leaf;
}

std::size_t Calculation::stop_leaf() const {
    std::size_t least = form_.leaves.size();
    for (const Json& gate : trail().at("gates"))
        if (gate.at("effect") == "stop" && gate.at("met") == true) least = std::min(least, end_after(gate));
    return least;
}

// ---- stars ----------------------------------------------------------------------------------------------------------

// A mark that is not told can be anything up to the maximum. A sheet of another case is not concerned.
Reach Calculation::reach(const Json& minimum) const {
    const auto found = form_.by_id.find(minimum.at("node").get<std::string>());
    if (found == form_.by_id.end()) return {};
    const FormNode& node = form_.nodes[found->second];
    const Number required = *points(minimum.at("required"));
    const std::string of_case = case_of(minimum.at("option"));
    std::vector<Number> least, most;
    std::size_t sure = 0, possible = 0;
    bool applies = false, can_apply = false, case_open = !of_case.empty();
    Reach out;
    for (const FormMark& mark : node.marks) {
        const bool told = mark.points.has_value();
        least.push_back(mark.points.value_or(Number()));
        most.push_back(told && mark.state != State::unsure ? *mark.points : node.max.value_or(required));
        // Where a criterion does not apply, the facts say which case it would be, not the mark.
        const bool case_untold = !of_case.empty() && (mark.options.empty() || mark.applies == Known::no);
        const bool other = !of_case.empty() && !case_untold && case_of(mark.options.front()) != of_case;
        const bool met = mark.applies == Known::yes && least.back() >= required;
        const bool may = mark.applies != Known::no && (most.back() >= required || case_untold);
        sure += other || met ? 1 : 0;
        possible += other || may || case_untold ? 1 : 0;
        out.sheets_sure += met && !other && !case_untold && mark.state != State::unsure ? 1 : 0;
        out.sheets_possible += may && !other ? 1 : 0;
        applies = applies || mark.applies == Known::yes;
        can_apply = can_apply || mark.applies != Known::no;
        case_open = case_open && (case_untold || other);
    }
    const std::string by = reading("minima_met_by");
    const auto enough = [&](std::size_t count) { return by == "majority" ? count * 2 > form_.sheets : count == form_.sheets; };
    const bool combined = by != "majority" && by != "every-sheet";
    out.sure = combined ? applies && combine(least) >= required : enough(sure);
    out.possible = combined ? case_open || (can_apply && combine(most) >= required) : enough(possible);
    return out;
}

std::optional<std::int64_t> Calculation::band(const Points& total) const {
    if (!total) return std::nullopt;
    for (const Json& band : trail().at("bands")) {
        const Number low = *points(band.at("low"));
        if (*total > low || (*total == low && band.at("low_open") == false)) return band.at("star").get<std::int64_t>();
    }
    return std::nullopt;
}

// The least of the band and the caps that hold; of those not known, the lucky or the unlucky way.
std::int64_t Calculation::capped(std::int64_t band, bool lucky) const {
    for (const Json& gate : trail().at("gates")) {
        const Known met = known(gate.at("met"));
        if (gate.at("effect") != "cap" || !gate.at("stars").is_number() || met == Known::no || (lucky && met == Known::unknown)) continue;
        band = std::min(band, gate.at("stars").get<std::int64_t>());
    }
    return band;
}

bool Calculation::minima_met(std::int64_t star, bool lucky) const {
    const bool own = reading("minima_cumulate") == "own";
    const Json& minima = trail().at("minima");
    for (std::size_t i = 0; i < minima.size(); ++i) {
        const std::int64_t of = minima[i].at("star").get<std::int64_t>();
        const Known binds = known(minima[i].at("binds"));
        if ((own ? of != star : of > star) || binds == Known::no) continue;
        // What the trail leaves open may be met.
        const Known told = known(minima[i].at("met"));
        const bool met = lucky ? told != Known::no || binds == Known::unknown : told == Known::yes;
        if (!met) return false;
    }
    return true;
}

std::int64_t Calculation::stars_under(std::int64_t ceiling, bool lucky) const {
    for (const Json& band : trail().at("bands")) {
        const std::int64_t star = band.at("star").get<std::int64_t>();
        if (star > ceiling) continue;
        if (minima_met(star, lucky)) return star;
        if (reading("minima_missed") == "no-star") return 0;
    }
    return 0;
}

std::pair<std::int64_t, std::int64_t> Calculation::stars(std::int64_t low, std::int64_t high) const {
    std::pair<std::int64_t, std::int64_t> out{stars_under(low, false), stars_under(high, true)};
    if (reading("minima_missed") != "no-star") return out;
    // There a lower ceiling may be the luckier one.
    for (const Json& band : trail().at("bands")) {
        const std::int64_t star = band.at("star").get<std::int64_t>();
        if (star < low || star > high) continue;
        out.first = std::min(out.first, stars_under(star, false));
        out.second = std::max(out.second, stars_under(star, true));
    }
    return out;
}

std::int64_t Calculation::next_star(std::int64_t stars) const {
    const Json& bands = trail().at("bands");
    for (std::size_t i = bands.size(); i-- > 0;)
        if (const std::int64_t star = bands[i].at("star").get<std::int64_t>(); star > stars) return star;
    return 0;
}

Points Calculation::band_low(std::int64_t star) const {
    for (const Json& band : trail().at("bands"))
        if (band.at("star") == star) return points(band.at("low"));
    return {};
}

bool Calculation::anything_missing() const {
    for (std::size_t leaf = 0; leaf < form_.leaves.size(); ++leaf)
        for (const FormMark& mark : form_.leaf(leaf).marks)
            if (!mark.points) return true;
    return false;
}

// The first outcome that holds.
Calculation::Result Calculation::result() const {
    Result out;
    const Known reject = any_gate("reject"), stop = any_gate("stop");
    out.outcome = "rated";
    if (reject != Known::no) out.outcome = reject == Known::yes ? "rejected" : "undecided";
    else if (stop != Known::no) out.outcome = stop == Known::yes ? "stopped" : "undecided";
    else if (anything_missing()) out.outcome = "undecided";
    if (out.outcome == "rejected" || out.outcome == "stopped") out.total = total();
    if (out.outcome != "rated") return out;
    const Points sum = total();
    const auto in = band(sum);
    if (!in) return out;
    const auto [least, most] = stars(capped(*in, false), capped(*in, true));
    if (least != most) {
        out.outcome = "undecided";
        return out;
    }
    out.total = sum;
    out.band = in;
    out.ceiling = capped(*in, true);
    out.stars = least;
    return out;
}

}  // namespace ocop::record
