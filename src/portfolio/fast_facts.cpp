// Values of facts to answers. Only what changed from one card to the next is worked on.
#include "portfolio/fast_facts.hpp"

#include <algorithm>

#include "rate/assess.hpp"

namespace ocop::portfolio {
namespace {

using program::none;

constexpr std::size_t values_remembered = 3'000;  // of one fact

std::size_t index(int i) { return static_cast<std::size_t>(i); }


}  // namespace

Facts::Facts(const std::vector<std::shared_ptr<const batch::Plan>>& plans, const Ask& how) : plans_(plans), program_(*plans.front()->program), how_(how) {
    const auto& facts = program_.rules->facts;
    slots_.resize(facts.size());
    for (const auto& plan : plans_) {
        answers_.emplace_back(plan->conditions.size(), std::uint8_t{batch::ask});
        deciding_.emplace_back(plan->conditions.size(), false);
    }
    values_.resize(facts.size());
    implied_.assign(program_.cases.size(), says_nothing);
    stale_case_.assign(program_.cases.size(), false);
    sort_conditions();
    for (int i = 0; i < static_cast<int>(slots_.size()); ++i) {
        Slot& slot = slots_[index(i)];
        const model::Fact& fact = facts[index(i)];
        base::Value value = i >= model::slot_declared && fact.missing ? *fact.missing : base::Value();
        if (i == model::slot_evidence) value = std::shared_ptr<const base::List>(std::make_shared<base::List>());
        slot.left_out = given(slot, i, std::move(value));
        take(i, slot.left_out);
    }
}

void Facts::sort_conditions() {
    for (std::size_t plan = 0; plan < plans_.size(); ++plan) {
        for (const int code : plans_[plan]->deciding) deciding_[plan][index(code)] = true;
        for (const int code : plans_[plan]->deciding) sort(plan, code, true);
    }
    std::vector<bool> seen(program_.code.size(), false);
    for (const program::Leaf& leaf : program_.leaves) {
        if (!leaf.has_when || leaf.any || leaf.free) continue;
        for (int of_case = leaf.first_case; of_case < leaf.end_case; ++of_case) {
            stale_case_[index(of_case)] = true;
            stale_cases_.push_back(of_case);
            const program::CaseEntry& entry = program_.cases[index(of_case)];
            for (int i = entry.first_choice; i < entry.end_choice; ++i) {
                const int code = program_.choices[index(i)].when;
                if (code == none) continue;
                if (!seen[index(code)] && !deciding_[0][index(code)]) sort(0, code, false);
                seen[index(code)] = true;
                for (const int slot : program::asked(program_.code[index(code)]).facts) {
                    auto& cases = slots_[index(slot)].cases;
                    if (std::find(cases.begin(), cases.end(), of_case) == cases.end()) cases.push_back(of_case);
                }
            }
        }
    }
}

void Facts::sort(std::size_t plan, int code, bool) {
    if (plans_[plan]->conditions[index(code)].figures) return;
    const program::Asked asked = program::asked(program_.code[index(code)]);
    if (asked.facts.size() == 1 && asked.facts.front() != model::slot_evidence) return void(slots_[index(asked.facts.front())].alone.push_back({plan, code}));
    for (const int slot : asked.facts) {
        slots_[index(slot)].joint.push_back(joint_.size());
        slots_[index(slot)].value_needed = true;
    }
    joint_.push_back({{plan, code}, false, true});
}

batch::Answer Facts::ask(const Asker& asker, const std::vector<base::Value>& facts, bool& faults) const {
    bool here = false;
    const rate::Truth truth = rate::truth(program_, asker.code, {facts, nullptr, plans_[asker.plan]->choices}, here);
    faults = faults || (here && deciding_[asker.plan][index(asker.code)]);
    return static_cast<batch::Answer>(truth);
}

Facts::Given Facts::given(const Slot& slot, int number, base::Value value) const {
    Given out;
    std::vector<base::Value> facts(slots_.size());
    facts[index(number)] = value;
    for (const Asker& each : slot.alone) out.answers.push_back(ask(each, facts, out.faults));
    out.value = std::move(value);
    return out;
}

void Facts::take(int number, const Given& given) {
    Slot& slot = slots_[index(number)];
    if (slot.now == &given) return;
    faults_ += (given.faults ? 1 : 0) - (slot.now != nullptr && slot.now->faults ? 1 : 0);
    slot.now = &given;
    for (std::size_t i = 0; i < slot.alone.size(); ++i) answers_[slot.alone[i].plan][index(slot.alone[i].code)] = given.answers[i];
    if (slot.value_needed) values_[index(number)] = given.value;
    for (const std::size_t each : slot.joint) joint_[each].stale = stale_joint_ = true;
    for (const int of_case : slot.cases) {
        if (stale_case_[index(of_case)]) continue;
        stale_case_[index(of_case)] = true;
        stale_cases_.push_back(of_case);
    }
}

const Facts::Given* Facts::look_up(int number, std::string_view token) {
    Slot& slot = slots_[index(number)];
    if (const Given* found = slot.known.find(token)) return found;
    const bool head = number < model::slot_declared;
    const Stated stated{head ? Stated::Where::head : Stated::Where::fact, head ? head_keys[index(number)] : std::string_view(program_.rules->facts[index(number)].name), token};
    auto card = how_.card(program_, {&stated, 1});
    if (!card) return nullptr;
    if (slot.known.size() >= values_remembered) {
        leave_out(number);  // what stood here goes with the rest
        slot.known = {};
    }
    return &slot.known.add(token, given(slot, number, std::move(card->facts[index(number)])));
}

bool Facts::change(int number, std::string_view token) {
    const Given* found = look_up(number, token);
    if (found == nullptr) return false;
    slots_[index(number)].last = Fragment(std::string(token));
    take(number, *found);
    return true;
}

void Facts::set_evidence(std::uint64_t have) {
    Slot& slot = slots_[model::slot_evidence];
    if (have == evidence_ || !slot.value_needed) return;
    evidence_ = have;
    auto ids = std::make_shared<base::List>();
    const auto& all = program_.rules->evidence;
    for (std::size_t i = 0; i < all.size(); ++i)
        if ((have >> i & 1) != 0) ids->push_back(all[i].id);
    values_[model::slot_evidence] = std::shared_ptr<const base::List>(std::move(ids));
    for (const std::size_t each : slot.joint) joint_[each].stale = stale_joint_ = true;
    for (const int of_case : slot.cases)
        if (!stale_case_[index(of_case)]) {
            stale_case_[index(of_case)] = true;
            stale_cases_.push_back(of_case);
        }
}

bool Facts::settle() {
    if (stale_joint_) {
        for (Joint& each : joint_) {
            if (!each.stale) continue;
            bool faults = false;
            answers_[each.asker.plan][index(each.asker.code)] = ask(each.asker, values_, faults);
            faults_ += (faults ? 1 : 0) - (each.faults ? 1 : 0);
            each.faults = faults;
            each.stale = false;
        }
        stale_joint_ = false;
    }
    for (const int each : stale_cases_) {
        find_implied(each);
        stale_case_[index(each)] = false;
    }
    stale_cases_.clear();
    return faults_ == 0;
}

void Facts::find_implied(int of_case) {
    const program::CaseEntry& entry = program_.cases[index(of_case)];
    int found = none;
    int& out = implied_[index(of_case)];
    out = says_nothing;
    bool figures = false;
    for (int i = entry.first_choice; i < entry.end_choice; ++i) {
        const int code = program_.choices[index(i)].when;
        if (code == none) return;
        figures = figures || plans_[0]->conditions[index(code)].figures;
    }
    if (figures) return void(out = by_points);
    for (int i = entry.first_choice; i < entry.end_choice; ++i) {
        const auto answer = static_cast<batch::Answer>(answers_[0][index(program_.choices[index(i)].when)]);
        if (answer == batch::not_known || (answer == batch::yes && found != none)) return;
        if (answer == batch::yes) found = i;
    }
    out = found;
}

}  // namespace ocop::portfolio
