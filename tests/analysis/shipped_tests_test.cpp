// The tests that stand beside the shipped rule sets: they pass, and nothing in a rule set in force is left out of them.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include <ocop/ocop.hpp>

namespace ocop {
namespace {

const std::filesystem::path rules = OCOP_SOURCE_DIR "/rules";

class ShippedTests : public testing::Test {
protected:
    static void SetUpTestSuite() {
        library_ = new Library(Library::open({rules}).value());
        all_ = new std::vector<RuleTests>();
        for (const auto& file : rule_test_files(rules)) all_->push_back(run_rule_tests(*library_, file));
    }
    static void TearDownTestSuite() {
        delete all_;
        delete library_;
    }

    static Library* library_;
    static std::vector<RuleTests>* all_;
};

Library* ShippedTests::library_ = nullptr;
std::vector<RuleTests>* ShippedTests::all_ = nullptr;

TEST_F(ShippedTests, Pass) {
    for (const RuleTests& file : *all_) {
        for (const Diagnostic& each : file.diagnostics) ADD_FAILURE() << to_string(each);
        for (const RuleTest& test : file.tests) {
            for (const Diagnostic& each : test.diagnostics) ADD_FAILURE() << test.name.en << "\n" << to_string(each);
            for (const Surprise& each : test.surprises)
                ADD_FAILURE() << file.file << ":" << each.place.line << ": " << test.name.en << ": " << each.key << ": expected " << each.expected << ", got " << each.got;
        }
    }
}

TEST_F(ShippedTests, StandBesideEveryRuleSet) {
    std::set<std::string> tested;
    for (const RuleTests& file : *all_)
        if (!file.tests.empty()) tested.insert(file.rule_set);
    const auto listed = library_->list();
    EXPECT_EQ(listed.size(), 78U);
    for (const Library::Entry& each : listed) EXPECT_TRUE(tested.contains(each.id)) << each.id;
}

// Everything of the 26 sets in force; every gate and band of those that were.
TEST_F(ShippedTests, ReachEverything) {
    std::map<std::string, Coverage> reached;
    for (const RuleTests& file : *all_) reached[file.rule_set] = joined(reached[file.rule_set], file.coverage);
    std::size_t in_force = 0;
    for (const auto& [id, coverage] : reached) {
        const bool all = id.starts_with("26-2026/");
        in_force += all;
        for (const Coverage::Item& each : coverage.items) {
            const bool asked = all || each.kind == Coverage::Kind::gate || each.kind == Coverage::Kind::band;
            EXPECT_TRUE(each.reached || !asked) << id << ": " << name(each.kind) << ": " << each.name;
        }
    }
    EXPECT_EQ(in_force, 26U);
}

}  // namespace
}  // namespace ocop
