// Each condition on its own: one that is never true, or always, decides nothing. Lists of them are seen to in overlaps.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/overlaps.hpp"
#include "analysis/review.hpp"
#include "analysis/trial.hpp"

namespace ocop::analysis {
namespace {

using model::ConditionPtr;
using syntax::Written;

enum class Constancy { varies, never, always };

// `varies` also where it cannot be told.
Constancy constancy(const model::RuleSet& rules, const ConditionPtr& condition, Reader reader) {
    if (condition == nullptr || condition->checked == nullptr) return Constancy::varies;
    const auto trial = try_all(rules, {condition->checked.get()}, reader);
    if (!trial) return Constancy::varies;
    const auto held = std::count_if(trial->tried.begin(), trial->tried.end(), [](const Tried& one) { return one.holds[0]; });
    if (held == 0) return Constancy::never;
    return static_cast<std::size_t>(held) == trial->tried.size() ? Constancy::always : Constancy::varies;
}

class Review {
public:
    Review(const Subject& subject, base::Report& report) : subject_(subject), rules_(*subject.rules), report_(report) {}

    void run() {
        for (const model::Node& node : rules_.nodes) {
            see_node(node);
            if (!node.choose_any)
                for (std::size_t of_case = 0; of_case < node.cases.size(); ++of_case) see_left_out(node, of_case);
        }
        for (const model::Gate& gate : rules_.gates) see_gate(gate);
    }

private:
    // Facts give a mark only where every option asks for them. A list may leave that to the assessors; one option among several
    // that ask has probably lost its condition.
    void see_left_out(const model::Node& node, std::size_t of_case) {
        const auto& options = node.cases[of_case].options;
        const auto asks = [](const model::Option& each) { return each.when != nullptr; };
        const auto is_silent = [&](const model::Option& each) { return !asks(each) && each.points > Number(0); };
        const auto silent = std::ranges::find_if(options, is_silent);
        if (std::ranges::count_if(options, asks) < 2 || std::ranges::count_if(options, is_silent) != 1) return;
        const Written* written = subject_.option(node, of_case, static_cast<std::size_t>(silent - options.begin()));
        if (written == nullptr) return;
        doubt(report_, explained(node) || explained(*silent), "when-missing", written->place(),
              fmt::format("in `{}` the option `{}` has no `when`, others have: facts alone never give a mark here", node.id, silent->id),
              "write a `when` for every option of the list, or for none");
    }

    // What follows where a condition is always true, and where it never is.
    struct Follows {
        std::string always;
        std::string_view code_of_never;
        std::string never;
        std::string_view code_of_always = "condition-constant";
    };

    void see(const ConditionPtr& condition, Reader reader, const Place& place, bool is_explained, const Follows& follows) {
        const Constancy found = constancy(rules_, condition, reader);
        if (found == Constancy::always)
            doubt(report_, is_explained, follows.code_of_always, place, fmt::format("`{}` is always true: {}", condition->text, follows.always), domains(*condition->checked));
        if (found == Constancy::never)
            doubt(report_, is_explained, follows.code_of_never, place, fmt::format("`{}` is never true: {}", condition->text, follows.never), domains(*condition->checked));
    }

    // "`share` is in `[0..100]`" for what the condition reads.
    std::string domains(const model::Checked& checked) const {
        std::string out;
        for (const model::Read& read : checked.facts) {
            const model::Fact& fact = rules_.facts[static_cast<std::size_t>(read.index)];
            const std::string one = fmt::format("the domain of `{}` is `{}`", fact.name, fact.domain_text);
            if (!fact.domain_text.empty() && out.find(one) == std::string::npos) out += (out.empty() ? "" : ", ") + one;
        }
        return out;
    }

    void see_node(const model::Node& node) {
        const Written* written = subject_.item(node.id);
        if (written == nullptr) return;
        see(node.applies, Reader::sheet, place_of(*written, "applies"), explained(node),
            {fmt::format("`{}` always applies", node.id), "condition-constant", fmt::format("`{}` never applies", node.id)});
        for (std::size_t i = 0; i < node.cases.size(); ++i) see_case(node, i);
    }

    void see_case(const model::Node& node, std::size_t number) {
        const model::Case& one = node.cases[number];
        if (const Written* written = subject_.case_(node, number)) {
            const std::string name = fmt::format("the case `{}` of `{}`", one.id, node.id);
            see(one.when, Reader::sheet, place_of(*written, "when"), explained(node), {name + " is always the one", "case-unreachable", name + " cannot be reached"});
        }
        for (std::size_t i = 0; i < one.options.size(); ++i)
            if (const Written* written = subject_.option(node, number, i)) see_option(node, one.options[i], *written);
    }

    void see_option(const model::Node& node, const model::Option& option, const Written& written) {
        const bool is_explained = explained(node) || explained(option);
        const std::string name = fmt::format("the option `{}` of `{}`", option.id, node.id);
        see(option.when, Reader::sheet, place_of(written, "when"), is_explained, {name + " fits all facts", "option-unreachable", name + " cannot be reached"});
        const Written* stars = written.find("minimum_for");
        for (const model::Minimum& minimum : option.minima) {
            if (stars == nullptr || !minimum.conditional) continue;
            const std::string of = fmt::format("the minimum `{}` of `{}` for {} stars", option.id, node.id, minimum.star);
            see(minimum.when, Reader::council, place_of(*stars, std::to_string(minimum.star)), is_explained, {of + " always binds", "condition-constant", of + " never binds"});
        }
    }

    void see_gate(const model::Gate& gate) {
        const std::string name = fmt::format("the gate `{}`", gate.id);
        const Written* written = subject_.gate(gate.id);
        if (written == nullptr) return;
        Follows follows = {name + " always acts", "gate-never", name + " never acts"};
        if (gate.effect == model::Effect::cap && gate.stars < rules_.bands.front().star) {
            follows.always = fmt::format("{} always acts, so no card can get more than {} stars", name, gate.stars);
            follows.code_of_always = "star-unreachable";
        }
        see(gate.when, Reader::council, place_of(*written, "when"), false, follows);
    }

    const Subject& subject_;
    const model::RuleSet& rules_;
    base::Report& report_;
};

}  // namespace

void review_conditions(const Subject& subject, base::Report& report) {
    Review(subject, report).run();
    for (const WhenList& list : when_lists(subject)) review_overlaps_and_gaps(*subject.rules, list, report);
}

}  // namespace ocop::analysis
