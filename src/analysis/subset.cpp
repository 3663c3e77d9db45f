// Facts and marks taken away and put back.
#include "analysis/subset.hpp"

namespace ocop::analysis {
namespace {

using program::none;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

bool marked(const card::Card& card, int leaf, int sheet) { return card.sheets[index(sheet)].marks[index(leaf)].kind != card::Mark::Kind::missing; }

}  // namespace

std::vector<Reason> reasons_of(const program::Program& program, const card::Card& card, bool by_sheet) {
    std::vector<Reason> out;
    for (std::size_t slot = model::slot_declared; slot < card.facts.size(); ++slot)
        if (card.facts[slot].known() && !card.assumed[slot]) out.push_back({static_cast<int>(slot), none, none});
    const int sheets = static_cast<int>(card.sheets.size());
    for (int leaf = 0; leaf < static_cast<int>(program.leaves.size()); ++leaf) {
        bool any = false;
        for (int sheet = 0; sheet < sheets; ++sheet) {
            if (!marked(card, leaf, sheet)) continue;
            any = true;
            if (by_sheet) out.push_back({none, leaf, sheet});
        }
        if (any && !by_sheet) out.push_back({none, leaf, none});
    }
    return out;
}

bool against_assumption(const program::Program& program, const card::Card& card, const Reason& reason) {
    if (reason.slot == none) return false;
    const auto& assumed = program.rules->facts[index(reason.slot)].missing;
    return assumed && base::equal(*assumed, card.facts[index(reason.slot)]) != true;
}

Subset::Subset(const program::Program& program, const card::Card& card, const std::vector<Reason>& all)
    : program_(program), whole_(card), all_(all), card_(card), kept_(all.size(), true) {}

void Subset::keep(const std::vector<bool>& kept) {
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i] == kept_[i]) continue;
        kept_[i] = kept[i];
        put(all_[i], kept[i]);
    }
}

void Subset::put(const Reason& reason, bool kept) {
    if (reason.slot != none) {
        card_.facts[index(reason.slot)] = kept ? whole_.facts[index(reason.slot)] : program_.rules->facts[index(reason.slot)].missing.value_or(base::Value());
        return;
    }
    for (int sheet = 0; sheet < static_cast<int>(whole_.sheets.size()); ++sheet) {
        if (reason.sheet != none && reason.sheet != sheet) continue;
        card::Mark& mark = card_.sheets[index(sheet)].marks[index(reason.leaf)];
        mark = kept ? whole_.sheets[index(sheet)].marks[index(reason.leaf)] : card::Mark{};
    }
}

}  // namespace ocop::analysis
