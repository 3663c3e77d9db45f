// What most rule sets of a decision have alike and one has otherwise: a point mistyped, a mark lost, an option left out.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/review.hpp"

namespace ocop::analysis {
namespace {

using model::Node;
using model::Option;

// Enough siblings, and enough of them of one mind, for a difference to be worth a look: of few all, of many nine in ten.
constexpr std::size_t least_siblings = 3;
bool most(std::size_t agreeing, std::size_t all) { return agreeing * 10 >= all * 9; }

std::string stars_of(const Option& option) {
    std::vector<int> stars;
    for (const model::Minimum& each : option.minima)
        if (each.corrected) stars.push_back(each.star);
    std::sort(stars.begin(), stars.end());
    std::string out;
    for (int star : stars) out += (out.empty() ? "" : ", ") + std::to_string(star);
    return out;
}

const Option* labelled(const Node& node, const std::string& label) {
    for (const Option& each : node.cases.front().options)
        if (each.title.vi == label) return &each;
    return nullptr;
}

// The same options in the same words: what else they have can be compared.
bool same_labels(const Node& a, const Node& b) {
    return std::ranges::equal(a.cases.front().options, b.cases.front().options, [](const Option& x, const Option& y) { return x.title.vi == y.title.vi; });
}

class SiblingReview {
public:
    SiblingReview(const Subject& subject, const Neighbours& neighbours, base::Report& report) : subject_(subject), neighbours_(neighbours), report_(report) {}

    void review() {
        for (const Node& node : subject_.rules->nodes) {
            if (node.cases.size() != 1 || node.choose_any) continue;
            std::vector<const Node*> siblings;
            const auto [first, last] = neighbours_.criteria.equal_range(alike(*subject_.rules, node));
            for (auto each = first; each != last; ++each)
                if (each->second.subject != &subject_) siblings.push_back(each->second.node);
            if (siblings.size() < least_siblings) continue;
            std::vector<const Node*> same_words;
            std::ranges::copy_if(siblings, std::back_inserter(same_words), [&](const Node* each) { return same_labels(*each, node); });
            for (std::size_t i = 0; i < node.cases.front().options.size(); ++i) compare(node, i, same_words);
            left_out(node, siblings);
        }
    }

private:
    struct Common {
        std::string what;
        std::size_t agreeing = 0;
    };
    static Common commonest(const std::vector<std::string>& all) {
        std::map<std::string, std::size_t> counts;
        for (const std::string& each : all) ++counts[each];
        Common out;
        for (const auto& [what, count] : counts)
            if (count > out.agreeing) out = {what, count};
        return out;
    }

    void compare(const Node& node, std::size_t index, const std::vector<const Node*>& siblings) {
        const Option& option = node.cases.front().options[index];
        std::vector<std::string> points, stars;
        for (const Node* each : siblings)
            if (const Option* same = labelled(*each, option.title.vi)) {
                points.push_back(same->points.text());
                stars.push_back(stars_of(*same));
            }
        if (points.size() < least_siblings) return;
        const Common usual_points = commonest(points), usual_stars = commonest(stars);
        if (most(usual_points.agreeing, points.size()) && usual_points.what != option.points.text())
            tell(node, index, "points", fmt::format("{} of {} like criteria of this decision give {} points for “{}”, this one {}", usual_points.agreeing, points.size(),
                                                    usual_points.what, option.title.vi, option.points.text()));
        if (most(usual_stars.agreeing, stars.size()) && usual_stars.what != stars_of(option))
            tell(node, index, "minimum_for", fmt::format("{} of {} like criteria of this decision {}, this one {}", usual_stars.agreeing, stars.size(),
                                                         marked(usual_stars.what, option.title.vi), stars_of(option).empty() ? "does not" : "for " + stars_of(option)));
    }

    static std::string marked(const std::string& stars, const std::string& label) {
        return stars.empty() ? fmt::format("do not make “{}” a minimum", label) : fmt::format("make “{}” the minimum for {} stars", label, stars);
    }

    void tell(const Node& node, std::size_t index, std::string_view key, std::string message) {
        const Option& option = node.cases.front().options[index];
        const syntax::Written* written = subject_.option(node, 0, index);
        if (written == nullptr) return;
        if (written->find(key) == nullptr) key = "points";  // a mark that is lost stood beside them
        doubt(report_, explained(node) || explained(option) || has_own_reading(option), "differs-from-siblings", place_of(*written, key), std::move(message),
              "hold it against the form; where the form itself differs, say so in an `erratum`");
    }

    // All its labels are among those of the others, and one that nearly all have is not there.
    void left_out(const Node& node, const std::vector<const Node*>& siblings) {
        std::vector<const Node*> fuller;
        for (const Node* each : siblings) {
            const auto& own = node.cases.front().options;
            if (each->cases.front().options.size() > own.size() && std::all_of(own.begin(), own.end(), [&](const Option& option) { return labelled(*each, option.title.vi) != nullptr; }))
                fuller.push_back(each);
        }
        if (fuller.size() < least_siblings || !most(fuller.size(), siblings.size())) return;
        for (const Option& each : fuller.front()->cases.front().options) {
            if (labelled(node, each.title.vi) != nullptr) continue;
            const auto having = static_cast<std::size_t>(std::count_if(fuller.begin(), fuller.end(), [&](const Node* other) { return labelled(*other, each.title.vi) != nullptr; }));
            const syntax::Written* written = subject_.item(node.id);
            if (written == nullptr || !most(having, siblings.size())) continue;
            doubt(report_, explained(node), "differs-from-siblings", place_of_key(*written, "options"),
                  fmt::format("{} of {} like criteria of this decision have an option “{}” ({} points), this one does not", having, siblings.size(), each.title.vi, each.points.text()),
                  "an option may have been left out");
        }
    }

    const Subject& subject_;
    const Neighbours& neighbours_;
    base::Report& report_;
};

}  // namespace

void review_siblings(const Subject& subject, const Neighbours& neighbours, base::Report& report) { SiblingReview(subject, neighbours, report).review(); }

}  // namespace ocop::analysis
