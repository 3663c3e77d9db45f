// Marks and facts come from the random cards of the reference; what stands around them is thrown here.
#include "ways/random_lines.hpp"

#include "api/state.hpp"

namespace ocop::test {

using nlohmann::ordered_json;

RandomLines::RandomLines(const Subject& of, std::size_t most_sheets, unsigned seed) : of_(of), most_sheets_(most_sheets), cards_(of.shown, seed), random_(seed) {}

std::string RandomLines::next() {
    reference::Card card = cards_.complete(most_sheets_);
    if (below(5) == 0) card = cards_.partial(card);
    const auto given = ordered_json::parse(reference::to_json(card));
    ordered_json out;
    out["scorecard"] = card.id;
    out["rule_set"] = of_.rules.id();
    out["product"] = {{"name", "Xoài cát số " + std::to_string(below(9))}, {"maker", below(2) == 0 ? "HTX Mỹ Xương" : "HTX A"}};
    if (below(8) != 0) out["level"] = std::vector{"commune", "district", "province", "ministry"}[below(4)];
    if (below(8) != 0) out["assessed_on"] = below(8) == 0 ? "2021-06-20" : "2026-06-20";
    if (below(4) != 0) out["filed_on"] = below(8) == 0 ? "2019-05-30" : "2021-05-30";
    out["facts"] = given["facts"];
    const bool all_evidence = below(2) == 0;
    for (const auto& each : of_.rules.state().program->rules->evidence)
        if (all_evidence || below(2) == 0) out["evidence"].push_back(each.id);
    if (below(4) != 0) out["members"] = given["sheets"].size() + below(3);
    out["sheets"] = given["sheets"];
    return out.dump();
}

}  // namespace ocop::test
