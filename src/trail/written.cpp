// Tables of words for the engine's readings, and two small spellings.
#include "trail/written.hpp"

#include <algorithm>

namespace ocop::trail {
namespace {

struct Entry {
    std::string_view key;
    std::string_view vi, en;
};

constexpr Entry titles[] = {
    {"rounding", "Làm tròn tổng điểm", "Rounding of the total"},
    {"minima_met_by", "Yêu cầu tối thiểu xét theo", "Minima are met by"},
    {"minima_cumulate", "Yêu cầu tối thiểu của mỗi hạng sao", "The minima of each star"},
    {"minima_missed", "Khi chưa đạt yêu cầu tối thiểu", "Where a minimum is missed"},
    {"gates_met_by", "Điều kiện loại, dừng, giới hạn xét theo", "Gates are decided by"},
    {"errata", "Chỗ in nhầm trong quyết định", "Misprints of the decision"},
};

constexpr Entry meanings[] = {
    {"rounding none", "không làm tròn", "not rounded"},
    {"combined", "điểm chung của Hội đồng", "the council's combined points"},
    {"majority", "quá nửa số phiếu", "more than half of the sheets"},
    {"every-sheet", "mọi phiếu", "every sheet"},
    {"any-sheet", "ít nhất một phiếu", "at least one sheet"},
    {"cumulative", "gồm cả yêu cầu của các hạng thấp hơn", "with those of the stars below"},
    {"own", "chỉ yêu cầu của chính hạng đó", "its own only"},
    {"next-star", "xét hạng sao thấp hơn", "the next lower star is tried"},
    {"no-star", "không được xếp sao", "there is no star"},
    {"corrected", "theo bản đã sửa", "as corrected"},
    {"printed", "theo đúng bản in", "as printed"},
};

template <std::size_t n>
Text look_up(const Entry (&table)[n], std::string_view key) {
    const auto found = std::find_if(std::begin(table), std::end(table), [&](const Entry& each) { return each.key == key; });
    if (found == std::end(table)) return {};
    return {std::string(found->vi), std::string(found->en)};
}

}  // namespace

std::string written_number(std::string_view exact, Language language) {
    std::string out(exact);
    if (language == Language::vi) std::replace(out.begin(), out.end(), '.', ',');
    return out;
}

std::string written_date(std::string_view iso, Language language) {
    if (language != Language::vi || iso.size() != 10) return std::string(iso);
    return std::string(iso.substr(8, 2)) + "/" + std::string(iso.substr(5, 2)) + "/" + std::string(iso.substr(0, 4));
}

Text reading_title(std::string_view reading) { return look_up(titles, reading); }

Text choice_meaning(std::string_view reading, std::string_view choice) {
    if (reading_title(reading) == Text{}) return {};
    if (reading != "rounding") return look_up(meanings, choice);
    if (choice == "none") return look_up(meanings, "rounding none");
    const std::string places(choice.substr(choice.rfind(' ') + 1));
    if (places == "0") return {"làm tròn đến điểm nguyên", "to whole points, half up"};
    return {"làm tròn đến " + places + " chữ số thập phân", "to " + places + (places == "1" ? " decimal" : " decimals") + ", half up"};
}

}  // namespace ocop::trail
