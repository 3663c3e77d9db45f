// Points of one option list: they rise, and no two options have the same, for a mark by points must name one.
#include <fmt/format.h>

#include "analysis/review.hpp"

namespace ocop::analysis {
namespace {

void review_list(const Subject& subject, const model::Node& node, std::size_t of_case, base::Report& report) {
    const auto& options = node.cases[of_case].options;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const syntax::Written* written = subject.option(node, of_case, i);
        if (written == nullptr) continue;
        for (std::size_t before = 0; before < i; ++before) {
            if (options[before].points != options[i].points) continue;
            doubt(report, explained(node) || explained(options[i]) || explained(options[before]), "points-repeated", place_of(*written, "points"),
                  fmt::format("in `{}` both `{}` and `{}` have {} {}", node.id, options[before].id, options[i].id, options[i].points.text(),
                              options[i].points.text() == "1" ? "point" : "points"),
                  "a mark by points cannot tell them apart; hold the points against the source");
            break;
        }
        if (i > 0 && options[i].points < options[i - 1].points)
            doubt(report, explained(node) || explained(options[i]) || explained(options[i - 1]), "points-order", place_of(*written, "points"),
                  fmt::format("in `{}` the points fall from {} (`{}`) to {} (`{}`)", node.id, options[i - 1].points.text(), options[i - 1].id,
                              options[i].points.text(), options[i].id),
                  "options are written from the fewest points to the most; two lists in one are `cases`");
    }
}

}  // namespace

void review_points(const Subject& subject, base::Report& report) {
    for (const model::Node& node : subject.rules->nodes) {
        if (node.choose_any) continue;
        for (std::size_t of_case = 0; of_case < node.cases.size(); ++of_case) review_list(subject, node, of_case, report);
    }
}

}  // namespace ocop::analysis
