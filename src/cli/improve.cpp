// `ocop improve`: the cheapest way of one scorecard to a star.
#include <ocop/improve.hpp>
#include <ocop/report.hpp>

#include "cli/cards.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace ocop::cli {
namespace {

class Improver {
public:
    Improver(const ImproveCall& call, const Library& library, Output& output) : call_(call), library_(library), output_(output) {}

    int run() {
        if (overwrites(call_.to_file, {call_.card, call_.costs, call_.council}, output_)) return no_answer;
        const auto card = read_card();
        const auto rules = card ? rules_for(*card) : std::nullopt;
        if (!rules) return no_answer;
        const Scorecard::Loaded scorecard = Scorecard::read(*card, *rules);
        output_.tell(scorecard.diagnostics);
        if (!scorecard) return no_answer;
        ImproveOptions options;
        if (call_.to > 0) options.to = call_.to;
        options.top = call_.top;
        if (!call_.costs.empty() && !read_costs(*rules, options)) return no_answer;
        return tell(improve(*rules, scorecard.value(), options));
    }

private:
    // The only card of the file.
    std::optional<WrittenCard> read_card() {
        const WrittenCards found = read_cards(call_.card);
        output_.tell(found.diagnostics);
        if (found.cards.size() == 1 && found.diagnostics.empty()) return found.cards.front();
        if (found.diagnostics.empty())
            output_.say(found.cards.empty() ? "there is no scorecard in `" + call_.card + "`"
                                            : "`" + call_.card + "` has " + std::to_string(found.cards.size()) + " scorecards; improve takes one");
        return std::nullopt;
    }

    std::optional<RuleSet> rules_for(const WrittenCard& card) {
        CouncilFile council;
        if (!call_.council.empty()) {
            const auto text = read_file(call_.council, "council file", output_);
            if (!text) return std::nullopt;
            council = {call_.council, *text};
        }
        const RuleSet::Loaded rules = rules_of(card, library_, council);
        rules ? output_.tell_errors(rules.diagnostics) : output_.tell(rules.diagnostics);
        return rules.rule_set;
    }

    bool read_costs(const RuleSet& rules, ImproveOptions& options) {
        const auto text = read_file(call_.costs, "file of costs", output_);
        if (!text) return false;
        Costs::Loaded loaded = Costs::from_text(*text, rules, call_.costs);
        output_.tell(loaded.diagnostics);
        if (loaded) options.costs = std::move(*loaded.costs);
        return static_cast<bool>(loaded);
    }

    int tell(const Improvement& found) {
        report::Style style;
        style.language = output_.language();
        const bool to_file = !call_.to_file.empty() && call_.to_file != "-";
        style.colour = !to_file && wants_colour(Stream::out);
        style.width = width();
        const std::string shown = rendered(found, style);
        if (!to_file) output_.result(shown);
        else if (!write_file(call_.to_file, shown, output_)) return no_answer;
        const bool yes = found.answer == Improvement::Answer::already || found.answer == Improvement::Answer::ways;
        return yes ? fine : answer_is_no;
    }

    std::string rendered(const Improvement& found, const report::Style& style) const {
        if (call_.format == "json") return report::json(found);
        if (call_.format == "markdown") return report::markdown(found, style);
        return call_.format == "html" ? report::html(found, style) : report::text(found, style);
    }

    const ImproveCall& call_;
    const Library& library_;
    Output& output_;
};

}  // namespace

int improve(const ImproveCall& call, const Rules& rules, Output& output) { return Improver(call, rules.library, output).run(); }

}  // namespace ocop::cli
