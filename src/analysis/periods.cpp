// One rule set a day: for new dossiers of a product set the earlier criteria end where the later begin.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/review.hpp"

namespace ocop::analysis {
namespace {

const Subject* find(const Neighbours& neighbours, const std::string& id) {
    for (const Subject* each : neighbours.all)
        if (each->rules->id == id) return each;
    return nullptr;
}

Place begins(const Subject& subject) {
    const syntax::Written* in_force = subject.document.root.find("in_force");
    return in_force != nullptr ? place_of(*in_force, "from") : place_of(subject.document.root, "rule_set");
}

void meet(const Subject& subject, const Subject& earlier, base::Report& report) {
    const model::InForce &now = subject.rules->in_force, &before = earlier.rules->in_force;
    if (!now.from) return;  // said elsewhere
    const auto end = before.new_dossiers_until ? before.new_dossiers_until : before.until;
    const std::string& id = earlier.rules->id;
    if (!end)
        report.warning("in-force-overlap", begins(subject), Text{{}, fmt::format("from {} on, dossiers also fall under `{}`, which does not end", now.from->text(), id)},
                       Text{{}, fmt::format("give `{}` an `until`, or a `new_dossiers_until`", id)});
    else if (*end > *now.from)
        report.warning("in-force-overlap", begins(subject), Text{{}, fmt::format("dossiers filed from {} until before {} also fall under `{}`", now.from->text(), end->text(), id)},
                       Text{{}, "the one ends on the day on which the other begins"});
    else if (*end < *now.from)
        report.warning("in-force-gap", begins(subject), Text{{}, fmt::format("dossiers filed from {} until before {} fall neither under `{}` nor under this rule set", end->text(), now.from->text(), id)},
                       Text{{}, "the one ends on the day on which the other begins"});
}

}  // namespace

void review_periods(const Subject& subject, const Neighbours& neighbours, base::Report& report) {
    const syntax::Written* succeeds = subject.document.root.find("succeeds");
    for (std::size_t i = 0; succeeds != nullptr && i < succeeds->items.size(); ++i) {
        const std::string& id = succeeds->items[i].text;
        const Subject* earlier = find(neighbours, id);
        if (earlier != nullptr) meet(subject, *earlier, report);
        else if (std::find(neighbours.ids.begin(), neighbours.ids.end(), id) == neighbours.ids.end())
            report.warning("succeeds-unknown", succeeds->items[i].place(), Text{{}, fmt::format("there is no rule set `{}` in the library", id)},
                           Text{{}, base::did_you_mean(id, neighbours.ids)});
    }
}

}  // namespace ocop::analysis
