// A small library of the tests' own, and cards for it.
#pragma once

#include "cli/process.hpp"

namespace ocop::test {

inline const char* const shared_rules = R"yaml(title: {vi: "Chung", en: "Shared"}
basis: {decision: "1/2026/QĐ-TTg", place: "Điều 3"}
in_force: {from: 2026-05-22}
stars: {5: "[90..100]", 4: "[70..90)", 3: "[50..70)", 2: "[30..50)", 1: "[0..30)"}
council: {combine: mean}
)yaml";

inline const char* const tea_rules = R"yaml(rule_set: small/tea
title: {vi: "Chè", en: "Tea"}
extends: ../shared.yaml
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục, bộ 1"}
facts:
  forged: {type: boolean, missing: false, title: {vi: "Giả mạo hồ sơ", en: "Forged dossier"}}
gates:
  - {id: forged, when: forged, effect: reject, title: {vi: "Giả mạo hồ sơ", en: "Forged dossier"}, cite: "Điều 8"}
parts:
  - id: A
    title: {vi: "Sản phẩm", en: "Product"}
    max: 100
    items:
      - id: "1"
        title: {vi: "Nguồn gốc", en: "Origin"}
        max: 60
        options:
          - {id: a, points: 20, title: {vi: "Ngoài xã", en: "Elsewhere"}}
          - {id: b, points: 60, minimum_for: 5, title: {vi: "Trong xã", en: "In the commune"}}
      - id: "2"
        title: {vi: "Câu chuyện", en: "Story"}
        max: 40
        options:
          - {id: a, points: 0, title: {vi: "Không có", en: "None"}}
          - {id: b, points: 40, title: {vi: "Có", en: "Told"}}
)yaml";

inline const char* const broken_rules = R"yaml(rule_set: small/broken
title: {vi: "Hỏng", en: "Broken"}
extends: ../shared.yaml
partz: []
)yaml";

inline std::string card(const std::string& id, const std::string& origin, const std::string& story, const std::string& assessor = "A") {
    return "scorecard: " + id + "\nrule_set: small/tea\nproduct: {name: \"Chè Thái\"}\nassessed_on: 2026-06-20\nlevel: province\nsheets:\n  - {assessor: \"" + assessor +
           "\", marks: {\"1\": " + origin + ", \"2\": " + story + "}}\n";
}

inline std::string card_line(const std::string& id, const std::string& origin) {
    return R"({"scorecard": ")" + id + R"(", "rule_set": "small/tea", "sheets": [{"assessor": "A", "marks": {"1": ")" + origin + R"(", "2": "b"}}]})" + "\n";
}

// A workshop with the library in ./rules.
class Kitchen : public Workshop {
public:
    Kitchen() {
        write("rules/shared.yaml", shared_rules);
        write("rules/small/tea.yaml", tea_rules);
    }
};

}  // namespace ocop::test
