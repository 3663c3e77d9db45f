// Batch: a rule set's plan and tables, and marks by their numbers.
#include <ocop/batch.hpp>

#include <algorithm>
#include <stdexcept>

#include "api/state.hpp"
#include "batch/columns.hpp"
#include "batch/fact_check.hpp"
#include "batch/run.hpp"
#include "card/bind.hpp"

namespace ocop {
namespace {

Scorecard::Loaded refused(const char* code, Text message) {
    Scorecard::Loaded out;
    out.diagnostics.push_back({Diagnostic::Severity::error, code, {}, std::move(message), {}});
    return out;
}

// A value as a card has it.
std::string written(const base::Value& value) {
    const std::string* text = value.get_if<std::string>();
    return text == nullptr ? base::text(value) : *text;
}

std::vector<std::string> split(const std::string& several) {
    std::vector<std::string> out(1);
    for (char each : several) each == '+' ? out.emplace_back() : out.back() += each;
    return out;
}

// What one card states, into a scorecard; false for a level that is none.
bool fill_in(Scorecard::Builder& to, const std::string& name, const base::Value& value) {
    const base::List* list = value.list();
    if (name == "evidence" && list != nullptr) {
        for (const base::Value& each : *list) to.evidence(written(each));
    } else if (list != nullptr) {
        std::vector<std::string> values;
        for (const base::Value& each : *list) values.push_back(written(each));
        to.facts(name, std::move(values));
    } else if (name == "filed_on") {
        to.filed_on(written(value));
    } else if (name == "assessed_on") {
        to.assessed_on(written(value));
    } else if (name == "level") {
        for (Authority each : {Authority::commune, Authority::district, Authority::province, Authority::ministry})
            if (written(value) == ocop::name(each)) {
                to.level(each);
                return true;
            }
        return false;
    } else {
        to.fact(name, written(value));
    }
    return true;
}

}  // namespace

struct Batch::State {
    explicit State(const RuleSet& from) : rules(from), plan(from.state().plan()), columns(batch::columns_of(*plan)) {
        const program::Program& program = *plan->program;
        for (const program::MinimumEntry& each : program.minima) {
            const program::Choice& choice = program.choices[static_cast<std::size_t>(each.choice)];
            minima.push_back({static_cast<std::size_t>(each.leaf), each.star, program.number(choice.points[plan->ways.column()])});
        }
    }

    RuleSet rules;
    std::shared_ptr<const batch::Plan> plan;
    batch::Columns columns;
    std::vector<Minimum> minima;
};

Batch::Batch(const RuleSet& rules) : state_(std::make_shared<const State>(rules)) {}

const RuleSet& Batch::rules() const { return state_->rules; }
std::size_t Batch::criteria() const { return state_->plan->leaves.size(); }

const std::string& Batch::criterion(std::size_t index) const {
    const program::Program& program = *state_->plan->program;
    return program.rules->nodes[static_cast<std::size_t>(program.leaves.at(index).node)].id;
}

std::optional<std::size_t> Batch::find(std::string_view id) const {
    for (std::size_t i = 0; i < criteria(); ++i)
        if (criterion(i) == id) return i;
    return std::nullopt;
}

bool Batch::is_wide(std::size_t criterion) const { return !state_->plan->leaves.at(criterion).codes.narrow(); }
std::uint64_t Batch::codes(std::size_t criterion) const { return state_->plan->leaves.at(criterion).codes.count(); }

std::optional<std::uint64_t> Batch::code(std::size_t criterion, std::string_view mark) const {
    const auto found = card::bind_mark(*state_->plan->program, static_cast<int>(criterion), mark);
    return found ? std::optional(state_->plan->leaves.at(criterion).codes.code(*found)) : std::nullopt;
}

std::string Batch::mark(std::size_t criterion, std::uint64_t code) const {
    const batch::LeafPlan& leaf = state_->plan->leaves.at(criterion);
    if (code >= leaf.codes.count()) throw std::out_of_range("no mark has this number");
    return card::written_mark(*state_->plan->program, static_cast<int>(criterion), leaf.codes.mark(code));
}

std::span<const Batch::Minimum> Batch::minima() const { return state_->minima; }

void Batch::rate(const batch::Cards& cards, const batch::Results& results, int threads) const {
    batch::rate(*state_->plan, state_->columns, cards, results, threads, batch::loops_in_registers());
}

Scorecard::Loaded Batch::card(const batch::Cards& cards, std::size_t index, std::string id) const {
    batch::check(*state_->plan, cards);
    if (index >= cards.count) throw std::out_of_range("there is no such card in the columns");
    const program::Program& program = *state_->plan->program;
    const batch::Facts facts(program, cards.facts);
    Scorecard::Builder builder(state_->rules, std::move(id));
    for (std::size_t slot = 0; slot < program.rules->facts.size(); ++slot) {
        const std::string& name = program.rules->facts[slot].name;
        const base::Value value = facts.value(static_cast<int>(slot), index);
        const batch::FactColumn* column = facts.column(static_cast<int>(slot));
        if (!value.known() && column != nullptr && batch::stated(*column, index)) return refused("wrong-type", {"`" + name + "`: không có ngày này", "`" + name + "`: there is no such day"});
        if (value.known() && !fill_in(builder, name, value)) return refused("unknown-level", {"không có cấp này", "there is no such level"});
    }
    const std::size_t sheets = cards.sheets_of == nullptr ? cards.sheets : cards.sheets_of[index];
    if (sheets < 1 || sheets > cards.sheets) return refused("wrong-type", {"số phiếu chấm không hợp lệ", "the number of sheets is none that a card of these columns can have"});
    for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
        builder.sheet(std::to_string(sheet + 1));
        for (std::size_t leaf = 0; leaf < criteria(); ++leaf) {
            const std::uint64_t code = batch::code_at(cards, state_->plan->leaves[leaf].codes, leaf * cards.sheets + sheet, index);
            if (code >= codes(leaf))
                return refused("no-such-option", {"tiêu chí " + criterion(leaf) + ": không có điểm chấm mang số này", "criterion " + criterion(leaf) + ": no mark has the number " + std::to_string(code)});
            const std::string mark = this->mark(leaf, code);
            if (code != 0 && mark.find('+') == std::string::npos) builder.mark(criterion(leaf), mark);
            else if (code != 0) builder.marks(criterion(leaf), split(mark));
        }
    }
    return builder.build();
}

}  // namespace ocop
