// Rule tests: found, run, their coverage put together.
#include <ocop/rule_test.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "analysis/run_tests.hpp"
#include "api/state.hpp"

namespace ocop {
namespace {

namespace fs = std::filesystem;

bool is_test_file(const fs::path& file) { return file.filename().string().ends_with(".test.yaml"); }

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

RuleTests run_rule_tests(const Library& library, const fs::path& file) {
    const syntax::Library& rules = library.state().library;
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
    return analysis::run_tests(std::make_shared<const base::Source>(name_of(rules, file), std::move(text).str()), rules);
}

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
