// Rule tests: found, run, their coverage put together.
#include <ocop/rule_test.hpp>

#include <algorithm>

#include "analysis/run_tests.hpp"
#include "api/state.hpp"

namespace ocop {
namespace {

namespace fs = std::filesystem;

bool is_test_file(const fs::path& file) { return file.filename().string().ends_with(".test.yaml"); }

}  // namespace

const char* name(Coverage::Kind kind) {
    switch (kind) {
        case Coverage::Kind::option: return "options";
        case Coverage::Kind::gate: return "gates";
        case Coverage::Kind::minimum: return "minima";
        case Coverage::Kind::band: return "bands";
        case Coverage::Kind::case_: return "cases";
        case Coverage::Kind::branch: return "branches";
    }
    return "";
}

bool RuleTests::passed() const {
    return diagnostics.empty() && std::all_of(tests.begin(), tests.end(), [](const RuleTest& each) { return each.passed(); });
}

RuleTests run_rule_tests(const Library& library, const fs::path& file) { return analysis::run_test_file(file, library.state().library); }

std::vector<fs::path> rule_test_files(const fs::path& directory) {
    std::vector<fs::path> out;
    std::error_code failed;
    for (fs::recursive_directory_iterator each(directory, fs::directory_options::skip_permission_denied, failed), end; !failed && each != end; each.increment(failed))
        if (each->is_regular_file(failed) && is_test_file(each->path())) out.push_back(each->path());
    std::sort(out.begin(), out.end());
    return out;
}

Coverage untouched(const Library& library, std::string_view rule_set) { return analysis::untouched(library.state().library, rule_set); }

Coverage joined(const Coverage& a, const Coverage& b) {
    if (a.items.empty()) return b;
    Coverage out = a;
    for (std::size_t i = 0; i < out.items.size() && i < b.items.size(); ++i) out.items[i].reached = out.items[i].reached || b.items[i].reached;
    return out;
}

}  // namespace ocop
