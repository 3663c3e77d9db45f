// Names of columns looked up: in what every scorecard has, in the first rule set, then in all there are.
#include "portfolio/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

namespace ocop::portfolio {
namespace {

using Names = std::vector<std::string>;

const Names needed = {"scorecard", "rule_set"};
const Names usual = {"scorecard", "rule_set", "level",    "filed_on", "assessed_on", "council", "members", "assessor",
                     "name",      "maker",    "commune", "district", "province",    "evidence"};

bool holds(const Names& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); }

bool for_every_card(const std::string& name) { return name.empty() || holds(usual, name) || name.starts_with("product."); }

Names columns_of(const program::Program& program) {
    Names out;
    const model::RuleSet& rules = *program.rules;
    for (std::size_t slot = model::slot_declared; slot < rules.facts.size(); ++slot) out.push_back("fact:" + rules.facts[slot].name);
    for (const program::Leaf& leaf : program.leaves) out.push_back(rules.nodes[static_cast<std::size_t>(leaf.node)].id);
    return out;
}

class Checker {
public:
    Checker(const card::CsvHeader& header, base::Report& report) : header_(header), report_(report) {
        for (const card::CsvCell& each : header.columns)
            if (!for_every_card(each.text)) unknown_.insert(each.text);
    }

    void need() {
        for (const std::string& each : needed) {
            if (header_.column(each) >= 0) continue;
            report_.error("csv-column-missing", header_.source->place(header_.columns.front().span),
                          Text{fmt::format("tiêu đề không có cột `{}`", each), fmt::format("the header has no column `{}`", each)}, Text{});
        }
    }

    void look_in(const std::string& rule_set, const Shelf& shelf) {
        const auto program = unknown_.empty() || rule_set.empty() ? nullptr : shelf.load(rule_set, {}).program;
        if (program == nullptr) return;
        const Names names = columns_of(*program);
        if (known_.empty()) known_ = names;
        for (const std::string& each : names) unknown_.erase(each);
        any_ = true;
    }

    bool all_known() const { return unknown_.empty(); }

    // Where no rule set at all can be had, each scorecard says so itself.
    void tell() {
        if (!any_) return;
        Names names = usual;
        names.insert(names.end(), known_.begin(), known_.end());
        for (const card::CsvCell& each : header_.columns) {
            if (unknown_.count(each.text) == 0) continue;
            const std::string near = base::did_you_mean(each.text, names);
            report_.error("csv-column-unknown", header_.source->place(each.span),
                          Text{fmt::format("không có bộ tiêu chí nào có cột `{}`", each.text), fmt::format("no rule set has a column `{}`", each.text)},
                          near.empty() ? Text{"cột là mã tiêu chí, `fact:TÊN`, `product.TÊN` hoặc " + base::one_of(usual, Language::vi),
                                              "a column is the id of a criterion, `fact:NAME`, `product.NAME` or " + base::one_of(usual)}
                                       : base::suggest(each.text, names));
        }
    }

private:
    const card::CsvHeader& header_;
    base::Report& report_;
    std::set<std::string> unknown_;
    Names known_;
    bool any_ = false;
};

}  // namespace

void check_columns(const card::CsvHeader& header, const std::string& first, const Shelf& shelf, base::Report& report) {
    Checker checker(header, report);
    checker.need();
    checker.look_in(first, shelf);
    if (!checker.all_known())
        for (const std::string& id : shelf.ids()) {
            checker.look_in(id, shelf);
            if (checker.all_known()) return;
        }
    checker.tell();
}

}  // namespace ocop::portfolio
