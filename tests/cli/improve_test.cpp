// `ocop improve` as a process.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/sample_rules.hpp"

namespace ocop::test {
namespace {

using nlohmann::json;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Improve, SaysWhatToChangeForTheNextStar) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("c1", "a", "b"));
    const Ran ran = kitchen.run("improve card.yaml --lang en");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(ran.out, R"(THE WAY TO 4 STARS
1 change, cost 1
Chè Thái
Scorecard c1 · Rule set small/tea (Tea)

“Chè Thái” is rated 3 stars now, with a total of 60.
4 stars can be had with 1 change, at a cost of 1.
It is proven that no way costs less.

WHAT TO CHANGE
Id  Content  now  then  cost
1   Origin    20    60     1
    a → b: In the commune
    for the total
    Phụ lục, bộ 1

With this it has 5 stars and a total of 100.
)");
    const Ran vi = kitchen.run("improve card.yaml --lang vi");
    EXPECT_TRUE(has(vi.out, "CÁCH ĐẠT 4 SAO")) << vi.out;
    EXPECT_TRUE(has(vi.out, "Cần 1 thay đổi, chi phí 1, để đạt 4 sao.")) << vi.out;
}

TEST(Improve, TakesCostsAndSeveralWays) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("c1", "a", "a"));
    kitchen.write("costs.yaml", "costs: {\"1\": 2.5, \"2\": {b: 4}}\n");
    const Ran ran = kitchen.run("improve card.yaml --to 3 --top 5 --costs costs.yaml --format json");
    EXPECT_EQ(ran.status, 0) << ran.err;
    const json told = json::parse(ran.out);
    EXPECT_EQ(told["answer"], "ways");
    EXPECT_EQ(told["ways"].size(), 2U);
    EXPECT_EQ(told["ways"][0]["cost"], "2.5");
    EXPECT_EQ(told["ways"][0]["changes"][0]["mark"], json{"b"});
    EXPECT_EQ(told["ways"][1]["cost"], "4");
    EXPECT_EQ(told["proven"], true);
}

TEST(Improve, ExitsWithOneWhereThereIsNoWay) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("c1", "a", "b"));
    kitchen.write("costs.yaml", "costs: {\"1\": cannot-change}\n");
    const Ran ran = kitchen.run("improve card.yaml --to 5 --costs costs.yaml --lang en");
    EXPECT_EQ(ran.status, 1) << ran.err;
    EXPECT_TRUE(has(ran.out, "No change of marks reaches 5 stars; that is proven.")) << ran.out;
    EXPECT_TRUE(has(ran.out, "✗ Criterion 1 Origin needs 60 points for 5 stars, but cannot be changed.")) << ran.out;
    EXPECT_EQ(kitchen.run("improve card.yaml --to 3").status, 0);
    EXPECT_TRUE(has(kitchen.run("improve card.yaml --to 6 --lang en").out, "The highest rank of this rule set is 5 stars.")) << "above the highest star";
}

TEST(Improve, RefusesWhatItCannotRead) {
    const Kitchen kitchen;
    kitchen.write("card.yaml", card("c1", "a", "b"));
    kitchen.write("two.ndjson", card_line("c1", "a") + card_line("c2", "a"));
    kitchen.write("wrong.yaml", card("c1", "x", "b"));
    kitchen.write("costs.yaml", "costs: {\"9\": 1}\n");
    EXPECT_EQ(kitchen.run("improve nowhere.yaml").status, 2);
    EXPECT_EQ(kitchen.run("improve").status, 2);
    EXPECT_EQ(kitchen.run("improve card.yaml --top 0").status, 2);
    EXPECT_EQ(kitchen.run("improve wrong.yaml").status, 2);
    const Ran two = kitchen.run("improve two.ndjson");
    EXPECT_EQ(two.status, 2);
    EXPECT_TRUE(has(two.err, "`two.ndjson` has 2 scorecards; improve takes one")) << two.err;
    const Ran costs = kitchen.run("improve card.yaml --costs costs.yaml --lang en");
    EXPECT_EQ(costs.status, 2);
    EXPECT_TRUE(has(costs.err, "costs.yaml:1:10: error: the form has no criterion `9`")) << costs.err;
    EXPECT_TRUE(has(kitchen.run("improve card.yaml --costs none.yaml").err, "cannot read the file of costs `none.yaml`"));
    EXPECT_TRUE(has(kitchen.run("improve card.yaml --council none.yaml").err, "cannot read the council file `none.yaml`"));
    EXPECT_EQ(kitchen.run("improve - --to 4", "", "< card.yaml").status, 0);
}

}  // namespace
}  // namespace ocop::test
