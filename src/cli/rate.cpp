// `ocop rate`: scorecards in, ratings out. One bad card never stops the rest.
#include <ocop/report.hpp>
#include <ocop/scorecard.hpp>

#include <filesystem>
#include <map>

#include "cli/cards.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace ocop::cli {
namespace {

bool has_errors(const Diagnostics& all) {
    for (const Diagnostic& each : all)
        if (each.severity == Diagnostic::Severity::error) return true;
    return false;
}

// Errors of one file, card by card as far as that can be told: NDJSON and CSV have a card a line.
std::vector<Diagnostics> by_card(const Diagnostics& all, bool card_a_line) {
    std::map<int, Diagnostics> groups;
    for (const Diagnostic& each : all) groups[card_a_line ? each.place.line : 0].push_back(each);
    std::vector<Diagnostics> out;
    for (auto& [line, group] : groups)
        if (has_errors(group)) out.push_back(std::move(group));
    return out;
}

// Prints results as they come, in the format asked for.
class Results {
public:
    Results(const RateCall& call, Output& output) : call_(call), output_(output) {
        style_.language = output.language();
        style_.colour = !to_file() && wants_colour(Stream::out);
        style_.width = width();
        style_.brief = call.brief;
    }

    void rated(const Rating& rating) {
        ++rated_;
        if (call_.format == "ndjson") return give(report::json_line(rating.summary()) + "\n");
        const bool brief = call_.brief && call_.format != "json";
        Trail trail = rating.trail(brief ? Depth::plain : call_.by_sheet ? Depth::by_sheet : Depth::by_criterion);
        if (call_.format == "json") return objects_.push_back(report::json(trail));
        if (call_.format == "html") return trails_.push_back(std::move(trail));
        if (call_.format == "markdown") return give((rated_ > 1 ? "\n---\n\n" : "") + report::markdown(trail, style_));
        if (rated_ > 1) give("\n" + std::string(static_cast<std::size_t>(style_.width), '=') + "\n\n");
        give(report::text(trail, style_));
    }

    void failed(const std::string& scorecard, const std::string& rule_set, const Diagnostics& why) {
        ++failed_;
        output_.tell(why);
        if (call_.format == "ndjson") give(report::json_error(scorecard, rule_set, why) + "\n");
        if (call_.format == "json") objects_.push_back(report::json_error(scorecard, rule_set, why));
    }

    int finish() {
        if (!trails_.empty()) give(report::html(trails_, style_));
        if (objects_.size() == 1) give(objects_.front() + "\n");
        for (std::size_t i = 0; objects_.size() > 1 && i < objects_.size(); ++i)
            give((i == 0 ? "[\n" : ",\n") + objects_[i] + (i + 1 == objects_.size() ? "\n]\n" : ""));
        if (rated_ == 0 && failed_ == 0) output_.say("there is no scorecard to rate");
        if (!file_.empty() && !write_file(call_.to, file_, output_)) return no_answer;
        if (rated_ == 0) return no_answer;
        return failed_ == 0 ? fine : answer_is_no;
    }

private:
    bool to_file() const { return !call_.to.empty() && call_.to != "-"; }

    // A file is written when all is rated: where nothing comes out, an older one stays as it was.
    void give(const std::string& text) {
        if (to_file()) file_ += text;
        else output_.result(text);
    }

    const RateCall& call_;
    Output& output_;
    report::Style style_;
    std::vector<std::string> objects_;
    std::vector<Trail> trails_;
    std::string file_;
    int rated_ = 0, failed_ = 0;
};

class Rater {
public:
    Rater(const RateCall& call, const Library& library, Output& output) : call_(call), library_(library), output_(output), results_(call, output) {}

    int rate() {
        if (overwrites_input()) return no_answer;
        if (!call_.council.empty() && !read_council()) return no_answer;
        std::vector<WrittenCards> files;
        for (const std::string& each : call_.cards) files.push_back(read(each));
        WrittenCards all = WrittenCards::joined(std::move(files));
        for (const WrittenCard& card : all.cards) this->card(card);
        for (const Diagnostics& each : by_card(all.diagnostics, false)) results_.failed({}, {}, each);
        return results_.finish();
    }

private:
    bool overwrites_input() {
        std::vector<std::string> read = call_.cards;
        read.push_back(call_.council);
        return overwrites(call_.to, read, output_);
    }

    bool read_council() {
        const auto text = read_file(call_.council, "council file", output_);
        if (text) council_ = {call_.council, *text};
        return text.has_value();
    }

    // What is wrong with a file is told here; what could be read is rated with the others.
    WrittenCards read(const std::string& name) {
        WrittenCards found = read_cards(name);
        const bool card_a_line = name.ends_with(".ndjson") || name.ends_with(".jsonl") || name.ends_with(".csv") || found.cards.size() > 1;
        for (const Diagnostics& each : by_card(found.diagnostics, card_a_line)) results_.failed({}, {}, each);
        output_.tell(found.diagnostics);
        found.diagnostics.clear();
        return found;
    }

    // Loaded once, whether it can be or not.
    const RuleSet::Loaded& rules_for(const WrittenCard& card) {
        const auto key = std::make_pair(card.rule_set(), card.council());
        const auto found = rules_.find(key);
        return found != rules_.end() ? found->second : rules_.emplace(key, rules_of(card, library_, council_)).first->second;
    }

    void card(const WrittenCard& card) {
        const RuleSet::Loaded& rules = rules_for(card);
        if (!rules) return results_.failed(card.id(), card.rule_set(), rules.diagnostics);
        const Scorecard::Loaded scorecard = Scorecard::read(card, rules.value());
        if (!scorecard) return results_.failed(card.id(), card.rule_set(), scorecard.diagnostics);
        output_.tell(scorecard.diagnostics);
        results_.rated(rules.value().rate(scorecard.value()));
    }

    const RateCall& call_;
    const Library& library_;
    Output& output_;
    Results results_;
    CouncilFile council_;
    std::map<std::pair<std::string, std::string>, RuleSet::Loaded> rules_;
};

}  // namespace

int rate(const RateCall& call, const Rules& rules, Output& output) { return Rater(call, rules.library, output).rate(); }

}  // namespace ocop::cli
