// Runs every tests/cases/<topic>/{good,bad}/*.yaml: a good case is rated as it says, a bad one is refused as it says.
#include <gtest/gtest.h>

#include <algorithm>

#include <nlohmann/json.hpp>
#include <ocop/ocop.hpp>

#include "case_file.hpp"
#include "reference/recompute.hpp"

namespace ocop::test {
namespace {

std::string text(const std::optional<int>& value) { return value ? std::to_string(*value) : "null"; }
std::string text(const std::optional<Number>& value) { return value ? value->text() : "null"; }

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
    return out;
}

std::string standing(Recognition::Standing standing) {
    switch (standing) {
        case Recognition::Standing::final: return "final";
        case Recognition::Standing::proposal: return "proposal";
        case Recognition::Standing::adoptable: return "adoptable";
        case Recognition::Standing::unknown: return "unknown";
    }
    return "?";
}

// "province, final"
std::string text(const std::optional<Recognition>& recognition) {
    if (!recognition) return "null";
    return std::string(name(recognition->authority)) + ", " + standing(recognition->standing) +
           (recognition->certificate.empty() ? "" : ", " + recognition->certificate);
}

std::string parts(const Summary& summary) {
    std::vector<std::string> out;
    for (const auto& [id, points] : summary.parts) out.push_back(id + ": " + text(points));
    return joined(out);
}

// "spread", "facts-against-mark 1.1", sorted.
std::string findings(const Summary& summary) {
    std::vector<std::string> out;
    for (const Finding& finding : summary.findings)
        out.push_back(name(finding.kind) + (finding.node.empty() ? "" : " " + finding.node));
    std::sort(out.begin(), out.end());
    return joined(out);
}

std::string range(const Summary& summary) {
    if (!summary.range) return "null";
    std::vector<std::string> outcomes;
    for (const Outcome outcome : summary.range->outcomes) outcomes.push_back(name(outcome));
    return "total: " + summary.range->total_low.text() + "; " + summary.range->total_high.text() + "; stars: " +
           std::to_string(summary.range->stars_low) + "; " + std::to_string(summary.range->stars_high) + "; outcomes: " + joined(outcomes);
}

// Readings that would give other stars: "rounding half-up 0: 4".
std::string readings(const Trail& trail) {
    std::vector<std::string> out;
    for (const TrailReading& reading : trail.readings)
        for (const auto& other : reading.alternatives)
            if (other.changes)
                out.push_back(reading.name + " " + other.value + ": " + (other.stars ? std::to_string(*other.stars) : name(other.outcome)));
    return joined(out);
}

// Points of criteria and sections, as far as they are asked for: {"1": 3, "1.1": 17/3}.
std::string points(const yaml::Node& asked, const Trail& trail) {
    std::vector<std::string> out;
    for (const yaml::Entry& entry : asked.entries)
        for (const TrailNode& node : trail.nodes)
            if (node.id == entry.key) out.push_back(node.id + ": " + text(node.points));
    return joined(out);
}

std::string found(const std::string& key, const yaml::Node& asked, const Rating& rating) {
    const Summary& summary = rating.summary();
    if (key == "outcome") return name(summary.outcome);
    if (key == "stars") return text(summary.stars);
    if (key == "band") return text(summary.band);
    if (key == "total") return text(summary.total);
    if (key == "parts") return parts(summary);
    if (key == "blocked_by") return joined(summary.blocked_by);
    if (key == "recognition") return text(summary.recognition);
    if (key == "findings") return findings(summary);
    if (key == "range") return range(summary);
    if (key == "readings") return readings(rating.trail());
    if (key == "points") return points(asked, rating.trail());
    if (key == "stopped_after") return rating.trail().stopped_after.value_or("null");
    return "no such expectation";
}

std::string wanted(const std::string& key, const yaml::Node& node) {
    if (key != "findings") return text_of(node);
    auto kinds = texts_of(node);
    std::sort(kinds.begin(), kinds.end());
    return joined(kinds);
}

RuleSet::Loaded load_rules(const CaseFile& test) {
    RuleSet::Loaded rules = test.rules.find('\n') != std::string::npos
                                ? RuleSet::from_text(test.rules, "rules")
                                : Library::open({OCOP_SOURCE_DIR "/rules"}).value().load(test.rules);
    if (!rules || test.council.empty()) return rules;
    return rules.value().with_council(test.council, "council");
}

std::string all(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& each : diagnostics)
        if (each.severity == Diagnostic::Severity::error) out += to_string(each) + "\n";
    return out;
}

void run_good(const CaseFile& test) {
    const RuleSet::Loaded rules = load_rules(test);
    ASSERT_TRUE(rules) << all(rules.diagnostics);
    const Scorecard::Loaded card = Scorecard::from_text(test.card, rules.value(), "card");
    ASSERT_TRUE(card) << all(card.diagnostics);
    const Rating rating = rules.value().rate(card.value());
    ASSERT_FALSE(test.expect.entries.empty()) << "nothing is expected";
    for (const yaml::Entry& entry : test.expect.entries)
        EXPECT_EQ(found(entry.key, entry.value, rating), wanted(entry.key, entry.value)) << entry.key << "\n" << report::text(rating, Language::en);
    const auto json = nlohmann::json::parse(report::json(rating.trail()));
    EXPECT_EQ(joined(reference::disagreements(json)), "");
    const record::Verification verified = record::verify(json.dump(), "record", {});
    ASSERT_TRUE(verified.readable());
    for (const record::Statement& each : verified.records.front().statements) EXPECT_NE(each.result, record::Statement::Result::fails) << record::text(verified, Language::en);
}

void run_bad(const CaseFile& test) {
    Diagnostics diagnostics;
    const RuleSet::Loaded rules = load_rules(test);
    diagnostics = rules.diagnostics;
    bool refused = !rules;
    if (rules && !test.card.empty()) {
        const Scorecard::Loaded card = Scorecard::from_text(test.card, rules.value(), "card");
        refused = !card;
        diagnostics = card.diagnostics;
    }
    EXPECT_TRUE(refused) << "was accepted";
    ASSERT_FALSE(test.errors.empty()) << "no message is expected";
    const std::string told = all(diagnostics);
    for (const std::string& part : test.errors) EXPECT_NE(told.find(part), std::string::npos) << "no `" << part << "` in:\n" << told;
}

class Cases : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Cases, AreRatedAsTheFileSays) {
    const CaseFile test = read_case(GetParam());
    test.good ? run_good(test) : run_bad(test);
}

// "median/good/of-two.yaml" → "median_good_of_two"
std::string test_name(const testing::TestParamInfo<std::filesystem::path>& info) {
    std::string out = std::filesystem::path(info.param).replace_extension().lexically_relative(OCOP_SOURCE_DIR "/tests/cases").generic_string();
    for (char& c : out)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    return out;
}

INSTANTIATE_TEST_SUITE_P(Files, Cases, testing::ValuesIn(case_files()), test_name);

}  // namespace
}  // namespace ocop::test
