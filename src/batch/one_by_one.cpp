// A row of the columns as one card.
#include "batch/one_by_one.hpp"

#include <algorithm>

#include "batch/fact_check.hpp"
#include "program/evaluate.hpp"
#include "rate/rate.hpp"

namespace ocop::batch {
namespace {

using program::none;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

}  // namespace

OneByOne::OneByOne(const Task& task) : task_(task), program_(*task.plan.program) {
    answers_.assign(task.plan.conditions.size(), ask);
    codes_.resize(task.plan.leaves.size() * task.cards.sheets);
    card_.facts.resize(program_.rules->facts.size());
    card_.assumed.resize(program_.rules->facts.size());
    card_.evidence.resize(program_.rules->evidence.size());
    card_.sheets.reserve(task.cards.sheets);
}

void OneByOne::rate(std::size_t first, std::size_t at, const Room& room) {
    const std::size_t number = first + at;
    sheets_ = task_.cards.sheets_of == nullptr ? static_cast<int>(task_.cards.sheets) : task_.cards.sheets_of[number];
    if (sheets_ < 1 || index(sheets_) > task_.cards.sheets || !task_.check.allowed(number) || !read_codes(number)) {
        write(number, Outcome::undecided, 0, 0, {});
        if (task_.results.outcome != nullptr) task_.results.outcome[number] = Result::invalid;
        return;
    }
    Verdict verdict;
    if (task_.plan.narrow) {
        read_answers(first, at, room);
        if (decide(task_.plan, {sheets_, codes_.data(), answers_.data()}, working_, verdict)) {
            write(number, verdict.outcome, verdict.stars, verdict.band, verdict.total);
            if (task_.results.blocking != nullptr) task_.results.blocking[number] = first_blocking(verdict);
            return;
        }
    }
    generally(number);
}

void OneByOne::find_blocking(std::size_t first, std::size_t at, const Room& room) {
    const std::size_t number = first + at;
    sheets_ = static_cast<int>(task_.cards.sheets);
    read_codes(number);
    read_answers(first, at, room);
    Verdict verdict;
    if (decide(task_.plan, {sheets_, codes_.data(), answers_.data()}, working_, verdict)) task_.results.blocking[number] = first_blocking(verdict);
    else generally(number);
}

// By the card's own number of sheets, whatever room the others need.
bool OneByOne::read_codes(std::size_t number) {
    for (std::size_t leaf = 0; leaf < task_.plan.leaves.size(); ++leaf) {
        const LeafCodes& codes = task_.plan.leaves[leaf].codes;
        for (std::size_t sheet = 0; sheet < index(sheets_); ++sheet) {
            const Code code = code_at(task_.cards, codes, leaf * task_.cards.sheets + sheet, number);
            if (code >= codes.count()) return false;
            if (task_.plan.narrow) codes_[leaf * index(sheets_) + sheet] = static_cast<std::uint8_t>(code);
        }
    }
    return true;
}

void OneByOne::read_answers(std::size_t first, std::size_t at, const Room& room) {
    for (int code : task_.plan.deciding) {
        const Condition& condition = task_.plan.conditions[index(code)];
        if (condition.figures) continue;
        if (condition.closed) {
            answers_[index(code)] = room.answers[index(code)].at(at);
            continue;
        }
        read_facts(first + at);
        bool faults = false;
        answers_[index(code)] = static_cast<std::uint8_t>(rate::truth(program_, code, {card_.facts, nullptr, task_.plan.choices}, faults));
    }
}

bool OneByOne::read_facts(std::size_t number) {
    if (facts_of_ == number) return true;
    facts_of_ = number;
    const auto& facts = program_.rules->facts;
    for (std::size_t slot = 0; slot < facts.size(); ++slot) {
        base::Value value = task_.facts.value(static_cast<int>(slot), number);
        if (!value.known() && facts[slot].missing) value = *facts[slot].missing;
        card_.facts[slot] = std::move(value);
    }
    const auto date = [&](int slot) -> std::optional<base::Date> {
        const base::Date* held = card_.facts[index(slot)].get_if<base::Date>();
        return held == nullptr ? std::nullopt : std::optional<base::Date>(*held);
    };
    card_.assessed_on = date(model::slot_assessed_on);
    card_.filed_on = date(model::slot_filed_on);
    // A card has a list of its evidence, be it empty; in the order of the rule set.
    auto ids = std::make_shared<base::List>();
    const base::List* given = card_.facts[model::slot_evidence].list();
    for (std::size_t i = 0; i < program_.rules->evidence.size(); ++i) {
        const std::string& id = program_.rules->evidence[i].id;
        card_.evidence[i] = given != nullptr && std::any_of(given->begin(), given->end(), [&](const base::Value& each) { return each.get_if<std::string>() != nullptr && *each.get_if<std::string>() == id; });
        if (card_.evidence[i]) ids->push_back(id);
    }
    card_.facts[model::slot_evidence] = std::shared_ptr<const base::List>(std::move(ids));
    return true;
}

const card::Card* OneByOne::card(std::size_t number) {
    sheets_ = task_.cards.sheets_of == nullptr ? static_cast<int>(task_.cards.sheets) : task_.cards.sheets_of[number];
    if (sheets_ < 1 || index(sheets_) > task_.cards.sheets || !task_.check.allowed(number) || !read_codes(number)) return nullptr;
    read_facts(number);
    card_.sheets.resize(index(sheets_));
    for (std::size_t sheet = 0; sheet < index(sheets_); ++sheet) {
        std::vector<card::Mark>& marks = card_.sheets[sheet].marks;
        marks.resize(task_.plan.leaves.size());
        for (std::size_t leaf = 0; leaf < marks.size(); ++leaf) {
            const LeafCodes& codes = task_.plan.leaves[leaf].codes;
            marks[leaf] = codes.mark(code_at(task_.cards, codes, leaf * task_.cards.sheets + sheet, number));
        }
    }
    return &card_;
}

void OneByOne::generally(std::size_t number) {
    const card::Card& card = *this->card(number);
    if (task_.results.blocking == nullptr) {
        const rate::Conclusion found = rate::conclusion(program_, card);
        return write(number, found.outcome, found.stars, found.band, found.total);
    }
    const rate::Result result = rate::rate(program_, card);
    write(number, result.conclusion.outcome, result.conclusion.stars, result.conclusion.band, result.conclusion.total);
    const auto blocking = rate::blocking_minima(program_, result);
    task_.results.blocking[number] = blocking.empty() ? none : blocking.front();
}

void OneByOne::write(std::size_t number, Outcome outcome, int stars, int band, const rate::Figure& total) {
    const Results& to = task_.results;
    const bool rated = outcome == Outcome::rated, summed = outcome != Outcome::undecided;
    if (to.outcome != nullptr) to.outcome[number] = static_cast<Result>(outcome);
    if (to.stars != nullptr) to.stars[number] = static_cast<std::int8_t>(rated ? stars : -1);
    if (to.band != nullptr) to.band[number] = static_cast<std::int8_t>(rated ? band : -1);
    if (to.total != nullptr) to.total[number] = summed ? total.numerator : 0;
    if (to.denominator != nullptr) to.denominator[number] = summed ? total.denominator * program_.scale : 0;
    if (to.blocking != nullptr) to.blocking[number] = none;
}

int OneByOne::first_blocking(const Verdict& verdict) const {
    int first = none;
    if (const int star = rate::next_star(program_, task_.plan.ways, verdict.outcome, verdict.stars, verdict.ceiling); star != 0)
        each_obstacle(task_.plan, working_, star, [&](int minimum) { first = first == none ? minimum : first; });
    return first;
}

}  // namespace ocop::batch
