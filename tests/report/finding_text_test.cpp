// Every kind of finding has a whole sentence in both languages, whatever values are there.
#include <gtest/gtest.h>

#include "report/lines.hpp"
#include "trail/finding_text.hpp"

namespace ocop::trail {
namespace {

using Kind = Finding::Kind;
using test::has;

const Kind first = Kind::facts_against_mark, last = Kind::calculation_fault;

bool is_sentence(const std::string& text) { return !text.empty() && text.back() == '.' && !has(text, "  ") && !has(text, "()"); }

TEST(FindingText, IsASentenceForEachKind) {
    const std::vector<std::string> values = {"c", "3", "b", "2", "before"};
    for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
        const Text text = finding_text(static_cast<Kind>(i), "1.1", "Sở Y tế", values);
        EXPECT_TRUE(is_sentence(text.vi)) << name(static_cast<Kind>(i)) << ": " << text.vi;
        EXPECT_TRUE(is_sentence(text.en)) << name(static_cast<Kind>(i)) << ": " << text.en;
    }
}

TEST(FindingText, NeverThrowsForWantOfValues) {
    for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
        EXPECT_FALSE(finding_text(static_cast<Kind>(i), "", "", {}).vi.empty());
        EXPECT_STRNE(name(static_cast<Kind>(i)), "");
    }
}

TEST(FindingText, NamesBothOptions) {
    const Text text = finding_text(Kind::facts_against_mark, "1.1", "Sở Y tế", {"c", "3", "b", "1"});
    EXPECT_EQ(text.vi, "Tiêu chí 1.1: phiếu của “Sở Y tế” chấm mức c (3 điểm), nhưng theo dữ kiện là mức b (1 điểm).");
    EXPECT_EQ(text.en, "Criterion 1.1: the sheet of “Sở Y tế” marks option c (3 points), but the facts imply option b (1 point).");
}

TEST(FindingText, NamesNoOptionAndAnotherCase) {
    EXPECT_TRUE(has(finding_text(Kind::facts_against_mark, "1.1", "", {"0", "0", "b", "2.5"}).vi, "không mức nào (0 điểm), nhưng theo dữ kiện là mức b (2,5 điểm)"));
    EXPECT_TRUE(has(finding_text(Kind::facts_against_mark, "8", "", {"operator.b", "2", "community", ""}).en, "the case “community”"));
}

TEST(FindingText, SaysWhichDateIsOutside) {
    const auto text = [](const char* code, const char* field) {
        return finding_text(Kind::not_in_force, "", "", {field, "2026-05-01", "2026-05-22", "2026-07-21", code});
    };
    EXPECT_EQ(text("before", "assessed_on").vi, "Hồ sơ được đánh giá ngày 01/05/2026, trước khi bộ tiêu chí này có hiệu lực (22/05/2026).");
    EXPECT_TRUE(has(text("until", "assessed_on").en, "no longer applied"));
    EXPECT_TRUE(has(text("successor", "filed_on").en, "filed on or after 2026-07-21"));
}

TEST(FindingText, TellsWhatAnotherReadingGives) {
    EXPECT_EQ(finding_text(Kind::reading_changes_stars, "rounding", "", {"rounding", "half-up 0", "5"}).vi,
              "Nếu hiểu khác đi — Làm tròn tổng điểm: làm tròn đến điểm nguyên (rounding: half-up 0) — thì sản phẩm được 5 sao.");
    EXPECT_TRUE(has(finding_text(Kind::reading_changes_stars, "ip", "", {"ip", "full", "undecided"}).en, "ip: full — the stars could not be decided"));
    EXPECT_TRUE(has(finding_text(Kind::reading_changes_stars, "ip", "", {"ip", "full", "0"}).en, "no star"));
}

TEST(FindingText, TakesTheOtherLanguageWhereOneIsEmpty) {
    const Text text = finding_text(Kind::evidence_missing, "1.5", "", {"", "Link contract", "link-contract"});
    EXPECT_TRUE(has(text.vi, "Link contract (link-contract)"));
}

}  // namespace
}  // namespace ocop::trail
