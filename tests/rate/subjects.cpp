// Small rule sets for properties, written out here so that a failure can be read without another file.
#include "subjects.hpp"

namespace ocop::test {
namespace {

// Options, minima at every star, the mean.
constexpr const char* plain = R"yaml(
rule_set: test/plain
title: {vi: "Đơn giản", en: "Plain"}
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục"}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    items:
      - id: "1.1"
        title: {vi: "Nguồn gốc", en: "Origin"}
        options:
          - {id: a, points: 5, title: {vi: "a", en: "a"}}
          - {id: b, points: 10, minimum_for: 3, title: {vi: "b", en: "b"}}
          - {id: c, points: 20, minimum_for: 5, title: {vi: "c", en: "c"}}
      - id: "1.2"
        title: {vi: "Liên kết", en: "Links"}
        options:
          - {id: a, points: 0, title: {vi: "a", en: "a"}}
          - {id: b, points: 7.5, minimum_for: 4, title: {vi: "b", en: "b"}}
          - {id: c, points: 15, title: {vi: "c", en: "c"}}
      - {id: "1.3", title: {vi: "Sức mạnh", en: "Strength"}, max: 15, score: "[0..15]", step: 0.5}
  - id: B
    title: {vi: "Phần B", en: "Part B"}
    items:
      - id: "2.1"
        title: {vi: "Tiếp thị", en: "Marketing"}
        options:
          - {id: a, points: 10, title: {vi: "a", en: "a"}}
          - {id: b, points: 20, minimum_for: 4, title: {vi: "b", en: "b"}}
          - {id: c, points: 25, minimum_for: 5, title: {vi: "c", en: "c"}}
      - id: "2.2"
        title: {vi: "Chất lượng", en: "Quality"}
        options:
          - {id: a, points: 0, title: {vi: "a", en: "a"}}
          - {id: b, points: 10, title: {vi: "b", en: "b"}}
          - {id: c, points: 25, minimum_for: 5, title: {vi: "c", en: "c"}}
stars: {5: "[90..100]", 4: "[70..90)", 3: "[50..70)", 2: "[30..50)", 1: "[0..30)"}
council: {combine: mean, quorum: 75%, spread: 10}
readings:
  rounding: {chosen: none, also: [half-up 2, half-up 0]}
  minima_met_by: {chosen: combined, also: [majority, every-sheet]}
  minima_cumulate: {chosen: cumulative, also: [own]}
  minima_missed: {chosen: next-star, also: [no-star]}
)yaml";

// The same form under a council that trims, rounds, and asks for a majority.
constexpr const char* council = R"yaml(
rule_set: test/council
title: {vi: "Hội đồng", en: "Council"}
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục"}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    items:
      - id: "1"
        title: {vi: "Nguồn gốc", en: "Origin"}
        options:
          - {id: a, points: 10, title: {vi: "a", en: "a"}}
          - {id: b, points: 25, minimum_for: 3, title: {vi: "b", en: "b"}}
          - {id: c, points: 40, minimum_for: 5, title: {vi: "c", en: "c"}}
      - id: "2"
        title: {vi: "Chất lượng", en: "Quality"}
        options:
          - {id: a, points: 0, title: {vi: "a", en: "a"}}
          - {id: b, points: 20, minimum_for: 4, title: {vi: "b", en: "b"}}
          - {id: c, points: 35, minimum_for: 5, title: {vi: "c", en: "c"}}
      - {id: "3", title: {vi: "Tiếp thị", en: "Marketing"}, max: 25, score: "[0..25]", step: 0.25}
stars: {5: "[90..100]", 4: "[70..90)", 3: "[50..70)", 2: "[30..50)", 1: "[0..30)"}
council: {combine: trimmed mean, spread: 15}
readings:
  rounding: {chosen: half-up 1, also: [none]}
  minima_met_by: {chosen: majority, also: [combined, every-sheet]}
  minima_cumulate: {chosen: own, also: [cumulative]}
  gates_met_by: {chosen: combined}
)yaml";

