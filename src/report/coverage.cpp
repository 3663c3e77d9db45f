// Coverage as text: what tests reached, and by name what they did not.
#include <fmt/format.h>

#include <map>

#include <ocop/report.hpp>

#include "report/layout.hpp"

namespace ocop::report {
namespace {

using Kind = Coverage::Kind;
constexpr Kind kinds[] = {Kind::option, Kind::gate, Kind::minimum, Kind::band, Kind::case_, Kind::branch};

const char* word(Kind kind, Language language) {
    if (language == Language::en) return name(kind);
    switch (kind) {
        case Kind::option: return "mức";
        case Kind::gate: return "điều kiện loại, dừng";
        case Kind::minimum: return "yêu cầu tối thiểu";
        case Kind::band: return "hạng";
        case Kind::case_: return "trường hợp";
        case Kind::branch: return "nhánh điều kiện";
    }
    return "";
}

struct Count {
    std::size_t reached = 0, all = 0;
    void add(bool is_reached) {
        ++all;
        reached += is_reached;
    }
    std::string text() const { return fmt::format("{}/{}", reached, all); }
};

// "minima 23/23 (3★ 8/8, 4★ 12/12, 5★ 3/3)"
std::string counts(std::span<const Coverage::Item> items, Language language) {
    std::string out;
    for (Kind kind : kinds) {
        Count all;
        std::map<int, Count> by_star;
        for (const Coverage::Item& each : items) {
            if (each.kind != kind) continue;
            all.add(each.reached);
            by_star[each.star].add(each.reached);
        }
        if (all.all == 0) continue;
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", word(kind, language), all.text());
        if (kind != Kind::minimum) continue;
        std::string stars;
        for (const auto& [star, count] : by_star) stars += fmt::format("{}{}★ {}", stars.empty() ? "" : ", ", star, count.text());
        out += " (" + stars + ")";
    }
    return out;
}

void missed(const Coverage& of, Page& page, Language language) {
    for (Kind kind : kinds) {
        std::string names;
        for (const Coverage::Item& each : of.items)
            if (each.kind == kind && !each.reached) names += (names.empty() ? "" : kind == Kind::branch ? "; " : ", ") + each.name;
        if (!names.empty()) page.paragraph(fmt::format("{} {}: {}", language == Language::vi ? "chưa thử:" : "not reached,", word(kind, language), names), Tone::notice, 4);
    }
}

}  // namespace

std::string coverage_text(std::span<const Coverage> coverage, const Style& style) {
    Page page(style);
    std::vector<Coverage::Item> all;
    for (const Coverage& each : coverage) {
        page.paragraph(fmt::format("{}: {}", each.rule_set, counts(each.items, style.language)), Tone::plain);
        missed(each, page, style.language);
        all.insert(all.end(), each.items.begin(), each.items.end());
    }
    page.paragraph(fmt::format("{}: {}", style.language == Language::vi ? "Tất cả" : "In all", counts(all, style.language)), Tone::strong);
    return page.take();
}

}  // namespace ocop::report
