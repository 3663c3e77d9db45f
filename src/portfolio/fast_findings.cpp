// What a person should look at, in the order of rate::find, as pieces of the line.
#include <algorithm>

#include "portfolio/fast_form.hpp"
#include "rate/decide.hpp"

namespace ocop::portfolio {
namespace {

using Kind = Finding::Kind;
using program::none;

constexpr std::size_t fragments_remembered = 4'000;  // of each kind

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// Empty where there is nothing to say.
template <class Make>
const Fragment& remembered(NumberTable<Fragment>& known, std::uint64_t key, Make make) {
    if (const Fragment* found = known.find(key)) return *found;
    if (known.size() >= fragments_remembered) known.clear();
    return known.add(key, make());
}

}  // namespace

bool Form::find(const FastCard& card, const OfHead& head, const batch::Verdict& verdict) {
    counts_ = head.counts;
    kinds_.clear();
    kinds_seen_ = 0;
    if (!head.findings.empty()) line_->put(head.findings);
    for (const Kind each : head.kinds) seen(each);
    spread(card);
    if (!head.incomplete.empty()) line_->put(head.incomplete);
    for (const Kind each : head.incomplete_kinds) seen(each);
    for (const int leaf : watched_)
        if (!(card.sheets == 1 && leaves_[index(leaf)].plain && leaves_[index(leaf)].options ? plain_criterion(leaf, card) : criterion(leaf, card))) return false;
    return readings(card, verdict);
}

void Form::spread(const FastCard& card) {
    if (!rules_.council.spread || card.sheets < 2) return;
    program::Scaled least = 0, most = 0;
    for (int sheet = 0; sheet < card.sheets; ++sheet) {
        const program::Scaled sum = working_.sum(0, static_cast<int>(program_.leaves.size()), sheet);
        least = sheet == 0 ? sum : std::min(least, sum);
        most = sheet == 0 ? sum : std::max(most, sum);
    }
    const Fragment& told = remembered(spreads_, static_cast<std::uint64_t>(most - least), [&] {
        const Number difference = program_.number(most - least);
        return difference > *rules_.council.spread ? finding_fragment({Kind::spread, {}, {}, {difference.text(), rules_.council.spread->text()}, {}}) : Fragment();
    });
    if (!told.empty()) finding(Kind::spread, told);
}

// The option that counts, if it is one.
int Form::choice_of(const CodeForm& code, int leaf, std::uint8_t number, std::int16_t of_case) const {
    if (!code.by_case) return code.choice;
    const batch::LeafCodes& codes = plans_.front()->leaves[index(leaf)].codes;
    return codes.unnamed()[number - codes.first_unnamed()][index(of_case)];
}

// On the only sheet: most often there is nothing to say.
bool Form::plain_criterion(int number, const FastCard& card) {
    const LeafForm& form = leaves_[index(number)];
    const std::uint8_t mark = card.codes[index(number)];
    const CodeForm& code = form.codes[mark];
    const int implied = form.has_when ? facts_->implied(form.first_case) : Facts::says_nothing;
    const bool agrees = implied == Facts::says_nothing || (implied == code.choice && !code.by_case);
    if (agrees && form.incomplete.empty() && (code.required_mask & ~card.evidence) == 0 && !code.erratum && !code.by_case) return true;
    return criterion(number, card);
}

bool Form::criterion(int number, const FastCard& card) {
    const LeafForm& form = leaves_[index(number)];
    if (!form.incomplete.empty()) finding(Kind::incomplete_rule_set, form.incomplete);
    std::uint64_t said = 0;
    said_errata_.clear();
    for (int sheet = 0; sheet < card.sheets; ++sheet) {
        const std::size_t at = index(number * card.sheets + sheet);
        if (!form.plain && working_.applies[at] == 0) continue;
        const std::int16_t of_case = form.plain ? std::int16_t{0} : working_.cases[at];
        const int choice = form.options ? choice_of(form.codes[card.codes[at]], number, card.codes[at], of_case) : none;
        if (form.options && !against_facts(number, card, sheet, choice, of_case)) return false;
        if (form.has_evidence && working_.points[at] > 0) evidence(number, card, sheet, choice, said);
        if (choice != none && !choices_[index(choice)].erratum.empty()) erratum(choice);
    }
    return true;
}

// False: that is for the general way to say.
bool Form::against_facts(int number, const FastCard& card, int sheet, int choice, std::int16_t of_case) {
    const program::Leaf& leaf = program_.leaves[index(number)];
    const auto ask = [&](int code, bool& sure) {
        const auto answer = static_cast<batch::Answer>(facts_->answers(0)[code]);
        if (answer != batch::ask) return answer;
        const batch::Condition& condition = plans_.front()->conditions[index(code)];
        const auto by_points = [](const batch::Step& step) { return step.what >= batch::Step::Do::points || step.what == batch::Step::Do::constant; };
        sure = sure && condition.closed && std::all_of(condition.steps.begin(), condition.steps.end(), by_points);
        return sure ? batch::answer(condition, [&](int first, int end) { return working_.sum(first, end, sheet); }) : batch::not_known;
    };
    bool sure = true;
    if (leaves_[index(number)].several_cases && choice != none) {
        const int marked = program_.cases[index(leaf.first_case + of_case)].when;
        if (marked != none && ask(marked, sure) == batch::no)
            for (int i = leaf.first_case; i < leaf.end_case && sure; ++i) {
                const int when = program_.cases[index(i)].when;
                if (when == none || ask(when, sure) != batch::yes || !sure) continue;
                against(number, card, sheet, choice, true, i - leaf.first_case);
                return true;
            }
        if (!sure) return false;
    }
    if (!leaf.has_when) return true;
    const int implied = facts_->implied(leaf.first_case + of_case);
    if (implied == Facts::by_points) return false;
    if (implied == Facts::says_nothing || implied == choice) return true;
    if (implied == none && working_.points[index(number * card.sheets + sheet)] == 0) return true;
    against(number, card, sheet, choice, false, implied);
    return true;
}

void Form::against(int number, const FastCard& card, int sheet, int choice, bool other_case, int implied) {
    const program::Leaf& leaf = program_.leaves[index(number)];
    const auto relative = [&](int of) { return static_cast<std::uint64_t>(of == none ? 0 : of - leaf.first_choice + 1); };
    const int assessor = card.assessors[index(sheet)];
    const std::uint64_t key = static_cast<std::uint64_t>(assessor) << 40U | static_cast<std::uint64_t>(number) << 24U | relative(choice) << 13U |
                              static_cast<std::uint64_t>(other_case) << 12U | (other_case ? static_cast<std::uint64_t>(implied) : relative(implied));
    finding(Kind::facts_against_mark, remembered(against_, key, [&] {
        const std::size_t column = plans_.front()->ways.column();
        const model::Node& node = rules_.nodes[index(leaf.node)];
        const auto name = [&](int of) { return of == none ? std::string("0") : program_.option_name(program_.choices[index(of)], leaf); };
        const auto worth = [&](int of) { return program_.number(of == none ? 0 : program_.choices[index(of)].points[column]).text(); };
        std::vector<std::string> values = {name(choice), worth(choice)};
        if (other_case) values.insert(values.end(), {node.cases[index(implied)].id, ""});
        else values.insert(values.end(), {name(implied), worth(implied)});
        return finding_fragment({Kind::facts_against_mark, node.id, assessor_names_[index(assessor)], std::move(values), {}});
    }));
}

void Form::require(const std::vector<Required>& all, std::uint64_t have, std::uint64_t& said) {
    for (const Required& each : all) {
        const std::uint64_t bit = std::uint64_t{1} << each.evidence;
        if (((have | said) & bit) != 0) continue;
        said |= bit;
        finding(Kind::evidence_missing, each.missing);
    }
}

void Form::evidence(int number, const FastCard& card, int sheet, int choice, std::uint64_t& said) {
    require(leaves_[index(number)].required, card.evidence, said);
    if (choice != none) return require(choices_[index(choice)].required, card.evidence, said);
    const program::Leaf& leaf = program_.leaves[index(number)];
    if (!leaf.any) return;
    const std::uint8_t ticked = static_cast<std::uint8_t>(card.codes[index(number * card.sheets + sheet)] - 1);
    for (int i = leaf.first_choice; i < leaf.end_choice; ++i)
        if ((ticked >> (i - leaf.first_choice) & 1) != 0) require(choices_[index(i)].required, card.evidence, said);
}

// Options whose misprints are told alike are one finding.
void Form::erratum(int choice) {
    const Fragment& told = choices_[index(choice)].erratum;
    for (const Fragment* each : said_errata_)
        if (*each == told) return;
    said_errata_.push_back(&told);
    finding(Kind::erratum_used, told);
}

bool Form::readings(const FastCard& card, const batch::Verdict& verdict) {
    const batch::Plan& plan = *plans_.front();
    const bool whole = working_.total % (program_.scale * card.sheets) == 0;
    for (std::size_t i = 0; i < alternatives_.size(); ++i) {
        const Alternative& other = alternatives_[i];
        if (other.sheets_only && card.sheets == 1) continue;
        if (other.plan != 0) {
            batch::Verdict found;
            if (!batch::decide(*plans_[other.plan], {card.sheets, card.codes.data(), facts_->answers(other.plan)}, other_working_, found)) return false;
            if (found.outcome != verdict.outcome || (found.outcome == Outcome::rated && found.stars != verdict.stars)) changed(i, found.outcome, found.stars);
            continue;
        }
        if (verdict.outcome != Outcome::rated) continue;
        int ceiling = verdict.ceiling;
        // Nothing to round.
        if (other.reading == model::reading_rounding && whole) continue;
        if (other.reading == model::reading_rounding) {
            rate::Figure total{working_.total, working_.sheets};
            if (other.ways.rounding_places >= 0) total = rate::half_up(total, program_.scale, other.ways.rounding_places);
            ceiling = std::min(rate::band_of(program_, total), working_.cap);
            if (ceiling == verdict.ceiling) continue;
        }
        const int stars = batch::stars(plan, working_, other.ways, ceiling);
        if (stars != verdict.stars) changed(i, Outcome::rated, stars);
    }
    return true;
}

void Form::changed(std::size_t alternative, Outcome outcome, int stars) {
    const std::uint64_t became = outcome == Outcome::rated ? static_cast<std::uint64_t>(stars) : 100U + static_cast<std::uint64_t>(outcome);
    finding(Kind::reading_changes_stars, remembered(changes_, alternative << 8U | became, [&] {
        const Alternative& other = alternatives_[alternative];
        const model::Reading& reading = rules_.readings[index(other.reading)];
        const std::string text = outcome == Outcome::rated ? std::to_string(stars) : name(outcome);
        return finding_fragment({Kind::reading_changes_stars, reading.name, {}, {reading.name, rate::word(reading, other.choice), text}, {}});
    }));
}

}  // namespace ocop::portfolio
