// `ocop improve`: the cheapest way of one scorecard to a star.
#include <ocop/improve.hpp>
#include <ocop/report.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace ocop::cli {
namespace {

std::string everything(std::istream& in) { return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}; }

class Improver {
public:
    Improver(const ImproveCall& call, const Library& library, Output& output) : call_(call), library_(library), output_(output) {}

    int run() {
        const auto card = read_card();
        const auto rules = card ? rules_of(*card) : std::nullopt;
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
        const WrittenCards found = call_.card == "-" ? WrittenCards::from_text(everything(std::cin), "<stdin>") : WrittenCards::from_file(call_.card);
        output_.tell(found.diagnostics);
        if (found.cards.size() == 1 && found.diagnostics.empty()) return found.cards.front();
        if (found.diagnostics.empty())
            output_.say(found.cards.empty() ? "there is no scorecard in `" + call_.card + "`"
                                            : "`" + call_.card + "` has " + std::to_string(found.cards.size()) + " scorecards; improve takes one");
        return std::nullopt;
    }

    std::optional<std::string> read_file(const std::string& file, const char* what) {
        std::ifstream in(file, std::ios::binary);
        std::string text = in ? everything(in) : std::string();
        if (in) return text;
        output_.say(std::string("cannot read the ") + what + " `" + file + "`");
        return std::nullopt;
    }

    std::optional<RuleSet> rules_of(const WrittenCard& card) {
        if (card.rule_set().empty()) {
            output_.tell(Diagnostic{Diagnostic::Severity::error, "no-rule-set", card.place(), {"hồ sơ không nêu bộ tiêu chí", "the scorecard does not name its rule set"},
                                    {"ghi một dòng `rule_set: 26-2026/food/tea`", "write `rule_set: 26-2026/food/tea`"}});
            return std::nullopt;
        }
        RuleSet::Loaded rules = call_.council.empty() && !card.council().empty() ? library_.load(card.rule_set(), card.council()) : library_.load(card.rule_set());
        if (rules && !call_.council.empty()) {
            const auto council = read_file(call_.council, "council file");
            if (!council) return std::nullopt;
            rules = rules.value().with_council(*council, call_.council);
        }
        for (Diagnostic& each : rules.diagnostics)
            if (each.place.file.empty()) each.place = card.place();
        rules ? output_.tell_errors(rules.diagnostics) : output_.tell(rules.diagnostics);
        return rules.rule_set;
    }

    bool read_costs(const RuleSet& rules, ImproveOptions& options) {
        const auto text = read_file(call_.costs, "file of costs");
        if (!text) return false;
        Costs::Loaded loaded = Costs::from_text(*text, rules, call_.costs);
        output_.tell(loaded.diagnostics);
        if (loaded) options.costs = std::move(*loaded.costs);
        return static_cast<bool>(loaded);
    }

    int tell(const Improvement& found) {
        report::Style style;
        style.language = output_.language();
        style.colour = wants_colour(Stream::out);
        style.width = width();
        output_.result(call_.format == "json" ? report::json(found) : report::text(found, style));
        const bool yes = found.answer == Improvement::Answer::already || found.answer == Improvement::Answer::ways;
        return yes ? fine : answer_is_no;
    }

    const ImproveCall& call_;
    const Library& library_;
    Output& output_;
};

}  // namespace

int improve(const ImproveCall& call, const Rules& rules, Output& output) { return Improver(call, rules.library, output).run(); }

}  // namespace ocop::cli
