// Every missing mark and every fact that is not known, with every answer it can have: the one that leaves least open in the worst
// case is asked.
#include <algorithm>

#include "analysis/critical_values.hpp"
#include "analysis/examine.hpp"
#include "rate/completions.hpp"
#include "trail/build.hpp"

namespace ocop::analysis {
namespace {

using base::Value;
using card::Mark;
using program::Program;
using rate::Conclusion;

constexpr std::size_t most_turning_points = 32;  // of one number

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// How much is open: other outcomes than a rating and stars first, then points.
struct Openness {
    int stars = 0;
    Number points;
    auto operator<=>(const Openness&) const = default;
};

class Asking {
public:
    Asking(const Program& program, const card::Card& card, const rate::Result& result)
        : program_(program), result_(result), rules_(*program.rules), card_(rate::with_sheet(program, card)), facts_(card) {}

    std::optional<TrailQuestion> ask() {
        room_ = rate::variations(program_, card_);
        for (std::size_t slot = model::slot_declared; slot < rules_.facts.size(); ++slot)
            if (!facts_.facts[slot].known()) try_fact(slot);
        for (int leaf = 0; leaf < static_cast<int>(program_.leaves.size()); ++leaf)
            for (int sheet = 0; sheet < result_.counted.sheets; ++sheet)
                if (result_.counted.at(leaf, sheet).state == rate::Cell::State::missing) try_mark(leaf, sheet);
        if (best_) finish();
        return std::move(best_);
    }

private:
    struct Candidate {
        int slot = -1, leaf = -1, sheet = -1;
        std::vector<Mark> marks;
        std::vector<Value> values;
    };

    Openness open(const Conclusion& c) const {
        const auto total = [&](const rate::Figure& figure) { return program_.number(figure.numerator, figure.denominator); };
        if (c.outcome != Outcome::undecided) return {};
        const int others = (c.can_be_stopped ? 1 : 0) + (c.can_be_rejected ? 1 : 0);
        return {c.stars_high - c.stars_low + others, subtract(total(c.total_high), total(c.total_low)).value_or(Number())};
    }

    bool spend(std::size_t answers) {
        if (answers == 0 || answers > room_) return false;
        room_ -= answers;
        return true;
    }

    void keep_if_better(const Openness& worst, Candidate candidate) {
        if (best_ && worst >= least_) return;
        least_ = worst;
        chosen_ = std::move(candidate);
        best_.emplace();
    }

    // A fact is asked of the card as it came: where there are no sheets, it may settle marks.
    void try_fact(std::size_t slot) {
        Candidate candidate{static_cast<int>(slot), -1, -1, {}, answers(slot)};
        if (!spend(candidate.values.size())) return;
        Openness worst;
        for (const Value& value : candidate.values) worst = std::max(worst, open(rate::conclusion(program_, with_fact(slot, value))));
        keep_if_better(worst, std::move(candidate));
    }

    card::Card with_fact(std::size_t slot, const Value& value) const {
        card::Card out = facts_;
        out.facts[slot] = value;
        return out;
    }

    void try_mark(int leaf, int sheet) {
        auto marks = rate::possible_marks(program_, leaf, result_.ways.column(), false, 64);
        Candidate candidate{-1, leaf, sheet, marks ? std::move(*marks) : outermost(leaf), {}};
        if (!spend(candidate.marks.size())) return;
        Mark& mark = card_.sheets[index(sheet)].marks[index(leaf)];
        Openness worst;
        for (const Mark& each : candidate.marks) {
            mark = each;
            worst = std::max(worst, open(rate::conclusion(program_, card_)));
        }
        mark = Mark{};
        keep_if_better(worst, std::move(candidate));
    }

    // Of free points in fine steps the least and the most tell enough.
    std::vector<Mark> outermost(int leaf) const { return {rate::least_mark(program_, leaf, result_.ways.column()), rate::best_mark(program_, leaf, result_.ways.column())}; }

    // ---- what a fact may be ----

