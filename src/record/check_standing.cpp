// What surrounds the stars: the other readings, who recognises, and what the sheets say of each other.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "record/numbers.hpp"

namespace ocop::record {
namespace {

constexpr std::array<std::string_view, 4> levels = {"commune", "district", "province", "ministry"};

std::ptrdiff_t rank(const Json& level) { return std::ranges::find(levels, level.get<std::string>()) - levels.begin(); }

bool has_sheets(const Json& record) {
    const Json* sheets = find(record, "/trail/card/written/sheets");
    return sheets != nullptr && sheets->is_array() && !sheets->empty();
}

// final at the level that recognises, with a council's own marks.
const char* standing(const Json& record, const Json& authority) {
    const Json& level = record.at("trail").at("card").at("level");
    if (level.is_null()) return "unknown";
    if (rank(level) > rank(authority)) return "adoptable";
    return rank(level) == rank(authority) && has_sheets(record) ? "final" : "proposal";
}

// The words that the engine's own readings may have; of a rule set's readings anything.
bool is_way(const std::string& name, const std::string& way) {
    const auto among = [&](std::initializer_list<std::string_view> ways) { return std::ranges::find(ways, way) != ways.end(); };
    if (name == "rounding") return way == "none" || (way.size() == 9 && way.starts_with("half-up ") && way.back() >= '0' && way.back() <= '9');
    if (name == "minima_met_by") return among({"combined", "majority", "every-sheet"});
    if (name == "minima_cumulate") return among({"cumulative", "own"});
    if (name == "minima_missed") return among({"next-star", "no-star"});
    if (name == "gates_met_by") return among({"combined", "majority", "any-sheet"});
    return name != "errata" || among({"corrected", "printed"});
}

bool changes(const Json& record, const Json& other) {
    return other.at("outcome") != record.at("outcome") || (other.at("outcome") == "rated" && other.at("stars") != record.at("stars"));
}

}  // namespace

Statement check_readings(const Calculation& c) {
    Claim claim("readings", {"mỗi cách hiểu khác được nêu đúng là có làm thay đổi kết quả hay không", "of every other reading it is told rightly whether it changes the result"});
    const Json& readings = c.trail().at("readings");
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const std::string at = below("/trail/readings", i), name = readings[i].at("name"), chosen = readings[i].at("chosen");
        if (!is_way(name, chosen)) claim.fault(at + "/chosen", {fmt::format("cách hiểu `{}` không có lựa chọn `{}`", name, chosen), fmt::format("the reading `{}` has no way `{}`", name, chosen)});
        if (c.reading(name) != chosen) claim.fault(at + "/name", {fmt::format("cách hiểu `{}` xuất hiện hai lần", name), fmt::format("the reading `{}` stands there twice", name)});
        const Json& others = readings[i].at("alternatives");
        for (std::size_t k = 0; k < others.size(); ++k) claim.compare(c.record(), below(at + "/alternatives", k) + "/changes", changes(c.record(), others[k]));
    }
    for (const char* needed : {"rounding", "minima_met_by", "minima_cumulate", "minima_missed", "gates_met_by"})
        if (c.reading(needed).empty()) claim.fault("/trail/readings", {fmt::format("thiếu cách hiểu `{}`", needed), fmt::format("the reading `{}` is missing", needed)});
    return claim.take();
}

Statement check_recognition(const Calculation& c) {
    Claim claim("recognition", {"thẩm quyền công nhận khớp với cấp đánh giá", "who recognises agrees with the level that rated"});
    const Json& told = c.record().at("recognition");
    const Json& level = c.trail().at("card").at("level");
    if (!level.is_null() && rank(level) == static_cast<std::ptrdiff_t>(levels.size())) claim.fault("/trail/card/level", {"không có cấp này", "there is no such level"});
    else if (told.is_null() || !c.rated()) claim.compare(c.record(), "/recognition", Json());
    else {
        const std::string wanted = standing(c.record(), told.at("authority"));
        claim.compare(c.record(), "/recognition/standing", wanted);
        claim.compare(c.record(), "/recognition/final", level.is_null() ? Json() : Json(wanted == "final"));
    }
    if (told.is_null() != c.trail().at("recognition_cite").is_null()) claim.fault("/trail/recognition_cite", {"không khớp với `recognition`", "does not agree with `recognition`"});
    return claim.take();
}

Statement check_agreement(const Calculation& c) {
    Claim claim("agreement", {"so sánh giữa các phiếu khớp với điểm của các phiếu", "what is said of the sheets among each other agrees with their totals"});
    const Json& told = c.trail().at("agreement");
    if (told.is_null()) return claim.take();
    const Json& members = told.at("members");
    if (members.size() != c.form().sheets) claim.fault("/trail/agreement/members", {fmt::format("có {} thành viên cho {} phiếu", members.size(), c.form().sheets), fmt::format("there are {} members for {} sheets", members.size(), c.form().sheets)});
    for (std::size_t i = 0; i < members.size(); ++i) claim.compare(c.record(), below("/trail/agreement/members", i) + "/decides", changes(c.record(), members[i].at("without")));
    const Json& sheets = c.trail().at("sheets");
    Points least, most;
    bool all = true;
    for (const Json& each : sheets) {
        const Points total = points(each.at("total"));
        all = all && total.has_value();
        if (total && (!least || *total < *least)) least = total;
        if (total && (!most || *total > *most)) most = total;
    }
    if (all) claim.compare(c.record(), "/trail/agreement/spread", json_of(subtract(*most, *least)));
    return claim.take();
}

}  // namespace ocop::record
