// Rating, step by step as the contract tells it: gates, points, total, band, caps, minima, outcome.
#include "reference/reference.hpp"

#include <algorithm>
#include <set>

#include "reference/figures.hpp"
#include "reference/form.hpp"
#include "reference/simple_condition.hpp"

namespace reference {
namespace {

using nlohmann::json;

// A condition that matters and is not known; whoever catches it tries both answers.
struct NotKnown {
    std::string condition;
};

class Evaluator {
public:
    Evaluator(const json& rules, const Card& card, std::map<std::string, bool> assumed)
        : rules_(rules), card_(card), form_(criteria(rules)), counted_(form_.size()), assumed_(std::move(assumed)) {
        const json facts = rules.value("facts", json::object());
        for (const auto& [name, fact] : facts.items())
            if (fact.contains("missing") && !fact.at("missing").is_null() && card_.facts.count(name) == 0)
                card_.facts[name] = fact.at("missing");
    }

    Answer rate() {
        const std::optional<std::size_t> stop = first_stop();
        if (stop) counted_ = *stop;
        switch (any_gate("reject")) {
            case 'y': return {"rejected", std::nullopt, assessed()};
            case '?': return {"undecided", std::nullopt, std::nullopt};
        }
        if (stop) return {"stopped", std::nullopt, assessed()};
        if (any_gate("stop") == '?' || mark_missing()) return {"undecided", std::nullopt, std::nullopt};
        const Fraction sum = total();
        return {"rated", stars(ceiling(band(sum))), sum};
    }

private:
    // ---- conditions ----

    std::optional<bool> condition(const std::string& text, const Sheet* sheet) const {
        Lookup lookup;
        lookup.boolean = [&](const std::string& name) { return fact<bool>(name); };
        lookup.text = [&](const std::string& name) { return fact<std::string>(name); };
        lookup.number = [&](const std::string& name) {
            const auto found = card_.facts.find(name);
            return found == card_.facts.end() ? std::nullopt : std::optional<Fraction>(points_of(found->second));
        };
        lookup.points = [&](const std::string& item) { return figure(item, sheet); };
        lookup.reading = [&](const std::string& name) { return std::optional<std::string>(reading(name, "")); };
        return ask(text, lookup);
    }

    // As above, and an answer is needed.
    bool decided(const std::string& text, const Sheet* sheet) const {
        if (const auto answer = condition(text, sheet)) return *answer;
        const auto found = assumed_.find(text);
        if (found == assumed_.end()) throw NotKnown{text};
        return found->second;
    }

    template <class T>
    std::optional<T> fact(const std::string& name) const {
        const auto found = card_.facts.find(name);
        return found == card_.facts.end() || found->second.is_null() ? std::nullopt : std::optional<T>(found->second.get<T>());
    }

    std::string reading(const std::string& name, const std::string& otherwise) const {
        const json readings = rules_.value("readings", json::object());
        return readings.contains(name) ? readings.at(name).at("chosen").get<std::string>() : otherwise;
    }

    // ---- points ----

    bool applies(const Criterion& criterion, const Sheet& sheet) const {
        return std::all_of(criterion.applies.begin(), criterion.applies.end(), [&](const auto& text) { return decided(text, &sheet); });
    }

    static const Option* find(const Criterion& criterion, const std::string& mark) {
        for (const Case& each : criterion.cases)
            for (const Option& option : each.options)
                if (mark == (each.id.empty() ? option.id : each.id + "." + option.id)) return &option;
        return nullptr;
    }

    Fraction points(const Criterion& criterion, const Sheet& sheet) const {
        const auto marks = sheet.marks.find(criterion.id);
        if (marks == sheet.marks.end() || !applies(criterion, sheet)) return 0;
        Fraction sum;
        for (const std::string& mark : marks->second) {
            if (mark == "0") continue;
            sum = sum + (criterion.score ? Fraction::of(mark) : find(criterion, mark)->points);
        }
        return criterion.any ? std::min(sum, criterion.max) : sum;
    }

    // The points of an item: of one sheet, or of the council. Nothing where a mark is missing.
    std::optional<Fraction> figure(const std::string& item, const Sheet* only) const {
        std::vector<Fraction> sums;
        for (const Sheet& sheet : card_.sheets) {
            if (only != nullptr && only != &sheet) continue;
            Fraction sum;
            for (std::size_t i = 0; i < form_.size(); ++i) {
                if (!form_[i].below(item)) continue;
                if (i >= counted_ || (sheet.marks.count(form_[i].id) == 0 && applies(form_[i], sheet))) return std::nullopt;
                sum = sum + points(form_[i], sheet);
            }
            sums.push_back(sum);
        }
        return combine(how(), sums);
    }

    std::string how() const { return rules_.at("council").at("combine").get<std::string>(); }

    // What was assessed, combined and rounded as the reading says.
    Fraction total() const {
        std::vector<Fraction> sums;
        for (const Sheet& sheet : card_.sheets) {
            Fraction sum;
            for (std::size_t i = 0; i < counted_; ++i) sum = sum + points(form_[i], sheet);
            sums.push_back(sum);
        }
        return rounded(reading("rounding", "none"), combine(how(), sums));
    }

