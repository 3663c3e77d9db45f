// Rule sets that no rule test is for.
#include <fstream>

#include "analysis/review.hpp"

namespace ocop::analysis {
namespace {

namespace fs = std::filesystem;

// What stands after `rule_set:` at the top of a file, without quotes and comments. Whether the file is sound is not asked here.
std::string named_in(const fs::path& file) {
    constexpr std::string_view key = "rule_set:";
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(key)) continue;
        std::string_view rest = std::string_view(line).substr(key.size());
        rest = rest.substr(0, rest.find(" #"));
        const auto first = rest.find_first_not_of(" \t\"'");
        const auto last = rest.find_last_not_of(" \t\r\"'");
        return first == std::string_view::npos ? std::string() : std::string(rest.substr(first, last - first + 1));
    }
    return {};
}

}  // namespace

std::set<std::string> tested_below(const fs::path& directory) {
    std::set<std::string> out;
    std::error_code failed;
    for (fs::recursive_directory_iterator each(directory, fs::directory_options::skip_permission_denied, failed), end; !failed && each != end; each.increment(failed))
        if (each->is_regular_file(failed) && each->path().filename().string().ends_with(".test.yaml")) out.insert(named_in(each->path()));
    return out;
}

void review_tests(const Subject& subject, const Neighbours& neighbours, base::Report& report) {
    if (neighbours.tested.contains(subject.rules->id)) return;
    report.warning("untested", place_of(subject.document.root, "rule_set"), Text{{}, "no rule test is for this rule set"},
                   Text{{}, "write what it must decide into a `.test.yaml` beside it"});
}

}  // namespace ocop::analysis
