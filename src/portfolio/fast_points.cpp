// A figure's text asked of exact numbers, and kept where it is short.
#include "portfolio/fast_points.hpp"

#include <algorithm>

namespace ocop::portfolio {

void PointTexts::work_out(program::Scaled numerator, std::int64_t denominator, Line& line) {
    const std::string text = program_.number(numerator, denominator).text();
    line.put(std::string_view(text));
    if (denominator > most_denominator || static_cast<std::uint64_t>(numerator) >= most_numerator || text.size() > Fragment::block) return;
    std::vector<Short>& of = known_[static_cast<std::size_t>(denominator)];
    const auto at = static_cast<std::size_t>(numerator);
    if (at >= of.size()) of.resize(std::max(at + 1, 2 * of.size()));
    text.copy(of[at].text.data(), text.size());
    of[at].size = text.size();
}

}  // namespace ocop::portfolio
