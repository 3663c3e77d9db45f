// A checked rule set as a person reads it: the form with its options first, then what decides beside the points.
#include <fmt/format.h>

#include "base/value.hpp"
#include "report/layout.hpp"
#include "report/show.hpp"
#include "report/words.hpp"
#include "trail/written.hpp"

namespace ocop::report {
namespace {

using Align = Table::Align;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

class Shower {
public:
    Shower(const model::RuleSet& rules, const Style& style) : rules_(rules), words_(style.language), page_(style) {}

    std::string show() {
        head();
        form();
        gates();
        bands();
        readings();
        facts();
        evidence();
        recognition();
        return page_.take();
    }

private:
    std::string cited(const Citation& cite) const {
        if (cite.place.empty()) return cite.decision;
        return cite.decision.empty() || cite.decision == rules_.basis.decision ? cite.place : cite.decision + ", " + cite.place;
    }

    void line(Table& table, Label label, const std::string& text) const {
        if (!text.empty()) table.row({{words_(label), Tone::faint}, {text, Tone::plain}});
    }

    void head() {
        page_.paragraph(fmt::format("{} — {}", rules_.id, words_(rules_.title)), Tone::strong);
        page_.blank();
        Table table({{Align::left, false}, {Align::left, true}});
        line(table, Label::decision, rules_.basis.place.empty() ? rules_.basis.decision : rules_.basis.decision + ", " + rules_.basis.place);
        line(table, Label::in_force, in_force());
        std::string before;
        for (const std::string& each : rules_.succeeds) before += (before.empty() ? "" : ", ") + each;
        line(table, Label::succeeds, before);
        for (const std::string& each : rules_.incomplete) line(table, Label::incomplete, each + missing_since());
        for (const Text& each : rules_.notes) line(table, Label::notes, words_(each));
        line(table, Label::council, council());
        line(table, Label::digest, rules_.digest);
        page_.table(table);
    }

    std::string missing_since() const {
        if (!rules_.incomplete_from) return {};
        return " (" + words_(Label::from_day) + " " + words_.date(rules_.incomplete_from->text()) + ")";
    }

    std::string in_force() const {
        std::string out;
        const auto add = [&](Label label, const std::optional<base::Date>& date) {
            if (date) out += (out.empty() ? "" : ", ") + words_(label) + " " + words_.date(date->text());
        };
        add(Label::from_day, rules_.in_force.from);
        add(Label::until_day, rules_.in_force.until);
        add(Label::new_dossiers, rules_.in_force.new_dossiers_until);
        return out;
    }

    std::string council() const {
        static constexpr const char* names[] = {"mean", "median", "trimmed mean"};
        std::string out = rules_.council.id.empty() ? "" : rules_.council.id + ": ";
        out += words_(Label::combine) + " " + words_.combine(names[static_cast<int>(rules_.council.combine)]);
        if (rules_.council.quorum) out += fmt::format("; {} {}%", words_(Label::quorum), words_.number(*rules_.council.quorum));
        if (rules_.council.spread) out += fmt::format("; {} {}", words_(Label::spread), words_.points(*rules_.council.spread));
        return out;
    }

    // ---- the form ----

    void form() {
        page_.heading(words_(Label::criteria));
        Table table({{Align::left, false}, {Align::left, true}, {Align::right, false}});
        table.row({{words_(Label::id), Tone::faint}, {words_(Label::content), Tone::faint}, {words_(Label::points), Tone::faint}});
        for (const model::Node& node : rules_.nodes) this->node(node, table);
        table.row({{"", Tone::plain}, {words_(Label::total), Tone::strong}, {"≤ " + words_.number(rules_.total_max), Tone::strong}});
        page_.table(table);
    }

    void node(const model::Node& node, Table& table) const {
        const Tone tone = node.leaf() ? Tone::plain : Tone::strong;
        table.row({{node.id, Tone::strong}, {words_(node.title), tone}, {"≤ " + words_.number(node.max ? *node.max : node.best), tone}});
        if (node.applies) table.below(words_(Label::applies) + " " + node.applies->text);
        if (node.choose_any) table.below(words_(Label::choose_any));
        if (node.score) table.below(words_(Label::free_points) + " " + score(*node.score));
        if (node.attainable) table.below(words_(Label::attainable) + " " + words_.points(*node.attainable) + ": " + words_(*node.shortfall), Tone::notice);
        if (!node.incomplete->empty()) table.below(words_(Label::incomplete) + ": " + *node.incomplete, Tone::notice);
        remarks(*node.remarks, table);
        if (node.leaf()) table.below(place(node.cite, node.origin), Tone::faint);
        for (const model::Case& each : node.cases) options(each, table);
    }

    std::string score(const model::Score& score) const {
        std::string out = (score.low_open ? "(" : "[") + score.low.text() + ".." + score.high.text() + (score.high_open ? ")" : "]");
        return score.step ? out + ", " + words_(Label::step) + " " + words_.number(*score.step) : out;
    }

    std::string place(const Citation& cite, const Origin& origin) const {
        const std::string where = cited(cite);
        return fmt::format("[{}{}{}:{}]", where, where.empty() ? "" : "; ", origin.file, origin.line);
    }

    void options(const model::Case& of, Table& table) const {
        if (!of.id.empty()) {
            table.row({{"  " + of.id, Tone::plain}, {words_(Label::case_of) + ": " + words_(of.title), Tone::plain}, {"", Tone::plain}});
            if (of.when) table.below(words_(Label::when) + " " + of.when->text);
        }
        for (const model::Option& each : of.options) option(each, of.id.empty() ? "  " : "    ", table);
    }

