// Tests as written to results: each becomes a scorecard, is rated, and compared with what was expected.
#include "analysis/run_tests.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "analysis/expectation.hpp"
#include "analysis/reached.hpp"
#include "analysis/test_card.hpp"
#include "analysis/test_file.hpp"
#include "model/load.hpp"
#include "trail/build.hpp"
#include "yaml/scalar.hpp"

namespace ocop::analysis {
namespace {

namespace fs = std::filesystem;

using ProgramPtr = std::shared_ptr<const program::Program>;

ProgramPtr load(const syntax::Library& library, std::string_view id, base::Report& report) {
    const auto document = library.load(id, report);
    const auto rules = document ? model::check_rule_set(*document, report) : nullptr;
    return rules ? program::compile(rules) : nullptr;
}

// Inside a directory of the library the name is relative to it, as those of rule sets are.
std::string name_of(const syntax::Library& library, const fs::path& file) {
    std::error_code failed;
    const fs::path real = fs::weakly_canonical(file, failed);
    for (const fs::path& directory : library.directories()) {
        const fs::path below = real.lexically_relative(fs::weakly_canonical(directory, failed));
        if (!below.empty() && *below.begin() != "..") return (directory / below).lexically_normal().generic_string();
    }
    return file.generic_string();
}

class TestRunner {
public:
    TestRunner(const TestFile& file, ProgramPtr program, const syntax::Library& library)
        : file_(file), program_(std::move(program)), library_(library), reached_(*program_) {}

    RuleTest run(const WrittenTest& test) {
        RuleTest out{test.name, test.name_place, {}, {}, {}};
        base::Report report;
        const ProgramPtr program = program_for(test, report);
        if (program) rate(test, *program, out, report);
        Diagnostics wrong = report.take();
        out.diagnostics.insert(out.diagnostics.end(), wrong.begin(), wrong.end());
        return out;
    }

    Coverage coverage() const { return reached_.coverage(); }

private:
    void rate(const WrittenTest& test, const program::Program& program, RuleTest& out, base::Report& report) {
        const yaml::Node& expect = *test.root.find("expect");
        check_expectations(expect, program, report);
        base::Report refused;
        const auto card = test_card(file_, test, program, refused, report);
        if (report.has_errors()) return;
        if (!card) {
            Diagnostics why = refused.take();
            out.surprises = compare_refused(expect, why);
            if (expect.find("error") == nullptr) out.diagnostics = std::move(why);
            return;
        }
        const rate::Result result = rate::rate(program, *card);
        reached_.add(program, *card, result);
        const Summary summary = trail::summarize(program, *card, result);
        out.surprises = compare(expect, {program, result, summary});
        if (!out.surprises.empty()) out.blocked_by = summary.blocked_by;
    }

    // The rule set as the test wants it: under a council's rules, or read in another way.
    ProgramPtr program_for(const WrittenTest& test, base::Report& report) {
        ProgramPtr program = program_;
        if (const yaml::Node* council = file_.find(test, "council"); council != nullptr && council->kind == yaml::Node::Kind::scalar)
            program = under_council(*council, report);
        const yaml::Node* readings = file_.find(test, "readings");
        return program && readings != nullptr ? read_otherwise(*program, *readings, report) : program;
    }

    ProgramPtr under_council(const yaml::Node& council, base::Report& report) {
        const auto document = library_.load_council(council.text, report);
        if (!document) return nullptr;
        auto rules = model::with_council(*program_->rules, *document, report);
        return rules ? program::compile(std::move(rules), program_.get()) : nullptr;
    }

    static ProgramPtr read_otherwise(const program::Program& program, const yaml::Node& readings, base::Report& report) {
        const std::size_t before = report.errors();
        auto rules = std::make_shared<model::RuleSet>(*program.rules);
        if (readings.kind != yaml::Node::Kind::map) {
            report.error("wrong-type", readings.place(), fmt::format("`readings` is a map from a reading to the way it is taken, found {}", yaml::described(readings)));
            return nullptr;
        }
        for (const yaml::Entry& each : readings.entries) choose(*rules, each, report);
        if (report.errors() > before) return nullptr;
        return program::compile(std::move(rules), &program);
    }

    static void choose(model::RuleSet& rules, const yaml::Entry& wanted, base::Report& report) {
        std::vector<std::string> names;
        for (const model::Reading& each : rules.readings) names.push_back(each.name);
        const int found = rules.find_reading(wanted.key);
        if (found < 0)
            return report.error("unknown-reading", wanted.key_place(), fmt::format("the rule set has no reading `{}`", wanted.key),
                                base::did_you_mean(wanted.key, names));
        model::Reading& reading = rules.readings[static_cast<std::size_t>(found)];
        const std::vector<std::string> ways = reading.choices();
        if (std::find(ways.begin(), ways.end(), wanted.value.text) == ways.end())
            return report.error("unknown-way", wanted.value.place(),
                                fmt::format("`{}` cannot be {}; expected {}", wanted.key, yaml::described(wanted.value), base::one_of(ways)),
                                base::did_you_mean(wanted.value.text, ways));
        reading.also = ways;
        std::erase(reading.also, wanted.value.text);
        reading.chosen = wanted.value.text;
    }

    const TestFile& file_;
    ProgramPtr program_;
    const syntax::Library& library_;
    Reached reached_;
};

}  // namespace

RuleTests run_tests(const base::SourcePtr& source, const syntax::Library& library) {
    RuleTests out;
    out.file = source->name();
    base::Report report;
    const auto file = read_test_file(source, report);
    if (file) {
        out.rule_set = out.coverage.rule_set = file->rule_set;
        base::Report broken;
        const ProgramPtr program = load(library, file->rule_set, broken);
        if (program) {
            TestRunner runner(*file, program, library);
            for (const WrittenTest& test : file->tests) out.tests.push_back(runner.run(test));
            out.coverage = runner.coverage();
        } else {
            report.error("rule-set-broken", file->rule_set_place, fmt::format("the rule set `{}` cannot be loaded", file->rule_set),
                         "`ocop check` says why");
            Diagnostics why = broken.take();
            out.diagnostics.insert(out.diagnostics.end(), why.begin(), why.end());
        }
    }
    Diagnostics found = report.take();
    out.diagnostics.insert(out.diagnostics.begin(), found.begin(), found.end());
    return out;
}

RuleTests run_test_file(const fs::path& file, const syntax::Library& library) {
    std::ifstream in(file, std::ios::binary);
    std::error_code failed;
    if (!in || fs::is_directory(file, failed)) {
        RuleTests out;
        out.file = file.generic_string();
        out.diagnostics.push_back({Diagnostic::Severity::error, "cannot-read", Place{out.file, 0, 0, 0, {}}, {"không đọc được tệp này", "this file cannot be read"}, {}});
        return out;
    }
    std::ostringstream text;
    text << in.rdbuf();
    return run_tests(std::make_shared<const base::Source>(name_of(library, file), std::move(text).str()), library);
}

Coverage untouched(const syntax::Library& library, std::string_view rule_set) {
    base::Report ignored;
    const ProgramPtr program = load(library, rule_set, ignored);
    return program ? Reached(*program).coverage() : Coverage{std::string(rule_set), {}};
}

}  // namespace ocop::analysis
