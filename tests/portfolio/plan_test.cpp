// Plans: what a file of one may say, and how far a portfolio is with it.
#include <gtest/gtest.h>

#include <stdexcept>

#include <ocop/plan.hpp>

#include "portfolio/in_memory.hpp"

namespace ocop::test {
namespace {

using portfolio::Attained;
using portfolio::Plan;
using portfolio::Tally;
using portfolio::Target;

Library with_groups() {
    const std::string head = "title: {vi: \"Chè\", en: \"Tea\"}\n";
    return Library::from_files({{"1/food/tea.yaml", "rule_set: 1/food/tea\n" + head}, {"1/food/rice.yaml", "rule_set: 1/food/rice\n" + head}, {"1/drinks/beer.yaml", "rule_set: 1/drinks/beer\n" + head}});
}

std::string terse(const Diagnostics& diagnostics, Language language = Language::en) {
    std::string out;
    for (const Diagnostic& each : diagnostics) {
        if (!out.empty()) out += "\n";
        out += std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + " " + each.code + ": " + each.message.in(language);
        if (each.help != Text{}) out += " [" + each.help.in(language) + "]";
    }
    return out;
}

std::string refused(const std::string& text, Language language = Language::en) {
    const Plan::Loaded loaded = Plan::from_text(text, with_groups());
    return loaded ? std::string("read") : terse(loaded.diagnostics, language);
}

std::string of_targets(const std::string& targets) { return "plan: P\ntargets: " + targets; }

TEST(Plan, SaysWhatIsWanted) {
    const Plan plan = Plan::from_text("plan: {vi: \"Kế hoạch\", en: \"Plan\"}\ntargets:\n  - {group: food, stars: 4, products: 120}\n  - {stars: 5, at_least: false, products: 10}\n", with_groups()).value();
    EXPECT_EQ(plan.title, (Text{"Kế hoạch", "Plan"}));
    EXPECT_EQ(plan.targets, (std::vector<Target>{{"food", 4, true, 120}, {"", 5, false, 10}}));
    EXPECT_EQ(Plan::from_text(of_targets("[{stars: 1, products: 1}]"), with_groups()).value().title, (Text{"P", "P"}));
    EXPECT_EQ(Plan::from_text("plan: {vi: 2026}\ntargets: [{stars: 1, products: 1}]", with_groups()).value().title, (Text{"2026", ""}));
}

TEST(Plan, IsRefusedAtItsPlaces) {
    const std::string example = " [write targets: [{group: food, stars: 4, products: 120}]]";
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"[]", "1:1 wrong-type: a plan is a map of keys and values, found a list"},
        {"plan: P", "1:1 key-missing: a plan has no `targets`" + example},
        {"targets: [{stars: 1, products: 1}]", "1:1 key-missing: a plan has no `plan` [write plan: {vi: \"Kế hoạch OCOP 2026\"}]"},
        {"plan: P\ntarget: []", "1:1 key-missing: a plan has no `targets`" + example + "\n2:1 unknown-key: a plan has no key `target` [did you mean `targets`?]"},
        {"plan: []\ntargets: [{stars: 1, products: 1}]", "1:7 wrong-type: the name of a plan is a text, found a list"},
        {"plan: \"\"\ntargets: [{stars: 1, products: 1}]", "1:8 wrong-type: the name of a plan is a text, found an empty text"},
        {"plan: {}\ntargets: [{stars: 1, products: 1}]", "1:7 empty: `plan` says nothing"},
        {"plan: {fr: P}\ntargets: [{stars: 1, products: 1}]", "1:8 unknown-key: `plan` has no key `fr` [expected `vi` or `en`]"},
        {"plan: {vi: }\ntargets: [{stars: 1, products: 1}]", "1:11 wrong-type: the name of a plan is a text, found nothing"},
        {of_targets("{food: 4}"), "2:10 wrong-type: `targets` is a list, found a map" + example},
        {of_targets("[]"), "2:10 empty: `targets` names no target" + example},
        {of_targets("[4]"), "2:11 wrong-type: a target is a map of keys and values, found the number `4`"},
        {of_targets("[{star: 4, products: 1}]"), "2:11 key-missing: a target has no `stars` [write stars: 4]\n2:12 unknown-key: a target has no key `star` [did you mean `stars`?]"},
        {of_targets("[{stars: 4}]"), "2:11 key-missing: a target has no `products` [write products: 120]"},
        {of_targets("[{group: fod, stars: 4, products: 1}]"), "2:19 unknown-group: no rule set is of the group `fod` [did you mean `food`?]"},
        {of_targets("[{group: cloth, stars: 4, products: 1}]"), "2:19 unknown-group: no rule set is of the group `cloth` [expected `drinks` or `food`]"},
        {of_targets("[{group: [food], stars: 4, products: 1}]"), "2:19 wrong-type: `group` is the name of a product group, found a list"},
        {of_targets("[{stars: 0, products: 1}]"), "2:19 out-of-range: `stars` is 0; it must be from 1 to 20"},
        {of_targets("[{stars: 21, products: 1}]"), "2:19 out-of-range: `stars` is 21; it must be from 1 to 20"},
        {of_targets("[{stars: 4.5, products: 1}]"), "2:19 wrong-type: `stars` is a whole number, found the number `4.5`"},
        {of_targets("[{stars: \"4\", products: 1}]"), "2:20 wrong-type: `stars` is a whole number, found the text `4`"},
        {of_targets("[{stars: 4/1, products: 1}]"), "2:19 wrong-type: `stars` is a whole number, found the text `4/1`"},
        {of_targets("[{stars: 4, products: 0}]"), "2:32 out-of-range: `products` is 0; it must be from 1 to 1000000000"},
        {of_targets("[{stars: 4, products: -3}]"), "2:32 out-of-range: `products` is -3; it must be from 1 to 1000000000"},
        {of_targets("[{stars: 4, products: 1000000001}]"), "2:32 out-of-range: `products` is 1000000001; it must be from 1 to 1000000000"},
        {of_targets("[{stars: 4, products: many}]"), "2:32 wrong-type: `products` is a whole number, found the text `many`"},
        {of_targets("[{stars: 4, products: 1, at_least: 4}]"), "2:45 wrong-type: `at_least` is true or false, found the number `4`"},
        {of_targets("[{stars: 4, products: 1}, {stars: 4, at_least: true, products: 2}]"), "2:36 repeated-target: this target stands above already: of the same group and stars [make one target of both]"},
        {of_targets("[{stars: 4, products: 1}, {stars: 4, at_least: false, products: 2}, {group: food, stars: 4, products: 1}]"), "read"},
    };
    for (const auto& [text, expected] : rows) EXPECT_EQ(refused(text), expected) << text;
    EXPECT_NE(refused(of_targets("[{stars: 4, stars: 5, products: 1}]")).find("stars"), std::string::npos);
}

