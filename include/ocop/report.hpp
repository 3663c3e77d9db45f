// Ratings and rule sets in words: for a terminal, and as JSON.
#pragma once

#include <optional>
#include <span>
#include <string>

#include <ocop/export.hpp>
#include <ocop/improve.hpp>
#include <ocop/plan.hpp>
#include <ocop/portfolio.hpp>
#include <ocop/rating.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/rule_test.hpp>
#include <ocop/text.hpp>

namespace ocop::report {

struct Style {
    Language language = Language::en;
    bool colour = false;   // ANSI escapes
    int width = 100;       // columns to wrap at; at least 40
    bool brief = false;    // the verdict and what blocks the next star only
};

// The explanation for people.
OCOP_API std::string text(const Rating& rating, const Style& style);
OCOP_API std::string text(const Rating& rating, Language language);
OCOP_API std::string text(const Trail& trail, const Style& style);
// The same as GitHub-flavoured Markdown, and as one HTML file that needs nothing else (no network, no script) and prints on
// A4; of the style, language and `brief` count. Several trails become one file, each on a new page in print.
OCOP_API std::string markdown(const Trail& trail, const Style& style);
OCOP_API std::string html(const Trail& trail, const Style& style);
OCOP_API std::string html(std::span<const Trail> trails, const Style& style);

// One result line, without a line break: the fields that other programs rely on.
OCOP_API std::string json_line(const Summary& summary);
// The result line for a card that could not be read: outcome "error".
OCOP_API std::string json_error(const std::string& scorecard, const std::string& rule_set, const Diagnostics& diagnostics);
// The result and its whole trail; indented by two blanks.
OCOP_API std::string json(const Trail& trail);

// The ways to a star, for people and as data; indented by two blanks.
OCOP_API std::string text(const Improvement& improvement, const Style& style);
OCOP_API std::string markdown(const Improvement& improvement, const Style& style);
OCOP_API std::string html(const Improvement& improvement, const Style& style);
OCOP_API std::string json(const Improvement& improvement);

// What a portfolio comes to, with how far it is with a plan where one is given. `brief`: only what became of the scorecards, stars by
// product group and the plan. As data: every number of the tally, exact; keys are explained in rules/schema/portfolio-summary.schema.json.
OCOP_API std::string text(const portfolio::Tally& tally, const Style& style, const std::optional<portfolio::Attained>& plan = std::nullopt);
OCOP_API std::string markdown(const portfolio::Tally& tally, const Style& style, const std::optional<portfolio::Attained>& plan = std::nullopt);
OCOP_API std::string html(const portfolio::Tally& tally, const Style& style, const std::optional<portfolio::Attained>& plan = std::nullopt);
OCOP_API std::string json(const portfolio::Tally& tally, const std::optional<portfolio::Attained>& plan = std::nullopt);

// The merged rule set as a person reads it, and as data.
OCOP_API std::string show(const RuleSet& rules, const Style& style);
OCOP_API std::string show_json(const RuleSet& rules);

// Files of rule tests and how they went. `coverage`: of each rule set once, in the order given; empty for none.
OCOP_API std::string rule_tests_json(std::span<const RuleTests> files, std::span<const Coverage> coverage);
// The same as JUnit XML, a suite a file: what continuous-integration servers read.
OCOP_API std::string rule_tests_junit(std::span<const RuleTests> files);
// What was reached of each rule set, and of all of them: a line a rule set where nothing is left, else what is.
OCOP_API std::string coverage_text(std::span<const Coverage> coverage, const Style& style);

// Diagnostics as SARIF 2.1.0, for code hosts. The files of their places become relative URIs.
OCOP_API std::string sarif(const Diagnostics& diagnostics, Language language);

}  // namespace ocop::report
