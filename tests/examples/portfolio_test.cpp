// The portfolio of a real year: what was published of it must come out of its scorecards.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <ocop/ocop.hpp>

namespace ocop {
namespace {

namespace fs = std::filesystem;

struct Product {
    std::string name, maker, group, assessed_on;
    Summary summary;
};

std::string value(const Trail& trail, const std::string& key) {
    for (const auto& [name, text] : trail.card.product)
        if (name == key) return text;
    return {};
}

std::vector<Product> portfolio() {
    const Library library = Library::open({OCOP_SOURCE_DIR "/rules"}).value();
    std::vector<Product> out;
    for (const auto& file : fs::directory_iterator(OCOP_SOURCE_DIR "/examples/long-xuyen-2022")) {
        if (file.path().extension() != ".yaml") continue;
        for (const WrittenCard& card : WrittenCards::from_file(file.path()).cards) {
            const RuleSet rules = library.load(card.rule_set()).value();
            const Trail trail = rules.rate(Scorecard::read(card, rules).value()).trail(Depth::plain);
            const std::string group = card.rule_set().substr(10, card.rule_set().rfind('/') - 10);
            out.push_back({value(trail, "name"), value(trail, "maker"), group, trail.card.assessed_on, trail.summary});
        }
    }
    return out;
}

class LongXuyen : public testing::Test {
protected:
    static void SetUpTestSuite() { products_ = new std::vector<Product>(portfolio()); }
    static void TearDownTestSuite() { delete products_; }
    static const std::vector<Product>& products() { return *products_; }
    static std::ptrdiff_t with_stars(int stars) {
        return std::ranges::count_if(products(), [&](const Product& each) { return each.summary.stars == stars; });
    }

private:
    static std::vector<Product>* products_;
};

std::vector<Product>* LongXuyen::products_ = nullptr;

TEST_F(LongXuyen, HasThirteenProductsOfSevenMakers) {
    std::set<std::string> names, makers, groups;
    for (const Product& each : products()) {
        EXPECT_EQ(each.summary.outcome, Outcome::rated) << each.name;
        EXPECT_TRUE(each.summary.rule_set.starts_with("1048-2019/")) << each.summary.rule_set;
        names.insert(each.name);
        makers.insert(each.maker);
        groups.insert(each.group);
    }
    EXPECT_EQ(names.size(), 13U);
    EXPECT_EQ(makers.size(), 7U);
    EXPECT_EQ(groups, (std::set<std::string>{"food", "handicraft"}));
}

TEST_F(LongXuyen, TenHaveThreeStarsAndThreeHaveFour) {
    EXPECT_EQ(products().size(), 13U);
    EXPECT_EQ(with_stars(3), 10);
    EXPECT_EQ(with_stars(4), 3);
}

TEST_F(LongXuyen, TheTwoOfTheYearAreTheLeafPaintings) {
    std::map<std::string, std::optional<int>> of_the_year;
    for (const Product& each : products())
        if (each.assessed_on.starts_with("2022")) {
            of_the_year[each.name] = each.summary.stars;
            EXPECT_EQ(each.group, "handicraft") << each.name;
        }
    const std::map<std::string, std::optional<int>> published = {{"Tranh lá bồ đề gân nghệ thuật", 3}, {"Tranh lá bồ đề khô nghệ thuật", 3}};
    EXPECT_EQ(of_the_year, published);
}

TEST_F(LongXuyen, TheProvinceRecognisesThemAndTheLostMinimaAreAFinding) {
    for (const Product& each : products()) {
        ASSERT_TRUE(each.summary.recognition) << each.name;
        EXPECT_EQ(each.summary.recognition->authority, Authority::province) << each.name;
        EXPECT_EQ(each.summary.recognition->final, true) << each.name;
        EXPECT_TRUE(std::ranges::any_of(each.summary.findings, [](const Finding& found) { return found.kind == Finding::Kind::incomplete_rule_set; })) << each.name;
    }
}

}  // namespace
}  // namespace ocop