    void option(const model::Option& option, const std::string& indent, Table& table) const {
        table.row({{indent + option.id, Tone::plain}, {words_(option.title), Tone::plain}, {words_.number(option.points), Tone::plain}});
        if (option.when) table.below(words_(Label::when) + " " + option.when->text, Tone::faint);
        for (const model::Minimum& each : option.minima) {
            std::string text = words_(Label::minimum_for) + " " + words_.stars(each.star);
            if (each.when) text += ", " + words_(Label::when) + " " + each.when->text;
            table.below(text, Tone::good);
        }
        remarks(*option.remarks, table);
    }

    void remarks(const model::Remarks& said, Table& table) const {
        for (const Text& each : said.notes) table.below(words_(each), Tone::faint);
        if (said.erratum != Text{}) table.below(words_(Label::misprint) + ": " + words_(said.erratum), Tone::notice);
        std::string papers;
        for (int each : said.evidence) papers += (papers.empty() ? "" : ", ") + words_(rules_.evidence[index(each)].title);
        if (!papers.empty()) table.below(words_(Label::evidence) + ": " + papers, Tone::faint);
    }

    // ---- what decides beside the points ----

    void gates() {
        if (rules_.gates.empty()) return;
        page_.heading(words_(Label::gates));
        for (const model::Gate& gate : rules_.gates) {
            page_.item("•", fmt::format("{} ({}): {}", words_(gate.title), gate.id, effect(gate)));
            page_.paragraph(words_(Label::when) + " " + gate.when->text, Tone::plain, 2);
            page_.paragraph(place(gate.cite, gate.origin), Tone::faint, 2);
        }
    }

    std::string effect(const model::Gate& gate) const {
        switch (gate.effect) {
            case model::Effect::reject: return words_(Label::reject);
            case model::Effect::cap: return words_(Label::cap) + " (≤ " + words_.stars(gate.stars) + ")";
            case model::Effect::stop: break;
        }
        const std::string after = gate.after < 0 ? words_(Label::before_all) : words_(Label::after) + " " + rules_.nodes[index(gate.after)].id;
        return words_(Label::stop) + " " + after;
    }

    void bands() {
        page_.heading(words_(Label::stars_and_bands));
        Table table({{Align::left, false}, {Align::left, true}});
        for (const model::Band& band : rules_.bands) {
            const TrailBand shown{band.star, band.text, band.low, band.high, band.low_open, band.high_open, band.printed, band.cite};
            table.row({{words_.stars(band.star), Tone::strong}, {words_.interval(shown) + " " + place(band.cite, band.origin), Tone::plain}});
            if (!band.printed.empty()) table.below(words_(Label::misprint) + ": " + band.printed, Tone::notice);
        }
        page_.table(table);
    }

    void readings() {
        page_.heading(words_(Label::readings));
        for (const model::Reading& each : rules_.readings) {
            const TrailReading shown{each.name, each.title, each.chosen, {}, each.cite};
            page_.item("•", words_.reading(shown) + ": " + words_.choice(each.name, each.chosen));
            for (const std::string& other : each.also) page_.item("→", words_.choice(each.name, other), Tone::faint, 2);
            if (const std::string where = cited(each.cite); !where.empty()) page_.paragraph("[" + where + "]", Tone::faint, 2);
        }
    }

    void facts() {
        Table table({{Align::left, false}, {Align::left, true}});
        bool any = false;
        for (const model::Fact& fact : rules_.facts) {
            if (fact.built_in) continue;
            any = true;
            table.row({{fact.name, Tone::strong}, {words_(fact.title), Tone::plain}});
            table.below(kind(fact.type), Tone::faint);
            if (!fact.domain_text.empty()) table.below(words_(Label::domain) + " " + fact.domain_text, Tone::faint);
            if (fact.missing) table.below(words_(Label::if_missing) + " " + base::text(*fact.missing, fact.type.unit()), Tone::faint);
        }
        if (!any) return;
        page_.heading(words_(Label::facts));
        page_.table(table);
    }

    std::string kind(const model::Type& type) const {
        std::string out = words_.fact_type(type_name(type));
        if (!type.unit().empty()) out += " (" + type.unit() + ")";
        const auto& values = type.element ? type.element->values : type.values;
        for (std::size_t i = 0; values && i < values->size(); ++i) out += (i == 0 ? ": " : ", ") + (*values)[i];
        return out;
    }

    void evidence() {
        if (rules_.evidence.empty()) return;
        page_.heading(words_(Label::evidence));
        Table table({{Align::left, false}, {Align::left, true}});
        for (const model::Evidence& each : rules_.evidence) table.row({{each.id, Tone::strong}, {words_(each.title), Tone::plain}});
        page_.table(table);
    }

    void recognition() {
        if (rules_.recognition.empty()) return;
        page_.heading(words_(Label::recognition));
        for (const model::RecognitionEntry& each : rules_.recognition) {
            std::string text = words_(Label::from_day) + " " + words_.date(each.from.text()) + ": ";
            bool first = true;
            for (const auto& [star, authority] : each.stars) {
                text += (first ? "" : ", ") + words_.stars(star) + " " + words_.authority(authority);
                first = false;
            }
            if (!each.certificate.empty()) text += "; " + words_(Label::certificate) + " " + words_.duration(each.certificate);
            page_.item("•", text);
            if (const std::string where = cited(each.cite); !where.empty()) page_.paragraph("[" + where + "]", Tone::faint, 2);
        }
    }

    const model::RuleSet& rules_;
    Words words_;
    Page page_;
};

}  // namespace

std::string show(const model::RuleSet& rules, const Style& style) { return Shower(rules, style).show(); }

}  // namespace ocop::report
