// Tables of words for what only summaries speak of, and their figures.
#include "report/portfolio_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/text.hpp"

namespace ocop::report {
namespace {

struct Group {
    const char* name;
    const char* vi;
    const char* en;
};

constexpr Group groups[] = {
    {"food", "thực phẩm", "food"},
    {"drinks", "đồ uống", "drinks"},
    {"herbs", "dược liệu và sản phẩm từ dược liệu", "medicinal herbs and products of them"},
    {"handicraft", "hàng thủ công mỹ nghệ", "handicraft"},
    {"textiles", "vải và may mặc", "fabric and clothing"},
    {"ornamental", "sinh vật cảnh", "ornamental plants and animals"},
    {"tourism", "dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch", "community tourism, ecotourism and places to visit"},
};

Number number(std::uint64_t count) { return Number(static_cast<std::int64_t>(std::min<std::uint64_t>(count, std::numeric_limits<std::int64_t>::max()))); }

// ASCII and the letters that the table above begins with.
std::string capital(const std::string& text) {
    const std::size_t first = text.empty() || static_cast<unsigned char>(text[0]) < 0x80 ? 1 : 2;
    return base::upper(text.substr(0, first)) + (text.size() > first ? text.substr(first) : "");
}

}  // namespace

Text group_title(const std::string& group) {
    const auto found = std::find_if(std::begin(groups), std::end(groups), [&](const Group& each) { return group == each.name; });
    if (found == std::end(groups)) return {group, group};
    return {capital(found->vi), capital(found->en)};
}

Text finding_title(Finding::Kind kind) {
    using Kind = Finding::Kind;
    switch (kind) {
        case Kind::facts_against_mark: return {"Điểm chấm trái với dữ kiện", "A mark against the facts"};
        case Kind::evidence_missing: return {"Có điểm nhưng thiếu minh chứng bắt buộc", "Points without the evidence they require"};
        case Kind::spread: return {"Tổng điểm của các thành viên chênh nhau quá mức", "Members' totals further apart than allowed"};
        case Kind::no_quorum: return {"Không đủ số phiếu", "No quorum"};
        case Kind::quorum_unknown: return {"Không rõ số thành viên Hội đồng", "The number of council members is not stated"};
        case Kind::trimmed_mean_of_few: return {"Quá ít phiếu để bỏ điểm cao nhất và thấp nhất", "Too few sheets to leave the highest and lowest out"};
        case Kind::erratum_used: return {"Có điểm ở chỗ quyết định in nhầm", "Points where the decision has a misprint"};
        case Kind::incomplete_rule_set: return {"Bộ tiêu chí chưa đầy đủ", "The rule set is known to be incomplete"};
        case Kind::not_in_force: return {"Bộ tiêu chí không áp dụng cho ngày của hồ sơ", "The rule set is not the one for the dossier's dates"};
        case Kind::date_unknown: return {"Không ghi ngày đánh giá", "No assessment date"};
        case Kind::level_unknown: return {"Không ghi cấp đánh giá", "The level of the council is not stated"};
        case Kind::reading_changes_stars: return {"Hiểu quyết định theo cách khác thì kết quả khác", "Another reading of the decision gives another result"};
        case Kind::not_known: return {"Điều kiện chưa biết, không làm thay đổi kết quả", "A condition that is not known and makes no difference"};
        case Kind::mark_after_stop: return {"Điểm chấm sau chỗ đánh giá đã dừng", "Marks after the place where the assessment stopped"};
        case Kind::mark_without_case: return {"Không rõ điểm chấm thuộc trường hợp nào", "It is not known which case a mark belongs to"};
        case Kind::from_facts: return {"Không có phiếu chấm, chỉ suy ra từ dữ kiện", "No sheet: rated from the facts alone"};
        case Kind::calculation_fault: return {"Điều kiện không tính được", "A condition that could not be worked out"};
    }
    return {};
}

std::string target_title(const portfolio::Target& target, const Words& words) {
    const bool vi = words.language() == Language::vi;
    const std::string group = target.group.empty() ? (vi ? "Mọi nhóm" : "Any group") : words(group_title(target.group));
    const std::string stars = words.stars(target.stars);
    if (target.at_least) return group + ": " + (vi ? fmt::format("từ {} trở lên", stars) : stars + " or more");
    return group + ": " + (vi ? "đúng " : "exactly ") + stars;
}

std::string grouped(std::uint64_t count, const Words& words) {
    std::string out = std::to_string(count);
    for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, 1, words.language() == Language::vi ? '.' : ',');
    return out;
}

Number share_of(std::uint64_t part, std::uint64_t whole) {
    const auto share = divide(number(part), number(whole));
    return (share ? multiply(*share, Number(100)) : std::nullopt).value_or(Number());
}

std::string tenths(const Number& number) {
    std::string out = number.rounded(1);
    return out.find('.') == std::string::npos ? out + ".0" : out;
}

std::string percent(const Number& of_hundred, const Words& words) {
    std::string out = tenths(of_hundred);
    if (words.language() == Language::vi) std::replace(out.begin(), out.end(), '.', ',');
    return out + "%";
}

}  // namespace ocop::report
