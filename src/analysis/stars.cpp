// Stars that no card can get.
#include <fmt/format.h>

#include "analysis/review.hpp"

namespace ocop::analysis {

void review_stars(const Subject& subject, base::Report& report) {
    const model::RuleSet& rules = *subject.rules;
    const syntax::Written* bands = subject.document.root.find("stars");
    Number attainable(0);
    for (const model::Node& node : rules.nodes)
        if (node.parent < 0) attainable = *add(attainable, node.best);
    for (const model::Band& band : rules.bands) {
        const bool reached = band.low < attainable || (band.low == attainable && !band.low_open);
        const syntax::Written* written = bands == nullptr ? nullptr : bands->find(std::to_string(band.star));
        if (reached || written == nullptr) continue;
        const Place place = written->is_map() ? place_of(*written, "band") : written->place();
        report.warning("star-unreachable", place,
                       Text{{}, fmt::format("no card can get {} stars: they begin {} {} points, and at most {} can be attained", band.star, band.low_open ? "above" : "at",
                                            band.low.text(), attainable.text())},
                       Text{{}, "hold the band and the points against the source"});
    }
}

}  // namespace ocop::analysis
