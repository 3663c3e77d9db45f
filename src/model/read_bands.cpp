// Star bands: they tile the whole scale, higher stars higher.
#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "model/reader.hpp"
#include "yaml/scalar.hpp"

namespace ocop::model {

bool Reader::is_star(int star) const {
    return std::any_of(rules_.bands.begin(), rules_.bands.end(), [&](const Band& each) { return each.star == star; });
}

// The number of a star that has a band.
std::optional<int> Reader::star(const std::string& text, const Written& at) {
    int number = 0;
    const bool whole = !text.empty() && text.size() <= 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (whole) number = std::stoi(text);
    if (whole && (is_star(number) || rules_.bands.empty())) return number;
    std::vector<std::string> known;
    for (const Band& each : rules_.bands) known.push_back(std::to_string(each.star));
    error(at, "unknown-star", fmt::format("`{}` is no star of this rule set; expected {}", text, base::one_of(known)));
    return std::nullopt;
}

void Reader::read_bands(const Written* at) {
    if (at == nullptr || !is_map(*at, "`stars`")) return;
    if (at->entries.empty()) return error(*at, "empty", "`stars` has no band");
    bands_at_ = at;
    for (const syntax::WrittenEntry& each : at->entries) read_band(each.key, each.value);
    std::stable_sort(rules_.bands.begin(), rules_.bands.end(), [](const Band& a, const Band& b) { return a.star > b.star; });
}

void Reader::read_band(const std::string& key, const Written& at) {
    const bool whole = !key.empty() && key.size() <= 2 && std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
    const int number = whole ? std::stoi(key) : 0;
    if (number < 1 || number > static_cast<int>(base::limits::stars))
        return error(at, "unknown-star", fmt::format("`{}` is no star; stars are whole numbers from 1 to {}", key, base::limits::stars));
    Band band;
    band.star = number;
    band.cite = cite(at, fmt::format("the band of {} star{}", number, number == 1 ? "" : "s"));
    band.origin = origin(at);
    const Written* interval = &at;
    if (at.is_map()) {
        known_keys(at, "a band", {"band", "printed", "erratum", "cite", "basis"});
        interval = at.find("band");
        if (interval == nullptr) return error(at, "key-missing", fmt::format("the entry for {} stars has no `band`", number));
        if (const Written* erratum = at.find("erratum")) band.erratum = text(*erratum, "`erratum`");
        if (const Written* printed = at.find("printed"); printed != nullptr && is_map(*printed, "`printed`")) {
            known_keys(*printed, "`printed` of a band", {"band"});
            if (const Written* given = printed->find("band")) band.printed = yaml::read_text(*given, "band", report_).value_or("");
        }
    }
    const auto given = yaml::read_text(*interval, "band", report_);
    if (!given) return;
    const auto parsed = parse_interval(*given);
    if (!parsed || parsed->low.sign() < 0 || parsed->low > parsed->high) return error(*interval, "bad-interval", fmt::format("`{}` is no band", *given), "write \"[70..90)\": a square bracket takes its end in, a round one leaves it out");
    if (parsed->low.round(base::limits::points_decimals, Number::Rounding::down) != parsed->low || parsed->high > Number(base::limits::points_most))
        return error(*interval, "points-range", fmt::format("the ends of `{}` have too many decimals or are too large", *given));
    band.text = *given;
    band.low = parsed->low;
    band.high = parsed->high;
    band.low_open = parsed->low_open;
    band.high_open = parsed->high_open;
    rules_.bands.push_back(std::move(band));
}

// From 0 to the most a card can total, each point in exactly one band.
void Reader::check_tiling(const Written& at) {
    auto bands = rules_.bands;
    if (bands.empty() || bands.size() != at.entries.size()) return;
    std::stable_sort(bands.begin(), bands.end(), [](const Band& a, const Band& b) { return a.star < b.star; });
    const auto name = [](const Band& band) { return fmt::format("band {} `{}`", band.star, band.text); };
    if (bands.front().low.sign() != 0 || bands.front().low_open) error(at, "bands-gap", fmt::format("the bands begin at {}, the points at 0", bands.front().low.text()));
    for (std::size_t i = 1; i < bands.size(); ++i) {
        const Band &below = bands[i - 1], &above = bands[i];
        const auto order = below.high <=> above.low;
        if (order > 0 || (order == 0 && !below.high_open && !above.low_open))
            error(at, "bands-overlap", fmt::format("{} and {} overlap: {} lies in both", name(below), name(above), above.low.text()));
        else if (order < 0 || (order == 0 && below.high_open && above.low_open))
            error(at, "bands-gap", fmt::format("there is a gap between {} and {}: {} lies in neither", name(below), name(above), order < 0 ? below.high_open ? below.high.text() : "what is above " + below.high.text() : below.high.text()));
    }
    if (bands.back().high != rules_.total_max || bands.back().high_open)
        error(at, "bands-end", fmt::format("the bands end at {}{}, the parts add up to {}", bands.back().high_open ? "less than " : "", bands.back().high.text(), rules_.total_max.text()));
}

}  // namespace ocop::model
