// Ids and paths to files. Nothing is opened before it is known to lie inside its library, symbolic links resolved.
#include "syntax/finder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/limits.hpp"
#include "yaml/bytes.hpp"

namespace ocop::syntax {
namespace {

namespace fs = std::filesystem;

// The root of a library in memory; no directory is called so by a path that begins with it.
const fs::path memory_root = "memory:";

bool is_inside(const fs::path& file, const fs::path& root) {
    const auto [in_root, in_file] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
    return in_root == root.end() && in_file != file.end();
}

std::string without_ending(std::string text) {
    if (text.ends_with(".yaml")) text.resize(text.size() - 5);
    return text;
}

std::vector<std::string> components(std::string_view id) {
    std::vector<std::string> out;
    while (true) {
        const std::size_t slash = id.find('/');
        out.emplace_back(id.substr(0, slash));
        if (slash == std::string_view::npos) return out;
        id.remove_prefix(slash + 1);
    }
}

// Why a text cannot be an id, or nothing.
std::string fault_of_id(std::string_view id) {
    if (id.empty()) return "it is empty";
    if (yaml::control_character(id) || id.find('\n') != std::string_view::npos) return "it has a control character";
    if (id.find('\\') != std::string_view::npos) return "it has a backslash";
    if (id.size() > 1'000) return "it is too long";
    for (const std::string& part : components(id)) {
        if (part.empty()) return "a name between its slashes is empty";
        if (part[0] == '.') return fmt::format("`{}` begins with a dot", part);
    }
    return {};
}

std::string help_for_id(std::string_view id) {
    if (id.starts_with('/')) return "write the path from the library's directory, without a slash before it";
    if (id.find('\\') != std::string_view::npos) return "separate names by `/`";
    return {};
}

// What a user sees of a file outside any library: beside the name that the file which extends it was given by.
std::string name_beside(const Located& from, const std::string& relative) {
    if (from.in_library) return relative;
    const fs::path given(from.name);
    return (given.parent_path() / fs::path(relative)).lexically_normal().generic_string();
}

void report_outside(const Named& named, base::Report& report) {
    report.error("outside-library", named.place, fmt::format("`{}` leads outside the library's directory", named.text),
                 "a rule set extends only what lies in its own library, or another rule set by its id");
}

bool skipped_directory(const fs::path& path, int depth) {
    const std::string name = path.filename().generic_string();
    return name.starts_with('.') || (depth == 0 && (name == "schema" || name == "councils"));
}

bool listed_file(const fs::path& path) {
    const std::string name = path.filename().generic_string();
    return name.ends_with(".yaml") && !name.ends_with(".test.yaml") && !name.starts_with('.');
}

}  // namespace

bool looks_like_path(std::string_view text) {
    return text.ends_with(".yaml") || text.ends_with(".yml") || text.starts_with("./") || text.starts_with("../") ||
           text == "..";
}

Finder::Finder(const std::vector<fs::path>& directories) {
    for (const fs::path& each : directories)
        if (fs::path root = real(each); is_there(root)) roots_.push_back(std::move(root));
}

Finder::Finder(const Files& memory) : memory_(&memory), roots_{memory_root} {}

const std::string* Finder::in_memory(const fs::path& path) const {
    if (memory_ == nullptr) return nullptr;
    const auto found = memory_->find(path.lexically_relative(memory_root).generic_string());
    return found == memory_->end() ? nullptr : &found->second;
}

// Symbolic links resolved as far as the path exists; never throws.
fs::path Finder::real(const fs::path& path) const {
    if (memory_ != nullptr) return path.lexically_normal();
    std::error_code failed;
    fs::path found = fs::weakly_canonical(path, failed);
    return failed ? path.lexically_normal() : found;
}

bool Finder::is_there(const fs::path& path) const {
    if (memory_ != nullptr) return in_memory(path) != nullptr;
    std::error_code failed;
    return fs::exists(path, failed) && !failed;
}

Located Finder::in_root(const fs::path& root, std::string relative, bool in_library) const {
    std::string id = without_ending(relative);
    const fs::path file = root / fs::path(relative);
    return {root, file, relative, relative, std::move(id), in_library, in_memory(file)};
}

std::vector<std::string> Finder::siblings(const fs::path& directory, const std::string& prefix) const {
    std::vector<std::string> names;
    const auto add = [&](const fs::path& path) {
        if (path.extension() == ".yaml") names.push_back(prefix + path.filename().generic_string());
    };
    if (memory_ != nullptr) {
        for (const auto& [path, text] : *memory_)
            if ((memory_root / fs::path(path)).parent_path() == directory) add(path);
        return names;
    }
    std::error_code failed;
    for (fs::directory_iterator each(directory, failed), end; !failed && each != end; each.increment(failed)) add(each->path());
    std::ranges::sort(names);
    return names;
}

std::vector<std::string> Finder::ids_below(const fs::path& root) const {
    std::vector<std::string> ids;
    if (memory_ != nullptr) {
        for (const auto& [path, text] : *memory_) {
            const fs::path below = (memory_root / fs::path(path)).lexically_relative(root);
            int depth = 0;
            bool skipped = below.empty() || *below.begin() == "..";
            for (auto part = below.begin(); !skipped && part != std::prev(below.end()); ++part) skipped = skipped_directory(*part, depth++);
            if (!skipped && listed_file(below)) ids.push_back(without_ending(below.generic_string()));
        }
        return ids;
    }
    std::error_code failed;
    const auto options = fs::directory_options::skip_permission_denied;
    fs::recursive_directory_iterator each(root, options, failed), end;
    for (; !failed && each != end; each.increment(failed)) {
        std::error_code unknown;
        if (each->is_directory(unknown)) {
            if (skipped_directory(each->path(), each.depth())) each.disable_recursion_pending();
        } else if (listed_file(each->path())) {
            ids.push_back(without_ending(each->path().lexically_relative(root).generic_string()));
        }
    }
    std::ranges::sort(ids);
    return ids;
}

std::vector<std::string> Finder::near_ids(const fs::path& under) const {
    std::vector<std::string> all;
    for (const fs::path& root : roots_)
        for (const std::string& id : ids_below(root / under)) all.push_back(id);
    return all;
}

std::optional<Located> Finder::by_id(const Named& id, const Located* from, base::Report& report, Sort sort) const {
    const std::string_view what = sort == Sort::council ? "council" : "rule set";
    const std::string folder = sort == Sort::council ? "councils" : "";
    if (const std::string fault = fault_of_id(id.text); !fault.empty()) {
        report.error("bad-id", id.place, fmt::format("`{}` is not the id of a {}: {}", id.text, what, fault),
                     help_for_id(id.text));
        return std::nullopt;
    }
    const std::string relative = (folder.empty() ? "" : folder + "/") + id.text + ".yaml";
    std::vector<Located> found;
    if (from && !from->root.empty()) {
        found.push_back(in_root(from->root, relative, from->in_library));
        found.back().name = name_beside(*from, relative);
    }
    for (const fs::path& root : roots_) found.push_back(in_root(root, relative, true));
    std::erase_if(found, [this](const Located& each) { return !is_there(each.file); });
    const auto other =
        std::ranges::find_if(found, [&](const Located& each) { return !from || real(each.file) != real(from->file); });
    if (found.empty()) {
        const auto near = near_ids(folder);
        report.error("not-found", id.place, fmt::format("there is no {} `{}`", what, id.text),
                     base::did_you_mean(id.text, near));
        return std::nullopt;
    }
    const Located& chosen = other == found.end() ? found.front() : *other;
    if (is_inside(real(chosen.file), chosen.root)) return chosen;
    report_outside(id, report);
    return std::nullopt;
}

std::optional<Located> Finder::by_path(const Named& path, const Located& from, base::Report& report) const {
    const bool wrong =
        path.text.starts_with('/') || path.text.find('\\') != std::string::npos || yaml::control_character(path.text);
    if (wrong) {
        report.error("bad-path", path.place, fmt::format("`{}` is not a relative path", path.text),
                     "write it from this file, with `/`: `../decision.yaml`");
        return std::nullopt;
    }
    const fs::path relative = (fs::path(from.relative).parent_path() / fs::path(path.text)).lexically_normal();
    Located found = in_root(from.root, relative.generic_string(), from.in_library);
    found.name = name_beside(from, found.relative);
    if (found.relative.starts_with("..") || !is_inside(real(found.file), from.root)) {
        report_outside(path, report);
        return std::nullopt;
    }
    if (is_there(found.file)) return found;
    const std::string prefix = path.text.substr(0, path.text.rfind('/') + 1);
    report.error("not-found", path.place, fmt::format("there is no file `{}`", found.name),
                 base::did_you_mean(path.text, siblings(found.file.parent_path(), prefix)));
    return std::nullopt;
}

Located Finder::given(const fs::path& file) const {
    const fs::path found = real(file);
    for (const fs::path& root : roots_)
        if (is_inside(found, root)) return in_root(root, found.lexically_relative(root).generic_string(), true);
    Located alone = in_root(found.parent_path(), found.filename().generic_string(), false);
    alone.name = file.generic_string();
    return alone;
}

base::SourcePtr read_source(const Located& file, const Place& wanted_at, base::Report& report) {
    const auto unreadable = [&](std::string_view why) {
        const Place place = wanted_at.line > 0 ? wanted_at : Place{file.name, 0, 0, 0, {}};
        report.error("unreadable", place, fmt::format("the file `{}` cannot be read: {}", file.name, why));
        return nullptr;
    };
    if (file.text != nullptr) return std::make_shared<const base::Source>(file.name, *file.text);
    std::error_code failed;
    if (!fs::exists(file.file, failed)) return unreadable("there is no such file");
    if (fs::is_directory(file.file, failed)) return unreadable("it is a directory");
    if (file.in_library && !fs::is_regular_file(file.file, failed)) return unreadable("it is not a regular file");
    std::ifstream in(file.file, std::ios::binary);
    if (!in) return unreadable("it cannot be opened");
    std::string text;
    std::vector<char> block(1U << 16U);
    while (in && text.size() <= base::limits::file_bytes) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        text.append(block.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) return unreadable("reading it failed");
    return std::make_shared<const base::Source>(file.name, std::move(text));
}

}  // namespace ocop::syntax