TEST(Plan, IsRefusedInVietnameseToo) {
    EXPECT_EQ(refused(of_targets("[{group: fod, stars: 0, products: 1}]"), Language::vi), "2:19 unknown-group: không có bộ tiêu chí nào của nhóm `fod` [có phải `food` không?]\n2:31 out-of-range: `stars` là 0; phải từ 1 đến 20");
}

TEST(Plan, IsLoadedFromAFile) {
    const Kitchen kitchen;
    kitchen.write("plan.yaml", of_targets("[{stars: 1, products: 1}]"));
    EXPECT_TRUE(Plan::load(kitchen.path("plan.yaml"), with_groups()));
    const Plan::Loaded none = Plan::load(kitchen.path("nowhere.yaml"), with_groups());
    EXPECT_EQ(terse(none.diagnostics), "0:0 cannot-read: this file cannot be read");
    EXPECT_THROW(none.value(), LoadError);
}

// 3 of 4 stars and 2 of 5 stars in food, 1 of 5 stars elsewhere.
Tally some() {
    Tally out;
    out.groups["food"].stars[4] = 3;
    out.groups["food"].stars[5] = 2;
    out.all.stars[4] = 3;
    out.all.stars[5] = 3;
    return out;
}

Attained::Of held(const Target& target) { return portfolio::attained({{}, {target}}, some()).targets.at(0); }

TEST(Attained, CountsProductsWithAtLeastTheStars) {
    EXPECT_EQ(held({"food", 4, true, 12}).there, 5U);
    EXPECT_EQ(held({"food", 4, false, 12}).there, 3U);
    EXPECT_EQ(held({"food", 1, true, 12}).there, 5U);
    EXPECT_EQ(held({"", 5, true, 12}).there, 3U);
    EXPECT_EQ(held({"tourism", 3, true, 12}).there, 0U);
    EXPECT_EQ(held({"food", 20, true, 12}).there, 0U);
}

TEST(Attained, IsAnExactShareOfWhatIsWanted) {
    EXPECT_EQ(held({"food", 4, true, 12}).share, *Number::fraction(5, 12));
    EXPECT_EQ(held({"food", 4, true, 12}).missing, 7U);
    EXPECT_EQ(held({"food", 4, true, 5}).share, Number(1));
    EXPECT_EQ(held({"food", 4, true, 4}).share, *Number::fraction(5, 4));
    EXPECT_EQ(held({"food", 4, true, 4}).missing, 0U);
    EXPECT_EQ(portfolio::attained({{"K", "P"}, {}}, some()).title, (Text{"K", "P"}));
}

TEST(Attained, NeedsTargetsWithinTheirLimits) {
    for (const Target& each : {Target{"", 0, true, 1}, Target{"", 21, true, 1}, Target{"", 4, true, 0}, Target{"", 4, true, Target::products_most + 1}}) EXPECT_THROW(held(each), std::invalid_argument);
}

}  // namespace
}  // namespace ocop::test
