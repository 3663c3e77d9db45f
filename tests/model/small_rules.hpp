// A small complete rule set as text, and ways to put a fault into it.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace small_rules {

inline const std::string good = R"yaml(rule_set: small
title: {vi: "Bộ nhỏ", en: "Small"}
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
  - {id: dirty, when: 'points("1.1") = 0', effect: stop, after: "1.1", title: {vi: "Bẩn", en: "Dirty"}}
  - {id: far, when: share < 10%, effect: cap, stars: 2, title: {vi: "Xa", en: "Far"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    max: 10
    items:
      - id: "1"
        title: {vi: "Mục một", en: "Section one"}
        max: 6
        items:
          - id: "1.1"
            title: {vi: "Nguồn", en: "Origin"}
            max: 3
            options:
              - {id: a, points: 0, title: {vi: "Không", en: "None"}}
              - {id: b, points: 1, title: {vi: "Ít", en: "Some"}, minimum_for: 2, when: "share in [0..50%)"}
              - {id: c, points: 3, title: {vi: "Nhiều", en: "Much"}, minimum_for: 3, when: share >= 50%, evidence: [paper]}
          - id: "1.2"
            title: {vi: "Dấu", en: "Marks"}
            max: 3
            choose: any
            options:
              - {id: a, points: 1, title: {vi: "Một", en: "One"}}
              - {id: b, points: 1.5, title: {vi: "Hai", en: "Two"}}
              - {id: c, points: 2, title: {vi: "Ba", en: "Three"}}
      - id: "2"
        title: {vi: "Hai trường hợp", en: "Two cases"}
        max: 2
        applies: points("1.1") > 0
        cases:
          - {id: community, when: provider = "community", title: {vi: "Cộng đồng", en: "Community"}, options: [{id: a, points: 1, title: {vi: "Vừa", en: "Fair"}}, {id: b, points: 2, title: {vi: "Tốt", en: "Good"}}]}
          - {id: operator, when: provider = "operator", title: {vi: "Đơn vị", en: "Operator"}, options: [{id: a, points: 1, title: {vi: "Vừa", en: "Fair"}}, {id: b, points: 2, title: {vi: "Tốt", en: "Good"}}]}
      - id: "3"
        title: {vi: "Điểm tự do", en: "Free points"}
        max: 2
        score: "[0..2]"
        step: 0.5
stars: {3: "[8..10]", 2: "[5..8)", 1: "[0..5)"}
council: {combine: mean, quorum: 75%, spread: 3}
readings:
  rounding: {chosen: none, also: [half-up 0], title: {vi: "Làm tròn", en: "Rounding"}}
recognition:
  - {from: 2026-01-01, 2: {authority: province}, 3: {authority: ministry}, certificate: 36 months}
)yaml";

// `good` with the first `from` replaced by `to`.
inline std::string with(const std::string& from, const std::string& to) {
    std::string text = good;
    const auto at = text.find(from);
    if (at == std::string::npos) return "the text to replace is not there: " + from;
    return text.replace(at, from.size(), to);
}

}  // namespace small_rules
