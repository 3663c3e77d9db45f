// Records to try things on: a small one, and those of the examples.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <ocop/ocop.hpp>
#include <ocop/record.hpp>

namespace ocop::test {

using Json = nlohmann::json;

inline constexpr const char* small_rules = R"yaml(
rule_set: test/small
title: {vi: "Nhỏ", en: "Small"}
basis: {decision: "1/QĐ", place: "1"}
facts: {share: {type: number, title: {vi: "Tỷ lệ", en: "Share"}}, papers: {type: boolean, missing: true, title: {vi: "Giấy", en: "Papers"}}}
gates:
  - {id: no-papers, when: not(papers), effect: cap, stars: 4, title: {vi: "Thiếu", en: "None"}}
parts:
  - id: A
    title: {vi: "A", en: "A"}
    items:
      - {id: "1", title: {vi: "1", en: "1"}, max: 90, score: "[0..90]"}
      - id: "2"
        title: {vi: "2", en: "2"}
        options:
          - {id: a, points: 0, title: {vi: "a", en: "a"}}
          - {id: b, points: 10, minimum_for: 4, title: {vi: "b", en: "b"}}
stars: {5: "[90..100]", 4: "[70..90)", 3: "[0..70)"}
council: {combine: mean, spread: 20}
readings: {rounding: {chosen: half-up 1, also: [none]}}
)yaml";

// Totals 90, 90 and 79.8, the mean is 86.6; criterion 2 has 20/3 points of the 10 that four stars need.
inline constexpr const char* small_card = R"yaml(
scorecard: T-1
rule_set: test/small
product: {name: "Xoài", maker: "Tổ hợp tác Bình Minh"}
level: province
facts: {share: 12.5, papers: true}
members: 3
notes: "Ghi chú của thư ký"
sheets:
  - {assessor: "Nguyễn Thị Một", marks: {"1": 80, "2": b}}
  - {assessor: "Trần Văn Hai", marks: {"1": 90, "2": {mark: a, note: "chưa thấy giấy tờ"}}}
  - {assessor: "Lê Thị Ba", marks: {"1": 69.8, "2": b}}
)yaml";

// A library of its own in a directory that goes with it.
class SmallLibrary {
public:
    SmallLibrary();
    ~SmallLibrary();
    SmallLibrary(const SmallLibrary&) = delete;
    SmallLibrary& operator=(const SmallLibrary&) = delete;

    const std::filesystem::path& directory() const { return directory_; }
    void write(const std::string& name, const std::string& text) const;
    Library library() const { return Library::open({directory_}).value(); }

private:
    std::filesystem::path directory_;
};

std::string small_record(const std::string& card = small_card);

// The shipped examples, and the record of each, as `ocop rate --format json` prints it.
std::vector<std::filesystem::path> example_cards();
std::string example_record(const std::filesystem::path& card);
const Library& shipped();

// RFC 8032, 7.1, TEST 1.
inline constexpr const char* secret_key = "ocop-secret:9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
inline constexpr const char* public_key = "ocop-public:d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

// The codes of the statements that fail, or of those that are open.
std::vector<std::string> failing(const record::Verification& verification);
std::vector<std::string> open(const record::Verification& verification);
// All faults of one statement, joined.
std::string faults(const record::Verification& verification, const std::string& code);

}  // namespace ocop::test
