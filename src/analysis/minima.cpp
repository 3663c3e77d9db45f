// Minima that say nothing, and minima of stars that nobody can reach.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/review.hpp"

namespace ocop::analysis {
namespace {

using model::Minimum;
using model::Option;

class MinimaReview {
public:
    MinimaReview(const Subject& subject, base::Report& report) : subject_(subject), rules_(*subject.rules), report_(report) {
        for (const model::Node& node : rules_.nodes)
            if (node.parent < 0) attainable_ = *add(attainable_, node.best);
    }

    void review() {
        for (const model::Node& node : rules_.nodes)
            for (std::size_t k = 0; k < node.cases.size(); ++k) list(node, k);
    }

private:
    void list(const model::Node& node, std::size_t of_case) {
        std::map<int, const Option*> always;  // the option that a star always asks for
        const auto& options = node.cases[of_case].options;
        for (const Option& option : options)
            for (const Minimum& each : option.minima)
                if (each.corrected && !each.when) always[each.star] = &option;
        for (std::size_t i = 0; i < options.size(); ++i)
            for (const Minimum& each : options[i].minima)
                if (each.corrected) one(node, of_case, i, each, always);
    }

    void one(const model::Node& node, std::size_t of_case, std::size_t index, const Minimum& minimum, const std::map<int, const Option*>& always) {
        const Option& option = node.cases[of_case].options[index];
        const model::Band* band = band_of(minimum.star);
        if (band == nullptr) return;
        if (band->low > attainable_ || (band->low == attainable_ && band->low_open))
            return tell(node, of_case, index, minimum, "minimum-unreachable",
                        fmt::format("{} stars begin at {} points, and at most {} can be attained, so nothing can meet this minimum for them", minimum.star,
                                    band->low.text(), attainable_.text()));
        if (option.points.sign() == 0)
            return tell(node, of_case, index, minimum, "minimum-implied", fmt::format("`{}` is worth 0 points, so this minimum for {} stars asks for nothing", option.id, minimum.star));
        if (cumulative())
            for (const auto& [star, lower] : always)
                if (star < minimum.star && lower->points >= option.points)
                    return tell(node, of_case, index, minimum, "minimum-implied",
                                fmt::format("{} stars need `{}` already, so this minimum for {} stars asks for nothing more", star, lower->id, minimum.star));
        points_imply(node, of_case, index, minimum, *band);
    }

    // Whoever falls short of the minimum has too few points for the star anyway.
    void points_imply(const model::Node& node, std::size_t of_case, std::size_t index, const Minimum& minimum, const model::Band& band) {
        const Option& option = node.cases[of_case].options[index];
        Number below(0);
        for (const model::Case& each : node.cases)
            for (const Option& other : each.options)
                if (other.points < option.points) below = std::max(below, other.points);
        const Number most = *add(*subtract(attainable_, node.best), below);
        if (most < band.low || (most == band.low && band.low_open))
            tell(node, of_case, index, minimum, "minimum-implied",
                 fmt::format("without `{}` at most {} points can be attained, and {} stars begin at {}, so this minimum asks for nothing more", option.id, most.text(),
                             minimum.star, band.low.text()));
    }

    bool cumulative() const { return rules_.readings[model::reading_minima_cumulate].chosen == "cumulative"; }

    const model::Band* band_of(int star) const {
        const auto found = std::find_if(rules_.bands.begin(), rules_.bands.end(), [&](const model::Band& each) { return each.star == star; });
        return found == rules_.bands.end() ? nullptr : &*found;
    }

    void tell(const model::Node& node, std::size_t of_case, std::size_t index, const Minimum& minimum, std::string_view code, std::string message) {
        const Option& option = node.cases[of_case].options[index];
        const syntax::Written* written = subject_.option(node, of_case, index);
        if (written == nullptr) return;
        const syntax::Written* stars = written->find("minimum_for");
        const Place place = stars != nullptr && stars->is_map() ? place_of_key(*stars, std::to_string(minimum.star)) : place_of(*written, "minimum_for");
        doubt(report_, explained(node) || explained(option) || has_own_reading(option), code, place, std::move(message), "hold the mark against the form");
    }

    const Subject& subject_;
    const model::RuleSet& rules_;
    base::Report& report_;
    Number attainable_;
};

}  // namespace

void review_minima(const Subject& subject, base::Report& report) { MinimaReview(subject, report).review(); }

}  // namespace ocop::analysis
