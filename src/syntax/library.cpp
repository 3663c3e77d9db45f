// The directories, asked.
#include "syntax/library.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/limits.hpp"
#include "syntax/finder.hpp"
#include "syntax/head.hpp"
#include "syntax/loader.hpp"

namespace ocop::syntax {
namespace {

namespace fs = std::filesystem;

// Lists one library after the other. Heads are kept, for many rule sets extend one file.
class Lister {
public:
    Lister(const Finder& finder, base::Report& report) : finder_(finder), report_(report) {}

    void add(const fs::path& directory);
    void add_all(const fs::path& root, const fs::path& directory);  // all below a root; `directory` is its name
    std::vector<Listed> take();

private:
    const Head* head(const Located& file);
    // What is still to be found, and in how many more files.
    struct Search {
        int files_left;
        bool until_found = false;
    };
    void inherit(Listed& listed, const Located& file, const Head& head, Search& search);
    void warn(base::Report& found);

    const Finder& finder_;
    base::Report& report_;
    std::map<fs::path, std::optional<Head>> heads_;
    std::map<std::string, Listed> listed_;
};

void Lister::warn(base::Report& found) {
    for (Diagnostic& each : found.take())
        report_.warning(each.code, std::move(each.place), std::move(each.message), std::move(each.help));
}

const Head* Lister::head(const Located& file) {
    const auto [place, is_new] = heads_.try_emplace(file.file);
    if (is_new) {
        base::Report found;
        place->second = read_head(file, found);
        warn(found);
    }
    return place->second ? &*place->second : nullptr;
}

// What a file leaves to those it extends; where they cannot be found, loading it will tell.
void Lister::inherit(Listed& listed, const Located& file, const Head& head, Search& search) {
    if (listed.title == Text{}) listed.title = head.title;
    if (listed.in_force_from.empty()) listed.in_force_from = head.from;
    if (!search.until_found && head.says_until) {
        listed.in_force_until = head.until;
        search.until_found = true;
    }
    const bool complete = listed.title != Text{} && !listed.in_force_from.empty() && search.until_found;
    if (complete) return;
    for (auto name = head.extends.rbegin(); name != head.extends.rend() && search.files_left-- > 0; ++name) {
        base::Report ignored;
        const auto parent = looks_like_path(*name) ? finder_.by_path({*name, {}}, file, ignored)
                                                   : finder_.by_id({*name, {}}, &file, ignored);
        const Head* above = parent ? this->head(*parent) : nullptr;
        if (above) inherit(listed, *parent, *above, search);
    }
}

void Lister::add(const fs::path& directory) {
    std::error_code failed;
    if (!fs::is_directory(directory, failed)) {
        report_.warning("not-found", Place{directory.generic_string(), 0, 0, 0, {}},
                        Text{{}, fmt::format("there is no directory `{}`", directory.generic_string())});
        return;
    }
    add_all(fs::weakly_canonical(directory, failed), directory);
}

void Lister::add_all(const fs::path& root, const fs::path& directory) {
    for (const std::string& id : finder_.ids_below(root)) {
        if (listed_.count(id) > 0) continue;
        const Located file = finder_.given(root / fs::path(id + ".yaml"));
        const Head* found = file.in_library ? head(file) : nullptr;
        if (!found || !found->is_rule_set) continue;
        Listed listed{id, file.file, directory, {}, {}, {}};
        Search search{static_cast<int>(base::limits::extends_files)};
        inherit(listed, file, *found, search);
        listed_.emplace(id, std::move(listed));
    }
}

std::vector<Listed> Lister::take() {
    std::vector<Listed> out;
    for (auto& [id, listed] : listed_) out.push_back(std::move(listed));
    return out;
}

}  // namespace

Library::Library(std::vector<fs::path> directories) : directories_(std::move(directories)) {}

std::vector<Listed> Library::list(base::Report& report) const {
    const Finder finder = this->finder();
    Lister lister(finder, report);
    for (const fs::path& each : directories_) lister.add(each);
    if (files_ != nullptr) lister.add_all(finder.roots().front(), {});
    return lister.take();
}

std::optional<Document> Library::load(std::string_view id, base::Report& report) const {
    const Finder finder = this->finder();
    const auto found = finder.by_id({std::string(id), {}}, nullptr, report);
    return found ? Loader(finder, report).load(*found, {}) : std::nullopt;
}

std::optional<Document> Library::load_file(const fs::path& file, base::Report& report) const {
    const Finder finder = this->finder();
    return Loader(finder, report).load(finder.given(file), {});
}

std::optional<Document> Library::load_text(std::string text, std::string name, base::Report& report) const {
    const Finder finder = this->finder();
    return Loader(finder, report).load_text(std::make_shared<const base::Source>(std::move(name), std::move(text)));
}

std::optional<Document> Library::load_council(std::string_view name, base::Report& report) const {
    const Finder finder = this->finder();
    const auto found = finder.by_id({std::string(name), {}}, nullptr, report, Finder::Sort::council);
    return found ? Loader(finder, report).load(*found, {}) : std::nullopt;
}

}  // namespace ocop::syntax
