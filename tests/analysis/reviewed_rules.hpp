// A small library in which a review finds nothing, and ways to put a fault into it.
#pragma once

#include <ocop/analysis.hpp>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "syntax/folder.hpp"

namespace ocop::test {

inline const std::string reviewed_rules = R"yaml(rule_set: small
title: {vi: "Bộ nhỏ", en: "Small"}
succeeds: [earlier]
basis: {decision: 1/2026, place: "Phụ lục"}
in_force: {from: 2026-01-01}
facts:
  share: {type: number, unit: "%", domain: "[0..100]", title: {vi: "Tỷ lệ", en: "Share"}}
  forged: {type: boolean, missing: false, title: {vi: "Giả mạo", en: "Forged"}}
  provider: {type: string, values: [community, operator], title: {vi: "Bên", en: "Provider"}}
evidence:
  paper: {title: {vi: "Giấy", en: "Paper"}}
gates:
  - {id: forged, when: forged, effect: reject, title: {vi: "Giả mạo", en: "Forged"}}
  - {id: far, when: share < 5%, effect: cap, stars: 2, title: {vi: "Xa", en: "Far"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    max: 12
    items:
      - id: "1"
        title: {vi: "Mục một", en: "Section one"}
        max: 9
        items:
          - id: "1.1"
            title: {vi: "Nguồn", en: "Origin"}
            max: 3
            options:
              - {id: a, points: 0, title: {vi: "Không", en: "None"}, when: share < 10%}
              - {id: b, points: 1, title: {vi: "Ít", en: "Some"}, minimum_for: 2, when: "share in [10%..75%)"}
              - {id: c, points: 3, title: {vi: "Nhiều", en: "Much"}, minimum_for: 3, when: share >= 75%, evidence: [paper]}
          - id: "1.2"
            title: {vi: "Dấu", en: "Marks"}
            max: 3
            choose: any
            options:
              - {id: a, points: 1, title: {vi: "Một", en: "One"}}
              - {id: b, points: 1, title: {vi: "Hai", en: "Two"}}
              - {id: c, points: 1, title: {vi: "Ba", en: "Three"}}
          - id: "1.3"
            title: {vi: "Đóng gói", en: "Packaging"}
            max: 3
            options:
              - {points: 0, title: {vi: "Không có", en: "Nothing"}}
              - {points: 1, title: {vi: "Đơn giản", en: "Simple"}}
              - {points: 2, minimum_for: 3, title: {vi: "Đẹp", en: "Attractive"}}
              - {points: 3, title: {vi: "Sang trọng", en: "Elegant"}}
      - id: "2"
        title: {vi: "Hai trường hợp", en: "Two cases"}
        max: 3
        applies: points("1.1") > 0
        cases:
          - {id: community, when: provider = "community", title: {vi: "Cộng đồng", en: "Community"}, options: [{points: 1, title: {vi: "Vừa", en: "Fair"}}, {points: 3, title: {vi: "Tốt", en: "Good"}}]}
          - {id: operator, when: provider = "operator", title: {vi: "Đơn vị", en: "Operator"}, options: [{points: 1, title: {vi: "Vừa", en: "Fair"}}, {points: 3, title: {vi: "Tốt", en: "Good"}}]}
  - id: B
    title: {vi: "Phần B", en: "Part B"}
    max: 8
    items:
      - id: "3"
        title: {vi: "Điểm tự do", en: "Free points"}
        max: 2
        score: "[0..2]"
        step: 0.5
      - id: "4"
        title: {vi: "Mục bốn", en: "Section four"}
        max: 6
        items:
          - id: "4.1"
            title: {vi: "Nhãn", en: "Label"}
            max: 3
            options:
              - {points: 1, minimum_for: {3: 'reading("strict") = "yes"'}, title: {vi: "Đơn", en: "Applied for"}}
              - {points: 2, title: {vi: "Cấp", en: "Granted"}}
              - {points: 3, title: {vi: "Thêm", en: "And more"}}
          - id: "4.2"
            title: {vi: "Riêng", en: "Its own"}
            max: 3
            options:
              - {points: 0, title: {vi: "Chưa", en: "Not yet"}}
              - {points: 3, title: {vi: "Rồi", en: "Already"}}
stars: {3: "[16..20]", 2: "[8..16)", 1: "[0..8)"}
council: {combine: mean, quorum: 75%, spread: 3}
readings:
  rounding: {chosen: none, also: [half-up 0]}
  strict: {chosen: "yes", also: ["no"], title: {vi: "Chặt", en: "Strict"}}
)yaml";

inline const std::string earlier_rules = R"yaml(rule_set: earlier
title: {vi: "Bộ trước", en: "Earlier"}
basis: {decision: 1/2020}
in_force: {from: 2020-01-01, until: 2026-06-30, new_dossiers_until: 2026-01-01}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    options:
      - {points: 0, title: {vi: "Không", en: "No"}}
      - {points: 1, title: {vi: "Có", en: "Yes"}}
stars: {1: "[0..1]"}
)yaml";

using Change = std::pair<std::string, std::string>;

// Each replaces the first place where it is found.
inline std::string changed(std::string text, const std::vector<Change>& changes) {
    for (const auto& [from, to] : changes) {
        const auto at = text.find(from);
        if (at == std::string::npos) throw std::invalid_argument("the text to replace is not there: " + from);
        text.replace(at, from.size(), to);
    }
    return text;
}

// A rule test that passes whatever is changed.
inline const std::string passing = "\ntests:\n  - {name: nothing, marks: {all: none}, expect: {no_findings: [spread]}}\n";

// Files, with a rule test for each that names a rule set; below a directory of the temporary ones.
class Shelf {
public:
    Shelf& put(const std::string& name, const std::string& text, bool tested = true) {
        folder_.write(name + ".yaml", text);
        if (tested) folder_.write(name + ".test.yaml", "rule_set: " + name + passing);
        return *this;
    }
    Folder& folder() { return folder_; }
    const std::filesystem::path& path() const { return folder_.path(); }
    Library library() const { return Library::open({folder_.path()}).value(); }

    std::vector<Reviewed> review() const {
        Review review(library());
        review.add_below(folder_.path());
        return review.run();
    }
    // What was found in all of them.
    Diagnostics found() const {
        Diagnostics out;
        for (const Reviewed& each : review()) out.insert(out.end(), each.diagnostics.begin(), each.diagnostics.end());
        return out;
    }

private:
    Folder folder_;
};

// The text under the mark. Places count characters as people do: combining marks belong to the one before.
inline std::string marked(const Place& place) {
    std::string out;
    for (std::size_t end = 1, begin = 0; begin < place.line_text.size(); begin = end++) {
        while (end < place.line_text.size() && (static_cast<unsigned char>(place.line_text[end]) & 0xC0U) == 0x80U) ++end;
        const auto column = static_cast<int>(base::characters(std::string_view(place.line_text).substr(0, end)));
        if (column >= place.column && column < place.column + place.length) out += place.line_text.substr(begin, end - begin);
    }
    return out;
}

inline std::string all(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& each : diagnostics) out += to_string(each);
    return out;
}

}  // namespace ocop::test
