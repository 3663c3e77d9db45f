// Counts through the combinations and evaluates the compiled conditions with each.
#include "analysis/trial.hpp"

#include "program/evaluate.hpp"

namespace ocop::analysis {
namespace {

using base::Value;

constexpr std::size_t evaluations = 20'000;  // of one trial

// Facts, figures and readings as the combination at hand has them.
class Situation : public program::Figures {
public:
    Situation(const model::RuleSet& rules, const Trial& trial) : trial_(trial), facts_(rules.facts.size()), readings_(rules.readings.size()) {}

    void take(const Tried& one) {
        one_ = &one;
        for (std::size_t i = 0; i < trial_.operands.size(); ++i) {
            const Operand& operand = trial_.operands[i];
            const auto index = static_cast<std::size_t>(operand.index);
            if (operand.kind == Operand::Kind::fact) facts_[index] = trial_.value(one, i);
            if (operand.kind == Operand::Kind::reading) readings_[index] = static_cast<int>(one.values[i]);
        }
    }
    program::Inputs inputs() const { return {facts_, this, readings_}; }

    Value points(int item) const override { return figure({Operand::Kind::points, item}); }
    Value option(int item) const override { return figure({Operand::Kind::option, item}); }
    Value total() const override { return figure({Operand::Kind::total, 0}); }

private:
    Value figure(const Operand& wanted) const {
        for (std::size_t i = 0; i < trial_.operands.size(); ++i)
            if (trial_.operands[i] == wanted) return trial_.value(*one_, i);
        return {};
    }

    const Trial& trial_;
    std::vector<Value> facts_;
    std::vector<int> readings_;
    const Tried* one_ = nullptr;
};

// The choices of a reading are the values that are tried of it.
std::shared_ptr<const program::ReadingWords> reading_words(const model::RuleSet& rules, const Trial& trial) {
    program::ReadingWords words(rules.readings.size());
    for (std::size_t i = 0; i < trial.operands.size(); ++i) {
        if (trial.operands[i].kind != Operand::Kind::reading) continue;
        for (const Value& each : trial.values[i]) words[static_cast<std::size_t>(trial.operands[i].index)].push_back(*each.get_if<std::string>());
    }
    return std::make_shared<const program::ReadingWords>(std::move(words));
}

std::optional<Trial> values_to_try(const model::RuleSet& rules, const std::vector<const model::Checked*>& conditions, Reader reader) {
    Comparisons all;
    for (const model::Checked* each : conditions) {
        const auto found = each == nullptr ? std::nullopt : comparisons(*each);
        if (!found) return std::nullopt;
        add(all, *found);
    }
    Trial trial;
    std::size_t combinations = conditions.size();
    for (const auto& [operand, constants] : all) {
        auto values = critical_values(rules, operand, constants, reader);
        if (!values || values->empty()) return std::nullopt;
        combinations *= values->size();
        if (combinations > evaluations) return std::nullopt;
        trial.operands.push_back(operand);
        trial.values.push_back(std::move(*values));
    }
    return trial;
}

bool next(const Trial& trial, std::vector<std::size_t>& at) {
    for (std::size_t i = at.size(); i-- > 0;) {
        if (++at[i] < trial.values[i].size()) return true;
        at[i] = 0;
    }
    return false;
}

// Nothing where a condition is not known.
std::optional<std::vector<bool>> holding(const std::vector<program::Code>& codes, const program::Inputs& inputs) {
    std::vector<bool> out;
    for (const program::Code& code : codes) {
        const Value found = program::evaluate(code, inputs, nullptr, nullptr);
        const bool* holds = found.get_if<bool>();
        if (holds == nullptr) return std::nullopt;
        out.push_back(*holds);
    }
    return out;
}

}  // namespace

std::optional<Trial> try_all(const model::RuleSet& rules, const std::vector<const model::Checked*>& conditions, Reader reader) {
    auto trial = values_to_try(rules, conditions, reader);
    if (!trial) return std::nullopt;
    const auto words = reading_words(rules, *trial);
    std::vector<program::Code> codes;
    for (const model::Checked* each : conditions) codes.push_back(program::compile(*each, words));
    Situation situation(rules, *trial);
    std::vector<std::size_t> at(trial->operands.size(), 0);
    do {
        Tried one{at, {}};
        situation.take(one);
        auto holds = holding(codes, situation.inputs());
        if (!holds) return std::nullopt;
        one.holds = std::move(*holds);
        trial->tried.push_back(std::move(one));
    } while (next(*trial, at));
    return trial;
}

}  // namespace ocop::analysis
