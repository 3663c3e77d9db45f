// From the total to the stars, what stands before one star more, and how far the next band is.
#include <fmt/format.h>

#include <algorithm>

#include "record/numbers.hpp"

namespace ocop::record {
namespace {

Json json_of(const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(); }

Points distance(const Points& low, const Points& total) { return low && total ? subtract(*low, *total) : Points(); }

// All that keeps the star `target` away.
Json obstacles(const Calculation& c, const Calculation::Result& result, std::int64_t target) {
    const bool own = c.reading("minima_cumulate") == "own";
    Json out = Json::array();
    for (const Json& minimum : c.trail().at("minima")) {
        const std::int64_t star = minimum.at("star").get<std::int64_t>();
        if ((own ? star != target : star > target) || minimum.at("binds") == false || minimum.at("met") == true) continue;
        std::string entry = fmt::format("minimum {} for {}", minimum.at("node").get<std::string>(), star);
        if (out.empty() || out.back() != entry) out.push_back(std::move(entry));
    }
    if (*result.band < target)
        if (const Points far = distance(c.band_low(target), result.total)) out.push_back(fmt::format("points {} for {}", far->text(), target));
    for (const Json& gate : c.trail().at("gates"))
        if (gate.at("effect") == "cap" && gate.at("met") != false && gate.at("stars").is_number() && gate.at("stars").get<std::int64_t>() < target) out.push_back("cap " + gate.at("id").get<std::string>());
    return out;
}

}  // namespace

Statement check_outcome(const Calculation& c) {
    Claim claim("outcome", {"kết luận về hồ sơ đúng với những gì đã xét", "the outcome follows from what was found"});
    claim.compare(c.record(), "/outcome", c.result().outcome);
    return claim.take();
}

Statement check_band(const Calculation& c) {
    Claim claim("band", {"tổng điểm nằm trong khung điểm đã ghi", "the total lies in the band told"});
    claim.compare(c.record(), "/band", c.rated() ? json_of(c.band(c.total())) : Json());
    return claim.take();
}

Statement check_ceiling(const Calculation& c) {
    Claim claim("ceiling", {"mức trần là mức thấp nhất giữa khung điểm và các giới hạn", "the ceiling is the least of the band and the caps that hold"});
    const auto band = c.rated() ? c.band(c.total()) : std::nullopt;
    claim.compare(c.record(), "/trail/ceiling", band ? Json(c.capped(*band, true)) : Json());
    return claim.take();
}

Statement check_stars(const Calculation& c) {
    Claim claim("stars", {"số sao đúng với tổng điểm, giới hạn và yêu cầu tối thiểu", "the stars follow from total, caps and minima"});
    claim.compare(c.record(), "/stars", json_of(c.result().stars));
    return claim.take();
}

Statement check_blocked_by(const Calculation& c) {
    Claim claim("blocked-by", {"những gì ngăn hạng sao kế tiếp được nêu đủ", "what stands before one star more is told in full"});
    const Calculation::Result result = c.result();
    Json wanted = Json::array();
    if (result.stars && result.band) {
        const bool none = *result.stars == 0 && c.reading("minima_missed") == "no-star";
        const std::int64_t target = none ? *result.ceiling : c.next_star(*result.stars);
        if (target != 0) wanted = obstacles(c, result, target);
    }
    claim.compare(c.record(), "/blocked_by", wanted);
    return claim.take();
}

Statement check_next_band(const Calculation& c) {
    Claim claim("next-band", {"số điểm còn thiếu để lên khung điểm trên đúng", "the points to the next band are right"});
    const Calculation::Result result = c.result();
    const std::int64_t next = result.band ? c.next_star(*result.band) : 0;
    claim.compare(c.record(), "/trail/to_next_band", next == 0 ? Json() : json_of(distance(c.band_low(next), result.total)));
    return claim.take();
}

Statement check_range(const Calculation& c) {
    Claim claim("range", {"chỉ hồ sơ chưa phân hạng được mới có khoảng kết quả, và khoảng đó hợp lý", "an undecided card, and no other, has a range, and it is sound"});
    const bool there = c.record().contains("range");
    if (there != c.undecided()) claim.fault("/range", {there ? "không được có khoảng kết quả ở đây" : "thiếu khoảng kết quả", there ? "there should be no range" : "the range is missing"});
    if (!there || !c.undecided()) return claim.take();
    const Json& range = c.record().at("range");
    if (*points(range.at("total")[0]) > *points(range.at("total")[1])) claim.fault("/range/total", {"cận dưới lớn hơn cận trên", "the lower bound is above the upper one"});
    const auto low = range.at("stars")[0].get<std::int64_t>(), high = range.at("stars")[1].get<std::int64_t>();
    if (low > high || low < 0 || (high != 0 && !c.band_low(high))) claim.fault("/range/stars", {"số sao không hợp lý", "the stars are no such bounds"});
    const Known stop = c.any_gate("stop");
    Json outcomes = Json::array();
    if (stop != Known::yes) outcomes.push_back("rated");
    if (stop != Known::no) outcomes.push_back("stopped");
    if (c.any_gate("reject") != Known::no) outcomes.push_back("rejected");
    claim.compare(c.record(), "/range/outcomes", outcomes);
    return claim.take();
}

}  // namespace ocop::record
