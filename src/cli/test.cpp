// `ocop test`: runs rule tests, tells what came out otherwise, and what of the rule sets no test reached.
#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <set>

#include <ocop/ocop.hpp>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace ocop::cli {
namespace {

namespace fs = std::filesystem;

// A line that is written over, on a terminal only.
class Progress {
public:
    explicit Progress(std::size_t files) : files_(files), shown_(is_terminal(Stream::err)) {}
    ~Progress() {
        if (shown_) fmt::print(stderr, "\r\033[K");
    }
    void step(const std::string& file) {
        if (shown_) fmt::print(stderr, "\r\033[K{}/{} {}", ++done_, files_, file);
    }

private:
    std::size_t files_, done_ = 0;
    bool shown_;
};

class Tester {
public:
    Tester(const TestCall& call, const Rules& rules, Output& output) : call_(call), rules_(rules), output_(output) {}

    int run() {
        if (call_.paths.empty())
            for (const fs::path& each : rules_.directories) add_directory(each, rules_.library);
        for (const std::string& each : call_.paths) add(each);
        Progress progress(files_.size());
        for (const auto& [file, library] : files_) {
            progress.step(file.generic_string());
            keep(run_rule_tests(library, file));
        }
        return tell();
    }

private:
    void add(const std::string& path) {
        std::error_code failed;
        if (fs::is_directory(path, failed)) return add_directory(path);
        if (is_path(path)) return add_file(path, rules_.library);
        add_rule_set(path);
    }

    void add_file(const fs::path& file, const Library& library) {
        if (seen_.insert(real(file)).second) files_.emplace_back(file, library);
    }

    void add_directory(const fs::path& directory, const Library& library) {
        for (const fs::path& each : rule_test_files(directory)) add_file(each, library);
        if (!call_.coverage) return;
        for (const Library::Entry& each : library.list())
            if (is_inside(real(fs::path(each.directory) / (each.id + ".yaml")), real(directory))) listed_.emplace_back(each.id, library);
    }

    // A directory inside the library, or a library of its own.
    void add_directory(const fs::path& directory) {
        for (const fs::path& each : rules_.directories)
            if (is_inside(real(directory), real(each))) return add_directory(directory, rules_.library);
        const Library::Opened own = Library::open({directory});
        output_.tell(own.diagnostics);
        if (own) add_directory(directory, own.value());
    }

    // The files that name it.
    void add_rule_set(const std::string& id) {
        std::size_t found = 0;
        for (const fs::path& directory : rules_.directories) {
            const fs::path beside = directory / (id + ".test.yaml");
            std::error_code failed;
            if (!fs::is_regular_file(beside, failed)) continue;
            add_file(beside, rules_.library);
            ++found;
        }
        if (found == 0) {
            output_.say(fmt::format("there are no tests for `{}`: no file `{}.test.yaml`", id, id));
            unreadable_ = true;
        }
    }

    void keep(RuleTests tests) {
        Coverage& there = coverage_[tests.rule_set];
        there = joined(there, tests.coverage);
        failed_ = failed_ || !tests.passed();
        for (const RuleTest& each : tests.tests) each.passed() ? ++passed_ : ++not_passed_;
        broken_ += !tests.diagnostics.empty();
        if (call_.format == "text") tell(tests);
        results_.push_back(std::move(tests));
    }

    void tell(const RuleTests& file) {
        for (const Diagnostic& each : file.diagnostics) output_.result(to_string(each, output_.language()));
        for (const RuleTest& test : file.tests) {
            if (test.passed()) continue;
            const std::string name = test.name.in(output_.language());
            const bool vi = output_.language() == Language::vi;
            for (const Surprise& each : test.surprises) {
                const Text message{fmt::format("kiểm thử “{}”: {}: cần {}, nhận được {}", name, each.key, each.expected, each.got),
                                   fmt::format("test “{}”: {}: expected {}, got {}", name, each.key, each.expected, each.got)};
                const Text help = each.key == "stars" && !test.blocked_by.empty() ? because(test) : Text{};
                output_.result(to_string({Diagnostic::Severity::error, "test-failed", each.place, message, help}, output_.language()));
            }
            if (!test.diagnostics.empty()) output_.result(vi ? fmt::format("kiểm thử “{}” không chạy được:\n", name) : fmt::format("test “{}” could not run:\n", name));
            for (const Diagnostic& each : test.diagnostics) output_.result(to_string(each, output_.language()));
        }
    }

    static Text because(const RuleTest& test) {
        std::string all;
        for (const std::string& each : test.blocked_by) all += (all.empty() ? "" : ", ") + each;
        return {"trước một sao nữa: " + all, "before one star more: " + all};
    }

    std::vector<Coverage> coverage() {
        for (const auto& [id, library] : listed_)
            if (Coverage& there = coverage_[id]; there.items.empty()) there = untouched(library, id);
        std::vector<Coverage> out;
        for (auto& [id, each] : coverage_)
            if (!each.items.empty()) out.push_back(each);
        return out;
    }

    int tell() {
        const std::vector<Coverage> reached = call_.coverage ? coverage() : std::vector<Coverage>();
        if (call_.format == "json") output_.result(report::rule_tests_json(results_, reached));
        else if (call_.format == "junit") output_.result(report::rule_tests_junit(results_));
        else tell_text(reached);
        if (results_.empty()) {
            if (call_.paths.empty()) output_.say("there are no rule tests (*.test.yaml) to run; name their directory with --rules DIR");
            return no_answer;
        }
        if (passed_ + not_passed_ == 0) return no_answer;
        return failed_ || unreadable_ ? answer_is_no : fine;
    }

    void tell_text(const std::vector<Coverage>& reached) {
        if (!reached.empty()) {
            const report::Style style{output_.language(), wants_colour(Stream::out), width(), false};
            output_.result(report::coverage_text(reached, style));
        }
        std::set<std::string> rule_sets;
        for (const RuleTests& each : results_)
            if (!each.rule_set.empty()) rule_sets.insert(each.rule_set);
        if (output_.language() == Language::vi)
            output_.result(fmt::format("{} kiểm thử của {} bộ tiêu chí: {} đạt, {} không đạt{}\n", passed_ + not_passed_, rule_sets.size(), passed_, not_passed_,
                                       broken_ > 0 ? fmt::format("; {} tệp không đọc được", broken_) : ""));
        else
            output_.result(fmt::format("{} test{} of {} rule set{}: {} passed, {} failed{}\n", passed_ + not_passed_, passed_ + not_passed_ == 1 ? "" : "s",
                                       rule_sets.size(), rule_sets.size() == 1 ? "" : "s", passed_, not_passed_,
                                       broken_ > 0 ? fmt::format("; {} file{} could not be used", broken_, broken_ == 1 ? "" : "s") : ""));
    }

    const TestCall& call_;
    const Rules& rules_;
    Output& output_;
    std::vector<std::pair<fs::path, Library>> files_;
    std::vector<std::pair<std::string, Library>> listed_;  // rule sets whose coverage is asked for
    std::set<fs::path> seen_;
    std::vector<RuleTests> results_;
    std::map<std::string, Coverage> coverage_;
    std::size_t passed_ = 0, not_passed_ = 0, broken_ = 0;
    bool failed_ = false, unreadable_ = false;
};

}  // namespace

int test(const TestCall& call, const Rules& rules, Output& output) { return Tester(call, rules, output).run(); }

}  // namespace ocop::cli
