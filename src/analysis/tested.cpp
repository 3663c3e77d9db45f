// Rule sets that no rule test is for, and those that do not do what theirs expect.
#include <fmt/format.h>

#include <fstream>

#include "analysis/review.hpp"
#include "analysis/run_tests.hpp"

namespace ocop::analysis {
namespace {

namespace fs = std::filesystem;

// What stands after `rule_set:` at the top of a file, without quotes and comments. Whether the file is sound is not asked here.
std::string named_in(const fs::path& file) {
    constexpr std::string_view key = "rule_set:";
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (!line.starts_with(key)) continue;
        std::string_view rest = std::string_view(line).substr(key.size());
        rest = rest.substr(0, rest.find(" #"));
        const auto first = rest.find_first_not_of(" \t\"'");
        const auto last = rest.find_last_not_of(" \t\r\"'");
        return first == std::string_view::npos ? std::string() : std::string(rest.substr(first, last - first + 1));
    }
    return {};
}

std::string first_reason(const RuleTest& test) {
    if (!test.diagnostics.empty()) return test.diagnostics.front().message.en;
    const Surprise& first = test.surprises.front();
    return fmt::format("{}: expected {}, got {}", first.key, first.expected, first.got);
}

std::string disagreement(const RuleTests& ran) {
    if (!ran.diagnostics.empty()) return fmt::format("the rule tests of {} cannot be run: {}", ran.file, ran.diagnostics.front().message.en);
    std::size_t failed = 0;
    const RuleTest* first = nullptr;
    for (const RuleTest& each : ran.tests) {
        if (each.passed()) continue;
        if (++failed == 1) first = &each;
    }
    return fmt::format("{} of {} rule tests fail, first “{}” ({}:{}): {}", failed, ran.tests.size(), first->name.en, ran.file, first->place.line, first_reason(*first));
}

}  // namespace

std::multimap<std::string, fs::path> tests_below(const fs::path& directory) {
    std::multimap<std::string, fs::path> out;
    std::error_code failed;
    for (fs::recursive_directory_iterator each(directory, fs::directory_options::skip_permission_denied, failed), end; !failed && each != end; each.increment(failed))
        if (each->is_regular_file(failed) && each->path().filename().string().ends_with(".test.yaml")) out.emplace(named_in(each->path()), each->path());
    return out;
}

void review_tests(const Subject& subject, const Neighbours& neighbours, const syntax::Library& library, base::Report& report) {
    const auto [first, last] = neighbours.tests.equal_range(subject.rules->id);
    if (first == last)
        report.warning("untested", place_of(subject.document.root, "rule_set"), Text{{}, "no rule test is for this rule set"},
                       Text{{}, "write what it must decide into a `.test.yaml` beside it"});
    for (auto each = first; each != last; ++each) {
        const RuleTests ran = run_test_file(each->second, library);
        if (!ran.passed())
            report.warning("tests-disagree", place_of(subject.document.root, "rule_set"), Text{{}, disagreement(ran)},
                           Text{{}, "`ocop test` shows all of it; one of the two, the rule set or the test, is wrong"});
    }
}

}  // namespace ocop::analysis
