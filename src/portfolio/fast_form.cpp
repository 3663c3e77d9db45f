// A rule set made ready: tables and pieces of lines, and what texts of a card mean, asked of the general way once each.
#include "portfolio/fast_form.hpp"

#include <algorithm>

#include "portfolio/result.hpp"
#include "report/fragments.hpp"
#include "trail/finding_text.hpp"

namespace ocop::portfolio {
namespace {

using Kind = Finding::Kind;
using program::none;

constexpr std::size_t marks_remembered = 5'000;      // of one criterion
constexpr std::size_t assessors_remembered = 10'000;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

std::uint64_t mask_of(const std::vector<int>& evidence) {
    std::uint64_t out = 0;
    for (const int each : evidence) out |= std::uint64_t{1} << each;
    return out;
}

}  // namespace

Fragment finding_fragment(Finding finding) {
    finding.text = trail::finding_text(finding.kind, finding.node, finding.sheet, finding.values);
    return Fragment(report::json_piece(finding) + ",");
}

Form::Form(const Rule& rule, const Ask& how, Format results) : rule_(rule), how_(how), csv_(results == Format::csv), program_(*rule.program), rules_(*program_.rules), points_(program_) {
    usable_ = rules_.evidence.size() <= 64 && program_.leaves.size() < 0x8000 && program_.stars.size() <= 31;
    if (!usable_) return;
    make_plans();
    usable_ = plans_.front()->narrow;
    if (!usable_) return;
    facts_ = std::make_unique<Facts>(plans_, how_);
    make_choices();
    make_leaves();
    make_pieces();
}

// As rate::rate tries them.
void Form::make_plans() {
    plans_.push_back(batch::plan_of(rule_.program));
    for (std::size_t i = 0; i < rules_.readings.size(); ++i)
        for (std::size_t k = 0; k < rules_.readings[i].also.size(); ++k) {
            const auto reading = static_cast<int>(i);
            const bool used = program_.reading_used[i];
            Alternative other{reading, static_cast<int>(k) + 1, 0, {}, reading == model::reading_minima_met_by || reading == model::reading_gates_met_by};
            if (reading == model::reading_errata && !program_.misprinted && !used) continue;
            if (reading >= model::reading_count && !used) continue;
            // Gates that ask for points of several sheets are for the general way.
            if (reading == model::reading_gates_met_by && !used) continue;
            rate::Choices choices(rules_.readings.size(), 0);
            choices[i] = other.choice;
            other.ways = rate::decode(program_, choices);
            if (used || reading >= model::reading_errata) {
                other.plan = plans_.size();
                plans_.push_back(batch::plan_of(rule_.program, choices));
            }
            alternatives_.push_back(other);
        }
}

void Form::make_leaves() {
    for (std::size_t i = 0; i < program_.leaves.size(); ++i) {
        const program::Leaf& leaf = program_.leaves[i];
        const model::Node& node = rules_.nodes[index(leaf.node)];
        const batch::LeafPlan& plan = plans_.front()->leaves[i];
        LeafForm& form = leaves_.emplace_back();
        letters_.emplace_back().fill(no_code);
        form.plain = plan.plain;
        form.options = !leaf.any && !leaf.free;
        form.several_cases = leaf.end_case - leaf.first_case > 1;
        form.has_when = leaf.has_when;
        form.has_evidence = leaf.has_evidence;
        form.first_case = leaf.first_case;
        form.required = require(node, node.remarks->evidence);
        if (!node.incomplete->empty()) form.incomplete = finding_fragment({Kind::incomplete_rule_set, node.id, {}, {*node.incomplete}, {}});
        for (batch::Code code = 0; code < plan.codes.count() && form.options; ++code) form.codes.push_back(code_form(static_cast<int>(i), code));
        const bool misprinted = std::any_of(form.codes.begin(), form.codes.end(), [](const CodeForm& each) { return each.erratum || each.by_case; });
        if (leaf.has_evidence || (form.options && (leaf.has_when || form.several_cases || misprinted)) || !form.incomplete.empty()) watched_.push_back(static_cast<int>(i));
    }
}

Form::CodeForm Form::code_form(int number, batch::Code code) const {
    const batch::LeafPlan& plan = plans_.front()->leaves[index(number)];
    const program::Leaf& leaf = program_.leaves[index(number)];
    CodeForm out;
    out.by_case = code >= plan.codes.first_unnamed();
    if (code < 2 || out.by_case) return out;
    out.choice = leaf.first_choice + static_cast<int>(code) - 2;
    out.erratum = !choices_[index(out.choice)].erratum.empty();
    if (plan.points[code] <= 0) return out;
    const program::Choice& choice = program_.choices[index(out.choice)];
    out.required_mask = mask_of(rules_.nodes[index(leaf.node)].remarks->evidence) | mask_of(program_.option(choice, leaf).remarks->evidence);
    return out;
}

std::vector<Form::Required> Form::require(const model::Node& node, const std::vector<int>& evidence) const {
    std::vector<Required> out;
    for (const int each : evidence) {
        const model::Evidence& wanted = rules_.evidence[index(each)];
        out.push_back({each, finding_fragment({Kind::evidence_missing, node.id, {}, {wanted.title.vi, wanted.title.en, wanted.id}, {}})});
    }
    return out;
}

void Form::make_choices() {
    choices_.resize(program_.choices.size());
    for (const program::Leaf& leaf : program_.leaves)
        for (int c = leaf.first_choice; c < leaf.end_choice; ++c) {
            const program::Choice& choice = program_.choices[index(c)];
            const model::Option& option = program_.option(choice, leaf);
            ChoiceForm& form = choices_[index(c)];
            const model::Node& node = rules_.nodes[index(leaf.node)];
            form.required = require(node, option.remarks->evidence);
            if (choice.misprinted) form.erratum = finding_fragment({Kind::erratum_used, node.id, {}, {option.remarks->erratum.vi, option.remarks->erratum.en}, {}});
        }
}

// Pieces of JSON, or of the cells of a row, where only ids that are plain are put together.
void Form::make_pieces() {
    const auto own = [&](const std::string& id) {
        usable_ = usable_ && (!csv_ || csv_cell(id) == id);
        return id;
    };
    const auto item = [&](const std::string& text) { return Fragment(csv_ ? text + "; " : report::json_piece(text) + ","); };
    begin_ = Fragment(csv_ ? "," + own(rules_.id) + "," : "\",\"rule_set\":" + report::json_piece(rules_.id) + ",\"outcome\":\"");
    rejected_ = Fragment(csv_ ? "rejected,,," : "rejected\",\"stars\":null,\"band\":null,\"total\":\"");
    for (std::size_t i = 0; i < program_.nodes.size(); ++i) {
        if (program_.nodes[i].parent >= 0) continue;
        const std::string id = own(rules_.nodes[i].id);
        const std::string before = parts_.empty() ? (csv_ ? "" : "\",\"parts\":{") : (csv_ ? "; " : "\",");
        parts_.push_back({Fragment(before + (csv_ ? id + "=" : report::json_piece(id) + ":\"")), program_.nodes[i].first_leaf, program_.nodes[i].end_leaf});
    }
    parts_quoted_ = csv_ && parts_.size() > 1;
    for (const program::MinimumEntry& minimum : program_.minima)
        minima_.push_back(item("minimum " + own(rules_.nodes[index(program_.leaves[index(minimum.leaf)].node)].id) + " for " + std::to_string(minimum.star)));
    for (const model::Gate& gate : rules_.gates) caps_.push_back(item("cap " + own(gate.id)));
    for (const program::BandEntry& band : program_.bands) {
        if (bands_.size() <= index(band.star)) bands_.resize(index(band.star) + 1);
        bands_[index(band.star)] = {band.low, Fragment(" for " + std::to_string(band.star) + (csv_ ? "; " : "\","))};
    }
}

bool Form::add_evidence(std::string_view id, std::size_t& next, std::uint64_t& bits) const {
    const auto& known = rules_.evidence;
    std::size_t tried = 0;
    for (; tried < known.size() && known[next].id != id; ++tried) next = next + 1 == known.size() ? 0 : next + 1;
    if (tried == known.size() || (bits >> next & 1U) != 0) return false;
    bits |= std::uint64_t{1} << next;
    next = next + 1 == known.size() ? 0 : next + 1;
    return true;
}

std::uint8_t Form::code(int leaf, std::string_view token) {
    LeafForm& form = leaves_[index(leaf)];
    if (const std::uint8_t* found = form.known.find(token)) return *found;
    if (form.known.size() >= marks_remembered) return no_code;
    const Stated stated{Stated::Where::mark, rules_.nodes[index(program_.leaves[index(leaf)].node)].id, token};
    const auto card = how_.card(program_, {&stated, 1});
    if (!card || card->sheets.size() != 1) return no_code;
    const batch::Code code = plans_.front()->leaves[index(leaf)].codes.code(card->sheets.front().marks[index(leaf)]);
    if (code >= plans_.front()->leaves[index(leaf)].codes.count() || code >= no_code) return no_code;
    form.known.add(token, static_cast<std::uint8_t>(code));
    if (const int letter = how_.letter(token); letter >= 0) letters_[index(leaf)][index(letter)] = static_cast<std::uint8_t>(code);
    return static_cast<std::uint8_t>(code);
}

// Numbers of assessors are good for one card.
void Form::begin_card() {
    if (assessors_.size() < assessors_remembered) return;
    assessors_ = {};
    assessor_numbers_.clear();
    assessor_names_.clear();
    against_.clear();
    last_assessors_.clear();
}

int Form::other_assessor(std::size_t sheet, std::string_view token) {
    int number = -1;
    if (const int* found = assessors_.find(token)) {
        number = *found;
    } else {
        const auto name = how_.name(token);
        if (!name) return -1;
        const auto [known, added] = assessor_numbers_.emplace(*name, static_cast<int>(assessor_names_.size()));
        if (added) assessor_names_.push_back(known->first);
        number = assessors_.add(token, known->second);
    }
    if (sheet >= last_assessors_.size()) last_assessors_.resize(sheet + 1);
    last_assessors_[sheet] = {Fragment(std::string(token)), number};
    return number;
}

bool Form::tell_apart(std::vector<int>& assessors) {
    for (std::size_t i = 0; i < assessors.size(); ++i) {
        if (assessors[i] < 0) assessors[i] = assessor(static_cast<int>(i), std::string_view("\"\"\0\0\0\0\0\0", 2));
        const auto own = assessors.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(assessors.begin(), own, assessors[i]) != own) return false;
    }
    return true;
}

}  // namespace ocop::portfolio