    std::vector<Value> answers(std::size_t slot) const {
        const model::Type& type = rules_.facts[slot].type;
        std::vector<Value> out = rate::closed_values(type);
        if (type.kind == model::Type::Kind::number) out = numbers(slot);
        std::erase_if(out, [&](const Value& value) { return !in_domain(slot, value); });
        return out;
    }

    bool in_domain(std::size_t slot, const Value& value) const {
        const int code = program_.domains[slot];
        if (code == program::none) return true;
        std::vector<Value> facts = facts_.facts;
        facts[slot] = value;
        const Value found = program::evaluate(program_.code[index(code)], {facts, nullptr, result_.choices}, nullptr, nullptr);
        const bool* inside = found.get_if<bool>();
        return inside != nullptr && *inside;
    }

    // The constants of the conditions that ask for it, what lies between them and beyond the outermost.
    std::vector<Value> numbers(std::size_t slot) const {
        std::vector<Value> constants;
        for (const program::Code& code : program_.code) {
            const std::vector<int> facts = program::asked(code).facts;
            if (std::find(facts.begin(), facts.end(), static_cast<int>(slot)) != facts.end()) constants.insert(constants.end(), code.constants.begin(), code.constants.end());
        }
        const std::vector<Number> turning = sorted_numbers(constants);
        if (turning.empty() || turning.size() > most_turning_points) return {};
        return with_neighbours(turning).value_or(std::vector<Value>());
    }

    // ---- the question in words ----

    void finish() {
        TrailQuestion& to = *best_;
        if (chosen_.slot >= 0) {
            const model::Fact& fact = rules_.facts[index(chosen_.slot)];
            to.kind = TrailQuestion::Kind::fact;
            to.id = fact.name;
            to.title = fact.title;
            for (const Value& each : chosen_.values) {
                const auto* text = each.get_if<std::string>();
                to.answers.push_back({text ? *text : base::text(each, fact.type.unit()), {}, range(with_fact(index(chosen_.slot), each))});
            }
            return;
        }
        const program::Leaf& leaf = program_.leaves[index(chosen_.leaf)];
        to.id = rules_.nodes[index(leaf.node)].id;
        to.title = rules_.nodes[index(leaf.node)].title;
        to.sheet = chosen_.sheet;
        for (const Mark& each : chosen_.marks) {
            TrailQuestion::Answer& answer = to.answers.emplace_back();
            name(leaf, each, answer);
            card_.sheets[index(chosen_.sheet)].marks[index(chosen_.leaf)] = each;
            answer.range = range(card_);
        }
    }

    void name(const program::Leaf& leaf, const Mark& mark, TrailQuestion::Answer& answer) const {
        std::vector<int> choices = mark.ticked;
        if (mark.kind == Mark::Kind::choice) choices = {mark.choice};
        for (int choice : choices) {
            const program::Choice& entry = program_.choices[index(choice)];
            answer.value += (answer.value.empty() ? "" : "+") + program_.option_name(entry, leaf);
            const Text& title = program_.option(entry, leaf).title;
            answer.title.vi += (answer.title.vi.empty() ? "" : "; ") + title.vi;
            answer.title.en += (answer.title.en.empty() ? "" : "; ") + title.en;
        }
        if (choices.empty()) answer.value = program_.number(mark.points).text();
    }

    // As the card's own rating would tell it.
    Range range(const card::Card& card) const {
        Conclusion c = rate::conclusion(program_, card);
        if (c.outcome == Outcome::undecided) rate::narrow(program_, card, c);
        else c.exact = true;
        return trail::range(program_, c);
    }

    const Program& program_;
    const rate::Result& result_;
    const model::RuleSet& rules_;
    card::Card card_;         // with a sheet
    const card::Card& facts_;  // as it came
    std::size_t room_ = 0;
    std::optional<TrailQuestion> best_;
    Openness least_;
    Candidate chosen_;
};

}  // namespace

std::optional<TrailQuestion> question(const Program& program, const card::Card& card, const rate::Result& result) {
    if (result.conclusion.outcome != Outcome::undecided) return std::nullopt;
    return Asking(program, card, result).ask();
}

}  // namespace ocop::analysis
