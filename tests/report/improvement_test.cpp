// What is said about ways to a star, in whole sentences of both languages.
#include <gtest/gtest.h>

#include "report/improvement_sentences.hpp"

namespace ocop::report {
namespace {

const Words vi(Language::vi), en(Language::en);

Improvement sample() {
    Improvement found;
    found.scorecard = "c1";
    found.product = {{"name", "Chè"}};
    found.outcome = Outcome::rated;
    found.stars = 3;
    found.total = Number(60);
    found.to = 4;
    found.answer = Improvement::Answer::ways;
    Way way;
    way.cost = Number(2);
    way.stars = 4;
    way.total = Number(75);
    Change change;
    change.criterion = "1.5";
    change.why = Change::Why::minimum;
    change.minima = {3, 4};
    change.evidence = {{"contract", {"Hợp đồng", "Contract"}}, {"paper", {}}};
    change.when = "share > 75%";
    way.changes = {change, change};
    way.filled_in = {{"2.1", {"A", "B"}}};
    found.ways = {way};
    return found;
}

std::string all(const Improvement& found, const Words& words) {
    std::string out;
    for (const std::string& each : improvement_sentences(found, words)) out += (out.empty() ? "" : " ") + each;
    return out;
}

TEST(ImprovementSentences, SayWhatItHasAndWhatItTakes) {
    Improvement found = sample();
    EXPECT_EQ(all(found, en), "“Chè” is rated 3 stars now, with a total of 60. 4 stars can be had with 2 changes, at a cost of 2. It is proven that no way costs less.");
    EXPECT_EQ(all(found, vi), "Sản phẩm “Chè” hiện được xếp hạng 3 sao với tổng điểm 60. Cần 2 thay đổi, chi phí 2, để đạt 4 sao. Đã chứng minh không có cách nào rẻ hơn.");
    found.proven = false;
    found.at_least = Number(1);
    found.more = true;
    EXPECT_EQ(all(found, en), "“Chè” is rated 3 stars now, with a total of 60. 4 stars can be had with 2 changes, at a cost of 2. It is not proven that no way costs less; every other way costs 1 at least. Other ways cost the same.");
    found.answer = Improvement::Answer::not_found;
    EXPECT_EQ(improvement_sentences(found, en).back(), "The search ended before a way to 4 stars was found; there may be one.");
    found.answer = Improvement::Answer::already;
    EXPECT_EQ(improvement_sentences(found, en).back(), "That is 4 stars or more already: nothing needs to change.");
}

TEST(ImprovementSentences, SayWhatItIsNotRatedFor) {
    Improvement found = sample();
    found.answer = Improvement::Answer::cannot;
    found.outcome = Outcome::undecided;
    found.from_facts = true;
    EXPECT_EQ(all(found, en), "“Chè” cannot be rated yet. It has no sheets; the marks that follow from its facts were taken as one. No change of marks reaches 4 stars; that is proven.");
    found.outcome = Outcome::rejected;
    EXPECT_EQ(improvement_sentences(found, vi).front(), "Sản phẩm “Chè” hiện bị loại.");
    found.outcome = Outcome::rated;
    found.stars = 0;
    EXPECT_EQ(improvement_sentences(found, en).front(), "“Chè” has no star now; its total is 60.");
}

TEST(ImprovementSentences, SayWhatEachChangeIsFor) {
    const Way way = sample().ways[0];
    Change change = way.changes[0];
    EXPECT_EQ(reason(change, en), "meets the minimum for 3 stars and 4 stars");
    EXPECT_EQ(condition_to_meet(change, en), "must be true of the product: share > 75%");
    EXPECT_EQ(evidence_to_get(change, en), "evidence that is still missing: Contract and paper");
    EXPECT_EQ(evidence_to_get(change, vi), "minh chứng còn thiếu: Hợp đồng và paper");
    EXPECT_EQ(filled_in(way.filled_in[0], en), "Criterion 2.1 is not assessed yet (A and B); it counts 0 here.");
    EXPECT_EQ(result(way, en), "With this it has 4 stars and a total of 75.");
    change.why = Change::Why::condition;
    EXPECT_EQ(reason(change, en), "because a condition elsewhere depends on it");
    EXPECT_EQ(mark_name("", en), "not assessed yet");
    EXPECT_EQ(mark_name("none", vi), "không");
}

TEST(ImprovementSentences, NameWhatStandsInTheWay) {
    const Improvement found = sample();
    Blocker blocker;
    EXPECT_EQ(sentence(blocker, found, en), "No single thing stands in the way, but no combination of the marks that can be given is enough.");
    blocker.kind = Blocker::Kind::points;
    blocker.most = Number(65);
    blocker.needed = Number(70);
    EXPECT_EQ(sentence(blocker, found, en), "The highest total that can be had is 65; the band of 4 stars begins at 70.");
    blocker.kind = Blocker::Kind::minimum;
    blocker.id = "1.5";
    blocker.title = {"Liên kết", "Links"};
    blocker.star = 4;
    blocker.reason = Blocker::Reason::does_not_apply;
    EXPECT_EQ(sentence(blocker, found, en), "Criterion 1.5 Links needs 70 points for 4 stars, but does not apply.");
    EXPECT_EQ(sentence(blocker, found, vi), "Tiêu chí 1.5 Liên kết cần ít nhất 70 điểm cho hạng 4 sao, nhưng tiêu chí này không áp dụng.");
    blocker.reason = Blocker::Reason::not_known;
    blocker.unknown = {{"own", {"Của mình", "Own"}, "null", false}};
    EXPECT_EQ(sentence(blocker, found, en), "Criterion 1.5 Links needs 70 points for 4 stars, but it is not known whether it applies: the scorecard does not say Own (own).");
    blocker.kind = Blocker::Kind::gate;
    blocker.effect = TrailGate::Effect::cap;
    EXPECT_EQ(sentence(blocker, found, en), "It is not known whether “Links” holds; if it does: the stars are capped at 4 stars. The scorecard does not say: Own (own).");
    blocker.holds = true;
    EXPECT_EQ(sentence(blocker, found, vi), "“Liên kết” xảy ra dù điểm thay đổi thế nào: giới hạn số sao ở mức 4 sao.");
}

}  // namespace
}  // namespace ocop::report
