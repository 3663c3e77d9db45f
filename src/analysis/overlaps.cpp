// Tries the conditions of a list with all facts that make a difference to them. Only those that read nothing but facts: figures hang
// together, so that a combination of them may never happen.
#include "analysis/overlaps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/trial.hpp"

namespace ocop::analysis {
namespace {

using model::Checked;
using TypeKind = model::Type::Kind;

class Review {
public:
    Review(const model::RuleSet& rules, const WhenList& list, base::Report& report) : rules_(rules), list_(list), report_(report) {}

    void run() {
        if (!try_list()) return;
        for (std::size_t later = 1; later < entries_.size(); ++later) see_overlap(later);
        if (entries_.size() < list_.entries.size()) return;
        if (is_scale()) see_gaps_of_scale();
        else see_gap();
    }

private:
    bool try_list() {
        std::vector<const Checked*> conditions;
        for (const WhenEntry& each : list_.entries) {
            if (each.when == nullptr || !compares_facts_only(*each.when)) continue;
            entries_.push_back(&each);
            conditions.push_back(each.when);
        }
        if (entries_.empty()) return false;
        conditions.insert(conditions.end(), list_.needed.begin(), list_.needed.end());
        conditions.insert(conditions.end(), list_.excluded.begin(), list_.excluded.end());
        trial_ = try_all(rules_, conditions, Reader::sheet);
        if (!trial_ || has_two_days()) return false;
        sort_out();
        return true;
    }

    // One row for each combination of what the entries themselves read, in ascending order; what only decides whether the list
    // matters has no say beyond that.
    void sort_out() {
        for (std::size_t i = 0; i < trial_->operands.size(); ++i)
            if (std::any_of(entries_.begin(), entries_.end(), [&](const WhenEntry* each) { return reads(*each, trial_->operands[i].index); })) read_.push_back(i);
        std::map<std::vector<std::size_t>, const Tried*> rows;
        for (const Tried& each : trial_->tried) {
            std::vector<std::size_t> values;
            for (std::size_t operand : read_) values.push_back(each.values[operand]);
            if (matters(each)) rows.emplace(std::move(values), &each);
        }
        for (const auto& [values, row] : rows) rows_.push_back(row);
    }

    static bool reads(const WhenEntry& entry, int slot) {
        return std::any_of(entry.when->facts.begin(), entry.when->facts.end(), [slot](const model::Read& read) { return read.index == slot; });
    }

    const model::Fact& fact(std::size_t operand) const { return rules_.facts[static_cast<std::size_t>(trial_->operands[operand].index)]; }

    // Days follow one another, so not all pairs of them can be.
    bool has_two_days() const {
        int days = 0;
        for (std::size_t i = 0; i < trial_->operands.size(); ++i) days += fact(i).type.kind == TypeKind::date ? 1 : 0;
        return days > 1;
    }

    bool matters(const Tried& one) const {
        const auto needed = one.holds.begin() + static_cast<std::ptrdiff_t>(entries_.size());
        const auto excluded = needed + static_cast<std::ptrdiff_t>(list_.needed.size());
        return std::all_of(needed, excluded, [](bool holds) { return holds; }) && std::none_of(excluded, one.holds.end(), [](bool holds) { return holds; }) && is_in_force(one);
    }

    bool is_in_force(const Tried& one) const {
        for (std::size_t i = 0; i < trial_->operands.size(); ++i) {
            if (trial_->operands[i].index != model::slot_assessed_on) continue;
            const auto* day = trial_->value(one, i).get_if<base::Date>();
            const auto& [from, until, last_filed] = rules_.in_force;
            if (day != nullptr && ((from && *day < *from) || (until && *day > *until))) return false;
        }
        return true;
    }

    // Said already of the condition itself.
    bool is_always_true(std::size_t entry) const {
        return std::all_of(trial_->tried.begin(), trial_->tried.end(), [entry](const Tried& one) { return one.holds[entry]; });
    }

    bool fits_none(const Tried& one) const {
        return std::none_of(one.holds.begin(), one.holds.begin() + static_cast<std::ptrdiff_t>(entries_.size()), [](bool holds) { return holds; });
    }

