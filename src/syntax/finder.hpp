// Which file an id or a path means, and that it stays inside its library.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"

namespace ocop::syntax {

// A library in memory: texts by their paths, relative and with `/`.
using Files = std::map<std::string, std::string, std::less<>>;

// A file of a library.
struct Located {
    std::filesystem::path root;  // the library's directory, without symbolic links
    std::filesystem::path file;  // to open; names the same file whichever way it was reached
    std::string relative;        // to the root, with `/`
    std::string name;            // for diagnostics
    std::string id;              // `relative` without `.yaml`
    bool in_library = false;     // false: a file of its own, and its own directory is the root
    const std::string* text = nullptr;  // of a file in memory
};

// A name that someone wrote, and where, for what is said about it.
struct Named {
    std::string text;
    Place place;
};

class Finder {
public:
    explicit Finder(const std::vector<std::filesystem::path>& directories);
    explicit Finder(const Files& memory);  // which must outlive it

    // Councils lie in `councils/` of a library.
    enum class Sort { rule_set, council };
    // By id: in the library of `from` before the directories in their order. `from` itself only if there is no other,
    // so that a rule set can stand before the one of the same id that it extends.
    std::optional<Located> by_id(const Named& id, const Located* from, base::Report& report,
                                 Sort sort = Sort::rule_set) const;
    // A path relative to the file `from`.
    std::optional<Located> by_path(const Named& path, const Located& from, base::Report& report) const;
    // A file that the caller names.
    Located given(const std::filesystem::path& file) const;

    const std::vector<std::filesystem::path>& roots() const { return roots_; }
    // Ids of the `.yaml` files below a root, sorted; hidden files and directories, schemas, councils and tests left
    // out.
    std::vector<std::string> ids_below(const std::filesystem::path& root) const;

private:
    std::vector<std::string> near_ids(const std::filesystem::path& under) const;
    std::filesystem::path real(const std::filesystem::path& path) const;
    bool is_there(const std::filesystem::path& path) const;
    std::vector<std::string> siblings(const std::filesystem::path& directory, const std::string& prefix) const;
    const std::string* in_memory(const std::filesystem::path& path) const;
    Located in_root(const std::filesystem::path& root, std::string relative, bool in_library) const;

    const Files* memory_ = nullptr;
    std::vector<std::filesystem::path> roots_;  // without symbolic links; those that exist
};

// Whether an `extends` is a path and not an id.
bool looks_like_path(std::string_view text);
// The text of a file, or the reason there is none ("unreadable", "too-large").
base::SourcePtr read_source(const Located& file, const Place& wanted_at, base::Report& report);

}  // namespace ocop::syntax
