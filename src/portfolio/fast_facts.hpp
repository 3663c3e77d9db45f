// What the facts of a card answer: worked out once for each value of a fact, and taken over from the card before where it is the same.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "batch/plan.hpp"
#include "portfolio/fast_ask.hpp"
#include "portfolio/fast_tokens.hpp"

namespace ocop::portfolio {

// Conditions that facts alone answer, under each plan: deciding ones, and those of options.
class Facts {
public:
    Facts(const std::vector<std::shared_ptr<const batch::Plan>>& plans, const Ask& how);

    // A fact as written on a card, by its slot. False: the general way has to read it. Followed by settle().
    bool set(int slot, std::string_view token) { return is(token, slots_[static_cast<std::size_t>(slot)].last) || change(slot, token); }
    void leave_out(int slot) {
        Slot& of = slots_[static_cast<std::size_t>(slot)];
        if (of.now == &of.left_out) return;
        of.last = Fragment();
        take(slot, of.left_out);
    }
    void set_evidence(std::uint64_t have);
    bool settle();  // false: something was divided by zero, or the like

    const std::uint8_t* answers(std::size_t plan) const { return answers_[plan].data(); }
    // The option that the facts alone imply in a case: `none` for no option, `says_nothing`, or `by_points` where points are asked for.
    static constexpr int says_nothing = -2, by_points = -3;
    int implied(int of_case) const { return implied_[static_cast<std::size_t>(of_case)]; }

private:
    struct Given {
        base::Value value;
        std::vector<std::uint8_t> answers;  // as Slot::alone
        bool faults = false;
    };
    struct Asker {
        std::size_t plan = 0;
        int code = 0;
    };
    struct Slot {
        TokenTable<Given> known;
        Given left_out;
        const Given* now = nullptr;
        Fragment last;              // the token of `now`, where it is one
        bool value_needed = false;  // by a condition that asks for other facts too
        std::vector<Asker> alone;   // conditions that ask for this fact and no other
        std::vector<int> cases;     // whose options ask for it
        std::vector<std::size_t> joint;
    };

    void sort_conditions();
    void sort(std::size_t plan, int code, bool deciding);
    Given given(const Slot& slot, int number, base::Value value) const;
    batch::Answer ask(const Asker& asker, const std::vector<base::Value>& facts, bool& faults) const;
    bool change(int number, std::string_view token);
    void take(int number, const Given& given);
    void find_implied(int of_case);
    const Given* look_up(int number, std::string_view token);

    const std::vector<std::shared_ptr<const batch::Plan>>& plans_;
    const program::Program& program_;
    const Ask& how_;
    std::vector<Slot> slots_;
    std::vector<std::vector<std::uint8_t>> answers_;  // by plan, code
    std::vector<std::vector<bool>> deciding_;         // by plan, code
    struct Joint {
        Asker asker;
        bool faults = false, stale = true;
    };
    std::vector<Joint> joint_;
    std::vector<base::Value> values_;
    std::vector<int> implied_;
    std::vector<int> stale_cases_;
    std::vector<bool> stale_case_;
    std::uint64_t evidence_ = 0;
    bool stale_joint_ = true;
    int faults_ = 0;
};

}  // namespace ocop::portfolio
