// What the rating was worked out from: rule set, council rules, scorecard, with their digests, and by which program.
#include <fmt/format.h>

#include "report/sections.hpp"

namespace ocop::report {
namespace {

class Origins {
public:
    explicit Origins(const Report& r) : r_(r), words_(r.words), trail_(r.trail), table_({{Table::Align::left, false}, {Table::Align::left, true}}, r.words(Label::provenance)) {}

    void write() {
        r_.document.heading(words_(Label::provenance));
        rule_set();
        council();
        card();
        line(Label::engine, trail_.engine);
        r_.document.table(std::move(table_));
        digest(Label::rule_set, trail_.rule_set.digest);
        digest(Label::council, trail_.council.digest);
        digest(Label::scorecard, trail_.card.digest);
    }

private:
    void line(Label label, const std::string& text) {
        if (!text.empty()) table_.row({{words_(label), Tone::faint}, {text, Tone::plain}});
    }
    void digest(Label of, const std::string& digest) {
        if (digest.empty()) return;
        r_.document.item("•", words_(Label::digest) + " — " + words_(of));
        r_.document.paragraph(digest, Tone::faint, 2);
    }

    void rule_set() {
        const Trail::RuleSetPart& rules = trail_.rule_set;
        line(Label::rule_set, fmt::format("{} — {}", rules.id, words_(rules.title)));
        if (!rules.file.empty()) table_.below(rules.file, Tone::faint);
        line(Label::decision, rules.basis.place.empty() ? rules.basis.decision : rules.basis.decision + ", " + rules.basis.place);
        if (!rules.basis.decision.empty()) table_.below(words_(Label::citations) + " " + rules.basis.decision, Tone::faint);
        line(Label::in_force, in_force(rules));
        std::string gaps;
        for (const std::string& each : rules.incomplete) gaps += (gaps.empty() ? "" : "; ") + each;
        line(Label::incomplete, gaps);
        for (const Text& each : rules.notes) line(Label::notes, words_(each));
    }

    std::string in_force(const Trail::RuleSetPart& rules) const {
        std::string out;
        const auto add = [&](Label label, const std::string& date) {
            if (!date.empty()) out += (out.empty() ? "" : ", ") + words_(label) + " " + words_.date(date);
        };
        add(Label::from_day, rules.in_force_from);
        add(Label::until_day, rules.in_force_until);
        add(Label::new_dossiers, rules.new_dossiers_until);
        return out;
    }

    void council() {
        const Trail::CouncilPart& rules = trail_.council;
        std::string text = (rules.id.empty() ? words_(Label::own_rules) : rules.id) + ": " + words_(Label::combine) + " " + words_.combine(rules.combine);
        if (rules.quorum) text += fmt::format("; {} {}%", words_(Label::quorum), words_.number(*rules.quorum));
        if (rules.spread) text += fmt::format("; {} {}", words_(Label::spread), words_.points(*rules.spread));
        line(Label::council, text);
        if (const std::string cite = citation(rules.cite, trail_); !cite.empty()) table_.below(cite, Tone::faint);
    }

    void card() {
        const Trail::CardPart& card = trail_.card;
        line(Label::scorecard, card.id);
        for (const auto& [key, value] : card.product)
            if (!value.empty()) table_.row({{words_.product_key(key), Tone::faint}, {value, Tone::plain}});
        line(Label::level, card.level.empty() ? words_(Label::not_given) : words_.level(card.level));
        line(Label::filed_on, card.filed_on.empty() ? words_(Label::not_given) : words_.date(card.filed_on));
        line(Label::assessed_on, card.assessed_on.empty() ? words_(Label::not_given) : words_.date(card.assessed_on));
        if (trail_.council.members) line(Label::members, std::to_string(*trail_.council.members));
        std::string evidence;
        for (const std::string& each : card.evidence) evidence += (evidence.empty() ? "" : ", ") + each;
        line(Label::evidence, evidence.empty() ? words_(Label::none) : evidence);
    }

    const Report& r_;
    const Words& words_;
    const Trail& trail_;
    Table table_;
};

}  // namespace

void provenance(const Report& report) { Origins(report).write(); }

}  // namespace ocop::report
