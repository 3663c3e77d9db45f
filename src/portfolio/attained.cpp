// A plan's targets and a tally's stars to what is there and what is missing.
#include <ocop/plan.hpp>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace ocop::portfolio {
namespace {

void require_valid(const Target& target) {
    if (target.stars < 1 || target.stars > Target::stars_most || target.products < 1 || target.products > Target::products_most)
        throw std::invalid_argument("a target has no star, too many of them, or a number of products that no plan can have");
}

std::uint64_t there(const Target& target, const Tally& tally) {
    const auto group = tally.groups.find(target.group);
    if (!target.group.empty() && group == tally.groups.end()) return 0;
    const auto& stars = target.group.empty() ? tally.all.stars : group->second.stars;
    const auto from = static_cast<std::size_t>(target.stars);
    std::uint64_t out = 0;
    for (std::size_t i = from; i < (target.at_least ? stars.size() : from + 1); ++i) out += stars[i];
    return out;
}

Number number(std::uint64_t count) { return Number(static_cast<std::int64_t>(std::min<std::uint64_t>(count, std::numeric_limits<std::int64_t>::max()))); }

}  // namespace

Attained attained(const Plan& plan, const Tally& tally) {
    Attained out{plan.title, {}};
    for (const Target& each : plan.targets) {
        require_valid(each);
        Attained::Of found{each, there(each, tally), {}, 0};
        found.share = divide(number(found.there), number(each.products)).value_or(Number());
        found.missing = each.products > found.there ? each.products - found.there : 0;
        out.targets.push_back(std::move(found));
    }
    return out;
}

}  // namespace ocop::portfolio