// Everything that conditions do: gates, `applies`, cases, minima that bind under a condition; the median.
constexpr const char* story = R"yaml(
rule_set: test/story
title: {vi: "Câu chuyện", en: "Story"}
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục"}
facts:
  grown_here: {type: boolean, title: {vi: "Trồng tại tỉnh", en: "Grown here"}}
  impure: {type: boolean, title: {vi: "Tạp chất", en: "Impurities"}}
  has_papers: {type: boolean, title: {vi: "Có giấy", en: "Has papers"}}
  must_declare: {type: boolean, title: {vi: "Phải công bố", en: "Must declare"}}
  has_logo: {type: boolean, title: {vi: "Có logo", en: "Has a logo"}}
  provider: {type: string, values: [community, operator], title: {vi: "Chủ thể", en: "Provider"}}
gates:
  - {id: not-grown-here, when: not(grown_here), effect: reject, title: {vi: "Ngoài tỉnh", en: "Not grown here"}}
  - {id: impurities, when: impure, effect: stop, after: "5.1", title: {vi: "Tạp chất", en: "Impurities"}}
  - {id: no-papers, when: not(has_papers), effect: cap, stars: 4, title: {vi: "Thiếu giấy", en: "No papers"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    items:
      - id: "5"
        title: {vi: "Câu chuyện", en: "Story"}
        items:
          - id: "5.1"
            title: {vi: "Có câu chuyện", en: "A story"}
            options:
              - {id: a, points: 0, title: {vi: "a", en: "a"}}
              - {id: b, points: 10, minimum_for: 4, title: {vi: "b", en: "b"}}
              - {id: c, points: 20, title: {vi: "c", en: "c"}}
          - id: "5.2"
            title: {vi: "Kể chuyện", en: "Told"}
            applies: points("5.1") > 0
            options:
              - {id: a, points: 0, title: {vi: "a", en: "a"}}
              - {id: b, points: 15, minimum_for: 5, title: {vi: "b", en: "b"}}
          - id: "5.3"
            title: {vi: "Logo", en: "Logo"}
            applies: has_logo
            options:
              - {id: a, points: 2, title: {vi: "a", en: "a"}}
              - {id: b, points: 5, title: {vi: "b", en: "b"}}
  - id: B
    title: {vi: "Phần B", en: "Part B"}
    items:
      - id: "6"
        title: {vi: "Chứng nhận", en: "Certificates"}
        max: 15
        choose: any
        options:
          - {id: a, points: 5, title: {vi: "a", en: "a"}}
          - {id: b, points: 5, title: {vi: "b", en: "b"}}
          - {id: c, points: 10, title: {vi: "c", en: "c"}}
      - id: "7"
        title: {vi: "Công bố", en: "Declaration"}
        options:
          - {id: a, points: 0, title: {vi: "a", en: "a"}}
          - {id: b, points: 12.5, minimum_for: {3: must_declare}, title: {vi: "b", en: "b"}}
          - {id: c, points: 25, title: {vi: "c", en: "c"}}
      - id: "8"
        title: {vi: "Tổ chức", en: "Organisation"}
        cases:
          - id: community
            title: {vi: "Cộng đồng", en: "Community"}
            when: provider = "community"
            options:
              - {id: a, points: 0, title: {vi: "a", en: "a"}}
              - {id: b, points: 20, minimum_for: 5, title: {vi: "b", en: "b"}}
          - id: operator
            title: {vi: "Doanh nghiệp", en: "Operator"}
            when: provider = "operator"
            options:
              - {id: a, points: 5, title: {vi: "a", en: "a"}}
              - {id: b, points: 20, title: {vi: "b", en: "b"}}
stars: {5: "[90..100]", 4: "[70..90)", 3: "[50..70)", 2: "[30..50)", 1: "[0..30)"}
council: {combine: median}
readings:
  minima_missed: {chosen: next-star, also: [no-star]}
  gates_met_by: {chosen: combined, also: [majority]}
)yaml";

}  // namespace

Subject subject(const std::string& name) {
    const char* text = name == "plain" ? plain : name == "council" ? council : name == "story" ? story : nullptr;
    const RuleSet rules = text != nullptr ? RuleSet::from_text(text, name).value()
                                          : Library::open({OCOP_SOURCE_DIR "/rules"}).value().load(name).value();
    return {rules, nlohmann::json::parse(report::show_json(rules))};
}

Scorecard read(const reference::Card& card, const Subject& subject) {
    return Scorecard::from_text(reference::to_json(card), subject.rules, card.id, CardFormat::json).value();
}

}  // namespace ocop::test