    // Of a dossier that is not rated: a mark counts where its criterion surely applies.
    Fraction assessed() {
        std::vector<Fraction> sums;
        for (const Sheet& sheet : card_.sheets) {
            Fraction sum;
            for (std::size_t i = 0; i < counted_; ++i) {
                bool sure = true;
                for (const std::string& text : form_[i].applies) sure = sure && condition(text, &sheet) == true;
                if (sure) sum = sum + points(form_[i], sheet);
            }
            sums.push_back(sum);
        }
        return rounded(reading("rounding", "none"), combine(how(), sums));
    }

    bool mark_missing() const {
        for (const Sheet& sheet : card_.sheets)
            for (const Criterion& criterion : form_)
                if (sheet.marks.count(criterion.id) == 0 && applies(criterion, sheet)) return true;
        return false;
    }

    // ---- gates ----

    // 'y' if one of this effect holds, else '?' if one is not known, else 'n'.
    char any_gate(const std::string& effect) const {
        char found = 'n';
        for (const json& gate : rules_.value("gates", json::array())) {
            if (gate.at("effect") != effect) continue;
            const auto met = condition(condition_of(gate, "when"), nullptr);
            if (met == true) return 'y';
            if (!met) found = '?';
        }
        return found;
    }

    // How many criteria are assessed before the first stop that holds.
    std::optional<std::size_t> first_stop() const {
        std::optional<std::size_t> first;
        for (const json& gate : rules_.value("gates", json::array())) {
            if (gate.at("effect") != "stop" || condition(condition_of(gate, "when"), nullptr) != true) continue;
            const std::string after = condition_of(gate, "after");
            std::size_t end = 0;
            for (std::size_t i = 0; i < form_.size(); ++i)
                if (!after.empty() && form_[i].below(after)) end = i + 1;
            first = first ? std::min(*first, end) : end;
        }
        return first;
    }

    // ---- stars ----

    std::vector<std::pair<int, Interval>> bands() const {
        std::vector<std::pair<int, Interval>> out;
        for (const auto& [star, band] : rules_.at("stars").items())
            out.emplace_back(std::stoi(star), Interval::of(band.is_string() ? band.get<std::string>() : band.at("band").get<std::string>()));
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        return out;
    }

    int band(const Fraction& total) const {
        for (const auto& [star, interval] : bands())
            if (interval.holds(total)) return star;
        throw std::invalid_argument("no band holds " + total.text());
    }

    int ceiling(int band) const {
        for (const json& gate : rules_.value("gates", json::array()))
            if (gate.at("effect") == "cap" && gate.at("stars").get<int>() < band && decided(condition_of(gate, "when"), nullptr))
                band = gate.at("stars").get<int>();
        return band;
    }

    int stars(int ceiling) const {
        for (const auto& [star, interval] : bands()) {
            if (star > ceiling) continue;
            if (minima_met(star)) return star;
            if (reading("minima_missed", "next-star") == "no-star") return 0;
        }
        return 0;
    }

    bool minima_met(int star) const {
        const bool own = reading("minima_cumulate", "cumulative") == "own";
        for (const Criterion& criterion : form_)
            for (const Case& each : criterion.cases)
                for (const Option& option : each.options)
                    for (const Minimum& minimum : option.minima)
                        if ((own ? minimum.star == star : minimum.star <= star) && chosen(criterion, each) && !met(criterion, option) &&
                            (minimum.when.empty() || decided(minimum.when, nullptr)))
                            return false;
        return true;
    }

    // A case's minima matter where some sheet chose that case. ("0" belongs to every case.)
    bool chosen(const Criterion& criterion, const Case& each) const {
        return each.id.empty() || std::any_of(card_.sheets.begin(), card_.sheets.end(), [&](const Sheet& sheet) {
                   const auto marks = sheet.marks.find(criterion.id);
                   if (marks == sheet.marks.end() || marks->second.front() == "0") return true;
                   return marks->second.front().compare(0, each.id.size() + 1, each.id + ".") == 0;
               });
    }

    bool met(const Criterion& criterion, const Option& option) const {
        std::vector<Fraction> figures;
        std::size_t applicable = 0, reached = 0;
        for (const Sheet& sheet : card_.sheets) {
            figures.push_back(points(criterion, sheet));
            const bool here = applies(criterion, sheet);
            applicable += here ? 1 : 0;
            reached += here && figures.back() >= option.points ? 1 : 0;
        }
        const std::string by = reading("minima_met_by", "combined");
        if (by == "majority") return reached * 2 > figures.size();
        if (by == "every-sheet") return reached == figures.size();
        return applicable > 0 && combine(how(), figures) >= option.points;
    }

    const json& rules_;
    Card card_;
    std::vector<Criterion> form_;
    std::size_t counted_;  // criteria from here on are not assessed
    std::map<std::string, bool> assumed_;
};

// Both answers to every condition that turns out to matter; true when all of them end alike.
bool agree(const json& rules, const Card& card, const std::map<std::string, bool>& assumed, std::optional<Answer>& common) {
    try {
        const Answer answer = Evaluator(rules, card, assumed).rate();
        if (!common) common = answer;
        return *common == answer;
    } catch (const NotKnown& unknown) {
        for (const bool value : {false, true}) {
            auto more = assumed;
            more[unknown.condition] = value;
            if (!agree(rules, card, more, common)) return false;
        }
        return true;
    }
}

}  // namespace

Answer rate(const json& rule_set, const Card& card) {
    std::optional<Answer> common;
    return agree(rule_set, card, {}, common) ? *common : Answer{"undecided", std::nullopt, std::nullopt};
}

}  // namespace reference