    // "`a` = true and `share` = 75%"
    std::string facts_of(const Tried& one) const {
        std::string out;
        for (std::size_t operand : read_) {
            const std::string_view sign = out.empty() ? "" : (operand == read_.back() ? " and " : ", ");
            out += fmt::format("{}`{}` = {}", sign, fact(operand).name, base::text(trial_->value(one, operand), fact(operand).type.unit()));
        }
        return out;
    }
    std::string_view fit() const { return read_.size() == 1 ? "fits" : "fit"; }

    void see_overlap(std::size_t later) {
        if (is_always_true(later)) return;
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            if (is_always_true(earlier)) continue;
            const auto both = std::find_if(rows_.begin(), rows_.end(), [&](const Tried* one) { return one->holds[earlier] && one->holds[later]; });
            if (both == rows_.end()) continue;
            const WhenEntry &first = *entries_[earlier], &second = *entries_[later];
            return doubt(report_, first.is_explained || second.is_explained, "when-overlap", second.place, fmt::format("{} {} both `{}` and `{}`", facts_of(**both), fit(), first.id, second.id),
                         fmt::format("facts choose one {}", list_.name));
        }
    }

    void tell_gap(const Tried& one, const Place& place) {
        doubt(report_, list_.is_explained, "when-gap", place, fmt::format("{} {} no {}", facts_of(one), fit(), list_.name));
    }

    // One number or one day, with values in ascending order.
    bool is_scale() const {
        return read_.size() == 1 && (fact(read_[0]).type.kind == TypeKind::number || fact(read_[0]).type.kind == TypeKind::date);
    }

    void see_gaps_of_scale() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!fits_none(*rows_[i])) continue;
            const std::size_t first = i;
            while (i + 1 < rows_.size() && fits_none(*rows_[i + 1])) ++i;
            const Tried *below = first == 0 ? nullptr : rows_[first - 1], *above = i + 1 == rows_.size() ? nullptr : rows_[i + 1];
            if (below == nullptr && above == nullptr) return;  // each is unreachable, and was said to be
            const bool at_an_end = below == nullptr || above == nullptr;
            if (at_an_end && is_end_of_nothing(below == nullptr ? *above : *below)) continue;
            tell_gap(*rows_[first], place_of_gap(below));
        }
    }

    // Where nothing is ticked there are 0 points: right beyond the option with the fewest, if none of the options stands for it.
    bool is_end_of_nothing(const Tried& neighbour) const {
        if (list_.of_cases || has_zero()) return false;
        const auto fewest = std::min_element(list_.entries.begin(), list_.entries.end(), [](const WhenEntry& a, const WhenEntry& b) { return a.points < b.points; });
        for (std::size_t i = 0; i < entries_.size(); ++i)
            if (neighbour.holds[i] && entries_[i]->points != fewest->points) return false;
        return true;
    }

    bool has_zero() const {
        return std::any_of(list_.entries.begin(), list_.entries.end(), [](const WhenEntry& each) { return each.points == Number(0); });
    }

    const Place& place_of_gap(const Tried* below) const {
        if (below != nullptr)
            for (std::size_t i = entries_.size(); i-- > 0;)
                if (below->holds[i]) return entries_[i]->place;
        return list_.place;
    }

    // Of several facts, or of facts without order, nothing ticked may be what is meant, unless an option stands for it.
    void see_gap() {
        if (!list_.of_cases && !has_zero()) return;
        const auto gap = std::find_if(rows_.begin(), rows_.end(), [this](const Tried* one) { return fits_none(*one); });
        const bool any_fits = std::any_of(rows_.begin(), rows_.end(), [this](const Tried* one) { return !fits_none(*one); });
        if (gap != rows_.end() && any_fits) tell_gap(**gap, list_.place);
    }

    const model::RuleSet& rules_;
    const WhenList& list_;
    base::Report& report_;
    std::vector<const WhenEntry*> entries_;  // those that are tried
    std::optional<Trial> trial_;
    std::vector<std::size_t> read_;    // operands that the entries read
    std::vector<const Tried*> rows_;   // those that matter
};

}  // namespace

void review_overlaps_and_gaps(const model::RuleSet& rules, const WhenList& list, base::Report& report) { Review(rules, list, report).run(); }

}  // namespace ocop::analysis
