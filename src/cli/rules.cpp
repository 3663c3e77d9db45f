// Finds the directories and opens them.
#include "cli/rules.hpp"

#include <algorithm>
#include <cstdlib>

namespace ocop::cli {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> out;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(':', begin), text.size());
        if (end > begin) out.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

void add_if_there(std::vector<fs::path>& to, const fs::path& directory) {
    std::error_code failed;
    const auto same = [&](const fs::path& each) { return fs::equivalent(each, directory, failed); };
    if (fs::is_directory(directory, failed) && std::none_of(to.begin(), to.end(), same)) to.push_back(directory);
}

// Those beside the command, wherever its tree was moved to; else those of the prefix that it was built for.
std::optional<fs::path> installed_rules() {
#ifdef OCOP_INSTALLED_RULES
    std::error_code failed;
    const fs::path command = fs::read_symlink("/proc/self/exe", failed);
    const fs::path beside = (command.parent_path() / OCOP_RULES_FROM_COMMAND).lexically_normal();
    if (!failed && fs::is_directory(beside, failed)) return beside;
    return OCOP_INSTALLED_RULES;
#else
    return std::nullopt;
#endif
}

std::vector<fs::path> rule_directories(const std::vector<std::string>& given, Output& output) {
    std::vector<fs::path> out(given.begin(), given.end());
    if (!out.empty()) return out;
    if (const char* named = std::getenv("OCOP_RULES"))
        for (const std::string& each : split(named)) {
            add_if_there(out, each);
            if (std::error_code failed; !fs::is_directory(each, failed)) output.say("OCOP_RULES names `" + each + "`, which is no directory");
        }
    add_if_there(out, "rules");
    if (const auto installed = installed_rules()) add_if_there(out, *installed);
    return out;
}

}  // namespace

std::optional<Rules> open_rules(const std::vector<std::string>& given, Output& output) {
    std::vector<fs::path> directories = rule_directories(given, output);
    Library::Opened opened = Library::open(directories);
    output.tell(opened.diagnostics);
    if (!opened) return std::nullopt;
    return Rules{std::move(directories), std::move(*opened.library)};
}

bool is_path(const std::string& id_or_path) {
    std::error_code failed;
    return id_or_path.ends_with(".yaml") || id_or_path.ends_with(".yml") || fs::is_regular_file(id_or_path, failed);
}

RuleSet::Loaded load(const Library& library, const std::string& id_or_path) {
    return is_path(id_or_path) ? library.load_file(id_or_path) : library.load(id_or_path);
}

namespace {

// Who types `tea` may mean `26-2026/food/tea`.
std::string ids_ending_in(const Library& library, const std::string& name) {
    std::string out;
    for (const Library::Entry& each : library.list())
        if (each.id.ends_with("/" + name)) out += (out.empty() ? "`" : ", `") + each.id + "`";
    return out;
}

}  // namespace

std::optional<RuleSet> require(const Library& library, const std::string& id_or_path, Output& output) {
    const RuleSet::Loaded loaded = load(library, id_or_path);
    output.tell_errors(loaded.diagnostics);
    if (loaded || is_path(id_or_path)) return loaded.rule_set;
    const std::string near = ids_ending_in(library, id_or_path);
    if (!near.empty()) output.say("did you mean " + near + "?");
    return std::nullopt;
}

fs::path real(const fs::path& path) {
    std::error_code failed;
    fs::path found = fs::weakly_canonical(path, failed);
    if (!found.has_filename()) found = found.parent_path();
    return failed ? path : found;
}

bool is_inside(const fs::path& path, const fs::path& directory) {
    const auto [in_directory, in_path] = std::mismatch(directory.begin(), directory.end(), path.begin(), path.end());
    return in_directory == directory.end();
}

}  // namespace ocop::cli
