// Rule tests as JUnit XML.
#include <fmt/format.h>

#include <ocop/report.hpp>

#include "report/escape.hpp"

namespace ocop::report {
namespace {

std::string where(const Place& place) { return fmt::format("{}:{}:{}", place.file, place.line, place.column); }

std::string details(const RuleTest& test) {
    std::string out;
    for (const Surprise& each : test.surprises) out += fmt::format("{}: {}: expected {}, got {}\n", where(each.place), each.key, each.expected, each.got);
    for (const Diagnostic& each : test.diagnostics) out += to_string(each);
    return out;
}

std::string test_case(const RuleTests& file, const RuleTest& test) {
    const std::string head = fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"", for_xml(file.rule_set),
                                         for_xml(test.name.in(Language::en)), for_xml(test.place.file), test.place.line);
    if (test.passed()) return head + "/>\n";
    const char* kind = test.diagnostics.empty() ? "failure" : "error";
    std::string message;
    for (const Surprise& each : test.surprises) message += fmt::format("{}{}: expected {}, got {}", message.empty() ? "" : "; ", each.key, each.expected, each.got);
    if (message.empty()) message = test.diagnostics.front().message.in(Language::en);
    return fmt::format("{}>\n      <{} message=\"{}\">{}</{}>\n    </testcase>\n", head, kind, for_xml(message), for_xml(details(test)), kind);
}

// A file that could not be used is one test that could not run.
std::string broken(const RuleTests& file) {
    std::string all;
    for (const Diagnostic& each : file.diagnostics) all += to_string(each);
    return fmt::format("    <testcase classname=\"{}\" name=\"can be read\" file=\"{}\">\n      <error message=\"{}\">{}</error>\n    </testcase>\n",
                       for_xml(file.rule_set.empty() ? file.file : file.rule_set), for_xml(file.file),
                       for_xml(file.diagnostics.front().message.in(Language::en)), for_xml(all));
}

}  // namespace

std::string rule_tests_junit(std::span<const RuleTests> files) {
    std::string suites;
    std::size_t all = 0, all_failures = 0, all_errors = 0;
    for (const RuleTests& file : files) {
        std::size_t failures = 0, errors = file.diagnostics.empty() ? 0 : 1;
        std::string cases = file.diagnostics.empty() ? "" : broken(file);
        for (const RuleTest& each : file.tests) {
            failures += !each.passed() && each.diagnostics.empty();
            errors += !each.diagnostics.empty();
            cases += test_case(file, each);
        }
        const std::size_t tests = file.tests.size() + (file.diagnostics.empty() ? 0 : 1);
        suites += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n{}  </testsuite>\n", for_xml(file.file), tests,
                              failures, errors, cases);
        all += tests;
        all_failures += failures;
        all_errors += errors;
    }
    return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"{}\" failures=\"{}\" errors=\"{}\">\n{}</testsuites>\n", all,
                       all_failures, all_errors, suites);
}

}  // namespace ocop::report
