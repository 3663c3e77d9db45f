// Findings in the order of rate::find(), each written once and found again.
#include <algorithm>

#include "portfolio/fast_result.hpp"
#include "rate/rate.hpp"
#include "report/fragments.hpp"
#include "trail/finding_text.hpp"

namespace ocop::portfolio {
namespace {

using Kind = Finding::Kind;
using program::Leaf;
using program::none;
using Values = std::vector<std::string>;

constexpr int unclear = -2;

std::size_t index(int i) { return static_cast<std::size_t>(i); }
std::string text(const std::optional<base::Date>& date) { return date ? date->text() : std::string(); }

std::string written(Kind kind, std::string node, std::string sheet, Values values) {
    Finding finding{kind, std::move(node), std::move(sheet), std::move(values), {}};
    finding.text = trail::finding_text(finding.kind, finding.node, finding.sheet, finding.values);
    return report::json_piece(finding);
}

}  // namespace

template <class Make>
void FastResults::add(Kind kind, int a, int b, int c, int sheet, Make make) {
    const int numbers[] = {static_cast<int>(kind), a, b, c};
    key_.assign(reinterpret_cast<const char*>(numbers), sizeof numbers);
    if (sheet >= 0) key_ += card_->assessors[index(sheet)];
    const std::string* known = pieces_->findings.find(key_);
    if (known == nullptr) known = &pieces_->findings.add(key_, make());
    // Two options may have the same misprint.
    const auto same = [&](const std::string* other) { return other == known || (kind == Kind::erratum_used && *other == *known); };
    if (std::any_of(found_.begin(), found_.end(), same)) return;
    found_.push_back(known);
    ++counted_->findings[static_cast<std::size_t>(kind)];
}

void FastResults::findings(std::string& out) {
    const FastForm& form = *card_->form;
    const model::RuleSet& rules = *form.program->rules;
    found_.clear();
    dates();
    if (!card_->level) add(Kind::level_unknown, 0, 0, 0, -1, [] { return written(Kind::level_unknown, {}, {}, {}); });
    council();
    const bool all_lacking = !rules.incomplete.empty() && !rules.missing_on(card_->assessed_on).empty();
    for (std::size_t i = 0; all_lacking && i < rules.incomplete.size(); ++i)
        add(Kind::incomplete_rule_set, -1, static_cast<int>(i), 0, -1, [&] { return written(Kind::incomplete_rule_set, {}, {}, {rules.incomplete[i]}); });
    for (int leaf : form.watched) criterion(leaf);
    readings_found();
    for (const std::string* each : found_) {
        if (out.back() != '[') out += ',';
        out += *each;
    }
}

void FastResults::dates() {
    const model::InForce& law = card_->form->program->rules->in_force;
    const auto outside = [&](const char* field, int which, const base::Date& date, const std::optional<base::Date>& end, const char* code) {
        const int day = (date.year * 16 + date.month) * 32 + date.day;
        add(Kind::not_in_force, which, day, 0, -1, [&] { return written(Kind::not_in_force, {}, {}, {field, date.text(), text(law.from), text(end), code}); });
    };
    const auto &assessed = card_->assessed_on, &filed = card_->filed_on;
    if (!assessed && (law.from || law.until)) add(Kind::date_unknown, 0, 0, 0, -1, [] { return written(Kind::date_unknown, {}, {}, {}); });
    if (assessed && law.from && *assessed < *law.from) outside("assessed_on", 0, *assessed, law.until, "before");
    if (assessed && law.until && *assessed >= *law.until) outside("assessed_on", 1, *assessed, law.until, "until");
    if (filed && law.from && *filed < *law.from) outside("filed_on", 2, *filed, law.until, "before");
    if (filed && law.new_dossiers_until && *filed >= *law.new_dossiers_until) outside("filed_on", 3, *filed, law.new_dossiers_until, "successor");
}

void FastResults::council() {
    const program::Program& program = *card_->form->program;
    const model::Council& council = program.rules->council;
    const int sheets = card_->sheets;
    if (council.quorum && card_->members == 0) {
        add(Kind::quorum_unknown, 0, 0, 0, -1, [] { return written(Kind::quorum_unknown, {}, {}, {}); });
    } else if (council.quorum && *multiply(*council.quorum, Number(card_->members)) > Number(std::int64_t{sheets} * 100)) {
        add(Kind::no_quorum, sheets, card_->members, 0, -1,
            [&] { return written(Kind::no_quorum, {}, {}, {std::to_string(sheets), std::to_string(card_->members), council.quorum->text()}); });
    }
    if (council.combine == model::Combine::trimmed_mean && sheets < 3)
        add(Kind::trimmed_mean_of_few, sheets, 0, 0, -1, [&] { return written(Kind::trimmed_mean_of_few, {}, {}, {std::to_string(sheets)}); });
    if (!council.spread || sheets < 2) return;
    program::Scaled least = 0, most = 0;
    const int leaves = static_cast<int>(program.leaves.size());
    for (int sheet = 0; sheet < sheets; ++sheet) {
        const program::Scaled sum = working_.sum(0, leaves, sheet);
        least = sheet == 0 ? sum : std::min(least, sum);
        most = sheet == 0 ? sum : std::max(most, sum);
    }
    if (most == least) return;
    const Number difference = program.number(most - least);
    if (difference > *council.spread)
        add(Kind::spread, static_cast<int>(most - least), static_cast<int>((most - least) >> 31), 0, -1,
            [&] { return written(Kind::spread, {}, {}, {difference.text(), council.spread->text()}); });
}

bool FastResults::applies(int leaf, int sheet) const {
    return card_->form->plan->leaves[index(leaf)].plain || working_.applies[index(leaf * card_->sheets + sheet)] != 0;
}

int FastResults::case_of(int leaf, int sheet) const {
    return card_->form->plan->leaves[index(leaf)].plain ? 0 : working_.cases[index(leaf * card_->sheets + sheet)];
}

// The option that counts, of a criterion that applies.
int FastResults::choice_of(int number, int sheet) const {
    const Leaf& leaf = card_->form->program->leaves[index(number)];
    const batch::LeafCodes& codes = card_->form->plan->leaves[index(number)].codes;
    if (leaf.any || leaf.free) return none;
    const std::uint8_t code = card_->codes[index(number * card_->sheets + sheet)];
    if (code < 2) return none;
    if (code < codes.first_unnamed()) return leaf.first_choice + code - 2;
    const int choice = codes.unnamed()[code - codes.first_unnamed()][index(case_of(number, sheet))];
    return choice < 0 ? none : choice;
}

batch::Answer FastResults::answer(int code, int sheet) const {
    const auto found = static_cast<batch::Answer>(card_->answers[index(code)]);
    if (found != batch::ask) return found;
    return batch::answer(card_->form->plan->conditions[index(code)], [&](int first, int end) { return working_.sum(first, end, sheet); });
}

void FastResults::criterion(int number) {
    const program::Program& program = *card_->form->program;
    const Leaf& leaf = program.leaves[index(number)];
    const model::Node& node = program.rules->nodes[index(leaf.node)];
    if (!node.incomplete->empty()) add(Kind::incomplete_rule_set, number, 0, 0, -1, [&] { return written(Kind::incomplete_rule_set, node.id, {}, {*node.incomplete}); });
    told_ = 0;
    for (int sheet = 0; sheet < card_->sheets; ++sheet) {
        if (!applies(number, sheet)) continue;
        const int choice = choice_of(number, sheet);
        if (!leaf.any && !leaf.free) facts_against(number, sheet, choice);
        if (leaf.has_evidence && working_.points[index(number * card_->sheets + sheet)] > 0) evidence(number, sheet, choice);
        if (choice == none || !program.choices[index(choice)].misprinted) continue;
        const model::Option& option = program.option(program.choices[index(choice)], leaf);
        add(Kind::erratum_used, number, choice, 0, -1, [&] { return written(Kind::erratum_used, node.id, {}, {option.remarks->erratum.vi, option.remarks->erratum.en}); });
    }
}

int FastResults::implied(int number, int of_case, int sheet) const {
    const program::Program& program = *card_->form->program;
    const program::CaseEntry& options = program.cases[index(program.leaves[index(number)].first_case + of_case)];
    int found = none;
    for (int i = options.first_choice; i < options.end_choice; ++i) {
        const int when = program.choices[index(i)].when;
        const batch::Answer holds = when == none ? batch::not_known : answer(when, sheet);
        if (holds == batch::not_known || (holds == batch::yes && found != none)) return unclear;
        if (holds == batch::yes) found = i;
    }
    return found;
}

void FastResults::facts_against(int number, int sheet, int choice) {
    const program::Program& program = *card_->form->program;
    const Leaf& leaf = program.leaves[index(number)];
    const model::Node& node = program.rules->nodes[index(leaf.node)];
    const program::Scaled given = working_.points[index(number * card_->sheets + sheet)];
    const std::size_t column = card_->form->plan->ways.column();
    const auto assessor = [&] { return std::string(card_->assessors[index(sheet)]); };
    const auto marked = [&] { return choice == none ? std::string("0") : program.option_name(program.choices[index(choice)], leaf); };
    const int of_case = case_of(number, sheet);
    if (leaf.end_case - leaf.first_case > 1 && choice != none) {
        const int own = program.cases[index(leaf.first_case + of_case)].when;
        if (own != none && answer(own, sheet) == batch::no)
            for (int i = leaf.first_case; i < leaf.end_case; ++i) {
                const int when = program.cases[index(i)].when;
                if (when == none || answer(when, sheet) != batch::yes) continue;
                return add(Kind::facts_against_mark, number, choice, 1000 + i, sheet, [&] {
                    return written(Kind::facts_against_mark, node.id, assessor(), {marked(), program.number(given).text(), node.cases[index(i - leaf.first_case)].id, ""});
                });
            }
    }
    if (!leaf.has_when) return;
    const int wanted = implied(number, of_case, sheet);
    if (wanted == unclear || wanted == choice || (wanted == none && given == 0)) return;
    add(Kind::facts_against_mark, number, choice, 1'000'000 + wanted, sheet, [&] {
        const program::Scaled worth = wanted == none ? 0 : program.choices[index(wanted)].points[column];
        const std::string name = wanted == none ? "0" : program.option_name(program.choices[index(wanted)], leaf);
        return written(Kind::facts_against_mark, node.id, assessor(), {marked(), program.number(given).text(), name, program.number(worth).text()});
    });
}

void FastResults::evidence(int number, int sheet, int choice) {
    const program::Leaf& leaf = card_->form->program->leaves[index(number)];
    const std::vector<FastForm::Needs>& needs = card_->form->needs[index(number)];
    if (choice != none || !leaf.any) return lacking(number, choice != none ? needs[index(choice - leaf.first_choice)] : needs.back());
    lacking(number, needs.back());
    const batch::Code ticked = card_->codes[index(number * card_->sheets + sheet)] - 1U;
    for (std::size_t i = 0; i + 1 < needs.size(); ++i)
        if ((ticked >> i & 1U) != 0) lacking(number, needs[i]);
}

// Of several sheets each paper is told once.
void FastResults::lacking(int number, const FastForm::Needs& needs) {
    if ((needs.all & ~card_->evidence & ~told_) == 0) return;
    const program::Program& program = *card_->form->program;
    std::vector<const std::string*>& pieces = pieces_->lacking[index(number)];
    pieces.resize(card_->form->evidence.size());
    for (int id : needs.in_order) {
        if (((card_->evidence | told_) >> id & 1U) != 0) continue;
        told_ |= std::uint64_t{1} << id;
        const std::string*& piece = pieces[index(id)];
        if (piece == nullptr) {
            const model::Evidence& wanted = program.rules->evidence[index(id)];
            const std::string& node = card_->form->criteria[index(number)].id;
            piece = &pieces_->kept.emplace_back(written(Kind::evidence_missing, node, {}, {wanted.title.vi, wanted.title.en, wanted.id}));
        }
        found_.push_back(piece);
        ++counted_->findings[static_cast<std::size_t>(Kind::evidence_missing)];
    }
}

void FastResults::readings_found() {
    const FastForm& form = *card_->form;
    const model::RuleSet& rules = *form.program->rules;
    for (int i : changes_) {
        const FastReading& other = form.readings[index(i)];
        const batch::Verdict& found = others_[index(i)];
        const model::Reading& reading = rules.readings[index(other.reading)];
        add(Kind::reading_changes_stars, i, static_cast<int>(found.outcome), found.stars, -1, [&] {
            const std::string became = found.outcome == Outcome::rated ? std::to_string(found.stars) : name(found.outcome);
            return written(Kind::reading_changes_stars, reading.name, {}, {reading.name, rate::word(reading, other.choice), became});
        });
    }
}

}  // namespace ocop::portfolio
